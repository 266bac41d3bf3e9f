"""Rows into part files, and part files into one."""

import io
import json
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO, Any, Protocol, cast

from newsfacts.documents.storage import copy_into, open_read, write_whole
from newsfacts.facts import COLUMNS
from newsfacts.outputs import arrow as arrow_rows
from newsfacts.outputs.csv import CsvRows, read_csv
from newsfacts.outputs.parquet import ParquetRows, pyarrow

FORMATS = ("jsonl", "csv", "parquet")
Row = dict[str, Any]
_GROUP = 5000


class Writer(Protocol):
    """Writes rows to a stream; `close` ends the format and leaves the stream open."""

    def write(self, row: Row) -> None:
        """One row."""

    def close(self) -> None:
        """What the format has at its end."""


def open_writer(format_name: str, stream: IO[bytes], *, bom: bool = False) -> Writer:
    """The writer of a format; `bom` begins with a byte order mark. Raises MissingExtraError."""
    if bom:
        stream.write(BOM_UTF8)
    makers: dict[str, Callable[[IO[bytes]], Writer]] = {
        "jsonl": _JsonLines,
        "csv": _Csv,
        "parquet": _Parquet,
    }
    return makers[format_name](stream)


class _JsonLines:
    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def write(self, row: Row) -> None:
        self._stream.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")

    def close(self) -> None:
        pass


class _Csv:
    def __init__(self, stream: IO[bytes]) -> None:
        self._text = io.TextIOWrapper(stream, "utf-8", newline="", write_through=True)
        self._rows = CsvRows(self._text, COLUMNS)

    def write(self, row: Row) -> None:
        self._rows.row(row)

    def close(self) -> None:
        self._text.detach()


class _Parquet:
    def __init__(self, stream: IO[bytes]) -> None:
        self._rows = ParquetRows(stream)

    def write(self, row: Row) -> None:
        self._rows.row(row)

    def close(self) -> None:
        self._rows.close()


def check_format(format_name: str) -> None:
    """Raise MissingExtraError now rather than in a worker."""
    if format_name == "parquet":
        pyarrow()


# -- one file from many -----------------------------------------------------------------------------


def merge(parts: Iterable[str], target: str, format_name: str, *, bom: bool = False) -> None:
    """Write the rows of part files, in their order, to one file that is whole or absent."""
    with write_whole(target) as stream:
        if bom:
            stream.write(BOM_UTF8)
        if format_name == "parquet":
            _merge_parquet(parts, stream)
        elif format_name == "csv":
            _merge_csv(parts, stream)
        else:
            for part in parts:
                copy_into(part, stream)


def _merge_csv(parts: Iterable[str], stream: IO[bytes]) -> None:
    stream.write((",".join(COLUMNS) + "\n").encode())
    for part in parts:
        with open_read(part) as source:
            source.readline()
            while piece := source.read(1 << 20):
                stream.write(piece)


def _merge_parquet(parts: Iterable[str], stream: IO[bytes]) -> None:
    arrow = pyarrow()
    with arrow.parquet.ParquetWriter(stream, arrow_rows.schema(), compression="zstd") as writer:
        for part in parts:
            with open_read(part) as source:
                for batch in arrow.parquet.ParquetFile(source).iter_batches(_GROUP):
                    writer.write_batch(batch)


def read_rows(location: str) -> Iterator[Row]:
    """The rows of a part file as a format gives them back: CSV as text."""
    with open_read(location) as stream:
        if location.endswith(".parquet"):
            yield from cast(Sequence[Row], pyarrow().parquet.read_table(stream).to_pylist())
        elif location.endswith(".csv"):
            yield from read_csv(io.TextIOWrapper(stream, "utf-8-sig", newline=""))
        else:
            for line in stream:
                yield json.loads(line)
