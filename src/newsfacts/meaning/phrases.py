"""Noun phrases in a row of items: a noun with what says which, its measure, and the words that name it."""

from typing import NamedTuple

from newsfacts.meaning.items import Item
from newsfacts.meaning.row import Row
from newsfacts.meaning.words import Noun, Tag, Words

_COMPLEMENTS = frozenset({"in", "from", "for", "prep"})
_MOST, _AROUND = 5, 30
_INSIDE = 12
"""So many items a bracket holds at most."""


class Topic(NamedTuple):
    """What is told of: from one token to another, with its measure; either may be missing."""

    start: int | None = None
    end: int | None = None
    measure: str | None = None
    noun: int | None = None
    """The item that heads it."""

    def moved(self, tokens: int) -> "Topic | None":
        """The same, seen from the head of another sentence; None where nothing is told."""
        if self.start is None or self.end is None:
            return Topic(measure=self.measure) if self.measure else None
        return Topic(self.start + tokens, self.end + tokens, self.measure)


def phrase(row: Row, head: int, stop: int) -> list[Item]:
    """A noun and its complements, up to an item."""
    found = [row.items[head]]
    at = head + 1
    while at < stop and len(found) < _MOST:
        first = at
        if row.any(at, _COMPLEMENTS):
            at += 1
        elif not (row.has(at, "genitive") or row.has(at, "owner")):
            break
        if at >= stop or not (row.has(at, "noun") or row.has(at, "genitive") or row.has(at, "name")):
            break
        found.append(row.items[at])
        at += 1
        if first == at:
            break
    return found


def noun_in(row: Row, item: Item, kind: str, *, relative: bool) -> Noun | None:
    """The first measure that the words of an item say, of those told in this kind."""
    nouns, at = row.sentence.nouns, item.start
    while at < item.end:
        hit = nouns.get(at)
        if hit is None:
            at += 1
            continue
        stop, noun = hit
        told = noun.of(kind, relative=relative)
        if told is not None:
            return told
        at = max(stop, at + 1)
    return None


def measured(row: Row, at: int, kind: str, *, relative: bool) -> bool:
    """Whether an item names a measure told in this kind."""
    noun = noun_in(row, row.items[at], kind, relative=relative)
    return noun is not None and noun.measure is not None


def measure_of(
    row: Row, chunks: list[Item], kind: str, words: Words, *, relative: bool, moves: bool
) -> str | None:
    """The measure of a phrase: that of its first noun that has one, or of the thing that it names."""
    head, norms = chunks[0], row.sentence.norms
    through = not words.through.isdisjoint(norms[head.start : head.end])
    own = noun_in(row, head, kind, relative=relative) if through else None
    most = own is not None and own.measure == "share"  # `η πλειονότητα των εκπτώσεων`
    for item in (*chunks[1:], head) if most else chunks if through else chunks[:1]:
        noun = noun_in(row, item, kind, relative=relative)
        if noun is not None and relative:
            if _pieces_sold(row, chunks, words) or _other_made(row, head, noun, words):
                return None
            return (_rather(row, chunks, noun, words) if moves else noun).measure
        if noun is not None:
            return noun.measure
    return thing_in(row, head, kind, words) or words.by_kind.get(kind)


def _rather(row: Row, chunks: list[Item], noun: Noun, words: Words) -> Noun:
    """`η απόδοση του επεξεργαστή αυξήθηκε 18%`: what rose is no yield, unless it is one of a bond."""
    if noun.measure != "rate" or noun.also is None or noun.also.measure != "performance":
        return noun
    said = row.sentence.norms[chunks[0].start : chunks[-1].end]
    return noun if not words.invested.isdisjoint(said) else noun.also


def _other_made(row: Row, head: Item, noun: Noun, words: Words) -> bool:
    """`Η παραγωγή λαδιού αυξήθηκε 6%`, `η βιομηχανική παραγωγή`: what is made is no power."""
    near = row.sentence.norms[max(0, head.start - _AROUND) : head.end + _AROUND]
    return noun.measure == "generation" and words.energetic.isdisjoint(near)


