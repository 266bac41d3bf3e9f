"""From files and standard input to documents."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple


class Document(NamedTuple):
    """One text with what is known of it: `source` is its file, `id` its record's, `date` its reference date."""

    source: str
    text: str
    id: str | None = None
    date: date | None = None
    title: str | None = None


class InputError(Exception):
    """An input that can't be read; the text names the file, the line where there is one, and what to do."""


def read_documents(path: Path) -> Iterator[Document]:
    """The documents of one file. Raises InputError."""
    yield Document(str(path), path.read_text(encoding="utf-8"))
