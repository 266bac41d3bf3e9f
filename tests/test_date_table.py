"""The tables of dates and durations keep their own laws, whatever the program reads."""

import re
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from cases import FOLDER, rows_of
from newsfacts.commands.examples import unmark

ROWS = {
    f"{path.stem}-{i + 1}": row
    for path in sorted((FOLDER / "dates").glob("*.yaml"))
    for i, row in enumerate(rows_of(f"dates/{path.name}"))
}
WEEKDAYS = [
    r"Δευτέρα\w*",
    r"Τρίτης?",
    r"Τετάρτης?",
    r"Πέμπτης?",
    r"Παρασκευής?",
    r"Σαββάτ?ου?",
    r"Κυριακής?",
]
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
NO_DAYS = re.compile(r"(PAST|PRESENT|FUTURE)_REF|FY(\d{4}|XXXX)(-[QH]\d)?|BC\w+|\d{4}-[QHX]X|.*XX-.*|XXXX.*")
ISO = re.compile(r"P(?=.)(\d+(\.\d+)?[YMWD])*(T(\d+(\.\d+)?[HMS])+)?")

Days = tuple[date, date]


def months(year: int, first: int, count: int) -> Days:
    """So many calendar months from this one on."""
    last_year, last = divmod(year * 12 + first + count - 2, 12)
    return date(year, first, 1), date(last_year, last + 1, monthrange(last_year, last + 1)[1])


def days_of(timex: str) -> Days | None:
    """The days that a value names by itself, None where it names none."""
    if NO_DAYS.fullmatch(timex):
        return None
    if "/" in timex:
        start, end = (days_of(part) for part in timex.split("/"))
        return (start[0], end[1]) if start and end else None
    year = int(timex[:4].replace("X", "0"))
    match timex[4:].split("-")[1:]:
        case []:
            return months(year + timex.endswith("XX"), 1, 12 * 10 ** timex.count("X"))
        case [week] if week[0] == "W" and week[1:].isdigit():
            monday = date.fromisocalendar(year, int(week[1:]), 1)
            return monday, monday + timedelta(6)
        case [week, "WE"]:
            saturday = date.fromisocalendar(year, int(week[1:]), 6)
            return saturday, saturday + timedelta(1)
        case [part] if part in SEASONS:
            return months(year, SEASONS[part], 3)
        case [part] if part[0] in "QH":
            length = {"Q": 3, "H": 6}[part[0]]
            return months(year, (int(part[1:]) - 1) * length + 1, length)
        case [month]:
            return months(year, int(month), 1)
        case [month, day]:
            only = date(year, int(month), int(day))
            return only, only
    raise ValueError(timex)


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_row(row: dict[str, Any]) -> None:
    assert set(row) <= {"text", "date", "facts", "xfail"}
    text, spans = unmark(row["text"])
    assert len(spans) == len(row["facts"])
    for (start, end), fact in zip(spans, row["facts"], strict=True):
        assert text[start:end] == text[start:end].strip()
        if fact["kind"] == "duration":
            assert set(fact) == {"kind", "iso"}
            assert ISO.fullmatch(fact["iso"])
        else:
            assert set(fact) == {"kind", "start_date", "end_date", "timex"}
            _check_date(text[start:end], fact)


def _check_date(written: str, fact: dict[str, Any]) -> None:
    days = (fact["start_date"], fact["end_date"])
    if days == (None, None):
        assert days_of(fact["timex"]) is None
        return
    assert days == days_of(fact["timex"])
    assert days[0] <= days[1]
    if days[0] == days[1]:
        named = [i for i, name in enumerate(WEEKDAYS) if re.search(rf"\b{name}\b", written)]
        assert days[0].weekday() in (named or [days[0].weekday()])


def test_the_docs_use_the_same_notation() -> None:
    docs = (Path(__file__).parent.parent / "docs" / "dates.md").read_text(encoding="utf-8")
    rows = [line.split("|")[2] for line in docs.split("## `iso`")[0].splitlines() if line.startswith("| `")]
    values = [value for cell in rows for value in re.findall("`([^`]+)`", cell)]
    assert len(values) >= 40
    for value in values:
        assert days_of(value) or "X" in value or value.startswith(("FY", "BC")) or value.endswith("_REF")


def test_no_row_stands_twice() -> None:
    keys = [(row["text"], row.get("date")) for row in ROWS.values()]
    assert len(keys) == len(set(keys))


def test_the_table_is_large_enough() -> None:
    assert len(ROWS) >= 1900
    assert sum(not row["facts"] for row in ROWS.values()) >= 380
