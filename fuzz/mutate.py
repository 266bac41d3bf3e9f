"""Texts broken at random: what plain mutation and the guided fuzzer both do to an input."""

import random
from collections.abc import Sequence

_SIGNS = "0123456789.,:;-–—'\"«»“”‘’()[]/%€$+=×^|&@<>\n\r\t \u00a0\u00ad\u200b\u0301\u202e\ufeff\u2028½²٣Ⅳ😀"
_MOST = 12


def mutated(text: str, chance: random.Random, others: Sequence[str] = ()) -> str:
    """A text with up to twelve pieces cut, doubled, moved, swapped for others or filled with odd signs.

    Pieces of `others` are put in too, so that words of many texts meet.

    >>> mutated("Κόστισε 5 ευρώ", random.Random(1)) == mutated("Κόστισε 5 ευρώ", random.Random(1))
    True
    """
    for _ in range(chance.randint(1, _MOST)):
        start = chance.randint(0, len(text))
        end = min(len(text), start + int(chance.expovariate(1 / 12)))
        if others and chance.random() < 0.2:
            text = text[:start] + piece(chance.choice(others), chance, 30) + text[end:]
            continue
        other = chance.randint(0, len(text))
        text = (
            text[:start]
            + _replacement(text[start:end], text[other : other + end - start], chance)
            + text[end:]
        )
    return text


def piece(text: str, chance: random.Random, size: int) -> str:
    """So many signs of a text from anywhere in it."""
    start = chance.randint(0, max(0, len(text) - size // 2))
    return text[start : start + size]


def _replacement(piece: str, other: str, chance: random.Random) -> str:
    match chance.randrange(8):
        case 0:
            return ""
        case 1:
            return piece * chance.choice((2, 3, 40))
        case 2:
            return other
        case 3:
            return piece.upper()
        case 4:
            return piece[::-1]
        case 5:
            return "".join(chance.choices(_SIGNS, k=chance.randint(1, 4)))
        case 6:
            return chance.choice("0123456789") * chance.choice((1, 2, 5, 30))
        case _:
            return "".join(chr(ord(c) ^ (1 << chance.randrange(5))) for c in piece)
