"""What both commands write, and what they say of it."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from commands import call, one_line
from files import put

pytestmark = pytest.mark.slow

TEXT = "Κόστισε 5 εκατ. ευρώ."


def first_row(output: Path) -> dict[str, Any]:
    if output.suffix == ".parquet":
        from pyarrow import parquet

        return parquet.read_table(output).to_pylist()[0]  # type: ignore[no-any-return]
    text = output.read_text(encoding="utf-8")
    if output.suffix.lower() == ".csv":
        return next(csv.DictReader(text.splitlines()))
    return json.loads(text)[0] if output.suffix == ".json" else json.loads(text.splitlines()[0])  # type: ignore[no-any-return]


@pytest.mark.parametrize(("command"), ["extract", "batch"])
@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet", "json", "ndjson", "CSV"])
def test_the_name_of_the_output_says_its_format(tmp_path: Path, command: str, suffix: str) -> None:
    if suffix == "parquet":
        pytest.importorskip("pyarrow")
    text, output = put(tmp_path / "a.txt", TEXT), tmp_path / f"x.{suffix}"
    result = call(command, text, "-o", output)
    if command == "batch" and suffix in ("json", "ndjson"):
        assert result.exit_code == 2
        assert f"x.{suffix}: batch writes .jsonl, .csv or .parquet" in result.stderr
        return
    assert result.exit_code == 0, result.stderr
    assert float(first_row(output)["low"]) == 5e6
    other = "jsonl" if suffix.lower() == "csv" else "csv"
    wrong = call(command, text, "-o", output, "-f", other)
    assert wrong.exit_code == 2
    assert "its name says" in wrong.stderr


def test_both_commands_take_the_same_options(tmp_path: Path) -> None:
    text = put(
        tmp_path / "a.jsonl", json.dumps({"body": "Χθες κόστισε 5 ευρώ.", "no": 1, "day": "2025-09-23"})
    )
    options = ["-f", "csv", "-k", "date", "-d", "2025-09-24", "-p", "samples/bandwidth", "--bom", "-q", "-v"]
    fields = ["--text-field", "body", "--id-field", "no", "--date-field", "day", "--title-field", "head"]
    a = call("extract", text, "-o", tmp_path / "a.csv", *options, *fields)
    b = call("batch", text, "-o", tmp_path / "b.csv", *options, *fields)
    assert (a.exit_code, b.exit_code) == (0, 0), (a.stderr, b.stderr)
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    rows = list(csv.DictReader((tmp_path / "a.csv").open(encoding="utf-8-sig", newline="")))
    assert [(row["id"], row["start_date"]) for row in rows] == [("1", "2025-09-23")]


def test_a_byte_order_mark_for_spreadsheets(tmp_path: Path) -> None:
    text = put(tmp_path / "a.txt", TEXT)
    for command in ("extract", "batch"):
        output = tmp_path / f"{command}.csv"
        assert call(command, text, "-o", output, "--bom").exit_code == 0
        assert output.read_bytes().startswith(b"\xef\xbb\xbfsource,id,kind,")
        assert output.read_bytes().count(b"\xef\xbb\xbf") == 1
        refused = call(command, text, "-o", tmp_path / "x.jsonl", "--bom")
        assert refused.exit_code == 2
        assert "is for CSV, not for jsonl" in refused.stderr
    again = call("batch", text, "-o", tmp_path / "batch.csv")
    assert again.exit_code == 0
    assert (tmp_path / "batch.csv").read_bytes().startswith(b"source,")


def test_an_output_over_its_input_is_refused(tmp_path: Path) -> None:
    text = put(tmp_path / "a.txt", TEXT)
    link = tmp_path / "b.txt"
    link.symlink_to(text)
    for output in (text, link, tmp_path / "." / "a.txt"):
        result = call("extract", text, "-o", output)
        assert result.exit_code == 2
        assert one_line(result.stderr) == f"{text}: is the input and the output: name another --output"
    assert text.read_text(encoding="utf-8") == TEXT


def test_parquet_needs_a_file(tmp_path: Path) -> None:
    result = call("extract", put(tmp_path / "a.txt", TEXT), "-f", "parquet")
    assert result.exit_code == 2
    assert "name a file with --output" in result.stderr


def test_messages_have_one_form(tmp_path: Path) -> None:
    names = [tmp_path / "no\x1b\n.txt", put(tmp_path / "b.jsonl", "{}")]
    wanted = [f"{tmp_path}/no\ufffd .txt: no such file", f"{names[1]}:1: no field `text`"]
    extract = call("extract", *names).stderr
    batch = call("batch", *names, "-o", tmp_path / "out", "-q").stderr
    for said in (extract, batch):
        assert all(line.startswith(start) for line, start in zip(said.splitlines(), wanted, strict=True)), (
            said
        )


def test_what_was_mended_is_said(tmp_path: Path) -> None:
    pytest.importorskip("ftfy")
    text = put(tmp_path / "a.txt", TEXT.encode().decode("latin-1"))
    assert one_line(call("extract", text).stderr) == f"{text}: UTF-8 read as Latin-1 (mended)"
