"""The command line under bad conditions: outputs, disks, pipes, signals, environments, names."""

import contextlib
import csv
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from newsfacts.commands.app import app
from test_inputs import put

pytestmark = pytest.mark.slow

TEXT = "Κόστισε 5 εκατ. ευρώ."
NEWSFACTS = [sys.executable, "-m", "newsfacts"]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and permissions of POSIX")


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def ran(*arguments: str | Path, **more: object) -> subprocess.CompletedProcess[bytes]:
    command = [*NEWSFACTS, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=100, check=False, **more)  # type: ignore[call-overload,no-any-return]


def one_line(stderr: bytes | str) -> str:
    text = stderr.decode() if isinstance(stderr, bytes) else stderr
    assert "Traceback" not in text
    [line] = text.splitlines()
    return line


def first_row(output: Path) -> dict[str, Any]:
    if output.suffix == ".parquet":
        from pyarrow import parquet

        return parquet.read_table(output).to_pylist()[0]  # type: ignore[no-any-return]
    text = output.read_text(encoding="utf-8")
    if output.suffix.lower() == ".csv":
        return next(csv.DictReader(text.splitlines()))
    return json.loads(text)[0] if output.suffix == ".json" else json.loads(text.splitlines()[0])  # type: ignore[no-any-return]


# -- outputs ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("command"), ["extract", "batch"])
@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet", "json", "ndjson", "CSV"])
def test_the_name_of_the_output_says_its_format(tmp_path: Path, command: str, suffix: str) -> None:
    if suffix == "parquet":
        pytest.importorskip("pyarrow")
    text, output = put(tmp_path / "a.txt", TEXT), tmp_path / f"x.{suffix}"
    result = call(command, text, "-o", output)
    if command == "batch" and suffix in ("json", "ndjson"):
        assert result.exit_code == 2
        assert f"x.{suffix}: batch writes .jsonl, .csv or .parquet" in result.stderr
        return
    assert result.exit_code == 0, result.stderr
    assert float(first_row(output)["low"]) == 5e6
    other = "jsonl" if suffix.lower() == "csv" else "csv"
    wrong = call(command, text, "-o", output, "-f", other)
    assert wrong.exit_code == 2
    assert "its name says" in wrong.stderr


def test_both_commands_take_the_same_options(tmp_path: Path) -> None:
    text = put(
        tmp_path / "a.jsonl", json.dumps({"body": "Χθες κόστισε 5 ευρώ.", "no": 1, "day": "2025-09-23"})
    )
    options = ["-f", "csv", "-k", "date", "-d", "2025-09-24", "-p", "samples/bandwidth", "--bom", "-q", "-v"]
    fields = ["--text-field", "body", "--id-field", "no", "--date-field", "day", "--title-field", "head"]
    a = call("extract", text, "-o", tmp_path / "a.csv", *options, *fields)
    b = call("batch", text, "-o", tmp_path / "b.csv", *options, *fields)
    assert (a.exit_code, b.exit_code) == (0, 0), (a.stderr, b.stderr)
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    rows = list(csv.DictReader((tmp_path / "a.csv").open(encoding="utf-8-sig", newline="")))
    assert [(row["id"], row["start_date"]) for row in rows] == [("1", "2025-09-23")]


def test_a_byte_order_mark_for_spreadsheets(tmp_path: Path) -> None:
    text = put(tmp_path / "a.txt", TEXT)
    for command in ("extract", "batch"):
        output = tmp_path / f"{command}.csv"
        assert call(command, text, "-o", output, "--bom").exit_code == 0
        assert output.read_bytes().startswith(b"\xef\xbb\xbfsource,id,kind,")
        assert output.read_bytes().count(b"\xef\xbb\xbf") == 1
        refused = call(command, text, "-o", tmp_path / "x.jsonl", "--bom")
        assert refused.exit_code == 2
        assert "is for CSV, not for jsonl" in refused.stderr
    again = call("batch", text, "-o", tmp_path / "batch.csv")
    assert again.exit_code == 0
    assert (tmp_path / "batch.csv").read_bytes().startswith(b"source,")


