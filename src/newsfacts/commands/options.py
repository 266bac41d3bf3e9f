"""Options that commands share: the same names, short forms and words everywhere."""

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsfacts.commands.errors import WRONG_USAGE, stop

if TYPE_CHECKING:
    from newsfacts.documents.model import ReadOptions
    from newsfacts.meaning.wanted import Wanted


class Format(str, Enum):
    """The forms of output."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


SUFFIXES = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".parquet": "parquet"}
"""What the name of an output says of its format."""


def complete_kind(incomplete: str) -> list[str]:
    """The kinds of fact that begin so."""
    from newsfacts.packs.find import built_in_folder

    names = [path.stem for path in sorted((built_in_folder() / "quantities").glob("*.yaml"))]
    return [name for name in [*names, "date", "duration", "quote"] if name.startswith(incomplete)]


def _option(*names: str, **more: Any) -> Any:
    return typer.Option(*names, **more)


FormatOption = Annotated[
    Format | None,
    _option("--format", "-f", help="How to write the facts; by default as the name of --output says."),
]
JsonOption = Annotated[bool, _option("--json", help="Short for --format json.")]
DateOption = Annotated[
    str | None,
    _option(
        "--date",
        "-d",
        metavar="YYYY-MM-DD|today",
        help="The day that relative dates refer to, whatever a document says of its own.",
    ),
]
KindOption = Annotated[
    list[str] | None,
    _option(
        "--kind",
        "-k",
        metavar="KIND",
        help="Only facts of this kind; repeatable.",
        autocompletion=complete_kind,
    ),
]
MeasureOption = Annotated[
    list[str] | None,
    _option("--measure", metavar="MEASURE", help="Only amounts of this, say revenue or price; repeatable."),
]
OrganizationOption = Annotated[
    list[str] | None,
    _option("--organization", metavar="NAME", help="Only facts of this company; repeatable."),
]
PatternsOption = Annotated[
    list[Path] | None,
    _option(
        "--patterns", "-p", metavar="DIR", help="Lay these pattern files over the built-in ones; repeatable."
    ),
]
TextField = Annotated[str, _option(metavar="NAME", help="JSON Lines: the field of the text.")]
IdField = Annotated[str, _option(metavar="NAME", help="JSON Lines: the field of the id.")]
DateField = Annotated[str, _option(metavar="NAME", help="JSON Lines: the field of the date.")]
TitleField = Annotated[str, _option(metavar="NAME", help="JSON Lines: the field of the title.")]
BomOption = Annotated[bool, _option("--bom", help="CSV with a byte order mark, for spreadsheets.")]
QuietOption = Annotated[bool, _option("--quiet", "-q", help="Say only what failed.")]
VerboseOption = Annotated[bool, _option("--verbose", "-v", help="Say which encodings were guessed.")]


def wanted_of(measures: list[str] | None, organizations: list[str] | None) -> "Wanted":
    """What `--measure` and `--organization` say."""
    from newsfacts.meaning.wanted import Wanted

    if any(not name.strip() for name in organizations or ()):
        raise typer.BadParameter("an empty name: name a company", param_hint="--organization")
    return Wanted(tuple(measures or ()), tuple(organizations or ()))


def read_options(text: str, id_: str, date: str, title: str) -> "ReadOptions":
    """What the options of fields say."""
    from newsfacts.documents.model import ReadOptions

    return ReadOptions(text, id_, date, title)


def format_of(form: Format | None, output: str | None, default: str) -> str:
    """The format that `--format` and the name of `--output` say. Ends the command where they differ."""
    named = SUFFIXES.get(Path(output).suffix.lower()) if output else None
    if form is not None and named is not None and form.value != named:
        stop(f"{output}: its name says {named}, --format says {form.value}", WRONG_USAGE)
    return form.value if form is not None else named or default


def check_bom(bom: bool, form: str) -> None:
    """Refuse a byte order mark where no spreadsheet reads."""
    if bom and form != "csv":
        raise typer.BadParameter(f"is for CSV, not for {form}", param_hint="--bom")


def reference_day(day: str | None) -> Any:
    """The day that `--date` says."""
    from newsfacts.commands.extract import read_date

    try:
        return read_date(day)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--date") from None
