"""A run from inputs to output: what is done stays done, what changed is done again."""

import contextlib
import datetime
import hashlib
import json
import os
import platform
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import IO, Any, BinaryIO, NamedTuple

from rich.console import Console

import newsfacts
from newsfacts.batch.cluster import ClusterError, connect, run_there
from newsfacts.batch.parts import Entry, Part, find, is_below, plan
from newsfacts.batch.pool import Lost, Pool, Result, run_here
from newsfacts.batch.progress import Reporter, show_failures, show_table
from newsfacts.batch.rows import FORMATS, check_format, merge
from newsfacts.batch.worker import (
    META_FOLDER,
    Failure,
    Meta,
    Settings,
    Worker,
    WriteError,
    meta_location,
    part_location,
    spooled_kind,
)
from newsfacts.documents.inputs import STDIN_NAME, InputError, ReadOptions, unpacked
from newsfacts.documents.storage import (
    MissingExtraError,
    is_url,
    join,
    local_path,
    make_folder,
    names_in,
    open_read,
    read_bytes,
    remove,
    write_whole,
)
from newsfacts.meaning.wanted import Wanted
from newsfacts.packs.find import PatternFile, packs_from_environment, read_packs

RUN_FILE = "run.json"
_PLAN = "plan.jsonl"
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

    @property
    def exit_code(self) -> int:
        """0 if all is done, 1 if a document failed, 130 after Ctrl-C."""
        return 130 if self.interrupted else 1 if self.failed else 0


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
    run = _Run([str(item) for item in inputs], str(output), options or BatchOptions(), console)
    try:
        return run.run(stdin)
    except WriteError as error:
        raise BatchError(f"can't write: {error}; what is finished is safe") from None
    except (MissingExtraError, ClusterError) as error:
        raise BatchError(str(error)) from None
    except OSError as error:
        raise BatchError(f"{error.filename or output}: {error.strerror or error}") from None


class _Target(NamedTuple):
    """Where rows go: a folder of parts, and the one file made of them, if that is asked for."""

    folder: str
    format: str
    file: str | None


def _target(output: str, format_name: str | None) -> _Target:
    path = local_path(output)
    suffix = output.rsplit(".", 1)[-1].lower()
    if format_name is not None and format_name not in FORMATS:
        raise BatchError(f"unknown format `{format_name}`: choose from {', '.join(FORMATS)}", 2)
    if suffix not in FORMATS or (path is not None and path.is_dir()):
        if path is not None and path.is_file():
            raise BatchError(f"{output}: is a file: name a folder, or a file in .jsonl, .csv or .parquet", 2)
        return _Target(output, format_name or "jsonl", None)
    if format_name not in (None, suffix):
        raise BatchError(f"{output}: its name says {suffix}, --format says {format_name}", 2)
    return _Target(output + ".parts", suffix, output)


