"""Lines that were broken by no width: the line ends within a sentence that surely goes on.

Press releases are broken where somebody pressed a key. A line that begins in small letters goes on with
the one before it, unless it is an item of a list, a label or a word of a menu: these are short, have no
full stop, or stand among others like them.
"""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from newsfacts.text.line import Line, are_neighbours, begins_small, is_shortened

_CLOSING = "»”\"')]"
_SENTENCE_END = frozenset(".;!…\u037e")
_NEW_SENTENCE = re.compile(r"[^\W\d_]{3}[.;!…\u037e] [^\W\d_]")
_NUMBER_LAST = re.compile(r"(?:^|[\s(])[^\W\d_A-ZΆ-Ϋ][^\W\d_]* \d[\d.,]*$")
_NUMBER_MOST = 30
# a unit, known by its shape alone, and what goes on in small letters after it
_UNIT_FIRST = re.compile(r"[%€$£]|[A-Za-z]{1,4}(?:/[a-z]{1,2})?(?:[,.] | [^\W\d_A-ZΆ-Ϋ])")
_PAUSE = frozenset(":·")
# Prose has lines that are longer than the head of a list, and more words in a line than a label.
_PROSE = 45
_WORDS = 3


def running_on(lines: Sequence[Line], joined: Set[int]) -> Iterator[tuple[Line, Line]]:
    """The pairs of lines between which a sentence goes on; `joined` are the starts of those known to."""
    stopped = _stopped(lines)
    on = in_item = False
    for row, (one, two) in enumerate(pairwise(lines)):
        begun = bool(one.text) and (on or not one.text[0].islower())
        in_item = one.is_item or (in_item and begun)
        if one.start in joined:
            on = True
            continue
        if begun and _may_go_on(one, two):
            on = in_item or stopped[row + 1] or _is_prose(one, two) or _is_pair(lines, row)
        else:
            on = begun and _number_follows(lines, row, on)
        if on:
            yield one, two


def _may_go_on(one: Line, two: Line) -> bool:
    if not are_neighbours(one, two) or not (begins_small(two) or _unit_follows(one, two)):
        return False
    return one.text[-1] not in _PAUSE and (not _ends_sentence(one) or is_shortened(one))


def _unit_follows(one: Line, two: Line) -> bool:
    """Whether a line ends in a number of its sentence and the next begins with its unit (`MW στη Δράμα`)."""
    return bool(_NUMBER_LAST.search(one.text[-_NUMBER_MOST:]) and _UNIT_FIRST.match(two.text))


def _number_follows(lines: Sequence[Line], row: int, on: bool) -> bool:
    """Whether a line that begins with a digit goes on with a sentence broken before or after it."""
    one, two = lines[row], lines[row + 1]
    if not _may_go_on_with_number(one, two):
        return False
    after = lines[row + 2] if row + 2 < len(lines) else None
    return on or (_is_prose(one, two) and after is not None and _may_go_on(two, after))


def _may_go_on_with_number(one: Line, two: Line) -> bool:
    number = two.text[:1].isdigit() and not two.is_item
    return number and one.text[-1:].islower() and are_neighbours(one, two)


def _ends_sentence(line: Line) -> bool:
    return line.text.rstrip(_CLOSING)[-1:] in _SENTENCE_END


def _stopped(lines: Sequence[Line]) -> list[bool]:
    """For each line whether a sentence ends in it, or in what goes on with it."""
    found = [False] * len(lines)
    for row in range(len(lines) - 1, -1, -1):
        line = lines[row]
        after = lines[row + 1] if row + 1 < len(lines) else None
        if not line.text:
            continue
        if after is not None and (_may_go_on(line, after) or _may_go_on_with_number(line, after)):
            found[row] = found[row + 1] or bool(_NEW_SENTENCE.search(line.text))
        else:
            found[row] = _ends_sentence(line) or bool(_NEW_SENTENCE.search(line.text))
    return found


def _is_prose(one: Line, two: Line) -> bool:
    return one.width >= _PROSE and _has_words(two)


def _is_pair(lines: Sequence[Line], row: int) -> bool:
    """Whether two lines stand alone, as those of a headline do."""
    before = lines[row - 1].text if row else ""
    after = lines[row + 2].text if row + 2 < len(lines) else ""
    return not before and not after and _has_words(lines[row + 1])


def _has_words(line: Line) -> bool:
    return len(line.text.split(None, _WORDS)) >= _WORDS
