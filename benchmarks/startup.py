"""What one small file costs as a whole process, beside a blank spaCy pipeline in its own."""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

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


def measure(rounds: int) -> dict[str, list[float]]:
    """Seconds of each process, in turn; a first round, which reads the disk, is left out."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "small.txt"
        file.write_text("\n\n".join(from_samples(250).pieces), encoding="utf-8")
        to_run = commands(file)
        times: dict[str, list[float]] = {name: [] for name in to_run}
        for turn in range(rounds + 1):
            for name, command in to_run.items():
                start = time.perf_counter()
                subprocess.run(command, check=True, capture_output=True)
                if turn:
                    times[name].append(time.perf_counter() - start)
    return times


def ratios(times: dict[str, list[float]]) -> dict[str, float]:
    """Each process by its median, as a multiple of the blank one."""
    blank = median(times["blank"])
    return {name: median(values) / blank for name, values in times.items()}
