"""What batch reads and in which parts, what it writes and says."""

import gzip
import io
import json
from pathlib import Path

import pytest

import newsfacts
from batch_corpus import SAMPLES, make_folder, make_jsonl, part_times, rows, run
from newsfacts.batch import BatchError, BatchOptions
from newsfacts.batch import parts as parts_module
from newsfacts.batch.find import Asked, Entry, find
from newsfacts.batch.stretches import stretch_bounds
from newsfacts.documents.inputs import InputError
from newsfacts.facts import COLUMNS

pytestmark = pytest.mark.slow


# -- inputs ------------------------------------------------------------------------------------------


def test_a_jsonl_is_cut_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_jsonl(tmp_path / "a.jsonl", 60)
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    run([path], whole)
    monkeypatch.setattr(parts_module, "SPLIT", 5_000)
    summary, _ = run([path], cut)
    assert summary.parts > 8
    assert summary.documents == 60
    assert rows(cut) == rows(whole)


def test_lines_of_a_cut_jsonl_are_counted_from_its_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_jsonl(tmp_path / "a.jsonl", 40)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    for bad in (3, 25, 38):
        lines[bad] = '{"text": 1}\n'
    path.write_text("".join(lines), encoding="utf-8")
    monkeypatch.setattr(parts_module, "SPLIT", 20_000)
    summary, said = run([path], tmp_path / "out")
    assert [failure["line"] for failure in summary.failures] == [4, 26, 39]
    assert f"{path}:26: `text` is no text" in said


@pytest.mark.parametrize("size", [1, 2, 7, 10, 11, 100])
def test_stretches_hold_each_line_once(tmp_path: Path, size: int) -> None:
    data = b"a\n\nbcd\r\nefghijklmnop\nq\n" + b"r" * 30
    path = tmp_path / "x"
    path.write_bytes(data)
    found = b""
    with path.open("rb") as stream:
        for start in range(0, len(data), size):
            begin, end = stretch_bounds(stream, start, min(start + size, len(data)))
            stream.seek(begin)
            found += stream.read(end - begin)
    assert found == data


def test_files_globs_folders_and_standard_input(tmp_path: Path) -> None:
    source = make_folder(tmp_path / "news", 12)
    (source / "hidden").mkdir()
    (source / ".secret.txt").write_text("x")
    (source / "image.png").write_bytes(b"\x89PNG")
    output = source / "out"  # inside the input: its own rows are no input
    inputs: list[Path | str] = [
        source / "00" / "article-00003.txt",
        str(source / "00" / "*1.txt"),
        source,
        source,
        tmp_path / "none.txt",
        str(tmp_path / "*.none"),
        "-",
    ]
    record = json.dumps({"text": "Κόστισε 5 εκατ. ευρώ.", "id": "s"}).encode()
    summary, said = run(inputs, output, stdin=io.BytesIO(gzip.compress(record)))
    assert (summary.documents, summary.failed) == (13, 2)
    assert "none.txt: no such file or folder" in said
    assert "*.none: no file fits this pattern" in said
    found = [json.loads(row) for row in rows(output)]
    assert [row["low"] for row in found if row["source"] == "-" and row["id"] == "s"] == [5_000_000]
    again, _ = run(inputs, output, stdin=io.BytesIO(gzip.compress(record)))
    assert again.reused == again.parts
    assert again.documents == 13


def test_glob(tmp_path: Path) -> None:
    source = make_folder(tmp_path / "news", 12)
    (source / "a.news").write_text("Κόστισε 5 εκατ. ευρώ.", encoding="utf-8")
    summary, _ = run([source], tmp_path / "out", BatchOptions(workers=1, glob="**/*.news"))
    assert summary.documents == 1


def test_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(BatchError, match="nothing to read"):
        run([tmp_path / "empty"], tmp_path / "out")


def test_a_part_is_the_same_in_every_order_of_growth() -> None:
    def names(count: int) -> set[str]:
        entries = (Entry(f"n/{i:05d}.txt", 2000, "1") for i in range(count))
        return {part.name for part in parts_module.plan(entries, "s")}

    few, many = names(2000), names(2001)
    assert len(few - many) <= 1
    assert len(few) > 20


def test_missing_input_is_reported_not_raised(tmp_path: Path) -> None:
    errors: list[InputError] = []
    assert list(find(Asked(["/none/x"], None, str(tmp_path), errors.append))) == []
    assert str(errors[0]) == "/none/x: no such file or folder"


# -- outputs -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ["jsonl", "csv", "parquet"])
def test_formats_in_parts_and_in_one_file(tmp_path: Path, suffix: str) -> None:
    if suffix == "parquet":
        pytest.importorskip("pyarrow")
    from newsfacts.batch.rows import read_rows

    source = make_folder(tmp_path / "news", 100)
    run([source], tmp_path / "out", BatchOptions(workers=1, format=suffix))
    summary, _ = run([source], tmp_path / f"one.{suffix}")
    together = list(read_rows(str(tmp_path / f"one.{suffix}")))
    assert len(together) == sum(summary.facts.values())
    text = [json.dumps(row, sort_keys=True, ensure_ascii=False, default=str) for row in together]
    assert sorted(text) == rows(tmp_path / "out")
    if suffix != "jsonl":
        assert tuple(together[0]) == COLUMNS


@pytest.mark.parametrize(
    ("output", "format_name", "said"),
    [
        ("x.csv", "jsonl", "its name says csv"),
        ("x", "xml", "unknown format"),
        ("taken.txt", None, "is a file"),
    ],
)
def test_wrong_output_is_a_wrong_call(
    tmp_path: Path, output: str, format_name: str | None, said: str
) -> None:
    (tmp_path / "taken.txt").write_text("x")
    with pytest.raises(BatchError, match=said) as caught:
        run([SAMPLES[0]], tmp_path / output, BatchOptions(workers=1, format=format_name))
    assert caught.value.code == 2


def test_what_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Η τιμή του αερίου έφτασε τα 50 ευρώ.".encode("cp1253"))
    _, loud = run([path], tmp_path / "1", BatchOptions(workers=1, verbose=True))
    assert "a.txt: windows-1253 (guessed)" in loud
    assert "documents" in loud
    _, quiet = run([path, tmp_path / "no"], tmp_path / "2", BatchOptions(workers=1, quiet=True))
    assert quiet == f"{tmp_path / 'no'}: no such file or folder\n"


def test_wrong_patterns_stop_before_anything_is_touched(tmp_path: Path) -> None:
    output = tmp_path / "out"
    source = make_folder(tmp_path / "news", 20)
    run([source], output)
    before = part_times(output)
    for workers in (1, 2):
        with pytest.raises(newsfacts.PatternError, match="colour"):
            run([source], output, BatchOptions(workers=workers, kinds=("colour",)))
    assert part_times(output) == before
