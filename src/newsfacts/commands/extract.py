"""`newsfacts extract`: files to facts to output."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newsfacts.api import load
from newsfacts.commands.errors import standard_input
from newsfacts.days import read_reference_date
from newsfacts.documents.inputs import read_documents, read_stdin
from newsfacts.documents.model import Document, InputError, ReadOptions
from newsfacts.facts import AnyFact, DateFact
from newsfacts.meaning.wanted import Wanted, unknown_measure
from newsfacts.outputs import open_facts, open_rows
from newsfacts.outputs.files import open_output
from newsfacts.packs.check import Patterns
from newsfacts.packs.find import packs_from_environment, read_pack
from newsfacts.packs.measure_schema import MeasuresFile
from newsfacts.packs.read import PatternError
from newsfacts.quotes.people import PEOPLE_COLUMNS, people
from newsfacts.reader import Reader

if TYPE_CHECKING:
    from spacy.language import Language

Say = Callable[[object], None]


class Run(NamedTuple):
    """What one call of `newsfacts extract` is to do."""

    names: Sequence[str]
    form: str
    output: Path | None
    reference_date: date | None
    people: bool
    options: ReadOptions
    wanted: Wanted = Wanted()
    bom: bool = False
    quiet: bool = False
    verbose: bool = False


class _Log:
    """Says what went wrong, and remembers whether anything did."""

    def __init__(self, say: Say, quiet: bool, verbose: bool) -> None:
        self._say, self._quiet, self._verbose = say, quiet, verbose
        self.failed, self._undated = False, quiet

    def read(self, document: Document) -> None:
        """Say how a document was read, where that may surprise."""
        if not document.text.strip() and not self._quiet:
            self._say(f"{_place(document)}: no text in it, so no facts")
        odd = document.known_by == "mended" or (self._verbose and document.known_by != "valid")
        if odd and not self._quiet:
            self._say(f"{_place(document)}: {document.encoding} ({document.known_by})")

    def error(self, error: InputError) -> None:
        self.failed = True
        self._say(error)

    def undated(self, document: Document, fact: DateFact) -> None:
        """Say once how to give a reference date."""
        if not self._undated:
            self._say(
                f"{_place(document)}: relative dates such as `{' '.join(fact.text.split())}` have no days: "
                "give the day of the text with --date YYYY-MM-DD"
            )
        self._undated = True


def read_date(typed: str | None) -> date | None:
    """The day that `--date` means; only `today` asks the clock. Raises ValueError.

    >>> read_date("2025-09-23"), read_date(None)
    (datetime.date(2025, 9, 23), None)
    """
    if typed is None:
        return None
    if typed.strip().lower() == "today":
        return date.today()
    day = read_reference_date(typed)
    if day is None:
        raise ValueError(f"{typed!r} is no day: write YYYY-MM-DD, or today")
    return day


def print_facts(run: Run, nlp: "Language", say: Say) -> bool:
    """Read, extract and write. True where an input failed.

    Raises OSError where output can't be written, PatternError for a measure that no pattern file knows.
    """
    log = _Log(say, run.quiet, run.verbose)
    patterns: Patterns = nlp.get_pipe("newsfacts").patterns  # type: ignore[attr-defined]
    if wrong := unknown_measure(run.wanted.measures, patterns.of(MeasuresFile)):
        raise PatternError("", None, "", wrong)
    found = _facts(run, nlp, log)
    with open_output(run.output) as stream:
        if run.bom:
            stream.write("\ufeff")
        if run.people:
            rows = open_rows(run.form, stream, PEOPLE_COLUMNS)
            for row in people(fact for _, facts in found for fact in facts):
                rows.row(row)
            rows.close()
        else:
            writer = open_facts(run.form, stream, patterns)
            for document, facts in found:
                writer.write(document, facts)
            writer.close()
    return log.failed


def load_pipeline(packs: Iterable[Path], kinds: Iterable[str] = ()) -> "Language":
    """The pipeline with the packs of NEWSFACTS_PATTERNS and these. Raises PatternError."""
    for folder in packs_from_environment():
        read_pack(folder)  # a pipeline with packs of its own would do without these
    return load(packs, kinds=kinds)


def _facts(run: Run, nlp: "Language", log: _Log) -> Iterator[tuple[Document, list[AnyFact]]]:
    """Each document with its facts, in the order of the names."""
    reader = Reader(nlp)
    for document in _documents(run, log):
        log.read(document)
        day = reader.day(document, run.reference_date)
        place = {"source": document.source, "id": document.id}
        kept = (fact for fact in reader.facts(document, day) if _kept(fact, run.wanted))
        facts = [fact.model_copy(update=place) for fact in kept]
        if day is None:
            for fact in facts:
                if isinstance(fact, DateFact) and fact.start_date is None and fact.end_date is None:
                    log.undated(document, fact)
                    break
        yield document, facts


def _kept(fact: AnyFact, wanted: Wanted) -> bool:
    return not wanted or wanted.keeps(getattr(fact, "measure", None), getattr(fact, "organization", None))


def _documents(run: Run, log: _Log) -> Iterator[Document]:
    for name in run.names:
        try:
            if name == "-":
                yield from read_stdin(standard_input(), run.options, log.error)
            else:
                yield from read_documents(name, run.options, log.error)
        except InputError as error:
            log.error(error)


def _place(document: Document) -> str:
    return f"{document.source}:{document.line}" if document.line else document.source
