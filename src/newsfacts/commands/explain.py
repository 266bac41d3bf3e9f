"""The command `newsfacts explain`: arguments and exit codes."""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsfacts.commands.errors import INPUT_FAILED, WRONG_USAGE, standard_input, stop
from newsfacts.commands.options import DateOption, KindOption, PatternsOption

if TYPE_CHECKING:
    from datetime import date

    from spacy.language import Language

    from newsfacts.documents.inputs import Document


def explain(
    text: Annotated[
        str, typer.Argument(metavar="TEXT|FILE", help="A sentence in quotation marks, or a file.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON array.")] = False,
    day: DateOption = None,
    kind: KindOption = None,
    patterns: PatternsOption = None,
) -> None:
    """Say why each fact was found: the rules and words that made it, and what dropped the others.

    \b
    Examples:
      newsfacts explain "έως και 100 δισ. δολάρια ως το δεύτερο εξάμηνο του 2026"
      newsfacts explain samples/chips.txt --kind quote
    """
    from newsfacts.commands.extract import load_pipeline, read_date
    from newsfacts.documents.inputs import InputError
    from newsfacts.packs.read import PatternError

    try:
        nlp = load_pipeline(patterns or [], kind or [])
        reference_date = read_date(day)
        documents = list(_documents(text))
    except InputError as error:
        stop(error, INPUT_FAILED)
    except (PatternError, ValueError) as error:
        stop(error, WRONG_USAGE)
    _print(documents, nlp, reference_date, as_json)


def _print(documents: "list[Document]", nlp: "Language", day: "date | None", as_json: bool) -> None:
    from newsfacts.explaining import explain as explain_text
    from newsfacts.outputs.explained import explained_rows, print_explained
    from newsfacts.outputs.files import open_output
    from newsfacts.outputs.json import JsonRows
    from newsfacts.outputs.values import Values
    from newsfacts.reader import Reader

    values = Values(nlp.get_pipe("newsfacts").patterns)  # type: ignore[attr-defined]
    reader = Reader(nlp)
    explained = (
        explain_text(document.text, reference_date=reader.day(document, day), nlp=nlp)
        for document in documents
    )
    with open_output(None) as stream:
        if as_json:
            rows = JsonRows(stream)
            for row in explained_rows(itertools.chain.from_iterable(explained)):
                rows.row(row)
            rows.close()
            return
        for one in explained:
            print_explained(stream, one, values)


def _documents(text: str) -> "Iterator[Document]":
    """The documents of a file or of standard input, else the text itself as one."""
    from newsfacts.documents.inputs import Document, read_documents, read_stdin

    if text == "-":
        yield from read_stdin(standard_input())
    elif _names_a_file(text):
        yield from read_documents(text)
    else:
        yield Document("", text)


def _names_a_file(text: str) -> bool:
    """Whether a file is meant: one is there, or it is a word with a suffix and without digits."""
    try:
        if Path(text).is_file():
            return True
    except (OSError, ValueError):
        return False
    return re.fullmatch(r"[^\s\d]+\.[a-z]{2,5}(\.gz|\.zst)?", text) is not None
