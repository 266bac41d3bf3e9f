"""What to read, cut into parts that are the same in every run over the same input.

A part is the unit of work: some files, or a stretch of a `.jsonl`. Its name tells its content and
the settings, so that a finished part file says by its name alone whether it still holds.
"""

import glob as globbing
import hashlib
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from newsfacts.documents.model import InputError
from newsfacts.documents.names import is_known, kind_of, packing_of
from newsfacts.documents.storage import MissingExtraError, filesystem, local_path, open_read

SPLIT = 2 << 20
_FILES = (32, 128)  # a part has at least and at most so many files
_MARK = 32  # beyond the least, one file in so many ends a part
_BYTES = 8 << 20
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_PIECE = 1 << 16


class Entry(NamedTuple):
    """A file to read: `source` as rows name it, its size, and a stamp that changes with its content."""

    source: str
    size: int
    stamp: str


class Part(NamedTuple):
    """Some files, or of one `.jsonl` the lines that start from byte `start` up to `end`.

    `shown` is the source that rows name, where it is not the file itself (standard input).
    """

    name: str
    files: tuple[str, ...]
    size: int
    start: int = 0
    end: int | None = None
    shown: str | None = None


OnError = Callable[[InputError], None]


def plan(entries: Iterable[Entry], settings: str, shown: str | None = None) -> Iterator[Part]:
    """Cut entries into parts. A new or changed file changes the part that it is in, and no other.

    That is why parts end at files picked by their name's hash, not after a fixed count.
    """
    group: list[Entry] = []
    for entry in entries:
        if kind_of(entry.source) == "jsonl":
            yield from _stretches(entry, settings, shown)
            continue
        group.append(entry)
        if _ends(group):
            yield _part(group, settings, shown=shown)
            group = []
    if group:
        yield _part(group, settings, shown=shown)


def _ends(group: Sequence[Entry]) -> bool:
    least, most = _FILES
    if sum(entry.size for entry in group) >= _BYTES or len(group) >= most:
        return True
    return len(group) >= least and zlib.crc32(group[-1].source.encode(errors="replace")) % _MARK == 0


def _stretches(entry: Entry, settings: str, shown: str | None) -> Iterator[Part]:
    if packing_of(entry.source) or entry.size <= SPLIT * 3 // 2 or _is_utf16(entry.source):
        yield _part([entry], settings, shown=shown)
        return
    for start in range(0, entry.size, SPLIT):
        yield _part([entry], settings, start, min(start + SPLIT, entry.size), shown)


def _is_utf16(source: str) -> bool:
    try:
        with open_read(source) as stream:
            return stream.read(2) in _UTF16
    except OSError:
        return True  # reading it as a whole will say what is wrong


def _part(
    group: Sequence[Entry], settings: str, start: int = 0, end: int | None = None, shown: str | None = None
) -> Part:
    digest = hashlib.sha256(f"{settings}\0{start}\0{end}\0{shown or ''}".encode())
    for entry in group:
        # standard input is known by its content alone, wherever it was kept
        name = "" if shown else entry.source
        digest.update(f"\0{name}\0{entry.size}\0{entry.stamp}".encode(errors="surrogateescape"))
    size = sum(entry.size for entry in group) if end is None else end - start
    return Part(digest.hexdigest()[:20], tuple(e.source for e in group), size, start, end, shown)


# -- finding files --------------------------------------------------------------------------------


def find(inputs: Sequence[str], pattern: str | None, avoid: str, on_error: OnError) -> Iterator[Entry]:
    """The files that inputs name: files, folders with all below them, globs, fsspec URLs.

    In folders, files of the known kinds, or those that `pattern` fits. Hidden files and all below
    `avoid`, the output, are left out; a file that two inputs name comes once.
    """
    seen = _Seen(pattern)
    for given in inputs:
        try:
            for entry in _entries(given, pattern):
                if not is_below(entry.source, avoid) and not seen.has(entry.source):
                    yield entry
                    seen.add_globbed(given, entry.source)
        except InputError as error:
            on_error(error)
        except (OSError, MissingExtraError) as error:
            on_error(InputError(str(getattr(error, "strerror", None) or error), given))
        seen.add(given)


