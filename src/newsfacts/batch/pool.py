"""Worker processes on this machine. One that dies costs its part a second try, and nothing else."""

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, NamedTuple

from newsfacts.batch.parts import Part
from newsfacts.batch.worker import Meta, Settings, Worker, WriteError, write_reason
from newsfacts.packs.read import PatternError

_TRIES = 2
_TICK = 0.5


class Lost(NamedTuple):
    """Why a part could not be done at all."""

    reason: str


Result = tuple[Part, Meta | Lost] | None


def run_here(parts: Iterable[Part], worker: Worker) -> Iterator[Result]:
    """Do the parts in this process."""
    for part in parts:
        try:
            yield part, worker.process(part)
        except OSError as error:
            raise WriteError(write_reason(error)) from None


class Pool:
    """Processes that build the pipeline once, take parts and send back counts; rows go straight to disk."""

    def __init__(self, settings: Settings, workers: int) -> None:
        """Start the processes."""
        # a forked process would inherit locks of our threads in whatever state they are
        self._context = multiprocessing.get_context("spawn")
        self._settings = settings
        self._slots: list[_Slot] = []
        try:
            for _ in range(workers):
                self._slots.append(_Slot(self._context, settings))
        except BaseException:
            self.close()  # nobody else knows of those that are there
            raise

    def check(self) -> None:
        """Wait until a pipeline is built. Raises PatternError."""
        try:
            kind, answer = self._slots[0].connection.recv()
        except EOFError:
            raise WriteError("no worker process could be started") from None
        if kind == "patterns":
            raise PatternError("", None, "", answer)

    def run(self, parts: Iterable[Part]) -> Iterator[Result]:
        """Do the parts; results come as they are done, and None from time to time."""
        waiting = iter(parts)
        again: list[tuple[Part, int]] = []
        while True:
            for slot in self._slots:
                if slot.part is None and (work := _next(again, waiting)):
                    slot.give(*work)
            busy = [slot for slot in self._slots if slot.part is not None]
            if not busy:
                return
            ready = wait([slot.connection for slot in busy], _TICK)
            if not ready:
                yield None
            for slot in busy:
                if slot.connection in ready:
                    yield from self._answer(slot, again)

    def _answer(self, slot: "_Slot", again: list[tuple[Part, int]]) -> Iterator[Result]:
        part, tries = slot.take()
        try:
            kind, answer = slot.connection.recv()
        except (EOFError, OSError):
            code = slot.end()
            self._slots[self._slots.index(slot)] = _Slot(self._context, self._settings)
            if tries < _TRIES:
                again.append((part, tries))
            else:
                yield part, Lost(f"its worker process died {tries} times ({_died(code)})")
            return
        if kind == "ready":
            slot.give_back(part)
            return
        if kind == "patterns":
            raise PatternError("", None, "", answer)
        if kind == "write":
            raise WriteError(answer)
        yield part, answer

    def close(self) -> None:
        """End the processes, whatever they do; what is finished is safe."""
        for slot in self._slots:
            slot.end()


def _next(again: list[tuple[Part, int]], waiting: Iterator[Part]) -> tuple[Part, int] | None:
    if again:
        part, tries = again.pop()
        return part, tries + 1
    fresh = next(waiting, None)
    return None if fresh is None else (fresh, 1)


def _died(code: int | None) -> str:
    if code is not None and code < 0:
        name = signal.Signals(-code).name
        return f"{name}: out of memory?" if name == "SIGKILL" else name
    return f"exit code {code}"


@contextlib.contextmanager
def _no_interrupt() -> Iterator[None]:
    """Hold Ctrl-C back while a process starts: it has no say before it is there, its parent none half-way.

    A process begins with the signals that this thread blocks. That does not spare this thread itself:
    any other thread takes the signal, and Python still raises it here. So it is noted, and sent again after.
    """
    if sys.platform == "win32":
        yield
        return
    handler = signal.getsignal(signal.SIGINT)
    held = threading.Event()
    ours = handler is not None and threading.current_thread() is threading.main_thread()
    if ours:
        signal.signal(signal.SIGINT, lambda number, frame: held.set())
    try:
        resource_tracker.ensure_running()  # started by the first process, it would let Ctrl-C through again
        before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
    finally:
        if ours:
            signal.signal(signal.SIGINT, handler)
    if held.is_set():
        signal.raise_signal(signal.SIGINT)


class _Slot:
    """A process, the line to it, and the part that it has."""

    def __init__(self, context: Any, settings: Settings) -> None:
        self.connection, theirs = context.Pipe()
        self.part: Part | None = None
        self.tries = 0
        self._process: SpawnProcess = context.Process(target=_work, args=(theirs, settings), daemon=True)
        with _no_interrupt():
            self._process.start()
        theirs.close()  # so that its end is seen here

    def give(self, part: Part, tries: int) -> None:
        self.part, self.tries = part, tries
        with contextlib.suppress(OSError):  # it died: reading from it will say so
            self.connection.send(part)

    def take(self) -> tuple[Part, int]:
        part, self.part = self.part, None
        assert part is not None
        return part, self.tries

    def give_back(self, part: Part) -> None:
        self.part = part

    def end(self) -> int | None:
        self._process.kill()
        self._process.join()
        self.connection.close()
        return self._process.exitcode


def _work(connection: Connection, settings: Settings) -> None:
    """A worker process, from start to end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all; the parent decides
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):  # the parent wants no more
        _serve(connection, settings)


def _serve(connection: Connection, settings: Settings) -> None:
    """Do part after part, until nobody is at the other end of the line."""
    try:
        worker = Worker(settings)
    except PatternError as error:
        connection.send(("patterns", str(error)))
        return
    connection.send(("ready", None))
    while True:
        part = connection.recv()
        try:
            answer: tuple[str, Any] = ("done", worker.process(part))
        except OSError as error:
            answer = ("write", write_reason(error))
        connection.send(answer)


def _end_with_parent() -> None:
    """A parent killed with `kill -9` tells nobody: no worker may go on without it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
