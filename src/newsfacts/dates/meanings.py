"""What productions of dates mean: pure functions of what was kept, by the names that rules call them.

A function gives None where what was read is no date after all. Days and months are here.
"""

from typing import Any

from newsfacts.dates.latent import (
    OPEN,
    RECURRING,
    AbsoluteDate,
    Latent,
    Neighbour,
    Period,
    RelativeDate,
    Turn,
    Unit,
    Unplaced,
    Year,
)
from newsfacts.dates.timex import toward

Turned = tuple[Turn, int]
"""A modifier such as `επόμενος`: which way, and how many steps."""

Shifted = tuple[str, int]
"""A word such as `χθες`: the unit, and how many of them away."""

_TIMES = ("second", "minute", "hour")


def steps_of(turn: Turned) -> int:
    """How many units a modifier leads away: 1 for the next, -1 for the last, 0 for this.

    >>> steps_of(("last", 2))
    -2
    """
    way, steps = turn
    return {"last": -steps, "next": steps}.get(way, 0)


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


# -- days and months -----------------------------------------------------------------------


def day_number(d: int) -> int | None:
    """A day of a month."""
    return d if 1 <= d <= 31 else None


def day(d: int, m: int) -> AbsoluteDate:
    """`23 Σεπτεμβρίου`."""
    return AbsoluteDate(m, d)


def spaced_day(d: int, m: int, y: int) -> AbsoluteDate | None:
    """`30 / 10 / 2020`."""
    return AbsoluteDate(m, d, Year(y)) if 1 <= m <= 12 else None


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


# -- relative ------------------------------------------------------------------------------


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


def today(s: Shifted) -> RelativeDate | None:
    """`σήμερα`."""
    return RelativeDate("day") if s == ("days", 0) else None


def only_day(a: Shifted) -> RelativeDate | None:
    """`χθεσινή ημέρα`."""
    return RelativeDate("day", a[1]) if a[0] == "days" else None


def only_year(a: Shifted) -> RelativeDate | None:
    """`περσινή χρονιά`."""
    return RelativeDate("year", a[1]) if a[0] == "year" else None


def turned_period(t: Turned, p: int) -> RelativeDate | None:
    """`επόμενο τρίμηνο`."""
    return RelativeDate("month", steps_of(t), p) if p in (2, 3, 4, 6) else None


def past_some() -> Unplaced:
    """`τελευταία τρίμηνα`: nobody knows how many."""
    return Unplaced("PAST_REF")


def turned_some(t: Turned) -> Unplaced | None:
    """`επόμενα τρίμηνα`."""
    return Unplaced(toward(steps_of(t))) if t[0] != "this" else None


def preceding_period(p: int) -> RelativeDate | None:
    """`προηγούμενο τρίμηνο`: the one before that which the text reports."""
    return RelativeDate("month", -1, p, told=True) if p in (3, 6) else None


def preceding_unit(u: tuple[Unit, bool]) -> RelativeDate | None:
    """`προηγούμενο μήνα`, `προηγούμενο έτος`: before the one that the sentence tells of."""
    size = {"month": 1, "year": 12}.get(u[0])
    return RelativeDate(u[0], -1, size, told=True) if size and not u[1] else None


def turned_unit(t: Turned, u: tuple[Unit, bool]) -> Latent | None:
    """`επόμενο μήνα`; `επόμενους μήνες` have no days."""
    unit, many = u
    if many:
        return Unplaced(toward(steps_of(t))) if t[0] != "this" and unit not in _TIMES else None
    if unit in _TIMES or unit in ("day", "millennium"):
        return None
    return RelativeDate(unit, steps_of(t))


def turned_one(u: tuple[Unit, bool], t: Turned) -> Latent | None:
    """`εβδομάδα που πέρασε`; `χρόνια που πέρασε` are others."""
    return None if u[1] else turned_unit(t, u)


def turned_last() -> Turned:
    """`που πέρασε`."""
    return "last", 1


def turned_next() -> Turned:
    """`που έρχεται`."""
    return "next", 1


def turned_this() -> Turned:
    """`που διανύουμε`."""
    return "this", 1


def turned_day(t: Turned) -> Neighbour | None:
    """`επόμενη ημέρα`."""
    return Neighbour(steps_of(t)) if t[0] != "this" else None


def day_before(t: Turned) -> Neighbour | None:
    """`η προηγούμενη ημέρα`; `η επόμενη μέρα` is what comes after, not a day."""
    return turned_day(t) if t[0] == "last" else None


def same_day(s: Shifted, d: Latent | None = None, k: Any = None) -> Latent | None:
    """`σήμερα, Πέμπτη 6 Νοεμβρίου`: the date that is written out tells the day, and so does the weekday."""
    if s[0] != "days":
        return None
    weekday = k[0] if k is not None and k[1] == 1 else None
    return d if d is not None else RelativeDate("day", s[1], weekday=weekday)


def same_day_of_year(s: Shifted) -> Unplaced | None:
    """`σαν σήμερα`: this day of a year that is told elsewhere."""
    return Unplaced("XXXX-XX-XX") if s[0] == "days" else None


def last_some(u: tuple[Unit, bool]) -> Unplaced | None:
    """`τελευταίους μήνες`, but `τελευταία δεκαετία` is a length."""
    unit, many = u
    if unit in _TIMES or (unit in ("decade", "day") and not many):
        return None
    return Unplaced("PAST_REF")
