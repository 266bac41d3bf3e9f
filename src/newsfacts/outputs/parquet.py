"""Rows as Parquet."""

from collections.abc import Mapping, Sequence
from typing import IO, Any

from newsfacts.documents.storage import MissingExtraError
from newsfacts.facts import COLUMNS
from newsfacts.outputs import arrow as arrow_rows

_GROUP = 5000


def pyarrow() -> Any:
    """The package, with its Parquet part. Raises MissingExtraError."""
    try:
        import pyarrow as package
        import pyarrow.parquet
    except ImportError:
        raise MissingExtraError("writing Parquet", "parquet") from None
    return package


class ParquetRows:
    """Row groups of a few thousand rows; of other columns than a fact's, all values are texts."""

    def __init__(self, stream: IO[bytes], columns: Sequence[str] = COLUMNS) -> None:
        """Write to a binary stream. Raises MissingExtraError."""
        self._arrow = pyarrow()
        self._facts, self._columns = tuple(columns) == COLUMNS, columns
        texts = [(name, self._arrow.string()) for name in columns]
        self._schema = arrow_rows.schema() if self._facts else self._arrow.schema(texts)
        self._writer = self._arrow.parquet.ParquetWriter(stream, self._schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def row(self, row: Mapping[str, Any]) -> None:
        """Write one row."""
        self._rows.append(arrow_rows.typed(row) if self._facts else self._text(row))
        if len(self._rows) >= _GROUP:
            self._flush()

    def _text(self, row: Mapping[str, Any]) -> dict[str, Any]:
        values = {name: row.get(name) for name in self._columns}
        return {name: None if value is None else str(value) for name, value in values.items()}

    def _flush(self) -> None:
        self._writer.write_table(self._arrow.Table.from_pylist(self._rows, self._schema))
        self._rows = []

    def close(self) -> None:
        """Write the last rows and the end of the file."""
        if self._rows:
            self._flush()
        self._writer.close()
