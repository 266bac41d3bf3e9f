"""Facts as data frames."""

import sys
from datetime import date, datetime

import pandas as pd
import polars as pl
import pytest

import newsfacts
from newsfacts.facts import COLUMNS

TEXT = "Η Alpha επενδύει έως 1,2 δισ. ευρώ ως το 2027, δήλωσε ο Νίκος Κάππας."


def test_pandas_has_typed_columns() -> None:
    frame = newsfacts.to_frame(newsfacts.extract(TEXT))
    assert tuple(frame.columns) == COLUMNS
    kinds = frame.dtypes.astype(str).to_dict()
    assert (kinds["low"], kinds["start_char"], kinds["unit"]) == ("float64", "Int64", "string")
    assert kinds["start_date"].startswith("datetime64")
    money = frame[frame.kind == "money"].iloc[0]
    assert (money.high, pd.isna(money.low), pd.isna(money.start_date)) == (1.2e9, True, True)
    assert frame[frame.kind == "date"].iloc[0].end_date == datetime(2027, 12, 31)


def test_polars_has_typed_columns() -> None:
    frame = newsfacts.to_frame(newsfacts.extract(TEXT), "polars")
    assert tuple(frame.columns) == COLUMNS
    assert frame.schema["low"] == pl.Float64
    assert frame.schema["start_date"] == pl.Date
    assert frame.filter(pl.col("kind") == "date")["end_date"].to_list() == [date(2027, 12, 31)]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_rows_and_nothing_are_frames_too(library: str) -> None:
    facts = newsfacts.extract(TEXT)
    rows = newsfacts.to_frame((fact.to_dict() for fact in facts), library)  # type: ignore[call-overload]
    assert rows.equals(newsfacts.to_frame(facts, library))  # type: ignore[call-overload]
    empty = newsfacts.to_frame([], library)  # type: ignore[call-overload]
    assert (len(empty), tuple(empty.columns)) == (0, COLUMNS)


def test_early_years_fit() -> None:
    frame = newsfacts.to_frame(newsfacts.extract("τον 5ο αιώνα μ.Χ."))
    assert frame.start_date.iloc[0].year == 401


def test_wrong_library_and_missing_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="choose pandas or polars"):
        newsfacts.to_frame([], "excel")  # type: ignore[call-overload]
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(ImportError, match=r"pip install newsfacts\[frame\]"):
        newsfacts.to_frame([], "polars")
