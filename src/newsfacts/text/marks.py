"""Quotation marks: which opens what, so that one bad mark never swallows the rest of an article."""

import re
from itertools import zip_longest
from typing import NamedTuple

MARKS = frozenset('«»“”„‟"')
_MARK = re.compile('[«»“”„‟"\n]')
# marks that speech of several paragraphs may open with, each with those that open or close such speech
_LONG = {"«": re.compile("[«»]"), "“": re.compile("[“”]"), '"': re.compile('"')}
_LONGEST, _MOST_LINES = 3000, 6
_OPENING, _ENDS = frozenset("«“"), frozenset(".,;!…·%)\u037e")
_CLOSING = frozenset("»”")
_CLOSES = {"»": "«", "”": "“„‟", "“": "„"}


class Pair(NamedTuple):
    """Two marks that belong together; `start` and `end` hold what stands between them.

    `depth` is 0 for a pair that stands in no other one.
    """

    open: int
    start: int
    end: int
    close: int
    depth: int


def pair_marks(text: str) -> list[Pair]:
    """All pairs of a text, in order of their opening marks; depth counts the pairs around each.

    Marks pair within a paragraph. A paragraph that ends inside « or “ goes on in the next one only where
    that opens with », as newspapers print long speech, or where the next mark closes it; so does one in
    straight marks that open after a colon or with a line. A » that opens a paragraph otherwise is a bullet.

    >>> [(p.start, p.end, p.depth) for p in pair_marks("«Το “άλμα” ήρθε», είπε. «Τέλος.")]
    [(1, 15, 0), (5, 9, 1)]
    >>> text = "«Ναι.\\n» Και όχι», είπε\\n» κουκκίδα"
    >>> [text[p.start : p.end] for p in pair_marks(text)]
    ['Ναι.\\n» Και όχι']
    >>> [(p.start, p.end) for p in pair_marks("«Ναι«, είπε. «Όχι»")]  # the wrong key
    [(1, 4), (14, 17)]
    >>> [(p.start, p.end) for p in pair_marks('"Ναι”, είπε. “Όχι»')]  # another key
    [(1, 4), (14, 17)]
    >>> text = 'Είπε: "Ναι.\\nΚαι όχι."'
    >>> [text[p.start : p.end] for p in pair_marks(text)]
    ['Ναι.\\nΚαι όχι.']
    """
    found: list[tuple[int, int]] = []
    stack: list[int] = []
    last = len(text.rstrip())
    places = [match.start() for match in _MARK.finditer(text, 0, last)]
    for at, following in zip_longest(places, places[1:], fillvalue=len(text)):
        sign = text[at]
        if sign == "\n":
            # an open mark lives on only where the next paragraph says so
            if stack and _opens_anew(text, stack[0], at):
                found.append((stack[0], at))
            stack = stack[:1] if stack and _goes_on(text, stack[0], at) else []
        elif sign == "»" and stack and _opens_paragraph(text, at):
            continue
        elif stack and sign in _OPENING and _stands_as_closing(text, at, following):
            found.append((stack.pop(), at))
        else:
            _one(text, at, sign, stack, found)
    if stack and _breaks_off(text[:last], stack[0]):
        found.append((stack[0], last))
    return _nested(found)


def _one(text: str, at: int, sign: str, stack: list[int], found: list[tuple[int, int]]) -> None:
    """Put an opening mark on the stack, or close the nearest one that it can close."""
    openers = _CLOSES.get(sign, "")
    if sign == '"':
        openers = '"' if not _looks_opening(text, at) else ""
    # nesting is shallow in print: looking at four open marks keeps broken text linear
    for depth in range(len(stack) - 1, max(-1, len(stack) - 5), -1):
        if text[stack[depth]] in openers:
            found.append((stack[depth], at))
            del stack[depth:]
            return
    if stack and (sign in _CLOSING or (sign == '"' and openers)) and not text[at - 1].isspace():
        found.append((stack.pop(), at))  # `"Ναι”`: marks of two keyboards
        return
    if sign in '«„‟“"' and (sign != '"' or _looks_opening(text, at)):
        stack.append(at)


def _stands_as_closing(text: str, at: int, following: int) -> bool:
    """Whether an opening mark ends words and begins none: `«Ναι« είπε`; no closing mark comes next."""
    before, after = text[at - 1], text[at + 1 : at + 2]
    ends = before.isalnum() or before in _ENDS
    closed = text[following : following + 1] in _CLOSING
    return ends and not closed and not after.isalnum() and after not in MARKS


def _looks_opening(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([«“-–—/") and bool(after) and not after.isspace()


def _opens_paragraph(text: str, at: int) -> bool:
    while at > 0 and text[at - 1] in " \t\xa0":
        at -= 1
    return at == 0 or text[at - 1] == "\n"


def _goes_on(text: str, opened: int, newline: int) -> bool:
    """Whether the next paragraph opens with », or the next mark within a few paragraphs closes the speech."""
    sign = text[opened]
    if sign not in _LONG or (sign == '"' and not _opens_speech(text, opened)):
        return False
    at = _next_paragraph(text, newline)
    if sign == "«" and text[at : at + 1] == "»":
        return True
    following = _LONG[sign].search(text, at, at + _LONGEST)
    if following is None or text.count("\n", at, following.start()) > _MOST_LINES:
        return False
    closes = not _looks_opening(text, following.start()) if sign == '"' else following[0] != sign
    return closes and not _opens_paragraph(text, following.start())


def _breaks_off(text: str, opened: int) -> bool:
    """Whether a text ends within speech, as the opening of an article does: its last sentence has no end.

    >>> _breaks_off("Είπε: «Θα μείνω και", 6), _breaks_off("Είπε: «Θα μείνω.", 6)
    (True, False)
    """
    before = text[max(0, opened - 3) : opened].rstrip(" \t\xa0")
    opens = not before or before[-1] in "\n.:;!,»\u037e"
    ends = text[-1:].isalpha() or text.endswith(("…", "..."))
    return text[opened] in "«“" and opens and ends


def _opens_anew(text: str, opened: int, newline: int) -> bool:
    """Whether the next paragraph opens with the same mark: the last one of a long speech is closed."""
    sign = text[opened]
    at = _next_paragraph(text, newline)
    return sign in "«“" and text[at : at + 1] == sign and text[newline - 1 : newline] in ".!;…\u037e"


def _opens_speech(text: str, at: int) -> bool:
    """Whether a straight mark stands at the head of a line or after a colon."""
    return _opens_paragraph(text, at) or text[max(0, at - 3) : at].rstrip().endswith(":")


def _next_paragraph(text: str, newline: int) -> int:
    at = newline
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _nested(found: list[tuple[int, int]]) -> list[Pair]:
    pairs: list[Pair] = []
    ends: list[int] = []
    for opened, closed in sorted(found):
        while ends and ends[-1] < opened:
            ends.pop()
        pairs.append(Pair(opened, opened + 1, closed, closed + 1, len(ends)))
        ends.append(closed)
    return pairs
