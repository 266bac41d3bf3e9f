"""Laws of numbers in all written forms, and of ranges: the number that ends a name is no end of one."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts import QuantityFact, extract, load
from newsfacts.component import NewsFacts
from newsfacts.lexicon.numbers import number_at
from test_numbers_property import NUMBERS, grouped, in_words, only_value

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "ranges.yaml").read_text(encoding="utf-8"))
BLANKS = (" ", "\u00a0", "\u202f", "\u2009")
SMALL = st.integers(min_value=1, max_value=999)
NLP = load()


def read_whole(text: str) -> Decimal | None:
    """What the one reader reads where a text is one number and nothing else; else None."""
    component = NLP.get_pipe("newsfacts")
    assert isinstance(component, NewsFacts)
    reading = component.lexicon.read(NLP.make_doc(text))
    number = number_at(reading, 0)
    return None if number is None or number.end != len(reading) else number.value


@given(NUMBERS, st.sampled_from(["neuter", "feminine"]))
def test_words_read_whole(number: int, gender: str) -> None:
    assert read_whole(in_words(number, gender)) == number


@given(NUMBERS, st.sampled_from([*BLANKS, ".", "'"]))
def test_groups_read_whole(number: int, mark: str) -> None:
    assert read_whole(grouped(number, mark)) == number


@given(NUMBERS, st.sampled_from(BLANKS), st.integers(min_value=0, max_value=99), st.sampled_from(["", "-"]))
def test_groups_with_decimals_and_sign(number: int, blank: str, cents: int, sign: str) -> None:
    text = f"έσοδα {sign}{grouped(number, blank)},{cents:02} ευρώ"
    [fact] = extract(text)
    value = Decimal(f"{number}.{cents:02}")
    assert isinstance(fact, QuantityFact)
    assert fact.text == text[6:]
    assert fact.low == (-value if sign else value)


@given(SMALL, SMALL, st.sampled_from(CASES["two_parts"]))
def test_two_parts_add(first: int, second: int, form: str) -> None:
    value = first * 10**9 + second * 10**6
    assert only_value(form.format(first, second)) == value


@given(st.integers(min_value=0, max_value=999), st.sampled_from(CASES["fractions"]), st.sampled_from(BLANKS))
def test_fractions(whole: int, fraction: list[str], blank: str) -> None:
    sign, value = fraction
    assert only_value(f"{whole or ''}{sign}{blank}δισ. ευρώ") == (whole + Decimal(value)) * 10**9


@pytest.mark.parametrize("joint", CASES["joints"])
@settings(max_examples=60)
@given(st.sampled_from(CASES["names"]), st.integers(1, 99), st.sampled_from(CASES["amounts"]))
def test_the_number_of_a_name_is_no_end(joint: str, name: str, number: int, amount: list[str]) -> None:
    """Before a word that joins, the number that ends a name leaves the amount after it as it is."""
    text, value = amount
    sentence = f"Παρουσιάζεται το {name} {number} {joint} {text} από αύριο."
    start = sentence.index(text, len(f"Παρουσιάζεται το {name} {number} {joint}"))
    facts = [fact for fact in extract(sentence) if isinstance(fact, QuantityFact)]
    assert [(fact.start_char, fact.text) for fact in facts] == [(start, text)]
    assert Decimal(value) in (facts[0].low, facts[0].high)
    assert facts[0].qualifier != "range"


@settings(max_examples=60)
@given(st.sampled_from(CASES["joints"]), st.integers(1, 40), st.integers(41, 99))
def test_like_with_like_joins(joint: str, low: int, high: int) -> None:
    """Between two bare numbers after a preposition the same words make a range, where it isn't too wide."""
    if joint == "με" and high > 10 * low:
        return
    [fact] = extract(f"από {low} {joint} {high} MW")
    assert isinstance(fact, QuantityFact)
    assert (fact.low, fact.high) == (Decimal(low * 10**6), Decimal(high * 10**6))
