"""Numbers as Greek newspapers write them, as exact Decimals."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

_PLAIN = re.compile(r"\d+")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_COMMA_DECIMAL = re.compile(r"\d+,\d+")
_POINT_DECIMAL = re.compile(r"\d+\.\d+")
_ENGLISH_GROUPS = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+")
_ENGLISH_THOUSANDS = re.compile(r"\d{1,3},\d{3}")

LONGEST = 24
"""The most signs of a number in digits: with a magnitude it is still exact. What is longer is none."""


def read_digits(text: str, *, english: bool = False) -> Decimal | None:
    """The number that digits, points and commas stand for; None where they are no number.

    A comma is decimal and a point before three digits groups thousands, the Greek way; two or
    more comma groups, or commas before a point, are English. `english` (a sign such as `$` stands
    before) reads a single comma group as thousands too.

    >>> [str(read_digits(t)) for t in ("1.166,24", "7,5", "10.000", "13,420", "6.7", "1,200,000")]
    ['1166.24', '7.5', '10000', '13.420', '6.7', '1200000']
    >>> read_digits("1,299", english=True), read_digits("10.4.2")
    (Decimal('1299'), None)
    """
    if len(text) > LONGEST:
        return None
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if _ENGLISH_GROUPS.fullmatch(text) or (english and _ENGLISH_THOUSANDS.fullmatch(text)):
        return Decimal(text.replace(",", ""))
    if _POINTS.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _COMMA_DECIMAL.fullmatch(text):
        return Decimal(text.replace(",", "."))
    return Decimal(text) if _POINT_DECIMAL.fullmatch(text) else None


class Part(NamedTuple):
    """One piece of a number: `role` is digits, word, magnitude, indefinite, half or comma."""

    role: str
    value: Decimal


class Number(NamedTuple):
    """A number read: its value, how many parts it took, and whether only its order is known."""

    value: Decimal
    used: int
    indefinite: bool = False
    # the last magnitude said, which a range may share; 1 where none was
    magnitude: Decimal = Decimal(1)


def combine(parts: Sequence[Part]) -> Number | None:
    """Read one number from the start of a row of parts; the rest is left unread.

    >>> D = Decimal
    >>> words = [Part("word", D(100)), Part("word", D(20)), Part("magnitude", D(1000)), Part("word", D(3))]
    >>> combine(words).value
    Decimal('120003')
    >>> combine([Part("indefinite", D(10)), Part("magnitude", D(10**6))]).indefinite
    True
    """
    if not parts:
        return None
    if parts[0].role in ("indefinite", "magnitude"):
        return _indefinite(parts)
    total, group, smallest, last = Decimal(0), None, None, Decimal(1)
    floor = Decimal("Infinity")  # a magnitude must be smaller than those before it
    rank = Decimal("Infinity")  # and so must each word of a group
    used = 0
    for i, (role, value) in enumerate(parts):
        if role == "digits":
            if group is not None or value >= floor:
                break
            group, rank = value, Decimal(0)
        elif role == "word":
            if group is None:
                if value >= floor:
                    break
                group = value
            elif value < rank and _may_follow(value, group):
                group += value
            else:
                break
            rank = _rank(value)
        elif role == "half" and group is not None and group == int(group):
            group, rank = group + value, Decimal(0)
        elif role == "comma":
            decimals = _decimals(parts[i + 1 :])
            if group is None or decimals is None:
                break
            group, rank = group + decimals[0], Decimal(0)
            return _with_magnitude(group, parts, i + 1 + decimals[1])
        elif role == "magnitude":
            if group is None:
                # `εκατό χιλιάδες εκατομμύρια`: a larger magnitude multiplies what is there
                if used != i or value <= last or total == 0:
                    break
                total, last, floor = total * value, value, last * value
            elif value < floor:
                total, floor, last, group, rank = (
                    total + group * value,
                    value,
                    value,
                    None,
                    Decimal("Infinity"),
                )
            else:
                break
        else:
            break
        used = i + 1
        smallest = group
    if group is not None and smallest is not None:
        total += group
    return Number(total, used, magnitude=last if group is None else Decimal(1)) if used else None


def _with_magnitude(value: Decimal, parts: Sequence[Part], used: int) -> Number:
    if used < len(parts) and parts[used].role == "magnitude":
        return Number(value * parts[used].value, used + 1, magnitude=parts[used].value)
    return Number(value, used)


def _indefinite(parts: Sequence[Part]) -> Number:
    value, used, last = Decimal(1), 0, Decimal(1)
    for role, factor in parts:
        if role not in ("indefinite", "magnitude") or (role == "indefinite" and used):
            break
        value, used, last = value * factor, used + 1, factor
    return Number(value, used, indefinite=True, magnitude=last)


def _rank(value: Decimal) -> Decimal:
    """What a further word of the same group must stay under: 100 after hundreds, 10 after tens."""
    if value != int(value) or 0 <= value < 20:
        return Decimal(0)
    return next(Decimal(step) for step in (1000, 100, 10) if value >= step)


def _may_follow(value: Decimal, group: Decimal) -> bool:
    return value > 0 and group > 0 and (value == int(value) or group >= 20)


def _decimals(parts: Sequence[Part]) -> tuple[Decimal, int] | None:
    """The fraction that number words after a spoken comma stand for, and how many words that took."""
    digits, used = "", 0
    while used < len(parts) and parts[used] == Part("word", Decimal(0)):
        digits, used = digits + "0", used + 1
    tail = parts[used:]
    words = 0
    while words < len(tail) and tail[words].role == "word":
        words += 1
    number = combine(tail[:words]) if words else None
    if number is not None and number.value == int(number.value):
        digits, used = digits + str(int(number.value)), used + number.used
    return (Decimal(f"0.{digits}"), used) if digits else None
