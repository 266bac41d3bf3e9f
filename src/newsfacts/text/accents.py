"""Accents that are typed as a mark of their own: `‘Αμυνα`, `΄Ελληνες`, `β ́ τρίμηνο`."""

import re
import unicodedata
from collections.abc import Iterator

from newsfacts.text.lines import Edit

TYPED = "'‘’`´΄᾽"
"""The marks that accents are typed as."""
# begins with the mark, so that the search skips letters fast
_TYPED = re.compile(rf"[{TYPED}](?<!\w.)([ΑΕΗΙΟΥΩ][α-ωά-ώ]{{2,}})(?!['’\w])")
_ACUTE = "\u0301"
_PRIMES = "\u02b9\u0374"
_LETTERED = re.compile(rf"(?<!\w)(?:([Α-Δα-δ])(?: {_ACUTE}|[{_PRIMES}])|([ΒΓΔβγδ]){_ACUTE})")


def typed_accents(text: str) -> Iterator[Edit]:
    """Such marks and letters as one letter, in words that bear no other accent.

    >>> text = "ο υπουργός ‘Αμυνας και οι 'Ελληνες, ’Αμεση 'Ωρα, 'Αυτό'"
    >>> [(text[edit.start : edit.end], edit.new) for edit in typed_accents(text)]
    [('‘Α', 'Ά'), ("'Ε", 'Έ'), ('’Α', 'Ά'), ("'Ω", 'Ώ')]
    """
    for match in _TYPED.finditer(text):
        word = match[1]
        if unicodedata.normalize("NFD", word) == word:
            start = match.start()
            yield Edit(start, start + 2, unicodedata.normalize("NFC", word[0] + _ACUTE))


def lettered_ordinals(text: str) -> Iterator[Edit]:
    """The mark of a letter that counts, typed as an accent or a prime: `β ́ τρίμηνο` for `β΄ τρίμηνο`.

    >>> [(edit.start, edit.end, edit.new) for edit in lettered_ordinals("το β \u0301 τρίμηνο")]
    [(3, 6, 'β΄')]
    """
    if not any(mark in text for mark in _ACUTE + _PRIMES):
        return
    for match in _LETTERED.finditer(text):
        yield Edit(match.start(), match.end(), f"{match[1] or match[2]}΄")
