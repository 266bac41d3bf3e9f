"""What the component keeps on a Doc, in forms that `Doc.to_bytes`, `DocBin` and other processes take."""

from datetime import date, datetime
from typing import Any

from spacy.tokens import Doc

from newsfacts.days import read_reference_date

_DAY = "newsfacts.reference_date"


def register_extensions() -> None:
    """Give Docs `doc._.newsfacts` (rows) and `doc._.reference_date` (a day, kept as ISO 8601)."""
    if not Doc.has_extension("newsfacts"):
        Doc.set_extension("newsfacts", default=None)
    if not Doc.has_extension("reference_date"):
        Doc.set_extension("reference_date", getter=_day_of, setter=_set_day)


def _day_of(doc: Doc) -> str | None:
    return doc.user_data.get(_DAY)


def _set_day(doc: Doc, value: date | str | None) -> None:
    day = as_day(value)
    doc.user_data[_DAY] = None if day is None else day.isoformat()


def as_day(value: date | str | None) -> date | None:
    """A day as users give it: a date, a datetime or a text. Raises ValueError for what is none.

    >>> as_day("2025-09-23"), as_day("23 Σεπτεμβρίου 2025"), as_day(datetime(2025, 9, 23, 10)), as_day(None)
    (datetime.date(2025, 9, 23), datetime.date(2025, 9, 23), datetime.date(2025, 9, 23), None)
    """
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    day = read_reference_date(value) if isinstance(value, str) else None
    if day is None:
        raise ValueError(f"reference_date {value!r} is no day: write YYYY-MM-DD")
    return day


def packable(row: dict[str, Any]) -> dict[str, Any]:
    """A row that `Doc.to_bytes` can store: whole numbers past 64 bits become floats.

    >>> packable({"low": 10**25, "high": 5})
    {'low': 1e+25, 'high': 5}
    """
    for name in ("low", "high"):
        if isinstance(row[name], int) and not -(2**63) <= row[name] < 2**64:
            row[name] = float(row[name])
    return row
