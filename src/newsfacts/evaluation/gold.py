"""Annotated texts: JSON Lines, XML with inline tags, or IOB2."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from newsfacts.evaluation.shape import (
    DATE,
    MEANING,
    NUMBERS,
    QUOTE,
    GoldError,
    check_values,
    facts_of,
    json_lines,
    text_of,
)

__all__ = ["MEANING", "NUMBERS", "QUOTE", "Gold", "GoldError", "as_labelled", "read_gold", "read_predictions"]

_NO_SPACE_BEFORE, _NO_SPACE_AFTER = frozenset(",.;:!)]»”·…"), frozenset("([«“")
_STOPS = ".,;·"  # a token may carry them along
Labels = Mapping[str, tuple[str, ...]]
DEFAULT_LABELS: Labels = {"MONEY": ("money",), "PERCENT": ("percent",), "DATE": ("date", "duration")}


class Gold(NamedTuple):
    """A text, the day that its relative dates count from, and the facts in it as rows.

    `valued` is false where the annotation has spans and no values, as IOB2 has.
    """

    id: str
    day: date | None
    text: str
    facts: list[dict[str, Any]]
    valued: bool = True


def read_gold(path: Path, labels: Labels = DEFAULT_LABELS) -> Iterator[Gold]:
    """The annotated texts of a file, or of the XML files of a folder.

    `labels` gives the kinds for each label of IOB2, which count as the first; other labels are left out.
    Raises GoldError, and OSError.
    """
    if path.is_dir():
        for file in sorted(path.glob("*.xml")):
            yield _checked(_article(file), file)
    elif path.suffix == ".xml":
        yield _checked(_article(path), path)
    elif path.suffix in (".iob2", ".iob", ".conll"):
        with path.open(encoding="utf-8") as lines:
            yield from _sentences(lines, labels, path.stem)
    else:
        for place, row in json_lines(path):
            yield _checked(_record(row, place), path)


def read_predictions(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The facts of each id in JSON Lines: either annotated texts, or rows of facts with `id`."""
    found: dict[str, list[dict[str, Any]]] = {}
    for place, row in json_lines(path):
        if "id" not in row:
            raise GoldError(f"{place}: no `id` says which text this belongs to")
        facts = facts_of(row if "facts" in row else {"facts": [row]}, place)
        found.setdefault(str(row["id"]), []).extend(facts)
    return found


def _record(row: dict[str, Any], place: str) -> Gold:
    text, facts = text_of(row, place), facts_of(row, place)
    for fact in facts:
        check_values(fact, place)
    try:
        return Gold(str(row.get("id", place)), _day(row.get("reference_date")), text, facts)
    except (TypeError, ValueError) as error:
        raise GoldError(f"{place}: reference_date: {error}") from None


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _checked(gold: Gold, path: Path) -> Gold:
    for fact in gold.facts:
        start, end = fact["start_char"], fact["end_char"]
        if not 0 <= start < end <= len(gold.text):
            raise GoldError(f"{path}: {gold.id}: {start}-{end} is no place in the text")
    return gold


# -- XML ------------------------------------------------------------------------------------------


def _article(path: Path) -> Gold:
    try:
        root = ET.parse(path).getroot()
    except (ET.ParseError, LookupError, ValueError) as error:  # of an encoding that there is none of, too
        raise GoldError(f"{path}: {error}") from None
    parts: list[str] = []
    facts: list[dict[str, Any]] = []
    try:
        _walk(root, 0, parts, facts, top=True, about=root.get("about") == "yes")
        day = _day(root.get("reference_date"))
    except RecursionError:
        raise GoldError(f"{path}: nested too deep") from None
    except (KeyError, ValueError) as error:
        raise GoldError(f"{path}: {error!r}") from None
    text = "".join(parts)
    lead = len(text) - len(text.lstrip())
    text = text.strip()
    for fact in facts:
        fact["start_char"] -= lead
        fact["end_char"] -= lead
        fact["text"] = text[fact["start_char"] : fact["end_char"]]
    facts.sort(key=lambda fact: (fact["start_char"], -fact["end_char"]))
    return Gold(root.get("id") or path.stem, day, text, facts)


def _walk(
    node: ET.Element,
    at: int,
    parts: list[str],
    facts: list[dict[str, Any]],
    *,
    about: bool,
    top: bool = False,
) -> int:
    """Collect the text and the facts below a node; where its text ends."""
    start = at
    parts.append(node.text or "")
    at += len(parts[-1])
    for child in node:
        at = _walk(child, at, parts, facts, about=about)
        parts.append(child.tail or "")
        at += len(parts[-1])
    if not top:
        values = _values(node.tag, node.attrib, about)
        facts.append({"kind": node.tag, "start_char": start, "end_char": at, **values})
    return at


def _values(kind: str, attributes: Mapping[str, str], about: bool) -> dict[str, Any]:
    if kind == "date":
        return {name: attributes.get(name) or None for name in DATE}
    if kind == "duration":
        return {"iso": attributes["iso"]}
    if kind == "quote":
        return {name: attributes.get(name) or None for name in QUOTE}
    values: dict[str, Any] = {name: _number(attributes.get(name)) for name in NUMBERS}
    values |= {"unit": attributes["unit"], "qualifier": attributes.get("qualifier", "exact")}
    return values | ({name: attributes.get(name) or None for name in MEANING} if about else {})


def _number(written: str | None) -> float | None:
    return None if written in (None, "", "null") else float(written or 0)


def as_labelled(text: str, rows: Iterable[dict[str, Any]], labels: Labels) -> list[dict[str, Any]]:
    """Found facts as spans of labels: kinds of one label as one kind, no full stop at the end."""
    first = {kind: kinds[0] for kinds in labels.values() for kind in kinds}
    kept = (row for row in rows if row["kind"] in first)
    return [{**row, "kind": first[row["kind"]], "end_char": _trimmed(text, row)} for row in kept]


def _trimmed(text: str, row: Mapping[str, Any]) -> int:
    start: int = row["start_char"]
    return start + len(text[start : row["end_char"]].rstrip(_STOPS))


# -- IOB2 -----------------------------------------------------------------------------------------


def _sentences(lines: Iterable[str], labels: Labels, name: str) -> Iterator[Gold]:
    tokens: list[tuple[str, str]] = []
    number = 0
    for line in [*lines, "\n"]:
        if line.strip():
            word, _, tag = line.rstrip("\n").rpartition(" ")
            tokens.append((word, tag))
        elif tokens:
            number += 1
            yield _sentence(tokens, labels, f"{name}:{number}")
            tokens = []


def _sentence(tokens: list[tuple[str, str]], labels: Labels, name: str) -> Gold:
    text, facts = "", []
    current: dict[str, Any] | None = None
    for i, (word, tag) in enumerate(tokens):
        glued = i == 0 or word in _NO_SPACE_BEFORE or tokens[i - 1][0] in _NO_SPACE_AFTER
        text += word if glued else f" {word}"
        if not tag.startswith("I-") or current is None:
            current = None
            if tag.startswith("B-"):
                current = {"kind": labels.get(tag[2:], ("",))[0], "start_char": len(text) - len(word)}
                facts.append(current)
        if current is not None:
            current["end_char"] = len(text.rstrip(_STOPS))
    facts = [f for f in facts if f["end_char"] > f["start_char"]]
    known = [{**f, "text": text[f["start_char"] : f["end_char"]]} for f in facts if f["kind"]]
    return Gold(name, None, text, known, valued=False)
