"""What is meant by a noun or a relative clause that stands for an amount or a measure told before."""

from bisect import bisect_left
from collections.abc import Iterator

from newsfacts.meaning.asked import Asked
from newsfacts.meaning.phrases import Topic, noun_in

_AROUND = 40
"""So many words around a loss it is told what did the harm."""
_LARGE = 100_000
"""What is bought or sold for less is a thing that has its price."""
_BETWEEN = frozenset({"noun", "genitive", "owner", "name", "in"})
_PER = 4
"""So many words has `ανά κοινή μετοχή` at most."""
_FAR = 6
"""So many items before an object its verb stands."""


def aimed_at(asked: Asked, noun: int) -> Topic | None:
    """`Το ποσοστό ήταν 6%. Στόχος είναι να φτάσει το 20%`: the share too, where the unit is the same."""
    item = asked.row.items[noun]
    if asked.row.sentence.norms[item.end - 1] not in asked.words.goals or noun > asked.at:
        return None
    last = None if asked.last is None else asked.row.items[asked.last].quantity
    if asked.last is not None and last is not None:
        topic, unit = asked.done[asked.last].topic, last.fact.unit
    elif asked.before is not None:
        topic, unit = asked.before
    else:
        return None
    fitting = asked.kind in asked.words.kinds.get(topic.measure or "", ())
    return topic if fitting and unit == asked.quantity.fact.unit else None


def harmed(asked: Asked) -> bool:
    """`Η επίθεση έγινε χθες και η ζημιά φτάνει τις 40.000 ευρώ`: a loss that is damage."""
    return asked.kind == "money" and not asked.words.harm.isdisjoint(_near(asked))


def public_near(asked: Asked) -> bool:
    """Whether it is said near that money is public: `Εγκρίθηκε χρηματοδότηση 5 εκατ. ευρώ από το ΕΣΠΑ`."""
    return not asked.words.public_money.isdisjoint(_near(asked))


def _near(asked: Asked) -> Iterator[str]:
    """The words before and behind an amount in its paragraph, its sentence or not."""
    s, here = asked.row.sentence, asked.quantity
    start, end = s.reading.sentences.paragraph(s.reading.starts[s.first])
    low = bisect_left(s.reading.starts, start, hi=s.first)
    high = bisect_left(s.reading.starts, end, lo=s.first)
    first, last = s.first + here.start - _AROUND, s.first + here.end + _AROUND
    return (s.reading.norm(k) for k in range(max(low, first), min(high, last)))


def given_by(asked: Asked, verb: int, measure: str | None) -> str | None:
    """`χρηματοδοτείται από την ΕΕ με 5 εκατ. ευρώ`: what comes from public money is a grant.

    What is only obtained is none of anybody else: `έλαβε 5 εκατ. ευρώ από τον όμιλο`.
    """
    if measure == "cost":
        return "grant" if _given_to(asked, verb) else measure
    if public_near(asked):
        return "grant"
    said = asked.row.sentence.norms[asked.row.items[verb].start : asked.row.items[verb].end]
    return None if not asked.words.obtaining.isdisjoint(said) else measure


def by_share(asked: Asked, topic: Topic) -> bool:
    """`τίμημα 3 ευρώ ανά μετοχή`: what is paid for a company is no price."""
    norms, end, noun = asked.row.sentence.norms, asked.quantity.end, topic.noun
    return noun is not None and noun < asked.at and not asked.words.shares.isdisjoint(norms[end : end + _PER])


def _given_to(asked: Asked, verb: int) -> bool:
    """`Έχουμε δώσει 5 εκατ. ευρώ σε 70 επιχειρήσεις`: what many are given."""
    row, at = asked.row, asked.at + 2
    at += row.has(at, "number")
    if not (row.has(asked.at + 1, "in") and row.has(at, "noun")):
        return False
    giving = row.sentence.norms[row.items[verb].start] in asked.words.giving
    norms = row.sentence.norms[row.items[at].start : row.items[at].end]
    return giving and not (asked.words.several | asked.words.people).isdisjoint(norms)


def dealt_in(asked: Asked, noun: int) -> bool:
    """`Πούλησαν στην αγορά μετοχές αξίας 5 δισ. ευρώ`: what is bought or sold, as its verb says."""
    row, fact = asked.row, asked.quantity.fact
    dear = max(fact.low or 0, fact.high or 0) >= _LARGE
    if asked.kind != "money" or not dear or noun > asked.at or row.has(noun, "nominative"):
        return False
    hit = noun_in(row, row.items[noun], "percent", relative=True)
    if hit is not None and hit.measure is None:
        return False  # `εξασφάλισε προσφορές αξίας 5 εκατ. ευρώ`
    verb = noun - 1
    while verb > max(0, noun - _FAR) and row.any(verb, _BETWEEN):
        verb -= 1
    return any(_deals(asked, k) for k in (verb, asked.at + 1))


def _deals(asked: Asked, at: int) -> bool:
    row = asked.row
    return row.has(at, "verb") and row.sentence.norms[row.items[at].start] in asked.words.dealing
