"""Cases as data: texts with [brackets] around the facts, and what the facts must be."""

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from newsfacts import extract

FOLDER = Path(__file__).parent / "cases"


class Case(NamedTuple):
    """A text, the spans its brackets mark, and the values of the facts there."""

    text: str
    spans: list[tuple[int, int]]
    facts: list[dict[str, Any]]
    reference_date: date | None


def read_case(row: dict[str, Any]) -> Case:
    """Take the brackets out of a case's text."""
    text, opened, spans = "", [], []
    for letter in row["text"]:
        if letter == "[":
            opened.append(len(text))
        elif letter == "]":
            spans.append((opened.pop(), len(text)))
        else:
            text += letter
    spans.sort()
    assert len(spans) == len(row.get("facts") or []), f"brackets and facts differ: {row['text']}"
    day = row.get("date")
    return Case(text, spans, row.get("facts") or [], date.fromisoformat(str(day)) if day else None)


def cases_in(*names: str) -> list[Any]:
    """The cases of the files, for pytest.mark.parametrize; known failures are strict xfails."""
    rows = []
    for name in names:
        for i, row in enumerate(yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))):
            marks = [pytest.mark.xfail(reason=row["xfail"], strict=True)] if row.get("xfail") else []
            rows.append(pytest.param(row, id=f"{name}-{i + 1}", marks=marks))
    return rows


def check_case(row: dict[str, Any], kinds: set[str]) -> None:
    """The facts of these kinds that are found are those of the case, no more and no fewer."""
    case = read_case(row)
    found = [f.to_dict() for f in extract(case.text, reference_date=case.reference_date)]
    rows = [f for f in found if f["kind"] in kinds]
    want = [
        {"text": case.text[start:end], "start_char": start, **fact}
        for (start, end), fact in zip(case.spans, case.facts, strict=True)
    ]
    got = [{key: f.get(key) for key in w} for f, w in zip(rows, want, strict=False)]
    got += [{"kind": f["kind"], "text": f["text"]} for f in rows[len(want) :]]
    assert got == want
