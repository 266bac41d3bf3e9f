"""Calendar arithmetic: what days an expression means. Pure functions, no Greek, no clock.

A `When` is what a text says; `resolve` makes days of it, given the day on which the text was
written and the tense of its clause.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

Tense = Literal["", "past", "future"]
Turn = Literal["", "last", "next", "this"]
Part = Literal["", "early", "mid", "late", "half1", "half2"]
Unit = Literal[
    "day",  # month `a`, day `b`
    "month_day",  # day `b` of the month that is `shift` months from the reference
    "days",  # `shift` days from the reference
    "weekday",  # weekday `a` (0 Monday), `b` days long
    "week",  # `shift` weeks from the reference; with `a`, ISO week `a` of the year
    "month_week",  # week `a` (1 to 6, from Mondays) of month `b`
    "months",  # `b` months from month `a` on
    "season",  # the same, named
    "month",  # `shift` months from the reference
    "span",  # the block of `b` months (3, 4, 6) that is `shift` such blocks from the reference
    "holiday",  # month `a`, day `b`
    "easter",  # `a` days from Easter Sunday, `b` days long
    "year",
    "years",  # `b` years from year `a` on: a decade, a century
    "decade",  # `shift` decades from the reference
    "century",
    "undated",  # no days follow: before Christ, or every Sunday; `label` is the value
    "vague",  # `shift` < 0 past, 0 now, > 0 future; no days
]


class When(NamedTuple):
    """What a text says about time, before it is laid on a calendar.

    `year` is a year that is given, `shift` a distance from the reference (in years, for units that
    come round every year), `turn` which one is meant of those that come round, `weekday` (0 Monday)
    what a day is said to be.
    """

    unit: Unit
    a: int = 0
    b: int = 0
    year: int | None = None
    shift: int | None = None
    turn: Turn = ""
    part: Part = ""
    label: str = ""
    weekday: int | None = None


class Range(NamedTuple):
    """From one expression to another."""

    first: When
    last: When


class Resolved(NamedTuple):
    """First and last day, inclusive, and the TIMEX3 value; both days are None where none follow."""

    start: date | None
    end: date | None
    timex: str


Days = tuple[date, date]
_RECURRING = {"day", "months", "season", "holiday", "easter", "month_week"}
# How far 29 February may be away: eight years, around 1900.
_REACH = 9


def easter(year: int) -> date:
    """Orthodox Easter Sunday of a year, as a Gregorian date.

    >>> easter(2025), easter(2026)
    (datetime.date(2025, 4, 20), datetime.date(2026, 4, 12))
    """
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    julian_lag = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=julian_lag)


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Year and month that come `count` months after a month.

    >>> add_months(2025, 11, 3), add_months(2025, 1, -1)
    ((2026, 2), (2024, 12))
    """
    years, zero_based = divmod(month - 1 + count, 12)
    return year + years, zero_based + 1


def months_from(year: int, month: int, count: int = 1) -> Days | None:
    """First and last day of `count` months from a month on; None outside the years 1 to 9999."""
    next_year, next_month = add_months(year, month, count)
    start, after = make_day(year, month, 1), make_day(next_year, next_month, 1)
    return (start, after - timedelta(days=1)) if start and after else None


def years_from(year: int, count: int = 1) -> Days | None:
    """First and last day of `count` years from a year on; None outside the years 1 to 9999."""
    start, end = make_day(year, 1, 1), make_day(year + count - 1, 12, 31)
    return (start, end) if start and end else None


