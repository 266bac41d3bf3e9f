"""One article under the eyes of the quote extractor: tokens, paired marks and sentences."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from newsfacts.extractors.quote_words import Words
from newsfacts.patterns.lexicon import Reading
from newsfacts.text.marks import Pair, pair_marks
from newsfacts.text.sentences import Sentences


class Marks(NamedTuple):
    """A pair of marks in token numbers: `open` and `close` are the marks themselves."""

    open: int
    close: int
    pair: Pair


class Page:
    """Answers about tokens; everything costly is found when first asked for."""

    def __init__(self, reading: Reading, words: Words) -> None:
        """Pairs the marks; the rest waits."""
        self.reading, self.words, self.text = reading, words, reading.text
        pairs = pair_marks(self.text)
        self.sentences = Sentences(self.text, pairs, words.abbreviations, words.titles)
        self.marks = [
            Marks(self.token(pair.open), self.token(pair.end), pair) for pair in pairs if pair.depth == 0
        ]
        self.opens = {m.open: m for m in self.marks}
        self.closes = {m.close: m for m in self.marks}
        self._starts = [m.open for m in self.marks]
        self._norms: dict[int, str] = {}

    def token(self, offset: int) -> int:
        """The first token that starts at or after an offset."""
        return bisect_left(self.reading.starts, offset)

    def norm(self, token: int) -> str:
        """The folded text of a token, empty past the ends."""
        known = self._norms.get(token)
        if known is None:
            known = self.reading.norm(token) if 0 <= token < len(self.reading) else ""
            self._norms[token] = known
        return known

    def word(self, token: int) -> str:
        """The text of a token, empty past the ends."""
        return self.reading.word(token) if 0 <= token < len(self.reading) else ""

    def marks_around(self, token: int) -> Marks | None:
        """The outermost pair of marks that a token stands in, marks included."""
        row = bisect_right(self._starts, token) - 1
        return self.marks[row] if row >= 0 and self.marks[row].close >= token else None

    def marks_in(self, start: int, end: int) -> list[Marks]:
        """The pairs that open from token `start` up to `end`."""
        return self.marks[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def sentence(self, token: int) -> tuple[int, int]:
        """The first token of the sentence around a token, and the one after its last."""
        left, right = self.sentences.bounds(self.reading.starts[token], self.reading.ends[token])
        return self.token(left), self.token(right)

    def is_capital(self, token: int) -> bool:
        """Whether a token is written as a name: a capital somewhere, digits only after a letter."""
        word = self.word(token)
        return bool(word) and word[0].isalpha() and word != word.lower()

    def is_or(self, token: int) -> bool:
        """Whether a token that folds like the article is the accented conjunction."""
        return self.word(token) in ("\u03ae", "\u0389")
