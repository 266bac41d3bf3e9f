"""From what an expression says to its days: the one place where it is laid on a calendar."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from newsfacts.dates import calendar
from newsfacts.dates.latent import (
    RECURRING,
    AbsoluteDate,
    Fiscal,
    Latent,
    Neighbour,
    Nth,
    Part,
    Period,
    RelativeDate,
    Same,
    Span,
    Unplaced,
    Week,
    Weekday,
    WeekOf,
    Year,
)
from newsfacts.dates.placing import Tense, days_of
from newsfacts.dates.timex import fiscal_timex, open_timex, timex, toward


class Resolved(NamedTuple):
    """First and last day, inclusive, and the TIMEX3 value; both days are None where none follow."""

    start: date | None
    end: date | None
    timex: str


@lru_cache(maxsize=20_000)
def resolve(latent: Latent, reference: date | None, tense: Tense = "") -> Resolved | None:
    """Days and TIMEX3 value of an expression; None where the calendar has no such days.

    Without a reference an expression that needs one has no days. The tense decides which one is meant
    of those that come round every year or week.
    """
    if isinstance(latent, Unplaced):
        return Resolved(None, None, latent.timex)
    if isinstance(latent, Span):
        return _span(latent, reference, tense)
    if isinstance(latent, Fiscal):
        return _fiscal(latent, reference, tense)
    if _unsaid(latent):
        return Resolved(None, None, open_timex(latent))
    if reference is None and needs_reference(latent):
        return Resolved(None, None, open_timex(latent)) if _possible(latent) else None
    days = days_of(latent, reference or date.max, tense)
    return None if days is None else Resolved(*days, timex(latent, days))


def needs_reference(latent: Latent) -> bool:
    """Whether an expression says nothing without the day on which it was written."""
    match latent:
        case Span(first, last):
            return needs_reference(first) or needs_reference(last)
        case Part(whole) | WeekOf(whole):
            return needs_reference(whole)
        case Nth():
            return needs_reference(latent.whole)
        case RelativeDate() | Weekday() | Neighbour():
            return True
    return isinstance(latent, RECURRING) and latent.year.number is None


def needs_tense(latent: Latent) -> bool:
    """Whether the verb beside an expression decides which one is meant."""
    match latent:
        case Span(first, last):
            return needs_tense(first) or needs_tense(last)
        case Part(whole) | WeekOf(whole):
            return needs_tense(whole)
        case Nth():
            return needs_tense(latent.whole)
        case Weekday(turn=turn, week=week):
            return turn == "this" or (not turn and week is None)
        case Neighbour() | RelativeDate(unit="month", steps=0, day=int()):
            return True
    return isinstance(latent, RECURRING) and latent.year == Year()


def _unsaid(latent: Latent) -> bool:
    """Whether an expression rests on something that was never said."""
    match latent:
        case Part(whole) | WeekOf(whole):
            return _unsaid(whole)
        case Nth():
            return _unsaid(latent.whole)
    return isinstance(latent, Same | Unplaced)


def _possible(latent: Latent) -> bool:
    """Whether a day and month without a year exist at all."""
    match latent:
        case AbsoluteDate(month, day):
            return calendar.make_day(2024, month, day) is not None
        case RelativeDate(day=day) if day is not None:
            return 1 <= day <= 31
        case Week(number, _, month):
            return 1 <= number <= (53 if month is None else 6)
    return True


def _fiscal(latent: Fiscal, reference: date | None, tense: Tense) -> Resolved | None:
    month, months, year, strict = latent
    if not strict:
        return resolve(Period(month, months, year, ended=months < 12), reference, tense)
    if months == 12 and year.shift is not None:
        return Resolved(None, None, toward(year.shift))
    return Resolved(None, None, fiscal_timex(month, months, year.number))


def _span(span: Span, reference: date | None, tense: Tense) -> Resolved | None:
    tense = "present" if tense == "lasting" else tense
    first, last = resolve(span.first, reference, tense), resolve(span.last, reference, tense)
    if first is None or last is None:
        return None
    start, end = first.start, last.end
    today = isinstance(span.last, RelativeDate)
    if start and end and end < start and needs_reference(span.last) and not today:
        # `Friday to Monday`, `November to February`: the end is the next one after the beginning
        last = resolve(span.last, start, "future")
    elif start and end and end < start and needs_tense(span.first):
        # `1 January to today`
        first = resolve(span.first, end, "past")
    elif start and end and needs_tense(span.first) and (end - start).days > 366:
        first = resolve(span.first, end, "past")
    joined = _joined(first, last)
    if tense in ("", "present", "planned") and joined and needs_tense(span.first) and needs_tense(span.last):
        return _nearer(joined, span, reference, far=tense != "planned")
    return joined


def _nearer(coming: Resolved, span: Span, reference: date | None, *, far: bool) -> Resolved:
    """`Ιανουάριος-Νοέμβριος`, said in November: the one that has begun, where that is nearer as a whole.

    Without `far` only where it goes on.
    """
    if reference is None or coming.start is None or coming.start <= reference:
        return coming
    first = resolve(span.first, reference, "past")
    last = resolve(span.last, first.start, "future") if first is not None and first.start else None
    begun = _joined(first, last)
    if begun is None or begun.end is None or (begun.end < reference and not far):
        return coming
    return begun if reference - begun.end < coming.start - reference else coming


def _joined(first: Resolved | None, last: Resolved | None) -> Resolved | None:
    """Two ends as one; None where the second ends before the first begins."""
    if first is None or last is None:
        return None
    # each as exact as it is told, and of one that is a range itself the outer end
    between = f"{first.timex.split('/')[0]}/{last.timex.split('/')[-1]}"
    if first.start is None or last.end is None:
        return Resolved(None, None, between)
    return Resolved(first.start, last.end, between) if first.start <= last.end else None
