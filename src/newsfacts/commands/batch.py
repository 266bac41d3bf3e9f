"""The command `newsfacts batch`: arguments and exit codes."""

import signal
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsfacts.commands.errors import INTERRUPTED, WRONG_USAGE, standard_input, stop
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
    read_options,
    reference_day,
    wanted_of,
)

if TYPE_CHECKING:
    from newsfacts.batch import BatchOptions


Inputs = Annotated[
    list[str], typer.Argument(metavar="INPUT…", help="Files, folders, globs, URLs, or - for stdin.")
]
OutputOption = Annotated[
    str,
    typer.Option("--output", "-o", metavar="OUT", help="A folder, or a .jsonl, .csv or .parquet file."),
]
WorkersOption = Annotated[int, typer.Option("--workers", "-w", min=0, help="Processes; 0 is one a core.")]
FormatName = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="jsonl|csv|parquet", help="By default as OUT says, or jsonl."),
]
GlobOption = Annotated[str | None, typer.Option(help="Which files of a folder, say '**/*.txt'.")]
ResumeOption = Annotated[
    bool, typer.Option("--resume/--restart", help="Go on with what OUT holds, or do all again.")
]
RetryOption = Annotated[bool, typer.Option("--retry-failed", help="Do parts with failed documents again.")]
SchedulerOption = Annotated[
    str | None, typer.Option(metavar="ADDRESS", help="A Dask scheduler, say tcp://host:8786.")
]


def batch(
    inputs: Inputs,
    output: OutputOption,
    workers: WorkersOption = 0,
    format_name: FormatName = None,
    glob: GlobOption = None,
    resume: ResumeOption = True,
    retry_failed: RetryOption = False,
    scheduler: SchedulerOption = None,
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
    from newsfacts.batch import BatchOptions

    run = BatchOptions(workers, format_name, glob, not resume, retry_failed, scheduler, reference_day(day))
    run = replace(run, kinds=tuple(kind or ()), patterns=tuple(patterns or ()), bom=bom)
    run = replace(run, wanted=wanted_of(measure, organization), quiet=quiet, verbose=verbose)
    run = replace(run, read=read_options(text_field, id_field, date_field, title_field))
    _check_bom(bom, format_name, output)
    raise typer.Exit(_exit_code(inputs, output, run))


def _exit_code(inputs: list[str], output: str, options: "BatchOptions") -> int:
    """Run, and say what went wrong; the exit code."""
    from rich.console import Console

    from newsfacts.batch import BatchError, run_batch
    from newsfacts.packs.read import PatternError

    signal.signal(signal.SIGTERM, _interrupt)
    try:
        stdin = standard_input() if "-" in inputs else None
        return run_batch(inputs, output, options, console=Console(stderr=True), stdin=stdin).exit_code
    except PatternError as error:
        stop(error, WRONG_USAGE)
    except BatchError as error:
        stop(error, error.code)
    except KeyboardInterrupt:
        stop("stopped: what is finished is safe; the same command goes on from here", INTERRUPTED)


def _interrupt(signum: int, frame: object) -> None:
    """End as with Ctrl-C, for schedulers that send SIGTERM."""
    raise KeyboardInterrupt


def _check_bom(bom: bool, format_name: str | None, output: str) -> None:
    named = format_name or SUFFIXES.get(Path(output).suffix.lower(), "jsonl")
    check_bom(bom, named)
