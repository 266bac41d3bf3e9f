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
_BEHIND = 8
"""So many items before an amount the name stands."""


def with_whom(row: Row, at: int, named: Sequence[Mention], words: Words) -> str | None:
    """Who is told of so acts; "" for no company: `με το Talora 5 να κοστίζει 500 ευρώ`."""
    name = at - 1
    before = name - 2 - row.has(name - 2, "more")
    if row.any(name, _NAMED) and row.any(name - 1, _JOINTS) and row.has(before, "quantity"):
        if with_whom(row, before, named, words) is None:
            return None
    else:
        near = range(name, max(0, at - _BEHIND), -1)
        name = next((k for k in near if row.any(k, _STOPS) or _is_firm(row, k)), at)
        if name == at or not led(row, name, words):
            return None
    thing = row.has(name, "noun") and not _roles(row, name) >= _FIRM  # `την Digital έκδοση`
    one = None if thing else named_at(row, name, named)
    return "" if one is None else one.key


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
