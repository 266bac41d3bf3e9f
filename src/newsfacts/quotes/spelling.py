"""One name in two alphabets, `Dalton` and `Ντάλτον`, in all cases, and by other words."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from newsfacts.packs.forms import folded_forms
from newsfacts.packs.quote_schema import ByName
from newsfacts.text.fold import fold

# Greek and Latin spellings of one sound, in the order in which they are replaced; both end as Latin letters.
_GREEK = {
    "\u03bc\u03c0": "b", "\u03bd\u03c4": "d", "\u03b3\u03ba": "g", "\u03b3\u03b3": "g", "\u03c4\u03b6": "j",
    "\u03c4\u03c3": "j", "\u03b2": "v", "\u03b3": "g", "\u03b4": "d", "\u03b6": "z", "\u03b8": "t",
    "\u03ba": "k", "\u03bb": "l", "\u03bc": "m", "\u03bd": "n", "\u03be": "ks", "\u03c0": "p", "\u03c1": "r",
    "\u03c3": "s", "\u03c4": "t", "\u03c6": "f", "\u03c7": "h", "\u03c8": "ps",
}  # fmt: skip
_LATIN = {
    "tch": "j", "sch": "s", "ch": "j", "sh": "s", "th": "t", "ph": "f", "gh": "g", "ck": "k", "dge": "j",
    "x": "ks", "c": "k", "q": "k", "w": "v", "y": "",
}  # fmt: skip
_SHORTEST = 2
SIGMA = "\u03c3"


def _replaced(word: str, letters: dict[str, str]) -> str:
    for written, sound in letters.items():
        word = word.replace(written, sound)
    return word


@lru_cache(maxsize=20_000)
def consonants(word: str) -> str:
    """The consonants of a word in either alphabet, doubled ones once.

    >>> consonants("Dalton") == consonants("Ντάλτον"), consonants("Huang") == consonants("Χουάνγκ")
    (True, True)
    >>> consonants("Miller") == consonants("Μίλερ"), consonants("Marsh") == consonants("Μαρκς")
    (True, False)
    """
    folded = fold(word)
    letters = _replaced(folded, _LATIN if word.isascii() else _GREEK)
    plain = re.sub("[^b-df-hj-np-tv-z]", "", letters)
    return re.sub(r"(.)\1+", r"\1", plain)


def same_sound(one: str, other: str) -> bool:
    """Whether two words may be one name, one written in Greek and the other in Latin letters.

    >>> same_sound("Hoek", "Χουκ"), same_sound("Lee", "Λι"), same_sound("Altman", "Άλτμαν")
    (True, False, True)
    """
    if one.isascii() == other.isascii():
        return False
    key = consonants(one)
    return len(key) >= _SHORTEST and key == consonants(other)


def name_stem(word: str, endings: tuple[str, ...]) -> str:
    """A word of a name without a final sigma and one of these (folded) endings; an acronym stays.

    >>> endings = ("α", "ου", "ο")
    >>> {name_stem(w, endings) for w in ("Φλώρος", "Φλώρου", "Φλώρο")}, name_stem("Βρανάς", endings)
    ({'φλωρ'}, 'βραν')
    >>> name_stem("Huang", endings), name_stem("ΔΕΗ", endings)
    ('huang', 'δεη')
    """
    folded = fold(word)
    if folded.isascii() or (word.isupper() and len(word) < 6):
        return folded
    base = folded.removesuffix(SIGMA)
    if len(base) < 4:
        return base
    longest = max((ending for ending in endings if base.endswith(ending)), key=len, default="")
    return base.removesuffix(longest)


def full_names(entries: Iterable[ByName], stem: Callable[[str], str]) -> dict[str, tuple[str, ...]]:
    """The stems of the full names of bodies, by the folded words that they go by: `Κομισιόν`."""
    named = ((entry.words, tuple(map(stem, entry.name.split()))) for entry in entries)
    return {word: full for words, full in named for word in folded_forms(words)}
