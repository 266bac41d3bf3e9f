"""Which year `of the year` is: this one, but the last one where a past verb tells of days to come."""

from datetime import date
from typing import Any

from newsfacts.dates.latent import RECURRING, Latent, Nth, Part, WeekOf, Year
from newsfacts.dates.placing import Tense
from newsfacts.dates.resolve import resolve

THIS = Year(shift=0)
# `Announced for the end of the year` is of days to come too: the last ones must be so many times nearer.
_NEARER = 3


def is_of_the_year(latent: Latent) -> bool:
    """Whether an expression leaves it at `of the year`."""
    core = _core(latent)
    return isinstance(core, RECURRING) and core.year == THIS


def in_ended_year(latent: Latent, told: date | None, reference: date | None, tense: Tense) -> Latent:
    """An expression in the year that its sentence `told` of, or in the last one, if a past verb says so.

    >>> from newsfacts.dates.latent import Period
    >>> in_ended_year(Period(10, 3, THIS), None, date(2026, 1, 29), "past").year.number
    2025
    """
    if tense not in ("past", "told") or reference is None or not is_of_the_year(latent):
        return latent
    coming = resolve(latent, reference)
    if coming is None or coming.start is None or coming.start <= reference:
        return latent
    number = told.year if told else reference.year - 1
    ended = _in_year(latent, number)
    days = resolve(ended, reference)
    if days is None or days.end is None:
        return latent
    far = (reference - days.end).days * _NEARER > (coming.start - reference).days
    return latent if far and told is None else ended


def _core(latent: Any) -> Any:
    while isinstance(latent, Part | WeekOf | Nth):
        latent = latent.whole
    return latent


def _in_year(latent: Any, number: int) -> Any:
    if isinstance(latent, Part | WeekOf | Nth):
        return latent._replace(whole=_in_year(latent.whole, number))
    return latent._replace(year=Year(number))
