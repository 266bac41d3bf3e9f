"""Weekdays whose day the text itself tells: `the vote is on Thursday … on Thursday, 21 July`."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from newsfacts.dates.latent import AbsoluteDate, Latent, Length, RelativeDate, Several
from newsfacts.dates.resolve import resolve

# News of a day tells of the week before it and the one after.
_NEAR = timedelta(days=8)


def told_weekdays(latents: Iterable[Latent | Length], reference: date | None) -> Mapping[int, date]:
    """The day of each weekday (0 Monday) that is told with its date or as `tomorrow`, and only of one day.

    Days far from the reference tell nothing of a weekday that stands alone.
    """
    if reference is None:
        return {}
    told: dict[int, set[date]] = {}
    for latent in _members(latents):
        if isinstance(latent, AbsoluteDate | RelativeDate) and latent.weekday is not None:
            found = resolve(latent, reference)
            if found and found.start and abs(found.start - reference) <= _NEAR:
                told.setdefault(latent.weekday, set()).add(found.start)
    return {weekday: next(iter(days)) for weekday, days in told.items() if len(days) == 1}


def _members(latents: Iterable[Latent | Length]) -> Iterable[Latent | Length]:
    for latent in latents:
        if isinstance(latent, Several):
            yield from (member.latent for member in latent.members)
        else:
            yield latent
