"""What the quantities of a text are about, put on their facts."""

import difflib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from newsfacts.facts import AnyFact, QuantityFact, QuoteFact
from newsfacts.grammar import Source
from newsfacts.grammar.sources import RuleFile
from newsfacts.lazy import once
from newsfacts.lexicon.lexicon import Reading
from newsfacts.meaning.asked import Before, Said
from newsfacts.meaning.companies import Names
from newsfacts.meaning.mentions import Companies
from newsfacts.meaning.owners import Owned, owner
from newsfacts.meaning.people_behind import speakers
from newsfacts.meaning.phrases import Topic
from newsfacts.meaning.resolve import resolve
from newsfacts.meaning.row import Row
from newsfacts.meaning.rules import Rules, compiled
from newsfacts.meaning.sentence import Quantity, Sentence, plain_before, sentences
from newsfacts.meaning.words import Words
from newsfacts.packs.check import Checked, Patterns
from newsfacts.packs.measure_schema import MeasuresFile
from newsfacts.packs.quote_schema import QuotesFile
from newsfacts.packs.read import PatternError

_NAMED = 2
"""So many words has `του δήμου` before a name."""


class Why(NamedTuple):
    """Why a quantity that starts at `start_char` is about what it is.

    `source` is the rule that told, `words` the tokens of what it is about and of what says how, `owned` the
    company with how it was found.
    """

    start_char: int
    source: Source | None
    words: tuple[tuple[int, int], ...]
    owned: Owned


class Meaning:
    """Says of quantities what they are about. Pure: the same reading and facts give the same facts."""

    def __init__(self, words: Words, rules: Rules, names: Names) -> None:
        """From the words and rules of `measures.yaml`."""
        self.words, self.rules, self.names = words, rules, names

    def told(self, reading: Reading, facts: Sequence[AnyFact]) -> list[AnyFact]:
        """The facts in the same order, those of quantities with what they are about."""
        if not any(isinstance(fact, QuantityFact) for fact in facts):
            return list(facts)
        told: dict[int, AnyFact] = {
            id(quantity.fact): _with(quantity.fact, said, row.sentence, owned.name)
            for quantity, said, row, owned in self._read(reading, facts)
        }
        return [told.get(id(fact), fact) for fact in facts]

    def _read(
        self, reading: Reading, facts: Sequence[AnyFact]
    ) -> Iterator[tuple[Quantity, Said, Row, Owned]]:
        """Each quantity with what is said of it, and whose it is; names are read where there is one."""
        companies: Companies | None = None
        quotes = [fact for fact in facts if isinstance(fact, QuoteFact)]
        for at, quantity, said, row in self.said(reading, facts):
            companies = companies or self._companies(reading, facts)
            house = _house(quotes, quantity.fact.start_char)
            yield quantity, said, row, owner(row, at, said, companies, self.words, house)

    def _companies(self, reading: Reading, facts: Sequence[AnyFact]) -> Companies:
        start, end = min((fact.start_char, fact.end_char) for fact in facts if isinstance(fact, QuantityFact))
        start, end = start - reading.offset, end - reading.offset
        first = start, reading.sentences.bounds(start, end)[1]
        counted = {fact.start_char - reading.offset for fact in facts if fact.kind != "quote"}
        quotes = (fact for fact in facts if isinstance(fact, QuoteFact) and fact.speaker_type == "person")
        who = speakers([fact.speaker for fact in quotes if fact.speaker is not None])
        return self.names.companies(reading, counted, first, who)

    def why(self, reading: Reading, facts: Sequence[AnyFact]) -> Iterator[Why]:
        """What told each quantity what it is about, as `told` finds it."""
        for quantity, said, row, owned in self._read(reading, facts):
            verb = None if said.verb is None else row.items[said.verb]
            spans = [(said.topic.start, said.topic.end), (verb and verb.start, verb and verb.end)]
            first = row.sentence.first
            tokens = tuple((first + a, first + b) for a, b in spans if a is not None and b is not None)
            yield Why(quantity.fact.start_char, said.source, tokens, owned)

    def said(self, reading: Reading, facts: Sequence[AnyFact]) -> Iterator[tuple[int, Quantity, Said, Row]]:
        """Each quantity, as an item of its row, with what is said of it; a topic goes on in a paragraph."""
        paragraph, topic, unit, first, end = (-1, -1), Topic(), "", 0, 0
        for sentence in sentences(reading, facts, self.words):
            row = Row(sentence)
            here = reading.sentences.paragraph(reading.starts[sentence.first])
            if here != paragraph:
                paragraph, topic = here, Topic()
            moved = topic.moved(first - sentence.first)
            before = None if moved is None else Before(moved, unit)
            plain = partial(_row_before, sentence, self.words) if sentence.first != end else _no_row
            first, end = sentence.first, sentence.first + len(sentence.tags)
            for at, said in resolve(row, self.rules, self.words, before, once(plain)).items():
                quantity = row.items[at].quantity
                assert quantity is not None
                topic, unit = said.topic, quantity.fact.unit
                yield at, quantity, said, row


