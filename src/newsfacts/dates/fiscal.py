"""Years of companies whose months the text gives: `πρώτο εξάμηνο της χρήσης (Ιούλιος – Δεκέμβριος 2025)`."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from newsfacts.dates.calendar import add_months
from newsfacts.dates.latent import Fiscal, Latent, Period, Span, Year

Read = tuple[int, int, Any]
"""An expression: its first token, the one after it, and what it says."""

# How many tokens may stand between them.
_NEAR = 4


def with_months(found: Sequence[Read], reference: date | None) -> list[Latent]:
    """What expressions say, parts of a company's year as calendar months where the text gives its months."""
    said = [row[2] for row in found]
    if not any(isinstance(one, Fiscal) for one in said):
        return said
    told = {row: span for row in range(len(found) - 1) if (span := _told(found[row], found[row + 1]))}
    if not told:
        return said
    row, span = next(iter(told.items()))
    first = (span.first.month - said[row].month) % 12 + 1 if _length(span) < 12 else span.first.month
    for row, one in enumerate(said):
        if isinstance(one, Fiscal):
            said[row] = _in_months(one, first, told.get(row), reference)
    return said


def _told(one: Read, following: Read) -> Any:
    """The months right after a part of a company's year that are its own, or the whole year's; else None."""
    _, end, said = one
    start, _, told = following
    near = isinstance(said, Fiscal) and start - end <= _NEAR and isinstance(told, Span)
    return told if near and _length(told) in (12, said.months) else None


def _length(span: Any) -> int:
    """How many months a range of months has; 0 for other things."""
    match span:
        case Span(Period(month, 1, first), Period(last, 1, year)) if year.number and first.number:
            return 12 * (year.number - first.number) + last - month + 1
    return 0


def _in_months(latent: Fiscal, first: int, told: Any, reference: date | None) -> Period:
    """A part of a year that begins with the month `first`."""
    year, month = add_months(2000, first, latent.month - 1)
    later = year - 2000
    said = latent.year
    if told is not None:
        begun = told.first.year.number if _length(told) == 12 else told.first.year.number - later
        said = Year(begun + later)
    elif said.number is not None:
        # named by the year in which it ends
        said = Year(said.number - (first > 1) + later)
    elif said.shift is not None and reference is not None:
        begun = reference.year if reference.month >= first else reference.year - 1
        said = Year(begun + said.shift + later)
    return Period(month, latent.months, said, ended=True)
