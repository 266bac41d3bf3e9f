"""Seconds and megabytes of a command, as the system counts them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

# The high-water mark of a process goes to its children: the tests' own is past any limit.
_LAUNCHER = """
import json, os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
said = process.stderr.read().decode()
_, status, used = os.wait4(process.pid, 0)
seconds = used.ru_utime + used.ru_stime
most = used.ru_maxrss / (1024 if sys.platform == "linux" else 1 << 20)
print(json.dumps([os.waitstatus_to_exitcode(status), seconds, most, said]))
"""


class Figures(NamedTuple):
    """The exit code of a command, its seconds of work, its megabytes at most, and what it said.

    Seconds by the clock would count what else the machine does.
    """

    code: int
    seconds: float
    megabytes: float
    stderr: str


def figures(command: list[str], folder: Path) -> Figures:
    """Run a command in a folder."""
    launched = subprocess.run(
        [sys.executable, "-c", _LAUNCHER, *command],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return Figures(*json.loads(launched.stdout))
