"""Why a fact was found, and why another was not: rules and words with the lines where they are written."""

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, cast

from newsfacts.api import default_pipeline
from newsfacts.component import NewsFacts
from newsfacts.facts import AnyFact, QuantityFact, QuoteFact
from newsfacts.lexicon.lexicon import Reading
from newsfacts.meaning.meaning import Why
from newsfacts.packs.check import Checked
from newsfacts.packs.forms import folded
from newsfacts.packs.measure_schema import MeasuresFile
from newsfacts.packs.origins import Origin, word_origins
from newsfacts.plain_facts import placed, reading_of
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
    reading = reading_of(plain.text, nlp, component)
    reading.notes = []
    facts = component.find_in(reading, reference_date)
    words = word_origins(component.patterns.checked)
    telling = _measure_words(component.patterns.checked, words)
    told = {why.start_char: why for why in component.meaning.why(reading, facts)}
    found = []
    for fact in facts:
        one = _of_fact(fact, placed(fact, plain), reading, words)
        why = told.get(fact.start_char) if isinstance(fact, QuantityFact) else None
        found.append(one if why is None else _told(one, why, reading, telling))
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
    spans, room = list(_spans(fact, reading)), _room(fact)
    made = [reason for start, end in spans for reason in _words(reading, start, end, words, room)]
    made_by = tuple(dict.fromkeys(made))
    return Explained(fact.kind, shown.text, shown.start_char, shown.end_char, shown, rules, made_by)


def _told(one: Explained, why: Why, reading: Reading, telling: Mapping[str, Words]) -> Explained:
    """With the rule and words that told what a quantity is about, and how its organization was found."""
    assert isinstance(one.fact, QuantityFact)
    name = f"`{why.owned.name}`, " if why.owned.name else ""
    rules = [Reason(f"organization: {name}{why.owned.how}", "")]
    if why.source is not None:
        rules.insert(0, Reason(f"{why.source.rule}: {why.source.text.partition(' ~ ')[0]}", why.source.place))
    words = ChainMap(dict(telling.get(one.fact.measure or "", {})), dict(telling[""]))
    made = [r for start, end in why.words for r in _words(reading, start, end, words, ("measures",))]
    return one._replace(rules=(*one.rules, *rules), words=tuple(dict.fromkeys((*one.words, *made))))


def _measure_words(files: Iterable[Checked], words: Words) -> Mapping[str, Words]:
    """The words of each measure, by its name; those of none, as of rise and fall, by the empty name."""
    names = {
        (file.file.origin, f"measures[{i}]"): measure.measure
        for file in files
        if isinstance(file.content, MeasuresFile)
        for i, measure in enumerate(file.content.measures)
    }
    found: dict[str, dict[str, list[Origin]]] = {"": {}}
    for form, origins in words.items():
        for origin in origins:
            if origin.room != "measures" or origin.key.startswith("owners"):
                continue
            name = names.get((origin.place.rpartition(":")[0], origin.key.partition(".")[0]), "")
            found.setdefault(name, {}).setdefault(form, []).append(origin)
    return found


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


def _words(reading: Reading, start: int, end: int, words: Words, room: tuple[str, ...]) -> Iterator[Reason]:
    """The words listed in pattern files that stand in these tokens, the longest first at each place."""
    token = start
    while token < end:
        for stop in range(min(end, token + _LONGEST), token, -1):
            reasons = _listed(reading, token, stop, words, room)
            if reasons:
                yield from reasons
                token = stop
                break
        else:
            token += 1


def _listed(reading: Reading, start: int, end: int, words: Words, room: tuple[str, ...]) -> list[Reason]:
    """Where these tokens are listed, one place a list; words that are put together have no place."""
    text = reading.span(start, end)
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
