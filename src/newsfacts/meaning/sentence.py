"""A sentence with its words tagged and its quantities marked: what the rules of meaning look at."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsfacts.facts import AnyFact, QuantityFact
from newsfacts.lexicon.lexicon import Reading
from newsfacts.meaning.words import ADVERB, NAME, VERB, WORD, Noun, Tag, Words

_QUANTITY, _DATE = Tag("quantity"), Tag("date")
_HEADS = frozenset({"end", "colon", "dash", "quote", "open"})
_ADVERB = 3
_NAMED = 8
"""So many words has the name of a measure at most."""
_OWNER = 5
"""So many words of an owner stand in it at most."""
_NOTED, _NOTE = 4, 2
"""So many letters has a word at least that a footnote of so many digits at most stands at."""
_JOINT = "&"
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
    nouns = _overlaid(norms, tags, words)
    if len(tags) > _ADVERB and tags[1].role == "comma" and tags[0] in (WORD, NAME):
        tags[0] = tags[0] if raw[0].isascii() or raw[0].isupper() else ADVERB  # `Παράλληλα, ο δείκτης …`
    _lower(raw, norms, tags, words)
    _named_bodies(raw, norms, tags, nouns, words)
    _magnitudes(norms, tags, words)
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


def _overlaid(norms: list[str], tags: list[Tag], words: Words) -> dict[int, tuple[int, Noun]]:
    """Tag phrases of several words, and find the nouns of measures."""
    nouns: dict[int, tuple[int, Noun]] = {}
    phrases, known = words.phrases.known, words.nouns.known
    size = len(norms)
    for at, norm in enumerate(norms):
        if norm in phrases and (phrase := words.phrases.starting(norms, at, size)) is not None:
            end, tag = phrase
            tags[at:end] = [tag] * (end - at)
        inside = tags[at].role == tags[at - 1].role == "glue"  # `κέρδη της Alpha προ φόρων` are no taxes
        if norm in known and not inside and (hit := _named(norms, at, size, words)) is not None:
            nouns[at] = hit
            _as_words(tags, at, hit[0])
    return nouns


def _named(norms: list[str], at: int, size: int, words: Words) -> tuple[int, Noun] | None:
    """The measure that starts at a place; a possessive may stand in it: `κεφαλαιουχικές της δαπάνες`.

    So may an owner before what belongs to it: `κέρδη της Alpha προ τόκων, φόρων και αποσβέσεων`.
    """
    hit = words.nouns.starting(norms, at, size)
    if at + 2 >= size or norms[at + 1] not in words.possessives:
        return hit
    for behind in range(at + 2, min(size, at + 2 + _OWNER)):
        if behind > at + 2 and norms[behind] not in words.glued:
            continue
        near = [norms[at], *norms[behind : behind + _NAMED]]
        longer = words.nouns.starting(near, 0, len(near))
        if longer is None or (hit is not None and longer[0] <= hit[0] - at):
            continue
        if behind == at + 2:
            return behind - 1 + longer[0], longer[1]
        return None if hit is None else (hit[0], longer[1])
    return hit


def _as_words(tags: list[Tag], start: int, end: int) -> None:
    """The words of a measure are nouns, whatever they look like."""
    several = end - start > 1
    plain = (
        ("name", "verb", "rate", "size", "rise", "dash", "dimension", "each", "number")
        if several
        else ("name",)
    )
    for at in range(start, end):
        if tags[at].role in plain:
            tags[at] = WORD


def _magnitudes(norms: list[str], tags: list[Tag], words: Words) -> None:
    """`18,6 εκατ.` counts: the magnitude belongs to the number, and `μη` to `δείκτης μη εξυπηρετούμενων`."""
    for at in range(1, len(norms)):
        if norms[at] in words.negated and tags[at - 1 : at] == tags[at + 1 : at + 2] == [WORD]:
            tags[at] = WORD
        if tags[at - 1].role == "number" and norms[at] in words.magnitudes:
            tags[at] = tags[at - 1]


def _named_bodies(
    raw: Sequence[str], norms: list[str], tags: list[Tag], nouns: dict[int, tuple[int, Noun]], words: Words
) -> None:
    """`η Ευρωπαϊκή Τράπεζα Επενδύσεων`, `το Ταμείο Ανάκαμψης` are names, whatever their words measure."""
    for at, norm in enumerate(norms):
        if norm not in words.bodies or not raw[at].istitle():
            continue
        start, end = at, at + 1
        while start > 1 and raw[start - 1].istitle():
            start -= 1
        while end < len(raw) and raw[end].istitle():
            end += 1
        if end - start > 1:
            tags[start:end] = [NAME] * (end - start)
            for place in range(start, end):
                nouns.pop(place, None)


def _lower(raw: Sequence[str], norms: Sequence[str], tags: list[Tag], words: Words) -> None:
    """Greek words that are capitals only where they stand are no names."""
    greek = [word for word in raw if word[:1].isalpha()]
    shouted = sum(word.isupper() for word in greek) * 2 > len(greek) > 2
    for at, tag in enumerate(tags):
        if tag.role == "name" and not raw[at].isascii():
            head = at == 0 or tags[at - 1].role in _HEADS
            if (head and not raw[at].isupper()) or (shouted and len(raw[at]) > 3):
                tags[at] = VERB if head and words.is_verb(norms[at]) else WORD
        elif (
            raw[at] == _JOINT and 0 < at < len(tags) - 1 and tags[at - 1].role == tags[at + 1].role == "name"
        ):
            tags[at] = NAME  # `Alpha & Beta`
