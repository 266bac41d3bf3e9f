"""Pattern files: found, read with their lines, checked, laid over each other."""
