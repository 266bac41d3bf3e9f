"""A list of lines that somebody is about to say: `Ο Χ τονίζει ότι:` and a line each behind a dash."""

from collections.abc import Iterator

from newsfacts.quotes.page import Page
from newsfacts.quotes.parts.part import Part
from newsfacts.quotes.scene import Hit, Scene, Stretch
from newsfacts.quotes.verb_forms import has_verb

_SIGNS = frozenset("-•·*▪●■◦‣►➤✓")
# Text without end stays linear.
_LONGEST = 40


def _listed(scene: Scene, at: int) -> Hit:
    """Lines, each a clause behind the same sign: what is said from the first to the last.

    One alone only behind `that`.
    """
    page = scene.page
    lines = list(_lines(page, at))
    few = 1 if page.norm(at - 2) in scene.words.that else 2
    told = all(start not in page.opens and has_verb(scene, start, end) for start, end in lines)
    if len(lines) < few or not told:
        return None
    end = lines[-1][1]
    return end, Stretch(lines[0][0], end)


def past_lines(page: Page, at: int) -> int:
    """`ότι το σχέδιο γύρισε, επειδή:` and lines with a sign each: past two or more; else the token."""
    colon = at - 1 if page.norm(at - 1) == ":" else at
    lines = list(_lines(page, colon + 1)) if page.norm(colon) == ":" else []
    return lines[-1][1] if len(lines) > 1 else at


def _lines(page: Page, at: int) -> Iterator[tuple[int, int]]:
    """The lines from a token on that begin with the same sign, without it."""
    sign = ""
    for _ in range(_LONGEST):
        while at < len(page.reading) and page.word(at).isspace():
            at += 1
        found = _sign(page, at)
        if not found or (sign and found != sign):
            return
        sign, start = found, at + len(found)
        at = page.token(page.sentences.paragraph(page.reading.starts[at])[1])
        if at <= start:
            return
        yield start, at


def _sign(page: Page, at: int) -> str:
    """The sign at the head of a line, a letter a token: `-`, or `1.` for any number; else nothing."""
    if at >= len(page.reading):
        return ""
    if page.word(at).isdigit() and page.norm(at + 1) in (".", ")"):
        return "1" + page.norm(at + 1)
    return page.norm(at) if page.norm(at) in _SIGNS else ""


PARTS = {"listed": Part(_listed, gives=Stretch)}
