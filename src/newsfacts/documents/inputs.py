"""From files and standard input to documents.

Text files are one document each, web pages too (their article only); `.jsonl` and `.ndjson` hold
one a line. All may be packed as `.gz` or `.zst`. Texts keep their line ends; only a byte order
mark goes. What can't be read is an InputError, never a document with wrong letters.
"""

import datetime
import io
import json
import os
import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, NamedTuple, cast

from newsfacts.days import read_reference_date
from newsfacts.documents.encodings import Decoded, NotTextError, decode
from newsfacts.documents.storage import MissingExtraError, local_path, open_read

TEXT_SUFFIXES = frozenset({".txt", ".md"})
HTML_SUFFIXES = frozenset({".html", ".htm"})
JSONL_SUFFIXES = frozenset({".jsonl", ".ndjson"})
PACKED_SUFFIXES = frozenset({".gz", ".zst"})
SUFFIXES = TEXT_SUFFIXES | HTML_SUFFIXES | JSONL_SUFFIXES
STDIN_NAME = "-"

_HTML_START = re.compile(
    rb"<(!doctype\s+html|html|head|body|\?xml[^>]*>\s*<(!doctype\s+)?html)\b", re.IGNORECASE
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_BOM_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_PIECE = 1 << 20


class Document(NamedTuple):
    """One text with what is known of it: `source` is its file, `id` its record's, `date` its reference date.

    `encoding` is how its bytes were read, `known_by` why (`BOM`, `valid`, `declared`, `guessed`),
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
        """`message` says what is wrong and what to do; `source` and `line` are put before it."""
        self.message, self.source, self.line = message, source, line
        place = f"{source}:{line}" if source and line else source
        super().__init__(f"{place}: {message}" if place else message)

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


def read_documents(
    path: str | Path, options: ReadOptions = DEFAULTS, on_error: OnError | None = None
) -> Iterator[Document]:
    """The documents of one file, by path or fsspec URL.

    Raises InputError. With `on_error` a record that can't be read goes there, and the next follows.
    """
    source = str(path)
    with _reported(source), _open(source) as packed:
        yield from _documents(kind_of(source), unpacked(packed, source), source, options, on_error)


def read_stdin(
    stream: BinaryIO,
    options: ReadOptions = DEFAULTS,
    on_error: OnError | None = None,
    source: str = STDIN_NAME,
) -> Iterator[Document]:
    """The documents of a stream: JSON Lines, a web page or a text, packed or not, by its first bytes."""
    with _reported(source):
        head, stream = _peek(stream, 4)
        packing = {b"\x1f\x8b": ".gz", b"\x28\xb5": ".zst"}.get(head[:2], "")
        head, stream = _peek(unpacked(stream, packing), 4096)
        yield from _documents(kind_by_content(head, options), stream, source, options, on_error)


def kind_of(name: str) -> str:
    """`jsonl`, `html` or `text`, by a file's name.

    >>> kind_of("news/2025.jsonl.gz"), kind_of("page.HTM"), kind_of("notes")
    ('jsonl', 'html', 'text')
    """
    suffix = _suffixes(name)[0]
    return "jsonl" if suffix in JSONL_SUFFIXES else "html" if suffix in HTML_SUFFIXES else "text"


def is_known(name: str) -> bool:
    """Whether a file's name is one that a folder's documents have.

    >>> is_known("a.txt.gz"), is_known("a.png"), is_known("a.gz")
    (True, False, False)
    """
    return _suffixes(name)[0] in SUFFIXES


def packing_of(name: str) -> str:
    """`.gz`, `.zst`, or nothing, by a file's name."""
    return _suffixes(name)[1]


def _suffixes(name: str) -> tuple[str, str]:
    path = PurePosixPath(name.replace(os.sep, "/"))
    packing = path.suffix.lower()
    if packing in PACKED_SUFFIXES:
        return PurePosixPath(path.stem).suffix.lower(), packing
    return packing, ""


def kind_by_content(head: bytes, options: ReadOptions) -> str:
    """`jsonl`, `html` or `text`, by the first bytes of a stream."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if _HTML_START.match(start):
        return "html"
    key = json.dumps(options.text_field).encode()
    return "jsonl" if start.startswith(b"{") and (key in head or b'":' in start) else "text"


# -- opening and unpacking ----------------------------------------------------------------------


class _reported:  # noqa: N801 - used as a function is
    """Turns what goes wrong in reading a file into an InputError that says what to do."""

    def __init__(self, source: str) -> None:
        self.source = source

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        reason = _reason(error) if error is not None else None
        if reason:
            raise InputError(reason, self.source) from None


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
    if isinstance(error, OSError):
        return f"can't be read: {error.strerror or error}"
    return None


def _open(source: str) -> BinaryIO:
    path = local_path(source)
    if path is not None and path.is_dir():  # Windows would say that it may not be read
        raise IsADirectoryError(source)
    return open_read(source)


def unpacked(stream: BinaryIO, name: str) -> BinaryIO:
    """A stream of what a packed stream holds; `name` tells how it is packed. Raises MissingExtraError."""
    packing = name if name in PACKED_SUFFIXES else packing_of(name)
    if packing == ".gz":
        import gzip

        return cast(BinaryIO, gzip.open(stream))
    if packing == ".zst":
        try:
            import zstandard
        except ImportError:
            raise MissingExtraError("reading .zst", "zst") from None
        reader = zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True)
        return cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, reader)))
    return stream


def _peek(stream: BinaryIO, size: int) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and a stream that still has them."""
    head = b""
    # a first record is a line, however short, and whoever sends it waits for its facts
    while len(head) < size and not (b"\n" in head and (len(head) >= 64 or head.lstrip().startswith(b"{"))):
        more = stream.read1(size - len(head)) if hasattr(stream, "read1") else stream.read(size - len(head))
        if not more:
            break
        head += more
    return head, cast(BinaryIO, io.BufferedReader(_Joined(head, stream), _PIECE))


class _Joined(io.RawIOBase):
    """Bytes that were read ahead, then the rest of their stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._head:
            piece, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        elif hasattr(self._rest, "read1"):  # what is there now: a line is passed on as it comes
            piece = self._rest.read1(len(buffer))
        else:
            piece = self._rest.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


# -- documents ----------------------------------------------------------------------------------


def _documents(
    kind: str, stream: BinaryIO, source: str, options: ReadOptions, on_error: OnError | None
) -> Iterator[Document]:
    if kind == "jsonl":
        yield from read_records(stream, source, options, on_error)
        return
    data = stream.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        raise InputError(_too_large(options), source)
    yield _page(data, source) if kind == "html" else _text(decode(data), source)


def _too_large(options: ReadOptions) -> str:
    return f"is larger than {options.max_bytes >> 20} MB: cut it in pieces"


def _text(decoded: Decoded, source: str) -> Document:
    return Document(source, decoded.text, encoding=decoded.encoding, known_by=decoded.known_by)


def _page(data: bytes, source: str) -> Document:
    from newsfacts.documents.html import declared_encoding, read_page

    text, encoding, known_by = decode(data, declared_encoding(data))
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


def read_records(
    stream: BinaryIO, source: str, options: ReadOptions = DEFAULTS, on_error: OnError | None = None
) -> Iterator[Document]:
    """The documents of a stream of JSON Lines. Lines count from 1; empty ones are passed over."""
    for number, line in enumerate(_lines(stream, options.max_bytes), 1):
        try:
            document = _record(line, source, number, options)
        except InputError as error:
            if on_error is None:
                raise
            on_error(error)
            continue
        if document is not None:
            yield document


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The lines of a stream as UTF-8 or as they are; None for one past the limit."""
    head, stream = _peek(stream, 2)
    if head[:2] in _BOM_UTF16:
        stream = cast(BinaryIO, io.BufferedReader(_Recoded(stream), _PIECE))
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_PIECE)
        yield None


