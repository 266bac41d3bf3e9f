"""Ctrl-C at any moment is exit code 130 and one line."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from commands import MODULE, POSIX
from files import put

pytestmark = pytest.mark.slow

TEXT = "Κόστισε 5 εκατ. ευρώ."


def _interrupted(arguments: list[str], seconds: float) -> tuple[int, str]:
    process = subprocess.Popen(
        [*MODULE, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
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


HALF_STARTED = """
import os, signal, threading, time
from multiprocessing import util
from newsfacts.batch.pool import Pool

def main():
    threading.Thread(target=time.sleep, args=(9,), daemon=True).start()  # takes what the main thread blocks
    launch = util.spawnv_passfds
    def pressed(path, args, fds):
        pid = launch(path, args, fds)
        if "spawn_main" in str(args):
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.2)
        return pid
    util.spawnv_passfds = pressed
    try:
        Pool(None, 2)
    except KeyboardInterrupt:
        time.sleep(0.5)  # a worker that got half of what it needs would speak now
        print("stopped")

if __name__ == "__main__":
    main()
"""


@POSIX
def test_ctrl_c_while_a_worker_is_started(tmp_path: Path) -> None:
    script = put(tmp_path / "run.py", HALF_STARTED)
    done = subprocess.run([sys.executable, script], capture_output=True, timeout=25, check=False)
    assert (done.stdout, done.stderr) == (b"stopped\n", b"")
