"""Weekdays whose day the text itself tells: `the vote is on Thursday … on Thursday, 21 July`."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeAlias

from newsfacts.dates.explained import Found
from newsfacts.dates.latent import AbsoluteDate, Latent, Length, RelativeDate, Several, Weekday
from newsfacts.dates.placing import Tense
from newsfacts.dates.resolve import resolve

Told: TypeAlias = Mapping[tuple[int, int], date]
"""By weekday (0 Monday) and number of days, the day that is meant by it all over a text."""

# News of a day tells of the week before it and the one after.
_NEAR = timedelta(days=8)


def told_weekdays(
    found: Sequence[Found],
    latents: Iterable[Latent | Length],
    reference: date | None,
    tense: Callable[[int, int], Tense],
) -> Told:
    """The day of each weekday that is told once: beside it, else by verbs, else by a date that stands alone.

    None where they tell of different days. Days far from the reference tell nothing of a weekday that
    stands alone.
    """
    if reference is None or not any(isinstance(one.said, Weekday) for one in found):
        return {}
    dated: dict[tuple[int, int], set[date]] = {}
    placed: dict[tuple[int, int], set[date]] = {}
    plain: dict[tuple[int, int], set[date]] = {}
    for one, latent in zip(found, latents, strict=True):
        if isinstance(latent, Weekday):
            verb = tense(one.start, one.end) if is_bare(latent) else ""
            if verb in ("past", "told", "future", "planned"):
                _keep(placed, (latent.weekday, latent.days), latent, reference, verb)
            continue
        for member in _members(latent):
            if isinstance(member, AbsoluteDate | RelativeDate) and member.weekday is not None:
                _keep(dated, (member.weekday, 1), member, reference, "")
            elif isinstance(member, AbsoluteDate) and (day := _near_day(member, reference)):
                plain.setdefault((day.weekday(), 1), set()).add(day)
    return {key: next(iter(days)) for key, days in {**plain, **placed, **dated}.items() if len(days) == 1}


def is_bare(latent: Weekday) -> bool:
    """Whether nothing but a verb tells which one is meant."""
    return not latent.turn and latent.week is None


def _keep(
    told: dict[tuple[int, int], set[date]],
    key: tuple[int, int],
    latent: Latent,
    reference: date,
    tense: Tense,
) -> None:
    if day := _near_day(latent, reference, tense):
        told.setdefault(key, set()).add(day)


def _near_day(latent: Latent, reference: date, tense: Tense = "") -> date | None:
    days = resolve(latent, reference, tense)
    return days.start if days and days.start and abs(days.start - reference) <= _NEAR else None


def _members(latent: Latent | Length) -> Iterable[Latent | Length]:
    return (member.latent for member in latent.members) if isinstance(latent, Several) else (latent,)
