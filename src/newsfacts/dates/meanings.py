"""What productions of dates mean: pure functions of what was kept, by the names that rules call them.

A function gives None where what was read is no date after all.
"""

from collections.abc import Mapping
from typing import Any

from newsfacts.dates.latent import (
    OPEN,
    RECURRING,
    AbsoluteDate,
    Feast,
    Latent,
    Nth,
    Part,
    PartName,
    Period,
    RelativeDate,
    Same,
    Turn,
    Unit,
    Unplaced,
    Week,
    Weekday,
    WeekOf,
    Year,
    Years,
)
from newsfacts.dates.predicates import full_year
from newsfacts.dates.timex import toward

Turned = tuple[Turn, int]
Shifted = tuple[str, int]

_TIMES = ("second", "minute", "hour")
_PARTS: Mapping[int, tuple[PartName, ...]] = {15: ("half1", "half2"), 10: ("early", "mid", "late")}


def steps_of(turn: Turned) -> int:
    """How many units a modifier leads away: 1 for the next, -1 for the last, 0 for this.

    >>> steps_of(("last", 2))
    -2
    """
    way, steps = turn
    return {"last": -steps, "next": steps}.get(way, 0)


# -- years ------------------------------------------------------------------------------------


def year_number(y: int) -> Year | None:
    """`2026`, `365 μ.Χ.`"""
    return Year(y) if y else None


def turned_year(t: Turned) -> Year:
    """`του επόμενου έτους`."""
    return Year(shift=steps_of(t))


def shifted_year(s: Shifted) -> Year | None:
    """`πέρυσι`, but not `χθες`."""
    return Year(shift=s[1]) if s[0] == "year" else None


def same_year() -> Year:
    """`του ίδιου έτους`."""
    return Year(spoken=True)


def this_year() -> Year:
    """`του έτους`."""
    return Year(shift=0)


def next_year() -> Year:
    """`του χρόνου`."""
    return Year(shift=1)


def year(y: int) -> Period | None:
    """The whole year."""
    return Period(1, 12, Year(y)) if y else None


def maybe_year(w: Latent, y: Year | None) -> Latent | None:
    """Something in a year, where one is said."""
    return w if y is None else in_year(w, y)


def said_year(c: Period) -> Period | None:
    """`3Q25`, whose year is in it."""
    return c if c.year != OPEN else None


def year_of(y: Year) -> Period:
    """The whole of a year."""
    return Period(1, 12, y)


def in_year(w: Latent, y: Year) -> Latent | None:
    """Something in a year that is said."""
    if isinstance(w, RECURRING):
        return w._replace(year=y) if w.year == OPEN else None
    return None


def of_year(w: AbsoluteDate, y: Period) -> AbsoluteDate:
    """`14 Απριλίου, 2015`."""
    return w._replace(year=y.year)


def of_number(w: Latent, y: int) -> Latent | None:
    """`14-Ιουλ-2025`, `2025-Q1`."""
    return in_year(w, Year(y))


# -- days and months --------------------------------------------------------------------------


def day_number(d: int) -> int | None:
    """A day of a month."""
    return d if 1 <= d <= 31 else None


def day(d: int, m: int) -> AbsoluteDate:
    """`23 Σεπτεμβρίου`."""
    return AbsoluteDate(m, d)


def first_day(m: int) -> AbsoluteDate:
    """`πρώτη του Μάρτη`."""
    return AbsoluteDate(m, 1)


def day_in_words(d: Any, m: int) -> AbsoluteDate | None:
    """`τρεις Απριλίου`; `ένα Μαΐου` is none."""
    return AbsoluteDate(m, int(d)) if 2 <= d <= 31 and not d % 1 else None


def month(m: int) -> Period:
    """`Σεπτέμβριο`."""
    return Period(m, 1)


def day_of_month(d: int, t: Turned = ("this", 1)) -> RelativeDate:
    """`11 του μήνα`, `15 του επόμενου μήνα`."""
    return RelativeDate("month", steps_of(t), day=d)


# -- parts of a year --------------------------------------------------------------------------


def nth_period(n: int, p: int) -> Period | None:
    """`δεύτερο εξάμηνο`."""
    first = (n - 1) * p + 1
    return Period(first, p, ended=p in (3, 6, 9)) if 1 <= first <= 13 - p else None


def lettered(l: tuple[int, int]) -> Period:  # noqa: E741
    """`Β΄τρίμηνο`."""
    return Period(*l, ended=True)


def last_period(p: int, y: Year) -> Period | None:
    """`τελευταίο τρίμηνο του 2025`."""
    return Period(13 - p, p, y) if 2 <= p <= 6 else None


def previous_period(p: int) -> RelativeDate | None:
    """`τελευταίο τρίμηνο`."""
    return RelativeDate("month", -1, p) if p in (3, 4, 6) else None


