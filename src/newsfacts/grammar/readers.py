"""What terminals read: a category of the lexicon, words, a predicate."""

from collections.abc import Callable
from typing import Any

from newsfacts.grammar.types import Terminal
from newsfacts.lexicon.lexicon import Reading


def _category(reading: Reading, terminal: Terminal, at: int) -> tuple[int, Any] | None:
    return reading.starting(at, terminal.name)


def _words(reading: Reading, terminal: Terminal, at: int) -> tuple[int, Any] | None:
    return (at + 1, reading.word(at)) if reading.norm(at) in terminal.words else None


def _predicate(reading: Reading, terminal: Terminal, at: int) -> tuple[int, Any] | None:
    assert terminal.test is not None
    return terminal.test(reading, at)


def _glue(reading: Reading, terminal: Terminal, at: int) -> tuple[int, Any] | None:
    return (at, None) if reading.glued(at) else None


READERS: dict[str, Callable[[Reading, Terminal, int], tuple[int, Any] | None]] = {
    "category": _category,
    "words": _words,
    "literal": _words,
    "predicate": _predicate,
    "glue": _glue,
}


def ends_at(reading: Reading, terminal: Terminal, at: int) -> bool:
    """Whether what a terminal reads ends right before a token."""
    if terminal.kind == "category":
        return reading.ending(at, terminal.name) is not None
    hit = READERS[terminal.kind](reading, terminal, at - 1) if at > 0 else None
    return hit is not None and hit[0] == at