def week_of(day: date) -> Days:
    """Monday and Sunday of the week that holds a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def iso_week(year: int, week: int) -> Days | None:
    """Monday and Sunday of an ISO week; None where the year has no such week.

    >>> iso_week(2025, 39)
    (datetime.date(2025, 9, 22), datetime.date(2025, 9, 28))
    """
    try:
        return week_of(date.fromisocalendar(year, week, 1))
    except ValueError:
        return None


def whole_months(days: Days) -> int:
    """How many calendar months the days make, 0 where they are not whole months."""
    start, end = days
    count = (end.year - start.year) * 12 + end.month - start.month + 1
    return count if months_from(start.year, start.month, count) == days else 0


def cut(days: Days, part: Part) -> Days:
    """A third or a half of a stretch of days.

    Ten years go 4, 3, 3; months that divide evenly go by months, a month at its 10th and 20th day.

    >>> cut((date(2025, 10, 1), date(2025, 10, 31)), "mid")
    (datetime.date(2025, 10, 11), datetime.date(2025, 10, 20))
    """
    if not part:
        return days
    index = {"early": 0, "mid": 1, "late": 2, "half1": 0, "half2": 1}[part]
    edges = _edges(days, 2 if part.startswith("half") else 3)
    return edges[index], edges[index + 1] - timedelta(days=1)


def _edges(days: Days, pieces: int) -> list[date]:
    """The first day of each piece, and the day after the last."""
    start, end = days
    after = end + timedelta(days=1)
    months = whole_months(days)
    if months == 1:
        inner = [16] if pieces == 2 else [11, 21]
        return [start, *(start.replace(day=d) for d in inner), after]
    if months == 120 and pieces == 3:
        return [start, start.replace(year=start.year + 4), start.replace(year=start.year + 7), after]
    if months and months % pieces == 0:
        steps = (add_months(start.year, start.month, months // pieces * k) for k in range(pieces))
        return [*(date(y, m, 1) for y, m in steps), after]
    length = (after - start).days
    return [*(start + timedelta(days=length * k // pieces) for k in range(pieces)), after]


@lru_cache(maxsize=20_000)
def resolve(when: When | Range, reference: date | None, tense: Tense = "") -> Resolved | None:
    """Days and TIMEX3 value of an expression; None where the calendar has no such days.

    Without a reference an expression that needs one has no days. `tense` decides which one is meant
    of those that come round every year or week.
    """
    if isinstance(when, Range):
        return _resolve_range(when, reference, tense)
    if when.unit == "vague":
        return Resolved(None, None, _reference_timex(when.shift or 0))
    if when.unit == "undated":
        return Resolved(None, None, when.label)
    if needs_reference(when) and reference is None:
        return Resolved(None, None, _open_timex(when)) if _possible(when) else None
    days = _days(when, reference or date.max, tense)
    if days is None:
        return None
    parted = cut(days, when.part)
    return Resolved(*parted, _timex(when, days, parted))


def needs_reference(when: When) -> bool:
    """Whether the expression says nothing without the day on which it was written."""
    if when.unit == "years":
        return False
    return when.year is None


def _resolve_range(when: Range, reference: date | None, tense: Tense) -> Resolved | None:
    first, last = resolve(when.first, reference, tense), resolve(when.last, reference, tense)
    if first is None or last is None:
        return None
    timex = f"{first.timex}/{last.timex}"
    if first.start is None or last.end is None:
        return Resolved(None, None, timex)
    if last.end < first.start and reference and needs_reference(when.last):
        # `Friday to Monday`, `November to February`: the end is the next one after the beginning
        last = resolve(when.last, first.start, "future")
        timex = f"{first.timex}/{last.timex}" if last else timex
    if last is None or last.end is None or last.end < first.start:
        return None
    return Resolved(first.start, last.end, timex)


def _days(when: When, reference: date, tense: Tense) -> Days | None:
    """The days before any third or half is cut off."""
    shift = when.shift or 0
    if when.unit in _RECURRING:
        if when.year is not None:
            return _in_year(when, when.year)
        if when.shift is not None:
            return _in_year(when, reference.year + shift)
        occurrences = _occurrences(when, reference)
        if when.weekday is not None and (days := _on_weekday(occurrences, reference, when.weekday)):
            return days
        return _pick(occurrences, reference, tense, when.turn)
    if when.unit == "week" and when.a:
        return iso_week(when.year if when.year is not None else reference.year + shift, when.a)
    if when.unit == "weekday":
        return _weekday(when, reference, tense)
    try:
        return _relative(when, reference, shift)
    except (ValueError, OverflowError):
        return None


def _relative(when: When, reference: date, shift: int) -> Days | None:
    """Days that are a number of units away from the reference."""
    match when.unit:
        case "days":
            day = reference + timedelta(days=shift)
            return day, day
        case "week":
            return week_of(reference + timedelta(weeks=shift))
        case "month":
            return months_from(*add_months(reference.year, reference.month, shift))
        case "month_day":
            day_or_none = make_day(*add_months(reference.year, reference.month, shift), when.b)
            return (day_or_none, day_or_none) if day_or_none else None
        case "span":
            first = (reference.month - 1) // when.b * when.b + 1
            return months_from(*add_months(reference.year, first, shift * when.b), when.b)
        case "year":
            return years_from(when.year if when.year is not None else reference.year + shift)
        case "years":
            return years_from(when.a, when.b)
        case "decade":
            return years_from(reference.year // 10 * 10 + 10 * shift, 10)
        case "century":
            return years_from((reference.year - 1) // 100 * 100 + 1 + 100 * shift, 100)
    return None


def _in_year(when: When, year: int) -> Days | None:
    """The days that an expression which comes round every year has in one year."""
    if when.unit in ("months", "season"):
        return months_from(year, when.a, when.b)
    if when.unit == "month_week":
        return _month_week(year, when.b, when.a)
    if when.unit == "easter":
        if not 1 <= year < 9999:
            return None
        first = easter(year) + timedelta(days=when.a)
        return first, first + timedelta(days=when.b - 1)
    day = make_day(year, when.a, when.b)
    return (day, day) if day else None


def _month_week(year: int, month: int, week: int) -> Days | None:
    """Week 1 is the one that holds the first day of the month."""
    days = months_from(year, month)
    if not days:
        return None
    monday = week_of(days[0])[0] + timedelta(weeks=week - 1)
    start, end = max(monday, days[0]), min(monday + timedelta(days=6), days[1])
    return (start, end) if start <= end else None


def _occurrences(when: When, reference: date) -> list[Days]:
    years = range(reference.year - _REACH, reference.year + _REACH + 1)
    return [days for year in years if (days := _in_year(when, year))]


def _on_weekday(occurrences: Iterable[Days], reference: date, weekday: int) -> Days | None:
    """The one of last year, this or the next that falls on a weekday: no two do."""
    near = (days for days in occurrences if abs(days[0].year - reference.year) <= 1)
    return next((days for days in near if days[0].weekday() == weekday), None)


def _pick(occurrences: Iterable[Days], reference: date, tense: Tense, turn: Turn) -> Days | None:
    """The one that is meant: by its modifier, else by the tense, else the nearest."""
    found = list(occurrences)
    if turn == "last":
        return next((d for d in reversed(found) if d[1] < reference), None)
    if turn == "next":
        return next((d for d in found if d[0] > reference), None)
    if turn == "this":
        return next((d for d in found if d[0].year == reference.year), None)
    if tense == "future":
        return next((d for d in found if d[1] >= reference), None)
    if tense == "past":
        return next((d for d in reversed(found) if d[0] <= reference), None)
    return min(found, key=lambda d: _distance(d, reference), default=None)


def _distance(days: Days, reference: date) -> int:
    """How many days lie between the reference and the nearer edge; 0 inside."""
    return max((days[0] - reference).days, (reference - days[1]).days, 0)


def _weekday(when: When, reference: date, tense: Tense) -> Days | None:
    """The last one on or before the reference, or the first one after it."""
    back = (reference.weekday() - when.a) % 7
    try:
        if when.shift is not None:
            start = week_of(reference + timedelta(weeks=when.shift))[0] + timedelta(days=when.a)
        elif when.turn == "next" or (tense == "future" and when.turn != "last"):
            start = reference + timedelta(days=7 - back)
        elif when.turn == "last":
            start = reference - timedelta(days=back or 7)
        else:
            start = reference - timedelta(days=back)
        return start, start + timedelta(days=when.b - 1)
    except OverflowError:
        return None


def _possible(when: When) -> bool:
    """Whether a day and month without a year exist at all."""
    if when.unit in ("day", "holiday"):
        return make_day(2024, when.a, when.b) is not None
    if when.unit == "month_day":
        return 1 <= when.b <= 31
    return True


def _timex(when: When, days: Days, parted: Days) -> str:
    """The TIMEX3 value of resolved days; a third or half that has no name of its own is `start/end`."""
    if parted != days:
        return _plain_timex(parted)
    if when.unit == "season":
        return f"{days[0].year:04}-{when.label}"
    if when.unit in ("week", "weekday") and parted[0] != parted[1]:
        year, week, _ = days[0].isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if when.unit == "weekday" else "")
    if when.unit in ("years", "decade", "century"):
        return _years_timex(days)
    return _plain_timex(days)


def _plain_timex(days: Days) -> str:
    start, end = days
    if start == end:
        return start.isoformat()
    months = whole_months(days)
    if months == 12 and start.month == 1:
        return f"{start.year:04}"
    for count, name in ((1, ""), (3, "Q"), (6, "H")):
        if months == count and (start.month - 1) % count == 0:
            index = (start.month - 1) // count + 1
            return f"{start.year:04}-{name}{index}" if name else f"{start.year:04}-{start.month:02}"
    if months:
        return f"{start.year:04}-{start.month:02}/{end.year:04}-{end.month:02}"
    return f"{start.isoformat()}/{end.isoformat()}"


def _years_timex(days: Days) -> str:
    """A decade is its first three digits; a century its first two and XX."""
    count = days[1].year - days[0].year + 1
    if count == 10 and days[0].year % 10 == 0:
        return f"{days[0].year // 10:03}"
    if count == 100:
        return f"{days[0].year // 100:02}XX"
    return f"{days[0].year:04}/{days[1].year:04}"


def _reference_timex(shift: int) -> str:
    return "PRESENT_REF" if not shift else "PAST_REF" if shift < 0 else "FUTURE_REF"


def _open_timex(when: When) -> str:
    """The TIMEX3 value of an expression whose year, or whose day of reference, is not known."""
    if when.unit in ("days", "year", "month", "decade", "century", "span") or (
        when.unit == "week" and not when.a
    ):
        return _reference_timex(when.shift or 0)
    if when.unit == "weekday":
        return "XXXX-WXX-WE" if when.b > 1 else f"XXXX-WXX-{when.a + 1}"
    if when.unit == "month_day":
        return f"XXXX-XX-{when.b:02}"
    if when.unit == "week":
        return f"XXXX-W{when.a:02}"
    if when.unit == "season":
        return f"XXXX-{when.label}"
    if when.unit == "easter":
        return "XXXX-XX-XX"
    if when.unit == "month_week":
        return f"XXXX-{when.b:02}-W{when.a}"
    if when.unit == "months":
        # any year will do: the value is the same but for the year
        shown = resolve(when._replace(year=2001, shift=None, turn=""), None)
        return shown.timex.replace("2001", "XXXX") if shown else "XXXX"
    return f"XXXX-{when.a:02}-{when.b:02}"
