"""Quantities: `[hedge] number [magnitude] unit`, and `unit number` for currencies.

The unit is the anchor: it is met in the one pass of the lexicon, and only then is its number read.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from spacy.vocab import Vocab

from newsfacts.facts import AnyFact, QuantityFact
from newsfacts.lexicon.lexicon import Lexicon, Reading
from newsfacts.packs.forms import escaped, expand
from newsfacts.packs.schema import NumbersFile, QuantityFile, family_units
from newsfacts.quantities import hedges
from newsfacts.quantities.amounts import Amount, NumberReader, joint
from newsfacts.quantities.contexts import ContextRules
from newsfacts.text.fold import fold

_ANCHORS = ("unit", "bare", "value")
_ENGLISH_SIGNS = {"USD", "GBP", "JPY", "CAD", "AUD", "HKD", "SGD", "NZD"}


@dataclass(frozen=True)
class UnitForm:
    """What a unit's word or symbol stands for."""

    kind: str
    unit: str
    factor: Decimal
    per: Decimal
    signed: bool
    rules: tuple[int, ...]
    integer_rules: tuple[int, ...]
    prefix: bool = False


@dataclass(frozen=True)
class ValueForm:
    """A word that holds number and unit, such as the Greek for `twofold`."""

    kind: str
    unit: str
    value: Decimal
    qualifier: str
    rules: tuple[int, ...]


class Found(NamedTuple):
    """A quantity before its qualifier is known: tokens, value and unit."""

    start: int
    end: int
    amount: Amount
    unit: UnitForm


