"""What a quantity is about: the noun that it measures, its measure, whether it rose or fell, and whose it is."""
