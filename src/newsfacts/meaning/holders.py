"""Who holds which part: amounts that stand each beside its own name, or in the order of names."""

from collections.abc import Sequence
from itertools import pairwise

from newsfacts.meaning.absolute import with_whom
from newsfacts.meaning.asked import Said
from newsfacts.meaning.buying import buyer
from newsfacts.meaning.makers import built_by, client, makers
from newsfacts.meaning.mentions import Mention
from newsfacts.meaning.phrases import Topic
from newsfacts.meaning.row import CLAUSE, ITEMS, Row
from newsfacts.meaning.spoken import item_at, named_at
from newsfacts.meaning.unowned import small
from newsfacts.meaning.words import Words

_JOINTS = frozenset({"and", "comma"})
_BETWEEN = frozenset({"in", "by", "with"})
_OF, _WHOSE = frozenset({"owner", "genitive"}), frozenset({"owner"})
_TO = frozenset({"in", "from"})
_NAMED = frozenset({"name", "noun"})
_FOR = frozenset({"for", "name"})
_LISTED = (None, "share_price", "revenue", "profit", "valuation")
_PAID = ("deal", "investment", "funding", "fine", "grant", "debt")
_HELD = (None, "share", "capacity")
_SAID, _BEHIND = 40, 8
"""So many words before, so many items behind an amount a verb says to whom it belongs."""
_MOST = 8
"""So many amounts stand in a row at most, on either side of one."""
_ROW = 7
"""So many items before a bracket the one before it stands."""
_PARTS = 2
"""So many parts at least are told each with its name."""
_NEAR = 4
"""So many words before or after its amounts `αντίστοιχα` stands at most."""


def holder(row: Row, at: int, said: Said, named: Sequence[Mention], words: Words) -> str | None:
    """Whose a part is, by the name beside it or by its place in a row: a key, or a name without one."""
    in_turn = _in_turn(row, at, named, words) or buyer(row, at, said, named, words)
    if in_turn is not None:
        return in_turn.key
    one_of = _one_of(row, at, named)
    if one_of is not None:
        return one_of
    acting = with_whom(row, at, named, words)
    if acting is not None:
        return acting
    quantity = row.items[at].quantity
    if said.topic.measure in _HELD and said.change is None and (one := _belongs(row, at, named, words)):
        return one.key
    parent = _parent(row, at, named, words)
    if parent is not None:
        return parent.key
    if _in_brackets(row, at, said):
        one = named_at(row, at - 2, named)
        if one is not None:
            return one.key
        if said.topic.measure in _LISTED and row.has(at - 2, "name") and not row.has(at - 3, "in"):
            return "" if small(row, at, said) else _in_row(row, at, named, words) or ""
    plain = quantity is not None and quantity.fact.unit == "%" and said.change is None
    if not plain or said.topic.measure not in (None, "share"):
        return None
    bracketed = _bracketed(row, at)
    each = row.has(at + 1, "for") and (said.topic.start is not None or _for_each(row, at))
    beside = at + 2 if each else bracketed
    if beside is None or not row.has(beside, "name"):
        return None  # `τα ποσοστά είναι 51% για την Alpha και 49% για τη Beta`
    one = named_at(row, beside, named)
    if one is not None:
        return one.key
    return _in_row(row, at, named, words) if beside == bracketed else ""  # `31% για το ΤΑΜΕΙΟ`


def _one_of(row: Row, at: int, named: Sequence[Mention]) -> str | None:
    """`κατέχει το 90% (20% η Alpha, 70% η Beta)`: each part stands in a bracket before its name."""
    begin, end = at, at
    while row.has(begin - 2, "name") and row.has(begin - 3, "quantity"):
        begin -= 3
    while row.has(end + 1, "name") and row.has(end + 3, "quantity"):
        end += 3
    parts = range(begin, end + 1, 3)
    joined = all(row.any(k + 2, _JOINTS) for k in parts[:-1]) and row.has(end + 2, "close")
    if len(parts) < _PARTS or not row.has(begin - 1, "open") or not joined:
        return None
    one = named_at(row, at + 1, named) if row.has(at + 1, "name") else None
    return "" if one is None else one.key


