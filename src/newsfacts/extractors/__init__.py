"""Extractors: each finds the facts of its kinds in a Reading; none writes to a Doc."""
