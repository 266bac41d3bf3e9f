"""Bytes as they come: unpacked, looked at ahead, line by line in bounded memory."""

import io
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from newsfacts.documents.encodings import NotTextError
from newsfacts.documents.names import PACKED_SUFFIXES, packing_of
from newsfacts.documents.storage import MissingExtraError

PIECE = 1 << 20
_BOM_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_WINDOW = 128 << 20
_PACKINGS = {b"\x1f\x8b\x08": ".gz", b"\x28\xb5\x2f\xfd": ".zst"}


def packing_by_content(head: bytes) -> str:
    """`.gz`, `.zst` or nothing, by the first bytes of a stream."""
    return next((packing for mark, packing in _PACKINGS.items() if head.startswith(mark)), "")


def unpacked(stream: BinaryIO, name: str) -> BinaryIO:
    """A stream of what a packed stream holds; `name` tells how it is packed. Raises MissingExtraError."""
    packing = name if name in PACKED_SUFFIXES else packing_of(name)
    if packing == ".gz":
        import gzip

        return cast(BinaryIO, gzip.open(stream))
    if packing == ".zst":
        try:
            import zstandard
        except ImportError:
            raise MissingExtraError("reading .zst", "zst") from None
        unpacker = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
        reader = unpacker.stream_reader(stream, read_across_frames=True)
        return cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, reader)))
    return stream


def peek(stream: BinaryIO, size: int) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and a stream that still has them."""
    head = b""
    # a first record is a line, however short, and whoever sends it waits for its facts
    while len(head) < size and not _is_record(head):
        more = stream.read1(size - len(head)) if hasattr(stream, "read1") else stream.read(size - len(head))
        if not more:
            break
        head += more
    return head, cast(BinaryIO, io.BufferedReader(_Joined(head, stream), PIECE))


def _is_record(head: bytes) -> bool:
    line, end, _ = head.lstrip().partition(b"\n")
    return bool(end) and line.startswith(b"{") and line.rstrip().endswith(b"}")


class _Joined(io.RawIOBase):
    """Bytes that were read ahead, then the rest of their stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._head:
            piece, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        elif hasattr(self._rest, "read1"):  # what is there now: a line is passed on as it comes
            piece = self._rest.read1(len(buffer))
        else:
            piece = self._rest.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


def plain_utf8(stream: BinaryIO) -> BinaryIO:
    """The stream, UTF-16 with a mark as UTF-8."""
    head, stream = peek(stream, 2)
    if head[:2] in _BOM_UTF16:
        return cast(BinaryIO, io.BufferedReader(_Recoded(stream), PIECE))
    return stream


def lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The lines of a stream as they are; None for one past the limit, which is read past in pieces."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(PIECE)
        yield None


class _Recoded(io.RawIOBase):
    """UTF-16 as UTF-8."""

    def __init__(self, stream: BinaryIO) -> None:
        self._reader = io.TextIOWrapper(stream, "utf-16", newline="")
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._ready:
            try:
                self._ready = self._reader.read(PIECE // 4).encode()
            except UnicodeError as error:
                raise NotTextError(f"is marked as UTF-16 but is not ({error}): save it as UTF-8") from None
        piece, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)
