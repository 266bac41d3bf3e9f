"""Tokenizer rules for Greek news.

spaCy's own rules for Greek leave `500MW`, `$500`, `1,2δισ.` and `50-100` in one piece. These
rules cut numbers from the units glued to them and leave names such as `5G`, `X75`, `GPT-5`,
`SF-220W` and `31/12/2031` whole. Full stops are tokens of their own; a pattern such as
`εκατ.` is cut the same way, so it still meets its text.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from spacy.tokenizer import Tokenizer
from spacy.vocab import Vocab

from newsfacts.text.fold import fold

_LETTER = r"[^\W\d_]"
# A letter may be followed by combining accents (decomposed text) and soft hyphens.
_MARK = r"[\u0300-\u036f\u00ad]"
_CURRENCY = "".join(chr(c) for c in range(0x20, 0x2100) if unicodedata.category(chr(c)) == "Sc")
_PAIRS = r"«»“”„‟\"()\[\]{}<>‹›"
_APOSTROPHES = r"’‘ʼ΄᾽´`′'"
_ALWAYS = rf"[{_PAIRS}{re.escape(_CURRENCY)}%‰…~≤≥≈±!;;·*=|•▪►✓×]"
_DASH = r"[-‐‑‒–—―−]"

_PREFIXES = (_ALWAYS, rf"[.,:?+/_#&@{_APOSTROPHES}]", _DASH)
_SUFFIXES = (_ALWAYS, rf"[.,:?+/_#&{_APOSTROPHES}]", _DASH)
# Each begins with the sign it cuts, so that the search skips letters fast; what must stand before
# the sign is looked up behind it.
_INFIXES = (
    _ALWAYS,
    # a dash joins words and joins numbers, but belongs to the name in GPT-5
    rf"{_DASH}(?:(?<={_LETTER}{_DASH})|(?<={_MARK}{_DASH}))(?={_LETTER})",
    rf"{_DASH}(?:(?<=\d{_DASH})(?=\w)|(?<=\.{_DASH})(?=\w)|(?<=[%‰{re.escape(_CURRENCY)}]{_DASH}))",
    # a slash between a unit and what it is counted by; `31/12/2031`, `8,5/10` stay
    rf"/(?:(?<={_LETTER}/)(?=\w)|(?<={_MARK}/)(?=\w)|(?<=\d/)(?={_LETTER})|(?<=[%‰{re.escape(_CURRENCY)}]/))",
    # a comma or a stop with no space after it
    rf"[,:](?:(?<={_LETTER}.)|(?<={_MARK}.))(?=\w)",
    rf",(?<=\d,)(?={_LETTER})",
    r"\.(?<=[α-ωά-ώϊϋΐΰς].)(?=[Α-ΩΆ-Ώ])",
    r"\+(?<=\d\+)(?=\d)",
)


@cache
def _letters_folding_to() -> dict[str, str]:
    """For each folded letter, all letters that fold to it."""
    table: dict[str, set[str]] = {}
    for code in (*range(0x41, 0x250), *range(0x370, 0x400), *range(0x1F00, 0x2000)):
        letter = chr(code)
        if letter.isalpha():
            for folded in {fold(letter), fold(f"{letter}λ")[:1], fold(f"{letter}l")[:1]}:
                if len(folded) == 1:
                    table.setdefault(folded, set()).add(letter)
    return {folded: "".join(sorted(letters)) for folded, letters in table.items()}


def glued_unit_regex(forms: Iterable[str]) -> str:
    """A zero-width cut between a digit and one of `forms` (folded), whatever the spelling.

    >>> import re
    >>> cut = re.compile(glued_unit_regex(["εκ", "mw"]))
    >>> [cut.search(w) is not None for w in ("5ΕΚ.", "500MW", "10ΜW", "5G", "500MWp")]
    [True, True, True, False, False]
    """
    table = _letters_folding_to()

    def spelled(form: str) -> str:
        return "".join(
            f"[{table.get(c, re.escape(c))}]{_MARK}*" if c.isalpha() else re.escape(c) for c in form
        )

    choices = "|".join(sorted((spelled(f) for f in set(forms) if f), key=len, reverse=True))
    return rf"(?<=\d)(?=(?:{choices})(?![\w\u0300-\u036f]))" if choices else r"(?!)"


class Suffixes:
    """Finds the sign at the end of a word. A plain `[…]$` would be tried at each letter before it."""

    def __init__(self, pattern: str) -> None:
        """`pattern` matches one sign."""
        self.pattern = f"(?:{pattern})$"
        self._compiled = re.compile(self.pattern)

    def search(self, word: str) -> re.Match[str] | None:
        """The sign that ends a word."""
        return self._compiled.search(word, len(word) - 1) if word else None


class Cut(NamedTuple):
    """A place where a word is cut; spaCy asks for it as for a match."""

    at: int
    to: int

    def start(self) -> int:
        """Where the sign that is cut out begins."""
        return self.at

    def end(self) -> int:
        """Where it ends; the same place where nothing is cut out."""
        return self.to


class Infixes:
    """Finds where words are cut: at signs, and between digits and the units glued to them.

    Whether a unit is known is looked up folded, which no regular expression does; `pattern` is the
    one that does the same, and that spaCy saves with the pipeline.
    """

    def __init__(self, pattern: str, glued: frozenset[str]) -> None:
        """`pattern` matches signs; `glued` are folded units."""
        self._signs_pattern, self._glued = pattern, glued
        self._signs = re.compile(pattern)

    @property
    def pattern(self) -> str:
        """One regular expression for all cuts."""
        return f"{glued_unit_regex(self._glued)}|{self._signs_pattern}"

    def finditer(self, word: str) -> list[Cut]:
        """All cuts of a word, from left to right."""
        cuts = [Cut(*m.span()) for m in self._signs.finditer(word)]
        glued = [Cut(m.start(1), m.start(1)) for m in _GLUED.finditer(word) if fold(m[1]) in self._glued]
        return sorted(cuts + glued) if glued else cuts


_GLUED = re.compile(rf"(?<=\d)({_LETTER}(?:{_LETTER}|{_MARK})*)(?![\w\u0300-\u036f])")


def make_tokenizer(vocab: Vocab, glued_forms: Iterable[str] = ()) -> Tokenizer:
    """A tokenizer with these rules; `glued_forms` (folded) are cut from the digits before them."""

    def joined(parts: Iterable[str]) -> str:
        return "|".join(f"(?:{part})" for part in parts)

    return Tokenizer(
        vocab,
        rules={},
        prefix_search=re.compile(f"^(?:{joined(_PREFIXES)})").search,
        suffix_search=Suffixes(joined(_SUFFIXES)).search,
        infix_finditer=Infixes(joined(_INFIXES), frozenset(glued_forms)).finditer,
        url_match=re.compile(r"(?:https?://|www\.|[\w.+-]+@[\w-]+\.)\S+").fullmatch,
    )
