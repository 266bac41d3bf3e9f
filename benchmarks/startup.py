"""What one small file costs as a whole process, beside a blank spaCy pipeline in its own."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.texts import from_samples

_BLANK = "import spacy; spacy.blank('el')('Η εταιρεία θα επενδύσει 100 εκατ. ευρώ.')"


def commands(file: Path) -> dict[str, list[str]]:
    """The processes that are compared, by name; `blank` is the one that the others are measured by."""
    script = shutil.which("newsfacts", path=str(Path(sys.executable).parent))
    newsfacts = [script] if script else [sys.executable, "-m", "newsfacts"]
    return {
        "blank": [sys.executable, "-c", _BLANK],
        "extract": [*newsfacts, "extract", str(file), "--json"],
        "help": [*newsfacts, "--help"],
    }


@dataclass
class Process:
    """Seconds of the clock and of the processor, one of each a run."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


def measure(rounds: int) -> dict[str, Process]:
    """What each process takes, in turn; a first round, which reads the disk, is left out."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "small.txt"
        file.write_text("\n\n".join(from_samples(250).pieces), encoding="utf-8")
        to_run = commands(file)
        times = {name: Process() for name in to_run}
        for turn in range(rounds + 1):
            for name, command in to_run.items():
                start, cpu = time.perf_counter(), _children()
                subprocess.run(command, check=True, capture_output=True)
                if turn:
                    times[name].wall.append(time.perf_counter() - start)
                    times[name].cpu.append(_children() - cpu)
    return times


def _children() -> float:
    """Processor seconds of the processes that have ended (0 on Windows)."""
    spent = os.times()
    return spent.children_user + spent.children_system
