"""Line ends: which ones fold a sentence and are blanks, and which ones end a line.

Whoever folds a text at some width breaks a line where the next word no longer fits. So the text itself
tells whether it is folded and how wide: where a line ends in mid-clause and the next one goes on in small
letters, the line must have been full. These junctions give the width; a line end is soft where the next
word would not have fitted that width, and hard where it would, as at the end of a paragraph, after a
headline, in a list or a table. Where no width fits, as where people broke lines as they liked, only what
surely goes on is joined (`broken.py`). docs/lines.md says it for users.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsfacts.text.broken import running_on
from newsfacts.text.line import END, QUOTING, STOPS, Line, are_neighbours, goes_on, lines_of, may_be_item

_MARGIN = re.compile(f"^{QUOTING.pattern}", re.MULTILINE)
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
    edits = [Edit(*m.span(), "\n") for m in END.finditer(text) if m[0] != "\n"] if "\r" in text else []
    if not _may_be_folded(text):
        return edits
    lines = list(lines_of(text))
    fold = _fold(lines)
    full = set(_soft(text, lines, fold)) if fold else set()
    pairs = sorted(full.union(running_on(lines, {one.start for one, _ in full})))
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


def _extent(one: Line, two: Line) -> int:
    """How wide a line would be with the first word of the next one."""
    return one.width + 1 + len(two.text.split(None, 1)[0])


def _fold(lines: Sequence[Line]) -> _Fold | None:
    """How the text is folded; None where it is not."""
    sure = [(one, two) for one, two in pairwise(lines) if are_neighbours(one, two) and goes_on(one, two)]
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


def _soft(text: str, lines: Sequence[Line], fold: _Fold) -> Iterable[tuple[Line, Line]]:
    """The pairs of lines between which a sentence or paragraph goes on."""
    short: set[str] | None = None
    in_item = False
    for one, two in pairwise(lines):
        in_item = one.is_item or (in_item and bool(one.text))
        if not are_neighbours(one, two) or one.width > fold.widest:
            continue
        extent = _extent(one, two)
        if goes_on(one, two):
            if extent >= min(fold.loose, fold.full):
                yield one, two
            continue
        if extent < fold.full:
            continue
        if one.text[-1] not in STOPS:
            if short is None:
                short = {word for word in text.split() if len(word) <= _SHORT_WORD}
            if _opens_sentence(one, two, short):
                continue
        if may_be_item(two) and (in_item or one.text[-1] in STOPS or one.text[-1] == ","):
            continue
        yield one, two


def _opens_sentence(one: Line, two: Line, short: set[str]) -> bool:
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


def _joined(text: str, one: Line, two: Line) -> Edit:
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
