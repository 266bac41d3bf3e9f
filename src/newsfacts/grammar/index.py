"""Which productions may begin at a token: worked out once for each kind of token, however long the text."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain, count, groupby
from typing import Any, NamedTuple

from newsfacts.grammar.types import First, Production, Size
from newsfacts.lexicon.lexicon import Match, Reading, word_keys

_ENDS = frozenset(",.;:)!·")

_FIGURES = re.compile(r"[\d.,:;/%()-]+")
_NUMERIC = re.compile(r"\d{1,4}(?:[/-]\d|\.\d\d?(?!\d))")
_MOST_PAIRS = 50_000
_NEITHER = (False, False)
_NONE: frozenset[str] = frozenset()

Live = tuple[Production, ...]


class Group(NamedTuple):
    """Productions in a row that begin with the same rule, or each with a terminal."""

    number: int
    lead: int | None
    productions: Live


Rows = tuple[tuple[Group, ...], ...]
"""By the number of a rule, the productions that may begin somewhere."""


class Standing(NamedTuple):
    """All that productions may ask of a token to begin there: categories, word, first and last sign.

    `long` is whether one of the forms that start there has several tokens.
    """

    categories: frozenset[str] = frozenset()
    word: str = ""
    digit: bool = False
    joined: bool = False
    lettered: bool = False
    numeric: bool = False
    capital: bool = False
    mixed: bool = False
    long: bool = False


class Kind(NamedTuple):
    """What stands at a token, with a number of its own, and by rule the productions that it may begin.

    `begun` are the same without groups; `usual` where that is no more than any word may begin.
    """

    number: int
    standing: Standing
    rows: Rows
    begun: Mapping[int, Live]
    usual: bool


class Index:
    """Remembers, for what may stand at a token and the next, the productions of each rule that may begin.

    Only words and categories that productions ask for at their first two symbols make a difference.
    """

    def __init__(self, rules: Sequence[Sequence[Production]], wanted: Sequence[int] = ()) -> None:
        """`rules` are the productions by the number of their rule, `wanted` the rules that are asked for."""
        self._rules = rules
        firsts = [production.first for row in rules for production in row]
        openings = [opening for row in rules for production in row for opening in production.openings]
        firsts += [opening.after for opening in openings]
        self.words = frozenset().union(*(first.words for first in firsts))
        longer = [opening.longer for opening in openings if opening.longer]
        self.categories = frozenset().union(*(first.categories for first in firsts), *longer)
        self._known: dict[tuple[Any, ...], Kind] = {}
        self._numbers = count()
        self._groups: dict[tuple[int, ...], tuple[Group, ...]] = {}
        self._following: dict[tuple[int, int], Live] = {}
        self._pairs: dict[tuple[int, int], Rows] = {}
        begun = [production.first for rule in wanted for production in rules[rule]]
        self.begin_keys = word_keys(frozenset().union(*(first.words for first in begun)))
        self.begin_categories = frozenset().union(*(first.categories for first in begun))
        self.nothing = Kind(-1, Standing(), ((),) * len(rules), {}, True)
        self.other = self.kind(Standing(), usual=True)
        self.capital = self.kind(Standing(capital=True), usual=True)

    def at(self, reading: Reading, token: int, matches: Sequence[Match]) -> Kind:
        """What stands at a token, where these forms start."""
        text, norm = reading.word(token), reading.norm(token)
        if not text:
            return self.nothing
        known, first, last = norm in self.words, text[0], text[-1]
        digit = first.isdigit()
        if not matches and not known and not digit and not last.isdigit():
            return self.capital if first.isupper() else self.other
        found = self._categories_of(matches) if matches else _NONE
        joined = digit and (not text.isdigit() or _joined(reading, token + 1))
        lettered = joined and _lettered(text, reading, token + 1)
        numeric = joined and _NUMERIC.match(reading.text, reading.starts[token]) is not None
        mixed = first.isalpha() and last.isdigit()
        word = norm if known else ""
        # the forms that start at a token come with the longest last
        long = bool(matches) and matches[-1][1] > token + 1
        standing = found, word, digit, joined, lettered, numeric, first.isupper(), mixed, long
        return self._known.get(standing) or self.kind(Standing(*standing))

    def _categories_of(self, matches: Sequence[Match]) -> frozenset[str]:
        """What these forms may stand for, of what productions ask for."""
        return self.categories.intersection(chain.from_iterable(match[2] for match in matches))

    def kind(self, standing: Standing, *, usual: bool = False) -> Kind:
        """What this is that stands at a token."""
        found = self._known.get(standing)
        if found is None:
            begun = {}
            for rule, row in enumerate(self._rules):
                if fits := tuple(production for production in row if _begins(production.first, standing)):
                    begun[rule] = fits
            rows = self._grouped(begun)
            found = self._known[standing] = Kind(len(self._known), standing, rows, begun, usual)
        return found

    def pair(self, kind: Kind, following: Kind) -> Rows:
        """By the number of the rule, the productions that may begin at a token before another."""
        place = kind.number, following.number
        rows = self._pairs.get(place)
        if rows is None:
            if len(self._pairs) > _MOST_PAIRS:
                self._pairs.clear()
            rows = self._pairs[place] = self._grouped(_pair(kind.begun, kind.standing, following.standing))
        return rows

    def following(self, group: Group, kind: Kind) -> Live:
        """The productions of a group that may go on where the rule that they begin with ends."""
        place = group.number, kind.number
        found = self._following.get(place)
        if found is None:
            if len(self._following) > _MOST_PAIRS:
                self._following.clear()
            found = self._following[place] = tuple(
                production
                for production in group.productions
                if production.openings[0].ends or _begins(production.openings[0].after, kind.standing)
            )
        return found

    def _grouped(self, begun: Mapping[int, Live]) -> Rows:
        rows = list(self.nothing.rows)
        for rule, row in begun.items():
            key = tuple(map(id, row))
            groups = self._groups.get(key)
            if groups is None:
                leads = groupby(row, key=lambda production: production.lead)
                groups = tuple(Group(next(self._numbers), lead, tuple(inner)) for lead, inner in leads)
                self._groups[key] = groups
            rows[rule] = groups
        return tuple(rows)


def _pair(begun: Mapping[int, Live], standing: Standing, following: Standing) -> dict[int, Live]:
    """The productions that fit both tokens; each rule uses only those before it."""
    rows: dict[int, Live] = {}
    reached: dict[int, tuple[bool, bool]] = {}
    for rule, row in begun.items():
        alone = further = False
        fits = []
        for production in row:
            one, more = _reach(production, standing, following, reached)
            if one or more:
                fits.append(production)
                alone, further = alone or one, further or more
        if fits:
            rows[rule], reached[rule] = tuple(fits), (alone, further)
    return rows


def _reach(
    production: Production, standing: Standing, following: Standing, reached: Mapping[int, tuple[bool, bool]]
) -> tuple[bool, bool]:
    """Whether a production may read just the first token, and whether it may read more."""
    alone = further = False
    for rule, first, size, after, ends, longer in production.openings:
        if rule is not None:
            one, more = reached.get(rule, _NEITHER)
        else:
            one = _begins(first, standing)
            more = one and (standing.long if size == "form" else _goes_on(size, longer, standing, following))
        alone |= one and ends
        further |= more or (one and _begins(after, following))
    return alone, further


def _goes_on(size: Size, longer: frozenset[str] | None, standing: Standing, following: Standing) -> bool:
    """Whether a predicate may read more than the first token."""
    if size == "one" or longer is None or not standing.digit or standing.long:
        return size != "one"
    return following.digit or not longer.isdisjoint(following.categories)


def _joined(reading: Reading, token: int) -> bool:
    """Whether something that ends no sentence and no number is glued to the token before."""
    return reading.glued(token) and reading.norm(token) not in _ENDS


def _lettered(text: str, reading: Reading, after: int) -> bool:
    """Whether a token of digits has other signs than those of figures in it or glued to it: `24-ωρο` too."""
    if not _FIGURES.fullmatch(text):
        return True
    if not reading.glued(after):
        return False
    if reading.norm(after) == "-" and reading.glued(after + 1):
        after += 1
    return _FIGURES.match(reading.word(after)) is None


def _begins(first: First, standing: Standing) -> bool:
    return (
        first.any
        or (first.digit and standing.digit)
        or (first.joined and standing.joined)
        or (first.lettered and standing.lettered)
        or (first.numeric and standing.numeric)
        or (first.capital and standing.capital)
        or (first.mixed and standing.mixed)
        or standing.word in first.words
        or not first.categories.isdisjoint(standing.categories)
    )