class QuantityExtractor:
    """Finds facts of all kinds that the files under `quantities/` define."""

    def __init__(self, numbers: Sequence[NumbersFile], files: Sequence[QuantityFile], vocab: Vocab) -> None:
        """Later files lie over earlier ones."""
        self._numbers = numbers
        self._files = files
        self._contexts = ContextRules(vocab)
        self.kinds = tuple(dict.fromkeys(f.kind for f in files if self._enabled(f.kind)))

    def _enabled(self, kind: str) -> bool:
        return [f.enabled for f in self._files if f.kind == kind][-1]

    # -- vocabulary ---------------------------------------------------------------------------

    def register(self, lexicon: Lexicon) -> None:
        """Add number words, hedges and all units."""
        off = {form for file in self._numbers for short in file.off for form in expand(short)}
        for file in self._numbers:
            self._register_numbers(file, lexicon, off)
        for kind in self.kinds:
            self._register_kind([f for f in self._files if f.kind == kind], lexicon)

    @staticmethod
    def _register_numbers(file: NumbersFile, lexicon: Lexicon, off: set[str]) -> None:
        def add(category: str, payload: Any, shorts: Iterable[str], glued: bool = False) -> None:
            lexicon.add(category, payload, _without(shorts, off), glued=glued)

        for number in file.numbers:
            add("number", number.value, number.words)
        for magnitude in file.magnitudes:
            add("magnitude", magnitude.value, magnitude.words, glued=True)
            lexicon.add_symbols("magnitude", magnitude.value, _without(magnitude.symbols, off))
        for order in file.indefinite:
            add("indefinite", order.value, order.words)
        add("and_half", Decimal("0.5"), file.and_half)
        add("decimal_comma", True, file.decimal_comma)
        lexicon.add_beside("singular", True, _without(file.singular, off))
        lexicon.add_beside("caption", True, _without(file.captions, off))
        lexicon.add_beside("article", True, _without(file.articles, off))
        lexicon.add_beside("object", True, _without(file.objects, off))
        lexicon.add_beside("filler", True, _without(file.fillers, off))
        for hedge in file.hedges:
            add("hedge_before" if not hedge.gap else "hedge_gap", hedge, hedge.before)
            add("hedge_inside", hedge.qualifier, hedge.inside)
            add("hedge_after", hedge.qualifier, hedge.after)
        lexicon.add_beside("range_to", True, _without(file.ranges.to, off))
        lexicon.add_beside("range_between", True, _without(file.ranges.between, off))
        lexicon.add_beside("range_and", True, _without(file.ranges.between_and, off))

    def _register_kind(self, files: Sequence[QuantityFile], lexicon: Lexicon) -> None:
        off = {form for file in files for short in file.off for form in expand(short)}
        base_unit = next((f.unit for f in files if f.unit), None)
        signed = any(f.signed for f in files)
        common = [self._contexts.add(file) for file in files if file.only_if or file.never_if]
        for file in files:
            for unit in (*file.units, *(unit for f in file.families for unit in family_units(f))):
                form = UnitForm(
                    kind=file.kind,
                    unit=unit.unit or base_unit or file.kind,
                    factor=unit.scale,
                    per=unit.per,
                    signed=signed,
                    rules=(*common, *self._contexts.add_any(unit)),
                    integer_rules=tuple(self._contexts.add_any(unit.integer)),
                )
                lexicon.add("unit", form, _without(unit.words, off), glued=True)
                # `Euro 2024` and `Euro 7` are no money: only signs and codes stand before their number
                sign = replace(form, prefix=unit.prefix)
                lexicon.add_symbols("unit", sign, _without(unit.symbols, off), any_case=not unit.prefix)
                lexicon.add("bare", form, _without(unit.bare, off), glued=True)
            for word in file.values:
                value = ValueForm(
                    file.kind, base_unit or file.kind, word.value, word.qualifier, tuple(common)
                )
                lexicon.add("value", value, _without(word.words, off))

    # -- finding ------------------------------------------------------------------------------

    def find(
        self, reading: Reading, reference_date: date | None = None, known: Sequence[AnyFact] = ()
    ) -> list[AnyFact]:
        """All quantities of a text, in order."""
        if not any(category in reading.rows for category in _ANCHORS):
            return []
        found = _joined(reading, self._amounts(reading))
        facts = [fact for f in found if (fact := self._fact(reading, f)) is not None]
        facts += [
            self._value_fact(reading, start, end, value)
            for start, end, value in reading.found("value")
            if self._contexts.allow(reading, start, end, value.rules)
        ]
        return _without_overlap(facts)

    def _amounts(self, reading: Reading) -> Iterator[Found]:
        numbers = NumberReader(reading)
        used = 0  # tokens before this one belong to a quantity already
        for start, end, unit in _units(reading):
            if start < used:
                continue
            amount = _beside(numbers, start, end, unit, used)
            if amount is None:
                continue
            first, last = min(start, amount.start), max(end, amount.end)
            yield Found(first, last, amount, unit)
            used = last

    def _fact(self, reading: Reading, found: Found) -> QuantityFact | None:
        start, end, amount, unit = found
        if not self._contexts.allow(reading, start, end, unit.rules):
            return None
        if amount.low == int(amount.low) and not self._contexts.allow(
            reading, start, end, unit.integer_rules
        ):
            return None
        low, high = (_in_base_units(value, unit) for value in (amount.low, amount.high))
        qualifier = _qualifier(reading, found)
        return _quantity(reading, start, end, unit.kind, unit.unit, low, high, qualifier)

    @staticmethod
    def _value_fact(reading: Reading, start: int, end: int, value: ValueForm) -> QuantityFact:
        qualifier = value.qualifier
        if qualifier == "exact":
            qualifier = hedges.qualifier(reading, start, end) or qualifier
        return _quantity(reading, start, end, value.kind, value.unit, value.value, value.value, qualifier)


def _without(shorts: Iterable[str], off: set[str]) -> list[str]:
    if not off:
        return list(shorts)
    folded_off = {fold(form) for form in off}
    return [
        escaped(form)
        for short in shorts
        for form in expand(short)
        if form not in off and fold(form) not in folded_off
    ]


def _units(reading: Reading) -> Iterable[tuple[int, int, UnitForm]]:
    """All units of a text; a bare currency word is the currency of that word named in full before it."""
    bare = {
        (start, end): [term.payload for term in groups["bare"].terms]
        for start, end, groups in (reading.matches[row] for row in reading.rows.get("bare", ()))
    }
    if not bare:
        return reading.found("unit")
    named = list(reading.found("unit"))
    full: set[int] = set()  # tokens of currencies named in full
    places: dict[str, list[int]] = {}  # where each currency is named, by its code
    for start, end, unit in named:
        if (start, end) not in bare:
            full.update(range(start, end))
            places.setdefault(unit.unit, []).append(start)
    spots = {(start, end): unit for start, end, unit in named}
    for spot, candidates in bare.items():
        if spot[0] not in full:
            meant = _named_nearest(spot[0], candidates, places)
            if meant is not None:
                spots[spot] = meant
    return sorted(((start, end, unit) for (start, end), unit in spots.items()), key=lambda hit: hit[0])


