"""The command line under bad conditions: disks, pipes, environments."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands import MODULE, POSIX, one_line, ran
from files import put

pytestmark = pytest.mark.slow

TEXT = "Κόστισε 5 εκατ. ευρώ."


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=False)


@POSIX
def test_a_full_disk(tmp_path: Path, full_disk: Path) -> None:
    put(full_disk / "fill", b"x" * 60_000)
    text = put(tmp_path / "a.txt", "Κόστισε 5 εκατ. ευρώ. " * 3000)
    for form in ("jsonl", "csv", "json"):
        done = ran("extract", text, "-o", full_disk / f"x.{form}")
        assert done.returncode == 2
        assert "No space left on device" in one_line(done.stderr)
    done = ran("batch", text, "-o", full_disk / "out")
    assert done.returncode == 1
    assert "No space left on device" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert not [path for path in full_disk.rglob("*") if path.name.startswith(("x.", "part-"))]
    done = ran("patterns", "new", "speed", full_disk)
    assert done.returncode == 2
    assert "No space left on device" in one_line(done.stderr)
    assert not list(full_disk.rglob("*.yaml"))
    assert not list(full_disk.rglob("*.part"))


@POSIX
def test_an_output_that_may_not_be_written(tmp_path: Path) -> None:
    text = put(tmp_path / "a.txt", TEXT)
    for output in (Path("/proc/x.csv"), tmp_path / "no" / "x.csv", tmp_path, Path("/proc/out/x.jsonl")):
        for command in ("extract", "batch"):
            if command == "batch" and output in (tmp_path, tmp_path / "no" / "x.csv"):
                continue
            done = ran(command, text, "-o", output)
            assert done.returncode in (1, 2), done.stderr
            assert "Traceback" not in done.stderr.decode()
            assert done.stderr.decode().strip()


@POSIX
@pytest.mark.parametrize(
    "arguments", [["extract", "--format", "jsonl"], ["extract"], ["patterns", "list"], ["schema"]]
)
def test_a_closed_pipe(tmp_path: Path, arguments: list[str]) -> None:
    text = put(tmp_path / "a.txt", "Κόστισε 5 εκατ. ευρώ.\n\n" * 20_000)
    names = [str(text)] if arguments[0] == "extract" else []
    with subprocess.Popen(
        [*MODULE, *arguments, *names], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(100) in (0, 141)


@POSIX
@pytest.mark.parametrize(
    "environment",
    [
        {"LANG": "C", "LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"TERM": "dumb"},
    ],
)
def test_poor_environments(tmp_path: Path, environment: dict[str, str]) -> None:
    text = put(tmp_path / "νέα.txt", TEXT)
    bare = {"PATH": os.environ["PATH"], "PYTHONPATH": os.environ.get("PYTHONPATH", ""), **environment}
    for arguments in (
        ["extract"],
        ["extract", "--json"],
        ["batch", "-o", str(tmp_path / "out")],
    ):
        done = ran(*arguments, text, env=bare)
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr.decode("utf-8", "replace")
    assert json.loads(ran("extract", text, "--json", env=bare).stdout)[0]["text"] == "5 εκατ. ευρώ"
    missing = ran("extract", tmp_path / "δεν.txt", env=bare)
    assert missing.returncode == 1
    assert b"no such file" in missing.stderr


@POSIX
def test_closed_streams(tmp_path: Path) -> None:
    text = put(tmp_path / "a.txt", TEXT)
    for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        command = f"'{sys.executable}' -m newsfacts extract '{text}' --json {closed}"
        done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=100, check=False)
        assert b"Traceback" not in done.stderr
        assert done.returncode in (0, 2, 120)
