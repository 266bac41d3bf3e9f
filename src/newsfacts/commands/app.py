"""The command line: arguments in, exit codes out. Heavy modules are imported where they are needed.

Exit codes: 0 fine (no fact too), 1 an input could not be read, 2 wrong usage or a bad pattern file.
"""

import gc
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from newsfacts import __version__
from newsfacts.commands.batch import batch
from newsfacts.commands.evaluate import evaluate
from newsfacts.commands.explain import explain
from newsfacts.commands.pattern_schema import patterns_schema
from newsfacts.commands.report import report

if TYPE_CHECKING:
    from newsfacts.packs.check import Checked

INPUT_FAILED, WRONG_USAGE, PIPE_CLOSED = 1, 2, 141

app = typer.Typer(
    name="newsfacts",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
patterns_app = typer.Typer(rich_markup_mode=None)
app.add_typer(patterns_app, name="patterns")
app.command("batch")(batch)
app.command("evaluate")(evaluate)
app.command("explain")(explain)
app.command("report")(report)
patterns_app.command("schema")(patterns_schema)


class Format(str, Enum):
    """The forms of output."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


def main() -> None:
    """The command `newsfacts`."""
    app(prog_name="newsfacts")


# -- what goes wrong ------------------------------------------------------------------------------


def _say(message: object) -> None:
    typer.echo(str(message), err=True)


def _stop(message: object, code: int) -> NoReturn:
    _say(message)
    raise typer.Exit(code)


@contextmanager
def _plain_errors() -> Iterator[None]:
    """One line instead of a traceback, and the right exit code."""
    from newsfacts.packs.read import PatternError

    try:
        yield
    except PatternError as error:
        _stop(error, WRONG_USAGE)
    except BrokenPipeError:
        # whoever read the output has seen enough; nothing more may be flushed into it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(PIPE_CLOSED) from None
    except OSError as error:
        name = error.filename if isinstance(error.filename, str) else ""
        _stop(": ".join(["can't write", *filter(None, [name, error.strerror or str(error)])]), WRONG_USAGE)


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


# -- newsfacts ------------------------------------------------------------------------------------


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


def _complete_kind(incomplete: str) -> list[str]:
    from newsfacts.packs.find import built_in_folder

    names = [path.stem for path in sorted((built_in_folder() / "quantities").glob("*.yaml"))]
    return [name for name in [*names, "date", "duration", "quote"] if name.startswith(incomplete)]


Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE|-", help="Texts, web pages or JSON Lines; - is standard input.", show_default=False
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How to print the facts.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all."),
]
DateOption = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="YYYY-MM-DD|today",
        help="The day that relative dates refer to, whatever a document says of its own.",
    ),
]
KindOption = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        "-k",
        metavar="KIND",
        help="Only facts of this kind; repeatable.",
        autocompletion=_complete_kind,
    ),
]
MeasureOption = Annotated[
    list[str] | None,
    typer.Option(
        "--measure", metavar="MEASURE", help="Only amounts of this, say revenue or price; repeatable."
    ),
]
OrganizationOption = Annotated[
    list[str] | None,
    typer.Option("--organization", metavar="NAME", help="Only facts of this company; repeatable."),
]
PatternsOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--patterns", "-p", metavar="DIR", help="Lay these pattern files over the built-in ones; repeatable."
    ),
]
PeopleOption = Annotated[bool, typer.Option("--people", help="Print who is quoted instead, a row a person.")]
TextField = Annotated[str, typer.Option(metavar="NAME", help="JSON Lines: the field of the text.")]
IdField = Annotated[str, typer.Option(metavar="NAME", help="JSON Lines: the field of the id.")]
DateField = Annotated[str, typer.Option(metavar="NAME", help="JSON Lines: the field of the date.")]


@app.command()
def extract(
    files: Files = None,
    form: FormatOption = Format.table,
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
) -> None:
    """Print the facts of texts.

    \b
    Examples:
      newsfacts extract article.txt
      newsfacts extract results.txt --measure revenue --organization OTE
      newsfacts extract *.txt --format csv --output facts.csv
      curl -s https://example.org/news.html | newsfacts extract - --json --date today
      newsfacts extract fibre.txt --patterns samples/bandwidth --kind bandwidth
    """
    if as_json and form not in (Format.table, Format.json):
        raise typer.BadParameter(f"--json and --format {form.value} exclude each other", param_hint="--json")
    names = files or _standard_input()
    if "" in names:
        raise typer.BadParameter("an empty name: name a file to read, or -", param_hint="FILE")
    with _plain_errors():
        with _no_collector():
            from newsfacts.commands.extract import Run, load_pipeline, print_facts, read_date
            from newsfacts.documents.inputs import ReadOptions
            from newsfacts.meaning.wanted import Wanted

            try:
                reference_date = read_date(day)
            except ValueError as error:
                raise typer.BadParameter(str(error), param_hint="--date") from None
            nlp = load_pipeline(patterns or [], kind or [])
        run = Run(
            names=names,
            form="json" if as_json else form.value,
            output=output,
            reference_date=reference_date,
            people=people,
            wanted=Wanted(tuple(measure or ()), tuple(organization or ())),
            options=ReadOptions(text_field, id_field, date_field),
        )
        if print_facts(run, nlp, _say):
            raise typer.Exit(INPUT_FAILED)


def _standard_input() -> list[str]:
    if sys.stdin is None or sys.stdin.isatty():
        raise typer.BadParameter("name a file to read, or - for standard input", param_hint="FILE")
    return ["-"]


@app.command()
def schema() -> None:
    """Print the JSON Schema (2020-12) of a fact.

    \b
    Example:
      newsfacts schema > fact.schema.json
    """
    with _plain_errors():
        import json

        from newsfacts.facts import json_schema

        _print(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def _print(text: str) -> None:
    from newsfacts.outputs.files import open_output

    with open_output(None) as stream:
        stream.write(text + "\n")


# -- newsfacts patterns ---------------------------------------------------------------------------


@patterns_app.callback(no_args_is_help=True)
def _patterns() -> None:
    """See, test and write pattern files.

    \b
    Example:
      newsfacts patterns new bandwidth my-patterns
      newsfacts patterns test my-patterns
      newsfacts extract article.txt --patterns my-patterns
    """


@patterns_app.command("list")
def patterns_list(
    packs: Annotated[list[Path] | None, typer.Argument(metavar="DIR", show_default=False)] = None,
    form: FormatOption = Format.table,
) -> None:
    """Show the pattern files in use: what they hold, where they are, how many forms they know.

    The built-in ones, those of NEWSFACTS_PATTERNS, and those in DIR.

    \b
    Example:
      newsfacts patterns list samples/bandwidth
    """
    with _plain_errors():
        from newsfacts.outputs import open_rows
        from newsfacts.outputs.files import open_output
        from newsfacts.packs.listing import LISTING_COLUMNS, listing

        with open_output(None) as stream:
            rows = open_rows(form.value, stream, LISTING_COLUMNS)
            for row in listing(packs or []):
                rows.row(row)
            rows.close()


@patterns_app.command("test")
def patterns_test(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="Only the files in DIR.", show_default=False)
    ] = None,
) -> None:
    """Run the examples in pattern files.

    \b
    Example:
      newsfacts patterns test samples/bandwidth
    """
    with _plain_errors():
        from newsfacts.commands.examples import load_for_test

        nlp, files = load_for_test(folder)
        _report_examples(files, nlp)


def _report_examples(files: "list[Checked]", nlp: Any) -> None:
    from newsfacts.commands.examples import count_in, failures

    count = sum(map(count_in, files))
    failed = list(failures(files, nlp))
    for failure in failed:
        _say(failure)
    total = f"{count} example{'s' * (count != 1)} in {len(files)} file{'s' * (len(files) != 1)}"
    if failed:
        _stop(f"{total}: {len(failed)} failed", WRONG_USAGE)
    _print(f"{total}: all as they should be")


@patterns_app.command("new")
def patterns_new(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="The name of a kind of quantity, such as bandwidth.")
    ],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The pack to write into.")] = Path(
        "my-patterns"
    ),
) -> None:
    """Write a commented pattern file to start from.

    \b
    Example:
      newsfacts patterns new bandwidth my-patterns
    """
    reserved = ("date", "duration", "quote")
    if not re.fullmatch(r"[a-z][a-z0-9_]*", kind):
        raise typer.BadParameter(
            f"{kind!r}: small Latin letters, digits and _ only, as in data_rate", param_hint="KIND"
        )
    if kind in reserved:
        raise typer.BadParameter(f"`{kind}` is no quantity: choose another name", param_hint="KIND")
    with _plain_errors():
        from newsfacts.packs.template import new_file

        path = folder / "quantities" / f"{kind}.yaml"
        if path.exists():
            _stop(f"{path}: stands there already: remove it, or choose another KIND or DIR", WRONG_USAGE)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(new_file(kind, str(folder), known=kind in _complete_kind("")), encoding="utf-8")
        _print(f"wrote {path}; change it, then run: newsfacts patterns test {folder}")
