"""A number or range as it is read beside a unit, and what it is read with."""

import re
from decimal import Decimal
from typing import NamedTuple

from newsfacts.lexicon.numbers import NumberReader

_LETTER = re.compile(r"[^\W\d_]")


class Ends(NamedTuple):
    """A number or range read: tokens `start` to `end` (exclusive), with both ends of its value.

    `magnitude` is what a number before it that has none may share.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    indefinite: bool = False
    plus: bool = False
    hedge: str | None = None
    magnitude: Decimal = Decimal(1)


class Reader(NamedTuple):
    """What numbers beside units are read with: a text's numbers, and what a verb looks like."""

    numbers: NumberReader
    verb: re.Pattern[str]


def free_after(reader: Reader, token: int) -> bool:
    """Whether a number that ends before a token counts nothing: no noun follows it."""
    reading = reader.numbers.reading
    word = reading.word(token)
    if not word or not _LETTER.search(word):
        return word[:1] not in ("%", "‰", "°") and not word[:1].isdigit()
    if reading.starting(token, "followed_by") is not None:
        return True
    return word[0].islower() and reader.verb.fullmatch(reading.norm(token)) is not None
