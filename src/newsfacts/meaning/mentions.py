"""The mentions of companies in a document: where each stands, and what is said of it."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from newsfacts.text.fold import fold_once

NEAR_WORD = re.compile(r"[^\s«»“”\"(]+")
"""A word beside a name, with the signs behind it."""
JOINTLY = 16
"""So many letters lie between those who act together: `η Alpha και ο όμιλος Beta`."""
_STEM = 6
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
    of_role: Mention | None = None
    """Where none acts, the first mention of the one whose people do: `ο πρόεδρος της Alpha`."""
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
    told: bool = False
    """Whether it is none only for what stands before it: `έκθεση της Alpha`."""
    body: bool = False
    """Whether it is said to speak for a trade: nothing is its but what stands beside it as its own."""


def words_before(text: str, at: int, far: int) -> list[str]:
    """The words, folded, that stand at most `far` letters before a place; the first may be cut.

    >>> words_before("Τα κέρδη της Αίθρας", 13, 10)
    ['κερδη', 'τησ']
    """
    return [fold_once(word) for word in NEAR_WORD.findall(text, max(0, at - far), at)]
