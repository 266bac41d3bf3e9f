"""What pattern files hold, as `newsfacts patterns list` shows it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from newsfacts.packs.check import check_files, kinds_of
from newsfacts.packs.date_schema import DatesFile
from newsfacts.packs.find import packs_from_environment, read_packs
from newsfacts.packs.forms import expand
from newsfacts.packs.schema import Forms, NumbersFile, QuantityFile

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


def count_forms(part: Any) -> int:
    """How many forms the short-hands in a pattern file, or in a part of one, stand for."""
    if isinstance(part, dict):
        return sum(count_forms(value) for value in part.values())
    if isinstance(part, list | tuple):
        return sum(count_forms(value) for value in part)
    if not isinstance(part, BaseModel):
        return 0
    count = 0
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        count += _expanded(value) if _holds_forms(field.annotation) else count_forms(value)
    return count


def _expanded(value: Any) -> int:
    if isinstance(value, str):
        return len(expand(value))
    return sum(_expanded(v) for v in (value.values() if isinstance(value, dict) else value or ()))


def _holds_forms(annotation: Any) -> bool:
    return annotation == Forms or any(_holds_forms(arg) for arg in get_args(annotation) if arg is not str)


def _kind(content: BaseModel) -> str:
    if isinstance(content, QuantityFile):
        return content.kind
    if isinstance(content, NumbersFile):
        return "numbers"
    return "date, duration" if isinstance(content, DatesFile) else "quote"
