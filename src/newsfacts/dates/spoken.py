"""What a text has said of dates so far, and what later ones take from it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from newsfacts.dates.latent import (
    OPEN,
    AbsoluteDate,
    Latent,
    Neighbour,
    Nth,
    Part,
    Period,
    RelativeDate,
    Same,
    Span,
    Unplaced,
    Weekday,
    WeekOf,
    Year,
)
from newsfacts.dates.placing import Tense
from newsfacts.dates.resolve import Resolved, resolve
from newsfacts.dates.told import Told, is_bare

_LENGTHS = (1, 3, 4, 6, 9)
# the results of a quarter are news for so many days
_NEWS = 184
# and those of a month for so many
_FRESH = 62


class Spoken(NamedTuple):
    """The year last spoken of, the year of each month, and the first day of the last period of each length.

    `day`: a single day was told of, which `the next day` may be counted from. `weekdays`: the days of
    weekdays that the text tells anywhere. `reported`: the first day of the latest quarter or half-year
    that had ended not long before the reference; `near`: that of the latest period of each length that
    the `sentence` tells of, months and years too. `days`: the year of each day of a month; `month`: the
    first day of the month of the day that the sentence told last.
    """

    year: int | None = None
    months: Mapping[int, int] = {}
    periods: Mapping[int, date] = {}
    day: bool = False
    weekdays: Told = {}
    reported: Mapping[int, date] = {}
    near: Mapping[int, date] = {}
    sentence: str = ""
    days: Mapping[tuple[int, int], int] = {}
    month: date | None = None


def in_sentence(spoken: Spoken, sentence: str) -> Spoken:
    """What has been said where a sentence begins or goes on."""
    if sentence == spoken.sentence:
        return spoken
    return spoken._replace(near={}, sentence=sentence, month=None)


def settle(latent: Any, spoken: Spoken, reference: date | None, tense: Tense) -> Latent:
    """An expression with what it leaves to the text before it filled in."""
    match latent:
        case Span(first, last):
            begun = settle(first, spoken, reference, tense)
            # `από τον Μάιο του 2026 έως το τέλος του ίδιου έτους`
            start = resolve(begun, reference, tense)
            year = start.start.year if start is not None and start.start is not None else spoken.year
            return Span(begun, settle(last, spoken._replace(year=year), reference, tense))
        case Part() | WeekOf() | Nth():
            return latent._replace(whole=settle(latent.whole, spoken, reference, tense))
        case Weekday():
            return _told(latent, spoken, reference, tense)
        case Neighbour(steps):
            told = spoken.day or (steps > 0 and tense != "future")
            return Unplaced("XXXX-XX-XX") if told else RelativeDate("day", steps)
        case RelativeDate(told=True):
            return _before_reported(latent, spoken)
        case RelativeDate("month", 0, day=int(day)) if spoken.month is not None:
            # `στις 8 Φεβρουαρίου και όχι στις 6 του μηνός`
            return AbsoluteDate(spoken.month.month, day, Year(spoken.month.year))
        case Same():
            return _same(latent, spoken, reference)
        case AbsoluteDate() | Period():
            return _in_known_year(latent, spoken, reference, tense)
    return latent  # type: ignore[no-any-return]


def _told(latent: Weekday, spoken: Spoken, reference: date | None, tense: Tense) -> Weekday:
    """A weekday in the week that the text tells, where no verb speaks against it."""
    day = spoken.weekdays.get((latent.weekday, latent.days))
    if day is None or reference is None or not is_bare(latent) or not _may_be(day, reference, tense):
        return latent
    mondays = day - timedelta(days=day.weekday()), reference - timedelta(days=reference.weekday())
    return latent._replace(week=(mondays[0] - mondays[1]).days // 7)


def _may_be(day: date, reference: date, tense: Tense) -> bool:
    """Whether a verb does not speak against a day."""
    return not tense or tense in ("present", "lasting") or (tense == "planned" and day > reference)


def _same(latent: Same, spoken: Spoken, reference: date | None) -> Latent:
    """`αντίστοιχο τρίμηνο του 2024`."""
    first = spoken.periods.get(latent.months)
    if first is None:
        return latent
    # `του προηγούμενου έτους`: the one before that which is compared with it
    year = Year(first.year - 1) if latent.year.shift == -1 else _known(latent.year, spoken)
    return Period(first.month, latent.months, year)


def _before_reported(latent: RelativeDate, spoken: Spoken) -> Latent:
    """`5 εκατ. ευρώ στο τρίτο τρίμηνο, από 4 εκατ. το προηγούμενο τρίμηνο`."""
    first = spoken.near.get(latent.size) or spoken.reported.get(latent.size)
    if first is None:
        return latent
    years, month = divmod(first.month - 1 + latent.steps * latent.size, 12)
    return Period(month + 1, latent.size, Year(first.year + years))


def _known(year: Year, spoken: Spoken) -> Year:
    if not year.spoken:
        return year
    return Year(spoken.year) if spoken.year is not None else Year(shift=0)


def _in_known_year(latent: Any, spoken: Spoken, reference: date | None, tense: Tense) -> Latent:
    if latent.year.spoken:
        return latent._replace(year=_known(latent.year, spoken))  # type: ignore[no-any-return]
    if latent.year != OPEN or getattr(latent, "weekday", None) is not None:
        return latent  # type: ignore[no-any-return]
    if isinstance(latent, AbsoluteDate) and (latent.month, latent.day) in spoken.days:
        day = latent._replace(year=Year(spoken.days[latent.month, latent.day]))
        return day if tense != "future" or _agrees(day, reference, tense) else latent
    if isinstance(latent, Period) and (latent.months != 1 or latent.label):
        return _as_reported(latent, spoken, tense)
    year = spoken.months.get(latent.month)
    if year is None:
        return latent  # type: ignore[no-any-return]
    known = latent._replace(year=Year(year))
    if isinstance(latent, Period) and _is_news(latent, year, reference):
        return latent
    return known if _agrees(known, reference, tense) else latent  # type: ignore[no-any-return]


def _is_news(month: Period, year: int, reference: date | None) -> bool:
    """Whether a month has just ended that the text told of in an earlier year: figures of it are meant."""
    latest = resolve(month, reference, "past")
    if reference is None or latest is None or latest.end is None:
        return False
    return 0 < (reference - latest.end).days <= _FRESH and year < latest.end.year


def _as_reported(latent: Period, spoken: Spoken, tense: Tense) -> Period:
    """`τα έσοδα του τέταρτου τριμήνου ξεπέρασαν τις προβλέψεις για το Q4`: the one that is reported."""
    first = spoken.reported.get(latent.months)
    if first is None or first.month != latent.month or latent.label or tense == "future":
        return latent
    return latent._replace(year=Year(first.year))


def _agrees(latent: Latent, reference: date | None, tense: Tense) -> bool:
    """Whether a tense does not speak against the year that a month had before."""
    found = resolve(latent, reference)
    if found is None or found.start is None or found.end is None or reference is None:
        return found is not None
    if tense == "future":
        return found.end >= reference
    return tense != "past" or found.start <= reference


def after(
    spoken: Spoken, latent: Latent, resolved: Resolved, reference: date | None, *, whole: bool
) -> Spoken:
    """What has been said once an expression is read; `whole`: it left nothing to the text before it."""
    if resolved.start is None or isinstance(latent, Unplaced):
        return spoken
    months, periods = spoken.months, spoken.periods
    start = resolved.start
    core: Any = latent
    while isinstance(core, Part | WeekOf | Nth):
        core = core.whole
    for one in (core.first, core.last) if isinstance(core, Span) else (core,):
        if isinstance(one, AbsoluteDate | Period) and one.year.number is not None and _has_month(one):
            months = _latest(months, one.month, one.year.number, reference)
        if isinstance(one, Period) and one.months in _LENGTHS and not one.label:
            periods = {**periods, one.months: _last_period(one, start, spoken, reference)}
    day = spoken.day or start == resolved.end
    said = spoken._replace(year=start.year, months=months, periods=periods, day=day)
    if isinstance(latent, AbsoluteDate) and day:
        days = _latest(spoken.days, (start.month, start.day), start.year, reference)
        month = start.replace(day=1)
        said = said._replace(days=days, month=month, periods={1: month, **periods})
    return _reported(said, latent, resolved, reference, whole)


def _last_period(period: Period, start: date, spoken: Spoken, reference: date | None) -> date:
    """The first day of the period told of; what is compared with a later one that is over stays behind it."""
    known = spoken.periods.get(period.months)
    before = known.year if known is not None and known.month == period.month else None
    return date(_later(before, period.year.number or start.year, reference), period.month, 1)


def _latest(years: Mapping[Any, int], key: Any, year: int, reference: date | None) -> Mapping[Any, int]:
    """With the year of a month or day: what is compared with a later one that is over stays behind it."""
    return {**years, key: _later(years.get(key), year, reference)}


def _later(known: int | None, year: int, reference: date | None) -> int:
    """The year told of: the one known before, where it is later and has come, else this one."""
    behind = known is not None and reference is not None and year < known <= reference.year
    return known if known is not None and behind else year


def _reported(
    spoken: Spoken, latent: Latent, resolved: Resolved, reference: date | None, whole: bool
) -> Spoken:
    """With the latest periods that have ended: what is compared with stands behind it.

    A year that was said elsewhere may not be that of an old month here: nothing is counted from it.
    """
    start, end = resolved.start, resolved.end
    if not isinstance(latent, Period) or latent.label or reference is None or start is None or end is None:
        return spoken
    size, days = latent.months, (reference - end).days
    if size in (1, 3, 6, 12) and days > 0 and (whole or days <= _NEWS):
        spoken = spoken._replace(near={**spoken.near, size: max(start, spoken.near.get(size, start))})
    if size in (3, 6) and 0 < days <= _NEWS:
        latest = max(start, spoken.reported.get(size, start))
        spoken = spoken._replace(reported={**spoken.reported, size: latest})
    return spoken


def _has_month(latent: Any) -> bool:
    return isinstance(latent, AbsoluteDate) or (latent.months == 1 and not latent.label)
