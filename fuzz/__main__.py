"""`python -m fuzz TARGET --seconds N`: guided by coverage where atheris is installed, else by plain mutation.

What fails is written to `fuzz/found/`, and goes from there into the tests. `python -m fuzz total` tells how
many inputs all runs have tried.
"""

import argparse
import importlib.util
import random
import sys
import time
from pathlib import Path

from fuzz.count import FOUND, Counted, totals
from fuzz.mutate import mutated, piece
from fuzz.seeds import seeds

NAMES = ("text", "document", "patterns")
LONGEST = {"text": 160, "document": 600, "patterns": 600}
"""The bytes of an input for a guided run: most faults show in few, and few are read fast."""
_SIZES = (20, 60, 60, 120, 200, 400)


def by_mutation(counted: Counted, seconds: float, seed: int, most: int) -> None:
    """Run a target over mutated pieces of its seeds, most of them short, one in a thousand long."""
    chance, ends = random.Random(seed), time.monotonic() + seconds
    known = [_decoded(data) for data in seeds(counted.name)]
    while time.monotonic() < ends and counted.inputs < most:
        size = chance.choice(_SIZES) * (10 if chance.random() < 0.001 else 1)
        given = chance.choice(known)
        while len(given) < size and chance.random() < 0.8:
            given += chance.choice((" ", "\n", "")) + chance.choice(known)[3:]
        head = 1 if counted.name == "patterns" else 3 if counted.name == "text" else 0
        start = piece(given[head:], chance, size) if chance.random() < 0.5 else given[head : head + size]
        body = given[:head] + mutated(start, chance, known)
        counted(_encoded(body))


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _encoded(text: str) -> bytes:
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")


def guided(name: str, seconds: float, seed: int, most: int) -> None:
    """Run a target by atheris; only newsfacts is instrumented. Ends the process."""
    import atheris

    with atheris.instrument_imports(include=["newsfacts"]):
        from fuzz.targets import TARGETS
    counted = Counted(TARGETS[name](), name, "guided")
    counted(b"")
    known = [_decoded(data) for data in seeds(name)]

    def mutate(data: bytes, most_bytes: int, number: int) -> bytes:
        """By bytes as the library does, or by signs and words, so that Greek stays Greek."""
        if number % 3 == 0:
            return bytes(atheris.Mutate(data, most_bytes))
        chance = random.Random(number)
        return _encoded(mutated(_decoded(data), chance, known))[:most_bytes]

    corpus = Path(__file__).parent / "corpus" / name
    for folder in (corpus, FOUND):
        folder.mkdir(parents=True, exist_ok=True)
    for at, data in enumerate(seeds(name)):
        (corpus / f"seed-{at}").write_bytes(data[: LONGEST[name]])
    options = [
        f"-max_total_time={int(seconds)}",
        f"-runs={most}",
        f"-max_len={LONGEST[name]}",
        f"-seed={seed + 1}",
        "-timeout=600",  # of the clock, on a machine that may be busy; `Counted` counts work
        "-rss_limit_mb=4096",
        f"-artifact_prefix={FOUND}/",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], counted, custom_mutator=mutate)
    atheris.Fuzz()


def main() -> None:
    """Read the arguments and fuzz."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("target", choices=(*NAMES, "total"))
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=0, help="another seed tries other inputs")
    parser.add_argument("--plain", action="store_true", help="without atheris")
    arguments = parser.parse_args()
    if arguments.target == "total":
        print(totals())
        return
    limits = arguments.seconds, arguments.seed, arguments.inputs
    if importlib.util.find_spec("atheris") and not arguments.plain:
        guided(arguments.target, *limits)
        return
    from fuzz.targets import TARGETS

    counted = Counted(TARGETS[arguments.target](), arguments.target, "mutated")
    try:
        by_mutation(counted, *limits)
    finally:
        counted.tell()
        print(f"{counted.name}: {counted.inputs:,} inputs, {counted.failed} failed")
    raise SystemExit(1 if counted.failed else 0)


if __name__ == "__main__":
    main()
