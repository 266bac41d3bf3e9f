"""Documents and their facts as the compact data of a page."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

from newsfacts.documents.model import Document
from newsfacts.facts import COMMON_COLUMNS, AnyFact
from newsfacts.outputs.values import Values

HEAD = 7  # document, kind, value to read, start, end, sentence's start, sentence's length
"""How many values stand before those of a kind's own columns."""


def page_data(found: Iterable[tuple[Document, Sequence[AnyFact]]], values: Values) -> dict[str, Any]:
    """What the page's scripts read.

    A fact is a list: HEAD values, then those of its kind's columns, which `kinds` names. Offsets
    count UTF-16 units, as JavaScript does; `start_char` and `end_char` are made from them there.
    """
    kinds: dict[str, list[str]] = {}
    docs: list[dict[str, Any]] = []
    rows: list[list[Any]] = []
    for document, facts in found:
        units = _units(document.text)
        for fact in sorted(facts, key=lambda f: (f.start_char, -f.end_char)):
            row = fact.to_dict()
            columns = kinds.setdefault(fact.kind, [name for name in row if name not in COMMON_COLUMNS])
            head = [len(docs), list(kinds).index(fact.kind), values.of(fact)]
            place = [
                _at(units, fact.start_char),
                _at(units, fact.end_char),
                *_sentence(document, fact, units),
            ]
            rows.append(_short([*head, *place, *(row.get(name) for name in columns)]))
        docs.append(_document(document))
    return {"kinds": kinds, "docs": docs, "facts": rows}


def _document(document: Document) -> dict[str, Any]:
    known = {"source": document.source, "id": document.id, "title": document.title, "text": document.text}
    return {name: value for name, value in known.items() if value is not None}


def _short(row: list[Any]) -> list[Any]:
    """Without the nulls at its end."""
    end = len(row)
    while end > HEAD and row[end - 1] is None:
        end -= 1
    return row[:end]


def _sentence(document: Document, fact: AnyFact, units: Sequence[int]) -> tuple[int, int]:
    """Where the sentence of a fact stands, and how long it is; 0, 0 where it is not found as it is."""
    start = document.text.rfind(fact.sentence, 0, fact.start_char + len(fact.sentence))
    if start < 0 or not fact.sentence:
        return 0, 0
    first, last = _at(units, start), _at(units, start + len(fact.sentence))
    return first, last - first


def _units(text: str) -> list[int]:
    """The places of the code points that take two UTF-16 units."""
    return [i for i, char in enumerate(text) if char > "\uffff"] if max(text, default="") > "\uffff" else []


def _at(units: Sequence[int], offset: int) -> int:
    """An offset in code points as one in UTF-16 units.

    >>> _at(_units("a😀b"), 2)
    3
    """
    return offset + bisect_left(units, offset)
