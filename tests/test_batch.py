"""Batch runs: what is done, what is done again; the same rows however many do it."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import newsfacts
from batch_corpus import SAMPLES, article, command, make_folder, part_times, rows, run
from newsfacts.batch import BatchError, BatchOptions

pytestmark = pytest.mark.slow


# -- the whole way ---------------------------------------------------------------------------------


def _break(folder: Path) -> dict[str, str]:
    """Ten files, each broken in its own way, and what is to be said of each."""
    broken: dict[str, tuple[bytes, str]] = {
        "empty.txt": (b"", "is empty"),
        "blank.md": (b" \r\n\n", "is empty"),
        "nul.txt": (b"abc\0def", "NUL byte"),
        "bad-byte.txt": (SAMPLES[0].read_bytes()[:400] + b"\xff\xfe\xff" + b"x", "is not UTF-8"),
        "paper.txt": (b"%PDF-1.4 \xe2\xe3", "a PDF"),
        "noise.txt": (bytes(range(128, 256)) * 9, "save it as UTF-8"),
        "half.txt": (b"\xff\xfe\x41", "UTF-16"),
        "cut.txt.gz": (gzip.compress(os.urandom(2000))[:900], "cut short"),
        "bad.jsonl": (b'{"text": "a\\ud800"}\n', "half a character"),
        "other.ndjson": (b'{"body": "a"}\n', "--text-field"),
    }
    for name, (data, _) in broken.items():
        (folder / name).write_bytes(data)
    return {name: said for name, (_, said) in broken.items()}


def test_a_thousand_articles_ten_broken(tmp_path: Path) -> None:
    source = make_folder(tmp_path / "news", 990)
    broken = _break(source)
    output = tmp_path / "out"
    ended = subprocess.run(
        command(source, "--output", output, "--workers", "2"), capture_output=True, text=True, timeout=100
    )
    assert ended.returncode == 1, ended.stderr
    about = json.loads((output / "run.json").read_text(encoding="utf-8"))
    assert (about["state"], about["documents"], about["failed"]) == ("complete", 990, 10)
    for name, said in broken.items():
        [line] = [line for line in ended.stderr.splitlines() if line.startswith(f"{source / name}")]
        assert said in line
        assert [said in error["reason"] for error in about["errors"] if name in error["source"]] == [True]
    assert "Traceback" not in ended.stderr
    assert len({row["source"] for row in map(json.loads, rows(output))}) == 990
    assert sum(about["facts"].values()) == len(rows(output))


def test_rows_are_the_library_s(folder: Path, done: Path) -> None:
    wanted = [
        json.dumps({**fact.to_dict(), "source": str(path)}, ensure_ascii=False, sort_keys=True)
        for path in sorted(folder.rglob("*7.txt"))
        for fact in newsfacts.extract(path.read_text(encoding="utf-8"))
        if fact.kind != "date"  # a dateline resolves dates here
    ]
    found = [json.loads(row) for row in rows(done)]
    chosen = [row for row in found if row["source"].endswith("7.txt") and row["kind"] != "date"]
    assert sorted(wanted) == [json.dumps(row, ensure_ascii=False, sort_keys=True) for row in chosen]


def test_two_workers_give_the_same_rows(folder: Path, done: Path, tmp_path: Path) -> None:
    run([folder], tmp_path, BatchOptions(workers=2))
    assert rows(tmp_path) == rows(done)
    assert set(part_times(tmp_path)) == set(part_times(done))


# -- again -----------------------------------------------------------------------------------------


def test_a_second_run_does_nothing(folder: Path, done: Path) -> None:
    before = part_times(done)
    summary, said = run([folder], done)
    assert part_times(done) == before
    assert summary.reused == summary.parts == len(before) > 1
    assert (summary.documents, summary.exit_code) == (300, 0)
    assert "going on" in said


def test_changed_and_new_input_is_done_again_and_nothing_else(tmp_path: Path) -> None:
    source = make_folder(tmp_path / "news", 300)
    output = tmp_path / "out"
    run([source], output)
    before = part_times(output)
    (source / "00" / "article-00005.txt").write_text("Κόστισε 77 εκατ. ευρώ.", encoding="utf-8")
    (source / "02" / "article-00999.txt").write_text("Κόστισε 88 εκατ. ευρώ.", encoding="utf-8")
    summary, said = run([source], output)
    assert "the input has changed: " in said
    assert summary.documents == 301
    kept = before.items() & part_times(output).items()
    assert len(kept) == summary.reused >= len(before) - 2
    undisturbed = tmp_path / "again"
    run([source], undisturbed)
    assert rows(output) == rows(undisturbed)


def test_changed_patterns_are_said_and_all_is_done_again(tmp_path: Path) -> None:
    source = make_folder(tmp_path / "news", 20)
    pack = tmp_path / "pack"
    (pack / "quantities").mkdir(parents=True)
    bandwidth = Path(__file__).parent.parent / "samples" / "bandwidth"
    run([source], tmp_path / "out")
    summary, said = run([source], tmp_path / "out", BatchOptions(workers=1, patterns=(bandwidth,)))
    assert "changed since the last run (patterns)" in said
    assert (summary.reused, summary.documents) == (0, 20)
    summary, said = run([source], tmp_path / "out", BatchOptions(workers=1, kinds=("money",)))
    assert "(patterns, kinds)" in said
    assert set(summary.facts) == {"money"}
    assert len(list((tmp_path / "out").glob("part-*"))) == summary.parts


def test_restart_does_all_again(tmp_path: Path) -> None:
    source = make_folder(tmp_path / "news", 20)
    run([source], tmp_path / "out")
    before = part_times(tmp_path / "out")
    summary, _ = run([source], tmp_path / "out", BatchOptions(workers=1, restart=True))
    assert summary.reused == 0
    assert set(part_times(tmp_path / "out")) == set(before)
    assert part_times(tmp_path / "out") != before


def test_failed_documents_are_tried_again_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "a.html").write_text(f"<html><body><p>{article(1)}</p></body></html>", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setitem(sys.modules, "trafilatura", None)
        assert run([tmp_path / "a.html"], tmp_path / "out")[0].exit_code == 1
    assert run([tmp_path / "a.html"], tmp_path / "out")[0].exit_code == 1
    again = run([tmp_path / "a.html"], tmp_path / "out", BatchOptions(workers=1, retry_failed=True))[0]
    assert (again.exit_code, again.documents) == (0, 1)


def test_two_runs_at_once_are_refused(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    run([SAMPLES[0]], tmp_path)
    with (tmp_path / "_newsfacts" / "lock").open("wb") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        with pytest.raises(BatchError, match="another run is writing here"):
            run([SAMPLES[0]], tmp_path)
