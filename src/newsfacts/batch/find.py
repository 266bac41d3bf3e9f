"""Which files to read: those that inputs name, and what is left out of folders, with the reason.

In folders a file's name tells whether it is news; where it can't, the file's first bytes do.
"""

import glob as globbing
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import NamedTuple

from newsfacts.batch.remote import remote_files
from newsfacts.documents.model import DEFAULTS, InputError, ReadOptions
from newsfacts.documents.names import is_known, kind_of, may_be_known, suffix_of
from newsfacts.documents.sniff import SNIFFED, holds_facts, kind_by_content
from newsfacts.documents.storage import MissingExtraError, local_path, mode_of
from newsfacts.documents.streams import packing_by_content, peek, unpacked

META_FOLDER = "_newsfacts"
"""What a folder that a run writes into holds; such folders are no input."""


class Entry(NamedTuple):
    """A file to read: `source` as rows name it, its size, and a stamp that changes with its content."""

    source: str
    size: int
    stamp: str


class Asked(NamedTuple):
    """What to read and who is to hear of the rest: `skip` gets a name and why it is left out."""

    inputs: Sequence[str]
    glob: str | None
    avoid: str
    error: Callable[[InputError], None]
    skip: Callable[[str, str], None] = lambda name, why: None
    options: ReadOptions = DEFAULTS


def find(asked: Asked) -> Iterator[Entry]:
    """The files that inputs name: files, folders with all below them, globs, fsspec URLs.

    In folders, files of the known kinds, or those that the glob fits. Hidden files, the output of
    runs and all below `avoid` are left out; a file that two inputs name comes once.
    """
    seen = _Seen(asked)
    for given in asked.inputs:
        try:
            for entry in _entries(given, asked):
                if not is_below(entry.source, asked.avoid) and not seen.has(entry.source):
                    yield entry
                    seen.add_globbed(given, entry.source)
        except InputError as error:
            asked.error(error)
        except (OSError, MissingExtraError, ValueError) as error:
            asked.error(InputError(str(getattr(error, "strerror", None) or error), given))
        seen.add(given)


