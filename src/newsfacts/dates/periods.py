"""What parts of a year mean; decades and centuries; beginnings and ends."""

from collections.abc import Mapping
from typing import Any

from newsfacts.dates.digits import full_year
from newsfacts.dates.latent import (
    AbsoluteDate,
    Feast,
    Latent,
    Neighbour,
    Part,
    PartName,
    Period,
    RelativeDate,
    Same,
    Span,
    Unplaced,
    Year,
    Years,
)
from newsfacts.dates.meanings import Shifted
from newsfacts.dates.years import shifted_year

FIRST_MONTHS = (5, 6, 7, 8, 9, 10, 11)
"""So many months without an ordinal are the first ones of a year; three or four may be any."""

_HALF = 6
_PARTS: Mapping[int, tuple[PartName, ...]] = {15: ("half1", "half2"), 10: ("early", "mid", "late")}


# -- parts of a year -----------------------------------------------------------------------


def nth_period(n: int, p: int) -> Period | None:
    """`δεύτερο εξάμηνο`."""
    first = (n - 1) * p + 1
    return Period(first, p, ended=p == 3 or p in FIRST_MONTHS) if 1 <= first <= 13 - p else None


def lettered(l: tuple[int, int]) -> Period:  # noqa: E741
    """`Β΄τρίμηνο`."""
    return Period(*l, ended=True)


def last_period(p: int, y: Year) -> Period | None:
    """`τελευταίο τρίμηνο του 2025`."""
    return Period(13 - p, p, y) if 2 <= p <= 6 else None


def previous_period(p: int) -> RelativeDate | None:
    """`τελευταίο τρίμηνο`."""
    return RelativeDate("month", -1, p) if p in (3, 4, 6) else None


def period_to(p: int, m: Latent) -> Period | None:
    """`τρίμηνο του Ιουνίου`: the one that ends with June."""
    if p not in (2, 3, 4, 6) or not isinstance(m, Period) or m.month % p:
        return None
    return m._replace(month=m.month - p + 1, months=p)


def same_period(p: int, y: Year) -> Same | Period:
    """`αντίστοιχο τρίμηνο του 2024`; months without an ordinal are the first ones of a year."""
    return Period(1, p, y) if p in FIRST_MONTHS and p != _HALF else Same(p, y)


def same_shifted(a: Shifted, p: int) -> Same | Period | None:
    """`αντίστοιχο περσινό τρίμηνο`."""
    year = shifted_year(a)
    return same_period(p, year) if year else None


def nth_shifted(n: int, a: Shifted, p: int) -> Period | None:
    """`πρώτο φετινό τρίμηνο`."""
    return _in_shifted(nth_period(n, p), a)


def last_shifted(a: Shifted, p: int) -> Period | None:
    """`τελευταίο περσινό τρίμηνο`."""
    year = shifted_year(a)
    return last_period(p, year) if year else None


def reported_shifted(a: Shifted, p: int) -> Period | None:
    """`περσινό εννεάμηνο`."""
    return _in_shifted(reported_months(p), a)


def _in_shifted(part: Period | None, a: Shifted) -> Period | None:
    year = shifted_year(a)
    return part._replace(year=year) if part and year else None


def same_month(y: Year | None = None, a: Shifted = ("", 0)) -> Same | None:
    """`ίδιο μήνα του 2024`, `αντίστοιχο περσινό μήνα`."""
    year = y or shifted_year(a)
    return Same(1, year) if year else None


def last_count(n: Any, y: Year) -> Period | None:
    """`τελευταίους τρεις μήνες του 2024`."""
    return Period(13 - int(n), int(n), y) if 1 <= n <= 11 and not n % 1 else None


def first_months(p: int, y: Year) -> Period | None:
    """`εννεάμηνο του 2025`."""
    return Period(1, p, y) if 2 <= p <= 11 else None


def first_count(n: Any, y: Year) -> Period | None:
    """`πρώτους έξι μήνες του 2025`."""
    return Period(1, int(n), y) if 1 <= n <= 12 and not n % 1 else None


