"""Pattern files: where they are, how they are read, checked and expanded."""