class _Seen:
    """Which files earlier inputs named; folders are remembered as such, not file by file."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._folders: list[str] = []
        self._files: set[str] = set()

    def has(self, source: str) -> bool:
        if _absolute(source) in self._files:
            return True
        inside = [folder for folder in self._folders if is_below(source, folder)]
        if not any(f"{os.sep}." not in _absolute(source)[len(_absolute(folder)) :] for folder in inside):
            return False
        return self._asked.glob is not None or why_not(source, self._asked.options) is None

    def add(self, given: str) -> None:
        path = local_path(given)
        if path is not None and _is_folder(path):
            self._folders.append(given)
        else:
            self._files.add(_absolute(given))

    def add_globbed(self, given: str, source: str) -> None:
        if globbing.has_magic(given):
            self._files.add(_absolute(source))


def _absolute(source: str) -> str:
    path = local_path(source)
    return source if path is None else os.path.abspath(path)  # noqa: PTH100 - for a million names


def is_below(source: str, folder: str) -> bool:
    """Whether a file is in a folder, at any depth, or is the thing itself."""
    here, there = local_path(source), local_path(folder)
    if here is None or there is None:
        return source == folder or source.startswith(folder.rstrip("/") + "/")
    path, above = _absolute(source), _absolute(folder)
    return path == above or path.startswith(above + os.sep)


def _entries(given: str, asked: Asked) -> Iterator[Entry]:
    path = local_path(given)
    if path is None:
        yield from _remote(given, asked.glob)
    elif S_ISDIR(mode := _mode(path)):
        folder = str(path)
        names: Iterable[str] = _walk(folder, asked) if asked.glob is None else _globbed(folder, asked.glob)
        yield from _local(names, given)
    elif mode:
        yield from _local([str(path)], given)
    elif globbing.has_magic(given):
        names = sorted(globbing.glob(given, recursive=True))  # noqa: PTH207 - `**` and absolute ones alike
        if not names:
            raise InputError("no file fits this pattern", given)
        yield from _local((name for name in names if _may_be_file(name)), given)
    else:
        raise InputError("no such file or folder", given)


def _mode(path: Path) -> int:
    try:
        return mode_of(path)
    except OSError:
        if globbing.has_magic(str(path)):
            return 0
        raise


def _remote(given: str, glob: str | None) -> Iterator[Entry]:
    return (Entry(*found) for found in remote_files(given, glob, META_FOLDER))


def _local(names: Iterable[str], given: str) -> Iterator[Entry]:
    as_url = given.startswith("file://")
    for name in names:
        try:
            status = os.stat(name)  # noqa: PTH116 - for a million names
        except OSError:
            size, stamp = 0, "unreadable"  # reading it will say what is wrong
        else:
            size, stamp = status.st_size, str(status.st_mtime_ns)
        yield Entry(Path(name).absolute().as_uri() if as_url else name, size, stamp)


# -- folders ---------------------------------------------------------------------------------------


def _walk(folder: str, asked: Asked) -> Iterator[str]:
    """The news in a folder and below, in the order of their names; links to folders are not followed."""
    waiting = [(folder, True)]  # a stack: folders may lie deeper than functions may call
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            why = why_not(path, asked.options)
            if why is None:
                yield path
            elif not is_below(path, asked.avoid):
                asked.skip(path, why)
        elif path == folder or not is_below(path, asked.avoid):
            try:
                waiting += reversed(list(_inside(path, asked)))
            except OSError as error:
                asked.error(InputError(f"can't be read: {error.strerror or error}", path))


def _inside(folder: str, asked: Asked) -> Iterator[tuple[str, bool]]:
    with os.scandir(folder) as scan:
        entries = sorted((e.name, e.path, e.is_dir(follow_symlinks=False)) for e in scan)
    if any(name == META_FOLDER and is_folder for name, _, is_folder in entries):
        if not is_below(folder, asked.avoid):
            asked.skip(folder, "output of a run")
        return
    for name, path, is_folder in entries:
        if name.startswith("."):
            asked.skip(path, "hidden")
        else:
            yield path, is_folder


def why_not(path: str, options: ReadOptions = DEFAULTS) -> str | None:
    """Why a file in a folder is no news; None where it is."""
    if not (is_known(path) or may_be_known(path)):
        return suffix_of(path) or "other"
    try:
        mode = mode_of(path)
        if mode and not S_ISREG(mode):
            return "no file"
    except OSError:  # a link that leads back to itself, say
        return None
    if is_known(path) and kind_of(path) != "jsonl":
        return None
    try:
        return _by_content(path, options)
    except Exception:  # whatever is wrong, reading it as a document will say it
        return None if is_known(path) else suffix_of(path) or "no suffix"


def _by_content(path: str, options: ReadOptions) -> str | None:
    with Path(path).open("rb") as packed:
        head, stream = peek(packed, 4)
        head, _ = peek(unpacked(stream, packing_by_content(head)), SNIFFED)
    if holds_facts(head):
        return "facts of a run"
    if is_known(path) or kind_by_content(head, options, path) == "html":
        return None
    if kind_by_content(head, options, path) == "jsonl" and json.dumps(options.text_field).encode() in head:
        return None
    return suffix_of(path) or "no suffix"


def _globbed(folder: str, pattern: str) -> Iterator[str]:
    for name in sorted(globbing.glob(pattern, root_dir=folder, recursive=True)):  # noqa: PTH207
        path = os.path.join(folder, name)  # noqa: PTH118
        if _may_be_file(path) and not _is_output(path):
            yield path


def _is_output(path: str) -> bool:
    above = Path(path).parent
    return META_FOLDER in above.parts or _is_folder(above / META_FOLDER)


def _is_folder(path: Path) -> bool:
    try:
        return S_ISDIR(mode_of(path))
    except (OSError, ValueError):
        return False


def _may_be_file(path: str) -> bool:
    """Whether a file is there, or something that reading it will say what is wrong with."""
    try:
        return S_ISREG(mode_of(path))
    except OSError:
        return True
