"""Batch over folders as they are: odd names, other files, earlier outputs, broken ledgers, lost parts."""

import io
import json
import multiprocessing
import os
import signal
import sys
from pathlib import Path

import pytest
from rich.console import Console

from batch_corpus import make_folder, part_times, rows
from newsfacts.batch import BatchError, BatchOptions, Summary, run_batch
from newsfacts.batch import parts as parts_module
from newsfacts.batch.find import Entry
from newsfacts.batch.ledger import Ledger
from newsfacts.batch.parts import plan
from newsfacts.batch.pool import Pool, _work
from newsfacts.batch.progress import Reporter
from newsfacts.batch.worker import Settings
from newsfacts.packs.find import read_packs
from test_inputs import PAGE, put

pytestmark = pytest.mark.slow

TEXT = "Κόστισε 5 εκατ. ευρώ."


def run(inputs: list[Path | str], output: Path, options: BatchOptions | None = None) -> tuple[Summary, str]:
    said = io.StringIO()
    console = Console(file=said, width=200)
    return run_batch(inputs, output, options or BatchOptions(workers=1), console=console), said.getvalue()


def sources(output: Path) -> list[str]:
    return sorted({json.loads(row)["source"] for row in rows(output)})


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


def test_what_is_no_news_is_counted_and_named(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    folder = tmp_path / "news"
    (folder / ".git").mkdir(parents=True)
    (folder / "deep").mkdir()
    kept = {
        "a.txt": TEXT,
        "page.php": PAGE.format(charset="utf-8"),
        "page": PAGE.format(charset="utf-8"),
        "list.json": json.dumps([{"text": TEXT}]),
        "deep/records": json.dumps({"text": TEXT}),
    }
    left = {
        ".hidden.txt": TEXT,
        ".git/config": "x",
        "code.php": "<?php echo 5;",
        "package.json": '{"name": "x"}',
        "Makefile": "all:",
        "deep/b.png": "x",
        "deep/c.csv": "a,b",
        "facts.jsonl": json.dumps({"source": "a", "id": None, "kind": "money", "text": "5", "start_char": 0}),
    }
    for name, content in (kept | left).items():
        put(folder / name, content)
    summary, said = run([folder], tmp_path / "out")
    assert (summary.documents, summary.failed) == (len(kept), 0)
    assert sources(tmp_path / "out") == sorted(str(folder / name) for name in kept)
    assert summary.skipped.reasons == {
        "hidden": 2,
        ".php": 1,
        ".json": 1,
        "no suffix": 1,
        ".png": 1,
        ".csv": 1,
        "facts of a run": 1,
    }
    assert "left out: 8 (2 hidden, 1 .csv, 1 .json, " in said
    about = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert about["skipped"]["count"] == 8
    assert str(folder / "Makefile") in about["skipped"]["names"]
    # named, they are read
    assert run([folder, folder / ".hidden.txt"], tmp_path / "2")[0].documents == len(kept) + 1


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


# -- what runs leave behind ---------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"{", b"null", b'{"settings": 5}', b"\xff\xfe", b"[" * 100_000])
def test_a_broken_ledger_is_written_anew(tmp_path: Path, content: bytes) -> None:
    folder, output = make_folder(tmp_path / "news", 100), tmp_path / "out"
    first, _ = run([folder], output)
    wanted = rows(output)
    (output / "run.json").write_bytes(content)
    broken = sorted((output / "_newsfacts").glob("part-*.json"))[0]
    broken.write_bytes(content)
    (output / "_newsfacts" / "plan.jsonl").write_bytes(content)
    settings = Settings(str(output), "jsonl", ())
    assert Ledger(settings, str(output)).last_settings() == {}
    before = part_times(output)
    again, _ = run([folder], output)
    assert (again.documents, again.failed, again.exit_code) == (100, 0, 0)
    assert again.reused == first.parts - 1
    assert rows(output) == wanted
    assert len(before.items() - part_times(output).items()) == 1
    broken.write_bytes(content)
    assert run([folder], output, BatchOptions(workers=1, retry_failed=True))[0].documents == 100


@pytest.mark.parametrize("what", ["part-{}.jsonl", "_newsfacts/part-{}.json"])
def test_a_part_that_vanishes_is_no_success(
    tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, output = make_folder(tmp_path / "news", 100), tmp_path / "out"
    removed: list[Path] = []

    def vanishing(report: Reporter, meta: object) -> None:
        if not removed:
            pattern = what.format("*")
            removed.extend(output.glob(pattern))
            removed[0].unlink()

    monkeypatch.setattr(Reporter, "part", vanishing)
    summary, said = run([folder], output)
    assert removed
    assert (summary.exit_code, summary.failed) == (1, 1)
    assert "its rows were removed while the run went on: start it again" in said
    monkeypatch.undo()
    assert run([folder], output)[0].documents == 100


def test_a_fault_in_one_file_costs_that_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_folder(tmp_path / "news", 3)
    put(folder / "a.html", PAGE.format(charset="utf-8"))

    def fails(html: str) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("newsfacts.documents.html.read_page", fails)
    summary, _ = run([folder], tmp_path / "out")
    assert (summary.documents, summary.failed) == (3, 1)
    assert "too deep" in summary.failures[0]["reason"]


# -- parts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["list", "pretty", "one", "packed"])
def test_only_lines_are_cut(tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import gzip

    monkeypatch.setattr(parts_module, "SPLIT", 10_000)
    records = [{"text": f"Κόστισε {n} ευρώ. " + "α" * 300, "id": n} for n in range(1, 101)]
    lines = "\n".join(json.dumps(record) for record in records)
    content: dict[str, str | bytes] = {
        "list": "[" + ",\n".join(json.dumps(record) for record in records) + "]",
        "pretty": json.dumps(records, indent=1),
        "one": json.dumps({"text": lines}, indent=1),
        "packed": gzip.compress(lines.encode(), 0),
    }
    path = put(tmp_path / "a.jsonl", content[form])
    parts = list(plan([Entry(str(path), path.stat().st_size, "1")], "s"))
    assert len(parts) == 1
    summary, _ = run([path], tmp_path / "out")
    assert (summary.documents, summary.failed) == (1 if form == "one" else 100, 0)
    path = put(tmp_path / "b.jsonl", '{"text": "α",\n' + lines)
    summary, _ = run([path], tmp_path / "out2")
    assert (summary.documents, summary.failed) == (100, 1)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no figures of a process")
def test_ctrl_c_is_held_back_from_workers_until_they_can_say_so(tmp_path: Path) -> None:
    pool = Pool(Settings(str(tmp_path), "jsonl", tuple(read_packs())), 1)
    try:
        status = Path(f"/proc/{pool._slots[0]._process.pid}/status").read_text(encoding="utf-8")
        masks = [int(line.split()[1], 16) for line in status.splitlines() if line[:6] in ("SigBlk", "SigIgn")]
        assert any(mask & 1 << signal.SIGINT - 1 for mask in masks)
    finally:
        pool.close()


def test_a_worker_whose_parent_wants_no_more_ends_silently(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    ours, theirs = multiprocessing.Pipe()
    settings = Settings(str(tmp_path), "jsonl", tuple(read_packs()))
    process = multiprocessing.get_context("spawn").Process(target=_work, args=(theirs, settings))
    process.start()
    ours.close()
    theirs.close()
    process.join(60)
    assert (process.exitcode, capfd.readouterr().err) == (0, "")
