"""What terminals read: a category of the lexicon, words, a predicate."""

from typing import Any

from newsfacts.grammar.types import Terminal, Test
from newsfacts.lexicon.lexicon import Reading


def reader_of(terminal: Terminal) -> Test:
    """What reads a terminal, made once, so that nothing about it is asked at a token."""
    if terminal.test is not None:
        return terminal.test
    if terminal.kind == "glue":
        return _glue
    return _category(terminal.name) if terminal.kind == "category" else _words(terminal.words)


def _category(name: str) -> Test:
    return lambda reading, at: reading.starting(at, name)


def _words(words: frozenset[str]) -> Test:
    return lambda reading, at: (at + 1, reading.word(at)) if reading.norm(at) in words else None


def _glue(reading: Reading, at: int) -> tuple[int, Any] | None:
    return (at, None) if reading.glued(at) else None


def ender_of(terminal: Terminal) -> Test:
    """What tells whether something that a terminal reads ends right before a token."""
    if terminal.kind == "category":
        name = terminal.name
        return lambda reading, at: reading.ending(at, name)
    read = reader_of(terminal)

    def ends(reading: Reading, at: int) -> tuple[int, Any] | None:
        hit = read(reading, at - 1) if at > 0 else None
        return hit if hit is not None and hit[0] == at else None

    return ends
