"""Amounts in a word of several meanings that stand beside one whose meaning is told.

`από 18 λεπτά σε 14 λεπτά ανά κιλοβατώρα`, `19 λεπτά ανά κιλοβατώρα, έναντι 17 λεπτών`: all are cents.
"""

from collections.abc import Sequence
from itertools import pairwise

from newsfacts.lexicon.lexicon import Reading
from newsfacts.quantities.carried import Found, change_to, only_time

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
    """`από 18 λεπτά το 2025 σε 14 λεπτά`."""
    if (one.unit.unit, one.unit.factor) != (other.unit.unit, other.unit.factor):
        return False
    to = change_to(reading, other.start)
    if to is None or to < one.end or reading.ending(one.start, "range_change_from") is None:
        return False
    return only_time(reading, one.end, to)


def _is_compared(reading: Reading, told: Found, one: Found) -> bool:
    if reading.ending(one.start, "range_compared") is not None:
        start = reading.starts[one.start]
        return bool(reading.sentences.bounds(start, start + 1)[0] <= reading.starts[told.start])
    if one.start - told.end > _NEAR:
        return False
    if reading.ending(one.start, "range_change_from") is not None:
        return True
    if reading.ending(told.start, "range_change_from") is None or change_to(reading, one.start) is None:
        return False
    return all(reading.starting(token, "number_and") is None for token in range(told.end, one.start))
