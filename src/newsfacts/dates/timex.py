"""TIMEX3 values, in one style: digits that are not said are X, as in ISO 8601-2.

| value | what |
| --- | --- |
| `2026`, `2026-03`, `2026-03-05` | a year, a month, a day |
| `2026-Q1`, `2026-H2`, `2026-SU` | a quarter, a half-year, a season (SP, SU, FA, WI) |
| `2026-W05`, `2026-W05-WE` | an ISO week, its weekend |
| `199X`, `19XX` | a decade, a century |
| `FY2025-Q4` | a part of a company's own year |
| `2026-01/2026-04` | from, to |
| `XXXX-10`, `XXXX-WXX-2` | some October, some Tuesday |
| `BC0050`, `BC05XX` | before Christ |
| `PAST_REF`, `PRESENT_REF`, `FUTURE_REF` | no days |
"""

from newsfacts.dates import latent as kinds
from newsfacts.dates.calendar import Days, whole_months
from newsfacts.dates.latent import Latent


def timex(latent: Latent, days: Days) -> str:
    """The value of an expression whose days are known."""
    start, end = days
    if isinstance(latent, kinds.Period) and latent.label:
        return f"{start.year:04}-{latent.label}"
    if isinstance(latent, kinds.Weekday) and latent.days > 1:
        return f"{_week(days)}-WE"
    if isinstance(latent, kinds.Week | kinds.WeekOf) and (end - start).days == 6:
        return _week(days)
    if isinstance(latent, kinds.RelativeDate) and latent.unit == "week":
        return _week(days)
    if isinstance(latent, kinds.Years) or (
        isinstance(latent, kinds.RelativeDate) and latent.unit in ("decade", "century")
    ):
        return _years(days)
    return plain(days)


def _week(days: Days) -> str:
    year, week, _ = days[0].isocalendar()
    return f"{year:04}-W{week:02}"


def _years(days: Days) -> str:
    first, last = days[0].year, days[1].year
    count = last - first + 1
    if count == 10 and first % 10 == 0:
        return f"{first // 10:03}X"
    if count == 100:
        return f"{first // 100:02}XX"
    return f"{first:04}/{last:04}"


def plain(days: Days) -> str:
    """The shortest value of some days.

    >>> from datetime import date
    >>> plain((date(2026, 4, 1), date(2026, 6, 30))), plain((date(2026, 4, 1), date(2026, 4, 10)))
    ('2026-Q2', '2026-04-01/2026-04-10')
    """
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
    if months and months % 12 == 0 and start.month == 1:
        return f"{start.year:04}/{end.year:04}"
    if months:
        return f"{start.year:04}-{start.month:02}/{end.year:04}-{end.month:02}"
    return f"{start.isoformat()}/{end.isoformat()}"


def toward(steps: int) -> str:
    """The value of what lies somewhere before, at or after the reference."""
    return "PRESENT_REF" if not steps else "PAST_REF" if steps < 0 else "FUTURE_REF"


def open_timex(latent: Latent) -> str:
    """The value of an expression whose year, or whose day of reference, is not known."""
    match latent:
        case kinds.AbsoluteDate(month, day):
            return f"XXXX-{month:02}-{day:02}"
        case kinds.Period(month, months, _, label):
            return f"XXXX-{label}" if label else _months(month, months)
        case kinds.Week(number, _, month):
            return f"XXXX-W{number:02}" if month is None else f"XXXX-{month:02}-W{number}"
        case kinds.Weekday(weekday, days):
            return "XXXX-WXX-WE" if days > 1 else f"XXXX-WXX-{weekday + 1}"
        case kinds.RelativeDate(day=day) if day is not None:
            return f"XXXX-XX-{day:02}"
        case kinds.RelativeDate(steps=steps):
            return toward(steps)
        case kinds.Same(months, year):
            head = f"{year.number:04}" if year.number is not None else "XXXX"
            return head + {3: "-QX", 6: "-HX"}.get(months, "-XX")
        case kinds.Part(whole) | kinds.WeekOf(whole):
            return open_timex(whole)
        case kinds.Nth():
            return "XXXX-XX-XX"
        case kinds.Span(first, last):
            return f"{open_timex(first)}/{open_timex(last)}"
    return "XXXX-XX-XX"


def _months(month: int, months: int) -> str:
    for count, name in ((1, ""), (3, "Q"), (6, "H")):
        if months == count and (month - 1) % count == 0:
            index = (month - 1) // count + 1
            return f"XXXX-{name}{index}" if name else f"XXXX-{month:02}"
    return "XXXX" if months == 12 else f"XXXX-{month:02}/XXXX-{month + months - 1:02}"


def fiscal_timex(month: int, months: int, year: int | None) -> str:
    """The value of months of a company's own year, which is named by the year.

    >>> fiscal_timex(10, 3, 2025), fiscal_timex(1, 12, None)
    ('FY2025-Q4', 'FYXXXX')
    """
    head = f"FY{year:04}" if year is not None else "FYXXXX"
    part = _months(month, months).removeprefix("XXXX")
    return head + part if "/" not in part else f"{head}-M{month:02}/M{month + months - 1:02}"
