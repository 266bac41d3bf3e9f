"""Calendar expressions and lengths of time."""
