"""What pattern files hold, as `newsfacts patterns list` shows it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from newsfacts.packs.check import check_files, kinds_of
from newsfacts.packs.date_schema import DatesFile
from newsfacts.packs.find import packs_from_environment, read_packs
from newsfacts.packs.limits import count_forms
from newsfacts.packs.measure_schema import MeasuresFile
from newsfacts.packs.schema import NumbersFile, QuantityFile

LISTING_COLUMNS = ("file", "kind", "forms", "examples")


def listing(packs: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """A row for each pattern file in use. Raises PatternError for the first that is wrong."""
    patterns = check_files(read_packs([*packs_from_environment(), *packs]))
    on = kinds_of(patterns)
    for checked in patterns.checked:
        kind = _kind(checked.content)
        if isinstance(checked.content, QuantityFile) and kind not in on:
            kind += " (off)"
        yield {
            "file": checked.file.origin,
            "kind": kind,
            "forms": count_forms(checked.content),
            "examples": len(checked.examples),
        }


def _kind(content: BaseModel) -> str:
    if isinstance(content, QuantityFile):
        return content.kind
    if isinstance(content, NumbersFile):
        return "numbers"
    if isinstance(content, MeasuresFile):
        return "measures"
    return "date, duration" if isinstance(content, DatesFile) else "quote"
