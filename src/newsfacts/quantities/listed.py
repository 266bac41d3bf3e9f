"""Amounts before one that tells their unit: one, or those of a list: `βραβεία 10, 7 και 5 χιλ. ευρώ`."""

from collections.abc import Sequence

from newsfacts.lexicon.lexicon import Reading
from newsfacts.lexicon.number_parts import YEAR
from newsfacts.lexicon.numbers import Amount
from newsfacts.quantities.carried import Found, changed_from, held_against, joined_to, with_unit_of
from newsfacts.quantities.ends import Reader
from newsfacts.quantities.ranges import joint_before, opens

# Amounts of one list are of one size: none is more than so many times the last, or so many times less.
_ALIKE = 100


def sharing_unit(reader: Reader, found: Found, floor: int) -> Sequence[Found]:
    """The amounts before a quantity whose unit it tells, not before token `floor`."""
    if listed := _listed(reader, found, floor):
        return listed
    one = (
        changed_from(reader, found, floor)
        or joined_to(reader, found, floor)
        or held_against(reader, found, floor)
    )
    return () if one is None else (one,)


def _listed(reader: Reader, found: Found, floor: int) -> tuple[Found, ...]:
    """The amounts of the list that this quantity ends, in order: two or more, or none.

    Two numbers may be a name or a count and an amount (`το μοντέλο 5 και 10%`); three in a row, with commas
    between them and `και` or `ή` before the last, are of one kind. They begin at token `floor` or later.
    """
    reading = reader.numbers.reading
    numbers: list[Amount] = []
    end = _before_joint(reading, found.start, floor)
    while end > floor:
        number = reader.numbers.ending(end, floor)
        if number is None or not _fits(reading, number, found):
            break
        numbers.append(number)
        comma = reading.word(number.start - 1) == "," and not reading.glued(number.start)
        end = number.start - 1 if comma else floor
    if len(numbers) < 2 or not opens(reading, numbers[-1], "to", reader.verb, percent=found.unit.signed):
        return ()
    return tuple(with_unit_of(found, number) for number in reversed(numbers))


def _before_joint(reading: Reading, start: int, floor: int) -> int:
    """Where the `και` or `ή` before a token stands; `floor` where there is none."""
    hit = reading.ending(start, "number_and")
    joint = joint_before(reading, start)
    if hit is None and joint is not None and joint.how == "either":
        return joint.start
    return hit[0] if hit is not None else floor


def _fits(reading: Reading, number: Amount, found: Found) -> bool:
    if number.indefinite or number.hedge or found.amount.low <= 0:
        return False
    if YEAR.fullmatch(reading.span(number.start, number.end)):
        return False
    value, last = with_unit_of(found, number).amount.low, found.amount.low
    return last <= value * _ALIKE and value <= last * _ALIKE
