"""How the command starts and ends: light, wrong usage, closed streams."""

import json
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

import newsfacts
from commands import MODULE, ROOT, lines, newsfacts_command
from newsfacts.commands.app import app

pytestmark = pytest.mark.slow

# typer itself imports pydantic for the arguments of a subcommand
HEAVY = ["spacy", "thinc", "numpy", "dateparser", "newsfacts.facts", "yaml", "rich.table"]

# -- light ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "args", [["--help"], ["--version"], ["extract", "--help"], ["patterns", "new", "--help"]]
)
def test_help_imports_nothing_heavy(args: list[str]) -> None:
    code = (
        "import sys, atexit\n"
        f"heavy = {HEAVY!r}\n"
        "atexit.register(lambda: print([m for m in heavy if m in sys.modules], file=sys.stderr))\n"
        f"sys.argv = ['newsfacts', *{args}]\n"
        "from newsfacts.commands.app import main; main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr.decode().strip()) == (0, "[]")


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["extract"],
        ["schema"],
        ["patterns"],
        *(["patterns", name] for name in ("list", "test", "new", "schema")),
    ],
)
def test_every_help_shows_an_example(args: list[str]) -> None:
    result = CliRunner().invoke(app, [*args, "--help"])
    assert result.exit_code == 0
    assert f"  newsfacts {' '.join(args)}".rstrip() in result.stdout.partition("Example")[2]
    assert "\b" not in result.stdout


def test_the_entry_point_and_the_module_are_the_same() -> None:
    script = shutil.which("newsfacts", path=str(Path(sys.executable).parent))
    assert script
    for command in ([script], MODULE):
        done = subprocess.run([*command, "--version"], capture_output=True, timeout=60, check=True)
        assert done.stdout.decode().strip() == f"newsfacts {newsfacts.__version__}"


def test_completion() -> None:
    done = newsfacts_command(
        _NEWSFACTS_COMPLETE="complete_bash", COMP_WORDS="newsfacts extract --kind po", COMP_CWORD="3"
    )
    assert lines(done.stdout) == ["power"]


@pytest.mark.parametrize(
    ("args", "what"),
    [
        (["extract", "--format", "xml", "x"], "'xml'"),
        (["extract", "--json", "--format", "csv", "x"], "exclude each other"),
        (["extract", "x", "--date", "2025-02-30"], "'2025-02-30' is no day: write YYYY-MM-DD, or today"),
        (["batch", "x", "-o", "y", "--date", "soon"], "'soon' is no day: write YYYY-MM-DD, or today"),
        (["extract", "x", "--colour"], "--colour"),
        (["patterns", "new", "date"], "`date` is no quantity"),
        (["patterns", "new", "Big Speed"], "small Latin letters"),
        (["extract", "x", "--output", "no/such/folder/x.json"], "no/such/folder: make it first"),
        (["extract", ""], "an empty name"),
        (["extract", "x", "--output", "."], "is a folder: name a file"),
    ],
)
def test_wrong_usage(args: list[str], what: str) -> None:
    result = CliRunner().invoke(app, args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert what in result.stderr


# -- ends -----------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGPIPE")
@pytest.mark.parametrize("form", ["jsonl", "csv", "table"])
def test_a_closed_pipe_ends_quietly(form: str, tmp_path: Path) -> None:
    text = (ROOT / "samples" / "chips.txt").read_bytes()
    (tmp_path / "a.txt").write_bytes(text * 8)
    command = [*MODULE, "extract", *["a.txt"] * 3, "--format", form, "--date", "2025-09-23"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        first = process.stdout.readline()
        assert json.loads(first) if form == "jsonl" else first
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


@pytest.mark.skipif(sys.platform == "win32", reason="no shell")
@pytest.mark.parametrize("arguments", [["extract", "samples/chips.txt"], ["schema"]])
def test_a_closed_stdout_is_said(arguments: list[str]) -> None:
    command = [*MODULE, *arguments]
    done = subprocess.run(
        ["/bin/sh", "-c", '"$@" >&-', "sh", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (2, "can't write: standard output is closed\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to send")
def test_json_lines_come_as_soon_as_known_and_ctrl_c_leaves_no_traceback() -> None:
    command = [*MODULE, "extract", "-", "--format", "jsonl"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        guard = threading.Timer(60, process.kill)  # instead of waiting for ever
        guard.start()
        process.stdin.write('{"text": "Το νέο έργο στη Δράμα κοστίζει 5 ευρώ"}\n'.encode())
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["text"] == "5 ευρώ"  # the input is still open
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        assert b"Traceback" not in process.stderr.read()
        assert process.wait(60) in (1, 130)
        guard.cancel()
