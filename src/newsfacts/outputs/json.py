"""Rows as one JSON array, or as JSON Lines."""

import json
from collections.abc import Mapping
from typing import Any, TextIO


def dumps(row: Mapping[str, Any]) -> str:
    """A row as one line of JSON, Greek left as it is.

    >>> dumps({"text": "10 εκατ.", "low": None})
    '{"text": "10 εκατ.", "low": null}'
    """
    return json.dumps(row, ensure_ascii=False, allow_nan=False)


class JsonRows:
    """One array, a row a line."""

    def __init__(self, stream: TextIO) -> None:
        """Nothing is written before the first row."""
        self._stream, self._began = stream, False

    def row(self, row: Mapping[str, Any]) -> None:
        """Write one row."""
        self._stream.write((",\n" if self._began else "[\n") + dumps(row))
        self._began = True

    def close(self) -> None:
        """Close the array; without rows it is empty."""
        self._stream.write("\n]\n" if self._began else "[]\n")


class JsonLines:
    """A line a row, passed on as soon as it is known."""

    def __init__(self, stream: TextIO) -> None:
        """The stream is flushed after every row."""
        self._stream = stream

    def row(self, row: Mapping[str, Any]) -> None:
        """Write one row."""
        self._stream.write(dumps(row) + "\n")
        self._stream.flush()

    def close(self) -> None:
        """Nothing stands after the last line."""
