"""Rows as CSV: always the same columns, empty where a row has no value."""

import csv
from collections.abc import Mapping, Sequence
from typing import Any, TextIO


class CsvRows:
    """A header line, then a line a row."""

    def __init__(self, stream: TextIO, columns: Sequence[str]) -> None:
        """Write the header."""
        self._writer = csv.DictWriter(stream, columns, restval="", lineterminator="\n")
        self._writer.writeheader()

    def row(self, row: Mapping[str, Any]) -> None:
        """Write one row."""
        self._writer.writerow(row)

    def close(self) -> None:
        """Nothing stands after the last line."""
