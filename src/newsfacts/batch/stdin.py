"""Standard input kept in a file: a run that is started again may need a part of it twice."""

import hashlib
import shutil
from collections.abc import Callable
from typing import BinaryIO

from newsfacts.batch.find import Entry
from newsfacts.documents.model import ReadOptions
from newsfacts.documents.sniff import SNIFFED, kind_by_content
from newsfacts.documents.storage import open_read, remove, write_whole
from newsfacts.documents.streams import packing_by_content, unpacked

_PREFIX = "stdin"
_PIECE = 1 << 20


def spool(stdin: BinaryIO, place: Callable[[str], str], options: ReadOptions) -> Entry:
    """Keep a stream, unpacked, in a file whose name tells what it is; `place` tells where files go."""
    plain, digest, size = place(_PREFIX), hashlib.sha256(), 0
    head = stdin.read(4)
    packing = packing_by_content(head)
    with write_whole(plain + packing) as stream:
        stream.write(head)
        shutil.copyfileobj(stdin, stream, _PIECE)
    with open_read(plain + packing) as packed, write_whole(plain) as stream:
        source = unpacked(packed, packing)
        while piece := source.read(_PIECE):
            digest.update(piece)
            size += stream.write(piece)
    kept = plain + _suffix(plain, options)
    with open_read(plain) as again, write_whole(kept) as stream:
        shutil.copyfileobj(again, stream, _PIECE)
    for name in {plain, plain + packing}:
        remove(name)
    return Entry(kept, size, digest.hexdigest())


def _suffix(location: str, options: ReadOptions) -> str:
    with open_read(location) as stream:
        kind = kind_by_content(stream.read(SNIFFED), options)
    return {"jsonl": ".jsonl", "html": ".html"}.get(kind, ".txt")


def is_spooled(name: str) -> bool:
    """Whether a file's name is one of those that `spool` gives."""
    return name.startswith(_PREFIX)
