"""What to read, cut into parts that are the same in every run over the same input.

A part is the unit of work: some files, or a stretch of a `.jsonl`. Its name tells its content and
the settings, so that a finished part file says by its name alone whether it still holds.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsfacts.batch.find import Entry
from newsfacts.documents.names import kind_of, packing_of
from newsfacts.documents.sniff import SNIFFED
from newsfacts.documents.storage import open_read
from newsfacts.documents.streams import packing_by_content

SPLIT = 2 << 20
_FILES = (32, 128)  # a part has at least and at most so many files
_MARK = 32  # beyond the least, one file in so many ends a part
_BYTES = 8 << 20
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


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
    if packing_of(entry.source) or entry.size <= SPLIT * 3 // 2 or not _has_lines(entry.source):
        yield _part([entry], settings, shown=shown)
        return
    for start in range(0, entry.size, SPLIT):
        yield _part([entry], settings, start, min(start + SPLIT, entry.size), shown)


def _has_lines(source: str) -> bool:
    """Whether a file may be cut at the ends of lines: no UTF-16, no list, not packed under another name."""
    try:
        with open_read(source) as stream:
            head = stream.read(SNIFFED)
    except OSError:
        return False  # reading it as a whole will say what is wrong
    if head[:2] in _UTF16 or packing_by_content(head):
        return False
    line, end, _ = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    return not line.startswith(b"[") and not (end and line.startswith(b"{") and not _is_json(line))


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


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
