"""What words of length mean: ISO 8601 durations."""

import re
from decimal import Decimal
from functools import lru_cache

from newsfacts.dates.latent import Length, Unit

_ISO = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}
_TIME_UNITS = ("second", "minute", "hour")
_COUNTED, _MILLION = (*_TIME_UNITS, "day"), 10**6
_YEARS = {"decade": 10, "century": 100, "millennium": 1000}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800, "month": 2_629_746}
_SECONDS |= {unit: 31_556_952 * years for unit, years in (("year", 1), *_YEARS.items())}
"""How long units are, to tell which of two is the longer one."""


@lru_cache(maxsize=20_000)
def iso_length(value: Decimal, unit: str) -> str:
    """An ISO 8601 duration; parts of years and hours become whole months and minutes.

    >>> [iso_length(Decimal(n), u) for n, u in (("1.5", "year"), ("0.5", "century"), (48, "hour"))]
    ['P18M', 'P50Y', 'PT48H']
    """
    if unit in _YEARS:
        value, unit = value * _YEARS[unit], "year"
    for big, small, times in (
        ("year", "month", 12),
        ("day", "hour", 24),
        ("hour", "minute", 60),
        ("minute", "second", 60),
    ):
        if unit == big and value % 1 and not (value * times) % 1:
            value, unit = value * times, small
    amount = f"{value.normalize():f}"
    return f"P{'T' if unit in _TIME_UNITS else ''}{amount}{_ISO[unit]}"


def measured(n: Decimal, u: tuple[Unit, bool], h: Decimal | None = None) -> Length | None:
    """`18 μήνες`; of `2-3 μήνες` the lower end. More than two of something are a plural.

    `4,2 εκατ. ώρες` is a sum of what many worked, as `65 εκατ. χρόνια` is not.
    """
    unit, many = u
    if (h is not None and h <= n) or ((h or n) > 2 and not many) or (n >= _MILLION and unit in _COUNTED):
        return None
    return Length(iso_length(n, unit), unit, n)


def single(u: tuple[Unit, bool]) -> Length | None:
    """`μια χρονιά`, `μια μέρα`: often one of several, not a length."""
    return measured(Decimal(1), u) if u[0] in ("day", "year") else None


def minutes(u: tuple[Unit, bool]) -> tuple[Unit, bool] | None:
    """`λεπτά`, which may be cents."""
    return u if u[0] == "minute" else None


def no_minutes(u: tuple[Unit, bool]) -> tuple[Unit, bool] | None:
    """All units but these."""
    return None if u[0] == "minute" else u


def lower_length(a: Length, b: Length) -> Length | None:
    """`48 ώρες έως 10 ημέρες`: of a range the lower end."""
    if a.value is None or b.value is None:
        return None
    rises = a.value * _SECONDS[a.unit] < b.value * _SECONDS[b.unit]
    return Length(a.iso) if rises else None


def counted_noun(n: Decimal, c: str) -> Length | None:
    """`δύο τριετίες`, `τρία 24ωρα`."""
    found = re.fullmatch(r"(PT?)(\d+)(\w)", c)
    if not n or not found:
        return None
    return Length(f"{found[1]}{(Decimal(found[2]) * n).normalize():f}{found[3]}")


def word_length(c: str) -> Length:
    """`δεκαετής`."""
    return Length(c)


def short_period(p: int) -> int | None:
    """`τρίμηνο`, `εξάμηνο`, `εννεάμηνο`: no lengths where an article stands before them."""
    return p if p in (3, 6, 9) else None


def joined_lengths(a: Length, b: Length) -> Length | None:
    """`2 ώρες και 30 λεπτά` is one length."""
    if a.value is None or b.value is None or a.value % 1 or a.unit not in _ISO or b.unit not in _ISO:
        return None
    if _SECONDS[b.unit] >= _SECONDS[a.unit] or (a.unit in _TIME_UNITS) != (b.unit in _TIME_UNITS):
        return None
    return Length(a.iso + iso_length(b.value, b.unit)[1:].removeprefix("T"), a.unit)
