"""The parts that mentions are made of; each reads one thing at one place, or asks for it."""

from collections.abc import Mapping

from newsfacts.quotes.naming_parts import before, called, houses, offices
from newsfacts.quotes.naming_parts.makers import MAKERS
from newsfacts.quotes.naming_parts.part import Part

PARTS: Mapping[str, Part] = {**before.PARTS, **offices.PARTS, **called.PARTS, **houses.PARTS}

__all__ = ["MAKERS", "PARTS", "Part"]
