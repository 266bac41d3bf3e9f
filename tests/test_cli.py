"""The real command in a process of its own: facts and patterns."""

import csv
import gzip
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from commands import ROOT, SAMPLES, lines, newsfacts_command
from newsfacts.commands.app import app
from newsfacts.facts import COLUMNS
from powers import no_more_than_others

pytestmark = pytest.mark.slow

# -- facts ----------------------------------------------------------------------------------------


def test_samples_fit_the_printed_schema() -> None:
    schema = json.loads(newsfacts_command("schema").stdout)
    validator = jsonschema.Draft202012Validator(schema)
    done = newsfacts_command("extract", *SAMPLES, "--format", "jsonl")
    rows = [json.loads(line) for line in lines(done.stdout)]
    assert done.returncode == 0
    assert list(dict.fromkeys(row["source"] for row in rows)) == SAMPLES
    for row in rows:
        validator.validate(row)
        assert tuple(row) == COLUMNS
    # some samples have no dateline: said once
    assert sum("--date YYYY-MM-DD" in line for line in lines(done.stderr)) == 1


MIXED: dict[str, bytes] = {
    "crlf.txt": "Ένα.\r\nΚόστος 5 ευρώ.\r\n".encode(),
    "bom.txt": b"\xef\xbb\xbf" + "Κόστος 5 ευρώ".encode(),
    "empty.txt": b"",
    "nul.txt": "Κόστος\0 5 ευρώ".encode(),
    "binary.txt": bytes(range(256)) * 4,
    "surrogate.txt": b"\xed\xa0\x80 5 \xe2\x82\xac",
    "long.txt": ("λόγια " * 900_000 + "κόστος 5 ευρώ").encode(),
    "packed.txt.gz": gzip.compress("Κόστος 5 ευρώ".encode()),
    "records.jsonl": (
        '{"id": "a", "date": "2025-09-23", "text": "Χθες, 5 ευρώ"}\n'
        '{"text": 3}\n{"text": "\\ud800 5 ευρώ"}\nno\n{"id": 2, "text": "Κόστος 5 ευρώ"}\n'
    ).encode(),
}
EUROS = [
    ("crlf.txt", None, 13),
    ("bom.txt", None, 7),
    ("long.txt", None, 5_400_007),
    ("packed.txt.gz", None, 7),
    ("records.jsonl", "a", 6),
    ("records.jsonl", "2", 7),
]
SAID = [
    "missing.txt: no such file",
    "folder: is a folder: name a file",
    "empty.txt: no text in it, so no facts",
    "nul.txt:",
    "binary.txt:",
    "surrogate.txt:",
    "records.jsonl:2: `text` is no text but a number",
    "records.jsonl:3: `text` holds half a character",
    "records.jsonl:4: not valid JSON",
]