def test_an_output_over_its_input_is_refused(tmp_path: Path) -> None:
    text = put(tmp_path / "a.txt", TEXT)
    link = tmp_path / "b.txt"
    link.symlink_to(text)
    for output in (text, link, tmp_path / "." / "a.txt"):
        result = call("extract", text, "-o", output)
        assert result.exit_code == 2
        assert one_line(result.stderr) == f"{text}: is the input and the output: name another --output"
    assert text.read_text(encoding="utf-8") == TEXT


def test_parquet_needs_a_file(tmp_path: Path) -> None:
    result = call("extract", put(tmp_path / "a.txt", TEXT), "-f", "parquet")
    assert result.exit_code == 2
    assert "name a file with --output" in result.stderr


def test_messages_have_one_form(tmp_path: Path) -> None:
    names = [tmp_path / "no\x1b\n.txt", put(tmp_path / "b.jsonl", "{}")]
    wanted = [f"{tmp_path}/no\ufffd .txt: no such file", f"{names[1]}:1: no field `text`"]
    extract = call("extract", *names).stderr
    batch = call("batch", *names, "-o", tmp_path / "out", "-q").stderr
    for said in (extract, batch):
        assert all(line.startswith(start) for line, start in zip(said.splitlines(), wanted, strict=True)), (
            said
        )


def test_what_was_mended_is_said(tmp_path: Path) -> None:
    pytest.importorskip("ftfy")
    text = put(tmp_path / "a.txt", TEXT.encode().decode("latin-1"))
    assert one_line(call("extract", text).stderr) == f"{text}: UTF-8 read as Latin-1 (mended)"


# -- disks, pipes, folders ---------------------------------------------------------------------------


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
        [*NEWSFACTS, *arguments, *names], stdout=subprocess.PIPE, stderr=subprocess.PIPE
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


# -- Ctrl-C ------------------------------------------------------------------------------------------


def _interrupted(arguments: list[str], seconds: float) -> tuple[int, str]:
    process = subprocess.Popen(
        [*NEWSFACTS, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )
    time.sleep(seconds)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    return process.returncode, said.decode()


@POSIX
@pytest.mark.parametrize("command", ["extract", "batch", "report"])
def test_ctrl_c_at_any_moment(tmp_path: Path, command: str) -> None:
    for number in range(400):
        put(tmp_path / f"{number}.txt", TEXT * 300)
    names = [str(path) for path in tmp_path.glob("*.txt")]
    arguments = {
        "extract": ["extract", "--json", *names],
        "report": ["report", *names, "-o", str(tmp_path / "x.html")],
        "batch": ["batch", *names, "-o", str(tmp_path / "out"), "--workers", "2", "--quiet"],
    }[command]
    chance = random.Random(7)
    for _ in range(12):
        code, said = _interrupted(arguments, chance.uniform(0.12, 2.5))
        if code == -signal.SIGINT:  # before Python itself was there
            continue
        assert "Traceback" not in said
        assert code in (0, 130), said
        if code == 130:
            assert len(said.splitlines()) == 1
            assert said.startswith("stopped")


LOST = """
import sys, time, weakref
from newsfacts import __main__

class Held: pass

def interrupted(_):
    raise KeyboardInterrupt

def run():
    held = Held()
    watch = weakref.ref(held, interrupted)
    del held
    time.sleep(30)

sys.modules["newsfacts.commands.app"] = type("App", (), {"main": staticmethod(run)})
__main__.main()
"""


TURNED = """
import os, signal, sys
from newsfacts import __main__

def run():
    try:
        os.kill(os.getpid(), signal.SIGINT)
        while True: pass
    except KeyboardInterrupt as error:
        raise RuntimeError("KeyboardInterrupt") from error  # as compiled libraries do

sys.modules["newsfacts.commands.app"] = type("App", (), {"main": staticmethod(run)})
__main__.main()
"""


@POSIX
@pytest.mark.parametrize("script", [LOST, TURNED])
def test_ctrl_c_that_python_loses(script: str) -> None:
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=25, check=False)
    assert (done.returncode, done.stderr) == (130, b"stopped\n")
