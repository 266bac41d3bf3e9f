"""Texts broken at random, for where no coverage-guided fuzzer is installed, and for property tests."""

import random

_SIGNS = "0123456789.,:;-–—'\"«»“”‘’()[]/%€$+=×^|&@<>\n\r\t \u00a0\u00ad\u200b\u0301\u202e\ufeff\u2028½²٣Ⅳ😀"
_MOST = 12


def mutated(text: str, chance: random.Random) -> str:
    """A text with up to twelve pieces cut, doubled, moved, swapped for others or filled with odd signs.

    >>> mutated("Κόστισε 5 ευρώ", random.Random(1)) == mutated("Κόστισε 5 ευρώ", random.Random(1))
    True
    """
    for _ in range(chance.randint(1, _MOST)):
        start = chance.randint(0, len(text))
        end = min(len(text), start + int(chance.expovariate(1 / 12)))
        piece = text[start:end]
        other = chance.randint(0, len(text))
        text = text[:start] + _replacement(piece, text[other : other + len(piece)], chance) + text[end:]
    return text


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
