"""The pictures in docs/images: what a terminal and a browser show, taken anew.

    python tools/pictures.py

Needs chromium and what the tests need. The terminal's picture is the output of the command, colours and all.
"""

import os
import pty
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
COLUMNS = 104
TEXT = (
    "Η Aster Grid θα επενδύσει έως και 1,2 δισ. ευρώ σε μπαταρίες 300 MW έως το δεύτερο εξάμηνο του 2026.\n"
    "Τα έσοδα του ομίλου αυξήθηκαν πέρυσι κατά 12,5%. «Χτίζουμε για δεκαετίες», δήλωσε η Λυδία Μαρή,\n"
    "διευθύνουσα σύμβουλος της Aster Grid.\n"
)


def main() -> None:
    """Take both pictures."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(viewport={"width": 1120, "height": 700}, device_scale_factor=1)
        page = context.new_page()
        take_table(page, folder)
        take_report(page, folder)
        browser.close()


def take_table(page: Page, folder: Path) -> None:
    """`newsfacts extract` as a terminal shows it."""
    (folder / "news.txt").write_text(TEXT, encoding="utf-8")
    command = ["extract", "news.txt", "--date", "2025-09-23"]
    console = Console(width=COLUMNS, record=True, file=open(os.devnull, "w"))  # noqa: PTH123, SIM115
    console.print(f"$ newsfacts {' '.join(command)}\n", highlight=False)
    console.print(Text.from_ansi(in_terminal(command, folder)))
    drawing = folder / "table.svg"
    console.save_svg(str(drawing), title="newsfacts")
    style = "<style>body { margin: 0 } svg { width: 1120px }</style>"
    page.set_content(style + drawing.read_text(encoding="utf-8"))
    page.locator("svg").first.screenshot(path=IMAGES / "table.png")


def in_terminal(command: Sequence[str], folder: Path) -> str:
    """What a command writes to a terminal that has colours."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(COLUMNS), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    running = subprocess.Popen(
        [sys.executable, "-m", "newsfacts", *command], cwd=folder, stdout=theirs, env=environment
    )
    os.close(theirs)
    written = b""
    try:
        while part := os.read(ours, 65536):
            written += part
    except OSError:  # a terminal whose other end is closed
        pass
    running.wait()
    return written.decode().replace("\r\n", "\n")


def take_report(page: Page, folder: Path) -> None:
    """The report of two samples in a browser."""
    report = folder / "report.html"
    samples = [f"samples/{name}.txt" for name in ("energy", "chips")]
    command = [sys.executable, "-m", "newsfacts", "report", *samples, "--output", str(report)]
    subprocess.run(command, cwd=ROOT, check=True)
    page.goto(report.as_uri())
    page.screenshot(path=IMAGES / "report.png")


if __name__ == "__main__":
    main()
