"""Minutes that are cents: `19 λεπτά ανά κιλοβατώρα, έναντι 17,1 λεπτών`."""

from bisect import bisect_left
from collections.abc import Sequence

from newsfacts.dates.explained import Found
from newsfacts.dates.latent import Length
from newsfacts.facts import AnyFact
from newsfacts.lexicon.lexicon import Reading


def are_cents(reading: Reading, one: Found, known: Sequence[AnyFact], against: frozenset[str]) -> bool:
    """Whether minutes are compared with an amount of money that its sentence says in the same word."""
    start, end, said = one
    if not isinstance(said, Length) or said.unit != "minute" or reading.norm(start - 1) not in against:
        return False
    first, _ = reading.sentences.bounds(reading.starts[start], reading.ends[end - 1])
    return any(
        fact.kind == "money"
        and first <= fact.start_char - reading.offset < reading.starts[start]
        and _is_minute(reading, bisect_left(reading.ends, fact.end_char - reading.offset))
        for fact in known
    )


def _is_minute(reading: Reading, token: int) -> bool:
    unit = reading.starting(token, "date.unit")
    return unit is not None and unit[1][0] == "minute"