def period_to(p: int, m: Latent) -> Period | None:
    """`τρίμηνο του Ιουνίου`: the one that ends with June."""
    if p not in (2, 3, 4, 6) or not isinstance(m, Period) or m.month % p:
        return None
    return m._replace(month=m.month - p + 1, months=p)


def same_period(p: int, y: Year) -> Same | Period:
    """`αντίστοιχο τρίμηνο του 2024`; nine months are always the first ones."""
    return Period(1, 9, y) if p == 9 else Same(p, y)


def same_shifted(a: Shifted, p: int) -> Same | Period | None:
    """`αντίστοιχο περσινό τρίμηνο`."""
    return same_period(p, Year(shift=a[1])) if a[0] == "year" else None


def same_month(y: Year) -> Same:
    """`ίδιο μήνα του 2024`."""
    return Same(1, y)


def last_count(n: Any, y: Year) -> Period | None:
    """`τελευταίους τρεις μήνες του 2024`."""
    return Period(13 - int(n), int(n), y) if 1 <= n <= 11 and not n % 1 else None


def first_months(p: int, y: Year) -> Period | None:
    """`εννεάμηνο του 2025`."""
    return Period(1, p, y) if 2 <= p <= 11 else None


def first_count(n: Any, y: Year) -> Period | None:
    """`πρώτους έξι μήνες του 2025`."""
    return Period(1, int(n), y) if 1 <= n <= 12 and not n % 1 else None


def reported_months(p: int) -> Period | None:
    """`εννεάμηνο`."""
    return Period(1, p, ended=True) if p in (6, 9) else None


def nine_months(p: int) -> Period | None:
    """`εννεάμηνο`, which is no length where nothing says so."""
    return reported_months(p) if p == 9 else None


def winter(w: Period, y: Year, z: int) -> Period | None:
    """`χειμώνα του 2025-26`."""
    if w.month != 12 or y.number is None or (y.number + 1) % 100 != z % 100:
        return None
    return w._replace(year=y)


# -- relative ---------------------------------------------------------------------------------


def shifted(w: Latent, s: Shifted = ("", 0), a: Shifted = ("", 0)) -> Latent | None:
    """`φέτος το καλοκαίρι`, `περσινό καλοκαίρι`."""
    unit, steps = s if s[0] else a
    return in_year(w, Year(shift=steps)) if unit == "year" else None


def turned(t: Turned, w: Latent) -> Latent | None:
    """`επόμενο καλοκαίρι`."""
    return in_year(w, Year(turn=t[0], steps=t[1]))


def day_or_year(s: Shifted = ("", 0), a: Shifted = ("", 0)) -> RelativeDate:
    """`χθες`, `περσινή`."""
    unit, steps = s if s[0] else a
    return RelativeDate("year" if unit == "year" else "day", steps)


def coming_year() -> RelativeDate:
    """`του χρόνου`."""
    return RelativeDate("year", 1)


def only_day(a: Shifted) -> RelativeDate | None:
    """`χθεσινή ημέρα`."""
    return RelativeDate("day", a[1]) if a[0] == "days" else None


def only_year(a: Shifted) -> RelativeDate | None:
    """`περσινή χρονιά`."""
    return RelativeDate("year", a[1]) if a[0] == "year" else None


def turned_period(t: Turned, p: int) -> RelativeDate | None:
    """`επόμενο τρίμηνο`."""
    return RelativeDate("month", steps_of(t), p) if p in (2, 3, 4, 6) else None


def turned_unit(t: Turned, u: tuple[Unit, bool]) -> Latent | None:
    """`επόμενο μήνα`; `επόμενους μήνες` have no days."""
    unit, many = u
    if many:
        return Unplaced(toward(steps_of(t))) if t[0] != "this" and unit not in _TIMES else None
    if unit in _TIMES or unit in ("day", "millennium"):
        return None
    return RelativeDate(unit, steps_of(t))


def turned_day(t: Turned) -> RelativeDate | None:
    """`επόμενη ημέρα`."""
    return RelativeDate("day", steps_of(t)) if t[0] != "this" else None


def day_before(t: Turned) -> RelativeDate | None:
    """`η προηγούμενη ημέρα`; `η επόμενη μέρα` is what comes after, not a day."""
    return turned_day(t) if t[0] == "last" else None


def same_day(s: Shifted, d: Latent | None = None, k: Any = None) -> Latent | None:
    """`σήμερα, Πέμπτη 6 Νοεμβρίου`: the date that is written out tells the day."""
    if s[0] != "days":
        return None
    return d if d is not None else RelativeDate("day", s[1])


def last_some(u: tuple[Unit, bool]) -> Unplaced | None:
    """`τελευταίους μήνες`, but `τελευταία δεκαετία` is a length."""
    unit, many = u
    if unit in _TIMES or (unit in ("decade", "day") and not many):
        return None
    return Unplaced("PAST_REF")


# -- weekdays and weeks -----------------------------------------------------------------------


def weekday(k: tuple[int, int]) -> Weekday:
    """`Τρίτη`, `Σαββατοκύριακο`."""
    return Weekday(*k)


