"""Quantities against the tables under cases/quantities."""

from typing import Any

import pytest

from cases import FOLDER, cases_in, check_case
from newsfacts import extract

KINDS = {"money", "power", "energy", "compute", "percent", "multiple"}


@pytest.mark.parametrize(
    "row", cases_in(*(f"quantities/{p.name}" for p in sorted(FOLDER.glob("quantities/*.yaml"))))
)
def test_quantities(row: dict[str, Any]) -> None:
    check_case(row, KINDS)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Έσοδα €168 εκατ. έναντι €152[2] εκατ. πέρυσι.", ["€168 εκατ."]),
        ("Έσοδα €168[1] έναντι 5 εκατ. ευρώ.", ["€168", "5 εκατ. ευρώ"]),
    ],
)
def test_marks_of_notes(text: str, amounts: list[str]) -> None:
    """In the tables brackets mark facts. A number parted from its magnitude is none."""
    assert [fact.text for fact in extract(text) if fact.kind in KINDS] == amounts
