"""Noun phrases of a sentence: a noun with its adjectives, and what says which (a genitive, a prepositional phrase)."""

from collections.abc import Iterator
from typing import NamedTuple

from newsfacts.meaning.sentence import Sentence
from newsfacts.meaning.words import Noun

NOMINAL = frozenset(
    {"word", "name", "risen", "more", "rise", "rate", "company", "dimension", "mark", "time", "size", "glue"}
)
ARTICLES = frozenset({"subject", "neuter", "object", "genitive"})
PREPOSITIONS = frozenset({"in", "from", "with", "by", "for", "versus", "prep"})
_MOST_CHUNKS = 5


class Chunk(NamedTuple):
    """Words in a row, `start` to `end`, with the article and preposition before them; `first` is where those begin."""

    first: int
    start: int
    end: int
    article: str | None
    prep: str | None

    @property
    def dependent(self) -> bool:
        """Whether it says which of what stands before it."""
        return self.article == "genitive" or self.prep is not None


class Phrase(NamedTuple):
    """A noun phrase: its chunks from the head on."""

    chunks: tuple[Chunk, ...]

    @property
    def head(self) -> Chunk:
        """The chunk that holds the noun."""
        return self.chunks[0]

    @property
    def start(self) -> int:
        """Its first word, after the article."""
        return self.chunks[0].start

    @property
    def end(self) -> int:
        """The place after its last word."""
        return self.chunks[-1].end


def chunk_before(s: Sentence, end: int) -> Chunk | None:
    """The chunk that ends right before a place; a possessive pronoun after it is left out."""
    while end > 1 and s.role(end - 1) in ("genitive", "quote") and s.role(end - 2) in NOMINAL:
        end -= 1
    start = end
    while start > 0 and (s.role(start - 1) in NOMINAL or _joins(s, start - 1, end)):
        start -= 1
    return None if start == end else _led(s, start, end)


def chunk_after(s: Sentence, at: int) -> Chunk | None:
    """The chunk that begins at a place, with its preposition and article."""
    first, prep, article = at, None, None
    if s.role(at) in PREPOSITIONS:
        prep, at = s.role(at), at + 1
    if s.role(at) in ARTICLES:
        article, at = s.role(at), at + 1
    if s.role(at) == "quote":
        at += 1
    end = at
    while s.role(end) in NOMINAL or (end > at and _joins(s, end, end + 2)):
        end += 1
    return Chunk(first, at, end, article, prep) if end > at else None


def _joins(s: Sentence, at: int, end: int) -> bool:
    """A slash or a dash with no blank around it: `Δανεισμός/EBITDA`, `τιμή-στόχος`."""
    if s.role(at) not in ("joint", "dash") or at + 1 >= end:
        return False
    here = s.first + at
    return s.reading.glued(here) and s.reading.glued(here + 1) and s.role(at + 1) in NOMINAL


def _led(s: Sentence, start: int, end: int) -> Chunk:
    first, article, prep = start, None, None
    if s.role(first - 1) == "quote":
        first -= 1
    if s.role(first - 1) in ARTICLES:
        article, first = s.role(first - 1), first - 1
    if first and s.role(first - 1) in PREPOSITIONS:
        prep, first = s.role(first - 1), first - 1
    return Chunk(first, start, end, article, prep)


def phrase_before(s: Sentence, end: int, kind: str, *, relative: bool) -> Phrase | None:
    """The noun phrase that ends right before a place.

    A genitive leads on to its noun; a prepositional phrase only where what stands before it is a measure told in
    this kind and it is none itself (`έσοδα από υπηρεσίες`, but not `συμφωνία για πάρκο 30 MW`).
    """
    chunk = chunk_before(s, end)
    chunks: list[Chunk] = []
    while chunk is not None and len(chunks) < _MOST_CHUNKS:
        chunks.insert(0, chunk)
        if not chunk.dependent:
            break
        before = chunk_before(s, chunk.first)
        if before is None:
            break
        if chunk.prep is not None and not _attaches(s, before, chunk, kind, relative=relative):
            break
        chunk = before
    return Phrase(tuple(chunks)) if chunks else None


def _attaches(s: Sentence, before: Chunk, chunk: Chunk, kind: str, *, relative: bool) -> bool:
    if noun_in(s, chunk.start, chunk.end, kind, relative=relative) is not None:
        return False
    grown = any(s.role(at) in ("rise", "rate") for at in range(before.start, before.end))
    return grown or noun_in(s, before.start, before.end, kind, relative=relative) is not None


def noun_in(s: Sentence, start: int, end: int, kind: str, *, relative: bool) -> Noun | None:
    """The first measure, told in this kind, that a noun from one place to another says."""
    at = start
    while at < end:
        hit = s.nouns.get(at)
        if hit is not None:
            stop, noun = hit
            if stop <= end + 1 and (noun.measure is None or relative or kind in noun.kinds):
                return noun
            at = max(stop, at + 1)
        else:
            at += 1
    return None


def complements(s: Sentence, at: int, *, most: int = 2) -> Iterator[Chunk]:
    """Genitives and prepositional phrases that follow a noun."""
    for _ in range(most):
        chunk = chunk_after(s, at)
        if chunk is None or not chunk.dependent or chunk.prep in ("versus", "by", "with"):
            return
        yield chunk
        at = chunk.end


def with_complements(s: Sentence, chunk: Chunk) -> Phrase:
    """The phrase that a chunk heads: what follows it belongs to it."""
    return Phrase((chunk, *complements(s, chunk.end)))


def about_span(s: Sentence, phrase: Phrase) -> tuple[int, int] | None:
    """The words of a phrase that say what is measured: without names, companies, dates and what comes after them."""
    start, end = phrase.start, phrase.start
    for chunk in phrase.chunks:
        stop = chunk.start
        while stop < chunk.end and not _outside(s, stop, chunk):
            stop += 1
        if stop > chunk.start:
            end = stop
        if stop < chunk.end:
            break
    while end > start and s.role(end - 1) in ("joint", "dash", "quote"):
        end -= 1
    return (start, end) if end > start else None


def _outside(s: Sentence, at: int, chunk: Chunk) -> bool:
    role = s.role(at)
    if role == "name":
        return at == chunk.start or not s.word(at).isupper()
    return role == "company" and chunk.article == "genitive"
