"""Numbers written in digits, as exact Decimals."""

import re
from decimal import Decimal

# `06` is what stands after a comma that a blank cut off
_PLAIN = re.compile(r"0|[1-9]\d*")
_POINTS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_COMMA_DECIMAL = re.compile(r"\d+,\d+")
_POINT_DECIMAL = re.compile(r"\d+\.\d+")
_ENGLISH_GROUPS = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+")
_ENGLISH_THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}")
_APOSTROPHES = re.compile(r"\d{1,3}(?:['’]\d{3})+(?:[.,]\d+)?")

LONGEST = 24
"""The most signs of a number in digits: with a magnitude it is still exact. What is longer is none."""

_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
# Of `a/b` only these are surely fractions: `2/3` may be a date, `8/10` a rating.
_SLASHED = {"1/2": Decimal("0.5"), "1/4": Decimal("0.25"), "3/4": Decimal("0.75")}

_THOUSANDTHS = re.compile(r"(?<!\d)\d{1,2},(?!000)\d{3}(?!\d)")
_GREEK_DECIMAL = re.compile(r"\d,(?!\d{3}(?!\d))\d")


def read_digits(text: str, *, english: bool = False) -> Decimal | None:
    """The number that digits, points and commas stand for; None where they are no number.

    A comma is decimal and a point before three digits groups thousands, the Greek way; two or
    more comma groups, or commas before a point, are English. `english` (a sign such as `$` stands
    before, or the text writes so) reads a single comma group as thousands too.

    >>> [str(read_digits(t)) for t in ("1.166,24", "7,5", "10.000", "13,420", "6.7", "1,200,000", "0.419")]
    ['1166.24', '7.5', '10000', '13.420', '6.7', '1200000', '0.419']
    >>> read_digits("1,299", english=True), read_digits("12'500"), read_digits("10.4.2")
    (Decimal('1299'), Decimal('12500'), None)
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
    if _APOSTROPHES.fullmatch(text):
        return Decimal(re.sub("['’]", "", text).replace(",", "."))
    return Decimal(text) if _POINT_DECIMAL.fullmatch(text) else None


def read_fraction(text: str) -> Decimal | None:
    """The fraction that a sign or a slash stands for, with whole ones before it; None where it is none.

    >>> read_fraction("½"), read_fraction("1½"), read_fraction("3/4"), read_fraction("8/10")
    (Decimal('0.5'), Decimal('1.5'), Decimal('0.75'), None)
    """
    if text in _SLASHED:
        return _SLASHED[text]
    fraction = _VULGAR.get(text[-1:])
    if fraction is None or not (text[:-1].isdecimal() or len(text) == 1):
        return None
    return fraction + int(text[:-1] or 0)


def writes_greek_decimals(text: str) -> bool:
    """Whether a comma stands before other than three digits anywhere, and so is no thousands mark.

    >>> writes_greek_decimals("13,5 ευρώ"), writes_greek_decimals("31,480 GWh")
    (True, False)
    """
    return _GREEK_DECIMAL.search(text) is not None


def writes_thousandths(text: str) -> bool:
    """Whether one digit or two stand before a comma and three anywhere, as in prices of fuel and of shares.

    >>> writes_thousandths("από 1,879 σε 2,000 ευρώ"), writes_thousandths("€2,000")
    (True, False)
    """
    return _THOUSANDTHS.search(text) is not None
