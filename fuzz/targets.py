"""What is fuzzed: one function a target, bytes in, nothing out, and no exception but those that are meant.

python -m fuzz text --seconds 600
python -m fuzz patterns --seconds 600
"""

import contextlib
import io
import json
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING
from zlib import crc32

from fuzz.seeds import KINDS
from newsfacts.component import NewsFacts
from newsfacts.documents.inputs import InputError, read_stdin
from newsfacts.explaining import explain
from newsfacts.factory import blank
from newsfacts.facts import AnyFact
from newsfacts.packs.check import check_files
from newsfacts.packs.find import PatternFile, read_packs
from newsfacts.packs.read import PatternError

if TYPE_CHECKING:
    from spacy.language import Language

Target = Callable[[bytes], None]
_FORGET = 20_000


class Texts:
    """Any text: facts whose offsets, order and JSON hold. The first bytes choose the reference date.

    One pipeline reads them all. One in sixteen is read as a Doc too, and one in
    a thousand explained, which must give the same.
    """

    def __init__(self) -> None:
        """Load the pipeline."""
        import newsfacts

        self._nlp: Language = newsfacts.load()
        self._zone = contextlib.ExitStack()
        self._count = 0

    def __call__(self, data: bytes) -> None:
        """Read one text."""
        import newsfacts

        if self._count % _FORGET == 0:  # spaCy keeps every word that it meets
            self._zone.close()
            self._zone.enter_context(self._nlp.memory_zone())
        self._count += 1
        days = int.from_bytes(data[:3], "big") % 3_652_059
        day = date.min + timedelta(days=days) if data[:1] > b"\x40" else None
        given = data[3:].decode("utf-8", "surrogateescape")
        facts = newsfacts.extract(given, reference_date=day, nlp=self._nlp)
        _check(given, facts)
        if crc32(data) % 16 == 0:
            self._check_other_ways(given, day, facts)

    def _check_other_ways(self, given: str, day: date | None, facts: list[AnyFact]) -> None:
        places = [(fact.kind, fact.start_char, fact.end_char) for fact in facts]
        doc = self._nlp.make_doc(given)
        doc._.reference_date = day
        rows = self._nlp(doc)._.newsfacts
        assert [(row["kind"], row["start_char"], row["end_char"]) for row in rows] == places, rows
        if crc32(given.encode("utf-8", "replace")) % 64:
            return  # an explanation looks up the words of all files anew: a quarter of a second
        explained = [one.fact for one in explain(given, reference_date=day, nlp=self._nlp) if one.fact]
        assert sorted((f.kind, f.start_char, f.end_char) for f in explained) == sorted(places), explained


def _check(given: str, facts: list[AnyFact]) -> None:
    ends: dict[str, int] = {}
    for fact in facts:
        assert given[fact.start_char : fact.end_char] == fact.text != "", fact
        assert fact.start_char >= ends.get(fact.kind, 0), fact
        ends[fact.kind] = fact.end_char
        json.loads(json.dumps(fact.to_dict(), allow_nan=False))
    assert all(a.start_char <= b.start_char for a, b in pairwise(facts)), facts


def document(data: bytes) -> None:
    """Any bytes on standard input: documents, or an InputError in one line."""
    try:
        list(read_stdin(io.BytesIO(data), on_error=_one_line))
    except InputError as error:
        _one_line(error)


def _one_line(error: InputError) -> None:
    assert len(str(error).splitlines()) == 1, error


class PatternFiles:
    """Any pattern file over the built-in ones: it is loaded, or a PatternError names it.

    Those in which nothing is wrong are rare, and compiling one takes a second, so one in fifty is.
    """

    def __init__(self) -> None:
        """Read the built-in files."""
        self._built_in = tuple(read_packs())
        self.compiled = 0

    def __call__(self, data: bytes) -> None:
        """Check one file."""
        name = KINDS[data[0] % len(KINDS)] if data else KINDS[0]
        file = PatternFile(name, f"my/{name}", data[1:].decode("utf-8", "replace"))
        try:
            check_files([file])
            if crc32(data) % 50 == 0:
                self.compiled += 1
                NewsFacts(blank().vocab, [*self._built_in, file])
        except PatternError as error:
            _named(error)


def _named(error: PatternError) -> None:
    assert str(error).startswith("my/"), error


TARGETS: dict[str, Callable[[], Target]] = {
    "text": lru_cache(Texts),
    "document": lambda: document,
    "patterns": lru_cache(PatternFiles),
}
"""What makes each target, at its first use."""