def _for_each(row: Row, at: int) -> bool:
    """`το 66% της Alpha, 31% για τη Beta και 35% για τη Gamma`: a list of parts, each for somebody."""
    return any(row.has(k + 1, "for") for k in (*_alike(row, at, -1, _FOR), *_alike(row, at, 1, _FOR)))


def _in_brackets(row: Row, at: int, said: Said) -> bool:
    """`πρώτη η Alpha (35 ευρώ), δεύτερη η Beta (34 ευρώ)`, but not what is paid for each."""
    if said.topic.measure in _PAID or said.change is not None or not row.any(at - 2, _NAMED):
        return False
    others = (k for k in range(max(0, at - _ROW), min(len(row), at + _ROW)) if k != at)
    listed = any(row.has(k, "quantity") and _bracketed(row, k) is not None for k in others)
    paying = (
        says.measure in _PAID for k in range(max(0, at - ITEMS), at) for says in row.items[k].tag.measures
    )
    return listed and _bracketed(row, at) is not None and not any(paying)


def _parent(row: Row, at: int, named: Sequence[Mention], words: Words) -> Mention | None:
    """`η Alpha, 100% θυγατρική της Beta`, `κατά 100% θυγατρική του ομίλου Beta`."""
    if not (row.any(at + 1, _NAMED) and row.any(at + 2, _OF)):
        return None
    item = row.items[at + 1]
    part = row.sentence.roles[row.items[at].start - 1] == "neuter"  # `το 100% θυγατρικής της Beta` is bought
    if part or words.subsidiaries.isdisjoint(row.sentence.norms[item.start : item.end]):
        return None
    return named_at(row, at + 2, named)


def subsidiary(row: Row, at: int, said: Said, named: Sequence[Mention], words: Words) -> Mention | None:
    """Who is bought, or held, and has what follows: `η Alpha εξαγόρασε τη Beta, με τζίρο 5 εκατ. ευρώ`."""
    noun = said.topic.noun
    if not named or noun is None or said.topic.measure not in words.accounts or named[-1].case != "at":
        return None
    k, begin = item_at(row, named[-1].end), item_at(row, named[-1].start)
    k += row.has(k, "comma")
    first = noun - 1
    while row.has(first, "and") and row.has(first - 1, "quantity"):
        first -= 3  # `με έσοδα 5 εκατ. ευρώ και κέρδη 2 εκατ. ευρώ`
    if not row.has(k, "with") or first != k:
        return None
    near = row.items[max(0, begin - 2) : begin + 1]
    bought = any(says.measure == "deal" for item in near for says in item.tag.measures)
    norms = row.sentence.norms[near[0].start : near[-1].end]
    return named[-1] if bought or not words.subsidiaries.isdisjoint(norms) else None


def _belongs(row: Row, at: int, named: Sequence[Mention], words: Words) -> Mention | None:
    """`το 43% ανήκει στην Alpha και το 24% στη Beta`, `η μονάδα των 840 MW ανήκει στην Alpha`."""
    s = row.sentence
    if row.any(at + 1, _TO) and row.any(at + 2, _NAMED):
        first = max(0, row.items[at].start - _SAID)
        said = not words.belonging.isdisjoint(s.norms[first : row.items[at].start])
        return named_at(row, at + 2, named) if said else None
    aside = row.has(at + 1, "comma") and row.has(at + 2, "verb")  # `η μονάδα, ισχύος 840 MW, ανήκει`
    for k in range(at + 1 + aside, min(len(row), at + _BEHIND)):
        if row.has(k, "quantity") or row.has(k, "comma") or row.any(k, CLAUSE):
            return None
        if row.has(k, "verb") and s.norms[row.items[k].start] in words.belonging:
            to = row.any(k + 1, _TO) and row.any(k + 2, _NAMED)
            return named_at(row, k + 2, named) if to else None
    return None


def owner_behind(
    row: Row, at: int, said: Said, following: Sequence[Mention], words: Words
) -> Sequence[str] | None:
    """Who is named behind an amount, or `από`, as its owner; an empty key: nobody's who is known."""
    possessor = _possessor(row, at, said, following, words)
    if possessor is not None:
        return (possessor,)
    if (one := client(row, at, said, following, words)) is not None:
        return (one.key,)
    return makers(row, at, said, following, words) or built_by(row, at, said, following, words)


