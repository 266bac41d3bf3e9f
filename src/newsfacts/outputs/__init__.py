"""Facts as a table, JSON, JSON Lines and CSV: the same rows in the same order everywhere."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol, TextIO

from newsfacts.documents.model import Document
from newsfacts.facts import COLUMNS, AnyFact
from newsfacts.outputs.csv import CsvRows
from newsfacts.outputs.json import JsonLines, JsonRows
from newsfacts.outputs.parquet import ParquetRows
from newsfacts.outputs.terminal import TableRows, TableWriter
from newsfacts.packs.check import Patterns


class Rows(Protocol):
    """Takes one row after the other; `close` ends what `row` began and leaves the stream open."""

    def row(self, row: Mapping[str, Any]) -> None:
        """Write one row."""

    def close(self) -> None:
        """Write what must stand after the last row."""


class FactWriter(Protocol):
    """Takes the facts of one document after the other."""

    def write(self, document: Document, facts: Sequence[AnyFact]) -> None:
        """Write the facts of a document."""

    def close(self) -> None:
        """Write what must stand after the last document."""


class FactRows:
    """A FactWriter that gives each fact as a row."""

    def __init__(self, rows: Rows) -> None:
        """`rows` takes what `Fact.to_dict` gives."""
        self._rows = rows

    def write(self, document: Document, facts: Sequence[AnyFact]) -> None:
        """Write the facts of a document."""
        for fact in facts:
            self._rows.row(fact.to_dict())

    def close(self) -> None:
        """End the rows."""
        self._rows.close()


def open_rows(form: str, stream: TextIO, columns: Iterable[str]) -> Rows:
    """A writer of rows in a format; `columns` are those of all rows, in order."""
    columns = tuple(columns)
    makers: dict[str, Any] = {
        "json": lambda: JsonRows(stream),
        "jsonl": lambda: JsonLines(stream),
        "csv": lambda: CsvRows(stream, columns),
        "parquet": lambda: ParquetRows(stream.buffer, columns),
        "table": lambda: TableRows(stream, columns),
    }
    rows: Rows = makers[form]()
    return rows


def open_facts(form: str, stream: TextIO, patterns: Patterns) -> FactWriter:
    """A writer of facts in a format; a table takes the words of its values from `patterns`."""
    if form == "table":
        return TableWriter(stream, patterns)
    return FactRows(open_rows(form, stream, COLUMNS))
