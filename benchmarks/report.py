"""The table that people read and the JSON that programs read."""

import importlib.metadata
import os
import platform
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import startup
from benchmarks.growth import LIMIT, Growth
from benchmarks.row import Measured
from benchmarks.rows import TOKENIZER
from benchmarks.texts import Text

Section = dict[str, Any]


def machine() -> Section:
    """What the figures were measured on."""
    packages = ("newsfacts", "spacy", "dateparser", "numpy", "torch", "transformers")
    versions = {}
    for package in packages:
        try:
            versions[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            continue
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "load": [round(load, 2) for load in os.getloadavg()] if hasattr(os, "getloadavg") else None,
        "packages": versions,
    }


def _processor() -> str:
    try:
        with Path("/proc/cpuinfo").open(encoding="utf-8") as lines:
            return next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def throughput(measured: list[Measured], text: Text, missing: dict[str, str]) -> list[Section]:
    """One entry a row: median seconds for the whole text, and as a multiple of the tokenizer's."""
    base = next((median(m.seconds) for m in measured if m.row.name == TOKENIZER), None)
    rows: list[Section] = []
    words = text.words
    for m in measured:
        seconds = median(m.seconds)
        rows.append(
            {
                "name": m.row.name,
                "label": m.row.label,
                "seconds": round(seconds, 4),
                "spread": [round(min(m.seconds), 4), round(max(m.seconds), 4)],
                "ratio": round(seconds / base, 3) if base else None,
                "words_per_second": round(words / seconds),
                "words_read": m.words,
                "found": m.found,
                "load_seconds": None if m.row.load_seconds is None else round(m.row.load_seconds, 3),
                "rounds": len(m.seconds),
            }
        )
    rows += [{"name": name, "missing": why} for name, why in missing.items()]
    return rows


def start(times: dict[str, startup.Process]) -> list[Section]:
    """One entry a process: median seconds, and as a multiple of the blank pipeline's."""
    blank = times["blank"]
    return [
        {
            "name": name,
            "seconds": round(median(process.wall), 4),
            "spread": [round(min(process.wall), 4), round(max(process.wall), 4)],
            "ratio": round(median(process.wall) / median(blank.wall), 3),
            "cpu_seconds": round(median(process.cpu), 4),
            "cpu_ratio": round(median(process.cpu) / max(1e-9, median(blank.cpu)), 3),
        }
        for name, process in times.items()
    ]


def worst(cases: list[Growth]) -> list[Section]:
    """One entry a worst case."""
    return [
        {
            "name": case.name,
            "chars": case.chars,
            "seconds": round(case.seconds, 4),
            "ratio_of_double": round(case.ratio, 3),
            "linear": case.linear,
        }
        for case in cases
    ]


def as_text(result: Section) -> str:
    """The whole result as tables in Markdown."""
    parts: list[str] = []
    if result.get("rows"):
        text = result["text"]
        parts.append(f"{text['name']}: {text['words']:,} words in {text['pieces']:,} texts")
        parts.append(_table(("row", "× tokenizer", "seconds", "words/s", "loads in"), _rows(result["rows"])))
    if rows := result.get("start"):
        parts.append(
            _table(("whole process", "× blank", "seconds", "× blank, CPU", "CPU seconds"), _start(rows))
        )
    if rows := result.get("lengths"):
        parts.append(_table(("characters", "seconds", "ns/character"), _lengths(rows)))
    if rows := result.get("facts"):
        cells: list[tuple[str, ...]] = [(f"{r['facts']:,}", f"{r['seconds']:.4f}") for r in rows]
        parts.append(_table((f"facts in {rows[0]['chars']:,} characters", "seconds"), cells))
    if rows := result.get("worst"):
        parts.append(_table(("worst case", "characters", "seconds", "2n : n", "linear"), _worst(rows)))
    return "\n\n".join(parts)


def _start(rows: list[Section]) -> list[tuple[str, ...]]:
    keys = ("ratio", "seconds", "cpu_ratio", "cpu_seconds")
    return [(r["name"], *(f"{r[key]:.2f}" for key in keys)) for r in rows]


def _lengths(rows: list[Section]) -> list[tuple[str, ...]]:
    return [
        (f"{r['chars']:,}", f"{r['seconds']:.4f}", f"{1e9 * r['seconds'] / r['chars']:.0f}") for r in rows
    ]


def _worst(rows: list[Section]) -> list[tuple[str, ...]]:
    return [
        (
            r["name"],
            f"{r['chars']:,}",
            f"{r['seconds']:.2f}",
            f"{r['ratio_of_double']:.2f}",
            "yes" if r["linear"] else f"NO (over {LIMIT} or over time)",
        )
        for r in rows
    ]


def _rows(rows: list[Section]) -> list[tuple[str, ...]]:
    cells: list[tuple[str, ...]] = []
    for row in rows:
        if "missing" in row:
            cells.append((row["name"], "–", "–", "–", f"not measured: {row['missing']}"))
            continue
        ratio = "–" if row["ratio"] is None else f"{row['ratio']:.2f}"
        load = "" if row["load_seconds"] is None else f"{row['load_seconds']:.2f} s"
        cells.append((row["label"], ratio, f"{row['seconds']:.2f}", f"{row['words_per_second']:,}", load))
    return cells


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    widths = [max(len(line[i]) for line in (head, *rows)) for i in range(len(head))]

    def line(cells: tuple[str, ...]) -> str:
        padded = [
            c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(cells, widths, strict=True))
        ]
        return "| " + " | ".join(padded) + " |"

    rule = "| " + " | ".join("-" * w if i == 0 else "-" * (w - 1) + ":" for i, w in enumerate(widths)) + " |"
    return "\n".join([line(head), rule, *map(line, rows)])
