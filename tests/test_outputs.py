"""Tables, JSON and CSV from the same facts."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import newsfacts
from newsfacts.documents.inputs import Document
from newsfacts.facts import COLUMNS, AnyFact, DateFact, DurationFact, QuantityFact, QuoteFact, json_schema
from newsfacts.outputs import open_facts, open_rows
from newsfacts.outputs.csv import CsvRows, read_csv
from newsfacts.outputs.files import whole_file
from newsfacts.outputs.terminal import Places, highlighted
from newsfacts.outputs.values import Values
from newsfacts.packs.check import Patterns, check_files
from newsfacts.packs.find import read_packs
from newsfacts.text.harmless import harmless

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
TEXT = "Έως 100 δισ. δολάρια\r\nΓια 1,2 GW, «είναι λίγα», είπε ο Νίκος Δελής."
AT: dict[str, Any] = {"text": "x", "start_char": 0, "end_char": 1}


@pytest.fixture(scope="module")
def patterns() -> Patterns:
    return check_files(read_packs([ROOT / "samples" / "bandwidth"]))


@pytest.fixture(scope="module")
def facts() -> list[AnyFact]:
    return newsfacts.extract(TEXT)


def written(form: str, patterns: Patterns, facts: Sequence[AnyFact], text: str = TEXT) -> str:
    stream = io.StringIO()
    writer = open_facts(form, stream, patterns)
    writer.write(Document("a.txt", text), facts)
    writer.close()
    return stream.getvalue()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("kind", "unit", "low", "high", "qualifier", "shown"),
    [
        ("money", "USD", None, "1e11", "at_most", "≤ 100 δισ. USD"),
        ("money", "EUR", "212.35", "212.35", "exact", "212,35 EUR"),
        ("money", "EUR", "90000", "90000", "about", "≈ 90.000 EUR"),
        ("money", "EUR", "2e9", "3e9", "range", "2–3 δισ. EUR"),
        ("money", "EUR", "9e8", "1.2e9", "range", "900 εκατ. EUR … 1,2 δισ. EUR"),
        ("money", "EUR", "1e7", None, "indefinite", "≳ 10 εκατ. EUR"),
        ("money", "EUR", "1.5e12", None, "more_than", "> 1,5 τρισ. EUR"),
        ("money", "JPY", None, "0", "less_than", "< 0 JPY"),
        ("power", "W", "1e10", "1e10", "exact", "10 GW"),
        ("power", "W", "0.5", "0.5", "exact", "500 mW"),
        ("power", "W", "0", "0", "exact", "0 W"),
        ("energy", "Wh", "2000", None, "at_least", "≥ 2 kWh"),
        ("compute", "FLOPS", "8e18", "8e18", "exact", "8 EFLOPS"),
        ("percent", "%", "-6.1", "-6.1", "exact", "-6,1%"),
        ("percent", "%", "-3", "5", "range", "-3% … 5%"),
        ("percent", "%", "0.5", "0.5", "exact", "0,5%"),
        ("multiple", "x", "7.5", "7.5", "exact", "7,5x"),
        ("bandwidth", "bps", "2.5e9", "2.5e9", "exact", "2,5 Gbps"),
        ("unheard", "thing", "3", None, "at_least", "≥ 3 thing"),
        ("unheard", "thing", None, None, "exact", "–"),
    ],
)
def test_quantities_as_a_person_reads_them(
    patterns: Patterns, kind: str, unit: str, low: str | None, high: str | None, qualifier: str, shown: str
) -> None:
    fact = QuantityFact.model_validate(
        {**AT, "kind": kind, "unit": unit, "low": low, "high": high, "qualifier": qualifier}
    )
    assert Values(patterns).of(fact) == shown


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (date(2026, 7, 1), date(2026, 12, 31), "2026-07-01 … 2026-12-31"),
        (date(2026, 7, 1), date(2026, 7, 1), "2026-07-01"),
        (date(2026, 7, 1), None, "2026-07-01 …"),
        (None, date(2026, 7, 1), "… 2026-07-01"),
        (None, None, "PAST_REF"),
    ],
)
def test_dates_as_a_person_reads_them(
    patterns: Patterns, start: date | None, end: date | None, shown: str
) -> None:
    assert Values(patterns).of(DateFact(**AT, start_date=start, end_date=end, timex="PAST_REF")) == shown


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("P18M", "18 months"),
        ("P1Y", "1 year"),
        ("PT48H", "48 hours"),
        ("P1DT30M", "1 day 30 minutes"),
        ("PXY", "PXY"),
    ],
)
def test_durations_as_a_person_reads_them(patterns: Patterns, iso: str, shown: str) -> None:
    assert Values(patterns).of(DurationFact(**AT, iso=iso)) == shown


def test_quotes_as_a_person_reads_them(patterns: Patterns) -> None:
    quote = QuoteFact(
        **AT,
        speaker="Jensen Huang",
        speaker_type="person",
        role="CEO",
        organization="NVIDIA",
        cue="δήλωσε",
        style="direct",
    )
    assert Values(patterns).of(quote) == "Jensen Huang, CEO, NVIDIA"
    nobody = quote.model_copy(update={"speaker": None, "role": None, "organization": None})
    assert Values(patterns).of(nobody) == "–"


def test_the_same_rows_everywhere(patterns: Patterns, facts: list[AnyFact]) -> None:
    rows = [fact.to_dict() for fact in facts]
    assert [row["kind"] for row in rows] == ["money", "power", "quote"]
    assert json.loads(written("json", patterns, facts)) == rows
    assert [json.loads(line) for line in written("jsonl", patterns, facts).splitlines()] == rows
    table = list(csv.DictReader(io.StringIO(written("csv", patterns, facts), newline="")))
    assert [tuple(row) for row in table] == [COLUMNS] * 3
    for row, cells in zip(rows, table, strict=True):
        assert tuple(row) == COLUMNS
        assert cells == {column: "" if row[column] is None else str(row[column]) for column in COLUMNS}


def test_greek_stays_greek_and_no_fact_is_no_error(patterns: Patterns, facts: list[AnyFact]) -> None:
    assert "100 δισ. δολάρια" in written("json", patterns, facts)
    assert written("json", patterns, []) == "[]\n"
    assert written("jsonl", patterns, []) == ""
    assert written("csv", patterns, []) == ",".join(COLUMNS) + "\n"
    assert "no facts" in written("table", patterns, [])


def test_json_lines_are_passed_on_at_once(facts: list[AnyFact]) -> None:
    class Counting(io.StringIO):
        flushed = 0

        def flush(self) -> None:
            self.flushed += 1

    stream = Counting()
    rows = open_rows("jsonl", stream, COLUMNS)
    for fact in facts:
        rows.row(fact.to_dict())
    assert stream.flushed == len(facts)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_every_sample_fits_the_schema(sample: Path) -> None:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    text = sample.read_text(encoding="utf-8")
    facts = newsfacts.extract(text, reference_date=date(2025, 9, 23))
    assert len(facts) > 5
    for fact in facts:
        validator.validate(json.loads(json.dumps(fact.to_dict())))
        assert fact.text == text[fact.start_char : fact.end_char]


@pytest.mark.parametrize("width", [200, 40])
def test_tables_fit_the_terminal(
    patterns: Patterns, facts: list[AnyFact], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    table = written("table", patterns, facts)
    assert max(map(len, table.splitlines())) <= width
    assert "\x1b" not in table
    assert "≤ 100 δισ. USD" in table
    assert "1:5" in table
    assert "2:5" in table


def on_terminal(patterns: Patterns, facts: Sequence[AnyFact], text: str = TEXT) -> str:
    stream = Terminal()
    open_facts("table", stream, patterns).write(Document("a.txt", text), facts)
    return stream.getvalue()


def test_colours_on_a_terminal(
    patterns: Patterns, facts: list[AnyFact], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    shown = on_terminal(patterns, facts)
    assert "\x1b[1;4;32m100 δισ. δολάρια\x1b[0m" in shown
    assert "\x1b[1;4;33m1,2 GW\x1b[0m" in shown
    monkeypatch.setenv("NO_COLOR", "1")
    plain = on_terminal(patterns, facts)
    assert "\x1b[1;4m100 δισ. δολάρια\x1b[0m" in plain
    assert "32m" not in plain


def test_a_text_cannot_steer_the_terminal(patterns: Patterns) -> None:
    text = "a\x1b]0;x\x07\x1b[2J\u202eb \ud800 5 ευρώ"
    assert len(harmless(text)) == len(text)
    shown = highlighted(text, []).plain
    assert not set(shown) & {"\x1b", "\x07", "\u202e", "\ud800"}
    assert "\x1b[2J" not in on_terminal(patterns, [], text)


def test_long_texts_are_not_shown(patterns: Patterns) -> None:
    assert "(the text is not shown: 60,000 characters)" in on_terminal(patterns, [], "λόγια " * 10_000)


def test_places_count_from_one() -> None:
    places = Places("α\r\nβγ\n")
    assert [places.of(i) for i in (0, 3, 4, 6)] == ["1:1", "2:1", "2:2", "3:1"]


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("before", encoding="utf-8")
    target.chmod(0o640)

    def fail() -> None:
        with whole_file(target) as stream:
            stream.write("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert target.read_text(encoding="utf-8") == "before"
    with whole_file(target) as stream:
        stream.write("όλο \ud800")
    assert target.read_text(encoding="utf-8") == "όλο \\ud800"
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]
    with pytest.raises(OSError, match="is a folder"), whole_file(tmp_path):
        pass


@pytest.mark.parametrize(
    "text",
    [
        "α\rβ",
        "\r",
        "α\nβ",
        "α\r\nβ",
        'α"β',
        "=1+1",
        "@SUM(A1)",
        "+1+cmd",
        "\t=1",
        "'=1",
        "''=1",
        "-5%",
        "'α'",
    ],
)
def test_csv_gives_back_every_text_and_no_cell_is_a_formula(text: str) -> None:
    stream = io.StringIO(newline="")
    rows = CsvRows(stream, ["a", "b"])
    rows.row({"a": text, "b": -5})
    rows.row({"a": "x"})
    stream.seek(0)
    assert list(read_csv(stream)) == [{"a": text, "b": "-5"}, {"a": "x", "b": ""}]
    stream.seek(0)
    cell = next(csv.DictReader(stream))["a"]
    assert cell == text or cell == "'" + text
    assert not cell.startswith(("=", "@", "\t", "\r"))
    assert cell != "+1+cmd"
