"""Who buys, where a clause names him behind `από`."""

from collections.abc import Sequence

from newsfacts.lexicon.lexicon import Reading
from newsfacts.meaning.asked import Said
from newsfacts.meaning.mentions import NEAR_WORD, Mention, words_before
from newsfacts.meaning.row import CLAUSE, Row
from newsfacts.meaning.spoken import item_at, named_at
from newsfacts.meaning.words import Words
from newsfacts.text.fold import fold_once

_NEAR = 8
"""So many items before or after an amount its buyer is named."""
_TWO, _BY = 2, 12
"""So many letters before its name `από την` stands at most."""
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


def buyer_before(begin: int, reading: Reading, near: Sequence[Mention], words: Words) -> str | None:
    """`Η Alpha εξαγόρασε τη Beta. Το τίμημα ανήλθε σε 5 εκατ.`, `Η Beta εξαγοράστηκε από την Alpha. …`.

    `near` are those named before in the paragraph; the last of them are the buyer and what he buys.
    """
    if len(near) < _TWO or near[-1].key == near[-2].key:
        return None
    first, last = near[-2:]
    start = reading.sentences.bounds(max(0, begin - 2), max(1, begin - 1))[0]
    if first.start < start or (len(near) > _TWO and near[-_TWO - 1].start >= start):
        return None
    text = reading.text
    said = [fold_once(word) for word in NEAR_WORD.findall(text, start, begin)]
    if not any(_takes(norm, words) for norm in said):
        return None
    before = words_before(text, last.start, _BY)
    if not words.buying_from.isdisjoint(before):
        passive = not words.taking.isdisjoint(said)
        return last.key if passive and first.case != "at" else None
    between = map(fold_once, NEAR_WORD.findall(text, first.end, last.start))
    return first.key if first.case == "subject" and any(_takes(norm, words) for norm in between) else None


def _takes(norm: str, words: Words) -> bool:
    return norm in words.taking or norm in words.buys


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
