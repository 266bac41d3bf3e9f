"""Organisations that are called by their initials, and their full names."""

from collections.abc import Iterable

from newsfacts.quotes.names import Tokens, is_strong
from newsfacts.quotes.page import Page
from newsfacts.text.fold import fold

_FEW, _LONGEST = 2, 7  # letters of initials
_MANY = 3  # initials that are no chance


def spelt_out(page: Page, named: Iterable[Tokens], name: Tokens) -> Tokens | None:
    """The full name of what is called by initials, of the names that the text gives.

    `η ΝΕΚ`, introduced as `Ναυτιλιακή Ένωση Κυκλάδων (ΝΕΚ)`, or named so elsewhere, without the bracket.
    """
    word = page.word(name[0])
    short = word.isupper() and _FEW <= len(word) <= _LONGEST
    if name[1] - name[0] != 1 or not (short or page.is_latin(name[0])):
        return None
    spelt: Tokens | None = None
    many = short and len(word) >= _MANY
    for full in named:
        after = full[1]
        if page.norm(after) == "(" and page.word(after + 1) == word and page.norm(after + 2) == ")":
            first = page.word(full[0])[:1].upper() == word[:1]
            foreign = page.is_latin(name[0]) and not page.is_latin(full[0]) and is_strong(page, full)
            fits = (first and short) or foreign  # `Ευρωπαϊκή Αρχή (Eurocheck)`
            return _initials(page, full, word) or (full if fits else None)
        if many and spelt is None and _initials(page, full, word) == full:
            spelt = full  # `η Helion Energy Navigation … στην HEN`
    return spelt


def _initials(page: Page, name: Tokens, acronym: str) -> Tokens | None:
    """The part of a name whose initials the acronym is."""
    for start in range(*name):
        letters = "".join(page.word(k)[:1] for k in range(start, name[1]) if page.is_capital(k))
        if fold(letters) == fold(acronym):
            return start, name[1]
    return None
