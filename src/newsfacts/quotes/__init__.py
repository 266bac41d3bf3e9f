"""Who said what, in which role."""
