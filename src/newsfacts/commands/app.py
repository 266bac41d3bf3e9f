"""The command line: arguments in, exit codes out. Heavy modules are imported where they are needed."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsfacts import __version__
from newsfacts.commands.batch import batch
from newsfacts.commands.errors import INPUT_FAILED, WRONG_USAGE, Group, plain_errors, say, stop
from newsfacts.commands.evaluate import evaluate
from newsfacts.commands.explain import explain
from newsfacts.commands.options import (
    BomOption,
    DateField,
    DateOption,
    Format,
    FormatOption,
    IdField,
    JsonOption,
    KindOption,
    MeasureOption,
    OrganizationOption,
    PatternsOption,
    QuietOption,
    TextField,
    TitleField,
    VerboseOption,
    check_bom,
    format_of,
    read_options,
    reference_day,
    wanted_of,
)
from newsfacts.commands.pattern_schema import patterns_schema
from newsfacts.commands.patterns import patterns_app
from newsfacts.commands.report import report

if TYPE_CHECKING:
    from datetime import date

    from spacy.language import Language

app = typer.Typer(
    name="newsfacts",
    cls=Group,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(patterns_app, name="patterns")
app.command("batch")(batch)
app.command("evaluate")(evaluate)
app.command("explain")(explain)
app.command("report")(report)
patterns_app.command("schema")(patterns_schema)


def main() -> None:
    """The command `newsfacts`."""
    app(prog_name="newsfacts")


@contextmanager
def _no_collector() -> Iterator[None]:
    """Import and load without Python's garbage collector, which finds nothing there to collect.

    It would walk the half million objects of spaCy and the patterns again and again: a fifth of the start.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if enabled:
            gc.enable()


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"newsfacts {__version__}")
        raise typer.Exit


@app.callback(no_args_is_help=True, invoke_without_command=False)
def _newsfacts(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Facts from Greek technology news as data: money, power, dates, executive quotes.

    \b
    Example:
      newsfacts extract article.txt
      newsfacts extract article.txt --json | jq '.[] | select(.kind=="money") | .high'
    """


Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE|-", help="Texts, web pages or JSON Lines; - is standard input.", show_default=False
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all."),
]
PeopleOption = Annotated[bool, typer.Option("--people", help="Print who is quoted instead, a row a person.")]


@app.command()
def extract(
    files: Files = None,
    form: FormatOption = None,
    as_json: JsonOption = False,
    output: OutputOption = None,
    day: DateOption = None,
    kind: KindOption = None,
    measure: MeasureOption = None,
    organization: OrganizationOption = None,
    patterns: PatternsOption = None,
    people: PeopleOption = False,
    text_field: TextField = "text",
    id_field: IdField = "id",
    date_field: DateField = "date",
    title_field: TitleField = "title",
    bom: BomOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Print the facts of texts.

    \b
    Examples:
      newsfacts extract article.txt
      newsfacts extract results.txt --measure revenue --organization OTE
      newsfacts extract *.txt --output facts.csv
      curl -s https://example.org/news.html | newsfacts extract - --json --date today
      newsfacts extract fibre.txt --patterns samples/bandwidth --kind bandwidth
    """
    names, written = _asked(files, output, form, as_json, bom)
    with plain_errors():
        asked_day, nlp = _loaded(day, patterns, kind)
        from newsfacts.commands.extract import Run, print_facts

        options = read_options(text_field, id_field, date_field, title_field)
        run = Run(names, written, output, asked_day, people, options)
        wanted = wanted_of(measure, organization)
        if print_facts(run._replace(wanted=wanted, bom=bom, quiet=quiet, verbose=verbose), nlp, say):
            raise typer.Exit(INPUT_FAILED)


def _asked(
    files: list[str] | None, output: Path | None, form: Format | None, as_json: bool, bom: bool
) -> tuple[list[str], str]:
    """What to read, and in which form to write. Ends the command where that can't be."""
    if as_json and form not in (None, Format.json):
        raise typer.BadParameter(f"--json and --format {form.value} exclude each other", param_hint="--json")
    written = format_of(Format.json if as_json else form, str(output) if output else None, "table")
    check_bom(bom, written)
    names = files or _standard_input()
    _check_names(names, output, written)
    return names, written


def _loaded(
    day: str | None, patterns: list[Path] | None, kinds: list[str] | None
) -> "tuple[date | None, Language]":
    """The day that `--date` says, and the pipeline."""
    with _no_collector():
        from newsfacts.commands.extract import load_pipeline

        return reference_day(day), load_pipeline(patterns or [], kinds or [])


def _standard_input() -> list[str]:
    if sys.stdin is None or sys.stdin.isatty():
        raise typer.BadParameter("name a file to read, or - for standard input", param_hint="FILE")
    return ["-"]


def _check_names(names: list[str], output: Path | None, form: str) -> None:
    """Refuse names that are none, and to write over what is to be read."""
    if "" in names:
        raise typer.BadParameter("an empty name: name a file to read, or -", param_hint="FILE")
    if form == "parquet" and (output is None or str(output) == "-"):
        raise typer.BadParameter("is no text: name a file with --output", param_hint="--format parquet")
    for name in names:
        if output is not None and _is_same(Path(name), output):
            stop(f"{name}: is the input and the output: name another --output", WRONG_USAGE)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.is_file() and one.samefile(other)
    except (OSError, ValueError):
        return False


@app.command()
def schema() -> None:
    """Print the JSON Schema (2020-12) of a fact.

    \b
    Example:
      newsfacts schema > fact.schema.json
    """
    with plain_errors():
        import json

        from newsfacts.facts import json_schema
        from newsfacts.outputs.files import open_output

        with open_output(None) as stream:
            stream.write(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
