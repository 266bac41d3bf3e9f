"""Letters, tokens, numbers and sentences: what is true of any Greek text."""
