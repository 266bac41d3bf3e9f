"""Line ends: which ones fold a sentence and are blanks, and which ones end a line.

Whoever folds a text at some width breaks a line where the next word no longer fits. So the text itself
tells whether it is folded and how wide: where a line ends in mid-clause and the next one goes on in small
letters, the line must have been full. These junctions give the width; a line end is soft where the next
word would not have fitted that width, and hard where it would, as at the end of a paragraph, after a
headline, in a list or a table. docs/lines.md says it for users.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_END = re.compile(r"\r\n?|\n")
_QUOTING = re.compile(r"(?:[ \t]*>)+ ?")
_MARGIN = re.compile(f"^{_QUOTING.pattern}", re.MULTILINE)
_STOPS = frozenset(".;!:…·»”\"')]\u037e")
# Signs that open an item wherever they stand, and those that may also stand in mid-sentence.
_ITEM = re.compile(r"[•▪►✓*·●○◦‣]\s|\(?[^\W_]{1,2}\)\s|[-=_*~#]{3}")
_MAYBE_ITEM = re.compile(r"[-–—]\s|\d{1,2}\.\s")
_SHORTENED = re.compile(r"\d\s?[^\W\d_]{1,6}\.$")
_SHORTENED_MOST = 10
# A word of letters, and no name of a file or address.
_WORD = re.compile(r"[^\W\d_]+(?![\w@])")
_CELLS = re.compile(r"\t|\S {3,}\S")
_CAPITALS = 10
_WIDEST = 140
_NARROW = 45
# Typeset lines differ in their count of letters; lines folded by count don't.
_RAGGED = 0.8
_LOOSE = 1.12
_SHORT_WORD = 4


class Edit(NamedTuple):
    """A piece of text and what is read in its place."""

    start: int
    end: int
    new: str


class _Line(NamedTuple):
    """One line without blanks and signs of quoting around it; `width` counts from its margin."""

    start: int
    end: int
    width: int
    indent: int
    depth: int
    text: str

    @property
    def is_item(self) -> bool:
        return bool(_ITEM.match(self.text) or _MAYBE_ITEM.match(self.text))


class _Fold(NamedTuple):
    """How a text is folded: a line is full where it takes at least `full` with the next word."""

    full: float
    loose: float
    widest: float


def line_edits(text: str) -> list[Edit]:
    """Soft line ends as blanks, words cut at a line's end as one, all other line ends as a newline.

    >>> first = "Η μονάδα στη Δράμα θα έχει συνολική ισχύ 1.300 MW, αφού"
    >>> text = first + "\\r\\nη εταιρεία αποφάσισε ότι χρειάζεται."
    >>> [(text[e.start : e.end], e.new) for e in line_edits(text)]
    [('\\r\\n', ' ')]
    >>> line_edits("Η μονάδα έχει\\n- ισχύ 1.300 MW\\n- κόστος 5 εκατ. ευρώ")
    []
    """
    edits = [Edit(*m.span(), "\n") for m in _END.finditer(text) if m[0] != "\n"] if "\r" in text else []
    if not _may_be_folded(text):
        return edits
    lines = list(_lines(text))
    fold = _fold(lines)
    if fold is None:
        return edits
    pairs = list(_soft(text, lines, fold))
    soft = [_joined(text, one, two) for one, two in pairs]
    if any(one.depth for one, _ in pairs):
        edits = sorted([*edits, *(Edit(*m.span(), "") for m in _MARGIN.finditer(text))])
    within = {at for edit in soft for at in range(edit.start, edit.end)}
    return sorted(soft + [edit for edit in edits if edit.start not in within])


def _may_be_folded(text: str) -> bool:
    """Whether any line goes on in small letters: most texts are done here."""
    return any(
        two and one and (two[0].islower() or two[0] in " \t>") for one, two in pairwise(text.splitlines())
    )


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for end in [*(m.start() for m in _END.finditer(text)), len(text)]:
        margin = start
        depth = 0
        if text.find(">", start, min(start + 4, end)) >= 0 and (quoting := _QUOTING.match(text, start, end)):
            margin, depth = quoting.end(), quoting[0].count(">")
        line = text[margin:end]
        words = line.strip()
        first = margin + len(line) - len(line.lstrip())
        last = first + len(words)
        yield _Line(first, last, last - margin, first - margin, depth, words)
        start = end + (2 if text.startswith("\r\n", end) else 1)


def _extent(one: _Line, two: _Line) -> int:
    """How wide a line would be with the first word of the next one."""
    return one.width + 1 + len(two.text.split(None, 1)[0])


def _are_neighbours(one: _Line, two: _Line) -> bool:
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


def _goes_on(one: _Line, two: _Line) -> bool:
    """Whether a sentence surely runs over the line end, as in `450 εκατ.` before `ευρώ`."""
    if not two.text[0].islower() or not _WORD.match(two.text):
        return False
    return one.text[-1] not in _STOPS or bool(_SHORTENED.search(one.text[-_SHORTENED_MOST:]))


def _fold(lines: Sequence[_Line]) -> _Fold | None:
    """How the text is folded; None where it is not."""
    sure = [(one, two) for one, two in pairwise(lines) if _are_neighbours(one, two) and _goes_on(one, two)]
    if not sure:
        return None
    widest = max(one.width for one, _ in sure)
    # a few may be no folds at all: a name of a file, a word of a menu
    extents = sorted(extent for pair in sure if (extent := _extent(*pair)) >= widest * _RAGGED)
    if len(sure) - len(extents) > len(sure) // 4:
        return None
    full = extents[(len(extents) + 4) // 10]
    exact = full > widest
    if widest < _NARROW and not (exact and len(sure) >= _SHORT_WORD):
        return None
    widths = [line.width for line in lines if line.text]
    longer = sum(width > widest * _LOOSE + 2 for width in widths)
    most = max(1, len(widths) // 7) if len(sure) > 2 else 0
    if widest > _WIDEST or longer > most:
        return None
    if exact:
        full = max(width for width in widths if width < full) + 1
    return _Fold(full, widest * _RAGGED, widest * _LOOSE + 2)


def _soft(text: str, lines: Sequence[_Line], fold: _Fold) -> Iterable[tuple[_Line, _Line]]:
    """The pairs of lines between which a sentence or paragraph goes on."""
    short: set[str] | None = None
    in_item = False
    for one, two in pairwise(lines):
        in_item = one.is_item or (in_item and bool(one.text))
        if not _are_neighbours(one, two) or one.width > fold.widest:
            continue
        extent = _extent(one, two)
        if _goes_on(one, two):
            if extent >= min(fold.loose, fold.full):
                yield one, two
            continue
        if extent < fold.full:
            continue
        if one.text[-1] not in _STOPS:
            if short is None:
                short = {word for word in text.split() if len(word) <= _SHORT_WORD}
            if _opens_sentence(one, two, short):
                continue
        if _MAYBE_ITEM.match(two.text) and (in_item or one.text[-1] in _STOPS or one.text[-1] == ","):
            continue
        yield one, two


def _opens_sentence(one: _Line, two: _Line, short: set[str]) -> bool:
    """Whether a line after one without a stop, such as a headline, begins anew.

    It does with a small word in a capital that the text writes in small letters too: an article or a
    preposition, not a name.
    """
    word = two.text.split(None, 1)[0]
    return (
        len(word) <= _SHORT_WORD
        and word[0].isupper()
        and word.lower() in short
        and one.text[-1] != ","
        and not one.text.isupper()
    )


def _joined(text: str, one: _Line, two: _Line) -> Edit:
    """What is read for a soft line end: a blank, or nothing where a hyphen cuts a word.

    The hyphen goes where it only cuts: a Greek word has one accent, so `δισεκα-τομμύρια` is one word
    and `κράτη-μέλη` are two, whose hyphen stays.
    """
    if one.text[-1] != "-" or not one.text[-2:-1].isalnum() or not two.text[0].isalnum():
        return Edit(one.end, two.start, " ")
    left = _last_letters(one.text[:-1])
    right = re.match(r"\w+", two.text)
    whole = left + (right[0] if right else "")
    cut = two.text[0].islower() and whole.isalpha() and not left.isascii() and left[-1] not in "ς"
    if cut and sum(letter in _TONOS for letter in whole) == 1:
        return Edit(one.end - 1, two.start, "")
    return Edit(one.end, two.start, "")


_TONOS = frozenset("άέήίόύώΐΰΆΈΉΊΌΎΏ")


def _last_letters(line: str) -> str:
    found = re.search(r"\w+$", line[-40:])
    return found[0] if found else ""
