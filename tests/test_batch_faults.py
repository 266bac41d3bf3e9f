"""Batch over folders as they are: odd names, other files, earlier outputs."""

import json
import os
import sys
from pathlib import Path

import pytest

from batch_corpus import make_folder, rows, run, sources
from files import PAGE, put
from newsfacts.batch import BatchError, BatchOptions

pytestmark = pytest.mark.slow

TEXT = "Κόστισε 5 εκατ. ευρώ."


# -- names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("workers", [1, 2])
def test_odd_names(tmp_path: Path, workers: int) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    names = [
        b"\xe1\xe2.txt",
        b"a\nb.txt",
        b"c'\"d.txt",
        "ε\u202eψ.txt".encode(),
        b"\x1b[31m.txt",
        b"[1].txt",
        b" .txt",
    ]
    try:
        for name in names:
            with open(os.fsencode(folder) + b"/" + name, "wb") as stream:  # noqa: PTH123
                stream.write(TEXT.encode())
        with open(os.fsencode(folder) + b"/bad\xe1\x1b\n.txt", "wb") as stream:  # noqa: PTH123
            stream.write(b"\0")
    except OSError:
        pytest.skip("this system has no such names")
    for number in range(80 * (workers - 1)):
        put(folder / f"{number}.txt", TEXT)
    summary, said = run([folder], tmp_path / "out", BatchOptions(workers=workers))
    assert (summary.documents, summary.failed) == (len(names) + 80 * (workers - 1), 1)
    assert len(rows(tmp_path / "out")) == summary.documents
    assert str(folder / "\\xe1\\xe2.txt") in sources(tmp_path / "out")
    [failure] = summary.failures
    assert failure["source"].endswith("/bad\\xe1\x1b\n.txt")
    assert "\x1b" not in said
    assert len([line for line in said.splitlines() if ": holds a NUL" in line]) == 1
    assert json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))["failed"] == 1


# -- what is left out -------------------------------------------------------------------------------


KEPT = {
    "a.txt": TEXT,
    "page.php": PAGE.format(charset="utf-8"),
    "page": PAGE.format(charset="utf-8"),
    "list.json": json.dumps([{"text": TEXT}]),
    "deep/records": json.dumps({"text": TEXT}),
}
LEFT_OUT = {
    ".hidden.txt": TEXT,
    ".git/config": "x",
    "code.php": "<?php echo 5;",
    "package.json": '{"name": "x"}',
    "Makefile": "all:",
    "deep/b.png": "x",
    "deep/c.csv": "a,b",
    "facts.jsonl": json.dumps({"source": "a", "id": None, "kind": "money", "text": "5", "start_char": 0}),
}
REASONS = {
    "hidden": 2,
    ".php": 1,
    ".json": 1,
    "no suffix": 1,
    ".png": 1,
    ".csv": 1,
    "facts of a run": 1,
}


def test_what_is_no_news_is_counted_and_named(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    folder = tmp_path / "news"
    (folder / ".git").mkdir(parents=True)
    (folder / "deep").mkdir()
    for name, content in (KEPT | LEFT_OUT).items():
        put(folder / name, content)
    summary, said = run([folder], tmp_path / "out")
    assert (summary.documents, summary.failed) == (len(KEPT), 0)
    assert sources(tmp_path / "out") == sorted(str(folder / name) for name in KEPT)
    assert summary.skipped.reasons == REASONS
    assert "left out: 8 (2 hidden, 1 .csv, 1 .json, " in said
    about = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert about["skipped"]["count"] == 8
    assert str(folder / "Makefile") in about["skipped"]["names"]
    # named, they are read
    assert run([folder, folder / ".hidden.txt"], tmp_path / "2")[0].documents == len(KEPT) + 1


def test_nothing_to_read_says_what_there_is(tmp_path: Path) -> None:
    put(tmp_path / "a.png", "x")
    with pytest.raises(BatchError, match=r"nothing to read: .*left out: 1 \(1 .png\)"):
        run([tmp_path], tmp_path / "out")


@pytest.mark.skipif(sys.platform == "win32", reason="no links and pipes")
def test_links_and_pipes(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    make_folder(folder, 2)
    (folder / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "gone.txt").symlink_to("nowhere.txt")
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "pipe")
    summary, _ = run([folder], tmp_path / "out")
    assert summary.documents == 2
    assert sorted(Path(failure["source"]).name for failure in summary.failures) == ["gone.txt", "self.txt"]
    assert summary.skipped.reasons["no file"] >= 2


@pytest.mark.skipif(sys.platform == "win32", reason="paths are short there")
def test_folders_deeper_than_functions_may_call(tmp_path: Path) -> None:
    at = os.open(tmp_path, os.O_RDONLY)
    for _ in range(1500):
        os.mkdir("d", dir_fd=at)
        deeper = os.open("d", os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = deeper
    os.close(at)
    put(tmp_path / "d" / "a.txt", TEXT)
    try:
        summary, _ = run([tmp_path / "d"], tmp_path / "out")
    finally:
        import subprocess

        subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=False)
    assert summary.documents == 1


# -- outputs among inputs ----------------------------------------------------------------------------


@pytest.mark.parametrize("inside", ["out", "deep/out", "facts.jsonl"])
def test_an_earlier_output_is_no_input(tmp_path: Path, inside: str) -> None:
    folder = make_folder(tmp_path / "news", 3)
    (folder / "deep").mkdir()
    once, _ = run([folder], folder / inside)
    again, _ = run([folder], folder / inside)
    other, said = run([folder], tmp_path / "other")
    assert (once.documents, again.documents, other.documents) == (3, 3, 3)
    assert (again.failed, other.failed) == (0, 0)
    assert other.facts == once.facts
    assert "output of a run" in said
    if "facts" not in inside:
        with pytest.raises(BatchError, match="nothing to read"):
            run([folder], tmp_path / "third", BatchOptions(workers=1, glob="**/*.jsonl"))


def test_an_output_over_its_input_is_refused(tmp_path: Path) -> None:
    path = put(tmp_path / "a.jsonl", json.dumps({"text": TEXT}))
    link = tmp_path / "b.jsonl"
    link.symlink_to(path)
    for output in (path, link, tmp_path / "x" / ".." / "a.jsonl"):
        (tmp_path / "x").mkdir(exist_ok=True)
        with pytest.raises(BatchError, match="is the input and the output") as caught:
            run([path], output)
        assert caught.value.code == 2
    assert json.loads(path.read_text(encoding="utf-8")) == {"text": TEXT}
