"""Which productions may begin at a token: worked out once for each kind of token, however long the text."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from newsfacts.grammar.types import First, Production
from newsfacts.lexicon.lexicon import Groups, Reading, word_keys

_ENDS = frozenset(",.;:)!·")

Live = tuple[Production, ...]


class Standing(NamedTuple):
    """All that productions may ask of a token to begin there: categories, word, first and last sign."""

    categories: frozenset[str] = frozenset()
    word: str = ""
    digit: bool = False
    joined: bool = False
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

    def at(self, reading: Reading, token: int, groups: Sequence[Groups]) -> tuple[Live, ...]:
        """By the number of the rule, the productions that may begin at a token, where these forms start."""
        text, norm = reading.word(token), reading.norm(token)
        if not text:
            return self.nothing
        known, first, last = norm in self.words, text[0], text[-1]
        digit = first.isdigit()
        if not groups and not known and not digit and not last.isdigit():
            return self.capital if first.isupper() else self.other
        found = self.categories.intersection(chain.from_iterable(groups))
        joined = digit and (not text.isdigit() or _joined(reading, token + 1))
        mixed = first.isalpha() and last.isdigit()
        word = norm if known else ""
        return self.live(Standing(found, word, digit, joined, first.isupper(), mixed))

    def live(self, standing: Standing) -> tuple[Live, ...]:
        """By the number of the rule, the productions that may begin where this stands."""
        found = self._known.get(standing)
        if found is None:
            found = self._known[standing] = tuple(
                tuple(production for production in row if _begins(production.first, standing))
                for row in self._rules
            )
        return found


def _joined(reading: Reading, token: int) -> bool:
    """Whether something that ends no sentence and no number is glued to the token before."""
    return reading.glued(token) and reading.norm(token) not in _ENDS


def _begins(first: First, standing: Standing) -> bool:
    return (
        first.any
        or (first.digit and standing.digit)
        or (first.joined and standing.joined)
        or (first.capital and standing.capital)
        or (first.mixed and standing.mixed)
        or standing.word in first.words
        or not first.categories.isdisjoint(standing.categories)
    )