class _Recoded(io.RawIOBase):
    """UTF-16 as UTF-8."""

    def __init__(self, stream: BinaryIO) -> None:
        self._reader = io.TextIOWrapper(stream, "utf-16", newline="")
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._ready:
            try:
                self._ready = self._reader.read(_PIECE // 4).encode()
            except UnicodeError as error:
                raise NotTextError(f"is marked as UTF-16 but is not ({error}): save it as UTF-8") from None
        piece, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


def _record(line: bytes | None, source: str, number: int, options: ReadOptions) -> Document | None:
    def wrong(what: str) -> InputError:
        return InputError(what, source, number)

    if line is None:
        raise wrong(_too_large(options))
    if not line.strip():
        return None
    try:
        text, encoding, known_by = decode(line)
        record = json.loads(text)
    except NotTextError as error:
        raise wrong(str(error)) from None
    except json.JSONDecodeError as error:
        raise wrong(f"not valid JSON at column {error.colno}: {error.msg}") from None
    except (RecursionError, ValueError) as error:
        raise wrong(f"not valid JSON: {error}") from None
    if not isinstance(record, dict):
        raise wrong(f'not a record: write {{"{options.text_field}": "…"}}')
    return Document(
        source,
        _record_text(record, options, wrong),
        _record_id(record.get(options.id_field), options.id_field, wrong),
        _record_date(record.get(options.date_field), options.date_field, wrong),
        _record_title(record.get(options.title_field)),
        encoding,
        known_by,
        number,
    )


_Wrong = Callable[[str], InputError]


def _record_text(record: dict[str, Any], options: ReadOptions, wrong: _Wrong) -> str:
    field = options.text_field
    if field not in record:
        known = ", ".join(f"`{key}`" for key in list(record)[:8]) or "none"
        raise wrong(f"no field `{field}` (there is {known}): name it with --text-field")
    text = record[field]
    if not isinstance(text, str):
        raise wrong(f"`{field}` is no text but {_json_type(text)}: name the right one with --text-field")
    if "\0" in text:
        raise wrong(f"`{field}` holds a NUL character at offset {text.index(chr(0))}: remove it")
    lone = _SURROGATE.search(text)
    if lone:
        raise wrong(
            f"`{field}` holds half a character (\\u{ord(lone[0]):04x}) at offset {lone.start()}: mend it"
        )
    return text.removeprefix("\ufeff")


def _json_type(value: object) -> str:
    names = {dict: "an object", list: "a list", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _record_id(value: object, field: str, wrong: _Wrong) -> str | None:
    if value is None or isinstance(value, str):
        if value and _SURROGATE.search(value):
            raise wrong(f"`{field}` holds half a character: mend it")
        return value
    if isinstance(value, bool | dict | list):
        raise wrong(
            f"`{field}` is {_json_type(value)}: an id is a text or a number; or name it with --id-field"
        )
    return str(value)


def _record_title(value: object) -> str | None:
    return value if isinstance(value, str) and not _SURROGATE.search(value) else None


def _record_date(value: object, field: str, wrong: _Wrong) -> datetime.date | None:
    if value is None or value == "":
        return None
    day = read_reference_date(value) if isinstance(value, str) else None
    if day is None:
        shown = json.dumps(value, ensure_ascii=True)[:40]
        raise wrong(f"`{field}` is {shown}, no date: write YYYY-MM-DD, or name it with --date-field")
    return day


__all__ = [
    "Document",
    "InputError",
    "ReadOptions",
    "is_known",
    "kind_by_content",
    "kind_of",
    "read_documents",
    "read_records",
    "read_stdin",
]