def _named_nearest(
    spot: int, candidates: Iterable[UnitForm], places: dict[str, list[int]]
) -> UnitForm | None:
    """The candidate whose currency was named last before a place, or else first after it."""
    before: list[tuple[int, UnitForm]] = []
    after: list[tuple[int, UnitForm]] = []
    for candidate in candidates:
        starts = places.get(candidate.unit, [])
        row = bisect_left(starts, spot)
        before += [(starts[row - 1], candidate)] if row else []
        after += [(starts[row], candidate)] if row < len(starts) else []
    if before:
        return max(before, key=lambda hit: hit[0])[1]
    return min(after, key=lambda hit: hit[0])[1] if after else None


def _quantity(
    reading: Reading, start: int, end: int, kind: str, unit: str, low: Decimal, high: Decimal, qualifier: str
) -> QuantityFact:
    first, last = reading.starts[start], reading.ends[end - 1]
    return QuantityFact(
        kind=kind,
        text=reading.text[first:last],
        start_char=reading.offset + first,
        end_char=reading.offset + last,
        sentence=reading.sentences.text_at(first, last),
        low=None if qualifier in ("at_most", "less_than") else low,
        high=None if qualifier in ("at_least", "more_than", "indefinite") else high,
        unit=unit,
        qualifier=qualifier,  # type: ignore[arg-type]
    )


# -- numbers beside a unit --------------------------------------------------------------------


def _beside(numbers: NumberReader, start: int, end: int, unit: UnitForm, used: int) -> Amount | None:
    """The number of a unit at tokens `start` to `end`: before it, or after a currency's sign."""
    reading = numbers.reading
    after = numbers.starting(end, english=unit.unit in _ENGLISH_SIGNS) if unit.prefix else None
    after = None if after is not None and after.indefinite else after
    glued_after = after is not None and reading.glued(end)
    glued_before = reading.glued(start)
    if after is not None and glued_after and not glued_before:
        return numbers.prefixed_range(after, unit.unit)
    before = numbers.ending(start, used, signed=unit.signed)
    if before is not None and after is not None and not glued_before and _is_year(reading, before):
        before = None
    if before is not None:
        return before
    return numbers.prefixed_range(after, unit.unit) if after is not None else None


def _is_year(reading: Reading, amount: Amount) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", reading.span(amount.start, amount.end)) is not None


def _joined(reading: Reading, found: Iterable[Found]) -> Iterator[Found]:
    """`7% έως 8%`: two quantities of one unit with a range word between them are one range."""
    last: Found | None = None
    for item in found:
        one = _as_range(reading, last, item) if last else None
        if one is None and last:
            yield last
        last = one or item
    if last:
        yield last


def _as_range(reading: Reading, first: Found, second: Found) -> Found | None:
    """The range from one quantity to the next; None where they are two."""
    if (first.unit.kind, first.unit.unit) != (second.unit.kind, second.unit.unit):
        return None
    if first.amount.low != first.amount.high or first.amount.indefinite or second.amount.indefinite:
        return None
    start, high = second.start, second.amount.high
    if high < 0 and reading.glued(start) and reading.norm(start) == "-":
        start, high = start + 1, -high  # the dash of `30%-35%` joins and is no sign
    if joint(reading, first.end, first.start) != start:
        return None
    ends = sorted((_in_base_units(first.amount.low, first.unit), _in_base_units(high, second.unit)))
    if ends[0] == ends[1]:
        return None
    amount = second.amount._replace(start=first.start, low=ends[0], high=ends[1])
    return Found(first.start, second.end, amount, replace(second.unit, factor=Decimal(1), per=Decimal(1)))


def _in_base_units(value: Decimal, unit: UnitForm) -> Decimal:
    return value * unit.factor / unit.per


def _qualifier(reading: Reading, found: Found) -> str:
    amount = found.amount
    if amount.low != amount.high:
        return "range"
    if amount.indefinite:
        return "indefinite"
    return amount.hedge or hedges.qualifier(reading, found.start, found.end) or "exact"


def _without_overlap(facts: list[QuantityFact]) -> list[AnyFact]:
    """In order of place; of facts of one kind that overlap the longest stays."""
    facts.sort(key=lambda f: (f.start_char, -f.end_char))
    kept: list[AnyFact] = []
    last: dict[str, int] = {}
    for fact in facts:
        if fact.start_char >= last.get(fact.kind, 0):
            kept.append(fact)
            last[fact.kind] = fact.end_char
    return kept
