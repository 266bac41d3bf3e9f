"""The mentions of companies in a document, those of one company together, and the one it is about."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise
from typing import Literal, NamedTuple

from newsfacts.text.fold import fold_once

NEAR_WORD = re.compile(r"[^\s«»“”\"(]+")
"""A word beside a name, with the signs behind it."""
_HEAD = 60
"""So many letters before it has a name in a headline at most."""
JOINTLY = 16
"""So many letters lie between those who act together: `η Alpha και ο όμιλος Beta`."""
_STEM, _LOUD = 6, 5
_ROWS = 3
"""So many companies at heads of lines are the rows of a list, which is about none of them."""
Case = Literal["subject", "owner", "at", "bare"]


class Mention(NamedTuple):
    """A company named: where, which one, and in which case.

    `of_name`: it stands behind another name (`ο Talos-2 της Aegis`), is bought or only tells: it owns
    nothing; `of_role`: behind a role;
    `led`: it is the subject of nothing but the relative clause behind it (`με την Alpha, που …`,
    `η Alpha, τα έσοδα της οποίας …`);
    `reports`: it only tells (`σύμφωνα με την Alpha`); `backs`: it puts money into others;
    `called`: the noun of a firm that stands before it (`η εταιρεία Alpha`), or nothing;
    `has`: a measure is its (`τα έσοδα της Alpha`);
    `joined`: only a conjunction parts it from the name before it, or a comma in a list that is `listed`
    (`οι Alpha, Beta και Gamma`);
    `jointly`: so does a conjunction with an article, and it is in the same case (`η Alpha και η Beta`);
    `kin`: the country that it is said to be of (`η γερμανική Alpha`), or nothing;
    `explains`: the name before only says who it is (`της μητρικής της Alpha, Beta`).
    """

    start: int
    end: int
    key: str
    case: Case
    of_name: bool
    of_role: bool
    reports: bool
    backs: bool = False
    led: bool = False
    called: str = ""
    has: bool = False
    joined: bool = False
    listed: bool = False
    explains: bool = False
    jointly: bool = False
    kin: str = ""


def kin_of(norm: str) -> str:
    """What all forms of the adjective of a country have alike."""
    return norm[:_STEM]


class Companies(NamedTuple):
    """The companies of a document: all mentions in order, and the fullest names."""

    mentions: Sequence[Mention]
    names: Mapping[str, str]
    dominant: str | None
    """The one that the document is about, if there is one."""
    only: str | None = None
    """The one company that acts, where no other does."""
    since: int | None = None
    """Where the company that the document is about is first named."""
    pair: Sequence[Mention] = ()
    """Where it is about no single one, those that act together in the first place, and most."""

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin in a stretch of text."""
        low = bisect_left(self.mentions, start, key=lambda mention: mention.start)
        return self.mentions[low : bisect_left(self.mentions, end, key=lambda mention: mention.start)]


class Seen(NamedTuple):
    """A name that may be a company's: its words, how much speaks for a company, whether it titles a text."""

    mention: Mention
    words: tuple[str, ...]
    score: int
    titles: bool = False
    below: bool = False
    """Whether it is said to be the subsidiary of another."""
    person: bool = False
    """Whether a role says that it is a person."""
    full: bool = False
    """Whether what it is called for short stands in brackets behind it."""
    lead: str = ""
    """The noun of a firm that belongs to its name: `ο Όμιλος Βέργη`."""
    body: bool = False
    """Whether it is said to speak for a trade: nothing is its but what stands beside it as its own."""


def grouped(seen: Sequence[Seen], first: tuple[int, int]) -> Companies:
    """The mentions of those that are companies, in all, with their fullest names.

    `first` is where the first quantity begins, and where its sentence ends.
    """
    seen = _only_own(_apart(seen))
    scores = _scores(seen)
    mentions: list[Mention] = []
    counts: dict[str, int] = {}
    acting: dict[str, int] = {}
    rows = len({one.mention.key for one in seen if one.titles}) >= _ROWS
    leading: set[str] = set()
    early: set[str] = set()
    for one in seen:
        mention, key = one.mention, one.mention.key
        if scores.get(key, 0) <= 0:
            continue
        backs = mention.backs and bool(counts) and key != next(iter(counts))
        counts[key] = counts.get(key, 0) + (not backs and not one.below)
        acts = one.score >= 0 and not (mention.of_name or mention.of_role or backs or one.below)
        acting[key] = acting.get(key, 0) + acts + (acts and one.titles and not rows)
        if acts and (mention.start < first[0] or mention.case in ("subject", "bare")):
            leading.add(key)
            subject = mention.case == "subject" and not mention.backs
            early |= {key} if mention.start < first[subject] else set()  # `44 MW αγοράζει η Alpha`
        mentions.append(mention)
    acted = [key for key, count in acting.items() if count]
    tellers = set(counts) - {m.key for m in mentions if not m.reports}
    leading = {key for key in leading - tellers if counts[key] > 1 or key in early}
    dominant = _dominant(counts, acting, leading) or _titled(seen, counts)
    return Companies(
        mentions,
        _fullest(seen, counts),
        only=acted[0] if len(acted) == 1 else None,
        dominant=dominant,
        since=next((m.start for m in mentions if m.key == dominant), None),
        pair=() if dominant else _pair(mentions, acting),
    )


