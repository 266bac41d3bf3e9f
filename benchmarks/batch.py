"""Speed and memory of `newsfacts batch`, over articles made from samples/.

    python benchmarks/batch.py              # all, about four minutes on two free cores
    python benchmarks/batch.py speed --documents 6000
    python benchmarks/batch.py memory --small 2000 --large 20000

Each article has words that no other has: what grows with the number of distinct words shows.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
RUN = (
    "import sys; from pathlib import Path; from newsfacts.batch import *\n"
    "if __name__ == '__main__':\n"
    "    run_batch([sys.argv[1]], sys.argv[2], BatchOptions(workers=int(sys.argv[3]), quiet=True))"
)


def make(path: Path, count: int) -> None:
    """A `.jsonl` of articles."""
    chance = random.Random(1)
    texts = [sample.read_text(encoding="utf-8") for sample in SAMPLES]
    letters = [chr(c) for c in range(ord("\u03b1"), ord("\u03c9"))]
    with path.open("w", encoding="utf-8") as stream:
        for number in range(count):
            new = " ".join("".join(chance.choices(letters, k=9)) for _ in range(20))
            record = {"id": number, "date": "2025-09-23", "text": f"{texts[number % len(texts)]}\n\n{new}\n"}
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")


def measure(source: Path, output: Path, workers: int) -> tuple[float, float, float]:
    """Seconds, CPU seconds of all processes, and megabytes at the peak of the largest of them."""
    arguments = [sys.executable, "-c", RUN, str(source), str(output), str(workers)]
    began = time.monotonic()
    process = subprocess.Popen(arguments)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - began
    if status:
        sys.exit(f"the run ended with {status}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def speed(folder: Path, documents: int) -> None:
    """One worker against two."""
    make(folder / "speed.jsonl", documents)
    times = {}
    for workers in (1, 2):
        times[workers], cpu, peak = measure(folder / "speed.jsonl", folder / f"speed-{workers}", workers)
        rate = documents / times[workers]
        print(f"{workers} workers: {documents} documents, {times[workers]:.1f} s, {rate:.0f}/s, ", end="")
        print(f"{cpu:.1f} s of CPU, {peak:.0f} MB at most in a process", flush=True)
    print(f"two workers are {times[1] / times[2]:.2f} times as fast as one (wanted: 1.7)", flush=True)


def memory(folder: Path, small: int, large: int) -> None:
    """The peak of few documents against that of many."""
    for workers in (1, 2):
        peaks = []
        for documents in (small, large):
            make(folder / "memory.jsonl", documents)
            _, _, peak = measure(folder / "memory.jsonl", folder / f"memory-{documents}-{workers}", workers)
            peaks.append(peak)
            print(f"{workers} workers: {documents} documents, {peak:.0f} MB at the peak", flush=True)
        print(f"that is {peaks[1] / peaks[0]:.2f} times as much (wanted: at most 1.2)", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("what", nargs="?", choices=["all", "speed", "memory"], default="all")
    parser.add_argument("--documents", type=int, default=12_000)
    parser.add_argument("--small", type=int, default=2000)
    parser.add_argument("--large", type=int, default=20_000)
    given = parser.parse_args()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} (others' work slows this down)", flush=True)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as folder:
        if given.what in ("all", "speed"):
            speed(Path(folder), given.documents)
        if given.what in ("all", "memory"):
            memory(Path(folder), given.small, given.large)


if __name__ == "__main__":
    main()
