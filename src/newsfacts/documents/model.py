"""What a document is, what can go wrong with one, and how it is to be read."""

import datetime
from collections.abc import Callable
from typing import Any, NamedTuple

from newsfacts.text.harmless import one_line


class Document(NamedTuple):
    """One text with what is known of it: `source` is its file, `id` its record's, `date` its reference date.

    `encoding` is how its bytes were read, `known_by` why (`BOM`, `valid`, `declared`, `guessed`, `mended`),
    `line` where its record starts.
    """

    source: str
    text: str
    id: str | None = None
    date: datetime.date | None = None
    title: str | None = None
    encoding: str = "UTF-8"
    known_by: str = "valid"
    line: int | None = None


class InputError(Exception):
    """An input that can't be read; the text names the file, the line where there is one, and what to do."""

    def __init__(self, message: str, source: str | None = None, line: int | None = None) -> None:
        """`message` says what is wrong and what to do; `source` and `line` are put before it.

        It is kept as one line, whatever names of fields it quotes from a file.
        """
        self.message, self.source, self.line = one_line(message), source, line
        place = f"{source}:{line}" if source and line else source
        super().__init__(f"{place}: {self.message}" if place else self.message)

    def __reduce__(self) -> tuple[Any, ...]:
        """Errors cross process borders whole."""
        return InputError, (self.message, self.source, self.line)


class ReadOptions(NamedTuple):
    """How records name their fields, and how large a document may be in bytes."""

    text_field: str = "text"
    id_field: str = "id"
    date_field: str = "date"
    title_field: str = "title"
    max_bytes: int = 64 << 20


OnError = Callable[[InputError], None]
DEFAULTS = ReadOptions()


def too_large(options: ReadOptions) -> str:
    """What to say of a document past the limit."""
    return f"is larger than {options.max_bytes >> 20} MB: cut it in pieces"
