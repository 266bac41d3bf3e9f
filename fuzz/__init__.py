"""Fuzz targets: what must never raise, fed with anything."""
