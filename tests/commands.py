"""The command, in a process of its own or in this one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from newsfacts.commands.app import app

ROOT = Path(__file__).parent.parent
SAMPLES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "samples").glob("*.txt"))
MODULE = [sys.executable, "-m", "newsfacts"]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and permissions of POSIX")


def newsfacts_command(
    *args: str, cwd: Path = ROOT, stdin: bytes | None = None, **env: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*MODULE, *args],
        cwd=cwd,
        input=stdin if stdin is not None else b"",
        capture_output=True,
        env={**os.environ, **env},
        timeout=120,
        check=False,
    )


def lines(stream: bytes) -> list[str]:
    return stream.decode().splitlines()


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def ran(*arguments: str | Path, **more: object) -> subprocess.CompletedProcess[bytes]:
    command = [*MODULE, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=100, check=False, **more)  # type: ignore[call-overload,no-any-return]


def one_line(stderr: bytes | str) -> str:
    text = stderr.decode() if isinstance(stderr, bytes) else stderr
    assert "Traceback" not in text
    [line] = text.splitlines()
    return line
