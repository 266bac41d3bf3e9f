"""What `the same period of 2024` is: the months that a text told last, in another year."""

from typing import Any, NamedTuple

from newsfacts.dates.latent import Period, Same, Span
from newsfacts.dates.resolve import Resolved

Months = tuple[int, int]
"""The first month of some, and how many they are."""

_YEAR = 12


class ToldMonths(NamedTuple):
    """The months that a sentence told last, a whole year only where nothing else; and the text several."""

    recent: Months | None = None
    several: Months | None = None


def after_months(told: ToldMonths, latent: Any, resolved: Resolved) -> ToldMonths:
    """What has been told once an expression is read.

    >>> from datetime import date
    >>> after_months(ToldMonths(), Period(4, 3), Resolved(date(2025, 4, 1), date(2025, 6, 30), "2025-Q2"))
    ToldMonths(recent=(4, 3), several=(4, 3))
    """
    months = _months(latent, resolved)
    if months is None:
        return told
    if months[1] == _YEAR:
        return told._replace(recent=told.recent or months)
    return ToldMonths(months, months if months[1] > 1 else told.several)


def _months(latent: Any, resolved: Resolved) -> Months | None:
    """The months of one year that an expression tells, where it tells no days."""
    start, end = resolved.start, resolved.end
    match latent:
        case Period(label="") | Span(Period(label=""), Period(label="")) if start and end:
            return (start.month, end.month - start.month + 1) if start.year == end.year else None
    return None


def in_other_year(latent: Same, told: ToldMonths) -> Same | Period:
    """The months of this sentence, else the last that are several, in the year that is said."""
    months = told.recent or told.several
    return Period(*months, year=latent.year) if months is not None else latent