def reported_months(p: int) -> Period | None:
    """`εξάμηνο`, `11μηνο`."""
    return Period(1, p, ended=True) if p in FIRST_MONTHS else None


def nine_months(p: int) -> Period | None:
    """`εννεάμηνο`, which is no length where nothing says so."""
    return reported_months(p) if p == 9 else None


def winter(w: Period, y: Year, z: int) -> Period | None:
    """`χειμώνα του 2025-26`."""
    if w.month + w.months <= 13 or y.number is None or (y.number + 1) % 100 != z % 100:
        return None
    return w._replace(year=y)


def winter_of(w: Period, y: Span) -> Period | None:
    """`χειμώνα 2025/26`."""
    first: Any = y.first
    return w._replace(year=first.year) if w.month + w.months > 13 else None


# -- long times ----------------------------------------------------------------------------


def decade(y: Any) -> Years | None:
    """`δεκαετία του 1990`, `δεκαετία του ’90`."""
    number = y.number if isinstance(y, Year) else y
    return None if number is None else Years(int(number) // 10 * 10, 10)


def short_decade(y: Any) -> Years | None:
    """`δεκαετία του 90`, `δεκαετία του ογδόντα`."""
    return Years(full_year(int(y), pivot=20), 10) if not y % 10 and 10 <= y <= 90 else None


def decade_of_code(y: int) -> Years | None:
    """`70’s`, `1990s`."""
    return short_decade(y) if y < 100 else decade(y)


def century(n: int) -> Years | None:
    """`21ος αιώνας`."""
    return Years(n * 100 - 99, 100) if 1 <= n <= 30 else None


def century_before(n: int) -> Unplaced | None:
    """`5ο αιώνα π.Χ.`"""
    return Unplaced(f"BC{n - 1:02}XX") if 1 <= n <= 99 else None


def year_before(y: int) -> Unplaced:
    """`480 π.Χ.`"""
    return Unplaced(f"BC{y:04}")


# -- parts ---------------------------------------------------------------------------------


def this_year_whole() -> Period:
    """`έτους`."""
    return Period(1, 12, Year(shift=0))


def this_month() -> RelativeDate:
    """`μήνα`."""
    return RelativeDate("month")


def this_week() -> RelativeDate:
    """`εβδομάδας`."""
    return RelativeDate("week")


def this_decade() -> RelativeDate:
    """`δεκαετίας`."""
    return RelativeDate("decade")


def this_century() -> RelativeDate:
    """`αιώνα`."""
    return RelativeDate("century")


def same_whole() -> Period:
    """`ίδιου έτους`."""
    return Period(1, 12, Year(spoken=True))


def whole_unit(w: Latent) -> Latent | None:
    """What can have a beginning and an end: a week and what is longer."""
    if isinstance(w, Unplaced | Neighbour) or (
        isinstance(w, RelativeDate) and (w.unit == "day" or w.day is not None)
    ):
        return None
    return w


def whole_season(w: Latent) -> Latent | None:
    """A season, but no holiday."""
    return None if isinstance(w, Feast | AbsoluteDate) else w


def part_of(p: PartName, w: Latent) -> Part:
    """`τέλη του 2027`."""
    return Part(w, p)


def half_of(n: int, w: Latent) -> Part | None:
    """`πρώτο μισό του 2026`."""
    return Part(w, "half1" if n == 1 else "half2") if n in (1, 2) else None


def first_days(n: Any, w: Latent) -> Span | None:
    """`πρώτες είκοσι ημέρες του Οκτωβρίου`."""
    if not isinstance(w, Period) or w.months != 1 or not 2 <= n <= 28 or n % 1:
        return None
    return Span(AbsoluteDate(w.month, 1, w.year), AbsoluteDate(w.month, int(n), w.year))


def block_of(n: int, b: int, w: Latent) -> Part | None:
    """`πρώτο δεκαπενθήμερο του Μαΐου`."""
    parts = _PARTS.get(b, ())
    month_long = isinstance(w, Period) and w.months == 1
    if not (month_long or w == RelativeDate("month")) or not (1 <= n <= len(parts) or n == -1):
        return None
    return Part(w, parts[n - 1 if n > 0 else -1])