class _Seen:
    """Which files earlier inputs named; folders are remembered as such, not file by file."""

    def __init__(self, pattern: str | None) -> None:
        self._pattern = pattern
        self._folders: list[str] = []
        self._files: set[str] = set()

    def has(self, source: str) -> bool:
        if _absolute(source) in self._files:
            return True
        known = self._pattern is not None or is_known(source)
        return known and any(is_below(source, folder) for folder in self._folders)

    def add(self, given: str) -> None:
        path = local_path(given)
        if path is not None and path.is_dir():
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


def _has_magic(given: str) -> bool:
    path = local_path(given)
    return globbing.has_magic(given) and not (path is not None and path.exists())


def _entries(given: str, pattern: str | None) -> Iterator[Entry]:
    path = local_path(given)
    if path is None:
        yield from _remote(given, pattern)
    elif path.is_dir():
        names: Iterable[str] = _walk(str(path)) if pattern is None else _globbed(str(path), pattern)
        yield from _local(names, given, path)
    elif path.exists():
        yield from _local([str(path)], given, path)
    elif _has_magic(given):
        names = sorted(globbing.glob(given, recursive=True))  # noqa: PTH207 - `**` and absolute ones alike
        if not names:
            raise InputError("no file fits this pattern", given)
        yield from _local((name for name in names if Path(name).is_file()), given, path)
    else:
        raise InputError("no such file or folder", given)


def _local(names: Iterable[str], given: str, root: Path) -> Iterator[Entry]:
    as_url = given.startswith("file://")
    for name in names:
        try:
            status = os.stat(name)  # noqa: PTH116 - for a million names
        except OSError:
            size, stamp = 0, "unreadable"  # reading it will say what is wrong
        else:
            size, stamp = status.st_size, str(status.st_mtime_ns)
        yield Entry(Path(name).absolute().as_uri() if as_url else name, size, stamp)


def _walk(folder: str) -> Iterator[str]:
    with os.scandir(folder) as scan:
        entries = sorted((e.name, e.is_dir(follow_symlinks=False)) for e in scan if e.name[0] != ".")
    for name, is_folder in entries:
        path = os.path.join(folder, name)  # noqa: PTH118 - for a million names
        if is_folder:
            yield from _walk(path)
        elif is_known(name):
            yield path


def _globbed(folder: str, pattern: str) -> Iterator[str]:
    for name in sorted(globbing.glob(pattern, root_dir=folder, recursive=True)):  # noqa: PTH207
        path = os.path.join(folder, name)  # noqa: PTH118
        if Path(path).is_file():
            yield path


def _remote(given: str, pattern: str | None) -> Iterator[Entry]:
    system, root = filesystem(given)
    system.invalidate_cache()
    if globbing.has_magic(given):
        names = system.glob(root)
    elif system.isdir(root):
        names = system.find(root) if pattern is None else system.glob(f"{root.rstrip('/')}/{pattern}")
        names = [name for name in names if pattern is not None or is_known(name)]
    elif system.exists(root):
        names = [root]
    else:
        raise InputError("no such file or folder", given)
    for name in sorted(names):
        info = system.info(name)
        if info.get("type") != "directory":
            yield Entry(
                system.unstrip_protocol(name), int(info.get("size") or 0), _remote_stamp(info, system, name)
            )


def _remote_stamp(info: dict[str, Any], system: Any, name: str) -> str:
    for key in ("ETag", "etag", "md5Hash", "mtime", "LastModified", "last_modified", "created"):
        if info.get(key):
            return str(info[key])
    return str(system.ukey(name))


# -- stretches of a .jsonl --------------------------------------------------------------------------


def stretch_bounds(stream: BinaryIO, start: int, end: int) -> tuple[int, int]:
    """From where to where the lines go that start from byte `start` up to `end`."""
    return _line_start(stream, start), _line_start(stream, end)


def _line_start(stream: BinaryIO, offset: int) -> int:
    """The first start of a line at or after an offset."""
    if offset <= 0:
        return 0
    stream.seek(offset - 1)
    at = offset - 1
    while piece := stream.read(_PIECE):
        found = piece.find(b"\n")
        if found >= 0:
            return at + found + 1
        at += len(piece)
    return at
