"""Quantities: `[hedge] number [magnitude] unit`, and `unit number` for currencies.

The unit is the anchor: it is met in the one pass of the lexicon, and only then is its number read.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from spacy.vocab import Vocab

from newsfacts.facts import AnyFact, QuantityFact
from newsfacts.lexicon.lexicon import Lexicon, Reading
from newsfacts.lexicon.numbers import reader_of
from newsfacts.packs.forms import folded_forms
from newsfacts.packs.schema import NumbersFile, QuantityFile
from newsfacts.quantities import hedges
from newsfacts.quantities.amounts import beside
from newsfacts.quantities.carried import Found, without_unit
from newsfacts.quantities.compared import told_beside
from newsfacts.quantities.contexts import ContextRules
from newsfacts.quantities.ends import Reader
from newsfacts.quantities.listed import sharing_unit
from newsfacts.quantities.pairs import paired
from newsfacts.quantities.qualifying import said_of
from newsfacts.quantities.ranges import after_between, joint_before
from newsfacts.quantities.units import units_of
from newsfacts.quantities.vocabulary import UnitForm, ValueForm, register_kind, register_numbers

_ANCHORS = frozenset({"unit", "bare", "value"})


class QuantityExtractor:
    """Finds facts of all kinds that the files under `quantities/` define."""

    def __init__(self, numbers: Sequence[NumbersFile], files: Sequence[QuantityFile], vocab: Vocab) -> None:
        """Later files lie over earlier ones."""
        self._numbers = numbers
        self._files = files
        self._contexts = ContextRules(vocab)
        endings = "|".join(re.escape(end) for file in numbers for end in file.ranges.opening_verbs)
        self._verb = re.compile(rf"\w\w+(?:{endings})" if endings else r"(?!)")
        self.kinds = tuple(dict.fromkeys(f.kind for f in files if self._enabled(f.kind)))

    def _enabled(self, kind: str) -> bool:
        return [f.enabled for f in self._files if f.kind == kind][-1]

    def register(self, lexicon: Lexicon) -> None:
        """Add number words, hedges and all units."""
        off = folded_forms(short for file in self._numbers for short in file.off)
        for file in self._numbers:
            register_numbers(file, lexicon, off)
        for kind in self.kinds:
            register_kind(kind, [f for f in self._files if f.kind == kind], lexicon, self._contexts)

    def find(
        self, reading: Reading, reference_date: date | None = None, known: Sequence[AnyFact] = ()
    ) -> list[AnyFact]:
        """All quantities of a text, in order."""
        if _ANCHORS.isdisjoint(reading.rows):
            return []
        facts: list[QuantityFact] = []
        last: tuple[Found, str] | None = None
        everything = self._found(reading)
        sure = [self._allows(reading, found) for found in everything]
        for found, stands in zip(everything, told_beside(reading, everything, sure), strict=True):
            said = said_of(reading, found, last)
            last = found, said
            if stands:
                facts.append(_fact(reading, found, said))
        facts += [
            self._value_fact(reading, start, end, value)
            for start, end, value in reading.found("value")
            if self._contexts.allow(reading, start, end, value.rules)
        ]
        return _without_overlap(facts)

    def _found(self, reading: Reading) -> list[Found]:
        reader = Reader(reader_of(reading), self._verb)
        found = _parts_joined(reading, _joined(reading, self._beside_units(reader)))
        found += list(without_unit(reader, found))
        return sorted(found, key=lambda f: f.start)

    def _beside_units(self, reader: Reader) -> Iterator[Found]:
        """Each unit with its number, and before it the amount that it changed from or is joined to."""
        reading = reader.numbers.reading
        used = 0  # tokens before this one belong to a quantity already
        for start, end, unit in units_of(reading):
            if start < used:
                continue
            pair = paired(reader, start, end, unit, used)
            if pair is not None:
                yield from pair
                used = pair[1].end
                continue
            amount = beside(reader, start, end, unit, used)
            if amount is None:
                continue
            last = _past_word(reading, max(end, amount.end), unit) if amount.start >= end else amount.end
            found = Found(min(start, amount.start), max(end, last), amount, unit)
            if self._allows(reading, found):
                yield from sharing_unit(reader, found, used)
            yield found
            used = found.end

    def _allows(self, reading: Reading, found: Found) -> bool:
        start, end, amount, unit = found
        if not self._contexts.allow(reading, start, end, unit.rules):
            return False
        whole = amount.low == int(amount.low)
        return not whole or self._contexts.allow(reading, start, end, unit.integer_rules)

    @staticmethod
    def _value_fact(reading: Reading, start: int, end: int, value: ValueForm) -> QuantityFact:
        said = value.qualifier
        if said == "exact":
            said = hedges.qualifier(reading, start, end) or said
        return _quantity(reading, start, end, value, (value.value, value.value), said)


def _past_word(reading: Reading, end: int, unit: UnitForm) -> int:
    """The place after a currency that is said by its sign and in a word: `$5 δισ. δολάρια`."""
    hit = reading.starting(end, "unit")
    if hit is None or hit[1].prefix or hit[1].factor != unit.factor:
        return end
    return hit[0] if hit[1].unit == unit.unit else end


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
    joint = joint_before(reading, second.start)
    if joint is None or joint.start != first.end or joint.how in ("loose", "either", "spread"):
        return None
    if joint.how == "between_and" and not after_between(reading, first.start):
        return None
    low = first.unit.in_base_units(first.amount.low)
    high = second.unit.in_base_units(second.amount.high)
    if low < 0 and high < 0:
        low, high = min(low, high), max(low, high)
    if low >= high or second.amount.low != second.amount.high:
        return None
    amount = second.amount._replace(start=first.start, low=low, high=high)
    return Found(first.start, second.end, amount, replace(second.unit, factor=Decimal(1), per=Decimal(1)))


def _parts_joined(reading: Reading, found: Iterable[Found]) -> list[Found]:
    """`3 ευρώ και 50 λεπτά` is one amount: whole units of a currency, and less than one in its hundredths."""
    joined: list[Found] = []
    for item in found:
        one = _with_cents(reading, joined[-1], item) if joined else None
        if one is not None:
            joined[-1] = one
        else:
            joined.append(item)
    return joined


def _with_cents(reading: Reading, whole: Found, part: Found) -> Found | None:
    if whole.unit.unit != part.unit.unit or part.unit.factor * 100 != 1 or whole.unit.factor != 1:
        return None
    hit = reading.starting(whole.end, "number_and")
    value = part.unit.in_base_units(part.amount.low)
    exact = whole.amount.low == whole.amount.high and part.amount.low == part.amount.high
    exact = exact and whole.amount.magnitude == 1  # `310 εκατ. ευρώ και 21 λεπτά ανά μετοχή` are two
    if not exact or (hit[0] if hit is not None else whole.end) != part.start or not 0 < value < 1:
        return None
    amount = whole.amount._replace(low=whole.amount.low + value, high=whole.amount.high + value)
    return Found(whole.start, part.end, amount, whole.unit)


def _fact(reading: Reading, found: Found, said: str) -> QuantityFact:
    unit = found.unit
    ends = unit.in_base_units(found.amount.low), unit.in_base_units(found.amount.high)
    return _quantity(reading, found.start, found.end, unit, ends, said)


def _quantity(
    reading: Reading,
    start: int,
    end: int,
    unit: UnitForm | ValueForm,
    ends: tuple[Decimal, Decimal],
    said: str,
) -> QuantityFact:
    first, last = reading.starts[start], reading.ends[end - 1]
    return QuantityFact(
        kind=unit.kind,
        text=reading.text[first:last],
        start_char=reading.offset + first,
        end_char=reading.offset + last,
        sentence=reading.sentences.text_at(first, last),
        low=None if said in ("at_most", "less_than") else ends[0],
        high=None if said in ("at_least", "more_than", "indefinite") else ends[1],
        unit=unit.unit,
        qualifier=said,  # type: ignore[arg-type]
    )


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
