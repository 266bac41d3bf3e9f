"""Why an amount is nobody's where its sentence names no company that may own it."""

from newsfacts.meaning.acting import others_act
from newsfacts.meaning.asked import Said
from newsfacts.meaning.phrases import Topic
from newsfacts.meaning.row import ITEMS, PREPOSITIONS, Row
from newsfacts.meaning.surveyed import surveyed
from newsfacts.meaning.unowned import market_acts, of_model
from newsfacts.meaning.words import Words

_OF_NAMED = (None, "share_price", "share", "capacity", "generation")
"""Of these who acts is the owner, be it a company or not: `ο Nikkei 225 υποχώρησε 0,3%`."""


def why_nobody(row: Row, at: int, said: Said, words: Words, *, spoken: bool, named: bool) -> str | None:
    """Why it is nobody's, whatever the text is about; None where it may be somebody's.

    `named`: the sentence names a company, though not as owner.
    """
    measure, quantity = said.topic.measure, row.items[at].quantity
    if measure == "fine" and quantity is not None and quantity.relative:
        return "what a law says"  # `πρόστιμα έως 10% του τζίρου`
    if market_acts(row, at, words):
        return "a market's"
    if quantity is not None and quantity.kind == "money" and not spoken and _anothers(row, at, said):
        return "nobody knows what of, and another is the subject"
    if not (spoken or named) and of_model(row, at, said, words):
        return "a model's"
    if measure not in words.owned and not spoken and surveyed(row, at, words):
        return "found by a survey or an authority"
    return "another is the subject" if not spoken and measure in _OF_NAMED and others_act(row, at) else None


def _anothers(row: Row, at: int, said: Said) -> bool:
    """`Οι μέτοχοι θα λάβουν 5 εκατ. ευρώ`: of nobody knows what, where something else is the subject."""
    if said.topic != Topic() or said.change is not None:
        return False
    before = range(max(0, at - ITEMS), at)
    return any(row.has(k, "nominative") and not row.any(k - 1, PREPOSITIONS) for k in before)
