"""How symbols of templates and mentions are read: parts, words, what may be missing or repeated."""

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

from newsfacts.grammar.chart import MOST_REPEATS
from newsfacts.grammar.types import Compiled
from newsfacts.quotes.page import Hit, Page

Read = Callable[[Any, int], Hit]
"""Reads a part of what is being read, a `Place`, from a token on, or back from it."""


class Place(Protocol):
    """What is being read: its page, and the token that nothing is read before."""

    @property
    def page(self) -> Page:
        """Whose tokens they are."""

    @property
    def first(self) -> int:
        """Nothing before it is read."""


class Step(NamedTuple):
    """A part of a rule, or words; `keep` is the name that what it reads is kept under.

    `is_part`: what it reads at a token may be worth remembering, which words are not.
    """

    read: Read
    keep: str = ""
    is_part: bool = False


def made_step(step: Compiled, keep: str, part: Read | None, *, behind: bool) -> Step:
    """A symbol made ready to be read to the right, or to the left; `part` reads it where it is no word."""
    terminal = step.terminal
    if part is not None:
        return Step(_as_often(part, step), keep, is_part=True)
    assert terminal is not None
    if terminal.kind == "glue":
        return Step(_glued)
    # what a look looks at stands on the side that its sign says
    toward = step.look.startswith(">") if step.look else behind
    if step.many in ("*", "+"):
        return Step(_row(terminal.words, toward, none=step.many == "*"), keep)
    return Step(_as_often(_word(terminal.words, toward), step), keep)


def _word(words: frozenset[str], behind: bool) -> Read:
    def after(place: Place, at: int) -> Hit:
        return (at + 1, at) if place.page.norm(at) in words else None

    def before(place: Place, at: int) -> Hit:
        return (at - 1, at - 1) if at > place.first and place.page.norm(at - 1) in words else None

    return after if behind else before


def _row(words: frozenset[str], behind: bool, *, none: bool) -> Read:
    """As many words in a row as there are; perhaps none."""

    def after(place: Place, at: int) -> Hit:
        start, norm = at, place.page.norm
        while norm(at) in words and at - start < MOST_REPEATS:
            at += 1
        return (at, at) if none or at > start else None

    def before(place: Place, at: int) -> Hit:
        start, norm, first = at, place.page.norm, place.first
        while at > first and norm(at - 1) in words and start - at < MOST_REPEATS:
            at -= 1
        return (at, at) if none or at < start else None

    return after if behind else before


def _as_often(read: Read, step: Compiled) -> Read:
    """A part that may be missing, stand several times, or is only looked for."""

    def looked(place: Place, at: int) -> Hit:
        return (at, None) if read(place, at) else None

    def absent(place: Place, at: int) -> Hit:
        return None if read(place, at) else (at, None)

    def optional(place: Place, at: int) -> Hit:
        return read(place, at) or (at, None)

    def several(place: Place, at: int) -> Hit:
        start = at
        for _ in range(MOST_REPEATS):
            hit = read(place, at)
            if hit is None or hit[0] == at:
                break
            at = hit[0]
        return (at, at) if at != start or step.many == "*" else None

    if step.look:
        return absent if step.look.endswith("!") else looked
    return {"?": optional, "*": several, "+": several}.get(step.many, read)


def _glued(place: Place, at: int) -> Hit:
    return (at, None) if place.page.reading.glued(at) else None
