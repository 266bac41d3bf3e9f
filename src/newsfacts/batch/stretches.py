"""The lines of a `.jsonl` that start between two offsets: a large file is read by several workers."""

import io
from typing import Any, BinaryIO

_PIECE = 1 << 16


class Stretch(io.RawIOBase):
    """The lines of a file that start between two offsets; counts them."""

    def __init__(self, stream: BinaryIO, start: int, end: int) -> None:
        """Lines that start from byte `start` up to `end`."""
        self._stream, self.lines = stream, 0
        begin, self._end = stretch_bounds(stream, start, end)
        self._at = max(begin, 0)
        stream.seek(self._at)

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """As the base class says."""
        piece = self._stream.read(min(len(buffer), max(self._end - self._at, 0)))
        self._at += len(piece)
        self.lines += piece.count(b"\n")
        buffer[: len(piece)] = piece
        return len(piece)


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
