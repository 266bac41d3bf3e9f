"""Quantities against the tables under cases/quantities."""

from typing import Any

import pytest

from cases import FOLDER, cases_in, check_case

KINDS = {"money", "power", "energy", "compute", "percent", "multiple"}


@pytest.mark.parametrize(
    "row", cases_in(*(f"quantities/{p.name}" for p in sorted(FOLDER.glob("quantities/*.yaml"))))
)
def test_quantities(row: dict[str, Any]) -> None:
    check_case(row, KINDS)
