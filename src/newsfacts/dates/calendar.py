"""Calendar arithmetic: pure functions of days, months, weeks and years. No Greek, no clock."""

from datetime import date, timedelta

from newsfacts.dates.latent import PartName

Days = tuple[date, date]
"""First and last day, inclusive."""


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


def one_day(year: int, month: int, day: int) -> Days | None:
    """The day as first and last; None where the calendar has no such day."""
    made = make_day(year, month, day)
    return (made, made) if made else None


def days_away(day: date, count: int, length: int = 1) -> Days | None:
    """`length` days, the first of them `count` days after a day; None outside the years 1 to 9999."""
    try:
        start = day + timedelta(days=count)
        return start, start + timedelta(days=length - 1)
    except OverflowError:
        return None


def nearest_weekday(day: date, weekday: int) -> Days | None:
    """The day with a weekday (0 Monday) that lies nearest to a day, which may be that day itself.

    >>> nearest_weekday(date(2026, 4, 1), 1)
    (datetime.date(2026, 3, 31), datetime.date(2026, 3, 31))
    """
    ahead = (weekday - day.weekday()) % 7
    return days_away(day, ahead if ahead <= 3 else ahead - 7)


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


def week_of(day: date, weeks: int = 0) -> Days | None:
    """Monday and Sunday of the week that lies `weeks` after the one that holds a day."""
    return days_away(day, 7 * weeks - day.weekday(), 7)


def iso_week(year: int, week: int) -> Days | None:
    """Monday and Sunday of an ISO week; None where the year has no such week.

    >>> iso_week(2025, 39)
    (datetime.date(2025, 9, 22), datetime.date(2025, 9, 28))
    """
    try:
        return week_of(date.fromisocalendar(year, week, 1))
    except ValueError:
        return None


def month_week(year: int, month: int, week: int) -> Days | None:
    """A week of a month, cut at its ends: week 1 is the one that holds the first day of the month."""
    days = months_from(year, month)
    first = days and week_of(days[0], week - 1)
    if not days or not first:
        return None
    start, end = max(first[0], days[0]), min(first[1], days[1])
    return (start, end) if start <= end else None


def nth_days(days: Days, number: int, length: int) -> Days | None:
    """The n-th stretch of `length` days from the beginning, or -1 the one at the end.

    >>> nth_days((date(2025, 10, 1), date(2025, 10, 31)), -1, 7)
    (datetime.date(2025, 10, 25), datetime.date(2025, 10, 31))
    """
    start, end = days
    first = end - timedelta(days=length - 1) if number < 0 else start + timedelta(days=length * (number - 1))
    last = first + timedelta(days=length - 1)
    return (first, last) if start <= first and last <= end else None


def nth_weekday(days: Days, number: int, weekday: int, length: int = 1) -> Days | None:
    """The n-th such weekday within some days, or -1 the last; a weekend has a `length` of two days.

    >>> nth_weekday((date(2025, 10, 1), date(2025, 10, 31)), 1, 1)
    (datetime.date(2025, 10, 7), datetime.date(2025, 10, 7))
    """
    start, end = days
    if number < 0:
        found = end - timedelta(days=(end.weekday() - weekday) % 7)
    else:
        found = start + timedelta(days=(weekday - start.weekday()) % 7 + 7 * (number - 1))
    return days_away(found, 0, length) if start <= found <= end else None


def whole_months(days: Days) -> int:
    """How many calendar months the days make, 0 where they are not whole months."""
    start, end = days
    count = (end.year - start.year) * 12 + end.month - start.month + 1
    return count if months_from(start.year, start.month, count) == days else 0


def cut(days: Days, part: PartName) -> Days:
    """A third or a half of a stretch of days.

    Ten years go 4, 3, 3; months that divide evenly go by months, a month at its 10th and 20th day.

    >>> cut((date(2025, 10, 1), date(2025, 10, 31)), "mid")
    (datetime.date(2025, 10, 11), datetime.date(2025, 10, 20))
    """
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


def day_of_month(year: int, month: int, day: int, before: date | None = None) -> Days | None:
    """A day of a month, or of the one before where it must not lie after a date.

    >>> day_of_month(2025, 12, 20, date(2025, 12, 4))
    (datetime.date(2025, 11, 20), datetime.date(2025, 11, 20))
    """
    days = one_day(year, month, day)
    if days is None or before is None or days[0] <= before:
        return days
    return one_day(*add_months(year, month, -1), day)
