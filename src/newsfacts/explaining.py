"""Why a fact was found, and why another was not: rules and words with the lines where they are written."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, cast

from newsfacts.api import default_pipeline
from newsfacts.component import NewsFacts
from newsfacts.facts import AnyFact, QuantityFact, QuoteFact
from newsfacts.lexicon.lexicon import Reading
from newsfacts.packs.forms import folded
from newsfacts.packs.origins import Origin, word_origins
from newsfacts.plain_facts import placed
from newsfacts.text.plain import plain_text

if TYPE_CHECKING:
    from spacy.language import Language

_LONGEST = 6
Words = Mapping[str, Sequence[Origin]]


class Reason(NamedTuple):
    """One reason: a rule, or a word with what it stands for (`magnitudes[2].words[0]`), and FILE:LINE."""

    what: str
    origin: str


class Explained(NamedTuple):
    """A fact with what made it, or a candidate with what dropped it (then `fact` is None)."""

    kind: str
    text: str
    start_char: int
    end_char: int
    fact: AnyFact | None
    rules: tuple[Reason, ...]
    words: tuple[Reason, ...]


def explain(
    text: str, *, reference_date: date | None = None, nlp: "Language | None" = None
) -> list[Explained]:
    """Facts and dropped candidates of a text, in order of place; offsets are those of the text as given.

    >>> [(one.text, one.words[0].what) for one in explain("Πάρκο 500MW")]
    [('500MW', 'MW · units[0].symbols[0]')]
    """
    nlp = nlp or default_pipeline()
    component = cast("NewsFacts", nlp.get_pipe("newsfacts"))
    plain = plain_text(text)
    reading = component.lexicon.read(nlp.make_doc(plain.text), plain.text)
    reading.notes = []
    facts = component.find_in(reading, reference_date)
    words = word_origins(component.patterns.checked)
    found = [_of_fact(fact, placed(fact, plain), reading, words) for fact in facts]
    for note in reading.notes:
        if note.dropped:
            start, end = plain.span(reading.starts[note.start], reading.ends[note.end - 1])
            reason = Reason(note.what, note.origin)
            found.append(Explained(note.kind, text[start:end], start, end, None, (reason,), ()))
    return sorted(found, key=lambda e: (e.start_char, e.end_char, e.kind))


def _of_fact(fact: AnyFact, shown: AnyFact, reading: Reading, words: Words) -> Explained:
    first, last = _tokens(reading, fact.start_char, fact.end_char)
    rules = tuple(
        Reason(note.what, note.origin)
        for note in reading.notes or ()
        if not note.dropped and note.kind == fact.kind and first <= note.start and note.end <= last
    )
    made = (
        reason for start, end in _spans(fact, reading) for reason in _words(fact, reading, start, end, words)
    )
    return Explained(
        fact.kind, shown.text, shown.start_char, shown.end_char, shown, rules, tuple(dict.fromkeys(made))
    )


def _spans(fact: AnyFact, reading: Reading) -> Iterator[tuple[int, int]]:
    """The tokens whose words made a fact: its own, but of a quote the cue and the speaker."""
    if not isinstance(fact, QuoteFact):
        yield _tokens(reading, fact.start_char, fact.end_char)
        return
    if fact.mention_start is not None and fact.mention_end is not None:
        yield _tokens(reading, fact.mention_start, fact.mention_end)
    if fact.cue:
        at = reading.text.rfind(fact.cue, 0, fact.start_char)
        at = reading.text.find(fact.cue, fact.end_char) if at < 0 else at
        if at >= 0:
            yield _tokens(reading, at, at + len(fact.cue))


def _words(fact: AnyFact, reading: Reading, start: int, end: int, words: Words) -> Iterator[Reason]:
    """The words listed in pattern files that stand in these tokens, the longest first at each place."""
    token = start
    while token < end:
        for stop in range(min(end, token + _LONGEST), token, -1):
            reasons = _listed(fact, reading, token, stop, words)
            if reasons:
                yield from reasons
                token = stop
                break
        else:
            token += 1


def _listed(fact: AnyFact, reading: Reading, start: int, end: int, words: Words) -> list[Reason]:
    """Where these tokens are listed, one place a list; words that are put together have no place."""
    text, room = reading.span(start, end), _room(fact)
    known = [origin for origin in words.get(folded(text), ()) if origin.room in room]
    as_written = [origin for origin in known if origin.form == text]  # `mW` is not `MW`
    places = {origin.key.split("[")[0]: origin for origin in reversed(as_written or known)}
    if places:
        return [Reason(f"{text} · {o.key}", o.place) for o in reversed(places.values())]
    groups = next((g for first, last, g in reading.matches if (first, last) == (start, end)), {})
    ours = [name for name in groups if name.startswith(f"{room[0].removesuffix('s')}.")]
    return [Reason(f"{text} · {', '.join(ours)}", "")] if ours else []


def _room(fact: AnyFact) -> tuple[str, ...]:
    """Where the words of a kind are listed."""
    if isinstance(fact, QuantityFact):
        return (fact.kind, "numbers")
    return ("quotes",) if isinstance(fact, QuoteFact) else ("dates", "numbers")


def _tokens(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """The tokens between two offsets."""
    inside = [i for i, at in enumerate(reading.starts) if start <= at < end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
