"""Who buys, where a clause names him behind `από`."""

from collections.abc import Sequence

from newsfacts.meaning.asked import Said
from newsfacts.meaning.mentions import Mention
from newsfacts.meaning.row import CLAUSE, Row
from newsfacts.meaning.spoken import item_at, named_at
from newsfacts.meaning.words import Words

_NEAR = 8
"""So many items before or after an amount its buyer is named."""
_BOUGHT = frozenset({"owner", "genitive", "quantity", "name"})
_OTHER = frozenset({"verb", "copula", "quantity", "prep"})
_PAID = ("deal", "price", None)
_MEASURES = ("deal", "share")


def buyer(row: Row, at: int, said: Said, named: Sequence[Mention], words: Words) -> Mention | None:
    """`η εξαγορά της Beta από την Alpha αντί 5 εκατ.`, `η Beta εξαγοράστηκε από την Alpha έναντι 5 εκατ.`.

    But `η εξαγορά του 30% από την Alpha` may say who sells.
    """
    if said.topic.measure not in _MEASURES or said.change is not None:
        return None
    for side in (range(at - 1, max(0, at - _NEAR), -1), range(at + 1, min(len(row), at + _NEAR))):
        for k in side:
            if row.any(k, CLAUSE):
                return None
            if row.has(k, "from") and row.has(k + 1, "name") and _taken(row, k - 1, words):
                return named_at(row, k + 1, named)
            if row.any(k, _OTHER) and not row.has(k + 1, "from"):
                break  # `Η Gamma πούλησε το 30% μετά την εξαγορά της Beta από την Alpha`
    return None


def _taken(row: Row, at: int, words: Words) -> bool:
    """Whether a verb, or a noun with what is bought behind it, tells that somebody buys."""
    if row.has(at, "verb"):
        return row.sentence.norms[row.items[at].start] in words.taking
    owned = False
    while at > 0 and row.any(at, _BOUGHT):
        item = row.items[at]
        if not words.taking.isdisjoint(row.sentence.norms[item.start : item.end]):
            return owned
        owned = owned or row.has(at, "owner") or row.has(at, "name")
        at -= 1
    item = row.items[at]
    return owned and not words.taking.isdisjoint(row.sentence.norms[item.start : item.end])


def _bought_of(row: Row, mention: Mention, words: Words) -> bool:
    """`Αγόρασε το 70% της Alpha στα 5 ευρώ`, `την εξαγορά της Alpha, δίνοντας 5 εκατ.`: what is bought."""
    at = item_at(row, mention.start)
    for k in range(at - 1, max(-1, at - _NEAR), -1):
        item = row.items[k]
        quantity = item.quantity
        if quantity is not None and quantity.fact.unit == "%":
            return True
        if not words.taking.isdisjoint(row.sentence.norms[item.start : item.end]):
            return True
        if not row.any(k, _BOUGHT | {"noun"}) or row.has(k, "nominative"):
            return False
    return False


def not_bought(row: Row, before: list[Mention], said: Said, words: Words, *, acts: bool) -> list[Mention]:
    """Without those of whom something is bought, where no noun tells what is paid for it, or only the price.

    So of `η Alpha απέκτησε το 24% της Beta έναντι τιμήματος 5 εκατ.`, but not of `η εξαγορά της Beta`;
    `acts`: somebody is a subject, who is the buyer of all but a price.
    """
    measure, noun, s = said.topic.measure, said.topic.noun, row.sentence
    if measure not in _PAID or (acts and measure != "deal"):
        return before
    item = None if noun is None or noun >= len(row) else row.items[noun]
    price = item is not None and words.taking.isdisjoint(s.norms[item.start : item.end])
    paid = said.topic.start is None or (price and measure == "deal")
    return [m for m in before if not _bought_of(row, m, words)] if paid else before
