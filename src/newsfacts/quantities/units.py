"""The units of a text, each where it stands."""

from bisect import bisect_left
from collections.abc import Iterable

from newsfacts.lexicon.lexicon import Reading
from newsfacts.quantities.shared import told
from newsfacts.quantities.vocabulary import UnitForm

Spot = tuple[int, int, UnitForm]
"""A unit found: its first token, the token after it, and what it stands for."""


def units_of(reading: Reading) -> Iterable[Spot]:
    """All units of a text; a bare currency word is the currency of that word named in full before it."""
    spots = _units_of(reading)
    if "shared" not in reading.rows:
        return spots
    named = list(spots)
    meant = dict(told(reading, [(start, unit) for start, _, unit in named]))
    return [
        (start, end, unit)
        for start, end, said in named
        if (unit := meant.get((start, end), said)) is not None
    ]


def _units_of(reading: Reading) -> Iterable[Spot]:
    bare = {
        (start, end): [term.payload for term in groups["bare"].terms]
        for start, end, groups in (reading.matches[row] for row in reading.rows.get("bare", ()))
    }
    if not bare:
        return reading.found("unit")
    named = list(reading.found("unit"))
    full: set[int] = set()  # tokens of currencies named in full
    places: dict[str, list[int]] = {}  # where each currency is named, by its code
    for start, end, unit in named:
        if (start, end) not in bare:
            full.update(range(start, end))
            places.setdefault(unit.unit, []).append(start)
    spots = {(start, end): unit for start, end, unit in named}
    for spot, candidates in bare.items():
        if spot[0] not in full:
            meant = _named_nearest(spot[0], candidates, places)
            if meant is not None:
                spots[spot] = meant
    return sorted(((start, end, unit) for (start, end), unit in spots.items()), key=lambda hit: hit[0])


def _named_nearest(
    spot: int, candidates: Iterable[UnitForm], places: dict[str, list[int]]
) -> UnitForm | None:
    """The candidate whose currency was named last before a place, or else first after it."""
    before: list[tuple[int, UnitForm]] = []
    after: list[tuple[int, UnitForm]] = []
    for candidate in candidates:
        starts = places.get(candidate.unit, [])
        row = bisect_left(starts, spot)
        before += [(starts[row - 1], candidate)] if row else []
        after += [(starts[row], candidate)] if row < len(starts) else []
    if before:
        return max(before, key=lambda hit: hit[0])[1]
    return min(after, key=lambda hit: hit[0])[1] if after else None
