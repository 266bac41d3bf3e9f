"""Where output goes: standard output, or a file that is written whole or not at all."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import ENOENT
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from newsfacts.folders import is_folder

# Lone surrogates become `\\ud800`, which JSON reads as what it was.
_ERRORS = "backslashreplace"


@contextmanager
def open_output(path: Path | None) -> Iterator[TextIO]:
    """Standard output, or the file at `path`. Raises OSError where it can't be written."""
    if path is None or str(path) == "-":
        stream = _standard_output()
        yield stream
        stream.flush()
    elif path.exists() and not path.is_file() and not path.is_dir():  # such as /dev/null
        with path.open("w", encoding="utf-8", errors=_ERRORS, newline="") as stream:
            yield stream
    else:
        with whole_file(path) as stream:
            yield stream


def _standard_output() -> TextIO:
    """Standard output, in UTF-8 where it is no terminal. Raises OSError where it is closed."""
    if sys.stdout is None:
        raise OSError("standard output is closed")
    if isinstance(sys.stdout, TextIOWrapper):
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors=_ERRORS, newline="\n")
    return sys.stdout


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A file beside `path` that takes its place at the end, or is removed where something fails."""
    target = path.resolve()  # a link stays a link
    try:
        if is_folder(target):
            raise IsADirectoryError(f"{path} is a folder: name a file")
        if not is_folder(target.parent):
            raise FileNotFoundError(ENOENT, f"there is no folder {target.parent}: make it first", str(path))
        handle, name = tempfile.mkstemp(prefix=f".{target.name}-", suffix=".part", dir=target.parent)
    except OSError as error:
        if error.errno is not None:
            error.filename = str(path)  # the user named this one
        raise
    part = Path(name)
    try:
        with open(handle, "w", encoding="utf-8", errors=_ERRORS, newline="") as stream:  # noqa: PTH123
            yield stream
        part.chmod(_mode_for(target))
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _mode_for(target: Path) -> int:
    """The permissions of the file that is replaced, or those of a new one."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
