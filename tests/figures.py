"""Seconds and megabytes of a command, as the system counts them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

# The high-water mark of a process goes to its children: the tests' own is past any limit.
_LAUNCHER = """
import json, os, subprocess, sys, time
began = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
said = process.stderr.read().decode()
_, status, used = os.wait4(process.pid, 0)
seconds = time.perf_counter() - began
most = used.ru_maxrss / (1024 if sys.platform == "linux" else 1 << 20)
print(json.dumps([os.waitstatus_to_exitcode(status), seconds, most, said]))
"""


class Figures(NamedTuple):
    """The exit code of a command, its seconds, its megabytes at most, and what it said."""

    code: int
    seconds: float
    megabytes: float
    stderr: str


def figures(command: list[str], folder: Path) -> Figures:
    """Run a command in a folder."""
    launched = subprocess.run(
        [sys.executable, "-c", _LAUNCHER, *command], cwd=folder, capture_output=True, text=True, check=True
    )
    return Figures(*json.loads(launched.stdout))
