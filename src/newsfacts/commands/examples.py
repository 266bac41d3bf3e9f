"""Runs the examples of pattern files: [brackets] mark the facts, and the values named must be those found."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from newsfacts.api import extract, load
from newsfacts.dates.files import date_grammar
from newsfacts.facts import AnyFact
from newsfacts.grammar.examples import example_faults
from newsfacts.lexicon.lexicon import Reading
from newsfacts.packs.check import Checked
from newsfacts.packs.date_schema import DatesFile
from newsfacts.packs.find import built_in_folder, read_pack
from newsfacts.packs.measure_schema import MeasuresFile
from newsfacts.packs.quote_schema import QuotesFile
from newsfacts.packs.read import PatternError
from newsfacts.packs.schema import Example, NumbersFile, QuantityFile
from newsfacts.quotes.files import quote_extractor
from newsfacts.quotes.rule_examples import quote_faults

if TYPE_CHECKING:
    from spacy.language import Language

_DATE_KINDS = ("date", "duration")
_QUOTE_KINDS = ("quote",)

Span = tuple[int, int]


class Marked(NamedTuple):
    """The text of an example without its brackets, and the spans that they marked."""

    text: str
    spans: list[Span]


class ExampleError(Exception):
    """What is wrong with one example; `key` is the part of it, empty for the whole."""

    def __init__(self, message: str, key: str = "") -> None:
        """`message` ends a line that begins with file, line and key."""
        self.key = key
        super().__init__(message)


def load_for_test(folder: Path | None) -> "tuple[Language, list[Checked]]":
    """The pipeline to test in, and the files to test: those in `folder`, or all in use where it is None.

    Raises PatternError for the first file that is wrong.
    """
    packs: list[Path] = []
    own = None
    if folder is not None and folder.resolve() != built_in_folder().resolve():
        own = read_pack(folder)
        packs.append(folder)
    nlp = load(packs)  # and those of NEWSFACTS_PATTERNS
    checked: tuple[Checked, ...] = nlp.get_pipe("newsfacts").patterns.checked  # type: ignore[attr-defined]
    return nlp, list(checked if own is None else checked[-len(own) :])


def failures(files: Iterable[Checked], nlp: "Language") -> Iterator[PatternError]:
    """The examples of these files that fail in this pipeline, each with file and line."""
    files = list(files)
    yield from _rule_failures({file.file.origin for file in files}, nlp)
    for file in files:
        kinds = kinds_of(file, nlp)
        for i, example in enumerate(file.examples):
            try:
                if kinds:
                    run(example, kinds, nlp)
            except ExampleError as wrong:
                path: tuple[str | int, ...] = ("examples", i, *([wrong.key] if wrong.key else []))
                line = file.parsed.lines.get(path) or file.parsed.lines.get(("examples", i))
                key = f"examples[{i}]" + (f".{wrong.key}" if wrong.key else "")
                yield PatternError(file.file.origin, line, key, str(wrong))


def count_in(file: Checked) -> int:
    """How many examples a file has, those beside its rules and contexts too."""
    content = file.content
    if isinstance(content, QuotesFile):
        rules = (*content.rules.values(), *content.mentions.values())
        return len(file.examples) + sum(map(len, rules))
    if not isinstance(content, DatesFile):
        return len(file.examples)
    contexts = (side for sides in content.never.values() for side in (sides.before, sides.after))
    return len(file.examples) + sum(map(len, (*content.rules.values(), *contexts)))


def _rule_failures(origins: set[str], nlp: "Language") -> Iterator[PatternError]:
    """The examples beside rules of these files that are read by no rule or another one."""
    component: Any = nlp.get_pipe("newsfacts")

    def read(text: str) -> Reading:
        reading: Reading = component.lexicon.read(nlp.make_doc(text), text)
        return reading

    patterns = component.patterns
    faults = chain(
        example_faults(date_grammar(patterns), read), quote_faults(quote_extractor(patterns), read)
    )
    return (fault for fault in faults if fault.origin in origins)


def kinds_of(file: Checked, nlp: "Language") -> tuple[str, ...]:
    """The kinds of fact that the examples of a file are about; none where its kind is switched off."""
    known: tuple[str, ...] = nlp.get_pipe("newsfacts").known_kinds  # type: ignore[attr-defined]
    content = file.content
    if isinstance(content, QuantityFile):
        return tuple(kind for kind in known if kind == content.kind)
    if isinstance(content, NumbersFile | MeasuresFile):
        return tuple(kind for kind in known if kind not in _DATE_KINDS + _QUOTE_KINDS)
    if isinstance(content, DatesFile):
        return _DATE_KINDS
    return _QUOTE_KINDS if isinstance(content, QuotesFile) else ()


def run(example: Example, kinds: tuple[str, ...], nlp: "Language") -> None:
    """Run one example. Raises ExampleError where other facts or values are found than it names."""
    marked = unmark(example.text)
    expected = _expected(example, len(marked.spans))
    found = [f for f in extract(marked.text, reference_date=_day(example), nlp=nlp) if f.kind in kinds]
    by_span = {(fact.start_char, fact.end_char): fact for fact in found}
    for start, end in marked.spans:
        if (start, end) not in by_span:
            raise ExampleError(f"`{marked.text[start:end]}` is not found; found: {_shown(found)}")
    for span, fact in by_span.items():
        if span not in marked.spans:
            raise ExampleError(f"{_shown([fact])} is found: put it in [brackets] if that is right")
    for span, values in zip(marked.spans, expected, strict=True):
        for name, value in values.items():
            _compare(by_span[span], name, value)


def unmark(text: str) -> Marked:
    """Take the brackets out of a text. Raises ExampleError where they do not pair.

    >>> unmark("from [2 GW] to [3 GW]")
    Marked(text='from 2 GW to 3 GW', spans=[(5, 9), (13, 17)])
    """
    plain: list[str] = []
    opened: list[int] = []
    spans: list[Span] = []
    for char in text:
        if char == "[":
            opened.append(len(plain))
        elif char == "]":
            if not opened:
                raise ExampleError("`]` without `[`: mark a fact as [fact]", "text")
            spans.append((opened.pop(), len(plain)))
        else:
            plain.append(char)
    if opened:
        raise ExampleError("`[` without `]`: mark a fact as [fact]", "text")
    return Marked("".join(plain), sorted(spans))


def _expected(example: Example, count: int) -> list[Mapping[str, Any]]:
    """For each bracket the values named for it."""
    if example.facts is None:
        if example.values and not count:
            name = next(iter(example.values))
            raise ExampleError("names a value, but its text marks no fact: put the fact in [brackets]", name)
        return [example.values] * count
    if example.values:
        raise ExampleError("stands beside `facts`: move it into one of them", next(iter(example.values)))
    if len(example.facts) != count:
        raise ExampleError(f"{len(example.facts)} listed, {count} in [brackets]: list one for each", "facts")
    return list(example.facts)


def _day(example: Example) -> date | None:
    try:
        return date.fromisoformat(example.date) if example.date else None
    except ValueError:
        raise ExampleError(f"{example.date!r} is no day: write YYYY-MM-DD", "date") from None


def _compare(fact: AnyFact, name: str, expected: Any) -> None:
    if name not in type(fact).model_fields:
        known = ", ".join(n for n in type(fact).model_fields if n not in ("source", "id"))
        raise ExampleError(f"a {fact.kind} has no such value; it has {known}", name)
    found = getattr(fact, name)
    found = found.isoformat() if isinstance(found, date) else found
    if found != expected:
        raise ExampleError(f"{name} of `{fact.text}` is {_plain(found)}, not {_plain(expected)}", name)


def _shown(facts: Iterable[AnyFact]) -> str:
    return ", ".join(f"`{fact.text}` ({fact.kind})" for fact in facts) or "nothing"


def _plain(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, Decimal):
        return f"{value:f}".removesuffix(".0")
    return str(value)
