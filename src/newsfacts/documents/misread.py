"""UTF-8 that was read in another encoding and saved again, as its letters tell."""

import re

from newsfacts.documents.greek import reads_as_greek

SAMPLE = 100_000
_LETTER = re.compile(r"[^\W\d_]")
# the lead bytes 0xCE and 0xCF of all Greek letters, as the encoding at fault shows them
_LEADS = {
    "Latin-1": ("\u00ce\u00cf", ("cp1252", "latin-1")),
    "windows-1253": ("\u039e\u039f", ("cp1253", "iso8859-7")),
}


def misread_as(text: str) -> str | None:
    """The encoding that a Greek text in UTF-8 was read in by mistake; None for a text that is right.

    >>> misread_as("η τιμή του έργου".encode().decode("latin-1")), misread_as("η τιμή του έργου")
    ('Latin-1', None)
    """
    sample = text[:SAMPLE]
    for name, (leads, encodings) in _LEADS.items():
        count = sum(map(sample.count, leads))
        if count < 4 or count < 0.3 * len(_LETTER.findall(sample)):
            continue
        if any(_is_greek_again(sample, encoding) for encoding in encodings):
            return name
    return None


def _is_greek_again(sample: str, encoding: str) -> bool:
    """Whether most of a sample is Greek once it is read right; single letters may have been lost."""
    data = b"".join(_byte(char, encoding) for char in sample)
    again = data.decode("utf-8", "ignore")
    return 2 * len(again) > 0.8 * len(_LETTER.findall(sample)) and reads_as_greek(again)


def _byte(char: str, encoding: str) -> bytes:
    try:
        return char.encode(encoding)
    except UnicodeEncodeError:
        # what a code page has no character for comes as the control character of the same number
        return bytes([ord(char)]) if ord(char) < 256 else b""
