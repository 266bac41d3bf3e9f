"""Rows of facts read back: from JSON Lines, CSV or Parquet to facts beside their texts."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path, PurePath
from typing import Any

from newsfacts.documents.model import Document, InputError
from newsfacts.facts import AnyFact, DateFact, DurationFact, QuantityFact, QuoteFact
from newsfacts.outputs.csv import unguarded

_LONGEST_HEAD = 1 << 20
_NEEDED = {"kind", "start_char", "end_char", "text"}
_MODELS: dict[str, type[AnyFact]] = {"date": DateFact, "duration": DurationFact, "quote": QuoteFact}
Key = tuple[str | None, str | None]


def holds_rows(path: str) -> bool:
    """Whether a file holds facts, not texts: its columns say so."""
    suffix = Path(path).suffix
    if suffix == ".parquet":
        return True
    if suffix not in (".csv", ".jsonl"):
        return False
    try:
        with Path(path).open(encoding="utf-8-sig", errors="replace") as lines:
            first = lines.readline(_LONGEST_HEAD) if Path(path).is_file() else ""
    except (OSError, ValueError):  # whoever reads it as a text says what is wrong
        return False
    if suffix == ".csv":
        return set(first.strip().split(",")) >= _NEEDED
    try:
        row = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and row.keys() >= _NEEDED


def read_rows(path: str, on_error: Callable[[InputError], None]) -> Iterator[AnyFact]:
    """The facts of a file of rows; what is no fact goes to `on_error`, with its line."""
    try:
        for line, row in _rows(Path(path)):
            try:
                yield _fact(row)
            except (KeyError, TypeError, ValueError, ArithmeticError):
                on_error(
                    InputError("no fact: rows are what `newsfacts extract --format jsonl` writes", path, line)
                )
    except ImportError:
        on_error(InputError("reading Parquet needs pyarrow: pip install 'newsfacts[parquet]'", path))
    except OSError as error:
        on_error(InputError(error.strerror or str(error), path))
    except ValueError as error:
        on_error(InputError(f"can't be read as {Path(path).suffix[1:]}: {error}", path))


def _fact(row: Mapping[str, Any]) -> AnyFact:
    """Raises KeyError, TypeError, ValueError or ArithmeticError for what is no row of a fact."""
    model = _MODELS.get(str(row["kind"]), QuantityFact)
    known: dict[str, Any] = {name: row.get(name) or None for name in model.model_fields}
    places: dict[str, Any] = {name: int(row[name]) for name in ("start_char", "end_char")}
    numbers: dict[str, Any] = {name: _number(row.get(name)) for name in ("low", "high") if name in known}
    return model(**(known | places | numbers | {"sentence": row.get("sentence") or ""}))


def _number(value: Any) -> Decimal | None:
    return None if value in (None, "") else Decimal(str(value))


def _rows(path: Path) -> Iterator[tuple[int | None, Any]]:
    """The rows of a file with their lines."""
    if path.suffix == ".parquet":
        import pyarrow.parquet

        yield from ((None, row) for row in pyarrow.parquet.read_table(path).to_pylist())
        return
    with path.open(encoding="utf-8-sig", newline="") as lines:
        if path.suffix == ".csv":
            table = csv.DictReader(lines)
            for row in table:
                yield table.line_num, {name: unguarded(value) for name, value in row.items()}
            return
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield number, _json(line)


def _json(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def beside_texts(
    facts: Iterable[AnyFact], documents: Iterable[Document]
) -> tuple[list[tuple[Document, list[AnyFact]]], int]:
    """Each document with its facts, and how many facts have none of these texts.

    A fact belongs to the text with its source and id, else to the only one with its file's name and
    id, else to the only text there is if it names no source; where the text at its place is another, to none.
    """
    found: list[tuple[Document, list[AnyFact]]] = [(document, []) for document in documents]
    exact: dict[Key, int] = {(d.source, d.id): i for i, (d, _) in enumerate(found)}
    by_name: dict[Key, list[int]] = {}
    for i, (document, _) in enumerate(found):
        by_name.setdefault((PurePath(document.source).name, document.id), []).append(i)
    lost = 0
    for fact in facts:
        at = exact.get((fact.source, fact.id))
        named = by_name.get((PurePath(fact.source or "").name, fact.id), [])
        if at is None and len(named) == 1:
            at = named[0]
        if at is None and fact.source is None and len(found) == 1:
            at = 0
        if at is None or found[at][0].text[fact.start_char : fact.end_char] != fact.text:
            lost += 1
        else:
            found[at][1].append(fact)
    return found, lost
