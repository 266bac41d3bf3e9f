"""What a quantity is about: what is measured, whether it rose or fell, and whose it is."""
