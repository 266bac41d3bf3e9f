"""How the symbols of a template are read: parts, words, and what may be missing or repeated."""

from typing import NamedTuple

from newsfacts.grammar.chart import MOST_REPEATS
from newsfacts.grammar.order import error
from newsfacts.grammar.types import Compiled, Source
from newsfacts.quotes.parts import PARTS
from newsfacts.quotes.parts.part import Read
from newsfacts.quotes.scene import Hit, Scene


class Step(NamedTuple):
    """A part of a template, or words; `keep` is the name that what it reads is kept under."""

    read: Read
    keep: str = ""


def made_step(source: Source, step: Compiled, keep: str, *, behind: bool) -> Step:
    """A symbol made ready to be read behind the cue, or before it. Raises PatternError."""
    terminal = step.terminal
    assert terminal is not None
    if terminal.kind == "glue":
        return Step(_glued)
    if terminal.kind == "category":
        part = PARTS[terminal.name]
        read = part.after if behind else part.before
        if read is None:
            side, other = ("behind", "before") if behind else ("before", "behind")
            raise error(source, f"`{terminal.name}` can't stand {side} what it is read from, only {other} it")
        return Step(_as_often(read, step), keep)
    # what a look looks at stands on the side that its sign says
    toward = step.look.startswith(">") if step.look else behind
    if step.many in ("*", "+"):
        return Step(_row(terminal.words, toward, none=step.many == "*"), keep)
    return Step(_as_often(_word(terminal.words, toward), step), keep)


def _word(words: frozenset[str], behind: bool) -> Read:
    def after(scene: Scene, at: int) -> Hit:
        return (at + 1, at) if scene.page.norm(at) in words else None

    def before(scene: Scene, at: int) -> Hit:
        return (at - 1, at - 1) if at > scene.first and scene.page.norm(at - 1) in words else None

    return after if behind else before


def _row(words: frozenset[str], behind: bool, *, none: bool) -> Read:
    """As many words in a row as there are; perhaps none."""

    def after(scene: Scene, at: int) -> Hit:
        start, norm = at, scene.page.norm
        while norm(at) in words and at - start < MOST_REPEATS:
            at += 1
        return (at, at) if none or at > start else None

    def before(scene: Scene, at: int) -> Hit:
        start, norm, first = at, scene.page.norm, scene.first
        while at > first and norm(at - 1) in words and start - at < MOST_REPEATS:
            at -= 1
        return (at, at) if none or at < start else None

    return after if behind else before


def _as_often(read: Read, step: Compiled) -> Read:
    """A part that may be missing, stand several times, or is only looked for."""

    def looked(scene: Scene, at: int) -> Hit:
        return (at, None) if read(scene, at) else None

    def absent(scene: Scene, at: int) -> Hit:
        return None if read(scene, at) else (at, None)

    def optional(scene: Scene, at: int) -> Hit:
        return read(scene, at) or (at, None)

    def several(scene: Scene, at: int) -> Hit:
        start = at
        for _ in range(MOST_REPEATS):
            hit = read(scene, at)
            if hit is None or hit[0] == at:
                break
            at = hit[0]
        return (at, at) if at != start or step.many == "*" else None

    if step.look:
        return absent if step.look.endswith("!") else looked
    return {"?": optional, "*": several, "+": several}.get(step.many, read)


def _glued(scene: Scene, at: int) -> Hit:
    return (at, None) if scene.page.reading.glued(at) else None
