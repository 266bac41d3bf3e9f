"""Which days an expression has: each kind laid on the calendar by the day of writing and the tense."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any, Literal

from newsfacts.dates import calendar
from newsfacts.dates.calendar import Days
from newsfacts.dates.latent import (
    RECURRING,
    AbsoluteDate,
    Feast,
    Neighbour,
    Nth,
    Part,
    Period,
    Recurring,
    RelativeDate,
    Same,
    Unplaced,
    Week,
    Weekday,
    WeekOf,
    Year,
    Years,
)

Tense = Literal["", "past", "future", "planned", "present", "lasting", "told"]
"""What the verb beside an expression says; `planned` is the present of what is to begin, to be or to end.

`lasting`: the present of what has gone on since then: `από τον Μάρτιο λειτουργεί`.

`told`: a past verb tells of something that is named by the expression: `ανακοίνωσε τα τιμολόγια του Μαΐου`.
"""

# How far 29 February may be away: eight years, around 1900.
_REACH = 9
# How many times nearer the last one must be to be meant by words that look ahead.
_NEARER = 3
# And the next one to be meant by what goes on.
_FAR_NEARER = 4
# What is named by a month and told of may be of one that begins so soon.
_SOON = timedelta(days=31)
# Up to June the new year is the one that has begun.
_SPRING = 6


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
    if year.turn == "new":
        return in_year(latent, reference.year + (reference.month > _SPRING))
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
    """What is told of has ended; what is foreseen has not, nor has what a present verb tells of today."""
    if tense == "future":
        return next((d for d in found if d[1] >= reference), None)
    if tense == "planned":
        return _planned(found, reference)
    if tense in ("present", "lasting") and (
        running := next((d for d in found if d[0] <= reference <= d[1]), None)
    ):
        return running
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
    if tense == "planned" and not year.turn:
        return _planned(found, reference)
    if tense in ("past", "told") and not year.turn:
        soon = reference + _SOON if tense == "told" else reference
        return next((d for d in reversed(found) if d[0] <= soon), None)
    if tense == "lasting" and not year.turn:
        return _lasting(found, reference)
    return min(found, key=lambda d: _distance(d, reference), default=None)


def _lasting(found: list[Days], reference: date) -> Days | None:
    """The last one, but the next one where it is much nearer: `από τον Δεκέμβριο εκτελεί`, in October."""
    last = next((d for d in reversed(found) if d[0] <= reference), None)
    following = next((d for d in found if d[0] > reference), None)
    return _unless_nearer(last, following, reference, _FAR_NEARER)


def _planned(found: list[Days], reference: date) -> Days | None:
    """The next one, but the last one where it is much nearer."""
    following = next((d for d in found if d[1] >= reference), None)
    last = next((d for d in reversed(found) if d[1] < reference), None)
    return _unless_nearer(following, last, reference, _NEARER)


def _unless_nearer(one: Days | None, other: Days | None, reference: date, times: int) -> Days | None:
    """The one, but the other where it is so many times nearer, or the only one."""
    if one is None or other is None:
        return one or other
    return other if times * _distance(other, reference) < _distance(one, reference) else one


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
        # `this Friday`, said on Saturday
        shift += 7 * (latent.turn == "this" and shift < 0 and tense not in ("past", "told"))
    elif latent.turn == "next" or (tense in ("future", "planned") and latent.turn != "last"):
        shift = 7 - back + further
    elif latent.turn == "last":
        shift = -(back or 7) - further
    else:
        shift = -back
    return calendar.days_away(reference, shift, latent.days)


def _relative(latent: RelativeDate, reference: date, tense: Tense) -> Days | None:
    unit, steps, size, day, weekday, _ = latent
    match unit:
        case "day":
            days = calendar.days_away(reference, steps)
            if weekday is None or days is None:
                return days
            nearest = calendar.nearest_weekday(days[0], weekday)
            # yesterday is no day to come
            late = steps < 0 and nearest is not None and nearest[0] > reference
            return calendar.days_away(nearest[0], -7) if nearest and late else nearest
        case "week":
            return calendar.week_of(reference, steps)
        case "month":
            first = (reference.month - 1) // size * size + 1
            year, month = calendar.add_months(reference.year, first, steps * size)
            if day is not None:
                before = reference if tense == "past" and not steps else None
                return calendar.day_of_month(year, month, day, before)
            return calendar.months_from(year, month, size)
        case "year":
            return calendar.years_from(reference.year + steps)
        case "decade":
            return calendar.years_from(reference.year // 10 * 10 + 10 * steps, 10)
        case "century":
            return calendar.years_from((reference.year - 1) // 100 * 100 + 1 + 100 * steps, 100)
    return None


def _neighbour(latent: Neighbour, reference: date, tense: Tense) -> Days | None:
    return calendar.days_away(reference, latent.steps)


def _nth_of(latent: Nth, reference: date, tense: Tense) -> Days | None:
    whole = days_of(latent.whole, reference, tense)
    if whole is None:
        return None
    if latent.weekday is not None:
        return calendar.nth_weekday(whole, latent.number, latent.weekday, latent.days)
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
    inner = days_of(latent.whole, reference, tense)
    return calendar.week_of(inner[0]) if inner else None


def _years(latent: Years, reference: date, tense: Tense) -> Days | None:
    return calendar.years_from(latent.first, latent.number)


def _none(latent: Unplaced | Same, reference: date, tense: Tense) -> Days | None:
    return None


_DAYS: dict[type, Callable[[Any, date, Tense], Days | None]] = {
    Weekday: _weekday,
    RelativeDate: _relative,
    Neighbour: _neighbour,
    Nth: _nth_of,
    Part: _part,
    WeekOf: _week_of,
    Years: _years,
    Unplaced: _none,
    Same: _none,
}
