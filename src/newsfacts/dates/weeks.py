"""What weekdays and weeks mean."""

from typing import Any

from newsfacts.dates.latent import (
    Latent,
    Nth,
    Period,
    Unit,
    Unplaced,
    Week,
    Weekday,
    WeekOf,
    Year,
)
from newsfacts.dates.meanings import Turned, steps_of

# -- weekdays and weeks --------------------------------------------------------------------


def weekday(k: tuple[int, int]) -> Weekday:
    """`Τρίτη`, `Σαββατοκύριακο`."""
    return Weekday(*k)


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
    return Nth(n, "day", w, k[0], k[1]) if n == -1 or 1 <= n <= 53 else None


def nth_unit(n: int, u: tuple[Unit, bool], w: Latent) -> Nth | None:
    """`τελευταία μέρα του Οκτωβρίου`."""
    unit, many = u
    if isinstance(w, Unplaced) or n == 0:
        return None
    return Nth(n, unit, w) if not many and unit in ("day", "week", "month") else None
