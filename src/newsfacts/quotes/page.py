"""One article under the eyes of the quote extractor: tokens, paired marks and sentences."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from newsfacts.lazy import lazy
from newsfacts.lexicon.lexicon import Reading
from newsfacts.quotes.quote_words import Words
from newsfacts.text.marks import Pair

Hit = tuple[int, Any] | None
"""Where a part ends, and its value; None where it does not stand."""

Sort = Literal["capital", "small", "other"]
"""A word written as a name, another one, or a sign, a figure or a single letter."""

# The first letter of the Greek block: those of Latin come before it.
_GREEK = "\u0370"
# `newsroom.gr`, a name though it has no capital
ADDRESS = r"[a-z\d][a-z\d-]*(?:\.[a-z\d-]+)*\.[a-z]{2,4}"
# `12:45`
CLOCK = r"\d{1,2}[:.]\d{2}"
_ADDRESS = re.compile(ADDRESS)


class Marks(NamedTuple):
    """A pair of marks in token numbers: `open` and `close` are the marks themselves."""

    open: int
    close: int
    pair: Pair


class _Capitals(dict[int, bool]):
    """Which tokens are written as names, each looked at once."""

    def __init__(self, word: Callable[[int], str]) -> None:
        super().__init__()
        self._word = word

    def __missing__(self, token: int) -> bool:
        word = self._word(token)
        capital = bool(word) and word[0].isalpha() and word != word.lower()
        self[token] = capital = capital or ("." in word and _ADDRESS.fullmatch(word) is not None)
        return capital


class _Sorts(dict[int, Sort]):
    """The sorts of tokens, each looked at once."""

    def __init__(self, word: Callable[[int], str], is_capital: Callable[[int], bool]) -> None:
        super().__init__()
        self._word, self._is_capital = word, is_capital

    def __missing__(self, token: int) -> Sort:
        word = self._word(token)
        small: Sort = "small" if len(word) > 1 and word[0].isalpha() else "other"
        sort = self[token] = "capital" if self._is_capital(token) else small
        return sort


class Page:
    """Answers about tokens; everything costly is found when first asked for."""

    def __init__(self, reading: Reading, words: Words, mention: Callable[[Any, int], Hit]) -> None:
        """Finds the marks; sentences wait. `norm` and `word` are the reading's.

        `mention` reads mentions, by the rules of pattern files.
        """
        self.mention = mention
        self.reading, self.words, self.text = reading, words, reading.text
        self.norm, self.word = reading.norm, reading.word
        self.is_capital: Callable[[int], bool] = _Capitals(reading.word).__getitem__
        """Whether a token is written as a name: a capital somewhere, digits only after a letter."""
        self.verb, self.role = reading.forms("quote.verb").get, reading.forms("quote.role").get
        self.company = reading.forms("quote.company").get
        self.organization = reading.forms("quote.organization").get
        self.sentences = reading.sentences
        # a text that breaks off within marks closes them with its last token
        self.marks = [
            Marks(self.token(pair.open), min(self.token(pair.end), len(reading) - 1), pair)
            for pair in self.sentences.outer
        ]
        self.opens = {m.open: m for m in self.marks}
        self.closes = {m.close: m for m in self.marks}
        self.read: dict[tuple[int, int], Any] = {}
        """The mentions read so far that nothing known changes, by their first token and the limit."""
        self.names: dict[tuple[int, int, bool], tuple[int, int] | None] = {}
        """The names read so far, by their first token, the limit, and whether organisations stand there."""
        self.sort: Callable[[int], Sort] = _Sorts(reading.word, self.is_capital).__getitem__
        """What sort of token stands somewhere."""
        self._starts = [m.open for m in self.marks]

    @lazy
    def shouted(self) -> list[tuple[int, int]]:
        """The paragraphs all in capitals, where these tell nothing; token numbers."""
        found, start = [], 0
        for line in self.text.split("\n"):
            if line.isupper() and len(line) > 12:
                found.append((self.token(start), self.token(start + len(line))))
            start += len(line) + 1
        return found

    @lazy
    def days(self) -> set[int]:
        """Where weekdays and months stand, which are written as names are."""
        return {*self.forms("date.weekday"), *self.forms("date.month")}

    def form(self, token: int, category: str) -> tuple[int, Any] | None:
        """The longest form of a category that starts at a token: its end and what it stands for."""
        return self.reading.forms(category).get(token)

    def forms(self, category: str) -> dict[int, tuple[int, Any]]:
        """All forms of a category, by their first token."""
        return self.reading.forms(category)

    def token(self, offset: int) -> int:
        """The first token that starts at or after an offset."""
        return bisect_left(self.reading.starts, offset)

    def marks_around(self, token: int) -> Marks | None:
        """The outermost pair of marks that a token stands in, marks included."""
        row = bisect_right(self._starts, token) - 1
        return self.marks[row] if row >= 0 and self.marks[row].close >= token else None

    def marks_before(self, token: int) -> Marks | None:
        """The last pair that opens before a token."""
        row = bisect_left(self._starts, token) - 1
        return self.marks[row] if row >= 0 else None

    def marks_in(self, start: int, end: int) -> list[Marks]:
        """The pairs that open from token `start` up to `end`."""
        return self.marks[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def sentence(self, token: int) -> tuple[int, int]:
        """The first token of the sentence around a token, and the one after its last."""
        left, right = self.sentences.bounds(self.reading.starts[token], self.reading.ends[token])
        return self.token(left), self.token(right)

    def stem(self, token: int) -> str:
        """A word of a name without its ending, so that all cases of it are one."""
        return self.words.stem(self.word(token))

    def is_latin(self, token: int) -> bool:
        """Whether a word starts with a Latin letter, with or without an accent, or with a digit or sign."""
        return self.word(token)[:1] < _GREEK

    def is_latin_name(self, token: int) -> bool:
        """Whether a word in Latin letters is written as people's names are: `Dieter`, not `EU` or `de`."""
        word = self.word(token)
        return self.is_latin(token) and word.isalpha() and len(word) > 1 and word.istitle()

    def is_or(self, token: int) -> bool:
        """Whether a token that folds like the article is the accented conjunction."""
        return self.word(token) in ("\u03ae", "\u0389")
