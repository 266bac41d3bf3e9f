"""Dates and durations: the table of phrases, what CLDR can write, and the laws of the calendar."""

import re
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from babel import Locale
from babel.dates import format_date, format_skeleton
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from spacy.language import Language

import newsfacts
from cases import FOLDER, cases_in, check_case, rows_of
from newsfacts.component import NewsFacts
from newsfacts.dates import calendar
from newsfacts.dates.files import date_grammar
from newsfacts.dates.latent import AbsoluteDate, Period, RelativeDate, Span, Week, Weekday, Year
from newsfacts.dates.resolve import resolve
from newsfacts.days import read_reference_date
from newsfacts.documents.inputs import Document
from newsfacts.facts import AnyFact, DateFact
from newsfacts.grammar.examples import count_examples, example_faults
from newsfacts.reader import Reader

CASES = ("dates.yaml", *(f"dates/{path.name}" for path in sorted((FOLDER / "dates").glob("*.yaml"))))
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
# `M` alone writes `9`, which says nothing about time.
SKELETONS = [
    name
    for name in map(str, Locale("el").datetime_skeletons)
    if re.search("[yYQqML]", name) and name not in ("M",) and not re.search("[hHkKmsjBaz]", name)
]


@cache
def _nlp() -> Language:
    return newsfacts.load(kinds=["date", "duration"])


def find(text: str, reference: date | None = None) -> list[AnyFact]:
    return newsfacts.extract(text, reference_date=reference, nlp=_nlp())


def _only_date(text: str, reference: date | None = None) -> DateFact:
    (fact,) = find(text, reference)
    assert isinstance(fact, DateFact)
    return fact


@pytest.mark.parametrize("row", cases_in(*CASES))
def test_phrase(row: dict[str, Any]) -> None:
    check_case(row, {"date", "duration"})


def test_table_is_large_enough() -> None:
    rows = [row for name in CASES for row in rows_of(name)]
    assert sum(bool(row["facts"]) for row in rows) >= 1500
    assert sum(not row["facts"] for row in rows) >= 400


def test_examples_beside_rules() -> None:
    nlp = _nlp()
    component = nlp.get_pipe("newsfacts")
    assert isinstance(component, NewsFacts)
    grammar = date_grammar(component.patterns)
    faults = example_faults(grammar, lambda text: component.lexicon.read(nlp.make_doc(text), text))
    assert list(map(str, faults)) == []
    rows = [production for row in grammar.productions for production in row]
    assert count_examples(grammar) == len(rows)


# What CLDR writes


@pytest.mark.parametrize("style", ["full", "long", "medium", "short"])
@settings(max_examples=150, deadline=None)
@given(day=DAYS)
def test_cldr_dates_are_read(style: str, day: date) -> None:
    written = format_date(day, format=style, locale="el")
    fact = _only_date(f"Η απόφαση της {written} ισχύει", day)
    assert fact.text == written
    if style != "short":  # two digits do not say the century
        assert (fact.start_date, fact.end_date) == (day, day)
    else:
        assert fact.start_date
        assert fact.start_date.strftime("%d%m%y") == day.strftime("%d%m%y")


@pytest.mark.parametrize("skeleton", SKELETONS)
@settings(max_examples=60, deadline=None)
@given(day=DAYS)
def test_cldr_skeletons_are_read(skeleton: str, day: date) -> None:
    written = format_skeleton(skeleton, day, locale="el")
    # Babel counts a week 53 in some years that have none
    assume(skeleton != "yw" or str(day.isocalendar().week) in written.split())
    fact = _only_date(f"από {'τις' if 'd' in skeleton else 'τον'} {written}", day)
    assert fact.text == written
    start, end = fact.start_date, fact.end_date
    assert start
    assert end
    assert start <= day <= end or skeleton in ("yw", "MMMMW")
    assert (end - start).days <= (0 if "d" in skeleton else 366)


def test_without_a_reference_relative_dates_have_no_days() -> None:
    for text, timex in [
        ("χθες", "PAST_REF"),
        ("του χρόνου", "FUTURE_REF"),
        ("σήμερα", "PRESENT_REF"),
        ("τον Οκτώβριο", "XXXX-10"),
        ("το δεύτερο εξάμηνο", "XXXX-H2"),
        ("την Τρίτη", "XXXX-WXX-2"),
        ("στις 14 Ιουνίου", "XXXX-06-14"),
        ("το Πάσχα", "XXXX-XX-XX"),
        ("το καλοκαίρι", "XXXX-SU"),
    ]:
        fact = _only_date(text)
        assert (fact.start_date, fact.end_date, fact.timex) == (None, None, timex)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("το δεύτερο εξάμηνο του 2026", "2026-H2"),
        ("το τρίτο τρίμηνο του 2025", "2025-Q3"),
        ("την περασμένη εβδομάδα", "2025-W38"),
        ("τη δεκαετία του 1990", "199X"),
        ("τον 21ο αιώνα", "20XX"),
        ("την περίοδο 2025-2027", "2025/2027"),
        ("τις επόμενες εβδομάδες", "FUTURE_REF"),
        ("το καλοκαίρι του 2027", "2027-SU"),
        ("στα μέσα Οκτωβρίου", "2025-10-11/2025-10-20"),
        ("το ερχόμενο Σαββατοκύριακο", "2025-W39-WE"),
    ],
)
def test_timex(text: str, timex: str) -> None:
    fact = _only_date(text, date(2025, 9, 23))
    assert fact.timex == timex


