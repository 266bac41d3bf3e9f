"""Whose a quantity is where a list or a fine says so."""

from bisect import bisect_left
from collections.abc import Sequence

from newsfacts.meaning.asked import Said
from newsfacts.meaning.mentions import Companies, Mention
from newsfacts.meaning.row import Row
from newsfacts.meaning.words import Words
from newsfacts.text.fold import fold_once

_WORDS = 60
"""A verb that says who pays stands at most so many words from the amount."""
_LISTED = 3
"""So many items make up a name in a list: an article or preposition, the name and the bracket."""
_OTHER = frozenset({"break", "quantity", "relative", "end"})
"""Where what is said of an amount ends."""
_TO = frozenset({"in", "for", "prep"})
_AWARDED = 12
"""So many items before a sum the verb stands that tells who gets what it pays for."""
_FINED = (None, "fine", "damage")
_NEAR = 25
"""Names that so many characters part are joined by a conjunction and an article."""


def listed(row: Row, at: int, said: Said, companies: Companies) -> str | None:
    """`οι μετοχές Alpha (+1%), Βέγας (+2% στα 5 ευρώ)`: the name before the bracket, however it looks."""
    second = row.has(at - 1, "in") and row.has(at - 2, "quantity")
    if said.topic.measure != "share_price" or (said.change is None and not second):
        return None
    at -= 2 if second else 0
    if not row.has(at - 1, "open") or at < _LISTED:
        return None
    s = row.sentence
    end = start = row.items[at - 2].end
    while start > row.items[at - 2].start and s.roles[start - 1] == "name":
        start -= 1
    if start == end or row.has(at - _LISTED, "in"):
        return None
    known = companies.between(s.reading.starts[s.first + start], s.reading.ends[s.first + end - 1])
    return companies.names[known[0].key] if known else s.reading.span(s.first + start, s.first + end)


def fined(row: Row, at: int, said: Said, named: Sequence[Mention], words: Words) -> Sequence[str]:
    """`πρόστιμο επέβαλε η Επιτροπή στην Alpha`: who pays stands behind a preposition."""
    words_near = nearby(row, at)
    if said.topic.measure != "fine":
        return ()
    if (against := _against(row, at, named, words)) is not None:
        return [against.key]
    shared = not words.sharing.isdisjoint(words_near)
    imposed = shared or not words.imposing.isdisjoint(words_near)
    payers = [m for m in named if m.case == "at"]
    acting = any(m.case == "subject" and m.start < _offset(row, at) for m in named)
    first = _first_payer(row, at, payers) if imposed else None if acting else _fined_behind(row, at, payers)
    if first is None:
        return _unnamed_payer(row, at, named, words) if imposed else ()
    together = payers[first : first + 1]
    for one in payers[first + 1 :]:
        if not beside(row.sentence.reading.text[together[-1].end : one.start], words):
            break
        together.append(one)
    return [m.key for m in together]


def _against(row: Row, at: int, named: Sequence[Mention], words: Words) -> Mention | None:
    """`πρόστιμο 3 εκατ. ευρώ κατά της Alpha`, `εις βάρος της Alpha`: who is named so behind the amount."""
    s, here = row.sentence, _offset(row, at)
    for one in named:
        start = bisect_left(s.reading.starts, one.start) - s.first
        if one.start > here and not words.against.isdisjoint(s.norms[max(0, start - 2) : start]):
            return one
    return None


def _unnamed_payer(row: Row, at: int, named: Sequence[Mention], words: Words) -> Sequence[str]:
    """`η Alpha, στην οποία η Αρχή είχε επιβάλει πρόστιμο`: never who imposes it."""
    s = row.sentence
    here = row.items[at].start
    for k in range(here - 1, max(1, here - _WORDS), -1):
        if s.roles[k] == "relative" and s.roles[k - 1] == "in":
            before = [m for m in named if m.start < s.reading.starts[s.first + k]]
            return [m.key for m in before[-1:]]
    imposing = any(m.case == "subject" and _imposes(row, m, words) for m in named)
    return ("",) if imposing else ()


def _imposes(row: Row, mention: Mention, words: Words) -> bool:
    s = row.sentence
    start = bisect_left(s.reading.starts, mention.start) - s.first
    end = bisect_left(s.reading.starts, mention.end) - s.first
    return not words.imposing.isdisjoint((*s.norms[max(0, start - 2) : start], *s.norms[end : end + 3]))


def _right_behind(row: Row, at: int, payers: Sequence[Mention]) -> int | None:
    """Who stands right behind the amount: `πρόστιμο 5 εκατ. ευρώ σε Alpha και Beta`."""
    after = _offset(row, at + 2) if row.has(at + 1, "in") else -1
    return next((k for k, m in enumerate(payers) if m.start == after), None)


def _fined_behind(row: Row, at: int, payers: Sequence[Mention]) -> int | None:
    """Who stands behind the amount where nobody acts: `πρόστιμο 5 εκατ. ανακοίνωσε η Επιτροπή στην Alpha`."""
    s = row.sentence
    for k in range(at + 1, len(row) - 1):
        if row.any(k, _OTHER):
            return None
        begin, end = _offset(row, k + 1), s.reading.ends[s.first + row.items[k + 1].end - 1]
        named = (n for n, m in enumerate(payers) if begin <= m.start < end)
        payer = next(named, None) if row.any(k, _TO) else None  # `στην Alpha`, `προς την Alpha`
        if payer is not None or row.has(k, "in"):
            return payer
    return None


