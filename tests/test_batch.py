"""Batch runs: what is done, what is reported, what is done again; the same rows however many do it."""

import gzip
import importlib.util
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

import newsfacts
from batch_corpus import SAMPLES, article, command, make_folder, make_jsonl, part_times, rows
from newsfacts.batch import BatchError, BatchOptions, Summary, run_batch
from newsfacts.batch import parts as parts_module
from newsfacts.batch.find import Asked, Entry, find
from newsfacts.batch.stretches import stretch_bounds
from newsfacts.documents.inputs import InputError
from newsfacts.facts import COLUMNS

pytestmark = pytest.mark.slow


def run(
    inputs: list[Path | str], output: Path, options: BatchOptions | None = None, **more: io.BytesIO
) -> tuple[Summary, str]:
    said = io.StringIO()
    console = Console(file=said, width=200)
    summary = run_batch(inputs, output, options or BatchOptions(workers=1), console=console, **more)
    return summary, said.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_folder(tmp_path_factory.mktemp("news"), 300)


@pytest.fixture(scope="module")
def done(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of one undisturbed worker."""
    output = tmp_path_factory.mktemp("undisturbed")
    run([folder], output)
    return output


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


# -- inputs ------------------------------------------------------------------------------------------


def test_a_jsonl_is_cut_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_jsonl(tmp_path / "a.jsonl", 60)
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    run([path], whole)
    monkeypatch.setattr(parts_module, "SPLIT", 20_000)
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
    source = make_folder(tmp_path / "news", 200)
    run([source], output)
    before = part_times(output)
    for workers in (1, 2):
        with pytest.raises(newsfacts.PatternError, match="colour"):
            run([source], output, BatchOptions(workers=workers, kinds=("colour",)))
    assert part_times(output) == before


# -- a cluster ---------------------------------------------------------------------------------------

HAS_DASK = importlib.util.find_spec("distributed") is not None


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and two worker processes on loopback."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", "distributed.cli." + arguments[0], *arguments[1:]],
            stdout=subprocess.DEVNULL,
            stderr=(tmp_path / f"dask-{len(started)}.log").open("wb"),
            cwd=tmp_path,
        )
        started.append(process)
        return process

    told = tmp_path / "scheduler.json"
    start(
        "dask_scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--no-dashboard",
        "--scheduler-file",
        str(told),
    )
    until(told.exists)
    address = json.loads(told.read_text())["address"]
    workers = [start("dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard") for _ in "12"]
    try:
        yield address, workers
    finally:
        for process in started:
            process.kill()
            process.wait()


def until(true: object, seconds: float = 40) -> None:
    end = time.monotonic() + seconds
    while not true():  # type: ignore[operator]
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.02)


@pytest.mark.skipif(not HAS_DASK, reason="needs newsfacts[dask]")
def test_a_cluster_that_loses_a_worker_gives_the_same_rows(
    folder: Path, done: Path, tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    from distributed import Client

    address, workers = cluster
    with Client(address) as client:  # type: ignore[no-untyped-call]
        client.wait_for_workers(2, timeout=60)
    output = tmp_path / "out"
    running = subprocess.Popen(
        command(folder, "--output", output.as_uri(), "--scheduler", address),
        stderr=subprocess.PIPE,
        text=True,
    )
    until(lambda: any(output.glob(".tmp-*")) or any(output.glob("part-*")))
    workers[0].send_signal(signal.SIGKILL)
    _, said = running.communicate(timeout=100)
    assert running.returncode == 0, said
    assert rows(output) == rows(done)
    assert not list(output.glob(".tmp-*.json"))
    summary = json.loads((output / "run.json").read_text(encoding="utf-8"))
    assert (summary["documents"], summary["failed"]) == (300, 0)


@pytest.mark.skipif(not HAS_DASK, reason="needs newsfacts[dask]")
def test_no_scheduler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsfacts.batch.cluster._CONNECT", 1)
    with pytest.raises(BatchError, match="no Dask scheduler at tcp"):
        run([SAMPLES[0]], tmp_path, BatchOptions(scheduler="tcp://127.0.0.1:9"))


def test_inputs_and_outputs_by_url(done: Path, folder: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    memory = fsspec.filesystem("memory")
    memory.put(str(folder), "/in", recursive=True)
    said = Console(file=io.StringIO())
    summary = run_batch(["memory://in"], "memory://out", BatchOptions(workers=1), console=said)
    assert summary.documents == 300
    found = b"".join(memory.cat(name) for name in memory.glob("/out/part-*"))
    assert len(found.splitlines()) == len(rows(done))
    again = run_batch(["memory://in"], "memory://out", BatchOptions(workers=1), console=said)
    assert again.reused == again.parts
