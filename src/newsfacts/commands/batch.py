"""The command `newsfacts batch`: arguments and exit codes."""

import signal
import sys
from pathlib import Path
from typing import Annotated

import typer


def batch(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT…", help="Files, folders, globs, URLs, or - for stdin.")
    ],
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="OUT", help="A folder, or a .jsonl, .csv or .parquet file."),
    ],
    workers: Annotated[int, typer.Option(min=0, help="Processes; 0 is one a core.")] = 0,
    format_name: Annotated[
        str | None,
        typer.Option("--format", metavar="jsonl|csv|parquet", help="By default by OUT's name, or jsonl."),
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
    date: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="The day that relative dates count from, or `today`."),
    ] = None,
    kind: Annotated[list[str] | None, typer.Option(help="Only this kind of fact; may be repeated.")] = None,
    measure: Annotated[
        list[str] | None, typer.Option(help="Only amounts of this, say revenue; may be repeated.")
    ] = None,
    organization: Annotated[
        list[str] | None, typer.Option(help="Only facts of this company; may be repeated.")
    ] = None,
    patterns: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", help="A pack over the built-in patterns; may be repeated."),
    ] = None,
    text_field: Annotated[str, typer.Option(help="The field of a record that holds its text.")] = "text",
    id_field: Annotated[str, typer.Option(help="… its id.")] = "id",
    date_field: Annotated[str, typer.Option(help="… its date.")] = "date",
    title_field: Annotated[str, typer.Option(help="… its title.")] = "title",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say only what failed.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Say which encodings were guessed.")
    ] = False,
) -> None:
    """Extract the facts of many documents; started again, it goes on where it was.

    Example: newsfacts batch samples --output facts --workers 2
    """
    from rich.console import Console

    from newsfacts.batch import BatchError, BatchOptions, run_batch
    from newsfacts.commands.extract import read_date
    from newsfacts.documents.inputs import ReadOptions
    from newsfacts.meaning.wanted import Wanted
    from newsfacts.packs.read import PatternError

    try:
        reference_date = read_date(date)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--date") from None
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
    )
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        summary = run_batch(inputs, output, options, console=console)
    except PatternError as error:
        _stop(f"error: {error}", 2)
    except BatchError as error:
        _stop(f"error: {error}", error.code)
    except KeyboardInterrupt:
        _stop("stopped: what is finished is safe; the same command goes on from here", 130)
    raise typer.Exit(summary.exit_code)


def _interrupt(signum: int, frame: object) -> None:
    """End as with Ctrl-C, for schedulers that send SIGTERM."""
    raise KeyboardInterrupt


def _stop(message: str, code: int) -> None:
    print(message, file=sys.stderr)
    raise typer.Exit(code)
