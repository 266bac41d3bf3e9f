"""Amounts whose unit is said once, with another.

`από 41 σε 53 εκατ. ευρώ`, `σε 45 εκατ. από 40 εκατ. ευρώ`, `κατά 19,7 και 25,7%`,
`η Alpha 90 δισ. δολάρια και η Beta 72 δισ.`
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from newsfacts.lexicon.lexicon import Reading
from newsfacts.lexicon.number_parts import YEAR
from newsfacts.lexicon.numbers import Amount, respectively
from newsfacts.quantities.amounts import before_unit
from newsfacts.quantities.ends import Ends, Reader, free_after
from newsfacts.quantities.ranges import opens
from newsfacts.quantities.vocabulary import UnitForm

# How far back the number before `σε 53 εκατ. ευρώ` may stand, and an amount of the same currency.
_MOST_STEPS, _MOST_TOKENS = 9, 45
# Of two amounts of one thing, of which one says the unit, neither is so many times the other.
_ALIKE = 10
# What stands before a letter in codes of months, as in `9M`.
_CODES = {3, 6, 9, 12}


class Found(NamedTuple):
    """A quantity before its qualifier is known: tokens, value and unit."""

    start: int
    end: int
    amount: Ends
    unit: UnitForm


def changed_from(reader: Reader, found: Found, floor: int) -> Found | None:
    """The amount from which one changed to this: the 41 of `από 41 σε 53 εκατ. ευρώ`."""
    reading = reader.numbers.reading
    to = change_to(reading, found.start)
    if to is None or to <= floor:
        return None
    first = _number_from(reader, to, floor)
    if first is None or first.indefinite or _looks_like_year(reading, first, found):
        return None
    return with_unit_of(found, first)


def with_unit_of(found: Found, first: Amount) -> Found:
    """A number with the unit of the quantity after it, and its magnitude where it says none itself."""
    shared = found.amount.magnitude if first.magnitude == 1 and first.terms == 1 else Decimal(1)
    value = first.value * shared
    unit = replace(found.unit, rules=(), integer_rules=())  # its company is that of the other amount
    return Found(first.start, first.end, Ends(first.start, first.end, value, value), unit)


def joined_to(reader: Reader, found: Found, floor: int) -> Found | None:
    """The amount before `και` whose unit this one tells: the 19,7 of `κατά 19,7 και 25,7%`.

    A count or the number of a name stands there too (`το μοντέλο 5 και 10%`): so the two are said to be two
    (`αντίστοιχα`), an amount is asked for before the first, or it has decimals or a magnitude as the second.
    """
    reading = reader.numbers.reading
    article = reading.ending(found.start, "article")
    joint = reading.ending(article[0] if article is not None else found.start, "number_and")
    first = reader.numbers.ending(joint[0], floor) if joint is not None and joint[0] > floor else None
    if first is None or first.indefinite or first.hedge or _looks_like_year(reading, first, found):
        return None
    if reading.word(first.start - 1) == "," and reading.word(first.start - 2)[-1:].isdigit():
        return None  # `3, 5 και 7 ευρώ`: two prices or three
    asked = reading.ending(first.start, "range_shared_by") is not None or respectively(reading, found.end)
    alike = found.amount.magnitude > 1 if first.magnitude > 1 else first.value % 1 != 0
    if not (asked or alike) or not opens(reading, first, "to", reader.verb, percent=found.unit.signed):
        return None
    return with_unit_of(found, first)


def held_against(reader: Reader, found: Found, floor: int) -> Found | None:
    """The amount before the one it came from: the 45 of `σε 45 εκατ. από 40 εκατ. ευρώ`, `στα 45 από 40`.

    It has its own magnitude or is reached (`στα`), so that it is no number of a name, and the other no noun
    of its own behind it.
    """
    reading = reader.numbers.reading
    if not free_after(reader, found.end) and reading.starting(found.end, "range_change_when") is None:
        return None  # `οι πελάτες είναι 2 εκατ., έναντι 30 εκατ. ευρώ επένδυσης`
    joint = reading.ending(found.start, "range_change_from") or reading.ending(found.start, "range_compared")
    end = joint[0] if joint is not None else 0
    end -= end > floor and reading.word(end - 1) == ","
    first = reader.numbers.ending(end, floor) if end > floor else None
    if first is None or first.indefinite:
        return None
    if first.magnitude == 1:
        return with_unit_of(found, first) if _reached(reading, first, found) else None
    own = found.unit.kind == "money" and found.amount.magnitude > 1
    return with_unit_of(found, first) if own else None


def _reached(reading: Reading, first: Amount, found: Found) -> bool:
    """`στα 45 από τα 60 ευρώ`: what was reached is of the size of what it was, and no year."""
    if reading.ending(first.start, "range_reached") is None or _looks_like_year(reading, first, found):
        return False
    now, before = first.value * found.amount.magnitude, found.amount.low
    return 0 < now < before * _ALIKE and before < now * _ALIKE


def change_to(reading: Reading, start: int) -> int | None:
    """Where the `σε` before an amount stands; a hedge may stand between."""
    hedge = reading.ending(start, "hedge_before")
    hit = reading.ending(hedge[0] if hedge is not None else start, "range_change_to")
    return hit[0] if hit is not None else None


def _number_from(reader: Reader, to: int, floor: int) -> Amount | None:
    """The number after `από`, which ends before token `to` or has only a time between."""
    reading = reader.numbers.reading
    for at in range(to - 1, max(floor, to - _MOST_STEPS), -1):
        if reading.ending(at, "range_change_from") is None:
            continue
        hedge = reading.starting(at, "hedge_before")
        number = reader.numbers.starting(hedge[0] if hedge is not None else at)
        if number is not None and number.end <= to and _only_time(reading, number.end, to):
            return number
    return None


def _only_time(reading: Reading, start: int, end: int) -> bool:
    """Whether between two tokens stands nothing but a time: `από 10,5 το 2023 σε 12 εκατ.`."""
    return all(
        reading.word(token) in ("(", ")", ",")
        or YEAR.fullmatch(reading.word(token)) is not None
        or reading.starting(token, "range_change_when") is not None
        for token in range(start, end)
    )


def _looks_like_year(reading: Reading, first: Amount, found: Found) -> bool:
    if not YEAR.fullmatch(reading.span(first.start, first.end)):
        return False
    return not YEAR.fullmatch(reading.span(found.amount.start, found.amount.start + 1))


def without_unit(reader: Reader, found: Sequence[Found]) -> Iterator[Found]:
    """Numbers with a magnitude, no unit and nothing that they count, after money in their sentence."""
    reading = reader.numbers.reading
    money = [f for f in found if f.unit.kind == "money"]
    if not money:
        return
    spans = {token for f in found for token in range(f.start, f.end)}
    rest = iter(sorted(money, key=lambda f: f.end))
    last, following = None, next(rest, None)
    for end in _magnitude_ends(reading):
        while following is not None and following.end < end:
            last, following = following, next(rest, None)
        if last is None or end - 1 in spans or end - last.end > _MOST_TOKENS:
            continue
        # `από 200 εκατ. δύο χρόνια πριν`: another number is nothing that this one counts; a year may be
        counted = reader.numbers.starting(end) is None or YEAR.fullmatch(reading.word(end))
        if counted and not free_after(reader, end):
            continue
        unit = replace(last.unit, factor=Decimal(1), per=Decimal(1), rules=(), integer_rules=())
        ends = before_unit(reader, end, last.end, unit)
        if ends is None or ends.indefinite or ends.magnitude == 1 or _is_code(reading, ends, end):
            continue
        if _same_sentence(reading, last, ends) and not _counts(reading, last.end, ends):
            yield Found(ends.start, end, ends, unit)


def _is_code(reading: Reading, ends: Ends, end: int) -> bool:
    """`9M ’23`, `στο 9M`: so many months, and no millions; the full stop of `9 εκατ.` is no letter."""
    letter = reading.word(end - 1)
    return len(letter) == 1 and letter.isalpha() and ends.high / ends.magnitude in _CODES


def _magnitude_ends(reading: Reading) -> Iterable[int]:
    return [end for _, end, _ in reading.found("magnitude")]


def _same_sentence(reading: Reading, last: Found, ends: Ends) -> bool:
    start = reading.starts[ends.start]
    return bool(reading.sentences.bounds(start, start + 1)[0] <= reading.starts[last.start])


def _counts(reading: Reading, start: int, ends: Ends) -> bool:
    """Whether a noun of things that are counted stands between the money and this number."""
    return any(reading.starting(token, "counted") is not None for token in range(start, ends.start))
