"""What the name of a file tells, which is a hint only: its content decides."""

import os
from pathlib import PurePosixPath

TEXT_SUFFIXES = frozenset({".txt", ".md"})
MARKDOWN_SUFFIXES = frozenset({".md"})
HTML_SUFFIXES = frozenset({".html", ".htm"})
JSONL_SUFFIXES = frozenset({".jsonl", ".ndjson"})
PACKED_SUFFIXES = frozenset({".gz", ".zst"})
SUFFIXES = TEXT_SUFFIXES | HTML_SUFFIXES | JSONL_SUFFIXES
MAYBE_SUFFIXES = frozenset(
    {"", ".json", ".xhtml", ".shtml", ".php", ".php5", ".asp", ".aspx", ".jsp", ".cfm", ".do"}
)
"""Files that are read if they hold a web page or records: such pages are saved under the server's name."""


def kind_of(name: str) -> str:
    """`jsonl`, `html` or `text`, by a file's name.

    >>> kind_of("news/2025.jsonl.gz"), kind_of("page.HTM"), kind_of("notes")
    ('jsonl', 'html', 'text')
    """
    suffix = suffix_of(name)
    return "jsonl" if suffix in JSONL_SUFFIXES else "html" if suffix in HTML_SUFFIXES else "text"


def is_known(name: str) -> bool:
    """Whether a file's name is one that a folder's documents have.

    >>> is_known("a.txt.gz"), is_known("a.png"), is_known("a.gz")
    (True, False, False)
    """
    return suffix_of(name) in SUFFIXES


def may_be_known(name: str) -> bool:
    """Whether a file's content must be asked.

    >>> may_be_known("index.php"), may_be_known("page.gz"), may_be_known("a.txt"), may_be_known("a.png")
    (True, True, False, False)
    """
    return suffix_of(name) in MAYBE_SUFFIXES


def packing_of(name: str) -> str:
    """`.gz`, `.zst`, or nothing, by a file's name."""
    return _suffixes(name)[1]


def suffix_of(name: str) -> str:
    """The suffix of a file in small letters, that of its packing aside."""
    return _suffixes(name)[0]


def _suffixes(name: str) -> tuple[str, str]:
    path = PurePosixPath(name.replace(os.sep, "/"))
    packing = path.suffix.lower()
    if packing in PACKED_SUFFIXES:
        return PurePosixPath(path.stem).suffix.lower(), packing
    return packing, ""


def shown_name(name: str) -> str:
    r"""A file's name as rows and messages give it: bytes that are no UTF-8 as `\xe1`, so that it is a text.

    >>> shown_name("νέα.txt"), shown_name("a\udce1.txt")
    ('νέα.txt', 'a\\xe1.txt')
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("utf-8", "backslashreplace")
    return name
