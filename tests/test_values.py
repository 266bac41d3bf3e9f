"""Values as a person reads them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from newsfacts.facts import DateFact, DurationFact, QuantityFact, QuoteFact
from newsfacts.outputs.values import Values
from newsfacts.packs.check import Patterns, check_files
from newsfacts.packs.find import read_packs

ROOT = Path(__file__).parent.parent
AT: dict[str, Any] = {"text": "x", "start_char": 0, "end_char": 1}


@pytest.fixture(scope="module")
def patterns() -> Patterns:
    return check_files(read_packs([ROOT / "samples" / "bandwidth"]))


@pytest.mark.parametrize(
    ("kind", "unit", "low", "high", "qualifier", "shown"),
    [
        ("money", "USD", None, "1e11", "at_most", "≤ 100 δισ. USD"),
        ("money", "EUR", "212.35", "212.35", "exact", "212,35 EUR"),
        ("money", "EUR", "90000", "90000", "about", "≈ 90.000 EUR"),
        ("money", "EUR", "2e9", "3e9", "range", "2–3 δισ. EUR"),
        ("money", "EUR", "9e8", "1.2e9", "range", "900 εκατ. EUR … 1,2 δισ. EUR"),
        ("money", "EUR", "1e7", None, "indefinite", "≳ 10 εκατ. EUR"),
        ("money", "EUR", "1.5e12", None, "more_than", "> 1,5 τρισ. EUR"),
        ("money", "JPY", None, "0", "less_than", "< 0 JPY"),
        ("power", "W", "1e10", "1e10", "exact", "10 GW"),
        ("power", "W", "0.5", "0.5", "exact", "500 mW"),
        ("power", "W", "0", "0", "exact", "0 W"),
        ("energy", "Wh", "2000", None, "at_least", "≥ 2 kWh"),
        ("compute", "FLOPS", "8e18", "8e18", "exact", "8 EFLOPS"),
        ("percent", "%", "-6.1", "-6.1", "exact", "-6,1%"),
        ("percent", "%", "-3", "5", "range", "-3% … 5%"),
        ("percent", "%", "0.5", "0.5", "exact", "0,5%"),
        ("multiple", "x", "7.5", "7.5", "exact", "7,5x"),
        ("bandwidth", "bps", "2.5e9", "2.5e9", "exact", "2,5 Gbps"),
        ("unheard", "thing", "3", None, "at_least", "≥ 3 thing"),
        ("unheard", "thing", None, None, "exact", "–"),
    ],
)
def test_quantities_as_a_person_reads_them(
    patterns: Patterns, kind: str, unit: str, low: str | None, high: str | None, qualifier: str, shown: str
) -> None:
    fact = QuantityFact.model_validate(
        {**AT, "kind": kind, "unit": unit, "low": low, "high": high, "qualifier": qualifier}
    )
    assert Values(patterns).of(fact) == shown


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (date(2026, 7, 1), date(2026, 12, 31), "2026-07-01 … 2026-12-31"),
        (date(2026, 7, 1), date(2026, 7, 1), "2026-07-01"),
        (date(2026, 7, 1), None, "2026-07-01 …"),
        (None, date(2026, 7, 1), "… 2026-07-01"),
        (None, None, "PAST_REF"),
    ],
)
def test_dates_as_a_person_reads_them(
    patterns: Patterns, start: date | None, end: date | None, shown: str
) -> None:
    assert Values(patterns).of(DateFact(**AT, start_date=start, end_date=end, timex="PAST_REF")) == shown


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("P18M", "18 months"),
        ("P1Y", "1 year"),
        ("PT48H", "48 hours"),
        ("P1DT30M", "1 day 30 minutes"),
        ("PXY", "PXY"),
    ],
)
def test_durations_as_a_person_reads_them(patterns: Patterns, iso: str, shown: str) -> None:
    assert Values(patterns).of(DurationFact(**AT, iso=iso)) == shown


def test_quotes_as_a_person_reads_them(patterns: Patterns) -> None:
    quote = QuoteFact(
        **AT,
        speaker="Jensen Huang",
        speaker_type="person",
        role="CEO",
        organization="NVIDIA",
        cue="δήλωσε",
        style="direct",
    )
    assert Values(patterns).of(quote) == "Jensen Huang, CEO, NVIDIA"
    nobody = quote.model_copy(update={"speaker": None, "role": None, "organization": None})
    assert Values(patterns).of(nobody) == "–"
