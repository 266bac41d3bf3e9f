"""Which productions may begin at a token: worked out once for each kind of token, however long the text."""

from collections.abc import Sequence
from typing import NamedTuple

from newsfacts.grammar.types import First, Production
from newsfacts.lexicon.lexicon import word_keys

Live = tuple[Production, ...]


class Standing(NamedTuple):
    """All that productions may ask of a token to begin there: categories, word, first and last sign."""

    categories: frozenset[str] = frozenset()
    word: str = ""
    digit: bool = False
    capital: bool = False
    mixed: bool = False


class Index:
    """Remembers, for what may stand at a token, the productions of each rule that it may begin.

    `words` and `categories` are those that productions begin with: no others make a difference.
    """

    def __init__(self, rules: Sequence[Sequence[Production]], wanted: Sequence[int] = ()) -> None:
        """`rules` are the productions by the number of their rule, `wanted` the rules that are asked for."""
        self._rules = rules
        firsts = [production.first for row in rules for production in row]
        self.words = frozenset().union(*(first.words for first in firsts))
        self.categories = frozenset().union(*(first.categories for first in firsts))
        self._known: dict[Standing, tuple[Live, ...]] = {}
        begun = [production.first for rule in wanted for production in rules[rule]]
        self.begin_keys = word_keys(frozenset().union(*(first.words for first in begun)))
        self.begin_categories = frozenset().union(*(first.categories for first in begun))
        self.nothing: tuple[Live, ...] = ((),) * len(rules)
        self.other = self.live(Standing())
        self.capital = self.live(Standing(capital=True))

    def live(self, standing: Standing) -> tuple[Live, ...]:
        """By the number of the rule, the productions that may begin where this stands."""
        found = self._known.get(standing)
        if found is None:
            found = self._known[standing] = tuple(
                tuple(production for production in row if _begins(production.first, standing))
                for row in self._rules
            )
        return found


def _begins(first: First, standing: Standing) -> bool:
    return (
        first.any
        or (first.digit and standing.digit)
        or (first.capital and standing.capital)
        or (first.mixed and standing.mixed)
        or standing.word in first.words
        or not first.categories.isdisjoint(standing.categories)
    )
