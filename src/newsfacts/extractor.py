"""What an extractor is."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from newsfacts.facts import AnyFact
from newsfacts.lexicon.lexicon import Lexicon, Reading


class Extractor(Protocol):
    """Finds facts in a Reading.

    Made from the pattern files of its folder; `register` adds its vocabulary to the lexicon once,
    before `Lexicon.build`. `find` is pure: the same reading and reference date give the same facts.
    """

    def register(self, lexicon: Lexicon) -> None:
        """Add all forms that `find` will look for."""

    def find(self, reading: Reading, reference_date: date | None, known: Sequence[AnyFact]) -> list[AnyFact]:
        """The facts of this extractor's kinds, in order; `known` are those of the extractors before it."""
