"""Who has a clause of his own behind `με`: `με την Alpha να έχει το 60% και την Beta το 40%`."""

from collections.abc import Sequence

from newsfacts.meaning.mentions import Mention
from newsfacts.meaning.row import CLAUSE, Row
from newsfacts.meaning.spoken import named_at
from newsfacts.meaning.words import Words

_JOINTS, _LED = frozenset({"and", "comma"}), frozenset({"and", "comma", "with"})
_WITH, _NAMED = frozenset({"with"}), frozenset({"name", "noun"})
_FIRM = frozenset({"company", "name"})
_STOPS = CLAUSE | {"name", "quantity"}
_MOST = 8
"""So many amounts are told of so in a row at most."""
_BEHIND = 8
"""So many items before an amount the name stands."""


def with_whom(row: Row, at: int, named: Sequence[Mention], words: Words) -> str | None:
    """Who is told of so acts; "" for no company: `με το Talora 5 να κοστίζει 500 ευρώ`."""
    first = at
    for _ in range(_MOST):
        before = _amount_before(row, first)
        if before is None:
            break
        first = before
    near = range(first - 1, max(0, first - _BEHIND), -1)
    name = next((k for k in near if row.any(k, _STOPS) or _is_firm(row, k)), first)
    if name == first or not led(row, name, words):
        return None
    name = name if first == at else at - 1
    thing = row.has(name, "noun") and not _roles(row, name) >= _FIRM  # `την Digital έκδοση`
    one = None if thing else named_at(row, name, named)
    return "" if one is None else one.key


def _amount_before(row: Row, at: int) -> int | None:
    """The amount before one that has a name of its own: `το 60% και την Beta το 40%`."""
    before = at - 3 - row.has(at - 3, "more")
    joined = row.any(at - 1, _NAMED) and row.any(at - 2, _JOINTS) and row.has(before, "quantity")
    return before if joined else None


def _roles(row: Row, at: int) -> set[str]:
    return set(row.sentence.roles[row.items[at].start : row.items[at].end])


def led(row: Row, at: int, words: Words) -> bool:
    """Whether a preposition leads a name, or a firm's noun with one, and a verb follows."""
    if not (row.has(at, "name") or _is_firm(row, at)):
        return False
    roles, behind = row.sentence.roles, row.items[at].end
    behind += roles[behind] == "number"
    joined = row.any(at - 1, _LED if row.items[at].article == "object" else _WITH)
    return joined and row.sentence.norms[behind] in words.subjunctive


def _is_firm(row: Row, at: int) -> bool:
    """`τον όμιλο Alpha`; a thing too: `το απλό Talora`."""
    roles = _roles(row, at)
    thing = row.items[at].article == "neuter" and "name" in roles
    return row.has(at, "noun") and (roles >= _FIRM or thing)
