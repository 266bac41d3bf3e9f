"""The command `newsfacts batch`: arguments and exit codes."""

import signal
from pathlib import Path
from typing import Annotated

import typer

from newsfacts.commands.errors import INTERRUPTED, WRONG_USAGE, stop
from newsfacts.commands.options import (
    SUFFIXES,
    BomOption,
    DateField,
    DateOption,
    IdField,
    KindOption,
    MeasureOption,
    OrganizationOption,
    PatternsOption,
    QuietOption,
    TextField,
    TitleField,
    VerboseOption,
    check_bom,
    reference_day,
)


def batch(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT…", help="Files, folders, globs, URLs, or - for stdin.")
    ],
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="OUT", help="A folder, or a .jsonl, .csv or .parquet file."),
    ],
    workers: Annotated[int, typer.Option("--workers", "-w", min=0, help="Processes; 0 is one a core.")] = 0,
    format_name: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="jsonl|csv|parquet", help="By default as OUT says, or jsonl."),
    ] = None,
    glob: Annotated[str | None, typer.Option(help="Which files of a folder, say '**/*.txt'.")] = None,
    resume: Annotated[
        bool, typer.Option("--resume/--restart", help="Go on with what OUT holds, or do all again.")
    ] = True,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Do parts with failed documents again.")
    ] = False,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="A Dask scheduler, say tcp://host:8786.")
    ] = None,
    day: DateOption = None,
    kind: KindOption = None,
    measure: MeasureOption = None,
    organization: OrganizationOption = None,
    patterns: PatternsOption = None,
    text_field: TextField = "text",
    id_field: IdField = "id",
    date_field: DateField = "date",
    title_field: TitleField = "title",
    bom: BomOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Extract the facts of many documents; started again, it goes on where it was.

    Example: newsfacts batch samples --output facts --workers 2
    """
    from rich.console import Console

    from newsfacts.batch import BatchError, BatchOptions, run_batch
    from newsfacts.documents.model import ReadOptions
    from newsfacts.meaning.wanted import Wanted
    from newsfacts.packs.read import PatternError

    reference_date = reference_day(day)
    console = Console(stderr=True)
    read = ReadOptions(text_field, id_field, date_field, title_field)
    options = BatchOptions(
        workers=workers,
        format=format_name,
        glob=glob,
        restart=not resume,
        retry_failed=retry_failed,
        scheduler=scheduler,
        reference_date=reference_date,
        kinds=tuple(kind or ()),
        wanted=Wanted(tuple(measure or ()), tuple(organization or ())),
        patterns=tuple(patterns or ()),
        read=read,
        quiet=quiet,
        verbose=verbose,
        bom=bom,
    )
    _check_bom(bom, format_name, output)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        summary = run_batch(inputs, output, options, console=console)
    except PatternError as error:
        stop(error, WRONG_USAGE)
    except BatchError as error:
        stop(error, error.code)
    except KeyboardInterrupt:
        stop("stopped: what is finished is safe; the same command goes on from here", INTERRUPTED)
    raise typer.Exit(summary.exit_code)


def _interrupt(signum: int, frame: object) -> None:
    """End as with Ctrl-C, for schedulers that send SIGTERM."""
    raise KeyboardInterrupt


def _check_bom(bom: bool, format_name: str | None, output: str) -> None:
    named = format_name or SUFFIXES.get(Path(output).suffix.lower(), "jsonl")
    check_bom(bom, named)