def test_inputs_good_and_bad_in_one_call(tmp_path: Path) -> None:
    """Whatever is wrong with one file, the others are done, and offsets are into the text as given."""
    for name, data in MIXED.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "folder").mkdir()
    assert len(MIXED["long.txt"]) > 9_900_000
    names = ["missing.txt", "folder", *MIXED]
    done = newsfacts_command("extract", *names, "--json", "--output", "out.json", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == b""
    rows = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [(r["source"], r["id"], r["start_char"]) for r in rows if r["kind"] == "money"] == EUROS
    [day] = [row["start_date"] for row in rows if row["kind"] == "date"]
    assert day == "2025-09-22"
    said = lines(done.stderr)
    assert len(said) == len(SAID)
    for line, start in zip(said, SAID, strict=True):
        assert line.startswith(start)


def test_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("5 ευρώ", encoding="utf-8")
    path.chmod(0)
    with no_more_than_others(tmp_path):
        result = CliRunner().invoke(app, ["extract", str(path), "--json"])
    assert (result.exit_code, result.stdout) == (1, "[]\n")
    assert result.stderr.startswith(f"{path}: may not be read")


def test_empty_input_is_no_error() -> None:
    result = CliRunner().invoke(app, ["extract", "-", "--json"], input=b" \n")
    assert (result.exit_code, result.stdout) == (0, "[]\n")
    assert result.stderr == "-: no text in it, so no facts\n"


def test_a_file_stays_when_the_patterns_are_bad(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("before", encoding="utf-8")
    result = CliRunner().invoke(app, ["extract", "x.txt", "-o", str(out), "--patterns", "nix"])
    assert result.exit_code == 2
    assert out.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [out]


def extracted(text: str, *args: str) -> list[dict[str, Any]]:
    result = CliRunner().invoke(app, ["extract", *args, "--json"], input=text.encode())
    assert result.exit_code == 0
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    return rows


def test_whose_date_counts() -> None:
    record = '{"text": "Χθες", "date": "2025-09-23"}'
    dateline = "Αθήνα, 23 Σεπτεμβρίου 2025 – Ξεκίνησε χθες."
    assert extracted(record)[0]["start_date"] == "2025-09-22"
    assert extracted(record, "--date", "2024-05-02")[0]["start_date"] == "2024-05-01"
    assert extracted(dateline)[1]["start_date"] == "2025-09-22"
    assert extracted(dateline, "--date", "2 Μαΐου 2024")[1]["start_date"] == "2024-05-01"
    assert extracted("Χθες")[0]["start_date"] is None


def test_today_asks_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    import newsfacts.commands.extract

    class Clock(newsfacts.commands.extract.date):  # type: ignore[name-defined, misc]
        @classmethod
        def today(cls) -> "Clock":
            return cls(2025, 9, 23)

    monkeypatch.setattr("newsfacts.commands.extract.date", Clock)
    assert extracted("Χθες", "--date", "today")[0]["start_date"] == "2025-09-22"


def test_kinds_packs_and_fields() -> None:
    text = "Γραμμή 10 Gbps και 5 ευρώ στα 3 GW"
    assert [row["kind"] for row in extracted(text, "-k", "money", "-k", "power")] == ["money", "power"]
    pack = ["--patterns", str(ROOT / "samples" / "bandwidth")]
    assert [row["kind"] for row in extracted(text, *pack)] == ["bandwidth", "money", "power"]
    assert [row["low"] for row in extracted(text, *pack, "--kind", "bandwidth")] == [10_000_000_000]
    record = '{"body": "5 ευρώ", "url": "u", "text": 1, "date": 1, "day": "2025-01-01"}'
    [row] = extracted(record, "--text-field", "body", "--id-field", "url", "--date-field", "day")
    assert row["id"] == "u"


def test_people() -> None:
    text = "Ο Νίκος Δελής δήλωσε ότι το έργο τελειώνει. «Το έργο προχωρά», είπε η Άννα Κόρδα."
    rows = extracted(text, "--people")
    assert {(row["speaker"], row["quotes"]) for row in rows} == {("Νίκος Δελής", 1), ("Άννα Κόρδα", 1)}
    result = CliRunner().invoke(app, ["extract", "--people", "--format", "csv"], input=text.encode())
    assert set(next(csv.DictReader(io.StringIO(result.stdout)))) == set(rows[0])


def test_piped_table_is_plain() -> None:
    done = newsfacts_command("extract", "samples/chips.txt", COLUMNS="90", TERM="xterm-256color")
    assert "\x1b" not in done.stdout.decode()
    assert max(map(len, lines(done.stdout))) <= 90
    assert any("≤ 100 δισ. USD" in line for line in lines(done.stdout))


def test_output_is_utf8_whatever_the_locale() -> None:
    done = newsfacts_command(
        "extract", "--json", stdin="5 ευρώ".encode(), LC_ALL="C", PYTHONIOENCODING="ascii"
    )
    assert json.loads(done.stdout.decode("utf-8"))[0]["text"] == "5 ευρώ"


# -- patterns -------------------------------------------------------------------------------------


def test_patterns_new_test_and_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = newsfacts_command("patterns", "new", "speed", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.decode().startswith(f"wrote {Path('my-patterns/quantities/speed.yaml')}; change it")
    again = CliRunner().invoke(app, ["patterns", "new", "speed"])
    assert again.exit_code == 2
    assert "stands there already" in again.stderr
    tested = CliRunner().invoke(app, ["patterns", "test", "my-patterns"])
    assert (tested.exit_code, tested.stdout) == (0, "3 examples in 1 file: all as they should be\n")
    listed = CliRunner().invoke(app, ["patterns", "list", "my-patterns", "--format", "json"])
    rows = json.loads(listed.stdout)
    assert rows[-1] == {
        "file": str(Path("my-patterns/quantities/speed.yaml")),
        "kind": "speed",
        "forms": 9,
        "examples": 3,
    }
    assert {"money", "numbers", "quote", "date, duration"} <= {row["kind"] for row in rows}
    monkeypatch.setenv("NEWSFACTS_PATTERNS", "my-patterns")
    assert "my-patterns" in CliRunner().invoke(app, ["patterns", "list"]).stdout
