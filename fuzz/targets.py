"""What is fuzzed: one function a target, bytes in, nothing out, and no exception but those that are meant.

python -m fuzz text --seconds 600
python -m fuzz patterns --seconds 600
"""

import io
import json
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from newsfacts.component import NewsFacts
from newsfacts.documents.inputs import InputError, read_stdin
from newsfacts.factory import blank
from newsfacts.packs.check import check_files
from newsfacts.packs.find import PatternFile, read_packs
from newsfacts.packs.read import PatternError

if TYPE_CHECKING:
    from spacy.language import Language

Target = Callable[[bytes], None]
_KINDS = ("quantities/a.yaml", "dates/a.yaml", "quotes/a.yaml", "numbers.yaml")


@lru_cache(maxsize=1)
def _pipeline() -> "Language":
    import newsfacts

    return newsfacts.load()


def text(data: bytes) -> None:
    """Any text: facts whose offsets, order and JSON hold. The first bytes choose the reference date."""
    import newsfacts

    days = int.from_bytes(data[:3], "big") % 3_652_059
    day = date.min + timedelta(days=days) if data[:1] > b"\x40" else None
    given = data[3:].decode("utf-8", "surrogateescape")
    last = 0
    for fact in newsfacts.extract(given, reference_date=day, nlp=_pipeline()):
        assert given[fact.start_char : fact.end_char] == fact.text != ""
        assert fact.start_char >= last
        last = fact.start_char
        json.loads(json.dumps(fact.to_dict(), allow_nan=False))


def document(data: bytes) -> None:
    """Any bytes on standard input: documents, or an InputError in one line."""
    try:
        list(read_stdin(io.BytesIO(data), on_error=lambda error: None))
    except InputError:
        return


def patterns(data: bytes) -> None:
    """Any pattern file over the built-in ones: it is loaded, or a PatternError names it.

    Only every sixteenth is compiled to the end, which takes a hundred times as long as checking it.
    """
    name = _KINDS[data[0] % len(_KINDS)] if data else _KINDS[0]
    file = PatternFile(name, f"my/{name}", data[1:].decode("utf-8", "replace"))
    try:
        check_files([*_built_in(), file] if data[:1] >= b"\xf0" else [file])
        if data[:1] >= b"\xf0":
            NewsFacts(blank().vocab, [*_built_in(), file])
    except PatternError:
        return


@lru_cache(maxsize=1)
def _built_in() -> tuple[PatternFile, ...]:
    return tuple(read_packs())


TARGETS: dict[str, Target] = {"text": text, "document": document, "patterns": patterns}