def _pair(mentions: Sequence[Mention], acting: Mapping[str, int]) -> Sequence[Mention]:
    """The first companies that act, where they act together and none is named to act as often.

    So also those whose venture it is: `η σύμπραξη της Alpha και της Beta`.
    """
    first = next((k for k, m in enumerate(mentions) if acting[m.key] and _begins(mentions, k)), len(mentions))
    pair = list(mentions[first : first + 1])
    for mention in mentions[first + 1 :]:
        if not mention.jointly or mention.case != pair[0].case or mention.reports:
            break
        pair.append(mention)
    keys = {mention.key for mention in pair}
    least = min((acting[key] for key in keys), default=0)
    others = max((count for key, count in acting.items() if key not in keys), default=0)
    return pair if len(keys) > 1 and least >= others else ()


def _begins(mentions: Sequence[Mention], at: int) -> bool:
    """Whether a company acts, or owns together with the next one what is no measure."""
    one, after = mentions[at], mentions[at + 1 : at + 2]
    owns = one.case == "owner" and any(m.jointly and (m.joined or not one.has) for m in after)
    return one.case == "subject" or owns


def _fullest(seen: Sequence[Seen], known: Mapping[str, int]) -> Mapping[str, str]:
    """The fullest form of the name of each company."""
    best: dict[str, tuple[tuple[bool, bool, bool, int, bool], str]] = {}
    for one in seen:
        key, case = one.mention.key, one.mention.case
        # `SOLVARIS`, but not `SOLVARIS Energy & Minerals`
        shouted = (" ".join(one.words).isupper() and len(one.words[0]) > _LOUD) or one.score < 0
        rank = (one.full, not shouted, case != "at", len(one.words), case == "subject")
        if key in known and (key not in best or rank > best[key][0]):
            best[key] = rank, " ".join((*filter(None, [one.lead]), *one.words))
    return {key: name for key, (_, name) in best.items()}


def _scores(seen: Sequence[Seen]) -> Mapping[str, int]:
    """How much speaks for each name; one joined with a company is one too (`σε Alpha και Beta`).

    Nothing speaks for a person, nor for the last word of his name.
    """
    people = {word for one in seen if one.person for word in (one.words, one.words[-1:])}
    scores: dict[str, int] = {}
    for one in seen:
        if one.words in people:
            continue
        scores[one.mention.key] = scores.get(one.mention.key, 0) + one.score
    for last, one in pairwise(seen):
        if one.mention.joined and one.score == 0 and one.words[0].isascii() and scores[last.mention.key] > 0:
            scores[one.mention.key] += 1
    return scores


def _apart(seen: Sequence[Seen]) -> Sequence[Seen]:
    """`η θυγατρική Alpha Fiber` is another than `η Alpha` or `η Alpha Systems`, where both are named."""
    below = {one.words for one in seen if one.below and len(one.words) > 1}
    others = {one.mention.key for one in seen if not one.below and one.words not in below}
    full = {one.words for one in seen if one.words in below and one.mention.key in others}
    return [
        one._replace(mention=one.mention._replace(key=" ".join(one.words)), below=True)
        if one.words in full
        else one._replace(below=False)
        for one in seen
    ]


def _only_own(seen: Sequence[Seen]) -> Sequence[Seen]:
    """Of those who speak for a trade only what is said to be theirs: `ο προϋπολογισμός της ΕΝΚΠ`."""
    bodies = {one.mention.key for one in seen if one.body}
    own = (one for one in seen if one.mention.has or one.mention.key not in bodies)
    return [one._replace(below=True) if one.mention.key in bodies else one for one in own]


def _titled(seen: Sequence[Seen], counts: Mapping[str, int]) -> str | None:
    """The company that heads the text, if it is named once more."""
    keys = (one.mention.key for one in seen if one.titles and one.mention.start <= _HEAD)
    return next((key for key in keys if counts.get(key, 0) > 1), None)


def _dominant(counts: Mapping[str, int], acting: Mapping[str, int], leading: Set[str]) -> str | None:
    """The company that acts most: the only one, or twice as often as any other is named."""
    ranked = sorted(acting, key=lambda key: (-acting[key], -counts[key]))
    if not ranked or ranked[0] not in leading:
        return None
    others = max((counts[key] for key in ranked[1:]), default=0)
    most = ranked[0]
    return most if acting[most] >= 2 * others or counts[most] >= 3 * others else None


def words_before(text: str, at: int, far: int) -> list[str]:
    """The words, folded, that stand at most `far` letters before a place; the first may be cut.

    >>> words_before("Τα κέρδη της Αίθρας", 13, 10)
    ['κερδη', 'τησ']
    """
    return [fold_once(word) for word in NEAR_WORD.findall(text, max(0, at - far), at)]
