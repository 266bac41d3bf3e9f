"""Rows as Arrow holds them, for Parquet files and for data frames: numbers as doubles, days as days."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from newsfacts.facts import COLUMNS

_INTEGERS = ("start_char", "end_char", "about_start", "about_end", "mention_start", "mention_end")
_FLOATS = ("low", "high")
_DAYS = ("start_date", "end_date")


def schema() -> Any:
    """The Arrow schema of rows: COLUMNS in their order. Raises ImportError without pyarrow."""
    import pyarrow as arrow

    kinds = {
        **dict.fromkeys(_INTEGERS, arrow.int64()),
        **dict.fromkeys(_FLOATS, arrow.float64()),
        **dict.fromkeys(_DAYS, arrow.date32()),
    }
    return arrow.schema([(name, kinds.get(name, arrow.string())) for name in COLUMNS])


def table(rows: Iterable[Mapping[str, Any]]) -> Any:
    """Rows as an Arrow table. Raises ImportError without pyarrow."""
    import pyarrow as arrow

    return arrow.Table.from_pylist([typed(row) for row in rows], schema())


def typed(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with the values that Arrow wants, all columns in their order."""
    return {name: _typed(name, row.get(name)) for name in COLUMNS}


def _typed(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _FLOATS:
        return float(value)
    return date.fromisoformat(value) if name in _DAYS else value
