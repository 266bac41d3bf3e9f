"""Articles for reports, and what a browser shows of them."""

from pathlib import Path
from typing import Any

HOSTILE = (
    "Η <script>window.hit = 1</script> Alpha επενδύει 5 εκατ. ευρώ.\n\n"
    '<img src=x onerror="window.hit = 2"> «</script><script>window.hit = 3</script> ναι», '
    "δήλωσε η Λυδία Μαρή.\n"
)
FIRMS = (
    "Τα έσοδα της Alpha αυξήθηκαν κατά 12% και έφτασαν τα 5 εκατ. ευρώ.\n"
    "Τα κέρδη της Alpha μειώθηκαν κατά 3%.\n"
    "Τα έσοδα της Beta ανήλθαν σε 7 εκατ. ευρώ. Τα κέρδη της Beta ανήλθαν σε 2 εκατ. ευρώ.\n"
)
RUNS_CODE = (
    "document.head.append(Object.assign(document.createElement('script'), {textContent: 'window.hit = 4'}));"
    "window.hit"
)


def open_report(page: Any, folder: Path, name: str = "samples") -> None:
    page.goto((folder / f"{name}.html").as_uri())


def count(page: Any) -> int:
    return int(page.inner_text("#count").split()[0])


def cells(page: Any, column: int) -> list[str]:
    found: list[str] = page.locator(f"table.facts tbody td:nth-child({column})").all_inner_texts()
    return found