class _Run:
    """The steps of a run."""

    def __init__(self, inputs: list[str], output: str, options: BatchOptions, console: Console) -> None:
        self.inputs, self.options, self.console = inputs, options, console
        self.target = _target(output, options.format)
        check_format(self.target.format)
        self.report = Reporter(console, options.quiet)
        self.summary = Summary()
        self.lost: list[Failure] = []
        self._pool: Pool | None = None
        self._do: Callable[[Iterable[Part]], Iterator[Result]] = lambda parts: iter(())
        self.names: list[str] = []
        self._early: list[Failure] = []
        self.started = datetime.datetime.now(datetime.timezone.utc)
        self.files = tuple(read_packs([*packs_from_environment(), *options.patterns]))
        self.settings = Settings(
            self._absolute(self.target.folder),
            self.target.format,
            self.files,
            options.kinds,
            options.reference_date,
            options.read,
            options.verbose,
            wanted=options.wanted,
        )

    def _absolute(self, folder: str) -> str:
        """A Dask worker has a working folder of its own."""
        return folder if is_url(folder) else str(Path(folder).absolute())

    def run(self, stdin: BinaryIO | None) -> Summary:
        began = time.monotonic()
        client = connect(self.options.scheduler) if self.options.scheduler else None
        try:
            make_folder(self.target.folder)
            make_folder(self._inside(""))
            with _locked(self.target.folder):
                self._plan(stdin)
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

    def _inside(self, name: str) -> str:
        return join(join(self.target.folder, META_FOLDER), name)

    # -- what is to do --------------------------------------------------------------------------

    def _start(self, client: Any) -> None:
        """Find somebody to do the parts; wrong patterns show here, before anything is thrown away."""
        wanted = set(self.names)
        if not wanted and not self._early:
            raise BatchError("nothing to read: no .txt, .md, .html, .htm, .jsonl or .ndjson file is there")
        again = self.options.restart or self.options.retry_failed
        left = len(wanted if again else wanted - self._done())
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
        wanted = set(self.names)
        before = self._last_run()
        if self.options.restart:
            self._discard(lambda name: True)
        stale = self._discard(lambda name: name not in wanted)
        if stale:
            self.report.say(f"{self._why(before)}: {stale} finished parts no longer hold and are done again")
        if self.options.retry_failed:
            self._discard(self._has_failures)
        done = self._done() & wanted
        self.summary.parts, self.summary.reused = len(self.names), len(done)
        if done:
            self.report.say(f"going on: {len(done)} of {len(self.names)} parts are done")
        self._write_run("running", 0.0)

    def _plan(self, stdin: BinaryIO | None) -> None:
        """Write the parts to a file: they are too many to hold, and the folder may change meanwhile."""
        key = _digest(self._shown_settings())
        self.total = 0
        with write_whole(self._inside(_PLAN)) as stream:
            for part in self._parts(key, stdin):
                self.names.append(part.name)
                self.total += part.size
                stream.write(json.dumps(part).encode() + b"\n")

    def _parts(self, key: str, stdin: BinaryIO | None) -> Iterator[Part]:
        named = [item for item in self.inputs if item != STDIN_NAME]
        if len(named) < len(self.inputs):
            yield from plan([self._spool(stdin or sys.stdin.buffer)], key, shown=STDIN_NAME)
        avoid = self.target.folder
        entries = find(named, self.options.glob, avoid, self._early_failure)
        result = (e for e in entries if not is_below(e.source, self.target.file or avoid))
        yield from plan(map(self._reachable, result), key)

    def _reachable(self, entry: Entry) -> Entry:
        if self.options.scheduler and not is_url(entry.source):
            return entry._replace(source=str(Path(entry.source).absolute()))
        return entry

    def _early_failure(self, error: InputError) -> None:
        self._early.append({"source": error.source or "", "line": None, "id": None, "reason": error.message})

    def _spool(self, stdin: BinaryIO) -> Entry:
        """Keep standard input in a file: a run that is started again may need a part of it twice."""
        place, digest, size = self._inside("stdin"), hashlib.sha256(), 0
        head = stdin.read(4)
        packing = {b"\x1f\x8b": ".gz", b"\x28\xb5": ".zst"}.get(head[:2], "")
        with write_whole(place + packing) as stream:
            stream.write(head)
            shutil.copyfileobj(stdin, stream, 1 << 20)
        with open_read(place + packing) as packed, write_whole(place) as stream:
            plain = unpacked(packed, packing)
            while piece := plain.read(1 << 20):
                digest.update(piece)
                size += stream.write(piece)
        kept = place + spooled_kind(place, self.options.read)
        with open_read(place) as source, write_whole(kept) as stream:
            shutil.copyfileobj(source, stream, 1 << 20)
        for name in {place, place + packing}:
            remove(name)
        return Entry(self._absolute(kept), size, digest.hexdigest())

    # -- what is there --------------------------------------------------------------------------

    def _done(self) -> set[str]:
        """The parts whose rows stand, and their counts beside them."""
        counted = set(names_in(self._inside("")))
        return {name for name, _ in self._part_files(self.target.format) if f"part-{name}.json" in counted}

    def _part_files(self, *formats: str) -> Iterator[tuple[str, str]]:
        for name in names_in(self.target.folder):
            stem, _, suffix = name.removeprefix("part-").partition(".")
            if name.startswith("part-") and suffix in formats and len(stem) == 20:
                yield stem, name
            elif name.startswith(".tmp-") or ".tmp-" in name:  # a killed run was writing it
                remove(join(self.target.folder, name))

    def _discard(self, unwanted: Any) -> int:
        """Remove part files, rows before counts; how many."""
        count = 0
        for stem, name in list(self._part_files(*FORMATS)):
            if unwanted(stem) or not name.endswith(self.target.format):
                remove(join(self.target.folder, name))
                remove(self._inside(f"part-{stem}.json"))
                count += 1
        return count

    def _has_failures(self, name: str) -> bool:
        return bool(self._meta(name)["failures"])

    def _meta(self, name: str) -> Meta:
        meta: Meta = json.loads(read_bytes(meta_location(self.settings, name)))
        return meta

    def _last_run(self) -> dict[str, Any]:
        try:
            last = json.loads(read_bytes(join(self.target.folder, RUN_FILE)))
            return last if isinstance(last, dict) else {}
        except (OSError, ValueError):
            return {}

    def _why(self, before: dict[str, Any]) -> str:
        now, then = self._shown_settings(), before.get("settings", {})
        changed = [name for name, value in now.items() if then.get(name) != value]
        return f"changed since the last run ({', '.join(changed)})" if changed else "the input has changed"

    def _shown_settings(self) -> dict[str, Any]:
        """What rows depend on besides the input."""
        day = self.options.reference_date
        return {
            "newsfacts": newsfacts.__version__,
            "patterns": _digest([[file.name, file.text] for file in self.files]),
            "format": self.target.format,
            "kinds": sorted(self.options.kinds),
            "measures": sorted(self.options.wanted.measures),
            "organizations": sorted(self.options.wanted.organizations),
            "date": day.isoformat() if day else None,
            "read": list(self.options.read),
        }

    # -- doing it -------------------------------------------------------------------------------

    def _pending(self) -> Iterator[Part]:
        done = self._done()
        with open_read(self._inside(_PLAN)) as stream:
            for line in stream:
                part = Part(*json.loads(line))
                if part.name not in done:
                    yield part._replace(files=tuple(part.files))

    def _work(self) -> None:
        left = self.summary.parts - self.summary.reused
        if not left:
            return
        with self.report:
            try:
                self.report.start(sum(part.size for part in self._pending()))
                self._take(self._do(self._pending()))
            except KeyboardInterrupt:
                self.summary.interrupted = True
                if self._pool is not None:
                    self._pool.close()

    def _take(self, results: Iterable[Result]) -> None:
        for result in results:
            if result is None:
                self.report.tick()
                continue
            part, answer = result
            if isinstance(answer, Lost):
                source = part.shown or ", ".join(part.files[:3]) + (" …" if len(part.files) > 3 else "")
                self.lost.append({"source": source, "line": None, "id": None, "reason": answer.reason})
            else:
                self.report.part(answer)

    # -- the end --------------------------------------------------------------------------------

    def _finish(self, seconds: float) -> None:
        self.summary.seconds = seconds
        self._count()
        done = self._done()
        if self.target.file and not self.summary.interrupted:
            merge(
                (part_location(self.settings, name) for name in self.names if name in done),
                self.target.file,
                self.target.format,
            )
        for name in names_in(self._inside("")):
            if name.startswith("stdin"):
                remove(self._inside(name))
        self._write_run("interrupted" if self.summary.interrupted else "complete", seconds)
        self._say_end(len(done))

    def _count(self) -> None:
        """Add up all parts; lines of a split `.jsonl` get their number in the whole file."""
        done = self._done()
        self._fail([*self._early, *self.lost])
        before: dict[str, int | None] = {}
        with open_read(self._inside(_PLAN)) as stream:
            for line in stream:
                part = Part(*json.loads(line))
                first = before.get(part.files[0], 0) if part.end is not None else 0
                meta = self._meta(part.name) if part.name in done else None
                if meta is not None:
                    self.summary.documents += meta["documents"]
                    self.summary.facts.update(meta["facts"])
                    self._fail(_moved(failure, first) for failure in meta["failures"])
                if part.end is not None:
                    known = meta is not None and first is not None
                    before[part.files[0]] = (
                        first + meta["lines"] if known and meta and first is not None else None
                    )

    def _fail(self, failures: Iterable[Failure]) -> None:
        for failure in failures:
            self.summary.failed += 1
            if len(self.summary.failures) < _KEPT_FAILURES:
                self.summary.failures.append(failure)

    def _write_run(self, state: str, seconds: float) -> None:
        summary = self.summary
        content = {
            "state": state,
            "versions": _versions(),
            "settings": self._shown_settings(),
            "patterns": [file.origin for file in self.files],
            "inputs": self.inputs,
            "started": self.started.isoformat(timespec="seconds"),
            "seconds": round(seconds, 3),
            "parts": summary.parts,
            "parts_reused": summary.reused,
            "documents": summary.documents,
            "failed": summary.failed,
            "facts": dict(sorted(summary.facts.items())),
            "errors": summary.failures,
        }
        with write_whole(join(self.target.folder, RUN_FILE)) as stream:
            stream.write(json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n")

    def _say_end(self, done: int) -> None:
        summary = self.summary
        show_failures(self.console, summary.failures, summary.failed)
        if not self.options.quiet:
            show_table(self.console, summary.documents, summary.failed, summary.facts, summary.seconds)
        if summary.interrupted:
            self.console.print(
                f"stopped: {done} of {summary.parts} parts are finished and safe; "
                "the same command goes on from here",
                highlight=False,
                soft_wrap=True,
            )


def _moved(failure: Failure, lines: int | None) -> Failure:
    """A failure with its line counted from the start of the file, or none if that is not known."""
    line = failure["line"]
    return {**failure, "line": line + lines if line is not None and lines is not None else None}


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:16]


def _versions() -> dict[str, str]:
    found = {}
    for name in ("spacy", "trafilatura", "pyarrow"):
        with contextlib.suppress(PackageNotFoundError):
            found[name] = version(name)
    return {"newsfacts": newsfacts.__version__, **found, "python": platform.python_version()}


@contextlib.contextmanager
def _locked(folder: str) -> Iterator[None]:
    """Keep a second run out of the same local folder; the lock dies with its process."""
    path = local_path(folder)
    try:
        import fcntl
    except ImportError:  # Windows
        path = None
    if path is None:
        yield
        return
    stream: IO[bytes]
    with (path / META_FOLDER / "lock").open("wb") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BatchError(
                f"{folder}: another run is writing here: wait for it, or name another --output"
            ) from None
        yield


__all__ = ["BatchError", "BatchOptions", "PatternFile", "Summary", "run_batch"]
