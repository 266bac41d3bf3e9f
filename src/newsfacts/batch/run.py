"""A run from inputs to output: what is done stays done, what changed is done again."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from rich.console import Console

from newsfacts.batch.about import changed, digest, run_content, shown_settings
from newsfacts.batch.cluster import ClusterError, connect, run_there
from newsfacts.batch.failures import failure_of, files_of, moved
from newsfacts.batch.find import Asked, Entry, find, is_below
from newsfacts.batch.ledger import Ledger
from newsfacts.batch.lock import locked
from newsfacts.batch.options import BatchError, BatchOptions, Summary, target_of
from newsfacts.batch.parts import Part, plan
from newsfacts.batch.pool import Lost, Pool, Result, run_here
from newsfacts.batch.progress import Reporter, show_end
from newsfacts.batch.rows import check_format, merge
from newsfacts.batch.stdin import is_spooled, spool
from newsfacts.batch.worker import Failure, Settings, Worker, WriteError, part_location
from newsfacts.documents.inputs import STDIN_NAME
from newsfacts.documents.model import InputError
from newsfacts.documents.storage import MissingExtraError, is_url, names_in, remove
from newsfacts.packs.find import packs_from_environment, read_packs


def run_batch(
    inputs: Sequence[str | Path],
    output: str | Path,
    options: BatchOptions | None = None,
    *,
    console: Console | None = None,
    stdin: BinaryIO | None = None,
) -> Summary:
    """Read all inputs and write their facts to `output`, a folder or a file.

    Started again over the same output it goes on where it was. Documents that can't be read are
    in the summary. Raises BatchError, PatternError. Processes are started by spawning: a script
    that calls this must do so under `if __name__ == "__main__":`.
    """
    console = console or Console(stderr=True)
    try:
        run = _Run([str(item) for item in inputs], str(output), options or BatchOptions(), console)
        return run.run(stdin)
    except WriteError as error:
        raise BatchError(f"can't write: {error}; what is finished is safe") from None
    except (MissingExtraError, ClusterError) as error:
        raise BatchError(str(error)) from None
    except OSError as error:
        raise BatchError(f"{error.filename or output}: {error.strerror or error}") from None


class _Run:
    """The steps of a run."""

    def __init__(self, inputs: list[str], output: str, options: BatchOptions, console: Console) -> None:
        self.inputs, self.options, self.console = inputs, options, console
        self.target = target_of(output, options.format)
        check_format(self.target.format)
        _check_inputs(inputs, self.target.file)
        self.report = Reporter(console, options.quiet)
        self.summary = Summary()
        self.lost: set[str] = set()
        self._pool: Pool | None = None
        self._do: Callable[[Iterable[Part]], Iterator[Result]] = lambda parts: iter(())
        self.names: list[str] = []
        self.settings = Settings(
            _absolute(self.target.folder),
            self.target.format,
            tuple(read_packs([*packs_from_environment(), *options.patterns])),
            options.kinds,
            options.reference_date,
            options.read,
            options.verbose,
            options.bom,
            wanted=options.wanted,
        )

    def run(self, stdin: BinaryIO | None) -> Summary:
        began = time.monotonic()
        client = connect(self.options.scheduler) if self.options.scheduler else None
        try:
            self.ledger = Ledger(self.settings, self.target.folder)
            with locked(self.target.folder):
                self.names = self.ledger.write_plan(self._parts(stdin))
                self._start(client)
                self._clear()
                self._work()
                self._finish(time.monotonic() - began)
        finally:
            if self._pool is not None:
                self._pool.close()
            if client is not None:
                client.close()
        return self.summary

    # -- what is to do --------------------------------------------------------------------------

    def _parts(self, stdin: BinaryIO | None) -> Iterator[Part]:
        key = digest(shown_settings(self.settings))
        named = [item for item in self.inputs if item != STDIN_NAME]
        if len(named) < len(self.inputs):
            kept = spool(stdin or sys.stdin.buffer, self.ledger.inside, self.options.read)
            yield from plan([kept._replace(source=_absolute(kept.source))], key, shown=STDIN_NAME)
        avoid = self.target.folder
        skip = self.summary.skipped.add
        asked = Asked(named, self.options.glob, avoid, self._early_failure, skip, self.options.read)
        result = (e for e in find(asked) if not is_below(e.source, self.target.file or avoid))
        yield from plan(map(self._reachable, result), key)

    def _reachable(self, entry: Entry) -> Entry:
        if self.options.scheduler and not is_url(entry.source):
            return entry._replace(source=str(Path(entry.source).absolute()))
        return entry

    def _early_failure(self, error: InputError) -> None:
        self._fail([failure_of(error.source or "", error.message)])

    def _start(self, client: Any) -> None:
        """Find somebody to do the parts; wrong patterns show here, before anything is thrown away."""
        wanted = set(self.names)
        if not wanted and not self.summary.failed:
            skipped = self.summary.skipped
            said = f" ({skipped.said()})" if skipped.names else ""
            raise BatchError(f"nothing to read: no text, web page or JSON Lines is there{said}")
        again = self.options.restart or self.options.retry_failed
        left = len(wanted if again else wanted - self.ledger.done())
        workers = min(self.options.workers or _cores(), left)
        if client is not None:
            Worker(self.settings)
            self._do = lambda parts: run_there(parts, self.settings, client)
        elif workers > 1:
            pool = self._pool = Pool(self.settings, workers)
            pool.check()
            self._do = pool.run
        elif left:
            here = Worker(self.settings)
            self._do = lambda parts: run_here(parts, here)

    def _clear(self) -> None:
        """Remove the parts that no longer hold, and say what is done."""
        wanted, ledger = set(self.names), self.ledger
        before = ledger.last_settings()
        if self.options.restart:
            ledger.discard(lambda name: True)
        stale = ledger.discard(lambda name: name not in wanted)
        if stale:
            why = changed(shown_settings(self.settings), before)
            self.report.say(f"{why}: {stale} finished parts no longer hold and are done again")
        if self.options.retry_failed:
            ledger.discard(ledger.has_failures)
        done = ledger.done() & wanted
        self.summary.parts, self.summary.reused = len(self.names), len(done)
        if done:
            self.report.say(f"going on: {len(done)} of {len(self.names)} parts are done")
        if self.summary.skipped.names:
            self.report.say(self.summary.skipped.said())
        ledger.write_run(run_content("running", self.summary, self.settings, self.inputs))

    # -- doing it -------------------------------------------------------------------------------

    def _work(self) -> None:
        if self.summary.parts == self.summary.reused:
            return
        with self.report:
            try:
                self.report.start(sum(part.size for part in self.ledger.pending()))
                self._take(self._do(self.ledger.pending()))
            except KeyboardInterrupt:
                self.summary.interrupted = True
                if self._pool is not None:
                    self._pool.close()

    def _take(self, results: Iterable[Result]) -> None:
        for result in results:
            if result is None:
                self.report.tick()
            elif isinstance(result[1], Lost):
                self.lost.add(result[0].name)
                self._fail([failure_of(files_of(result[0]), result[1].reason)])
            else:
                self.report.part(result[1])

    # -- the end --------------------------------------------------------------------------------

    def _finish(self, seconds: float) -> None:
        self.summary.seconds = seconds
        self._count()
        done, interrupted = self.ledger.done(), self.summary.interrupted
        if self.target.file and not interrupted:
            parts = (part_location(self.settings, name) for name in self.names if name in done)
            merge(parts, self.target.file, self.target.format, bom=self.options.bom)
        for name in filter(is_spooled, names_in(self.ledger.inside(""))):
            remove(self.ledger.inside(name))
        state = "interrupted" if interrupted else "complete"
        self.ledger.write_run(run_content(state, self.summary, self.settings, self.inputs))
        show_end(self.console, self.summary, len(done), quiet=self.options.quiet)

    def _count(self) -> None:
        """Add up all parts; lines of a split `.jsonl` get their number in the whole file."""
        done = self.ledger.done()
        before: dict[str, int | None] = {}
        for part in self.ledger.plan():
            first = before.get(part.files[0], 0) if part.end is not None else 0
            meta = self.ledger.meta(part.name) if part.name in done else None
            if meta is not None:
                self.summary.documents += meta["documents"]
                self.summary.facts.update(meta["facts"])
                self._fail(moved(failure, first) for failure in meta["failures"])
            elif part.name not in self.lost and not self.summary.interrupted:
                gone = "its rows were removed while the run went on: start it again"
                self._fail([failure_of(files_of(part), gone)])
            if part.end is not None:
                before[part.files[0]] = None if meta is None or first is None else first + meta["lines"]

    def _fail(self, failures: Iterable[Failure]) -> None:
        for failure in failures:
            self.summary.fail(failure)


def _check_inputs(inputs: Sequence[str], file: str | None) -> None:
    """Refuse to write over what is to be read. Raises BatchError."""
    for name in inputs:
        if file is not None and name != STDIN_NAME and _is_same(name, file):
            raise BatchError(f"{name}: is the input and the output: name another --output", 2)


def _is_same(one: str, other: str) -> bool:
    if is_url(one) or is_url(other):
        return one == other
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False


def _absolute(folder: str) -> str:
    """A Dask worker has a working folder of its own."""
    return folder if is_url(folder) else str(Path(folder).absolute())


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