def _row_before(sentence: Sentence, words: Words) -> Row | None:
    before = plain_before(sentence, words)
    return None if before is None else Row(before)


def _no_row() -> None:
    """The sentence before holds quantities: what is told of goes on with them."""


def read_meaning(patterns: Patterns) -> Meaning:
    """The words and rules of all files in use. Raises PatternError for the first that can't be used."""
    checked = [c for c in patterns.checked if isinstance(c.content, MeasuresFile)]
    files = [RuleFile(c.content.rules, c.content.off, c.file.origin, c.parsed) for c in checked]  # type: ignore[attr-defined]
    for one in checked:
        _check_kinds(one, patterns)
    file = patterns.merged(MeasuresFile)
    words = Words(file)
    names = Names(file.owners, patterns.merged(QuotesFile), words.measured, words.is_verb)
    return Meaning(words, compiled(files), names)


def _check_kinds(checked: Checked, patterns: Patterns) -> None:
    content = checked.content
    assert isinstance(content, MeasuresFile)
    known = [quantity.kind for quantity in patterns.quantities()]
    for key in ("measures", "things"):
        for i, measure in enumerate(getattr(content, key)):
            for name in ("kinds", "only"):
                wrong = next((kind for kind in getattr(measure, name) if kind not in known), None)
                if wrong is not None:
                    close = difflib.get_close_matches(wrong, known, 1)
                    hint = f"did you mean `{close[0]}`?" if close else f"choose from {', '.join(known)}"
                    line = checked.parsed.lines.get((key, i, name))
                    what = f"unknown kind `{wrong}`, {hint}"
                    raise PatternError(checked.file.origin, line, f"{key}[{i}].{name}", what)


def _house(quotes: Sequence[QuoteFact], start: int) -> str | None:
    """The organization of who says what stands at an offset; quotes are in order, none in another."""
    at = bisect_right(quotes, start, key=lambda quote: quote.start_char) - 1
    if at < 0 or quotes[at].end_char <= start:
        return None
    quote = quotes[at]
    return quote.speaker if quote.speaker_type == "organization" else quote.organization


def _with(fact: QuantityFact, said: Said, s: Sentence, organization: str | None) -> QuantityFact:
    topic = said.topic
    values: dict[str, Any] = {
        "measure": topic.measure,
        "change": said.change,
        "organization": organization,
    }
    if topic.start is not None and topic.end is not None:
        reading = s.reading
        first, last = s.first + topic.start, s.first + topic.end
        if organization and last - first > _NAMED and reading.word(last - 1) == organization.split(" ")[0]:
            last -= _NAMED  # of `οι δαπάνες του δήμου Άρδας` the noun of the body too is its name
        values["about"] = reading.span(first, last)
        values["about_start"] = reading.starts[first] + reading.offset
        values["about_end"] = reading.ends[last - 1] + reading.offset
    return fact.model_copy(update=values)
