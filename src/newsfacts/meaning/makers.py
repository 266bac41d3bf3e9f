"""Who made what an amount is told of, where he is named behind it: by `από`, or by what acts for him."""

from collections.abc import Sequence

from newsfacts.meaning.asked import Said
from newsfacts.meaning.mentions import Mention
from newsfacts.meaning.row import CLAUSE, Row
from newsfacts.meaning.spoken import item_at, named_at
from newsfacts.meaning.words import Words

_MADE = ("capacity", "investment")
_JOINTS = frozenset({"and", "comma"})
_VERBS = frozenset({"verb", "copula"})
_BEHIND = 8
"""So many items behind an amount, or a verb, `από` stands at most."""
_HEADLINE = 20
"""So many items has a headline at most."""
_OF = frozenset({"genitive", "owner"})
_ACTS = ("subject", "neuter")


def makers(row: Row, at: int, said: Said, following: Sequence[Mention], words: Words) -> Sequence[str] | None:
    """Who stands behind `από`: `Νέο πάρκο 30 MW από την Alpha`, `Πάρκο 30 MW αγοράστηκε από την Alpha`.

    The first is a headline without a verb; in the second nothing before the verb is a company's name.
    """
    if said.topic.measure not in _MADE and said.topic.measure not in (None, "deal"):
        return None
    verb = next((k for k in range(at + 1, min(len(row), at + _BEHIND)) if row.any(k, _VERBS)), None)
    if verb is None:
        headline = said.topic.measure in _MADE and len(row) <= _HEADLINE
        begin = at + 1 if headline and not any(item.roles & _VERBS for item in row.items) else None
    else:
        begin = verb + 1 if _is_done(row, verb, words) and not _named_before(row, at) else None
    return None if begin is None else _behind_by(row, begin, following)


def _behind_by(row: Row, begin: int, following: Sequence[Mention]) -> Sequence[str] | None:
    for k in range(begin, min(len(row), begin + _BEHIND)):
        if row.has(k, "from"):
            one = named_at(row, k + 1, following) if row.has(k + 1, "name") else None
            return (
                None
                if one is None
                else (one.key, *_joined(row, one, [m for m in following if m.start > one.end]))
            )
        if row.any(k, CLAUSE) or row.has(k, "quantity"):
            return None
    return None


def built_by(row: Row, at: int, said: Said, named: Sequence[Mention], words: Words) -> Sequence[str] | None:
    """`Το έργο αναπτύσσεται από την Alpha και τη Beta και έχει ισχύ 50 MW`: who stands before the amount.

    But `η μονάδα της Beta κατασκευάζεται από την Alpha` is Beta's.
    """
    if said.topic.measure not in (*_MADE, "generation"):
        return None
    for k in range(at - 1, max(0, at - _HEADLINE), -1):
        if row.has(k, "quantity") or row.has(k, "end"):
            return None
        if row.has(k, "from") and row.sentence.norms[row.items[k - 1].end - 1] in words.made:
            one = named_at(row, k + 1, named) if row.has(k + 1, "name") else None
            return None if one is None else _built(row, at, one, named)
    return None


def client(row: Row, at: int, said: Said, named: Sequence[Mention], words: Words) -> Mention | None:
    """`Η Beta κατασκευάζει για την Alpha πάρκο 50 MW`, `πάρκο 50 MW για λογαριασμό της Alpha`.

    Of `πάρκο 50 MW για την Alpha` nobody knows whose it is, where no verb says that somebody builds.
    """
    if said.topic.measure != "capacity" or said.change is not None:
        return None
    norms = row.sentence.norms
    for k in range(max(0, at - _BEHIND), min(len(row) - 1, at + _BEHIND)):
        if not row.has(k, "for"):
            continue
        item = row.items[k + 1]
        on_account = not words.account.isdisjoint(norms[item.start : item.end])
        if on_account and row.has(k + 2, "owner"):
            return named_at(row, k + 2, named)
        one = named_at(row, k + 1, named)
        if one is not None and _builds(row, min(k, at), words):
            return one
    return None


def _builds(row: Row, before: int, words: Words) -> bool:
    """Whether the verb before an item in its clause says that somebody builds."""
    for k in range(before - 1, max(-1, before - _BEHIND), -1):
        if row.any(k, CLAUSE):
            return False
        if row.has(k, "verb"):
            return row.sentence.norms[row.items[k].start] in words.building
    return False


def _built(row: Row, at: int, one: Mention, named: Sequence[Mention]) -> Sequence[str] | None:
    """Those who build, if nobody owns it before them, or acts behind them."""
    behind = [m for m in named if one.start < m.start and item_at(row, m.start) < at]
    owned = any(m.case == "owner" and m.start < one.start for m in named)
    acting = any(m.case == "subject" for m in behind)
    return None if owned or acting else (one.key, *_joined(row, one, behind))


def _joined(row: Row, one: Mention, behind: Sequence[Mention]) -> Sequence[str]:
    """Those in a row behind one: `από την Alpha, τη Beta και τη Gamma`."""
    keys, last = list[str](), one
    for m in behind:
        between = range(item_at(row, last.end), item_at(row, m.start))
        if not between or not all(row.any(k, _JOINTS) for k in between):
            break
        keys.append(m.key)
        last = m
    return keys


def _is_done(row: Row, verb: int, words: Words) -> bool:
    """Whether a verb is in the passive."""
    item = row.items[verb]
    return row.sentence.norms[item.end - 1].endswith(words.passive)


def _named_before(row: Row, at: int) -> bool:
    return any(row.has(k, "name") for k in range(at))


def acts_for(row: Row, mention: Mention, words: Words) -> bool:
    """Whether what acts for a company is a subject: `αποφάσισε η συνέλευση των μετόχων της Alpha`."""
    k = item_at(row, mention.start) - 1
    while k > 0 and row.any(k, _OF):
        k -= 1
    if k < 0 or row.items[k].article not in _ACTS:
        return False
    item = row.items[k]
    return not words.organs.isdisjoint(row.sentence.norms[item.start : item.end])
