"""The commands where something that is always there is not: a width, standard input, the folder itself."""

import io
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from files import put
from newsfacts.commands.app import app
from newsfacts.folders import is_folder
from newsfacts.outputs.terminal import make_console

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")
NEWSFACTS = shlex.join([sys.executable, "-m", "newsfacts"])


def ran(script: str, folder: Path) -> tuple[int, str]:
    done = subprocess.run(["sh", "-c", script], cwd=folder, capture_output=True, timeout=100, check=False)
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize(("columns", "width"), [("0", 120), ("1", 120), ("19", 120), ("20", 20), ("80", 80)])
def test_a_width_of_nothing_is_none(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert make_console(io.StringIO()).width == width


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("command", ["extract -", "explain -", "batch - -o out"])
def test_standard_input_is_closed(tmp_path: Path, command: str) -> None:
    said = "-: can't be read: standard input is closed\n"
    assert ran(f"{NEWSFACTS} {command} <&-", tmp_path) == (1, said)


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("command", ["extract ../a.txt", "batch ../a.txt -o out", "patterns test"])
def test_the_folder_is_gone(tmp_path: Path, command: str) -> None:
    put(tmp_path / "a.txt", "5 ευρώ")
    (tmp_path / "gone").mkdir()
    said = "the folder that you are in is gone: change to another\n"
    assert ran(f"cd gone && rmdir ../gone && {NEWSFACTS} {command}", tmp_path) == (2, said)


def test_a_name_longer_than_names_may_be_is_said_as_it_was_typed(tmp_path: Path) -> None:
    text = str(put(tmp_path / "a.txt", "5 ευρώ"))
    output, pack = (
        str(tmp_path / ("a" * 250 + ".csv")),
        "a" * 300,
    )  # beside it stands one longer
    for option, name, before in (("-o", output, "can't write: "), ("-p", pack, "")):
        done = CliRunner().invoke(app, ["extract", text, option, name])
        assert (done.exit_code, done.stderr) == (2, f"{before}{name}: File name too long\n")


@pytest.mark.parametrize("name", ["none", "a.txt", "a.txt/b", "circle", "a\0b"])
def test_no_folder_is_there(tmp_path: Path, name: str) -> None:
    put(tmp_path / "a.txt", "5 ευρώ")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    assert is_folder(tmp_path)
    assert not is_folder(tmp_path / name)


@pytest.mark.parametrize("command", ["extract", "batch"])
def test_no_company_is_called_nothing(tmp_path: Path, command: str) -> None:
    text = put(tmp_path / "a.txt", "5 ευρώ")
    output = tmp_path / "out.jsonl"
    done = CliRunner().invoke(app, [command, str(text), "-o", str(output), "--organization", " "])
    assert (done.exit_code, output.exists()) == (2, False)
    assert "an empty name" in done.stderr
