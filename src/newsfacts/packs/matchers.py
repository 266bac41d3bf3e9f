"""spaCy Matcher patterns in pattern files: folded as texts are, and refused where they can't work here."""

import re
from typing import Any

from newsfacts.packs.regexes import checked_regex
from newsfacts.text.fold import fold, unaccented

LONGEST = 8
_FLAGS = ("ALPHA", "ASCII", "DIGIT", "LOWER", "UPPER", "TITLE", "PUNCT", "SPACE", "BRACKET", "QUOTE")
KEYS = {
    *("ORTH", "TEXT", "LOWER", "NORM", "LENGTH", "SHAPE", "PREFIX", "SUFFIX", "SPACY", "OP"),
    *("LIKE_NUM", "LIKE_URL", "LIKE_EMAIL", "IS_LEFT_PUNCT", "IS_RIGHT_PUNCT", "IS_CURRENCY"),
    *(f"IS_{flag}" for flag in _FLAGS),
}
"""What a token may be described by."""

_OPERATORS = ("!", "?", "+", "*")
_COUNTED = re.compile(r"\{\s*(\d*)\s*(?:,\s*(\d*)\s*)?\}")
_GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]+")
_FINAL_SIGMA, _SIGMA = "\u03c2", "\u03c3"


def checked_matcher(pattern: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The pattern with its NORM values folded. Raises ValueError for one that spaCy can't match here.

    In a regular expression only the Greek letters are folded: `\\S` is not `\\s`.

    >>> checked_matcher([{"NORM": {"IN": ["Δόσεις", "ΔΟΣΗ"]}}, {"NORM": {"REGEX": r"^τάσεις\\S"}}])
    [{'NORM': {'IN': ['δοσεισ', 'δοση']}}, {'NORM': {'REGEX': '^τασεισ\\\\S'}}]
    """
    if not pattern:
        raise ValueError("is empty: give it at least one token")
    if len(pattern) > LONGEST:
        raise ValueError(f"has {len(pattern)} tokens, more than {LONGEST}: contexts are short")
    folded = [_token(token) for token in pattern]
    _try_out(folded)
    return folded


def _token(token: dict[str, Any]) -> dict[str, Any]:
    for key in token:
        if key.upper() not in KEYS:
            what = "an attribute of your own" if key == "_" else f"`{key}`"
            known = ", ".join(sorted(KEYS))
            raise ValueError(f"is no spaCy Matcher pattern: {what} can't be known here; use one of {known}")
        if key.upper() == "OP":
            _check_operator(token[key])
        else:
            _check_type(key, token[key])
            _check_regexes(token[key])
    return {key: _folded(value) if key.upper() == "NORM" else value for key, value in token.items()}


def _check_operator(operator: Any) -> None:
    counted = _COUNTED.fullmatch(operator) if isinstance(operator, str) else None
    if not counted and operator not in _OPERATORS:
        known = ", ".join(_OPERATORS)
        raise ValueError(
            f"is no spaCy Matcher pattern: no operator is {operator!r:.40}; use {known} or {{2,3}}"
        )
    numbers = [number for number in counted.groups() if number] if counted else []
    if any(len(number) > 2 or int(number) > LONGEST for number in numbers):
        raise ValueError(f"counts too far with {operator[:40]!r}: contexts have at most {LONGEST} tokens")


def _check_type(key: str, value: Any) -> None:
    """Tell the commonest slip, a value of another type, before spaCy is loaded, which takes a second."""
    wanted, named = _type_of(key.upper())
    for inner in value.values() if isinstance(value, dict) else [value]:
        for item in inner if isinstance(inner, list) else [inner]:
            if not isinstance(item, (wanted, dict)):
                raise ValueError(f"is no spaCy Matcher pattern: {key} takes {named}, not {item!r:.40}")


def _type_of(key: str) -> tuple[type | tuple[type, ...], str]:
    if key == "LENGTH":
        return (int, float), "a number"
    return (bool, "true or false") if key.startswith(("IS_", "LIKE_", "SPACY")) else (str, "words")


def _check_regexes(value: Any) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "REGEX":
                for regex in inner["IN"] if isinstance(inner, dict) and "IN" in inner else [inner]:
                    checked_regex(str(regex))
            else:
                _check_regexes(inner)


def _folded(value: Any, regex: bool = False) -> Any:
    if isinstance(value, str):
        return _GREEK.sub(lambda greek: _letters(greek[0]), value) if regex else fold(value)
    if isinstance(value, list):
        return [_folded(item, regex) for item in value]
    if isinstance(value, dict):
        return {key: _folded(item, regex or key == "REGEX") for key, item in value.items()}
    return value


def _letters(greek: str) -> str:
    return unaccented(greek).lower().replace(_FINAL_SIGMA, _SIGMA)


def _try_out(pattern: list[dict[str, Any]]) -> None:
    from spacy.matcher import Matcher  # here, for who asks only what a fact is needs no spaCy
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    try:
        vocab = Vocab()
        matcher = Matcher(vocab)
        matcher.add("pattern", [pattern])
        matcher(Doc(vocab, words=["1", "a"]))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, re.error) as error:
        lines = [line.strip("- ") for line in str(error).splitlines() if line.startswith("- ")]
        raise ValueError(f"is no spaCy Matcher pattern: {'; '.join(lines) or error}") from None
