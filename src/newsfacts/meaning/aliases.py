"""Two names of one company: the one in brackets behind the full one, and the last word of a full one."""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from newsfacts.meaning.looks import NEVER
from newsfacts.meaning.mentions import Seen
from newsfacts.text.fold import fold_once

_LONGEST = 7
"""So many letters has what a company is called for short at most."""
_FEWEST = 3
"""So many words has a name at least that is called by its initials."""
_SHORT = 4
"""The last word of a name stands for all of it where it has so many letters."""


def united(
    seen: Sequence[Seen], text: str, common: Set[str], associations: Set[str], reports: Set[str]
) -> list[Seen]:
    """The names, those of one company with one key; `common` are words that end many companies' names.

    The initials of one of `associations` are those of a body that speaks for a trade; what begins with one
    of `reports` is none, whatever it is called for short: `η Μελέτη Επιπτώσεων Έργου (ΜΕΕ)`.
    """
    full, keys = _bracketed(seen, text)
    full = {k for k in full if fold_once(seen[k].words[0]) not in reports}
    keys |= _shortened(seen, common)
    bodies: set[str] = set()
    spelled: set[int] = set()
    for short, long in _initials(seen):
        if not associations.isdisjoint(map(fold_once, long.words)):
            bodies.add(short.mention.key)
        elif long.score > 0 and len(long.words) == len(short.words[0]):
            keys.setdefault(short.mention.key, long.mention.key)
            spelled.add(long.mention.start)
    return [
        one._replace(
            mention=one.mention._replace(key=keys.get(one.mention.key, one.mention.key)),
            score=max(one.score, 0) if k in full else one.score,
            full=k in full or one.mention.start in spelled,
            body=one.body or one.mention.key in bodies,
        )
        for k, one in enumerate(seen)
    ]


def _initials(seen: Sequence[Seen]) -> Iterator[tuple[Seen, Seen]]:
    """Names in capitals with a full one that they are the initials of: `Alba Oil Hellas`, later `AOH`."""
    full: dict[str, Seen] = {}
    for one in seen:
        for size in range(_FEWEST, min(len(one.words), _LONGEST) + 1):
            full.setdefault(fold_once("".join(word[0] for word in one.words[:size])), one)
    for one in seen:
        word = one.words[0]
        if len(one.words) == 1 and word.isupper() and (long := full.get(fold_once(word))) is not None:
            yield one, long


def _bracketed(seen: Sequence[Seen], text: str) -> tuple[Set[int], dict[str, str]]:
    """`Taiwan Semiconductor Manufacturing (TSMC)`, with one first letter: which are full, and the keys."""
    full: set[int] = set()
    keys: dict[str, str] = {}
    for k, (last, one) in enumerate(pairwise(seen)):
        end, (word, *more) = last.mention.end, one.words
        short = not more and 1 < len(word) <= _LONGEST and word[:2].isupper()
        if not short or len(last.words) == 1 or text[end : one.mention.start].replace("«", "") != " (":
            continue
        closed = text[one.mention.end : one.mention.end + 2].lstrip("»")[:1] == ")"
        initials = fold_once("".join(part[0] for part in last.words))
        spelled = len(word) >= _FEWEST and initials == fold_once(word)
        if closed and (last.score > NEVER or spelled) and initials[0] == fold_once(word[0]):
            full.add(k)
            keys[one.mention.key] = last.mention.key
    return full, keys


def _shortened(seen: Sequence[Seen], common: Set[str]) -> Mapping[str, str]:
    """`Walt Disney`, and later `Disney`; but where there is a `Walt` too nobody knows."""
    alone = {one.words[0]: one.mention.key for one in seen if len(one.words) == 1}
    full: dict[str, set[str]] = {}
    for one in seen:
        word = one.words[-1]
        known = len(one.words) == 1 or not one.words[0].isascii() or one.score <= 0
        if known or one.person or word not in alone or one.words[0] in alone:
            continue
        if len(word) >= _SHORT and word.isascii() and fold_once(word) not in common:
            full.setdefault(alone[word], set()).add(one.mention.key)
    return {short: keys.pop() for short, keys in full.items() if len(keys) == 1}
