"""What a noun that an amount stands beside is, and what the words around say of it."""

from newsfacts.meaning.asked import Asked, fits, told, topic_of
from newsfacts.meaning.phrases import Topic, verb_measure

_AIMED = 6
"""So many items before a target what it is one of stands."""
_CLAUSE = frozenset({"break", "relative", "comma", "end", "quantity"})
_NOUNS = frozenset({"noun", "genitive"})
_GIVEN = 12
"""So many words behind an amount it is said that it is given."""


def place(asked: Asked, noun: int) -> bool:
    """`Οι τιμές: Γαλλία 366 ευρώ, Γερμανία 331 ευρώ`: where it is so much says nothing of what."""
    item, s = asked.row.items[noun], asked.row.sentence
    alone = item.end - item.start == 1 and item.article is None
    called = s.word(item.start).istitle() and s.norms[item.start] in asked.words.authorities
    return alone and called and not fits(asked, noun)  # `Ebitda 5 εκατ. ευρώ`


def receives(asked: Asked, noun: int) -> bool:
    """`έδωσε στις τράπεζες 5 εκατ. ευρώ`, `5 εκατ. ευρώ στους πελάτες`: who is given it is not measured."""
    row, item = asked.row, asked.row.items[noun]
    if asked.kind != "money" or not row.has(noun - 1, "in") or fits(asked, noun):
        return False
    given = row.has(noun - 2, "verb") or noun > asked.at
    return given and not (asked.words.several | asked.words.people).isdisjoint(
        row.sentence.norms[item.start : item.end]
    )


def placed(asked: Asked, noun: int) -> bool:
    """`μπήκε στον δήμο με 19 MW`, `στην αγορά με 5 εκατ. ευρώ`: where it is says nothing of what."""
    return asked.row.has(noun - 1, "in") and asked.row.has(asked.at - 1, "with") and not told(asked, noun)


def granted(asked: Asked, noun: int, topic: Topic) -> bool:
    """`πρόγραμμα 300 εκατ. ευρώ για την επιδότηση μπαταριών`: what a programme gives is no investment."""
    row, s = asked.row, asked.row.sentence
    norms = s.norms[row.items[noun].start : row.items[noun].end]
    if topic.measure != "investment" or fits(asked, noun) or asked.words.programmes.isdisjoint(norms):
        return False
    near = range(asked.quantity.end, min(len(s.tags), asked.quantity.end + _GIVEN))
    nouns = (s.nouns[k][1].measure == "grant" for k in near if k in s.nouns)
    return any(nouns) or any(verb_measure(s.tags[k], asked.kind) == "grant" for k in near)


def done_with(asked: Asked, noun: int) -> str | None:
    """`κεφάλαια 34 εκατ. ευρώ άντλησε η Alpha`: of a thing, as what a verb right behind says it was got."""
    row, at = asked.row, asked.at + 1
    hit = row.sentence.nouns.get(row.items[noun].start)
    if hit is not None and hit[1].measure is None:
        return None  # `προσφορές 34 εκατ. ευρώ συγκέντρωσε η Alpha`
    if row.has(at, "open") and row.has(at + 2, "close"):
        at += 3
    measure = verb_measure(row.items[at].tag, asked.kind) if row.has(at, "sayer") else None
    return measure if measure in asked.words.received else None


def guessed(asked: Asked, noun: int) -> str | None:
    """`κέρδη 3 ευρώ, πάνω από την εκτίμηση των 2 ευρώ`: what is guessed is what was told of before.

    Where no amount was, it is the measure before it: `η επιστροφή του πληθωρισμού στον στόχο του 2%`.
    """
    item, last = asked.row.items[noun], asked.last
    if asked.words.through.isdisjoint(asked.row.sentence.norms[item.start : item.end]):
        return None
    if last is None:
        return _aimed_at(asked, noun)
    before = asked.row.items[last].quantity
    same = before is not None and before.fact.unit == asked.quantity.fact.unit
    return asked.done[last].topic.measure if same and not asked.quantity.relative else None


def _aimed_at(asked: Asked, noun: int) -> str | None:
    row, behind = asked.row, asked.at + 2
    if row.has(behind - 1, "for") and row.has(behind, "noun") and fits(asked, behind):
        return topic_of(asked, behind).measure  # `στόχος 2% για τον πληθωρισμό`
    near = range(noun - 1, max(-1, noun - _AIMED), -1)
    stop = next((k for k in near if row.any(k, _CLAUSE)), noun - _AIMED)
    head = next((k for k in near if k > stop and row.any(k, _NOUNS)), None)
    return topic_of(asked, head, noun).measure if head is not None and fits(asked, head) else None


def inner(asked: Asked, noun: int) -> int:
    """Of `η έγκριση του δανείου 5 εκατ.` the loan: what stands in the genitive, if only that is a measure."""
    row = asked.row
    if noun > asked.at or told(asked, noun):
        return noun
    at = noun + 1
    while at < asked.at and row.has(at, "genitive") and not told(asked, at):
        at += 1
    return at if at < asked.at and row.has(at, "genitive") else noun
