"""Tests of single tokens that several clients need; the clients add their own."""

import re
from collections.abc import Callable
from typing import Any, Literal

from newsfacts.grammar.types import Predicate
from newsfacts.lexicon.lexicon import Reading


def of_word(pattern: str, first: Literal["digit", "capital", "mixed", "any"] = "any") -> Predicate:
    """A predicate that holds where a whole token fits a regular expression; its value is the token's text.

    >>> of_word(r"[12]\\d{3}", "digit").first
    'digit'
    """
    fits = re.compile(pattern).fullmatch

    def test(reading: Reading, token: int) -> tuple[int, Any] | None:
        word = reading.word(token)
        return (token + 1, word) if word and fits(word) else None

    return Predicate(test, first, size="one")


def of_token(holds: Callable[[str], bool], first: Literal["digit", "capital", "any"] = "any") -> Predicate:
    """A predicate that holds where a function of the token's text says so; its value is the text."""

    def test(reading: Reading, token: int) -> tuple[int, Any] | None:
        word = reading.word(token)
        return (token + 1, word) if word and holds(word) else None

    return Predicate(test, first, size="one")


def line_start(reading: Reading, token: int) -> tuple[int, Any] | None:
    """Reads nothing, and holds at the head of a line; for `>line_start` and `>!line_start`."""
    return (token, True) if token == 0 or "\n" in reading.word(token - 1) else None


def line_end(reading: Reading, token: int) -> tuple[int, Any] | None:
    """Reads nothing, and holds at the end of a line."""
    return (token, True) if token >= len(reading) or "\n" in reading.word(token) else None


COMMON: dict[str, Predicate] = {
    "capital": of_token(lambda word: word[0].isupper(), "capital"),
    "digits": of_word(r"\d+", "digit"),
    "line_start": Predicate(line_start),
    "line_end": Predicate(line_end),
}
