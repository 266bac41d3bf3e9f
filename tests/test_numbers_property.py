"""Laws of numbers: what is written is what is read, and spelling does not change it."""

import unicodedata
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts import extract

WORDS = yaml.safe_load((Path(__file__).parent / "cases" / "number_words.yaml").read_text(encoding="utf-8"))
NUMBERS = st.integers(min_value=0, max_value=10**15)


def below_thousand(number: int, gender: str) -> str:
    hundreds, rest = divmod(number, 100)
    words = []
    if hundreds:
        words.append(WORDS["hundred_and" if hundreds == 1 and rest else "hundreds"][hundreds - 1][gender])
    if rest >= 20:
        words.append(WORDS["tens"][rest // 10 - 2])
        rest %= 10
    if rest:
        words.append(WORDS["small"][rest - 1][gender])
    return " ".join(words)


def in_words(number: int, gender: str = "neuter") -> str:
    """A number from 0 to 10^15 as Greek says it."""
    if number == 0:
        return str(WORDS["zero"])
    parts = []
    for power, (one, many) in ((12, WORDS["trillion"]), (9, WORDS["billion"]), (6, WORDS["million"])):
        group, number = divmod(number, 10**power)
        if group:
            parts.append(f"{in_words(group, 'neuter')} {one if group == 1 else many}")
    thousands, rest = divmod(number, 1000)
    if thousands == 1:
        parts.append(WORDS["one_thousand"][gender])
    elif thousands:
        parts.append(f"{below_thousand(thousands, 'feminine')} {WORDS['thousands']}")
    if rest:
        parts.append(below_thousand(rest, gender))
    return " ".join(parts)


def grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


def only_value(text: str) -> Decimal:
    [fact] = extract(text)
    assert fact.start_char == 0
    assert fact.end_char == len(text)
    return Decimal(str(fact.to_dict()["low"]))


@given(NUMBERS, st.sampled_from(["neuter", "feminine"]))
def test_words_round_trip(number: int, gender: str) -> None:
    unit = WORDS["units"][gender]
    assert only_value(f"{in_words(number, gender)} {unit}") == number * WORDS["scales"][gender]


@given(NUMBERS)
def test_digits_round_trip(number: int) -> None:
    unit = WORDS["units"]["neuter"]
    assert only_value(f"{number} {unit}") == number
    assert only_value(f"{grouped(number, '.')} {unit}") == number
    assert only_value(f"€{grouped(number, '.')}") == number
    assert only_value(f"${grouped(number, ',')}") == number


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_decimals_round_trip(number: Decimal) -> None:
    whole, _, fraction = f"{number:f}".partition(".")
    unit = WORDS["units"]["neuter"]
    assert only_value(f"{whole},{fraction} {unit}") == number
    assert only_value(f"{grouped(int(whole), '.')},{fraction} {unit}") == number
    assert only_value(f"${grouped(int(whole), ',')}.{fraction}") == number


def look_alike(text: str) -> str:
    return text.translate(str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοικ", "ABEZHIKMNOPTYXoik"))


SPELLINGS: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "no accents": lambda text: "".join(
        c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)
    ),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "look-alikes": look_alike,
    "capitals in look-alikes": lambda text: look_alike(text.upper()),
    "micro sign": lambda text: text.replace("μ", "µ"),
    "soft hyphens": lambda text: text.replace("ομμ", "ο\u00adμμ").replace("γα", "γ\u00adα"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
@settings(max_examples=40)
@given(st.lists(st.sampled_from(WORDS["phrases"]), min_size=1, max_size=6))
def test_spelling_changes_nothing(spelling: str, phrases: list[str]) -> None:
    """Each phrase is spelled on its own, so the offsets of its fact are known."""
    respell = SPELLINGS[spelling]
    plain, spelled = " · ".join(phrases), " · ".join(respell(p) for p in phrases)
    before = [f.to_dict() for f in extract(plain)]
    after = [f.to_dict() for f in extract(spelled)]
    names = ("kind", "low", "high", "unit", "qualifier")
    assert [[f[n] for n in names] for f in after] == [[f[n] for n in names] for f in before]
    for was, now in zip(before, after, strict=True):
        assert now["text"] == spelled[now["start_char"] : now["end_char"]] == respell(was["text"])
