"""One part from input to part file: what a worker process does, here or on another machine."""

import datetime
import io
import json
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TypedDict, cast

import newsfacts
from newsfacts.batch.find import META_FOLDER
from newsfacts.batch.parts import Part
from newsfacts.batch.rows import Writer, open_writer
from newsfacts.batch.stretches import Stretch
from newsfacts.documents.inputs import read_documents
from newsfacts.documents.model import Document, InputError, ReadOptions
from newsfacts.documents.names import shown_name
from newsfacts.documents.records import read_records
from newsfacts.documents.storage import join, open_read, write_whole
from newsfacts.meaning.wanted import Wanted, unknown_measure
from newsfacts.packs.find import PatternFile
from newsfacts.packs.measure_schema import MeasuresFile
from newsfacts.packs.read import PatternError
from newsfacts.reader import Reader
from newsfacts.text.windows import WINDOW

if TYPE_CHECKING:
    from spacy.language import Language

    from newsfacts.component import NewsFacts

_FORGET_EVERY = 500


class WriteError(Exception):
    """Rows can't be written; going on would only repeat it."""


def write_reason(error: OSError) -> str:
    """Which file can't be written, and why."""
    return f"{error.filename}: {error.strerror}" if error.filename else str(error)


class Settings(NamedTuple):
    """What rows depend on, and where they go. Travels to workers; pattern files travel as text."""

    output: str
    format: str
    files: tuple[PatternFile, ...]
    kinds: tuple[str, ...] = ()
    reference_date: datetime.date | None = None
    options: ReadOptions = ReadOptions()
    verbose: bool = False
    bom: bool = False
    version: str = newsfacts.__version__
    wanted: Wanted = Wanted()


class Failure(TypedDict):
    """A document that could not be done."""

    source: str
    line: int | None
    id: str | None
    reason: str


class Meta(TypedDict):
    """What a part came to; kept beside its rows."""

    documents: int
    facts: dict[str, int]
    failures: list[Failure]
    notes: list[str]
    lines: int
    bytes: int
    seconds: float


def part_location(settings: Settings, name: str) -> str:
    """Where the rows of a part go."""
    return join(settings.output, f"part-{name}.{settings.format}")


def meta_location(settings: Settings, name: str) -> str:
    """Where the counts of a part go."""
    return join(join(settings.output, META_FOLDER), f"part-{name}.json")


def make_pipeline(files: tuple[PatternFile, ...], kinds: tuple[str, ...]) -> tuple["Language", "NewsFacts"]:
    """A pipeline from the text of pattern files, which need not be on this machine. Raises PatternError."""
    from newsfacts.component import NewsFacts
    from newsfacts.factory import blank

    nlp = blank()
    component = NewsFacts(nlp.vocab, files, kinds)
    nlp.tokenizer = component.tokenizer
    return nlp, component


