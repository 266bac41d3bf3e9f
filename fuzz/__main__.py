"""`python -m fuzz TARGET --seconds N`: with atheris where it is installed, else by plain mutation.

What fails is written to `fuzz/found/`, and goes from there into the tests.
"""

import argparse
import hashlib
import importlib.util
import random
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from fuzz.mutate import mutated

ROOT = Path(__file__).parent.parent
NAMES = ("text", "document", "patterns")
Target = Callable[[bytes], None]
FOUND = Path(__file__).parent / "found"


def seeds(target: str) -> list[bytes]:
    """What to begin with: samples, or the built-in pattern files."""
    if target == "patterns":
        heads = {"quantities": b"\x00", "dates": b"\x01", "quotes": b"\x02"}
        files = sorted((ROOT / "patterns").rglob("*.yaml"))
        return [heads.get(path.parent.name, b"\x03") + path.read_bytes() for path in files]
    texts = [path.read_bytes() for path in sorted((ROOT / "samples").glob("*.txt"))]
    return [b"\x41\x0b\x0f" + text for text in texts] if target == "text" else texts


def by_mutation(name: str, target: Target, seconds: float, seed: int, most: int) -> tuple[int, int]:
    """Run a target over mutated seeds; how many inputs, and how many failed."""
    chance, ends = random.Random(seed), time.monotonic() + seconds
    known = [data.decode("utf-8", "surrogateescape") for data in seeds(name)]
    count = failed = 0
    while time.monotonic() < ends and count < most:
        given = chance.choice(known)
        start = chance.randint(0, len(given))
        piece = given[:1] + given[start : start + chance.choice((200, 600, 2000))]
        data = mutated(piece, chance).encode("utf-8", "surrogatepass" if chance.random() < 0.5 else "replace")
        count += 1
        began = time.monotonic()
        try:
            target(data)
            if time.monotonic() - began > 5:
                raise TimeoutError(f"took {time.monotonic() - began:.1f} seconds")
        except Exception:
            failed += 1
            keep(name, data, traceback.format_exc())
    return count, failed


def keep(name: str, data: bytes, why: str) -> None:
    """Write down an input that failed."""
    FOUND.mkdir(exist_ok=True)
    stem = f"{name}-{hashlib.sha256(data).hexdigest()[:12]}"
    (FOUND / stem).write_bytes(data)
    (FOUND / f"{stem}.log").write_text(why, encoding="utf-8")
    print(f"{FOUND / stem}: {why.splitlines()[-1]}", file=sys.stderr)


def main() -> None:
    """Read the arguments and fuzz."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("target", choices=NAMES)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=0, help="another seed tries other inputs")
    parser.add_argument("--plain", action="store_true", help="without atheris")
    arguments = parser.parse_args()
    if importlib.util.find_spec("atheris") and not arguments.plain:
        import atheris

        with atheris.instrument_imports(include=["newsfacts"]):
            from fuzz.targets import TARGETS
        target = TARGETS[arguments.target]
        target(b"")
        corpus = FOUND.parent / "corpus" / arguments.target
        corpus.mkdir(parents=True, exist_ok=True)
        for number, data in enumerate(seeds(arguments.target)):
            (corpus / f"seed-{number}").write_bytes(data)
        limits = [f"-max_total_time={int(arguments.seconds)}", f"-runs={arguments.inputs}", "-timeout=10"]
        FOUND.mkdir(exist_ok=True)
        atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={FOUND}/", str(corpus)], target)
        atheris.Fuzz()
        return
    from fuzz.targets import TARGETS

    target = TARGETS[arguments.target]
    count, failed = by_mutation(arguments.target, target, arguments.seconds, arguments.seed, arguments.inputs)
    print(f"{arguments.target}: {count:,} inputs, {failed} failed")
    raise SystemExit(1 if failed else 0)


if __name__ == "__main__":
    main()
