"""A sentence with its words tagged and its quantities marked: what the rules of meaning look at."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsfacts.facts import AnyFact, QuantityFact
from newsfacts.lexicon.lexicon import Reading
from newsfacts.meaning.tagging import lower, magnitudes, named_bodies, overlaid
from newsfacts.meaning.words import ADVERB, NAME, WORD, Noun, Tag, Words

_QUANTITY, _DATE = Tag("quantity"), Tag("date")
_ADVERB = 3
_NOTED, _NOTE = 4, 2
"""So many letters has a word at least that a footnote of so many digits at most stands at."""
_LONGEST = 400
"""A sentence of more tokens (a text without full stops) is read around its quantities only."""


class Quantity(NamedTuple):
    """A quantity in a sentence: its tokens, counted from the head of the sentence, and its fact."""

    start: int
    end: int
    fact: QuantityFact
    plus: bool = False
    """Whether a plus stands glued before it."""

    @property
    def kind(self) -> str:
        """The kind of the fact."""
        return self.fact.kind

    @property
    def relative(self) -> bool:
        """Whether it may be told of anything: a percent or a multiple."""
        return self.fact.unit in ("%", "x")

    @property
    def sign(self) -> str | None:
        """The direction that a sign before it says."""
        low, high = self.fact.low, self.fact.high
        if low is not None and high is not None and low < 0 < high:
            return None  # `μεταξύ -1% και +2%` says no direction
        if self.fact.text[0] == "+" or self.plus:
            return "up"
        # `αποτέλεσμα -5 εκατ. ευρώ` is a level below zero, only percents are signed to say a fall
        return "down" if self.relative and low is not None and low < 0 else None


class Sentence(NamedTuple):
    """Tokens of a reading from `first` on, each with its folded form and its tag; places count from 0."""

    reading: Reading
    first: int
    norms: list[str]
    tags: list[Tag]
    quantities: tuple[Quantity, ...]
    nouns: dict[int, tuple[int, Noun]]
    """Nouns of measures: where each ends, and what it measures."""
    roles: list[str]
    """The role of each token; past the ends, the place before the first too, it is `end`."""
    adverb_accents: tuple[str, ...]
    """How words may end, with their accents, that are adverbs right behind a verb."""
    genitives: tuple[str, ...]
    """How the nouns of measures end in the genitive, folded."""

    def word(self, at: int) -> str:
        """The text of a token."""
        return self.reading.word(self.first + at)


def sentences(reading: Reading, facts: Sequence[AnyFact], words: Words) -> Iterator[Sentence]:
    """The sentences that hold quantities, in order."""
    grouped: dict[tuple[int, int], list[QuantityFact]] = {}
    dates: list[AnyFact] = []
    for fact in facts:
        if isinstance(fact, QuantityFact):
            start, end = fact.start_char - reading.offset, fact.end_char - reading.offset
            grouped.setdefault(reading.sentences.bounds(start, end), []).append(fact)
        elif fact.kind in ("date", "duration"):
            dates.append(fact)
    for bounds, row in grouped.items():
        yield _sentence(reading, bounds, row, dates, words)


def plain_before(s: Sentence, words: Words) -> Sentence | None:
    """The sentence right before another in its paragraph, read as one without quantities; None for none."""
    reading, last = s.reading, s.first - 1
    if last < 0:
        return None
    start, end = reading.starts[last], reading.ends[last]
    bounds = reading.sentences.bounds(start, end)
    same = reading.sentences.paragraph(start) == reading.sentences.paragraph(reading.starts[s.first])
    long = s.first - bisect_left(reading.starts, bounds[0]) > _LONGEST
    return _sentence(reading, bounds, (), (), words) if same and not long else None


def _tokens(reading: Reading, fact: AnyFact) -> tuple[int, int]:
    first = bisect_right(reading.ends, fact.start_char - reading.offset)
    return first, bisect_left(reading.starts, fact.end_char - reading.offset)


def _sentence(
    reading: Reading,
    bounds: tuple[int, int],
    facts: Sequence[QuantityFact],
    dates: Sequence[AnyFact],
    words: Words,
) -> Sentence:
    first = bisect_left(reading.starts, bounds[0])
    last = bisect_left(reading.starts, bounds[1])
    spans = [(*_tokens(reading, fact), fact) for fact in facts]
    if last - first > _LONGEST:
        first, last = max(first, spans[0][0] - _LONGEST), min(last, spans[-1][1] + _LONGEST)
    read = max(bounds[0], reading.starts[first]), min(bounds[1], reading.ends[last - 1])
    norms = [_unnoted(reading.norm(at)) for at in range(first, last)]
    raw = [reading.word(at) for at in range(first, last)]
    tags = [words.tag(word, norm) for word, norm in zip(raw, norms, strict=True)]
    nouns = overlaid(norms, tags, words)
    if len(tags) > _ADVERB and tags[1].role == "comma" and tags[0] in (WORD, NAME):
        tags[0] = tags[0] if raw[0].isascii() or raw[0].isupper() else ADVERB  # `Παράλληλα, ο δείκτης …`
    lower(raw, norms, tags, words)
    named_bodies(raw, norms, tags, nouns, words)
    magnitudes(norms, tags, words)
    quantities = tuple(
        Quantity(start - first, end - first, fact, reading.word(start - 1) == "+" and reading.glued(start))
        for start, end, fact in spans
    )
    for fact in _within(dates, read, reading.offset):
        start, end = _tokens(reading, fact)
        tags[start - first : end - first] = [_DATE] * (end - start)
    for quantity in quantities:
        tags[quantity.start : quantity.end] = [_QUANTITY] * (quantity.end - quantity.start)
    roles = [*(tag.role for tag in tags), "end", "end", "end"]
    return Sentence(
        reading, first, norms, tags, quantities, nouns, roles, words.adverb_accents, words.genitives
    )


def _unnoted(norm: str) -> str:
    """A Greek word without the number of a footnote: `Καθαρά κέρδη1`."""
    word = norm.rstrip("0123456789") if norm[-1:].isdigit() else norm
    noted = len(word) >= _NOTED and word.isalpha() and not word.isascii() and len(norm) - len(word) <= _NOTE
    return word if noted else norm


def _within(dates: Sequence[AnyFact], bounds: tuple[int, int], offset: int) -> Sequence[AnyFact]:
    low = bisect_left(dates, bounds[0] + offset, key=lambda fact: fact.start_char)
    high = bisect_left(dates, bounds[1] + offset, key=lambda fact: fact.start_char)
    return [fact for fact in dates[low:high] if fact.end_char <= bounds[1] + offset]
