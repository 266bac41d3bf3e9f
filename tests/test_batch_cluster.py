"""Batch on a cluster, and by URL."""

import importlib.util
import io
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from batch_corpus import SAMPLES, command, rows, run
from newsfacts.batch import BatchError, BatchOptions, run_batch

pytestmark = pytest.mark.slow


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