class Worker:
    """Holds a pipeline and turns parts into part files."""

    def __init__(self, settings: Settings) -> None:
        """Build the pipeline. Raises PatternError."""
        self.settings = settings
        nlp, component = make_pipeline(settings.files, settings.kinds)
        if wrong := unknown_measure(settings.wanted.measures, component.patterns.of(MeasuresFile)):
            raise PatternError("", None, "", wrong)
        self.reader = Reader(nlp, component)
        self._pages = 0

    def process(self, part: Part) -> Meta:
        """Write the rows of a part, or nothing. Raises OSError where they can't be written."""
        began = time.monotonic()
        tally = _Tally(self.settings.verbose)
        with write_whole(part_location(self.settings, part.name)) as stream:
            writer = open_writer(self.settings.format, stream, bom=self.settings.bom)
            for document in self._documents(part, tally):
                self._document(document, writer, tally)
            writer.close()
            meta = tally.meta(part, time.monotonic() - began)
            # the rows take their name last: where they stand, their counts stand too
            with write_whole(meta_location(self.settings, part.name)) as beside:
                beside.write(json.dumps(meta, ensure_ascii=False).encode())
        return meta

    def _documents(self, part: Part, tally: "_Tally") -> Iterator[Document]:
        for source in part.files:
            shown = part.shown or shown_name(source)
            try:
                for document in self._read(part, source, tally):
                    yield document._replace(source=shown)
            except InputError as error:
                tally.fail(error.source and shown, error.line, None, error.message)
            except Exception as error:  # a fault in one file costs that file
                tally.fail(shown, None, None, f"can't be read: {type(error).__name__}: {error}")
            self._forget()

    def _read(self, part: Part, source: str, tally: "_Tally") -> Iterator[Document]:
        def on_error(error: InputError) -> None:
            tally.fail(part.shown or shown_name(source), error.line, None, error.message)

        options = self.settings.options
        if part.end is None:
            yield from read_documents(source, options, on_error)
            return
        try:
            with open_read(source) as stream:
                lines = Stretch(stream, part.start, part.end)
                stretch = cast(BinaryIO, io.BufferedReader(lines))
                yield from read_records(stretch, source, options, on_error, whole=False)
                tally.lines = lines.lines
        except OSError as error:
            raise InputError(f"can't be read: {error.strerror or error}", source) from None

    def _forget(self) -> None:
        if "trafilatura" in sys.modules:
            self._pages += 1
            if self._pages % _FORGET_EVERY == 0:
                from newsfacts.documents.html import forget

                forget()

    def _document(self, document: Document, writer: Writer, tally: "_Tally") -> None:
        if not document.text.strip():
            tally.fail(document.source, document.line, document.id, "is empty: no text to read")
            return
        tally.note(document)
        wanted = self.settings.wanted
        rows = self.reader.rows(document, self.settings.reference_date)
        if wanted:
            rows = (row for row in rows if wanted.keeps(row["measure"], row["organization"]))
        try:
            # a text of one piece gives all its rows or none; a huge one is not held in memory
            for row in list(rows) if len(document.text) <= WINDOW else rows:
                writer.write(row)
                tally.facts[row["kind"]] += 1
        except OSError:
            raise
        except Exception as error:
            tally.fail(document.source, document.line, document.id, f"{type(error).__name__}: {error}")
        else:
            tally.documents += 1


class _Tally:
    """The counts of a part while it is read."""

    def __init__(self, verbose: bool) -> None:
        self.documents, self.lines, self.verbose = 0, 0, verbose
        self.facts: Counter[str] = Counter()
        self.failures: list[Failure] = []
        self.notes: list[str] = []

    def fail(self, source: str | None, line: int | None, name: str | None, reason: str) -> None:
        self.failures.append({"source": source or "", "line": line, "id": name, "reason": reason})

    def note(self, document: Document) -> None:
        loud = self.verbose and (document.known_by != "valid" or document.encoding != "UTF-8")
        if loud or document.known_by == "mended":
            self.notes.append(f"{document.source}: {document.encoding} ({document.known_by})")

    def meta(self, part: Part, seconds: float) -> Meta:
        return {
            "documents": self.documents,
            "facts": dict(sorted(self.facts.items())),
            "failures": self.failures,
            "notes": self.notes,
            "lines": self.lines,
            "bytes": part.size,
            "seconds": round(seconds, 3),
        }


# -- on a cluster -----------------------------------------------------------------------------------

_lock = threading.Lock()


@lru_cache(maxsize=1)
def _worker(settings: Settings) -> Worker:
    return Worker(settings)


def process_part(settings: Settings, part: Part) -> Meta:
    """A part by the worker of this process, made at the first call; one part at a time."""
    if settings.version != newsfacts.__version__:
        ours, theirs = newsfacts.__version__, settings.version
        raise RuntimeError(
            f"the worker has newsfacts {ours}, the run {theirs}: install the same on all machines"
        )
    with _lock:
        worker = _worker(settings)
        try:
            return worker.process(part)
        except OSError as error:
            raise WriteError(write_reason(error)) from None