def _pieces_sold(row: Row, chunks: list[Item], words: Words) -> bool:
    """`πωλήσεις ηλεκτρικών αυτοκινήτων`: how many more of them is no revenue."""
    head, norms = chunks[0], row.sentence.norms
    if words.sold.isdisjoint(norms[head.start : head.end]):
        return False
    said = norms[head.start : chunks[-1].end]
    return not words.pieces.isdisjoint(said) and words.by_value.isdisjoint(said)


def index_named(row: Row, at: int | None, words: Words) -> bool:
    """Whether an item is the index of an exchange: `Ο Nikkei 225 υποχώρησε 0,3%`."""
    s, item = row.sentence, None if at is None or at >= len(row) else row.items[at]
    places = range(0) if item is None else range(item.start, item.end)
    return any(" ".join(s.norms[k : s.nouns[k][0]]) in words.indexes for k in places if k in s.nouns)


def thing_in(row: Row, item: Item, kind: str, words: Words) -> str | None:
    """The measure that a thing named by an item stands for beside an amount of this kind."""
    things = words.things.get(kind)
    for at in range(item.start, item.end if things else item.start):
        hit = things.starting(row.sentence.norms, at, item.end) if things else None
        if hit is not None:
            return hit[1].measure
    return None


def verb_measure(tag: Tag, kind: str) -> str | None:
    """The measure that a verb says by itself of this kind of quantity."""
    return next((says.measure for says in tag.measures if kind in says.kinds), None)


def span(row: Row, chunks: list[Item]) -> tuple[int, int] | None:
    """The tokens of a phrase that say what is measured: without a company's name and what follows it."""
    start = end = chunks[0].start
    for item in chunks:
        if item.article == "genitive" and item is not chunks[0] and _has_company(row, item):
            break  # `τα έσοδα του γαλλικού ομίλου`
        if item is not chunks[0] and _in_marks(row, item):
            break  # `ο τζίρος του «Αστέρα»`
        stop = item.start
        while stop < item.end and not _outside(row, stop, item):
            stop += 1
        if stop > item.start:
            end = stop
        if stop < item.end:
            break
    while end > start and row.sentence.roles[end - 1] in ("joint", "dash", "quote"):
        end -= 1
    return (start, end) if end > start else None


def _has_company(row: Row, item: Item) -> bool:
    return any(row.sentence.roles[at] == "company" for at in range(item.start, item.end))


def _in_marks(row: Row, item: Item) -> bool:
    """Whether an item is a name in marks behind its article, as a firm's or a product's may be."""
    s, before = row.sentence, item.start - 1
    return (
        bool(item.article) and before >= 0 and s.roles[before] == "quote" and s.word(item.start)[:1].isupper()
    )


def _outside(row: Row, at: int, item: Item) -> bool:
    s = row.sentence
    role = s.roles[at]
    if role == "name" and at == item.start and item.article:
        return not _adjective(row, at, item)
    if role == "name":
        return at == item.start or not s.word(at).isupper()
    return role == "company" and item.article == "genitive"


def opened(row: Row, close: int) -> int:
    """Where a bracket opens: what it says only explains the noun before it (`έσοδα (τζίρος) ανήλθαν`)."""
    opened = next((at for at in range(close - 1, max(-1, close - _INSIDE), -1) if row.has(at, "open")), close)
    return opened if row.has(opened - 1, "noun") else close


def _adjective(row: Row, at: int, item: Item) -> bool:
    """Whether a capital is only that of a heading: `Το Μικτό Περιθώριο`, `Ο Ενοποιημένος Κύκλος Εργασιών`."""
    s = row.sentence
    word = s.word(at)
    return not word.isascii() and not word.isupper() and any(k in s.nouns for k in range(at + 1, item.end))