def beside(k: Any, d: Latent) -> Latent:
    """`Τρίτη 23 Σεπτεμβρίου`: the weekday tells the year where none is said."""
    return d._replace(weekday=k[0]) if isinstance(d, AbsoluteDate) and k[1] == 1 else d


def turned_weekday(t: Turned, k: Any) -> Weekday:
    """`ερχόμενη Πέμπτη`."""
    return Weekday(k[0], k[1], t[0], t[1], week=0 if t[0] == "this" else None)


def weekday_of_week(k: tuple[int, int], t: Turned) -> Weekday:
    """`Τρίτη της επόμενης εβδομάδας`."""
    return Weekday(*k, week=steps_of(t))


def every_weekday(k: tuple[int, int]) -> Unplaced:
    """`κάθε Τετάρτη`."""
    return Unplaced(f"XXXX-WXX-{k[0] + 1}")


def every(k: int) -> Unplaced:
    """`Κυριακές`."""
    return Unplaced(f"XXXX-WXX-{k + 1}")


def iso_week(n: int, y: Year) -> Week:
    """`εβδομάδα 39 του 2025`."""
    return Week(n, y)


def month_week(n: int, w: Latent) -> Week | None:
    """`εβδομάδα 2 του Μαΐου`."""
    return Week(n, w.year, w.month) if isinstance(w, Period) and w.months == 1 else None


def week_of(w: Latent) -> WeekOf:
    """`εβδομάδα της 6ης Οκτωβρίου`."""
    return WeekOf(w)


def nth_weekday(n: int, k: Any, w: Latent) -> Nth | None:
    """`πρώτη Τρίτη του Οκτωβρίου`."""
    if isinstance(w, Unplaced):
        return None
    return Nth(n, "day", w, k[0]) if n == -1 or 1 <= n <= 53 else None


def nth_unit(n: int, u: tuple[Unit, bool], w: Latent) -> Nth | None:
    """`τελευταία μέρα του Οκτωβρίου`."""
    unit, many = u
    if isinstance(w, Unplaced) or n == 0:
        return None
    return Nth(n, unit, w) if not many and unit in ("day", "week", "month") else None


# -- long times -------------------------------------------------------------------------------


def decade(y: Any) -> Years | None:
    """`δεκαετία του 1990`, `δεκαετία του ’90`."""
    number = y.number if isinstance(y, Year) else y
    return None if number is None else Years(int(number) // 10 * 10, 10)


def short_decade(y: Any) -> Years | None:
    """`δεκαετία του 90`, `δεκαετία του ογδόντα`."""
    return Years(full_year(int(y), pivot=20), 10) if not y % 10 and 10 <= y <= 90 else None


def century(n: int) -> Years | None:
    """`21ος αιώνας`."""
    return Years(n * 100 - 99, 100) if 1 <= n <= 30 else None


def century_before(n: int) -> Unplaced | None:
    """`5ο αιώνα π.Χ.`"""
    return Unplaced(f"BC{n - 1:02}XX") if 1 <= n <= 99 else None


def year_before(y: int) -> Unplaced:
    """`480 π.Χ.`"""
    return Unplaced(f"BC{y:04}")


# -- parts ------------------------------------------------------------------------------------


def this_year_whole() -> RelativeDate:
    """`έτους`."""
    return RelativeDate("year")


def this_month() -> RelativeDate:
    """`μήνα`."""
    return RelativeDate("month")


def this_week() -> RelativeDate:
    """`εβδομάδας`."""
    return RelativeDate("week")


def this_decade() -> RelativeDate:
    """`δεκαετίας`."""
    return RelativeDate("decade")


def this_century() -> RelativeDate:
    """`αιώνα`."""
    return RelativeDate("century")


def same_whole() -> Period:
    """`ίδιου έτους`."""
    return Period(1, 12, Year(spoken=True))


def whole_unit(w: Latent) -> Latent | None:
    """What can have a beginning and an end: a week and what is longer."""
    if isinstance(w, Unplaced) or (isinstance(w, RelativeDate) and (w.unit == "day" or w.day is not None)):
        return None
    return w


def whole_season(w: Latent) -> Latent | None:
    """A season, but no holiday."""
    return None if isinstance(w, Feast | AbsoluteDate) else w


def part_of(p: PartName, w: Latent) -> Part:
    """`τέλη του 2027`."""
    return Part(w, p)


def half_of(n: int, w: Latent) -> Part | None:
    """`πρώτο μισό του 2026`."""
    return Part(w, "half1" if n == 1 else "half2") if n in (1, 2) else None


def block_of(n: int, b: int, w: Latent) -> Part | None:
    """`πρώτο δεκαπενθήμερο του Μαΐου`."""
    parts = _PARTS.get(b, ())
    month_long = isinstance(w, Period) and w.months == 1
    if not (month_long or w == RelativeDate("month")) or not (1 <= n <= len(parts) or n == -1):
        return None
    return Part(w, parts[n - 1 if n > 0 else -1])
