"""Amounts in a word of several meanings that stand beside one whose meaning is told.

`από 18 λεπτά σε 14 λεπτά ανά κιλοβατώρα`, `19 λεπτά ανά κιλοβατώρα, έναντι 17 λεπτών`: all are cents.
"""

from collections.abc import Sequence
from itertools import pairwise

from newsfacts.lexicon.lexicon import Reading
from newsfacts.quantities.carried import Found, change_to

# How many tokens may stand between an amount and the one that it changed from or to: `ανά κιλοβατώρα, `.
_NEAR = 6


def told_beside(reading: Reading, found: Sequence[Found], sure: Sequence[bool]) -> list[bool]:
    """Which quantities stand: those that are sure, and those that are told by one of these."""
    stands = list(sure)
    if all(sure) or not any(sure):
        return stands
    rows = range(len(found))
    for row, following in reversed(list(pairwise(rows))):
        if stands[following] and not stands[row] and _changes(reading, found[row], found[following]):
            stands[row] = True
    last: dict[tuple[str, object], int] = {}
    for row in rows:
        one = found[row]
        before = last.get((one.unit.unit, one.unit.factor))
        if not stands[row] and before is not None and stands[before]:
            stands[row] = _is_compared(reading, found[before], one)
        last[one.unit.unit, one.unit.factor] = row
    return stands


def _changes(reading: Reading, one: Found, other: Found) -> bool:
    """`από 18 λεπτά το 2025 έπεσε σε 14 λεπτά`, `14 λεπτά αντί 18 λεπτών`."""
    if (one.unit.unit, one.unit.factor) != (other.unit.unit, other.unit.factor):
        return False
    compared = reading.ending(other.start, "range_compared")
    if compared is not None:
        return compared[0] == one.end
    to = change_to(reading, other.start)
    if to is None or not 0 <= to - one.end <= _NEAR or reading.ending(one.start, "range_change_from") is None:
        return False
    return not _parted(reading, one.end, to)


def _is_compared(reading: Reading, told: Found, one: Found) -> bool:
    if reading.ending(one.start, "range_compared") is not None:
        start = reading.starts[one.start]
        return bool(reading.sentences.bounds(start, start + 1)[0] <= reading.starts[told.start])
    if one.start - told.end > _NEAR:
        return False
    if reading.ending(one.start, "range_change_from") is None:
        opened = reading.ending(told.start, "range_change_from") is not None
        if not opened or change_to(reading, one.start) is None:
            return False
    return not _parted(reading, told.end, one.start)


def _parted(reading: Reading, start: int, end: int) -> bool:
    """`κοστίζει 14 λεπτά ανά κιλοβατώρα και διαρκεί από 20 λεπτά`."""
    return any(reading.starting(token, "number_and") is not None for token in range(start, end))
