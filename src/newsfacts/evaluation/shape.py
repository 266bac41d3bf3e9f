"""What annotated and found facts must look like before they are compared."""

import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

NUMBERS = ("low", "high")
MEANING = ("about", "measure", "change", "organization")
QUOTE = ("speaker", "speaker_type", "role", "organization", "cue", "style")
DATE = ("start_date", "end_date")
_LENGTH = ("iso",)
_WORDS = frozenset((*MEANING, *QUOTE, *DATE, *_LENGTH, "unit", "qualifier", "text"))
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "date": DATE,
    "duration": _LENGTH,
    "quote": ("speaker", "speaker_type"),
}
_LONGEST = 64 << 20


class GoldError(Exception):
    """An annotated file that can't be read; the message names it."""


def json_lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects of JSON Lines, each with its place. Raises GoldError, OSError, UnicodeDecodeError."""
    number = 0
    with path.open(encoding="utf-8") as stream:
        while line := stream.readline(_LONGEST):
            number += 1
            if len(line) == _LONGEST:
                raise GoldError(f"{path}:{number}: is longer than {_LONGEST >> 20} million characters")
            if line.strip():
                yield f"{path}:{number}", _object(line, f"{path}:{number}")


def _object(line: str, place: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except RecursionError:
        raise GoldError(f"{place}: no JSON: nested too deep") from None
    except ValueError as error:
        raise GoldError(f"{place}: no JSON: {error}") from None
    if not isinstance(row, dict):
        raise GoldError(f"{place}: a JSON object is needed, with `text` and `facts`")
    return row


def text_of(row: Mapping[str, Any], place: str) -> str:
    """The text of an annotated row. Raises GoldError."""
    text = row.get("text")
    if not _is_text(text):
        raise GoldError(f"{place}: `text` is missing or no text")
    return str(text)


def facts_of(row: Mapping[str, Any], place: str) -> list[dict[str, Any]]:
    """The facts of a row, each an object that says a kind and a place. Raises GoldError."""
    facts = row.get("facts")
    if not isinstance(facts, list):
        raise GoldError(f"{place}: `facts` is missing or no list")
    for fact in facts:
        if (fault := _fault(fact)) is not None:
            raise GoldError(f"{place}: {fault}: {fact}")
    return facts


def check_values(fact: Mapping[str, Any], place: str) -> None:
    """Raise GoldError where a fact lacks what it is compared by."""
    needed = _NEEDED.get(fact["kind"], (*NUMBERS, "unit"))
    if missing := [name for name in needed if name not in fact]:
        raise GoldError(f"{place}: a {fact['kind']} needs {', '.join(missing)}: {dict(fact)}")


def _fault(fact: Any) -> str | None:
    if not isinstance(fact, dict) or not {"kind", "start_char", "end_char"} <= fact.keys():
        return "a fact needs kind, start_char and end_char"
    if not _is_text(fact["kind"]) or any(type(fact[name]) is not int for name in ("start_char", "end_char")):
        return "a kind is a word, start_char and end_char are whole numbers"
    for name in _WORDS & fact.keys():
        if fact[name] is not None and not _is_text(fact[name]):
            return f"{name} is a text or null"
    for name in NUMBERS:
        if not _is_number(fact.get(name)):
            return f"{name} is a number or null"
    return None


def _is_text(value: object) -> bool:
    """Whether something is a text without halves of characters, which can't be printed."""
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_number(value: object) -> bool:
    if value is None or type(value) is int:
        return True
    return isinstance(value, float) and math.isfinite(value)
