"""Which rules an expression was read by, for those who ask why."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from newsfacts.dates.latent import Length, Several
from newsfacts.grammar import Chart, Derivation, derivation


class Found(NamedTuple):
    """An expression between two tokens, and what it says."""

    start: int
    end: int
    said: Any


def explain(chart: Chart, found: Found) -> None:
    """Note the productions that an expression was read by, the outermost first."""
    kind, rule = ("duration", "length") if isinstance(found.said, Length) else ("date", "date")
    derived = derivation(chart, rule, found.start, found.end)
    places = found.said.members if isinstance(found.said, Several) else (found,)
    for place in places:
        for step in _within(derived):
            source, written = step.production.source, step.production.written
            what = f"{source.rule}: {written}"
            chart.reading.note(place.start, place.end, kind, what, source.place, dropped=False)


def _within(derived: Derivation | None) -> Iterator[Derivation]:
    """All productions, those that only pass another on left out."""
    if derived is None:
        return
    if not derived.production.unit:
        yield derived
    for part in derived.parts:
        yield from _within(part)
