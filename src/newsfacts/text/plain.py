"""The text as it is read: one sign for one meaning, whole sentences on a line, offsets kept.

What a reader does not see is taken out, accents are put on their letters, blanks of all widths are
blanks, and lines that were folded are unfolded. Facts are found in the plain text; `Plain.span` says
where they stand in the text as given, which nothing changes.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from newsfacts.text.accents import TYPED, lettered_ordinals, typed_accents
from newsfacts.text.lines import Edit, line_edits
from newsfacts.text.single import OTHER, other_marks
from newsfacts.text.spacing import blanks_left_out

_ACCENT = "\u0300-\u036f"
# zero-width blanks and joiners, marks of direction, variation selectors, the soft hyphen
_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_BLANK = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BREAK = "\u2028\u2029"
_MICRO = "\u00b5"
_ODD = re.compile(f"[{_UNSEEN}{_BLANK}{_BREAK}{_MICRO}{_ACCENT}]")
_EDITED = re.compile(f"[^\\W\\d_][{_ACCENT}]+|[{_UNSEEN}]+|[{_BLANK}{_BREAK}{_MICRO}]")
# most texts have none of these, and one look tells
_MARKS = re.compile("[" + re.escape(TYPED) + "".join(sign[0] for sign in OTHER) + "]")
_SOFT_HYPHEN = "\u00ad"


class _Shifts(NamedTuple):
    """How far the text as given runs ahead of the plain one: `by[i]` from `starts[i]` or `ends[i]` on.

    What was taken out belongs to no span, so spans end before it and start after it.
    """

    starts: list[int]
    ends: list[int]
    by: list[int]


class Plain(NamedTuple):
    """A plain text and the way back to the one it was made from."""

    text: str
    given: str
    shifts: tuple[_Shifts, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the plain text stands in the text as given.

        >>> plain = plain_text("στα 5\\u200b00 M\\u200bW\\u200b.")
        >>> plain.text, plain.span(4, 10)
        ('στα 500 MW.', (4, 12))
        """
        for starts, ends, by in reversed(self.shifts):
            if row := bisect_right(starts, start):
                start += by[row - 1]
            if row := bisect_right(ends, end):
                end += by[row - 1]
        return start, end


def plain_text(text: str) -> Plain:
    """The text as it is read; the very same string where there is nothing to change.

    >>> plain_text("το 2027\\xa0η ευρω\\u0301 των 5\\xa0000").text
    'το 2027 η ευρώ των 5\\xa0000'
    """
    plain = Plain(text, text)
    if _ODD.search(text):
        plain = _edited(plain, _sign_edits(text))
    marked = _MARKS.search(text) is not None
    if marked:
        plain = _edited(plain, typed_accents(plain.text))
    plain = _edited(plain, lettered_ordinals(plain.text))
    if marked and any(sign in text for sign in OTHER):
        plain = _edited(plain, other_marks(plain.text))
    if "\n" in plain.text or "\r" in plain.text:
        plain = _edited(plain, line_edits(plain.text))
    # after the lines, whose widths they would change
    return _edited(plain, (Edit(at, at, " ") for at in blanks_left_out(plain.text)))


def _sign_edits(text: str) -> Iterable[Edit]:
    for match in _EDITED.finditer(text):
        start, end = match.span()
        sign = text[start]
        if sign == _MICRO:
            yield Edit(start, end, "μ")
        elif sign in _BREAK:
            yield Edit(start, end, "\n")
        elif sign.isspace():
            # between digits the kind of blank tells thousands from two numbers
            if not (text[start - 1 : start].isdigit() and text[end : end + 1].isdigit()):
                yield Edit(start, end, " ")
        elif sign.isalpha():
            yield Edit(start, end, unicodedata.normalize("NFC", match[0]))
        elif _SOFT_HYPHEN in match[0] and text[end : end + 1] in ("\n", "\r"):
            yield Edit(start, end, "-")  # a word is cut here, and the hyphen is seen
        else:
            yield Edit(start, end, "")


def _edited(plain: Plain, edits: Iterable[Edit]) -> Plain:
    """The text with edits made, in order of place."""
    edits = list(edits)
    if not edits:
        return plain
    text = plain.text
    pieces: list[str] = []
    shifts = _Shifts([], [], [])
    done = size = by = 0
    for start, end, new in edits:
        pieces += text[done:start], new
        size += start - done + len(new)
        done = end
        if end - size != by:
            by = end - size
            shifts.starts.append(size)
            shifts.ends.append(size if new else size + 1)
            shifts.by.append(by)
    if not done:
        return plain
    pieces.append(text[done:])
    chain = (*plain.shifts, shifts) if shifts.by else plain.shifts
    return Plain("".join(pieces), plain.given, chain)
