"""Inputs and runs for the tests of batch."""

import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from newsfacts.batch import BatchOptions, Summary, run_batch
from newsfacts.batch.rows import read_rows

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
_HEAD = 800  # characters
COMMAND = [
    sys.executable,
    "-c",
    # what `newsfacts batch` does, whatever else the command line has
    "import typer; from newsfacts.commands.batch import batch\n"
    "app = typer.Typer(); app.command()(batch)\n"
    "if __name__ == '__main__': app()",
]


def article(number: int) -> str:
    """The head of a sample, with a fact of its own: what is tested here is how articles are gone through."""
    text = SAMPLES[number % len(SAMPLES)].read_text(encoding="utf-8")[:_HEAD].rpartition("\n")[0]
    return f"{text}\n\nΤο έργο {number} έχει ισχύ {number} MW.\n"


def make_folder(folder: Path, count: int) -> Path:
    """Articles in subfolders, made from the samples."""
    for number in range(count):
        path = folder / f"{number // 100:02d}" / f"article-{number:05d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article(number), encoding="utf-8")
    return folder


def make_jsonl(path: Path, count: int) -> Path:
    with path.open("w", encoding="utf-8") as stream:
        for number in range(count):
            record = {"text": article(number), "id": number, "date": "2025-09-23"}
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def rows(folder: Path) -> list[str]:
    """The rows of all part files in a folder, sorted."""
    found = [row for part in folder.glob("part-*") for row in read_rows(str(part))]
    return sorted(json.dumps(row, ensure_ascii=False, sort_keys=True, default=str) for row in found)


def part_times(folder: Path) -> dict[str, int]:
    """When each part file was written: one that was done again has another time."""
    return {part.name: part.stat().st_mtime_ns for part in folder.glob("part-*")}


def command(*arguments: str | Path) -> Sequence[str]:
    return [*COMMAND, *(str(argument) for argument in arguments)]


def run(
    inputs: list[Path | str], output: Path, options: BatchOptions | None = None, **more: io.BytesIO
) -> tuple[Summary, str]:
    said = io.StringIO()
    console = Console(file=said, width=200)
    summary = run_batch(inputs, output, options or BatchOptions(workers=1), console=console, **more)
    return summary, said.getvalue()


def sources(output: Path) -> list[str]:
    return sorted({json.loads(row)["source"] for row in rows(output)})
