"""Whose act a clause tells: of a relative clause, of a clause of another, of one in a row of companies."""

from bisect import bisect_left
from collections.abc import Sequence

from newsfacts.meaning.asked import Said
from newsfacts.meaning.mentions import Mention
from newsfacts.meaning.row import CLAUSE, ITEMS, Row
from newsfacts.meaning.spoken import named_at
from newsfacts.meaning.words import Words

_JOINED = frozenset({"comma", "and", "colon", "owner"})
_JOINTS = frozenset({"comma", "and", "break"})
_LEADING = frozenset({"in", "with", "by"})
_NAMED = frozenset({"name", "nominative"})
_BACK = 4
"""So many words behind a conjunction others are said to act."""
_ROW = 6
"""So many items before a name in a row the amounts of the company before it stand."""


def done_by(row: Row, at: int, following: Sequence[Mention], words: Words) -> Mention | None:
    """Whose act a relative clause tells: `τα 5 εκατ. ευρώ που άντλησε η Alpha`.

    Of a plant whose it is who builds or runs it: `μονάδα 50 MW, την οποία αναπτύσσει η Alpha`.
    """
    which = at + 1 + row.has(at + 1, "comma")
    if not (row.has(which, "relative") and row.has(which + 1, "verb") and row.any(which + 2, _NAMED)):
        return None  # also `που χτίζει ο όμιλος Alpha`
    quantity, subject = row.items[at].quantity, row.items[which + 2]
    if subject.article != "subject" or quantity is None or not following:
        return None
    if quantity.kind != "money" and quantity.fact.unit != "%":
        verb = row.sentence.norms[row.items[which + 1].start]
        if quantity.kind not in ("power", "energy") or verb not in words.running:
            return None
    return named_at(row, which + 2, [m for m in following if not m.of_name])


def told_of(row: Row, at: int, before: Sequence[Mention]) -> Mention | None:
    """Who a relative clause tells of that has nothing but a verb: `μετά την Alpha που έχει 5 εκατ. ευρώ`."""
    verb = at - 2 if row.any(at - 1, _LEADING) else at - 1
    relative = verb - 1 if row.has(verb, "verb") else verb  # `έχει` is left out of a row
    if not (row.has(relative, "relative") and row.has(relative - 1, "name")):
        return None
    return named_at(row, relative - 1, before)


def others_act(row: Row, at: int) -> bool:
    """Whether another is subject of the clause: `η Λαδάκη πήρε 5 MW και η Alpha …`."""
    for k in range(at - 1, max(-1, at - ITEMS), -1):
        if row.any(k, CLAUSE):
            return False
        if row.has(k, "name") and row.items[k].article == "subject" and not row.any(k + 1, _JOINED):
            return True
    return False


def another(row: Row, at: int, before: Sequence[Mention], words: Words) -> str | None:
    """In `η Alpha το 17% και η Ήρων το 11%` the second: it is told of as the company before it is.

    A name that nothing else tells to be a company's; so only right before its amount, and of the same unit.
    """
    name = at - 2 if row.any(at - 1, _LEADING) else at - 1
    if row.has(name, "quantity"):  # `η Ήρων στα 7 ευρώ με 2%`
        name = name - 2 if row.any(name - 1, _LEADING) else name - 1
    if not (row.has(name, "name") and row.items[name].article == "subject" and row.any(name - 1, _JOINTS)):
        return None
    own = row.items[at].quantity
    if (
        own is None
        or own.fact.unit not in _amounts_before(row, name)
        or not before
        or before[-1].case != "subject"
    ):
        return None
    s, item = row.sentence, row.items[name]
    first = next((k for k in range(item.start, item.end) if s.roles[k] == "name"), item.end)
    if first == item.end or before[-1].end > s.reading.starts[s.first + first]:
        return None
    if not words.authorities.isdisjoint(s.norms[first : item.end]):
        return None  # `η Γερμανία το 3%`
    return s.reading.span(s.first + first, s.first + item.end)


def taken_over(row: Row, at: int, mention: Mention, words: Words) -> bool:
    """Whether others act since a company was named: `η Alpha πήρε 90 MW και η Λαδάκη έργα 120 MW`."""
    s = row.sentence
    counted = False
    behind = bisect_left(s.reading.starts, mention.end, lo=s.first) - s.first
    for k in range(behind, row.items[at].start):
        counted = counted or s.roles[k] == "quantity"
        if s.roles[k] == "break" and not words.several.isdisjoint(s.norms[k + 1 : k + _BACK]):
            return True  # `η Alpha πήρε 90 MW, ενώ ινδικοί όμιλοι χτίζουν 120 MW`
        if counted and s.roles[k] in _JOINTS and s.roles[k + 1 : k + 3] == ["subject", "name"]:
            return True
    return False


def found_out(row: Row, at: int, mention: Mention, said: Said, words: Words) -> bool:
    """`η Alpha λέει ότι οι μετρήσεις έδειξαν συντελεστή 48%`: what others show is not hers who tells it."""
    quantity = row.items[at].quantity
    if quantity is None or not quantity.relative or said.topic.measure is not None or said.change is not None:
        return False
    s = row.sentence
    behind = bisect_left(s.reading.starts, mention.end, lo=s.first) - s.first
    that = next((k for k in range(row.items[at].start, behind, -1) if s.norms[k] in words.that), None)
    if that is None:
        return False
    clause = (k for k in range(max(0, at - ITEMS), at) if row.items[k].start > that)
    return any(
        row.items[k].article == "subject" and k != said.topic.noun and row.has(k + 1, "verb") for k in clause
    )


def _amounts_before(row: Row, name: int) -> Sequence[str]:
    """The units of the amounts right before a name in a row."""
    found: list[str] = []
    for k in range(name - 1, max(-1, name - 1 - _ROW), -1):
        quantity = row.items[k].quantity
        if quantity is not None:
            found.append(quantity.fact.unit)
    return found
