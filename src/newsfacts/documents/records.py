"""Records out of JSON Lines, or out of one JSON document: each a text with its id, date and title."""

import datetime
import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, BinaryIO, NamedTuple

from newsfacts.days import read_reference_date
from newsfacts.documents.encodings import Decoded, NotTextError, decode
from newsfacts.documents.markup import holds_markup, plain_text
from newsfacts.documents.model import DEFAULTS, Document, InputError, OnError, ReadOptions, too_large
from newsfacts.documents.mojibake import mended
from newsfacts.documents.streams import lines, plain_utf8

_SURROGATE = re.compile("[\ud800-\udfff]")
_FACT_KEYS = {"kind", "text", "start_char", "end_char", "sentence"}
_HINT = "write one record a line (jq -c '.[]' for a list, jq -c . for records)"


class _Place(NamedTuple):
    """Where a record stands, and how its fields are named."""

    source: str
    line: int | None
    options: ReadOptions
    item: int | None = None

    def wrong(self, what: str) -> InputError:
        what = what if self.item is None else f"record {self.item}: {what}"
        return InputError(what, self.source, self.line)


def read_records(
    stream: BinaryIO,
    source: str,
    options: ReadOptions = DEFAULTS,
    on_error: OnError | None = None,
    *,
    whole: bool = True,
) -> Iterator[Document]:
    """The documents of a stream of JSON Lines, or of one JSON list or object that is `whole`.

    Lines count from 1; empty ones are passed over. Records of a list have no line.
    """
    numbered = enumerate(lines(plain_utf8(stream), options.max_bytes), 1)
    first = list(_until_two(numbered)) if whole else []
    if _is_one_document([line for _, line in first]):
        content = _joined((line for _, line in chain(first, numbered)), _Place(source, None, options))
        places = _from_document(content, _Place(source, None, options))
    else:
        places = ((_Place(source, number, options), line) for number, line in chain(first, numbered))
    for place, content in places:
        try:
            document = _document(content, place)
        except InputError as error:
            if on_error is None:
                raise
            on_error(error)
            continue
        if document is not None:
            yield document


# -- one JSON document ----------------------------------------------------------------------------


def _until_two(numbered: Iterable[tuple[int, bytes | None]]) -> Iterator[tuple[int, bytes | None]]:
    """The lines up to the second that is not empty, if the first leaves it open what they are."""
    count = 0
    for number, line in numbered:
        yield number, line
        count += line is None or bool(line.strip())
        if count == 2 or (count == 1 and (line is None or not _is_open(line))):
            return


def _is_open(line: bytes) -> bool:
    """Whether a line may begin a JSON document of many lines, or is a list."""
    line = line.removeprefix(b"\xef\xbb\xbf").strip()
    return line.startswith(b"[") or (line.startswith(b"{") and line[-1:] in (b"{", b"[", b",", b":"))


def _is_one_document(first: list[bytes | None]) -> bool:
    filled = [line for line in first if line is None or line.strip()]
    if not filled or filled[0] is None or not _is_open(filled[0]):
        return False
    # a record cut short, and the next one after it
    cut = len(filled) > 1 and filled[1] is not None and filled[1].lstrip().startswith(b"{")
    return filled[0].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[") or not cut


def _joined(rest: Iterable[bytes | None], place: _Place) -> bytes:
    pieces, size = [], 0
    for line in rest:
        size += len(line or b"")
        if line is None or size > place.options.max_bytes:
            raise place.wrong(f"one JSON document that {too_large(place.options)}: {_HINT}")
        pieces.append(line)
    return b"".join(pieces)


def _from_document(content: bytes, place: _Place) -> Iterator[tuple[_Place, Any]]:
    """The records of a JSON list, or the one of an object."""
    try:
        value = _loaded(content, place)[0]
    except InputError as error:
        if len(content) < 200 and b"\n" not in content.strip():
            raise
        raise place.wrong(f"{error.message}: {_HINT}") from None
    if isinstance(value, dict):
        yield place, value
        return
    for number, item in enumerate(value, 1):
        yield place._replace(item=number), item


# -- one record -----------------------------------------------------------------------------------


def _document(content: Any, place: _Place) -> Document | None:
    """A record, as a line or as a value; None for an empty line. Raises InputError."""
    options, encoding, known_by = place.options, "UTF-8", "valid"
    if content is None and place.item is None:
        raise place.wrong(too_large(options))
    if isinstance(content, bytes):
        if not content.strip():
            return None
        content, encoding, known_by = _loaded(content, place)
    if not isinstance(content, dict):
        raise place.wrong(f'not a record: write {{"{options.text_field}": "…"}}')
    if content.keys() >= _FACT_KEYS:
        raise place.wrong("is a row of facts, which newsfacts wrote: name the texts")
    given = _record_text(content, options, place.wrong)
    try:
        text, encoding, known_by = mended(Decoded(given, encoding, known_by))
    except NotTextError as error:
        raise place.wrong(f"`{options.text_field}` {error}") from None
    return Document(
        place.source,
        plain_text(text) if holds_markup(text) else text,
        _record_id(content.get(options.id_field), options.id_field, place.wrong),
        _record_date(content.get(options.date_field), options.date_field, place.wrong),
        _record_title(content.get(options.title_field)),
        encoding,
        known_by,
        place.line,
    )


def _loaded(content: bytes, place: _Place) -> tuple[Any, str, str]:
    """A JSON value, and how its bytes were read."""
    try:
        text, encoding, known_by = decode(content)
        return json.loads(text), encoding, known_by
    except NotTextError as error:
        raise place.wrong(str(error)) from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, " if place.line is None else ""
        raise place.wrong(f"not valid JSON at {where}column {error.colno}: {error.msg}") from None
    except (RecursionError, ValueError) as error:
        raise place.wrong(f"not valid JSON: {error}") from None


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
