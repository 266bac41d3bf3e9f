"""`python -m benchmarks`: measure, print one table after another, write JSON."""

import argparse
import json
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import newsfacts
from benchmarks import growth, report, row, rows, startup
from benchmarks.slow_texts import CASES, chance
from benchmarks.texts import Text, from_path, from_samples

_LENGTHS = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
_COUNTS = (0, 10, 100, 1_000, 10_000)
_CHANCES = 40  # texts of words by chance


def main(argv: list[str] | None = None) -> int:
    """Measure what was asked for. Exit code 1 where a worst case is not linear."""
    args = _arguments(argv)
    wanted: list[str] = args.rows or [*rows.names(), "start", "growth", "worst"]
    known = [*rows.names(), "start", "growth", "worst"]
    wanted = list(dict.fromkeys(_kinds(wanted, known)))
    unknown = [name for name in wanted if name not in known]
    if unknown:
        print(f"no row `{unknown[0]}`: choose from {', '.join(['kinds', *known])}", file=sys.stderr)
        return 2
    try:
        if args.text:
            text = from_path(args.text)
            text = text.head(args.words) if args.words else text
        else:
            text = from_samples(args.words or 500_000)
    except (OSError, UnicodeError, ValueError) as error:
        print(f"{error}", file=sys.stderr)
        return 2
    result: dict[str, Any] = {
        "machine": report.machine(),
        "text": {"name": text.name, "words": text.words, "pieces": len(text.pieces)},
        "rounds": args.rounds,
    }
    reading = [name for name in rows.names() if name in wanted]
    if reading:
        result["rows"] = _measure(reading, text, args.rounds, args.part)
    if "start" in wanted:
        _say("start")
        result["start"] = report.start(startup.measure(args.rounds))
    _write(args.json, result)
    if "growth" in wanted or "worst" in wanted:
        result |= _grow(wanted, text, args.largest)
    result["load_at_end"] = report.machine()["load"]
    _say("")
    print(report.as_text(result))
    _write(args.json, result)
    return 0 if all(case["linear"] for case in result.get("worst", ())) else 1


def _write(path: Path | None, result: dict[str, Any]) -> None:
    if path:
        path.write_text(json.dumps(result, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _grow(wanted: list[str], text: Text, largest: int) -> report.Section:
    result: report.Section = {}
    nlp = newsfacts.load()

    def read(document: str) -> list[object]:
        return list(newsfacts.extract(document, nlp=nlp))

    read(" ".join(text.head(5_000).pieces))
    if "growth" in wanted:
        sizes = tuple(size for size in _LENGTHS if size <= largest)
        _say("growth with length")
        result["lengths"] = [{"chars": c, "seconds": s} for c, s in growth.lengths(read, sizes)]
        _say("growth with facts")
        chars = min(1_000_000, largest)
        counted = growth.fact_counts(read, _COUNTS, chars)
        result["facts"] = [{"chars": chars, "facts": n, "seconds": s} for n, s in counted]
    if "worst" in wanted:
        cases: list[growth.Growth] = []
        for case in (*CASES, *(chance(seed) for seed in range(_CHANCES))):
            _say(f"worst case: {case.name}")
            cases.append(growth.worst_case(read, case, largest=min(largest, case.largest)))
        result["worst"] = report.worst(cases)
    return result


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--words", type=int, help="how many (default: 500,000 of the samples, or all of --text)"
    )
    parser.add_argument("--text", type=Path, help="a file or folder to read instead (.txt, .iob2)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds that count, after one to warm up")
    parser.add_argument("--rows", nargs="+", metavar="ROW", help="only these; `kinds` is each kind alone")
    parser.add_argument(
        "--part", type=int, default=0, help="words that the slow peers read (default: by row)"
    )
    parser.add_argument("--largest", type=int, default=10_000_000, help="longest document, in characters")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures to this file")
    return parser.parse_args(argv)


def _kinds(wanted: list[str], known: list[str]) -> list[str]:
    kinds = [name for name in known if name.startswith("kind:")]
    return [name for asked in wanted for name in (kinds if asked == "kinds" else [asked])]


def _measure(wanted: list[str], text: Text, rounds: int, part: int) -> list[report.Section]:
    names = list(dict.fromkeys([rows.TOKENIZER, *wanted]))  # the row that the others are measured by
    missing: dict[str, str] = {}
    ready: list[row.Row] = []
    with ExitStack() as stack:
        for name in names:
            _say(f"load {name}")
            try:
                ready.append(stack.enter_context(rows.make(name, part=part)))
            except row.UnavailableError as error:
                missing[name] = str(error)
        _say(f"measure {len(ready)} rows, {rounds} rounds and one to warm up")
        measured = row.measure(ready, text, rounds=rounds)
    return report.throughput(measured, text, missing)


def _say(what: str) -> None:
    """Progress, to people only."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{what}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
