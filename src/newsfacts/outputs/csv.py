"""Rows as CSV: always the same columns; no spreadsheet runs what a text says."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TextIO

# what a spreadsheet takes for a formula; a signed number is one to nobody
_FORMULA = re.compile(r"'*(?:[=@\t\r]|[+-](?![\d.,\s]*%?$))")
_GUARDED = re.compile(r"''*(?:[=@\t\r]|[+-](?![\d.,\s]*%?$))")


def guarded(value: Any) -> Any:
    """A cell that no spreadsheet runs: an apostrophe goes before what would be a formula.

    >>> guarded("=1+1"), guarded("-5%"), guarded("τιμή"), guarded(-5), guarded("'=1")
    ("'=1+1", '-5%', 'τιμή', -5, "''=1")
    """
    return "'" + value if isinstance(value, str) and _FORMULA.match(value) else value


def unguarded(value: Any) -> Any:
    """The value that `guarded` was given.

    >>> unguarded("'=1+1"), unguarded("'αυτό'"), unguarded("''=1")
    ('=1+1', "'αυτό'", "'=1")
    """
    return value[1:] if isinstance(value, str) and _GUARDED.match(value) else value


class CsvRows:
    """A header line, then a line a row."""

    def __init__(self, stream: TextIO, columns: Sequence[str], *, header: bool = True) -> None:
        """Write the header, if it is wanted."""
        self._columns = columns
        # a lone carriage return is quoted only where line ends hold one
        self._writer = csv.writer(_UnixLines(stream), lineterminator="\r\n")
        if header:
            self._writer.writerow(columns)

    def row(self, row: Mapping[str, Any]) -> None:
        """Write one row."""
        self._writer.writerow([guarded(row.get(column)) for column in self._columns])

    def close(self) -> None:
        """Nothing stands after the last line."""


class _UnixLines:
    """Takes rows that end as the csv module ends them and passes them on with a line feed."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, line: str) -> None:
        self._stream.write(line.removesuffix("\r\n") + "\n")


def read_csv(stream: TextIO) -> Iterator[dict[str, Any]]:
    """The rows that CsvRows wrote, their values as text; the stream is opened with `newline=""`."""
    for row in csv.DictReader(stream):
        yield {name: unguarded(value) for name, value in row.items()}
