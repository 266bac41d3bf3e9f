"""What coordinations mean: several dates, of which the last says what the others leave out."""

from newsfacts.dates.latent import OPEN, AbsoluteDate, Latent, Period, Placed, Several, Year, Years

Numbered = tuple[int, int, int]
"""A number, and the tokens that say it."""


def placed(d: Latent, span: tuple[int, int]) -> Placed:
    """One of several, with the tokens that say it."""
    return Placed(d, *span)


def placed_in_year(d: Period, y: Year, span: tuple[int, int]) -> Placed:
    """The last of several months."""
    return Placed(d._replace(year=y), *span)


def placed_day(d: int, span: tuple[int, int]) -> Numbered:
    """A day whose month comes later; a comma after it is no part of it."""
    return d, span[0], span[0] + 1


def placed_ordinal(n: int, span: tuple[int, int]) -> Numbered:
    """A number of a period that is named later."""
    return n, span[0], span[0] + 1


def placed_decade(y: int, span: tuple[int, int]) -> Placed | None:
    """`’80`, `1980`."""
    return None if y % 10 else Placed(Years(y), *span)


def placed_short_decade(y: int, span: tuple[int, int]) -> Placed | None:
    """`80`."""
    return placed_decade(1900 + y if y > 20 else 2000 + y, span)


def some_days(a: tuple[Numbered, ...], b: Placed) -> Several | None:
    """`4 και 16 Μαΐου`: the month and the year are said once."""
    last = b.latent
    if not isinstance(last, AbsoluteDate):
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


def some_months(a: Placed, b: Placed) -> Several | None:
    """`Μάιο και Ιούνιο του 2026`."""
    first, last = a.latent, b.latent
    if not isinstance(first, Period) or not isinstance(last, Period) or first.year != OPEN:
        return None
    if last.year.number is None or first.month > last.month:
        return None
    return Several((a._replace(latent=first._replace(year=last.year)), b))


def both(a: Placed, b: Placed) -> Several:
    """`5/12 και 6/12`."""
    return Several((a, b))