def _first_payer(row: Row, at: int, payers: Sequence[Mention]) -> int | None:
    """Who stands right behind the amount, else between the last amount and this, else the first at all."""
    s = row.sentence
    here = _offset(row, at)
    last = next((k for k in range(at - 1, -1, -1) if row.has(k, "quantity")), None)
    since = s.reading.starts[s.first] if last is None else _offset(row, last)
    own = _right_behind(row, at, payers)
    if own is not None:
        return own
    until = _until(row, at)
    between = (k for k, m in enumerate(payers) if since <= m.start < here)
    return next(between, next((k for k, m in enumerate(payers) if m.start < until), None))


def _until(row: Row, at: int) -> int:
    """Where what is said of an amount ends, if there is another one in its sentence."""
    if not any(row.has(k, "quantity") for k in range(at + 1, len(row))):
        return len(row.sentence.reading.text)
    return _offset(row, next(k for k in range(at + 1, len(row)) if row.any(k, _OTHER)))


def given(row: Row, at: int, said: Said, named: Sequence[Mention], words: Words) -> Sequence[str] | None:
    """Who is given a sum, or what it pays for; None where nothing tells it."""
    one = _received(row, at, said, named, words)
    if one is not None:
        return (one,)
    return _awarded(row, at, said, named, words) or _ordered(row, at, said, named, words) or None


def _ordered(row: Row, at: int, said: Said, named: Sequence[Mention], words: Words) -> Sequence[str]:
    """`Το δικαστήριο διέταξε την Alpha να καταβάλει 5 εκατ. ευρώ`: the one's who has to pay it."""
    if said.topic.measure not in _FINED:
        return ()
    for k in range(at - 1, max(-1, at - _AWARDED), -1):
        if row.any(k, _OTHER):
            return ()
        if row.has(k, "verb") and row.sentence.norms[row.items[k].start] in words.courts:
            here = [m for m in named if m.case == "at" and _offset(row, k) < m.start < _offset(row, at)]
            return [here[0].key] if here and here[0].start == _named_from(row, k + 1) else ()
    return ()


def _received(row: Row, at: int, said: Said, named: Sequence[Mention], words: Words) -> str | None:
    """`Δάνειο 5 εκατ. ευρώ από την Alpha στη Beta`: what is given is the one's who gets it."""
    if said.topic.measure not in words.received:
        return None
    here = _offset(row, at)
    acting = any(m.start < here and m.case == "subject" for m in named)
    if acting and words.giving.isdisjoint(nearby(row, at)):
        return None  # `η Beta πήρε δάνειο 5 εκατ. ευρώ για την Alpha`
    for k in range(at + 1, len(row)):
        if row.any(k, _OTHER):
            return None
        if not row.any(k, _TO) or k + 1 >= len(row):
            continue
        s, item = row.sentence, row.items[k + 1]
        end = s.reading.ends[s.first + item.end - 1]
        one = next((m.key for m in named if _offset(row, k + 1) <= m.start < end), None)
        if one is not None or row.has(k + 1, "name"):
            return one  # `για την Alpha`, `για τη startup Alpha`
    return None


def _awarded(row: Row, at: int, said: Said, named: Sequence[Mention], words: Words) -> Sequence[str]:
    """`Το έργο ανατέθηκε στην Alpha και τη Beta έναντι 5 εκατ. ευρώ`: those who get it."""
    if said.topic.measure != "deal":
        return ()
    s, verb = row.sentence, None
    for k in range(at - 1, max(-1, at - _AWARDED), -1):
        if row.has(k, "quantity") or row.has(k, "end"):
            return ()
        if row.has(k, "verb"):
            verb = k if s.norms[row.items[k].start] in words.awarding and row.has(k + 1, "in") else None
            break
    if verb is None:
        return ()
    here = [m for m in named if m.case in ("at", "bare") and _offset(row, verb) < m.start < _offset(row, at)]
    together = here[:1] if here and here[0].start == _named_from(row, verb + 2) else []
    for one in here[1:]:
        if not together or not beside(s.reading.text[together[-1].end : one.start], words):
            break
        together.append(one)
    return [m.key for m in together]


def _named_from(row: Row, at: int) -> int:
    """Where the name in an item begins."""
    s, item = row.sentence, row.items[at]
    first = next((k for k in range(item.start, item.end) if s.roles[k] == "name"), item.start)
    return s.reading.starts[s.first + first]


def _offset(row: Row, at: int) -> int:
    """Where an item begins in the text; -1 past the end."""
    s = row.sentence
    return s.reading.starts[s.first + row.items[at].start] if at < len(row) else -1


def nearby(row: Row, at: int) -> Sequence[str]:
    """The words around an amount."""
    here = row.items[at].start
    return row.sentence.norms[max(0, here - _WORDS) : here + _WORDS]


def beside(between: str, words: Words) -> bool:
    """Whether names with this between them are joined, and no clauses: `στην Alpha και κάλεσε τη Beta`."""
    if len(between) > _NEAR or any(map(str.isdigit, between)):
        return False
    return not any(word.islower() and words.is_verb(fold_once(word)) for word in between.split())
