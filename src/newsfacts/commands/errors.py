"""What goes wrong, said in one line on standard error: `file:line: what is wrong: what to do`.

Exit codes: 0 fine (no fact too), 1 an input could not be read, 2 wrong usage or a bad pattern file,
130 interrupted, 141 nobody reads the output any more.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO, NoReturn

import typer
from typer.core import TyperGroup

from newsfacts.text.harmless import one_line

INPUT_FAILED, WRONG_USAGE, INTERRUPTED, PIPE_CLOSED = 1, 2, 130, 141


def say(message: object) -> None:
    """One line on standard error, whatever a file's name or a text holds."""
    with suppress(OSError, ValueError):  # it may be closed
        typer.echo(one_line(str(message)), err=True)


def stop(message: object, code: int) -> NoReturn:
    """Say what is wrong, and end with this exit code."""
    say(message)
    raise typer.Exit(code)


@contextmanager
def plain_errors() -> Iterator[None]:
    """One line instead of a traceback, and the right exit code."""
    from newsfacts.documents.model import InputError
    from newsfacts.documents.storage import MissingExtraError
    from newsfacts.packs.read import PatternError

    try:
        yield
    except InputError as error:
        stop(error, INPUT_FAILED)
    except (PatternError, MissingExtraError) as error:
        stop(error, WRONG_USAGE)
    except BrokenPipeError:
        # whoever read the output has seen enough; nothing more may be flushed into it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(PIPE_CLOSED) from None
    except OSError as error:
        name = error.filename if isinstance(error.filename, str) else ""
        stop(": ".join(["can't write", *filter(None, [name, error.strerror or str(error)])]), WRONG_USAGE)


class Group(TyperGroup):
    """The commands, with Ctrl-C as one line."""

    def make_context(self, *args: Any, **more: Any) -> Any:
        """Read the arguments."""
        with _interruptible():
            return super().make_context(*args, **more)

    def invoke(self, ctx: Any) -> Any:
        """Run a command."""
        with _interruptible():
            _check_place()
            return super().invoke(ctx)


def standard_input() -> BinaryIO:
    """The bytes of standard input. Ends the command where it is closed."""
    if sys.stdin is None:
        stop("-: can't be read: standard input is closed", INPUT_FAILED)
    return sys.stdin.buffer


def _check_place() -> None:
    """End the command where there is nothing that names of files count from."""
    try:
        os.getcwd()  # noqa: PTH109 - all that is asked is whether it can be told
    except OSError:
        stop("the folder that you are in is gone: change to another", WRONG_USAGE)


@contextmanager
def _interruptible() -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        # a second Ctrl-C while the first is being said
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        stop("stopped", INTERRUPTED)
