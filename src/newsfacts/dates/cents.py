"""Minutes that are cents: `19 λεπτά ανά κιλοβατώρα, έναντι 17,1 λεπτών`."""

from bisect import bisect_left
from collections.abc import Sequence

from newsfacts.dates.explained import Found
from newsfacts.dates.latent import Length
from newsfacts.facts import AnyFact
from newsfacts.lexicon.lexicon import Reading


def are_cents(reading: Reading, one: Found, known: Sequence[AnyFact], against: frozenset[str]) -> bool:
    """Whether minutes are compared with an amount of money that its sentence says in the same word.

    So are those from which it changed: `από 18 λεπτά σε 14 λεπτά ανά κιλοβατώρα`.
    """
    start, end, said = one
    if not isinstance(said, Length) or said.unit != "minute":
        return False
    compared = reading.norm(start - 1) in against
    first, _ = reading.sentences.bounds(reading.starts[start], reading.ends[end - 1])
    for fact in known:
        if fact.kind != "money":
            continue
        at, after = fact.start_char - reading.offset, fact.end_char - reading.offset
        before = compared and first <= at < reading.starts[start]
        behind = end + 1 < len(reading) and at == reading.starts[end + 1]
        if (before or behind) and _is_minute(reading, bisect_left(reading.ends, after)):
            return True
    return False


def _is_minute(reading: Reading, token: int) -> bool:
    unit = reading.starting(token, "date.unit")
    return unit is not None and unit[1][0] == "minute"
