"""Every command and every piece of Python that README and docs show works as pasted.

A block that can't run here says why in a comment before it: `<!-- not run: REASON -->`. The blocks of one
page run in order in one folder, as a reader would paste them.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(
    r"(?:<!-- (?P<mark>[^>]+?) -->\n)?```(?P<language>sh|python)\n(?P<code>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
_INSTALLS = re.compile(
    r"pip install|python3 -m venv|python -m benchmarks|dask |\.ci/run|python -m pytest|mypy"
)


class Block(NamedTuple):
    """A block of code in a page."""

    line: int
    language: str
    code: str
    mark: str


def blocks(page: Path) -> Iterator[Block]:
    text = page.read_text(encoding="utf-8")
    for found in _BLOCK.finditer(text):
        line = text[: found.start("code")].count("\n") + 1
        yield Block(line, found["language"], found["code"], found["mark"] or "")


def runs(block: Block) -> bool:
    return not block.mark.startswith("not run") and not _INSTALLS.search(block.code)


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_shows_runs_as_pasted(page: Path, tmp_path: Path) -> None:
    for name in ("samples", "patterns", "benchmarks"):
        shutil.copytree(ROOT / name, tmp_path / name)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for block in filter(runs, blocks(page)):
        command = ["bash", "-euo", "pipefail"] if block.language == "sh" else [sys.executable, "-"]
        done = subprocess.run(
            command,
            cwd=tmp_path,
            input=block.code,
            capture_output=True,
            text=True,
            env={**os.environ, "PATH": path, "PYTHONUTF8": "1"},
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, f"{page.name}:{block.line}: {done.stderr}"
        for said, expected in zip(done.stdout.splitlines(), comments(block), strict=False):
            assert said == expected, f"{page.name}:{block.line}"


def comments(block: Block) -> list[str]:
    """What the `print` lines of Python say that they print; none where one of them says nothing."""
    printed = [line for line in block.code.splitlines() if "print(" in line]
    said = [line.rpartition("  # ")[2] for line in printed if "  # " in line]
    return said if block.language == "python" and len(said) == len(printed) else []


def test_pages_hold_blocks_and_most_of_them_run() -> None:
    every = [block for page in PAGES for block in blocks(page)]
    assert len(every) > 20
    assert sum(map(runs, every)) > len(every) / 2


def test_pictures_are_small_and_shown() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    pictures = sorted((ROOT / "docs" / "images").glob("*.png"))
    assert pictures
    for picture in pictures:
        assert f"images/{picture.name})" in text
        assert picture.stat().st_size < 120_000
