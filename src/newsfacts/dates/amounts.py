"""Numbers before units of time, in digits or words."""

import re
from decimal import Decimal
from functools import lru_cache

from newsfacts.lexicon.lexicon import Reading
from newsfacts.text.digits import LONGEST

_DIGITS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")


def amount(reading: Reading, token: int) -> tuple[int, Decimal] | None:
    """A number in digits or words, with a magnitude in words."""
    value = digits_value(reading.norm(token))
    found = number_words(reading, token) if value is None else (token + 1, value)
    if found is None:
        return None
    magnitude = reading.starting(found[0], "magnitude") if found[0] < len(reading) else None
    if magnitude and len(reading.norm(found[0])) > 1:
        return magnitude[0], found[1] * magnitude[1]
    return found


def number_words(reading: Reading, token: int) -> tuple[int, Decimal] | None:
    """`εκατόν είκοσι πέντε`: each word smaller than the place that the one before leaves open."""
    first = reading.starting(token, "number")
    if not first:
        return None
    end, value = first
    room = _room(value)
    while room and (following := reading.starting(end, "number")):
        if not 1 <= following[1] < room or following[1] % 1:
            break
        end, value, room = following[0], value + following[1], _room(following[1])
    return end, value


def _room(value: Decimal) -> int:
    """How large a number word may be that follows another."""
    if value % 1 or value < 20:
        return 0
    return 1000 if value == 1000 else 100 if value % 100 == 0 else 10 if value % 10 == 0 else 0


@lru_cache(maxsize=20_000)
def digits_value(word: str) -> Decimal | None:
    """A number in digits, as Greek writes it.

    >>> digits_value("1.234,5"), digits_value("2,5"), digits_value("1.5"), digits_value("1.2.3")
    (Decimal('1234.5'), Decimal('2.5'), Decimal('1.5'), None)
    """
    if len(word) > LONGEST or not _DIGITS.fullmatch(word):
        return None
    thousands = _THOUSANDS.fullmatch(word)
    return Decimal((word.replace(".", "") if thousands else word).replace(",", "."))
