"""How many inputs were tried, written down while they are, so that a run that is killed has told it."""

import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

RUNS, FOUND = Path(__file__).parent / "runs", Path(__file__).parent / "found"
SLOW = 5.0
"""Seconds of work after which an input counts as failed; waiting for a busy machine is no work."""
_EVERY = 2.0


class Counted:
    """A target whose calls are counted; what fails is kept once a place in the code, and the run goes on."""

    def __init__(self, target: Callable[[bytes], None], name: str, how: str) -> None:
        """`how` is `guided` or `mutated`."""
        self._target, self.name, self.how = target, name, how
        self.inputs = self.failed = 0
        self._began = self._told = time.monotonic()
        self._seen: set[str] = set()
        self._file = RUNS / f"{name}-{how}-{time.time_ns()}-{os.getpid()}.json"
        RUNS.mkdir(exist_ok=True)

    def __call__(self, data: bytes) -> None:
        """Try one input."""
        if time.monotonic() - self._told > _EVERY:
            self.tell()
        began = time.process_time()
        self.inputs += 1
        try:
            self._target(data)
            if (took := time.process_time() - began) > SLOW:
                raise TimeoutError(f"took {took:.1f} seconds of work")
        except Exception as error:
            self.failed += 1
            self._keep(data, error)

    def tell(self) -> None:
        """Write down the figures so far."""
        self._told = time.monotonic()
        figures = {
            "target": self.name,
            "how": self.how,
            "inputs": self.inputs,
            "failed": self.failed,
            "seconds": round(self._told - self._began),
        }
        self._file.write_text(json.dumps(figures) + "\n", encoding="utf-8")

    def _keep(self, data: bytes, error: Exception) -> None:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} {frame.filename}:{frame.lineno}"
        if place in self._seen:
            return
        self._seen.add(place)
        FOUND.mkdir(exist_ok=True)
        stem = FOUND / f"{self.name}-{sha256(data).hexdigest()[:12]}"
        stem.write_bytes(data)
        Path(f"{stem}.log").write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        print(f"{stem}: {place}: {error}", file=sys.stderr, flush=True)


def totals() -> str:
    """All runs so far, added up: one line a target and way.

    A run that goes on, or was killed, counts as far as it told.
    """
    sums: dict[tuple[str, str], list[int]] = {}
    for path in sorted(RUNS.glob("*.json")):
        run = json.loads(path.read_text(encoding="utf-8"))
        row = sums.setdefault((run["target"], run["how"]), [0, 0, 0])
        for at, key in enumerate(("inputs", "failed", "seconds")):
            row[at] += run[key]
    return "\n".join(
        f"{name} {how}: {inputs:,} inputs in {seconds:,} seconds, {failed} failed"
        for (name, how), (inputs, failed, seconds) in sorted(sums.items())
    )
