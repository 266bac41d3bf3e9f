"""`newsfacts report`: what it reads, what it refuses, what the page holds."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from commands import newsfacts_command

pytestmark = pytest.mark.slow

TEXT = "Η Alpha 😀 επενδύει 5 εκατ. ευρώ </script><b>ως το 2027</b>.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def report(folder: Path, *inputs: str) -> tuple[int, str]:
    done = newsfacts_command("report", *inputs, "--output", "page.html", cwd=folder)
    assert done.stdout == b""
    return done.returncode, done.stderr.decode()


def data(folder: Path) -> dict[str, Any]:
    page = (folder / "page.html").read_text(encoding="utf-8")
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


def test_a_page_holds_texts_and_facts_and_only_its_own_script_runs(folder: Path) -> None:
    assert report(folder, "a.txt") == (0, "")
    held = data(folder)
    assert held["docs"][0]["text"] == TEXT
    utf16 = TEXT.encode("utf-16-le")
    marked = [utf16[2 * row[3] : 2 * row[4]].decode("utf-16-le") for row in held["facts"]]
    assert marked == ["5 εκατ. ευρώ", "2027"]
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert page.count("</script>") == 2
    assert "default-src 'none'" in page
    assert not re.search(r"https?://|\son\w+=", page.replace("http-equiv", ""))


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.csv", "rows.parquet"])
def test_rows_of_a_batch_are_shown_in_their_texts(folder: Path, name: str) -> None:
    report(folder, "a.txt")
    direct = data(folder)
    done = newsfacts_command("batch", ".", "--glob", "a.txt", "--output", name, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert report(folder, "a.txt", name) == (0, "")
    assert data(folder) == direct


ROW = (
    '{"kind": "money", "text": "5 εκατ. ευρώ", "start_char": 19, "end_char": 31, '
    '"low": 5, "unit": "EUR", "qualifier": "exact"}'
)


@pytest.mark.parametrize(
    ("name", "content", "message", "facts"),
    [
        ("rows.parquet", b"PAR1 broken", "rows.parquet: can't be read as parquet", 0),
        ("rows.jsonl", f'{ROW}\n{{"kind": "money"}}\nnonsense\n', "rows.jsonl:2: no fact", 1),
        ("rows.jsonl", f"{ROW}\n[1]\n", "rows.jsonl:2: no fact", 1),
        ("rows.csv", "kind,text,start_char,end_char\nmoney,x,one,2\n", "rows.csv:2: no fact", 0),
        ("rows.jsonl", ROW.replace("19", "18"), "1 facts have no text among the inputs", 0),
    ],
)
def test_bad_rows_are_named_and_the_rest_is_shown(
    folder: Path, name: str, content: str | bytes, message: str, facts: int
) -> None:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    code, said = report(folder, "a.txt", name)
    assert code == 1
    assert message in said
    assert "Traceback" not in said
    assert len(data(folder)["facts"]) == facts


def test_bad_inputs_and_outputs(folder: Path) -> None:
    code, said = report(folder, "a.txt", "missing.txt")
    assert (code, "missing.txt" in said, len(data(folder)["docs"])) == (1, True, 1)
    done = newsfacts_command("report", "a.txt", "--output", ".", cwd=folder)
    assert (done.returncode, b"folder" in done.stderr) == (2, True)
