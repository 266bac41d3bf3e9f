"""Whose a target price is: never the broker's who sets it: `η Alpha αύξησε την τιμή-στόχο για τη Beta`."""

from collections.abc import Sequence

from newsfacts.meaning.asked import Said
from newsfacts.meaning.mentions import Companies, Mention
from newsfacts.meaning.row import ITEMS, Row
from newsfacts.meaning.spoken import named_at
from newsfacts.meaning.words import Words
from newsfacts.text.fold import fold_once

_BEHIND = frozenset({"for", "in"})
_NAMED = frozenset({"name", "owner"})


def targeted(
    row: Row, at: int, said: Said, named: Sequence[Mention], companies: Companies, words: Words
) -> str | None:
    """The key of the company whose price it is, nothing where nobody knows; None where no broker sets it."""
    start, end, noun = said.topic.start, said.topic.end, said.topic.noun
    if said.topic.measure != "share_price" or noun is None or start is None or end is None:
        return None
    s = row.sentence
    verbs = (s.norms[row.items[k].start] for k in range(max(0, at - ITEMS), min(len(row), at + ITEMS)))
    called = " ".join(map(fold_once, s.reading.span(s.first + start, s.first + end).split()))
    aimed = any(target in called for target in words.targets)
    if not aimed or words.pricing.isdisjoint(verbs):
        return None
    behind = noun + 1 + row.any(noun + 1, _BEHIND)
    led = row.any(behind, _NAMED) and row.items[behind].article != "subject"
    if led or row.has(behind, "genitive"):
        one = named_at(row, behind, named)
        return "" if one is None else one.key
    dominant = companies.dominant
    return "" if dominant is None or any(m.key == dominant and m.reports for m in named) else dominant
