"""Whose a bid is: of who is named behind it, and never of who refuses it or got it."""

from collections.abc import Sequence

from newsfacts.meaning.asked import Said
from newsfacts.meaning.mentions import Mention
from newsfacts.meaning.row import CLAUSE, ITEMS, Row
from newsfacts.meaning.spoken import named_at
from newsfacts.meaning.words import Words

_OFFERED = ("deal", "price", None)
_NEAR = 4
"""So many items behind an amount its bidder is named."""


def bidder(row: Row, at: int, said: Said, named: Sequence[Mention], words: Words) -> str | None:
    """`Η Beta απέρριψε την προσφορά 5 δισ. ευρώ από την Alpha`; an empty key: nobody's who is known."""
    noun = said.topic.noun
    if noun is None or noun >= at or said.topic.measure not in _OFFERED or said.change is not None:
        return None
    item = row.items[noun]
    if words.bids.isdisjoint(row.sentence.norms[item.start : item.end]):
        return None
    owners = (row.has(k, "owner") for k in range(noun + 1, at))
    if any(owners):
        return None  # `η προσφορά της Alpha ύψους 5 δισ. ευρώ`
    behind = _behind(row, at, named)
    if behind is not None:
        return behind.key
    before = range(noun - 1, max(-1, noun - ITEMS), -1)
    refused = (k for k in before if row.has(k, "verb") and _refuses(row, k, words))
    return "" if next(refused, None) is not None else None


def _behind(row: Row, at: int, named: Sequence[Mention]) -> Mention | None:
    """`5 δισ. ευρώ από την Alpha`, `31 ευρώ ανά μετοχή της Alpha`."""
    for k in range(at + 1, min(len(row), at + _NEAR)):
        if row.any(k, CLAUSE) or row.has(k, "verb") or row.has(k, "comma"):
            return None
        if row.has(k, "owner") and "per" in row.items[at].roles:
            return named_at(row, k, named)
        if row.has(k, "from") and row.has(k + 1, "name"):
            return named_at(row, k + 1, named)
    return None


def _refuses(row: Row, verb: int, words: Words) -> bool:
    item = row.items[verb]
    return not words.refusing.isdisjoint(row.sentence.norms[item.start : item.end])
