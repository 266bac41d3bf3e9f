"""One line of a text: what it holds, and whether the next one may go on with it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

END = re.compile(r"\r\n?|\n")
"""The end of a line."""

QUOTING = re.compile(r"(?:[ \t]*>)+ ?")
"""The margin of quoted mail."""

STOPS = frozenset(".;!:…·»”\"')]\u037e")
"""What a line may end with where its sentence is over."""

# Signs that open an item wherever they stand, and those that may also stand in mid-sentence.
_ITEM = re.compile(r"[•▪►✓*·●○◦‣]\s|\(?[^\W_]{1,2}\)\s|[-=_*~#]{3}")
_MAYBE_ITEM = re.compile(r"[-–—]\s|\d{1,2}\.\s")
_SHORTENED = re.compile(r"\d\s?[^\W\d_]{1,6}\.$")
_SHORTENED_MOST = 10
# A word of letters, and no name of a file or address.
_WORD = re.compile(r"[^\W\d_]+(?![\w@])")
_CELLS = re.compile(r"\t|\S {3,}\S")
_CAPITALS = 10


class Line(NamedTuple):
    """One line without blanks and signs of quoting around it; `width` counts from its margin."""

    start: int
    end: int
    width: int
    indent: int
    depth: int
    text: str

    @property
    def is_item(self) -> bool:
        """Whether a sign that opens an item stands at its head."""
        return bool(_ITEM.match(self.text) or _MAYBE_ITEM.match(self.text))


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a text, empty ones too."""
    start = 0
    for end in [*(m.start() for m in END.finditer(text)), len(text)]:
        margin = start
        depth = 0
        if text.find(">", start, min(start + 4, end)) >= 0 and (quoting := QUOTING.match(text, start, end)):
            margin, depth = quoting.end(), quoting[0].count(">")
        line = text[margin:end]
        words = line.strip()
        first = margin + len(line) - len(line.lstrip())
        last = first + len(words)
        yield Line(first, last, last - margin, first - margin, depth, words)
        start = end + (2 if text.startswith("\r\n", end) else 1)


def may_be_item(line: Line) -> bool:
    """Whether a line begins with a sign that opens an item here, and stands in mid-sentence there."""
    return bool(_MAYBE_ITEM.match(line.text))


def are_neighbours(one: Line, two: Line) -> bool:
    """Whether two lines may belong to one paragraph, however long they are."""
    if not one.text or not two.text or one.depth != two.depth or _ITEM.match(two.text):
        return False
    if two.indent > one.indent + 1 and not one.is_item:
        return False
    if _CELLS.search(one.text) or _CELLS.search(two.text):
        return False
    return not (_changes_case(one.text, two.text) or _changes_case(two.text, one.text))


def _changes_case(capitals: str, other: str) -> bool:
    return len(capitals) > _CAPITALS and capitals.isupper() and other != other.upper()


def goes_on(one: Line, two: Line) -> bool:
    """Whether a sentence surely runs over the line end, as in `450 εκατ.` before `ευρώ`."""
    return begins_small(two) and (one.text[-1] not in STOPS or is_shortened(one))


def begins_small(line: Line) -> bool:
    """Whether a line begins with a word in small letters that is no name of a file."""
    return line.text[:1].islower() and bool(_WORD.match(line.text))


def is_shortened(line: Line) -> bool:
    """Whether the full stop at the end of a line shortens a word after a number, as in `450 εκατ.`"""
    return bool(_SHORTENED.search(line.text[-_SHORTENED_MOST:]))
