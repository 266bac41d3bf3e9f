"""Annotated files that are none: one line each, whatever stands in them."""

import json
from pathlib import Path
from typing import Any

import pytest

from files import put
from newsfacts.evaluation.gold import GoldError, read_gold, read_predictions
from newsfacts.report.rows import holds_rows

TEXT = "Κόστισε 5 ευρώ"
PLACE = {"kind": "money", "start_char": 8, "end_char": 14}
FACT = {**PLACE, "low": 5, "high": 5, "unit": "EUR"}
ROWS: dict[str, tuple[Any, str]] = {
    "no object": ([1], "a JSON object is needed"),
    "nothing": (None, "a JSON object is needed"),
    "no text": ({"facts": []}, "`text` is missing or no text"),
    "a number for a text": ({"text": 5, "facts": []}, "`text` is missing or no text"),
    "half a character": ({"text": "\ud800", "facts": []}, "`text` is missing or no text"),
    "no facts": ({"text": TEXT}, "`facts` is missing or no list"),
    "a number for facts": ({"text": TEXT, "facts": 5}, "`facts` is missing or no list"),
    "words for facts": ({"text": TEXT, "facts": ["a"]}, "a fact needs kind, start_char and end_char"),
    "no place": ({"text": TEXT, "facts": [{"kind": "money"}]}, "a fact needs kind, start_char and end_char"),
    "past the end": ({"text": "a", "facts": [FACT]}, "8-14 is no place in the text"),
    "no value": (
        {"text": TEXT, "facts": [{k: FACT[k] for k in list(FACT)[:3]}]},
        "a money needs low, high, unit",
    ),
    "no speaker": (
        {"text": TEXT, "facts": [{**FACT, "kind": "quote"}]},
        "a quote needs speaker, speaker_type",
    ),
    "no days": ({"text": TEXT, "facts": [{**FACT, "kind": "date"}]}, "a date needs start_date, end_date"),
    "a number for a day": ({"text": TEXT, "facts": [FACT], "reference_date": 5}, "reference_date: "),
    "a word for a day": ({"text": TEXT, "facts": [FACT], "reference_date": "x"}, "reference_date: "),
}
WRONG: dict[str, Any] = {
    "kind": [5, [], None, "\ud800"],
    "start_char": ["8", None, 8.5, True],
    "end_char": ["8", None, 8.5, True],
    "low": ["x", [1], True, float("nan"), 1e400],
    "high": ["5", {}],
    "unit": [5, "\ud800"],
    "organization": [["OTE"]],
}


def refused(path: Path, data: str) -> str:
    put(path, data.encode("utf-8", "surrogatepass"))
    with pytest.raises(GoldError) as caught:
        list(read_gold(path))
    said = str(caught.value)
    assert len(said.splitlines()) == 1
    return said.removeprefix(str(path))


@pytest.mark.parametrize(("row", "said"), ROWS.values(), ids=list(ROWS))
def test_a_row(tmp_path: Path, row: Any, said: str) -> None:
    assert said in refused(tmp_path / "a.jsonl", json.dumps(row))


@pytest.mark.parametrize(
    ("key", "value"), [(key, value) for key, values in WRONG.items() for value in values]
)
def test_a_value(tmp_path: Path, key: str, value: Any) -> None:
    fact = {**FACT, key: value}
    said = refused(tmp_path / "a.jsonl", json.dumps({"text": TEXT, "facts": [fact]}))
    assert said.startswith((":1: a kind is a word, start_char", f":1: {key} is a "))
    for row in ({"id": 1, **fact}, {"id": 1, "facts": [fact]}):
        with pytest.raises(GoldError):
            read_predictions(put(tmp_path / "found.jsonl", json.dumps(row)))


@pytest.mark.parametrize("data", ["[" * 100_000, '{"a":' * 100_000])
def test_nested_too_deep(tmp_path: Path, data: str) -> None:
    path = tmp_path / "a.jsonl"
    assert refused(path, data) == ":1: no JSON: nested too deep"
    assert not holds_rows(str(path))


def test_a_line_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsfacts.evaluation.shape._LONGEST", 1 << 20)
    assert refused(tmp_path / "a.jsonl", "\n" + " " * (3 << 20)) == ":2: is longer than 1 million characters"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "no element found"),
        ("<a>" * 5000 + "</a>" * 5000, "nested too deep"),
        ('<?xml version="1.0" encoding="nonsense"?><a/>', "unknown encoding"),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "undefined entity"),
        ("<a><money/></a>", "'unit'"),
    ],
)
def test_xml(tmp_path: Path, data: str, said: str) -> None:
    assert said in refused(tmp_path / "a.xml", data)


def test_xml_that_grows_without_end(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
    assert "amplification" in refused(
        tmp_path / "a.xml", f'<!DOCTYPE l [<!ENTITY a "{"a" * 10}">{entities}]><l>&j;</l>'
    )
