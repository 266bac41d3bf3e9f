"""Runs that are killed, at any moment and in any way, end with the rows of one that was not."""

import contextlib
import json
import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from batch_corpus import command, make_folder, make_jsonl, part_times, rows
from newsfacts.batch import BatchOptions, run_batch

pytestmark = pytest.mark.slow

KILLS = 10
ARTICLES, RECORDS = 600, 300


def start(*arguments: str | Path) -> subprocess.Popen[str]:
    """A run in a process group of its own, as a shell starts it."""
    return subprocess.Popen(command(*arguments), stderr=subprocess.PIPE, text=True, start_new_session=True)


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    found = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [pid for pid in map(int, found) if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def wait_for_work(process: subprocess.Popen[str], output: Path, more_than: int) -> None:
    end = time.monotonic() + 60
    while process.poll() is None and len(part_times(output)) <= more_than and time.monotonic() < end:
        time.sleep(0.005)


def test_kill_9_at_ten_random_moments(tmp_path: Path) -> None:
    source = make_folder(tmp_path / "news", ARTICLES)
    make_jsonl(source / "feed.jsonl", RECORDS)
    undisturbed, output = tmp_path / "undisturbed", tmp_path / "out"
    run_batch([source], undisturbed, BatchOptions(workers=1, quiet=True))
    chance, kills, written = random.Random(5), 0, dict[str, int]()
    for _ in range(KILLS):
        process = start(source, "--output", output, "--workers", chance.choice("12"))
        if chance.random() < 0.7:  # in the work; else in what comes before it
            wait_for_work(process, output, len(written))
            time.sleep(chance.uniform(0, 0.05))
        else:
            time.sleep(chance.uniform(0, 2))
        kills += process.poll() is None
        process.kill()
        process.communicate()
        assert written.items() <= part_times(output).items(), "what was done was done again"
        written = part_times(output)
    assert kills >= KILLS // 2, "runs ended before they were killed: make the input larger"
    ended = start(source, "--output", output)
    _, said = ended.communicate(timeout=100)
    assert ended.returncode == 0, said
    assert written.items() <= part_times(output).items()
    assert rows(output) == rows(undisturbed)
    assert not list(output.glob(".tmp-*"))
    about = json.loads((output / "run.json").read_text(encoding="utf-8"))
    assert (about["state"], about["documents"]) == ("complete", ARTICLES + RECORDS)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_ends_cleanly(tmp_path: Path, how: signal.Signals, workers: str) -> None:
    source, output = make_folder(tmp_path / "news", 700), tmp_path / "out"
    process = start(source, "--output", output, "--workers", workers)
    wait_for_work(process, output, 0)
    os.killpg(process.pid, how)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130, said
    assert "finished and safe" in said
    assert "Traceback" not in said
    if workers == "1":  # a killed worker process leaves one, which the next run clears
        assert not list(output.glob(".tmp-*"))
    assert json.loads((output / "run.json").read_text(encoding="utf-8"))["state"] == "interrupted"
    assert not _group_alive(process.pid)


def _group_alive(group: int) -> bool:
    end = time.monotonic() + 5
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.05)
    return True


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds worker processes in /proc")
def test_a_worker_that_dies_costs_nothing(tmp_path: Path) -> None:
    source, output = make_folder(tmp_path / "news", 600), tmp_path / "out"
    process = start(source, "--output", output, "--workers", "2")
    wait_for_work(process, output, 0)
    for pid in workers_of(process)[:1]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 0, said
    about = json.loads((output / "run.json").read_text(encoding="utf-8"))
    assert (about["documents"], about["failed"]) == (600, 0)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds worker processes in /proc")
def test_no_worker_outlives_a_killed_parent(tmp_path: Path) -> None:
    source, output = make_folder(tmp_path / "news", 600), tmp_path / "out"
    process = start(source, "--output", output, "--workers", "2")
    wait_for_work(process, output, 0)
    process.kill()
    process.communicate()
    assert not _group_alive(process.pid)
