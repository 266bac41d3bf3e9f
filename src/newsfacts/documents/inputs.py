"""From files and standard input to documents.

Text files are one document each, web pages too (their article only); JSON Lines hold one a line. What a
file is, its content tells; its name where the content does not. All may be packed as `.gz` or `.zst`.
Texts keep their line ends; only a byte order mark goes. What can't be read is an InputError, never a
document with wrong letters.
"""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from newsfacts.documents.encodings import Decoded, NotTextError, decode
from newsfacts.documents.markup import is_fragment, plain_text
from newsfacts.documents.model import DEFAULTS, Document, InputError, OnError, ReadOptions, too_large
from newsfacts.documents.mojibake import mended
from newsfacts.documents.names import MARKDOWN_SUFFIXES, packing_of, shown_name, suffix_of
from newsfacts.documents.records import read_records
from newsfacts.documents.sniff import SNIFFED, is_server_code, kind_by_content
from newsfacts.documents.storage import MissingExtraError, local_path, open_read
from newsfacts.documents.streams import packing_by_content, peek, unpacked
from newsfacts.folders import is_folder

STDIN_NAME = "-"


def read_documents(
    path: str | Path, options: ReadOptions = DEFAULTS, on_error: OnError | None = None
) -> Iterator[Document]:
    """The documents of one file, by path or fsspec URL.

    Raises InputError. With `on_error` a record that can't be read goes there, and the next follows.
    """
    location, source = str(path), shown_name(str(path))
    with _reported(source), _open(location) as packed:
        yield from _documents(packed, source, options, on_error)


def read_stdin(
    stream: BinaryIO,
    options: ReadOptions = DEFAULTS,
    on_error: OnError | None = None,
    source: str = STDIN_NAME,
) -> Iterator[Document]:
    """The documents of a stream: JSON Lines, a web page or a text, packed or not, by its first bytes."""
    with _reported(source):
        yield from _documents(stream, source, options, on_error)


@contextmanager
def _reported(source: str) -> Iterator[None]:
    """Turn what goes wrong in reading a file into an InputError that says what to do."""
    try:
        yield
    except Exception as error:
        reason = _reason(error)
        if reason is None:  # an InputError already, or no fault of the file
            raise
        raise InputError(reason, source) from None


def _reason(error: BaseException) -> str | None:
    if isinstance(error, NotTextError | MissingExtraError):
        return str(error)
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, IsADirectoryError):
        return "is a folder: name a file, or read all in it with `newsfacts batch`"
    if isinstance(error, PermissionError):
        return "may not be read: give yourself the permission (chmod u+r)"
    if isinstance(error, EOFError | zlib.error) or type(error).__name__ in ("BadGzipFile", "ZstdError"):
        return f"is damaged or cut short ({error}): get it again"
    if isinstance(error, OSError | ValueError):  # a name with a NUL in it is a ValueError
        return f"can't be read: {getattr(error, 'strerror', None) or error}"
    return None


def _open(location: str) -> BinaryIO:
    path = local_path(location)
    if path is not None and is_folder(path):  # Windows would say that it may not be read
        raise IsADirectoryError(location)
    return open_read(location)


def _documents(
    stream: BinaryIO, source: str, options: ReadOptions, on_error: OnError | None
) -> Iterator[Document]:
    head, stream = peek(stream, 4)
    head, stream = peek(unpacked(stream, packing_of(source) or packing_by_content(head)), SNIFFED)
    if is_server_code(head):
        raise InputError("is the program that makes a page: save the page itself", source)
    kind = kind_by_content(head, options, source)
    if kind == "jsonl":
        yield from read_records(stream, source, options, on_error)
        return
    data = stream.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        raise InputError(too_large(options), source)
    yield _page(data, source) if kind == "html" else _text(mended(decode(data)), source)


def _text(decoded: Decoded, source: str) -> Document:
    text, encoding, known_by = decoded
    if suffix_of(source) not in MARKDOWN_SUFFIXES and is_fragment(text):
        text = plain_text(text)
    return Document(source, text, encoding=encoding, known_by=known_by)


def _page(data: bytes, source: str) -> Document:
    from newsfacts.documents.html import declared_encoding, read_page

    text, encoding, known_by = mended(decode(data, declared_encoding(data)))
    page = read_page(text) if text.strip() else None
    if page is not None and not page.text:
        raise InputError("no article was found in this page: save its text as .txt", source)
    return Document(
        source,
        page.text if page else "",
        date=page.date if page else None,
        title=page.title if page else None,
        encoding=encoding,
        known_by=known_by,
    )


__all__ = [
    "STDIN_NAME",
    "Document",
    "InputError",
    "ReadOptions",
    "read_documents",
    "read_records",
    "read_stdin",
]
