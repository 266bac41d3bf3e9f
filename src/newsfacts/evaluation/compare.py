"""Whether a found fact is the annotated one: its place, its values, what it is about."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from newsfacts.evaluation.gold import MEANING

Row = Mapping[str, Any]
_ENOUGH = 0.5


def plain(text: str | None) -> str:
    """The form in which names are compared: no case, accents, final sigma or runs of white space.

    >>> plain("Ο  Λουκάς")
    'ο λουκασ'
    """
    decomposed = unicodedata.normalize("NFD", (text or "").casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(bare.replace("ς", "σ").split())


def overlap(first: Row, second: Row) -> float:
    """The share of two spans' union that both cover, from 0 to 1."""
    both = min(first["end_char"], second["end_char"]) - max(first["start_char"], second["start_char"])
    union = max(first["end_char"], second["end_char"]) - min(first["start_char"], second["start_char"])
    return both / union if both > 0 else 0.0


def pair(golds: Sequence[Row], found: Sequence[Row], exact: bool = False) -> dict[int, int]:
    """Which found fact belongs to which annotated one: best overlap first, at least half of the union.

    With `exact` only equal spans belong together.
    """
    least = 1.0 if exact else _ENOUGH
    pairs = sorted(
        ((overlap(g, f), i, j) for i, g in enumerate(golds) for j, f in enumerate(found)), reverse=True
    )
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for share, i, j in pairs:
        if share >= least and i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched


def value_right(gold: Row, got: Row) -> bool:
    """Whether the values that make the fact are right; its attributes are judged apart."""
    if gold["kind"] == "date":
        return (gold["start_date"], gold["end_date"]) == (got.get("start_date"), got.get("end_date"))
    if gold["kind"] == "duration":
        return bool(gold["iso"] == got.get("iso"))
    if gold["kind"] == "quote":
        return _speaker_right(gold, got)
    same = all(_close(gold[end], got.get(end)) for end in ("low", "high"))
    return same and gold["unit"] == got.get("unit")


def meaning_right(name: str, want: str | None, have: str | None) -> bool:
    """Whether one of `about`, `measure`, `change`, `organization` is right; false where none is wanted."""
    assert name in MEANING
    wanted, got = plain(want), plain(have)
    if name == "about":
        words, others = set(wanted.split()), set(got.split())
        return bool(words and others) and len(words & others) / min(len(words), len(others)) >= _ENOUGH
    if name == "organization":
        return bool(wanted) and (wanted == got or set(wanted.split()) <= set(got.split()))
    return bool(wanted) and wanted == got


def _speaker_right(gold: Row, got: Row) -> bool:
    want, have = plain(gold["speaker"]), plain(got.get("speaker"))
    if not want or not have:
        return not want and not have
    named = want == have or set(want.split()) <= set(have.split())
    return named and gold["speaker_type"] == got.get("speaker_type")


def _close(first: float | None, second: float | None) -> bool:
    if first is None or second is None:
        return first is None and second is None
    a, b = float(first), float(second)
    return abs(a - b) <= 1e-6 * max(abs(a), abs(b), 1e-12)
