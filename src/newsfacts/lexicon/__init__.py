"""The words of the pattern files as one tree, and texts read by it."""
