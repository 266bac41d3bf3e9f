"""Amounts with a unit: numbers beside units, ranges, hedges."""
