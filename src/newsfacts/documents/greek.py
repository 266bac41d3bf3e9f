"""Whether a text is Greek as its letters say: a wrong guess of an encoding shows in its accents."""

import re
import unicodedata

GREEK_CODECS = ("cp1253", "iso8859-7")
_WORD = re.compile(r"[^\W\d_]+")
_FINAL_SIGMA = "\u03c2"
# lower-case vowels, plain and with an accent, as the Greek code pages have them
_PLAIN = set("\u03b1\u03b5\u03b7\u03b9\u03bf\u03c5\u03c9\u03ca\u03cb")
_ACCENTED = set("\u03ac\u03ad\u03ae\u03af\u03cc\u03cd\u03ce\u0390\u03b0")
# what one Greek code page shows where the other has the euro and a capital
_SWAPPED = "\u00a4\u00b6"
_INNER_ALPHA = re.compile(r"(?<=\w)\u0386|\u0386(?!\w)|\u0386(?=\d)")
# the accented capital alpha of windows-1253 is an apostrophe in ISO-8859-7: a word then lacks its accent,
# and the other way round it has one too many
_FIRST_ALPHA = re.compile(r"(?<![^\W_])[\u2019\u0386]([\u0370-\u03ff]+)")


def oddities(text: str) -> int:
    """How much in a Greek text looks like the other code page: they differ in punctuation and a capital."""
    words = sum(not _is_greek_word(word) for word in _WORD.findall(text) if not word.isascii())
    alphas = sum((found[0][0] == "\u0386") == _has_accent(found[1]) for found in _FIRST_ALPHA.finditer(text))
    return words + alphas + len(_INNER_ALPHA.findall(text)) + sum(text.count(sign) for sign in _SWAPPED)


def _has_accent(word: str) -> bool:
    return not _ACCENTED.isdisjoint(word)


def reads_as_greek(text: str) -> bool:
    """Whether letters beyond ASCII form Greek words: by accents, capitals, final sigmas, scripts.

    Other languages' bytes, and UTF-8 read as a code page, come out as Greek letters too, but not so.

    >>> reads_as_greek("Η τιμή του πετρελαίου"), reads_as_greek("Ξ‘ΞΈΞ®Ξ½Ξ±")
    (True, False)
    """
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    if not words:
        return all(unicodedata.category(c)[0] in "PSZ" for c in text if c > "\x7f")
    good = sum(map(_is_greek_word, words))
    return good >= 0.9 * len(words) and _is_accented(words) and _few_odd_signs(text)


def _is_greek_word(word: str) -> bool:
    if not all("\u0370" <= c <= "\u03ff" for c in word):
        return False
    cased = len(word) == 1 or word[1:].islower() or word.isupper()
    return cased and _FINAL_SIGMA not in word[:-1] and not (word[-1] == "\u03c3" and len(word) > 1)


def _is_accented(words: list[str]) -> bool:
    """Whether words of two syllables and more carry one accent each (words in capitals carry none)."""
    long = accented = 0
    for word in words:
        tail = word[1:]
        marks = sum(c in _ACCENTED for c in tail)
        first = word[0].lower() in _ACCENTED
        syllables = sum(c in _PLAIN or c in _ACCENTED for c in tail)
        if tail.islower() and syllables >= 3:
            long += 1
            accented += marks + first in (1, 2)
    if long >= 3:
        return accented >= 0.7 * long
    vowels = sum(unicodedata.normalize("NFD", c)[0].lower() in _PLAIN for word in words for c in word)
    return 0.3 <= vowels / sum(map(len, words)) <= 0.75


def _few_odd_signs(text: str) -> bool:
    odd = sum(1 for c in text if "\x7f" <= c < "\xa0")
    signs = sum(1 for c in text if c > "\x7f" and unicodedata.category(c)[0] == "S")
    letters = sum(1 for c in text if c.isalpha())
    return odd == 0 and signs <= 5 + letters * 0.05
