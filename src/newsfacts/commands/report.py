"""The command `newsfacts report`: arguments and exit codes."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsfacts.commands.errors import INPUT_FAILED, WRONG_USAGE, say, stop
from newsfacts.commands.options import DateOption, PatternsOption, reference_day

if TYPE_CHECKING:
    from newsfacts.documents.inputs import Document
    from newsfacts.facts import AnyFact

Found = list[tuple["Document", Sequence["AnyFact"]]]


def report(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT…", help="Texts, web pages, JSON Lines; rows of facts beside them."),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE.html", help="The page to write.")],
    day: DateOption = None,
    title: Annotated[str, typer.Option(help="The heading of the page.")] = "Facts in the news",
    patterns: PatternsOption = None,
) -> None:
    """Write one page to look at: texts with their facts marked, a table, amounts, dates, quotes.

    Where an input holds rows of facts (.jsonl, .csv, .parquet), those are shown in the other inputs' texts.

    \b
    Example:
      newsfacts report samples/chips.txt samples/results.txt --output report.html
    """
    from newsfacts.packs.read import PatternError

    reference_date = reference_day(day)
    try:
        failed = _write(inputs, output, title, reference_date, patterns or [])
    except (PatternError, ValueError) as error:
        stop(str(error), WRONG_USAGE)
    except OSError as error:
        named = f"{error.filename}: " if error.filename else ""
        stop(f"can't write {named}{error.strerror or error}", WRONG_USAGE)
    if failed:
        raise typer.Exit(INPUT_FAILED)


def _write(inputs: Sequence[str], output: Path, title: str, day: Any, packs: Sequence[Path]) -> bool:
    """Write the page; whether an input failed."""
    from newsfacts.commands.extract import load_pipeline
    from newsfacts.outputs.files import open_output
    from newsfacts.outputs.values import Values
    from newsfacts.report.data import page_data
    from newsfacts.report.page import page

    nlp = load_pipeline(packs)
    found, failed = _found(inputs, nlp, day)
    values = Values(nlp.get_pipe("newsfacts").patterns)  # type: ignore[attr-defined]
    with open_output(output) as stream:
        stream.write(page(page_data(found, values), title))
    return failed


def _found(inputs: Sequence[str], nlp: Any, day: Any) -> tuple[Found, bool]:
    """The documents with their facts, and whether an input failed."""
    from newsfacts.documents.inputs import InputError, read_documents
    from newsfacts.reader import Reader
    from newsfacts.report.rows import beside_texts, holds_rows, read_rows

    failures: list[InputError] = []
    rows = [name for name in inputs if holds_rows(name)]
    documents: list[Document] = []
    for name in inputs:
        if name not in rows:
            try:
                documents.extend(read_documents(name, on_error=failures.append))
            except InputError as error:
                failures.append(error)
    reader = Reader(nlp)
    if rows:
        facts = (fact for name in rows for fact in read_rows(name, failures.append))
        found, lost = beside_texts(facts, documents)
    else:
        found, lost = [(d, list(reader.facts(d, reader.day(d, day)))) for d in documents], 0
    for failure in failures:
        say(failure)
    if lost:
        typer.echo(
            f"{lost} facts have no text among the inputs: name the files that they came from", err=True
        )
    return [(document, facts) for document, facts in found], bool(failures or lost)
