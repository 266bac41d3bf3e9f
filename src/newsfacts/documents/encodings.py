"""From bytes to text, or a clear refusal: a wrong guess would put nonsense into every output."""

import codecs
from typing import NamedTuple

from newsfacts.documents.greek import GREEK_CODECS, oddities, reads_as_greek
from newsfacts.documents.misread import misread_as

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF: turn it into text first (pdftotext)"),
    (b"PK\x03\x04", "a ZIP archive or an office document: save it as text"),
    (b"\xd0\xcf\x11\xe0", "an office document: save it as text"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "gzip data: name it .gz"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data: name it .zst"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
_SHOWN = {"cp1253": "windows-1253", "iso8859-7": "ISO-8859-7", "utf-8": "UTF-8", "ascii": "UTF-8"}
_SAMPLE = 200_000
# codecs of Python that are no encodings of texts
_NO_ENCODINGS = frozenset(
    {"undefined", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "mbcs", "oem"}
)


class Decoded(NamedTuple):
    """A text, its encoding as people name it, and how it is known: `BOM`, `valid`, `declared`, `guessed`."""

    text: str
    encoding: str
    known_by: str


class NotTextError(ValueError):
    """Bytes that can't be read as text; says what is wrong and what to do."""


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of some bytes, without byte order mark, line ends as they are. Raises NotTextError.

    In order: a byte order mark, UTF-8, the `declared` encoding, a Greek code page if the text then
    reads as Greek, and what charset-normalizer finds if that reads as Greek.

    >>> decode("η τιμή".encode())
    Decoded(text='η τιμή', encoding='UTF-8', known_by='valid')
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Decoded(_strict(data[len(bom) :], encoding), encoding.upper()[:6].rstrip("-"), "BOM")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise NotTextError(f"is no text but {what}")
    if b"\0" in data:
        at = data.index(b"\0")
        raise NotTextError(
            f"holds a NUL byte at offset {at}: no text, or UTF-16 without its mark; save it as UTF-8"
        )
    try:
        return Decoded(_checked(data.decode("utf-8")), "UTF-8", "valid")
    except UnicodeDecodeError as error:
        found = _greek(data, declared) or _declared(data, declared) or _normalizer(data)
        if found is None:
            raise NotTextError(_undecodable(data, error)) from None
        return found


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotTextError(
            f"is marked as {encoding.upper()} but byte {error.start} is not: save it as UTF-8"
        ) from None
    return _checked(text)


def _checked(text: str) -> str:
    """The text, unless it holds characters that no text has."""
    at = text.find("\0")
    if at >= 0:
        raise NotTextError(f"holds a NUL character at offset {at}: remove it")
    if _is_binary(text[:_SAMPLE]) and misread_as(text) is None:
        raise NotTextError("is no text: many control characters")
    return text


def _is_binary(sample: str) -> bool:
    controls = sum(1 for c in sample if (c < " " and c not in "\t\n\v\f\r\x1a\x1b") or "\x7f" <= c < "\xa0")
    return controls > 2 + len(sample) // 50


def _undecodable(data: bytes, error: UnicodeDecodeError) -> str:
    line = data.count(b"\n", 0, error.start) + 1
    byte = data[error.start]
    return (
        f"byte 0x{byte:02x} at offset {error.start} (line {line}) is not UTF-8, and the whole does not read "
        "as Greek in windows-1253 or ISO-8859-7: save it as UTF-8"
    )


# -- encodings of one byte a letter ------------------------------------------------------------


def _greek(data: bytes, declared: str | None) -> Decoded | None:
    """The reading in a Greek code page, where it convinces; of two the one with fewer oddities."""
    named = _codec(declared)
    best: Decoded | None = None
    least = 0
    for encoding in GREEK_CODECS[::-1] if named == "iso8859-7" else GREEK_CODECS:
        text = _try(data, encoding)
        if text is None or not reads_as_greek(text[:_SAMPLE]):
            continue
        odd = oddities(text[:_SAMPLE])
        if best is None or odd < least:
            best = Decoded(text, _SHOWN[encoding], "declared" if named == encoding else "guessed")
            least = odd
    return best


def _codec(name: str | None) -> str | None:
    """The codec of an encoding that a page may name, by Python's name."""
    try:
        codec = codecs.lookup(name).name if name else None
    except (LookupError, ValueError):
        return None
    return None if codec in _NO_ENCODINGS else codec


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    """The reading as declared, for pages in other languages; Greek in disguise was found before."""
    encoding = _codec(declared)
    if encoding is None or encoding in ("utf-8", *GREEK_CODECS):
        return None
    text = _try(data, encoding)
    if text is None or _is_binary(text[:_SAMPLE]) or _looks_latin_mojibake(text[:_SAMPLE]):
        return None
    return Decoded(text, declared or encoding, "declared")


def _looks_latin_mojibake(text: str) -> bool:
    """Whether most letters are accented Latin ones, as when Greek bytes are read as Latin-1."""
    letters = [c for c in text if c.isalpha()]
    return sum("\xa0" < c < "\u0250" for c in letters) > 0.3 * max(len(letters), 1)


def _normalizer(data: bytes) -> Decoded | None:
    """What charset-normalizer finds, if that reads as Greek."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    text = _try(data, best.encoding) if best else None
    if best is None or text is None or not reads_as_greek(text[:_SAMPLE]) or text.isascii():
        return None
    return Decoded(text, _SHOWN.get(best.encoding, best.encoding), "guessed")
