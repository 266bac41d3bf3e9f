"""Cases as data: texts with [brackets] around the facts, and what the facts must be."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from newsfacts import extract
from newsfacts.commands.examples import unmark

FOLDER = Path(__file__).parent / "cases"


def cases_in(*names: str) -> list[Any]:
    """The cases of the files, for pytest.mark.parametrize; known failures are strict xfails."""
    rows = []
    for name in names:
        for i, row in enumerate(rows_of(name)):
            marks = [pytest.mark.xfail(reason=row["xfail"], strict=True)] if row.get("xfail") else []
            rows.append(pytest.param(row, id=f"{name}-{i + 1}", marks=marks))
    return rows


def rows_of(name: str) -> list[dict[str, Any]]:
    """The rows of a file."""
    rows: list[dict[str, Any]] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return rows


def check_case(row: dict[str, Any], kinds: set[str]) -> None:
    """The facts of these kinds that are found are those of the case, no more and no fewer."""
    text, spans = unmark(row["text"])
    facts = row.get("facts") or []
    assert len(spans) == len(facts), f"brackets and facts differ: {row['text']}"
    day = row.get("date")
    found = [f.to_dict() for f in extract(text, reference_date=day)]
    rows = [f for f in found if f["kind"] in kinds]
    want = [
        {"text": text[start:end], "start_char": start, **{key: _plain(value) for key, value in fact.items()}}
        for (start, end), fact in zip(spans, facts, strict=True)
    ]
    got = [{key: f.get(key) for key in w} for f, w in zip(rows, want, strict=False)]
    got += [{"kind": f["kind"], "text": f["text"]} for f in rows[len(want) :]]
    assert got == want, row["text"]


def _plain(value: Any) -> Any:
    """YAML reads `2025-09-23` as a day; rows have it as text."""
    return value.isoformat() if isinstance(value, date) else value
