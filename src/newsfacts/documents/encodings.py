"""From bytes to text, or a clear refusal: a wrong guess would put nonsense into every output."""

import codecs
import re
import unicodedata
from typing import NamedTuple

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
_GREEK = ("cp1253", "iso8859-7")
_SHOWN = {"cp1253": "windows-1253", "iso8859-7": "ISO-8859-7", "utf-8": "UTF-8", "ascii": "UTF-8"}
_SAMPLE = 200_000
_WORD = re.compile(r"[^\W\d_]+")
_FINAL_SIGMA = "\u03c2"
# lower-case vowels, plain and with an accent, as the Greek code pages have them
_PLAIN = set("\u03b1\u03b5\u03b7\u03b9\u03bf\u03c5\u03c9\u03ca\u03cb")
_ACCENTED = set("\u03ac\u03ad\u03ae\u03af\u03cc\u03cd\u03ce\u0390\u03b0")
# what one Greek code page shows where the other has the euro and a capital
_SWAPPED = "\u00a4\u00b6"
_INNER_ALPHA = re.compile(r"(?<=\w)\u0386|\u0386(?!\w)|\u0386(?=\d)")


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
    if _is_binary(text[:_SAMPLE]):
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


# -- Greek code pages -------------------------------------------------------------------------


def _greek(data: bytes, declared: str | None) -> Decoded | None:
    """The reading in a Greek code page, where it convinces; of two the one with fewer oddities."""
    named = _codec(declared)
    best: Decoded | None = None
    least = 0
    for encoding in _GREEK[::-1] if named == "iso8859-7" else _GREEK:
        text = _try(data, encoding)
        if text is None or not reads_as_greek(text[:_SAMPLE]):
            continue
        odd = _oddities(text[:_SAMPLE])
        if best is None or odd < least:
            best = Decoded(text, _SHOWN[encoding], "declared" if named == encoding else "guessed")
            least = odd
    return best


def _oddities(text: str) -> int:
    """How much in a Greek text looks like the other code page: they differ in punctuation and a capital."""
    words = sum(not _is_greek_word(word) for word in _WORD.findall(text) if not word.isascii())
    return words + len(_INNER_ALPHA.findall(text)) + sum(text.count(sign) for sign in _SWAPPED)


def reads_as_greek(text: str) -> bool:
    """Whether letters beyond ASCII form Greek words: by accents, capitals, final sigmas, scripts.

    Other languages' bytes, and UTF-8 read as a code page, come out as Greek letters too, but not so.

    >>> reads_as_greek("Η τιμή του πετρελαίου"), reads_as_greek("Ξ‘ΞΈΞ®Ξ½Ξ±")
    (True, False)
    """
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    if not words:
        return all(unicodedata.category(c)[0] in "PSZ" for c in text if c > "\x7f")
    good = sum(map(_is_greek_word, words))
    return good >= 0.9 * len(words) and _is_accented(words) and _few_odd_signs(text)


def _is_greek_word(word: str) -> bool:
    if not all("\u0370" <= c <= "\u03ff" for c in word):
        return False
    cased = len(word) == 1 or word[1:].islower() or word.isupper()
    return cased and _FINAL_SIGMA not in word[:-1] and not (word[-1] == "\u03c3" and len(word) > 1)


def _is_accented(words: list[str]) -> bool:
    """Whether words of two syllables and more carry one accent each (words in capitals carry none)."""
    long = accented = 0
    for word in words:
        tail = word[1:]
        marks = sum(c in _ACCENTED for c in tail)
        first = word[0].lower() in _ACCENTED
        syllables = sum(c in _PLAIN or c in _ACCENTED for c in tail)
        if tail.islower() and syllables >= 3:
            long += 1
            accented += marks + first in (1, 2)
    if long >= 3:
        return accented >= 0.7 * long
    vowels = sum(unicodedata.normalize("NFD", c)[0].lower() in _PLAIN for word in words for c in word)
    return 0.3 <= vowels / sum(map(len, words)) <= 0.75


def _few_odd_signs(text: str) -> bool:
    odd = sum(1 for c in text if "\x7f" <= c < "\xa0")
    signs = sum(1 for c in text if c > "\x7f" and unicodedata.category(c)[0] == "S")
    letters = sum(1 for c in text if c.isalpha())
    return odd == 0 and signs <= 5 + letters * 0.05


# -- other encodings ---------------------------------------------------------------------------


def _codec(name: str | None) -> str | None:
    try:
        return codecs.lookup(name).name if name else None
    except (LookupError, ValueError):
        return None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    """The reading as declared, for pages in other languages; Greek in disguise was found before."""
    encoding = _codec(declared)
    if encoding is None or encoding in ("utf-8", *_GREEK):
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
