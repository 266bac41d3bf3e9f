"""Numbers as Greek newspapers say them, put together from their parts.

    number = indefinite magnitude* | term (joint? term)*
    term   = group magnitude*
    group  = (digits | word+) (half | piece | comma word+)? | piece | word fraction

Each term is smaller than the magnitude of the one before: one billion and 300 million.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

_ONE, _NONE = Decimal(1), Decimal(0)
# A number in figures without a magnitude adds to thousands only, and only from here on; one in words after
# words or `και` always: `3 χιλιάδες και 500`, but `5 χιλ. και 3` are two numbers.
_LEAST_JOINED = 100
_WHOLE = frozenset({"digits", "word", "piece"})
"""The roles of what is a number by itself."""


class Part(NamedTuple):
    """One piece of a number.

    `role` is digits, word, magnitude, indefinite (tens of, hundreds of), half (and a half), piece (½),
    fraction (quarters), comma (a spoken one), hyphen, joint (and) or pause (a comma between terms).
    """

    role: str
    value: Decimal


class Number(NamedTuple):
    """A number read: its value, how many parts it took, and whether only its order is known."""

    value: Decimal
    used: int
    indefinite: bool = False
    # the magnitude said, which the other end of a range may share; 1 where none was
    magnitude: Decimal = _ONE
    # how many terms it has: `2 δισ. 400 εκατ.` has two
    terms: int = 1


class _Term(NamedTuple):
    value: Decimal
    magnitude: Decimal
    end: int
    # whether it is said in words
    words: bool = False


def combine(parts: Sequence[Part]) -> Number | None:
    """Read one number from the start of a row of parts; the rest is left unread.

    >>> D = Decimal
    >>> words = [Part("word", D(100)), Part("word", D(20)), Part("magnitude", D(1000)), Part("word", D(3))]
    >>> combine(words).value
    Decimal('120003')
    >>> combine([Part("indefinite", D(10)), Part("magnitude", D(10**6))]).indefinite
    True
    >>> combine([Part("digits", D(5)), Part("joint", D(0)), Part("digits", D(6))]).used
    1
    """
    if not parts:
        return None
    role, value = parts[0]
    if role in ("indefinite", "magnitude"):
        return _indefinite(parts)
    if len(parts) == 1 and role in _WHOLE:
        return Number(_NONE + value, 1)  # as most are
    term = _term(parts, 0)
    if term is None:
        return None
    # added to zero, so that `1E+9` is written out
    total, used, terms, last = _NONE + term.value * term.magnitude, term.end, 1, term
    while last.magnitude > 1 and (term := _next_term(parts, last)) is not None:
        total, used, terms, last = total + term.value * term.magnitude, term.end, terms + 1, term
    return Number(total, used, magnitude=last.magnitude if terms == 1 else _ONE, terms=terms)


def _indefinite(parts: Sequence[Part]) -> Number | None:
    value, used, last = _ONE, 0, _ONE
    for role, factor in parts:
        if role not in ("indefinite", "magnitude") or (role == "indefinite" and used):
            break
        if parts[used - 1].role == "magnitude" and factor <= last and used:
            return None  # `δισεκατομμύρια εκατομμύρια`
        value, used, last = value * factor, used + 1, factor
    return Number(value, used, indefinite=True, magnitude=last)


def _next_term(parts: Sequence[Part], last: _Term) -> _Term | None:
    """The term that adds to the one before."""
    role = parts[last.end].role if last.end < len(parts) else ""
    term = _term(parts, last.end + (role in ("joint", "pause")))
    if term is None or term.value <= 0 or term.value * term.magnitude >= last.magnitude:
        return None
    if term.magnitude > 1:
        return term
    if role == "pause":
        return None
    # `240 εκατ. έναν χρόνο πριν`: what has no magnitude adds to figures as to thousands only
    words = parts[last.end + (role == "joint")].role == "word" and (role == "joint" or last.words)
    adds = words or (last.magnitude == 1000 and term.value >= _LEAST_JOINED)
    return term if adds else None


def _term(parts: Sequence[Part], at: int) -> _Term | None:
    """A group with the magnitudes after it, which rise: `εκατό χιλιάδες εκατομμύρια`."""
    group = _group(parts, at)
    if group is None:
        return None
    value, end = group
    magnitude = last = _ONE
    while end < len(parts) and parts[end].role == "magnitude" and parts[end].value > last:
        last = parts[end].value
        magnitude, end = magnitude * last, end + 1
    fraction = end > at + 1 and parts[at + 1].role == "fraction"
    return None if fraction and magnitude == 1 else _Term(value, magnitude, end, parts[at].role == "word")


def _group(parts: Sequence[Part], at: int) -> tuple[Decimal, int] | None:
    """A number below its magnitude, and where it ends."""
    if at >= len(parts):
        return None
    role, value = parts[at]
    if role == "piece":
        return value, at + 1
    if role not in ("digits", "word"):
        return None
    if role == "word" and at + 1 < len(parts) and parts[at + 1].role == "fraction":
        return value * parts[at + 1].value, at + 2
    value, end = _words(parts, at) if role == "word" else (value, at + 1)
    if end < len(parts) and parts[end].role == "comma":
        decimals = _decimals(parts, end + 1)
        return (value + decimals[0], decimals[1]) if decimals is not None else (value, end)
    return _with_half(parts, value, end)


def _words(parts: Sequence[Part], at: int) -> tuple[Decimal, int]:
    """Words that add up: each smaller than the place that the one before leaves open."""
    value, end = parts[at].value, at + 1
    room = _room(value)
    while room:
        step = end + (end < len(parts) and parts[end].role == "hyphen")
        if step >= len(parts) or parts[step].role != "word":
            break
        word = parts[step].value
        if not 0 < word < room or (word != int(word) and value < 20):
            break
        value, end, room = value + word, step + 1, _room(word)
    return value, end


def _room(value: Decimal) -> Decimal:
    """What a further word of the same group must stay under: 100 after hundreds, 10 after tens."""
    if value != int(value) or 0 <= value < 20:
        return _NONE
    for step in (1000, 100, 10):
        if value >= step:
            return Decimal(step) if value % step == 0 else _NONE
    return _NONE


def _with_half(parts: Sequence[Part], value: Decimal, end: int) -> tuple[Decimal, int]:
    if end < len(parts) and value == int(value):
        role, more = parts[end]
        if role == "half" or (role == "piece" and more < 1):
            return value + more, end + 1
    return value, end


def _decimals(parts: Sequence[Part], at: int) -> tuple[Decimal, int] | None:
    """The fraction that the words or digits after a spoken comma stand for, and where it ends."""
    digits = ""
    while at < len(parts) and parts[at] == Part("word", _NONE):
        digits, at = digits + "0", at + 1
    if at < len(parts) and parts[at].role in ("word", "digits"):
        value, end = _words(parts, at) if parts[at].role == "word" else (parts[at].value, at + 1)
        if value == int(value):
            digits, at = digits + str(int(value)), end
    return (Decimal(f"0.{digits}"), at) if digits else None
