"""The companies that a document names, by the looks of their names and what stands before them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsfacts.lexicon.lexicon import Reading
from newsfacts.packs.forms import expand, folded
from newsfacts.packs.measure_schema import OwnerWords
from newsfacts.packs.quote_schema import QuotesFile
from newsfacts.text.fold import fold

_UPPER = "A-ZΑ-ΩΆΈΉΊΌΎΏΪΫ"
_NAME = re.compile(
    rf"(?<!\w)[{_UPPER}][\w’'-]*(?:\.(?=[a-z])[\w]+)?(?:(?:[  ]&[  ]|[  ])[{_UPPER}0-9][\w’'-]*)*"
)
_WORD = re.compile(r"[^\s«»“”\"(]+")
_BEFORE = 60
_MOST = 400
_ENDING = re.compile(r"(?:[αειουηω]+[σν]?|[σν])$")


class Mention(NamedTuple):
    """A company named: where, under which key, and whether as a subject."""

    start: int
    end: int
    key: str
    subject: bool


class Companies(NamedTuple):
    """The companies of a document: all mentions in order, the fullest names, and how often each is named."""

    mentions: Sequence[Mention]
    names: dict[str, str]
    counts: dict[str, int]

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin in a stretch of text."""
        low = bisect_left(self.mentions, start, key=lambda mention: mention.start)
        return self.mentions[low : bisect_left(self.mentions, end, key=lambda mention: mention.start)]

    def before(self, start: int) -> Sequence[Mention]:
        """The mentions that begin before a place."""
        return self.mentions[: bisect_right(self.mentions, start, key=lambda mention: mention.start)]


class Names:
    """What tells a company from a person, a product and a place."""

    def __init__(self, words: OwnerWords, quotes: QuotesFile) -> None:
        """Word lists, folded."""
        self.feminine, self.masculine = _folded(words.feminine), _folded(words.masculine)
        self.neuter, self.subject = _folded(words.neuter), _folded(words.subject)
        self.firms, self.never = _folded(words.firms), _folded(words.never)
        self.observers = _folded(words.observers)
        self.given, self.titles = _folded(quotes.given_names), _folded(quotes.titles)
        self.hints, self.bodies = _folded(quotes.organization_hints), _folded(quotes.bodies)
        self.small = self.feminine | self.masculine | self.neuter | _folded(words.small)

    def companies(self, reading: Reading) -> Companies:
        """The companies that a text names."""
        seen: list[tuple[int, int, tuple[str, ...], int, bool]] = []
        for found in _NAME.finditer(reading.text):
            start, words = self._trimmed(found)
            if words:
                before = [
                    fold(w) for w in _WORD.findall(reading.text, max(0, found.start() - _BEFORE), start)
                ]
                score = self._score(words, before[-3:])
                seen.append(
                    (start, found.end(), words, score, before[-1:] != [] and before[-1] in self.subject)
                )
        return self._grouped(reading, seen)

    def _trimmed(self, found: "re.Match[str]") -> tuple[int, tuple[str, ...]]:
        """Where the name begins after articles and the like with a capital, and its words."""
        start, words = found.start(), found[0].split()
        while words and fold(words[0]) in self.small:
            start += len(words[0]) + 1
            words = words[1:]
        return start, tuple(words)

    def _score(self, words: tuple[str, ...], before: Sequence[str]) -> int:
        """How much speaks for a company: above 0 it may be one, below never."""
        last = before[-1] if before else ""
        norms = [fold(word) for word in words]
        if any(norm in self.given or norm in self.bodies for norm in norms):
            return -9
        if (
            last.rstrip(".") in self.titles
            or last in self.titles
            or norms[0] in self.never
            or words[0][0].isdigit()
        ):
            return -9
        if last in self.firms:
            return 3
        article = last if last in self.small else (before[-2] if len(before) > 1 else "")
        latin, acronym = (
            words[0].isascii(),
            len(words) == 1 and words[0].isupper() and 2 <= len(words[0]) <= 7,
        )
        if last in self.neuter:
            return -1
        if article in self.feminine:
            adjective = article is not last
            if latin or (acronym and not adjective):
                return 1
            return int(not adjective and (len(words) > 1 and self._of(norms)))
        if last in self.masculine and acronym and not latin:
            return 1
        return 0

    def _of(self, norms: Sequence[str]) -> bool:
        """Whether words after the first look like a genitive, or one is such as companies are called."""
        return any(n in self.hints for n in norms) or norms[1].endswith(("ησ", "ου", "ων", "ασ", "α", "η"))

    def _grouped(
        self, reading: Reading, seen: Sequence[tuple[int, int, tuple[str, ...], int, bool]]
    ) -> Companies:
        scores: dict[str, int] = {}
        for _, _, words, score, _ in seen:
            key = stem(words[0])
            scores[key] = scores.get(key, 0) + score
        mentions: list[Mention] = []
        counts: dict[str, int] = {}
        best: dict[str, tuple[int, bool, str]] = {}
        for start, end, words, score, subject in seen:
            key = stem(words[0])
            if scores[key] <= 0 or score <= -9:
                continue
            counts[key] = counts.get(key, 0) + 1
            mentions.append(Mention(start, end, key, subject))
            name = (len(words), subject, " ".join(words))
            shouted = words[0].isupper() and len(words[0]) > 5
            if not shouted and (key not in best or name[:2] > best[key][:2]):
                best[key] = name
            best.setdefault(key, name)
        return Companies(mentions, {key: name for key, (_, _, name) in best.items()}, counts)


@lru_cache(maxsize=10_000)
def stem(word: str) -> str:
    """A name's first word without the ending of its case: `Υδροδυναμικής` and `Υδροδυναμική` are one."""
    norm = fold(word)
    return norm if word.isascii() or len(norm) < 5 else _ENDING.sub("", norm)


def _folded(shorts: Iterable[str]) -> frozenset[str]:
    return frozenset(folded(form) for short in shorts for form in expand(short))
