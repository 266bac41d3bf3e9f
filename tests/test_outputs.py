"""Tables, JSON and CSV from the same facts."""

import csv
import io
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import newsfacts
from newsfacts.documents.inputs import Document
from newsfacts.documents.storage import MissingExtraError
from newsfacts.facts import COLUMNS, AnyFact, json_schema
from newsfacts.outputs import open_facts, open_rows
from newsfacts.outputs.csv import CsvRows, read_csv
from newsfacts.outputs.files import whole_file
from newsfacts.outputs.parquet import pyarrow
from newsfacts.outputs.terminal import Places, highlighted
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


def test_an_error_is_told_though_the_half_written_file_is_gone(tmp_path: Path) -> None:
    def fail() -> None:
        with whole_file(tmp_path / "out.json"):
            for part in tmp_path.iterdir():
                part.unlink()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()


def test_parquet_without_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'newsfacts\[parquet\]'"):
        pyarrow()


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
