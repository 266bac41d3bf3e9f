"""From what an expression says to its days: the one place where it is laid on a calendar."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from newsfacts.dates import calendar
from newsfacts.dates.calendar import Days
from newsfacts.dates.latent import (
    RECURRING,
    AbsoluteDate,
    Feast,
    Fiscal,
    Latent,
    Nth,
    Part,
    Period,
    Recurring,
    RelativeDate,
    Same,
    Span,
    Unplaced,
    Week,
    Weekday,
    WeekOf,
    Year,
    Years,
)
from newsfacts.dates.timex import fiscal_timex, open_timex, timex

Tense = Literal["", "past", "future", "planned"]
"""What the verb beside an expression says; `planned` is the present of what is to begin or to end."""

# How far 29 February may be away: eight years, around 1900.
_REACH = 9


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
        case RelativeDate() | Weekday():
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
            return not turn and week is None
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
    number = year.number
    if number is None and year.shift is not None and reference is not None:
        number = reference.year + year.shift
    return Resolved(None, None, fiscal_timex(month, months, number))


def _span(span: Span, reference: date | None, tense: Tense) -> Resolved | None:
    first, last = resolve(span.first, reference, tense), resolve(span.last, reference, tense)
    if first is None or last is None:
        return None
    if first.start is None or last.end is None:
        return Resolved(None, None, f"{first.timex}/{last.timex}")
    if last.end < first.start and needs_reference(span.last):
        # `Friday to Monday`, `November to February`: the end is the next one after the beginning
        last = resolve(span.last, first.start, "future")
    elif needs_tense(span.first) and (last.end - first.start).days > 366:
        first = resolve(span.first, last.end, "past")
    if first is None or last is None or first.start is None or last.end is None or last.end < first.start:
        return None
    return Resolved(first.start, last.end, f"{first.timex}/{last.timex}")


def days_of(latent: Any, reference: date, tense: Tense = "") -> Days | None:
    """The days of one expression that is no range; None where the calendar has no such days."""
    if isinstance(latent, RECURRING):
        return _recurring(latent, reference, tense)
    return _DAYS[type(latent)](latent, reference, tense)


def _recurring(latent: Recurring, reference: date, tense: Tense) -> Days | None:
    year = latent.year
    if year.number is not None:
        return in_year(latent, year.number)
    if year.shift is not None:
        return in_year(latent, reference.year + year.shift)
    found = [
        days
        for number in range(reference.year - _REACH, reference.year + _REACH + 1)
        if (days := in_year(latent, number))
    ]
    if isinstance(latent, AbsoluteDate) and latent.weekday is not None:
        # no two of last year's, this year's and the next fall on one weekday
        for days in found:
            if abs(days[0].year - reference.year) <= 1 and days[0].weekday() == latent.weekday:
                return days
    if isinstance(latent, Period) and latent.ended and not year.turn:
        return _ended(found, reference, tense)
    return _pick(found, reference, tense, year)


def in_year(latent: Recurring, year: int) -> Days | None:
    """The days that something which comes round every year has in one year."""
    match latent:
        case AbsoluteDate(month, day):
            return calendar.one_day(year, month, day)
        case Period(month, months):
            return calendar.months_from(year, month, months)
        case Feast(offset, days) if 1 <= year < 9999:
            return calendar.days_away(calendar.easter(year), offset, days)
        case Week(number, _, month):
            if month is None:
                return calendar.iso_week(year, number)
            return calendar.month_week(year, month, number)
    return None


def _ended(found: list[Days], reference: date, tense: Tense) -> Days | None:
    """What is told of has ended; what is foreseen has not."""
    if tense in ("future", "planned"):
        return next((d for d in found if d[1] >= reference), None)
    return next((d for d in reversed(found) if d[1] < reference), None)


def _pick(found: list[Days], reference: date, tense: Tense, year: Year) -> Days | None:
    """The one that is meant: by its modifier, else by the tense, else the nearest."""
    if year.turn == "last":
        return _nth((d for d in reversed(found) if d[1] < reference), year.steps)
    if year.turn == "next":
        return _nth((d for d in found if d[0] > reference), year.steps)
    if year.turn == "this":
        return next((d for d in found if d[0].year == reference.year), None)
    if tense == "future" and not year.turn:
        return next((d for d in found if d[1] >= reference), None)
    if tense == "past" and not year.turn:
        return next((d for d in reversed(found) if d[0] <= reference), None)
    return min(found, key=lambda d: _distance(d, reference), default=None)


def _nth(days: Iterable[Days], number: int) -> Days | None:
    return next((d for i, d in enumerate(days, 1) if i == number), None)


def _distance(days: Days, reference: date) -> int:
    """How many days lie between the reference and the nearer edge; 0 inside."""
    return max((days[0] - reference).days, (reference - days[1]).days, 0)


def _weekday(latent: Weekday, reference: date, tense: Tense) -> Days | None:
    """The last one on or before the reference, or the first one after it."""
    back = (reference.weekday() - latent.weekday) % 7
    further = 7 * (latent.steps - 1)
    if latent.week is not None:
        shift = 7 * latent.week - reference.weekday() + latent.weekday
    elif latent.turn == "next" or (tense == "future" and latent.turn != "last"):
        shift = 7 - back + further
    elif latent.turn == "last":
        shift = -(back or 7) - further
    else:
        shift = -back
    return calendar.days_away(reference, shift, latent.days)


def _relative(latent: RelativeDate, reference: date, tense: Tense) -> Days | None:
    unit, steps, size, day = latent
    match unit:
        case "day":
            return calendar.days_away(reference, steps)
        case "week":
            return calendar.week_of(reference, steps)
        case "month":
            first = (reference.month - 1) // size * size + 1
            year, month = calendar.add_months(reference.year, first, steps * size)
            if day is not None:
                return calendar.one_day(year, month, day)
            return calendar.months_from(year, month, size)
        case "year":
            return calendar.years_from(reference.year + steps)
        case "decade":
            return calendar.years_from(reference.year // 10 * 10 + 10 * steps, 10)
        case "century":
            return calendar.years_from((reference.year - 1) // 100 * 100 + 1 + 100 * steps, 100)
    return None


def _nth_of(latent: Nth, reference: date, tense: Tense) -> Days | None:
    whole = days_of(latent.whole, reference, tense)
    if whole is None:
        return None
    if latent.weekday is not None:
        return calendar.nth_weekday(whole, latent.number, latent.weekday)
    if latent.unit != "month":
        return calendar.nth_days(whole, latent.number, 7 if latent.unit == "week" else 1)
    count = calendar.whole_months(whole)
    index = count - 1 if latent.number < 0 else latent.number - 1
    if not 0 <= index < count:
        return None
    return calendar.months_from(*calendar.add_months(whole[0].year, whole[0].month, index))


def _part(latent: Part, reference: date, tense: Tense) -> Days | None:
    whole = days_of(latent.whole, reference, tense)
    return calendar.cut(whole, latent.part) if whole and whole[1] < date.max else None


def _week_of(latent: WeekOf, reference: date, tense: Tense) -> Days | None:
    inner = days_of(latent.inner, reference, tense)
    return calendar.week_of(inner[0]) if inner else None


def _years(latent: Years, reference: date, tense: Tense) -> Days | None:
    return calendar.years_from(latent.first, latent.count)


def _none(latent: Unplaced | Same, reference: date, tense: Tense) -> Days | None:
    return None


_DAYS: dict[type, Callable[[Any, date, Tense], Days | None]] = {
    Weekday: _weekday,
    RelativeDate: _relative,
    Nth: _nth_of,
    Part: _part,
    WeekOf: _week_of,
    Years: _years,
    Unplaced: _none,
    Same: _none,
}
