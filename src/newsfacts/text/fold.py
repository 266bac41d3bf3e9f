"""Folding: one form for all the ways in which newspapers spell a word.

`fold` is what the NORM of every token is, so it runs once per distinct word of a text.
"""

import re
import unicodedata
from functools import lru_cache

# Letters that look the same in both scripts, pairwise. Capitals and small letters differ:
# the Greek capital Η looks like H, the small one does not.
_GREEK_CAPITALS, _LATIN_CAPITALS = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ", "ABEZHIKMNOPTYXC"
_GREEK_SMALL, _LATIN_SMALL = "αβεικνορτυχωη", "abeikvoptuxwn"

_TO_GREEK = str.maketrans(_LATIN_CAPITALS[:-1] + _LATIN_SMALL, _GREEK_CAPITALS[:-1] + _GREEK_SMALL)
_TO_LATIN = str.maketrans(_GREEK_CAPITALS + "ακονρτιχυ", _LATIN_CAPITALS + "akovptixu")
_ONLY_LIKE_GREEK = re.compile(f"[{_LATIN_CAPITALS[:-1]}]+")

# One sign for the many that a keyboard or a typesetter may have put in its place.
_SIGNS: dict[int, str | None] = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("’‘ʼ΄᾽´`′ʹ", "'"),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
        "µ": "μ",
    }
)
_ACCENTED = (*range(0xC0, 0x250), *range(0x370, 0x400), *range(0x1E00, 0x2000))
_NO_ACCENTS: dict[int, str | None] = {
    code: base
    for code in _ACCENTED
    if (base := unicodedata.normalize("NFD", chr(code))[0]) != chr(code) and base.isalpha()
}
_NO_ACCENTS |= dict.fromkeys(range(0x300, 0x370))
_PLAIN = _NO_ACCENTS | _SIGNS
_GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_LATIN = re.compile("[A-Za-z]")


def unaccented(text: str) -> str:
    """Strip combining marks; case stays.

    >>> unaccented("Διευθύνων Σύμβουλος")
    'Διευθυνων Συμβουλος'
    """
    return text if text.isascii() else text.translate(_NO_ACCENTS)


def one_script(word: str) -> str:
    """Write a word that mixes Greek and Latin look-alikes in the one script that can hold all of it.

    Case stays. A word all in Latin capitals that are also Greek ones becomes Greek, since Greek
    newspapers type headlines so; patterns pass through here too, so nothing is lost by it.

    >>> one_script("ΜW"), one_script("Eυρώ"), one_script("EKAT"), one_script("GW")
    ('MW', 'Ευρώ', 'ΕΚΑΤ', 'GW')
    """
    if word.isascii():
        return word.translate(_TO_GREEK) if _ONLY_LIKE_GREEK.fullmatch(word) else word
    latin = _LATIN.search(word)
    if not latin:
        return word
    if not _GREEK.search(word):
        return word
    as_greek = word.translate(_TO_GREEK)
    if not _LATIN.search(as_greek):
        return as_greek
    as_latin = word.translate(_TO_LATIN)
    return word if _GREEK.search(as_latin) else as_latin


def symbol_form(word: str) -> str:
    """The form in which symbols are compared: one script, no invisible characters, case kept.

    >>> symbol_form("ΜWp"), symbol_form("κWh")
    ('MWp', 'kWh')
    """
    if word.isascii():
        return word
    word = word.translate(_PLAIN)
    # A symbol such as `mW` is never Greek, so capitals that could be either stay Latin here.
    as_latin = word.translate(_TO_LATIN)
    return word if _GREEK.search(as_latin) else as_latin


def fold(word: str) -> str:
    """The form in which words are compared: no case, accents, final sigma, look-alikes or soft hyphens.

    >>> {fold(w) for w in ("δισεκατομμύρια", "ΔΙΣΕΚΑΤΟΜΜΥΡΙΑ", "δισεκατοµµύρια", "δισε\u00adκατομμύρια")}
    {'δισεκατομμυρια'}
    >>> fold("Έως"), fold("Tο"), fold("OpenAI")
    ('εωσ', 'το', 'openai')
    """
    if word.isascii():
        return (word.translate(_TO_GREEK) if _ONLY_LIKE_GREEK.fullmatch(word) else word).lower()
    plain = one_script(word.translate(_PLAIN))
    return plain.lower().replace("ς", "σ") or word


@lru_cache(maxsize=100_000)
def fold_once(word: str) -> str:
    """As `fold`, for those to whom the same words come back: what was folded is kept."""
    return fold(word)
