"""What is said during a run: a bar on a terminal, a line a minute in a log, a table at the end."""

import time
from datetime import timedelta
from types import TracebackType
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from newsfacts.batch.options import Summary
from newsfacts.batch.worker import Failure, Meta
from newsfacts.text.harmless import one_line

_EVERY = 60.0
_SHOWN_FAILURES = 50


class Reporter:
    """Counts what is done and says so, on stderr; `quiet` leaves only failures."""

    def __init__(self, console: Console, quiet: bool = False, every: float = _EVERY) -> None:
        """Nothing is said before `start`."""
        self.console, self.quiet, self._every = console, quiet, every
        self.documents = self.facts = self.failed = self._bytes = self._total = 0
        self._began = self._said = time.monotonic()
        self._bar: Progress | None = None
        self._task: Any = None

    def say(self, text: str) -> None:
        """One line, unless quiet."""
        if not self.quiet:
            _print(self.console, text)

    def start(self, total_bytes: int) -> None:
        """Work begins."""
        self._total = total_bytes
        self._began = self._said = time.monotonic()
        if self.console.is_terminal and not self.quiet:
            self._bar = Progress(
                TextColumn("{task.percentage:>3.0f}%"),
                BarColumn(),
                TextColumn("{task.fields[said]}"),
                TimeRemainingColumn(),
                console=self.console,
                transient=True,
            )
            self._task = self._bar.add_task("", total=max(total_bytes, 1), said="starting")
            self._bar.start()

    def part(self, meta: Meta) -> None:
        """A part is done."""
        self.documents += meta["documents"]
        self.failed += len(meta["failures"])
        self.facts += sum(meta["facts"].values())
        self._bytes += meta["bytes"]
        for note in meta["notes"]:
            self.say(note)
        if self._bar is not None:
            self._bar.update(self._task, completed=self._bytes, said=self._counts())
        self.tick()

    def tick(self) -> None:
        """Time goes by."""
        now = time.monotonic()
        if self._bar is None and now - self._said >= self._every:
            self._said = now
            self.say(f"{time.strftime('%H:%M:%S')} {self._counts()}, {self._left(now)}")

    def _counts(self) -> str:
        seconds = max(time.monotonic() - self._began, 0.001)
        return f"{self.documents:,} documents, {self.facts:,} facts, {self.documents / seconds:,.0f}/s"

    def _left(self, now: float) -> str:
        share = self._bytes / max(self._total, 1)
        if not share:
            return "0% done"
        left = timedelta(seconds=round((now - self._began) * (1 - share) / share))
        return f"{share:.0%} done, {left} left"

    def __enter__(self) -> "Reporter":
        """The bar goes with the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


def show_end(console: Console, summary: Summary, done: int, *, quiet: bool) -> None:
    """The failures, the table, and how to go on."""
    show_failures(console, summary.failures, summary.failed)
    if not quiet:
        show_table(console, summary)
    if summary.interrupted:
        _print(
            console,
            f"stopped: {done} of {summary.parts} parts are finished and safe; "
            "the same command goes on from here",
        )


def _print(console: Console, text: str) -> None:
    """One line, whatever a file's name or a reason holds."""
    console.print(escape(one_line(text)), highlight=False, soft_wrap=True)


def show_failures(console: Console, failures: list[Failure], count: int) -> None:
    """The failures by name and reason, as many as a person reads."""
    for failure in failures[:_SHOWN_FAILURES]:
        _print(console, describe(failure))
    if count > _SHOWN_FAILURES:
        console.print(f"… and {count - _SHOWN_FAILURES:,} more: see run.json", highlight=False)


def describe(failure: Failure) -> str:
    """A failure as one line: file, line, reason."""
    place = f"{failure['source']}:{failure['line']}" if failure["line"] else failure["source"]
    name = f" (id {failure['id']})" if failure["id"] else ""
    return f"{place}{name}: {failure['reason']}"


def show_table(console: Console, summary: Summary) -> None:
    """The summary at the end."""
    table = Table(title="newsfacts batch", title_justify="left", show_header=False)
    table.add_column()
    table.add_column(justify="right")
    table.add_row("documents", f"{summary.documents:,}")
    table.add_row("failed", f"{summary.failed:,}", style="red" if summary.failed else None)
    if summary.skipped.names:
        table.add_row("left out", f"{sum(summary.skipped.reasons.values()):,}")
    table.add_section()
    for kind, number in sorted(summary.facts.items()):
        table.add_row(escape(kind), f"{number:,}")
    table.add_row("facts", f"{sum(summary.facts.values()):,}", style="bold")
    table.add_section()
    table.add_row("seconds", f"{summary.seconds:,.1f}")
    console.print(table)
