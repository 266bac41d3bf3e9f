"""`newsfacts evaluate`: every format gives the same numbers, and each sort of mistake is counted once."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from newsfacts.commands.app import app
from newsfacts.evaluation.gold import Gold, read_gold
from newsfacts.evaluation.score import ratio, score
from newsfacts.facts import COLUMNS

pytestmark = pytest.mark.slow

XML = """<article id="a" reference_date="2026-01-22" about="yes">
Επένδυση <money low="5e6" high="5e6" unit="EUR" measure="investment">5 εκατ. ευρώ</money> και
<date start_date="2026-01-21" end_date="2026-01-21">χθες</date>.</article>"""
MONEY = {
    "kind": "money",
    "start_char": 0,
    "end_char": 10,
    "low": 5,
    "high": 5,
    "unit": "EUR",
    "qualifier": "exact",
    "about": "έσοδα",
    "measure": "revenue",
    "change": None,
    "organization": None,
}
RIGHT = {"hit": 1, "gold": 1, "found": 1}


@pytest.mark.parametrize(
    ("change", "span", "value"),
    [
        ({}, RIGHT, RIGHT),
        ({"end_char": 5}, RIGHT, RIGHT),
        ({"end_char": 4}, {**RIGHT, "hit": 0}, {**RIGHT, "hit": 0}),
        ({"low": 5.000004}, RIGHT, RIGHT),
        ({"low": 5.0001}, RIGHT, {**RIGHT, "hit": 0}),
        ({"unit": "USD"}, RIGHT, {**RIGHT, "hit": 0}),
        ({"low": None}, RIGHT, {**RIGHT, "hit": 0}),
    ],
)
def test_a_fact_is_judged_by_place_and_value(
    change: dict[str, object], span: dict[str, int], value: dict[str, int]
) -> None:
    result = score([(Gold("a", None, "x" * 20, [MONEY]), [{**MONEY, **change}])])
    assert (dict(result.spans["money"]), dict(result.values["money"])) == (span, value)


@pytest.mark.parametrize(
    ("name", "got", "hit", "found"),
    [
        ("about", "Εσοδα της εταιρείας", 1, 1),
        ("about", None, 0, 0),
        ("measure", "profit", 0, 1),
        ("measure", "revenue", 1, 1),
        ("organization", "Άλφα", 0, 1),
    ],
)
def test_what_a_quantity_is_about_counts_on_right_facts(
    name: str, got: str | None, hit: int, found: int
) -> None:
    result = score([(Gold("a", None, "x" * 20, [MONEY]), [{**MONEY, name: got}])])
    assert (result.meaning[name]["hit"], result.meaning[name]["found"]) == (hit, found)
    wrong = score([(Gold("a", None, "x" * 20, [MONEY]), [{**MONEY, "low": 7, name: got}])])
    assert not wrong.meaning


def test_mistakes_show_their_context() -> None:
    text = "Κόστος 5 ευρώ και 7 ευρώ."
    gold = [{**MONEY, "start_char": 7, "end_char": 13}]
    found = [{**MONEY, "start_char": 18, "end_char": 24, "low": 7, "high": 7}]
    mistakes = score([(Gold("a", None, text, gold), found)]).mistakes
    assert [(m.what, m.text) for m in mistakes] == [("missed", "5 ευρώ"), ("false", "7 ευρώ")]
    assert "[5 ευρώ] και" in mistakes[0].context


def test_xml_and_json_lines_give_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(XML, encoding="utf-8")
    [article] = read_gold(tmp_path)
    row = {"id": article.id, "reference_date": str(article.day), "text": article.text, "facts": article.facts}
    lines = tmp_path / "a.jsonl"
    lines.write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    assert list(read_gold(lines)) == [article]
    assert [fact["text"] for fact in article.facts] == ["5 εκατ. ευρώ", "χθες"]
    result = CliRunner().invoke(app, ["evaluate", str(lines), "--json", "--min-f1", "1"])
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["all"]["f1"] == 1


def test_iob2_has_spans_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.iob2"
    path.write_text("Κόστος O\n5 B-MONEY\nευρώ. I-MONEY\nστην O\nΑθήνα B-GPE\n\n", encoding="utf-8")
    [gold] = read_gold(path)
    assert [(f["kind"], f["text"]) for f in gold.facts] == [("money", "5 ευρώ")]
    result = CliRunner().invoke(app, ["evaluate", str(path), "--json"])
    assert json.loads(result.stdout)["all"]["f1"] == 1


def test_other_facts_can_be_judged_and_a_low_f1_fails(tmp_path: Path) -> None:
    gold, other = tmp_path / "gold.jsonl", tmp_path / "other.jsonl"
    facts = [{**MONEY, "end_char": 6}]
    gold.write_text(json.dumps({"id": "a", "text": "5 ευρώ", "facts": facts}), encoding="utf-8")
    other.write_text(json.dumps({**facts[0], "id": "b"}), encoding="utf-8")
    result = CliRunner().invoke(
        app, ["evaluate", str(gold), "--against", str(other), "--min-f1", "0.95"], catch_exceptions=False
    )
    assert result.exit_code == 1
    assert "[money missed] a: …[5 ευρώ]…" in result.output


@pytest.mark.parametrize("content", ["{", "[]", '{"id": "a"}', '{"text": "a", "facts": [{"kind": "x"}]}', ""])
def test_a_bad_file_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(content, encoding="utf-8")
    result = CliRunner().invoke(app, ["evaluate", str(path)])
    assert result.exit_code == 2
    assert "bad.jsonl" in result.output


def test_nothing_counted_is_nothing() -> None:
    assert ratio({}) == (0.0, 0.0, 0.0)


def test_the_annotated_sample_is_in_order() -> None:
    gold = list(read_gold(Path(__file__).parent.parent / "samples" / "gold.jsonl"))
    assert len(gold) == 6
    for one in gold:
        assert [fact["text"] for fact in one.facts] == [
            one.text[fact["start_char"] : fact["end_char"]] for fact in one.facts
        ]
        places = [(fact["start_char"], -fact["end_char"]) for fact in one.facts]
        assert places == sorted(places)
        assert all(fact.keys() <= set(COLUMNS) for fact in one.facts)
