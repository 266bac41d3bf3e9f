"""The article of a web page: its main text, title and date, without menus and comments."""

import re
from datetime import date
from typing import NamedTuple

from newsfacts.documents.storage import MissingExtraError

_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]+encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_HEAD = 8192
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)


class Page(NamedTuple):
    """What a page holds; `text` is empty where no main text was found."""

    text: str
    title: str | None
    date: date | None


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page names in its head.

    >>> declared_encoding(b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1253">')
    'windows-1253'
    """
    head = _COMMENT.sub(b"", data[:_HEAD])
    found = _XML.search(head) or _META.search(head)
    return found[1].decode("ascii", "replace") if found else None


def read_page(html: str) -> Page:
    """The article of a page. Raises MissingExtraError without trafilatura."""
    try:
        from trafilatura import bare_extraction
    except ImportError as error:  # trafilatura itself, or a part of lxml that now has a package of its own
        raise MissingExtraError(f"reading HTML ({str(error).splitlines()[0]})", "html") from None
    # the date in the page's metadata is meant: a search through its text finds any date at all
    try:
        found = bare_extraction(
            html,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            favor_precision=True,
            # trafilatura 2.0 asks for each of its own settings; None is the day of its call
            date_extraction_params={"extensive_search": False, "original_date": True, "max_date": None},
        )
    except Exception:  # a page so broken or so deep that the parser gives up has no article
        found = None
    if found is None:
        return Page("", None, None)
    page = found if isinstance(found, dict) else found.as_dict()
    return Page(page.get("text") or "", page.get("title") or None, _day(page.get("date")))


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def forget() -> None:
    """Empty trafilatura's caches, which grow with the number of pages."""
    from trafilatura.meta import reset_caches

    reset_caches()
