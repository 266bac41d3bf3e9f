"""What a run is asked for, and what it comes to."""

import datetime
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from newsfacts.batch.rows import FORMATS
from newsfacts.batch.skipped import Skipped
from newsfacts.batch.worker import Failure
from newsfacts.documents.model import ReadOptions
from newsfacts.documents.storage import local_path
from newsfacts.meaning.wanted import Wanted

_KEPT_FAILURES = 10_000


class BatchError(Exception):
    """A run that can't be started or gone on with; `code` is the exit code that it means."""

    def __init__(self, message: str, code: int = 1) -> None:
        """`message` says what to do."""
        self.code = code
        super().__init__(message)


@dataclass(frozen=True)
class BatchOptions:
    """How to run. `workers` 0 means the machine's cores; `format` None follows the output's name."""

    workers: int = 0
    format: str | None = None
    glob: str | None = None
    restart: bool = False
    retry_failed: bool = False
    scheduler: str | None = None
    reference_date: datetime.date | None = None
    kinds: tuple[str, ...] = ()
    wanted: Wanted = field(default_factory=Wanted)
    patterns: tuple[Path, ...] = ()
    read: ReadOptions = field(default_factory=ReadOptions)
    quiet: bool = False
    verbose: bool = False
    bom: bool = False


@dataclass
class Summary:
    """What a run came to, resumed parts included."""

    documents: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    failed: int = 0
    failures: list[Failure] = field(default_factory=list)
    parts: int = 0
    reused: int = 0
    seconds: float = 0.0
    interrupted: bool = False
    skipped: Skipped = field(default_factory=Skipped)
    started: datetime.datetime = field(default_factory=lambda: datetime.datetime.now(datetime.timezone.utc))

    def fail(self, failure: Failure) -> None:
        """Count a failure, and keep the first of them."""
        self.failed += 1
        if len(self.failures) < _KEPT_FAILURES:
            self.failures.append(failure)

    @property
    def exit_code(self) -> int:
        """0 if all is done, 1 if a document failed, 130 after Ctrl-C."""
        return 130 if self.interrupted else 1 if self.failed else 0


class Target(NamedTuple):
    """Where rows go: a folder of parts, and the one file made of them, if that is asked for."""

    folder: str
    format: str
    file: str | None


def target_of(output: str, format_name: str | None) -> Target:
    """Where rows go for an `--output` and a `--format`. Raises BatchError."""
    path = local_path(output)
    suffix = output.rsplit(".", 1)[-1].lower()
    if format_name is not None and format_name not in FORMATS:
        raise BatchError(f"unknown format `{format_name}`: choose from {', '.join(FORMATS)}", 2)
    if suffix in ("json", "ndjson") and not (path is not None and path.is_dir()):
        raise BatchError(f"{output}: batch writes .jsonl, .csv or .parquet", 2)
    if suffix not in FORMATS or (path is not None and path.is_dir()):
        if path is not None and path.is_file():
            raise BatchError(f"{output}: is a file: name a folder, or a file in .jsonl, .csv or .parquet", 2)
        return Target(output, format_name or "jsonl", None)
    if format_name not in (None, suffix):
        raise BatchError(f"{output}: its name says {suffix}, --format says {format_name}", 2)
    return Target(output + ".parts", suffix, output)