def _possessor(row: Row, at: int, said: Said, following: Sequence[Mention], words: Words) -> str | None:
    """Who stands in the genitive right behind: `κέρδη 5 εκατ. ευρώ της Alpha, 3 εκατ. ευρώ της Beta`.

    What is bought of a company is not its own (`το 51% της Alpha`), but in `τα ποσοστά 51% της Alpha και 49%
    της Beta` it is.
    """
    if not row.has(at + 1, "owner") and not _of_firm(row, at + 1, following):
        return None
    own, topic = said.topic.measure in words.owned or said.topic.measure == "capacity", said.topic
    quantity = row.items[at].quantity
    percent = quantity is not None and quantity.fact.unit == "%"
    listed = any(row.has(k + 1, "owner") for k in (*_alike(row, at, -1, _WHOSE), *_alike(row, at, 1, _WHOSE)))
    if percent:
        own = listed and topic.measure == "share" and topic.noun is not None and topic.noun < at
    one = named_at(row, at + 1, following)
    if not (own or (listed and topic == Topic())) or said.change is not None:
        return None
    return one.key if one is not None else "" if listed else None


def _of_firm(row: Row, at: int, named: Sequence[Mention]) -> bool:
    """`του ομίλου Alpha`: a genitive that names a company."""
    if not row.has(at, "genitive"):
        return False
    item = row.items[at]
    return "company" in row.sentence.roles[item.start : item.end] and named_at(row, at, named) is not None


def _bracketed(row: Row, at: int) -> int | None:
    """The name before a bracket: `οι μέτοχοι της Alpha, Beta (51%) και Gamma (49%)`."""
    return at - 2 if row.has(at - 1, "open") and row.has(at + 1, "close") else None


def _in_row(row: Row, at: int, named: Sequence[Mention], words: Words) -> str | None:
    """A name that nothing else tells to be a company's, behind one that is: `Beta (51%) και Γάμμα (49%)`."""
    before = next((k for k in range(at - 3, max(-1, at - _ROW), -1) if row.has(k, "quantity")), None)
    if before is None or not row.has(before - 2, "name") or _bracketed(row, before) is None:
        return None
    s, item = row.sentence, row.items[at - 2]
    country = not words.authorities.isdisjoint(s.norms[item.start : item.end])
    if country or named_at(row, before - 2, named) is None:
        return None
    return s.reading.span(s.first + item.start, s.first + item.end) if item.article is None else None


def _in_turn(row: Row, at: int, named: Sequence[Mention], words: Words) -> Mention | None:
    """`η Alpha και η Beta κατέχουν 51% και 49% αντίστοιχα`: as many names as amounts, in the same order."""
    amounts = [*_alike(row, at, -1)[::-1], at, *_alike(row, at, 1)]
    s, start, end = row.sentence, row.items[amounts[0]].start, row.items[amounts[-1]].end
    near = [*s.norms[max(0, start - _NEAR) : start], *s.norms[end : end + _NEAR]]
    if len(amounts) == 1 or words.respective.isdisjoint(near):
        return None
    before = [m for m in named if item_at(row, m.start) < amounts[0]][-len(amounts) :]
    after = [m for m in named if item_at(row, m.start) > amounts[-1]][: len(amounts)]
    for names in (before, after):
        if len(names) == len(amounts) and all(_joins(a, b, row) for a, b in pairwise(names)):
            return names[amounts.index(at)]
    return None


def _joins(one: Mention, other: Mention, row: Row) -> bool:
    between = range(item_at(row, one.end), item_at(row, other.end) - 1)
    return one.key != other.key and all(row.any(k, _JOINTS) for k in between)


def _alike(row: Row, at: int, step: int, between: frozenset[str] = _BETWEEN) -> Sequence[int]:
    """The next amounts of a row in the same unit: `5 και 3 εκατ. ευρώ`."""
    here, found, joined, k = row.items[at].quantity, list[int](), False, at + step
    while len(found) < _MOST and 0 <= k < len(row):
        other = row.items[k].quantity
        if other is not None:
            if not joined or here is None or here.fact.unit != other.fact.unit:
                break
            found.append(k)
            joined = False
        elif not row.any(k, _JOINTS | between):
            break
        joined = joined or row.any(k, _JOINTS)
        k += step
    return found
