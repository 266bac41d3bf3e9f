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


def make_tokenizer(vocab: Vocab, glued_forms: Iterable[str] = ()) -> Tokenizer:
    """A tokenizer with these rules; `glued_forms` (folded) are cut from the digits before them."""

    def joined(parts: Iterable[str]) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{part})" for part in parts))

    return Tokenizer(
        vocab,
        rules={},
        prefix_search=re.compile("^(?:" + joined(_PREFIXES).pattern + ")").search,
        suffix_search=re.compile("(?:" + joined(_SUFFIXES).pattern + ")$").search,
        infix_finditer=joined((glued_unit_regex(glued_forms), *_INFIXES)).finditer,
        url_match=re.compile(r"(?:https?://|www\.|[\w.+-]+@[\w-]+\.)\S+").fullmatch,
    )
