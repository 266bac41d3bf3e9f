"""Plain text out of texts that hold HTML, as feeds deliver them: tags go, entities become characters."""

import html
import re
from collections.abc import Iterator
from html.entities import html5

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]{0,4000})?/?>|<!--|-->")
_ENTITY = re.compile(r"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "table",
        "blockquote",
        "figure",
        "figcaption",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "hr",
        "pre",
        "dl",
        "dt",
        "dd",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "b",
        "i",
        "u",
        "s",
        "em",
        "strong",
        "span",
        "img",
        "small",
        "big",
        "sub",
        "sup",
        "font",
        "mark",
        "cite",
        "q",
        "abbr",
        "code",
        "time",
        "td",
        "th",
    ]
)
_UNSEEN = frozenset(["script", "style", "noscript", "template", "iframe", "svg", "head"])
_KNOWN = _BLOCKS | _INLINE | _UNSEEN | {"html", "body", "thead", "tbody", "video", "audio", "source"}
_ALONE = frozenset({"br", "img", "p", "hr"})
_FRAGMENT = re.compile(r"\s*<(?!!doctype|\?)", re.IGNORECASE)


def holds_markup(text: str) -> bool:
    """Whether a text holds HTML tags or entities. A text that speaks of one tag is none.

    >>> holds_markup("<p>Κόστος 5&nbsp;ευρώ</p>"), holds_markup("το <div> της σελίδας")
    (True, False)
    >>> holds_markup("α < β > γ"), holds_markup("AT&T; R&D;")
    (False, False)
    """
    return _holds_entities(text) or _holds_tags(text)


def is_fragment(text: str) -> bool:
    """Whether a text is a piece of a web page: it begins with a tag and has more of them.

    >>> is_fragment("<p>Κόστος <b>5</b> ευρώ</p>"), is_fragment("Κόστος <b>5</b> ευρώ")
    (True, False)
    """
    return _FRAGMENT.match(text) is not None and _holds_tags(text)


def _holds_entities(text: str) -> bool:
    if "&" not in text:
        return False
    return any(found[1][0] == "#" or found[1] + ";" in html5 for found in _ENTITY.finditer(text))


def _holds_tags(text: str) -> bool:
    if "<" not in text:
        return False
    if "<!--" in text and "-->" in text:
        return True
    names = ((tag[1], tag[2].lower()) for tag in _TAG.finditer(text) if tag[2])
    return any(name in _KNOWN and (closing or name in _ALONE) for closing, name in names)


def plain_text(text: str) -> str:
    """The text without its markup; blocks become lines.

    >>> plain_text("<p>Κόστος <b>5</b>&nbsp;&euro;<br>τον χρόνο</p><script>x()</script><p>τέλος")
    'Κόστος 5\\xa0€\\nτον χρόνο\\n\\nτέλος'
    """
    joined = html.unescape("".join(_seen(text)))
    lines = [line.strip(" \t") for line in joined.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _seen(text: str) -> Iterator[str]:
    """What a reader sees, piece by piece, in one pass."""
    at, hidden = 0, ""
    for tag in _TAG.finditer(text):
        name = (tag[2] or tag[0]).lower()
        if not hidden:
            yield text[at : tag.start()]
        at = tag.end()
        if hidden:
            if (tag[1] and name == hidden) or (hidden == "<!--" and name == "-->"):
                hidden = ""
        elif name == "<!--" or (name in _UNSEEN and not tag[1] and not tag[0].endswith("/>")):
            hidden = name
        elif name in _BLOCKS:
            yield "\n" if name in ("br", "li", "tr") else "\n\n" if tag[1] else "\n"
        elif name not in _KNOWN and name != "-->":
            yield tag[0]
    if not hidden:
        yield text[at:]