def test_facts_do_not_cross_lines() -> None:
    assert [f.text for f in find("23\nΣεπτεμβρίου\n2025", date(2025, 1, 1))] == ["Σεπτεμβρίου", "2025"]


# Laws


@given(
    day=DAYS,
    part=st.sampled_from(["early", "mid", "late", "half1", "half2"]),
    months=st.sampled_from([1, 3, 6, 12]),
)
def test_parts_lie_inside_and_meet(day: date, part: Any, months: int) -> None:
    whole = calendar.months_from(day.year, 1, months)
    assert whole
    start, end = calendar.cut(whole, part)
    assert whole[0] <= start <= end <= whole[1]
    thirds = [calendar.cut(whole, p) for p in ("early", "mid", "late")]
    assert all(a[1] + timedelta(days=1) == b[0] for a, b in pairwise(thirds))
    assert (thirds[0][0], thirds[-1][1]) == whole


@given(day=DAYS, weekday=st.integers(0, 6))
def test_weekdays_fall_around_the_reference(day: date, weekday: int) -> None:
    when = Weekday(weekday)
    past, future = resolve(when, day, "past"), resolve(when, day, "future")
    assert past
    assert future
    assert past.start
    assert future.start
    assert timedelta(0) <= day - past.start < timedelta(days=7)
    assert timedelta(0) < future.start - day <= timedelta(days=7)
    assert past.start.weekday() == future.start.weekday() == weekday


@given(day=DAYS, month=st.integers(1, 12))
def test_a_month_without_a_year_is_the_nearest(day: date, month: int) -> None:
    found = resolve(Period(month, 1), day)
    assert found
    assert found.start
    assert found.end
    gap = max((found.start - day).days, (day - found.end).days, 0)
    assert gap <= 184
    past, future = (
        resolve(Period(month, 1), day, "past"),
        resolve(Period(month, 1), day, "future"),
    )
    assert past
    assert future
    assert past.start
    assert future.end
    assert past.start <= day <= future.end


@given(year=st.integers(1900, 2099))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    easter = calendar.easter(year)
    assert easter.weekday() == 6
    assert date(year, 4, 3) <= easter <= date(year, 5, 10)


@given(day=DAYS, other=DAYS)
def test_ranges_hold_both_ends_or_are_none(day: date, other: date) -> None:
    first, last = (AbsoluteDate(d.month, d.day, Year(d.year)) for d in (day, other))
    found = resolve(Span(first, last), None)
    assert (found is None) == (other < day)
    if found:
        assert (found.start, found.end) == (day, other)


def test_impossible_days_are_none() -> None:
    assert resolve(AbsoluteDate(2, 31, Year(2025)), None) is None
    assert resolve(AbsoluteDate(2, 31), None) is None
    assert resolve(Week(54, Year(2025)), None) is None
    assert resolve(RelativeDate("year", 9000), date(2025, 1, 1)) is None


# The day of reference


def test_datelines() -> None:
    reader = Reader(_nlp())
    for text, day in [
        ("ΤΙΤΛΟΣ\nΑθήνα, 23 Σεπτεμβρίου 2025\nΚείμενο", date(2025, 9, 23)),
        ("Πάτρα, Δευτέρα 12 Ιανουαρίου 2026 – Η εταιρεία", date(2026, 1, 12)),
        ("ΤΙΤΛΟΣ\n\n 21.11.2024 09:15\n", date(2024, 11, 21)),
        ("Η ΔΕΗ ανακοίνωσε στις 3 Μαΐου 2025 ότι", None),
        ("Στις 3 Μαΐου 2025, η ΔΕΗ", None),
        ("α\n" * 6 + "Αθήνα, 23 Σεπτεμβρίου 2025", None),
        ("Αθήνα, 23 Σεπτεμβρίου", None),
        ("", None),
    ]:
        assert reader.day(Document("a.txt", text), None) == day


def test_typed_dates() -> None:
    for text in ("2025-09-23", "23/9/2025", "23.09.25", "23 Σεπτεμβρίου 2025", "Τρίτη 23 Σεπτεμβρίου 2025"):
        assert read_reference_date(text) == date(2025, 9, 23)
    for text in ("", "χθες", "today", "2025-13-01", "31/2/2025", "9/2025", "12"):
        assert read_reference_date(text) is None
