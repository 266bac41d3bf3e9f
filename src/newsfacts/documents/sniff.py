"""What a file holds, by its first bytes: a web page, records, or a text."""

import codecs
import json
import re

from newsfacts.documents.model import ReadOptions
from newsfacts.documents.names import kind_of

SNIFFED = 4096

_BEFORE_TAG = re.compile(rb"(?:\s|<!--(?:(?!-->).)*-->|<\?xml[^>]*>)*", re.DOTALL)
_PAGE = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|link)\b",
    re.IGNORECASE,
)
_SERVER_CODE = re.compile(rb"<(?:\?php|\?=|%|script\s+runat)", re.IGNORECASE)
_ARRAY = re.compile(rb'\[\s*[{\["]')
_OBJECT = re.compile(rb'\{\s*"(?:[^"\\]|\\.)*"\s*:')
_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def kind_by_content(head: bytes, options: ReadOptions, name: str = "") -> str:
    """`jsonl`, `html` or `text`, by the first bytes of a file and, where they do not tell, by its name.

    >>> kind_by_content(b"<!-- saved --> <HTML>", ReadOptions(), "a.txt")
    'html'
    >>> kind_by_content(b'{"text": "a"}', ReadOptions(), "feed.json")
    'jsonl'
    >>> kind_by_content(b"[1] See", ReadOptions())
    'text'
    """
    named = kind_of(name)
    start = _plain(head)
    if _SERVER_CODE.match(start):
        return "text"
    if _PAGE.match(start, _BEFORE_TAG.match(start).end()):  # type: ignore[union-attr]
        return "html"
    if named != "text":
        return named
    if _ARRAY.match(start):
        return "jsonl" if _is_json_array(start, name) else "text"
    if not start.startswith(b"{"):
        return "text"
    key = json.dumps(options.text_field).encode()
    return "jsonl" if key in head or _OBJECT.match(start) else "text"


def is_server_code(head: bytes) -> bool:
    """Whether a file is the program that makes a page, not the page."""
    return _SERVER_CODE.match(_plain(head)) is not None


def _is_json_array(start: bytes, name: str) -> bool:
    """`[{"…` begins records; `["quoted"]` may as well begin a text, if the file is not called .json."""
    return name.lower().endswith(".json") or re.match(rb'\[\s*\{\s*("|\})', start) is not None


def _plain(head: bytes) -> bytes:
    """The first bytes without marks and blanks, UTF-16 as UTF-8."""
    if head[:2] in _UTF16:
        return head[2:].decode(_UTF16[head[:2]], "ignore").encode().lstrip()
    return head.removeprefix(codecs.BOM_UTF8).lstrip(b" \t\r\n")


def holds_facts(head: bytes) -> bool:
    """Whether a file holds rows of facts that newsfacts wrote, not news.

    >>> holds_facts(b'{"source": "a", "id": null, "kind": "money", "text": "5", "start_char": 0}')
    True
    """
    start = _plain(head)
    return start.startswith(b'{"source":') and b'"kind":' in start and b'"start_char":' in start
