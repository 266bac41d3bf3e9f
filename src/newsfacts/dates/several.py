"""What coordinations mean: several dates, of which the last says what the others leave out."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from newsfacts.dates.calendar import make_day
from newsfacts.dates.joining import with_year_of
from newsfacts.dates.latent import (
    OPEN,
    AbsoluteDate,
    Latent,
    Part,
    PartName,
    Period,
    Placed,
    RelativeDate,
    Several,
    Span,
    Year,
    Years,
)

Numbered = tuple[int, int, int]
"""A number, and the tokens that say it."""


def placed(d: Latent, span: tuple[int, int]) -> Placed:
    """One of several, with the tokens that say it."""
    return Placed(d, *span)


def placed_in_year(d: Period, y: Year, span: tuple[int, int]) -> Placed:
    """The last of several months."""
    return Placed(d._replace(year=y), *span)


def placed_day(d: int, span: tuple[int, int]) -> Numbered:
    """A day whose month comes later."""
    return d, *span


def placed_ordinal(n: int, span: tuple[int, int]) -> Numbered:
    """A number of a period that is named later."""
    return n, *span


def placed_decade(y: int, span: tuple[int, int]) -> Placed | None:
    """`’80`, `1980`."""
    return None if y % 10 else Placed(Years(y), *span)


def placed_short_decade(y: int, span: tuple[int, int]) -> Placed | None:
    """`80`."""
    return placed_decade(1900 + y if y > 20 else 2000 + y, span)


def some_days(a: tuple[Numbered, ...], b: Placed) -> Several | None:
    """`4 και 16 Μαΐου`: the month and the year are said once."""
    last = b.latent
    if not isinstance(last, AbsoluteDate | RelativeDate):
        return None
    own = last._replace(weekday=None)
    return Several((*(Placed(own._replace(day=day), *span) for day, *span in a), b))


def some_periods(a: tuple[Numbered, ...], b: Placed) -> Several | None:
    """`πρώτο και δεύτερο τρίμηνο του 2025`."""
    last = b.latent
    if not isinstance(last, Period) or last.months not in (2, 3, 4, 6):
        return None
    months = last.months
    if any(not 1 <= number <= 12 // months for number, _, _ in a):
        return None
    rest = (Placed(last._replace(month=(number - 1) * months + 1), *span) for number, *span in a)
    return Several((*rest, b))


def some_months(a: tuple[Placed, ...], b: Placed) -> Several | None:
    """`Μάιο και Ιούνιο του 2026`, `άνοιξη και καλοκαίρι του 2026`: the year is said once."""
    last = b.latent
    if not isinstance(last, Period) or (last.year.number is None and last.year.shift is None):
        return None
    firsts = [one.latent for one in a]
    if any(not isinstance(one, Period) or one.year != OPEN or one.month > last.month for one in firsts):
        return None
    return Several((*(one._replace(latent=with_year_of(one.latent, last)) for one in a), b))


def open_months(a: tuple[Placed, ...], b: Placed) -> Several:
    """`Μάιο και Ιούνιο`: of one year, which the last of them tells."""
    return Several((*a, b))


def month_moved(a: Placed, b: Placed) -> Several | None:
    """`από τον Μάιο στον Ιούνιο του 2026`."""
    return some_months((a,), b)


def year_then(a: Placed, b: Placed) -> Several | None:
    """`Το 2024, τον Μάιο, άνοιξε`: the year is said before."""
    year, then = a.latent, b.latent
    if not isinstance(year, Period) or not isinstance(then, AbsoluteDate | Period) or then.year != OPEN:
        return None
    return Several((a, b._replace(latent=then._replace(year=year.year))))


def in_one_year(members: Sequence[Placed], last: date | None) -> Sequence[Placed]:
    """Days and months that are told together, without a year, in the year in which the last of them is."""
    end: Any = members[-1].latent
    if last is None or not isinstance(end, AbsoluteDate | Period) or end.year != OPEN:
        return members
    known = end._replace(year=Year(last.year))
    return (*(one._replace(latent=with_year_of(one.latent, known)) for one in members[:-1]), members[-1])


def one_moved(a: Numbered, b: Placed) -> Several | None:
    """`από το δεύτερο στο τέταρτο τρίμηνο του 2026`."""
    return some_periods((a,), b)


def both(a: Placed, b: Placed) -> Several:
    """`5/12 και 6/12`."""
    return Several((a, b))


def all_of(a: Placed, c: tuple[Placed, ...], b: Placed) -> Several:
    """`δεκαετίες του ’60, του ’70 και του ’80`."""
    return Several((a, *c, b))


def both_days(a: Placed, b: Placed) -> Several | None:
    """`14 Μαΐου και 2 Ιουνίου του 2026`: the year is said once."""
    first, last = a.latent, b.latent
    if not isinstance(first, AbsoluteDate) or not isinstance(last, AbsoluteDate):
        return None
    if last.year.number is not None:
        a = a._replace(latent=with_year_of(first, last))
    return Several((a, b))


def placed_part(p: PartName, span: tuple[int, int]) -> tuple[PartName, int, int]:
    """A part of what is named later."""
    return p, *span


def placed_weekday(d: int, span: tuple[int, int]) -> Numbered:
    """A weekday and its day, whose month comes later."""
    return d, span[0], span[0] + 2


def some_parts(a: tuple[PartName, int, int], b: Placed) -> Several | None:
    """`αρχές και τέλη του 2026`."""
    last = b.latent
    if not isinstance(last, Part):
        return None
    part, start, end = a
    return Several((Placed(last._replace(part=part), start, end), b))


def some_weekdays(a: tuple[Numbered, ...], b: Placed) -> Several | None:
    """`Σάββατο 8 και Κυριακή 9 Νοεμβρίου`."""
    return some_days(a, b)


def event_years(y: int, z: int) -> Span | None:
    """`Horizon Europe 2021-2027`."""
    return Span(Period(1, 12, Year(y)), Period(1, 12, Year(z))) if y < z else None


def beside(k: tuple[int, int] | tuple[int, int, object], d: Placed) -> Latent | Several:
    """`Τρίτη 23 Σεπτεμβρίου`: the weekday tells the year where none is said.

    One that contradicts the date is no part of it.
    """
    latent = d.latent
    if not isinstance(latent, AbsoluteDate) or k[1] != 1:
        return latent
    if latent.year.number is not None:
        made = make_day(latent.year.number, latent.month, latent.day)
        if made is not None and made.weekday() != k[0]:
            return Several((d,))
    return latent._replace(weekday=k[0])
