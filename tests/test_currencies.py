"""The currencies of CLDR: each Greek name is read as its own currency or not at all."""

import re

import pytest
from babel import Locale
from babel.numbers import get_currency_name

from newsfacts import extract
from newsfacts.facts import QuantityFact

CODES = sorted(Locale("el").currencies)
FEWEST_READ = 250
# Endings in the nominative plural, and in the genitive: `δολάρια`, `δολαρίων`.
GENITIVES = (
    ("δολάρια", "δολαρίων"),
    ("δηνάρια", "δηναρίων"),
    ("ρούβλια", "ρουβλίων"),
    ("σελίνια", "σελινίων"),
    ("ορίνια", "ορινιών"),
    ("φράγκα", "φράγκων"),
    ("μάρκα", "μάρκων"),
    ("λίρες", "λιρών"),
    ("κορόνες", "κορονών"),
    ("ρουπίες", "ρουπιών"),
    ("πεσέτες", "πεσετών"),
    ("λιρέτες", "λιρετών"),
    ("δραχμές", "δραχμών"),
    ("στερλίνες", "στερλινών"),
    ("γκίλντες", "γκιλντών"),
    ("παλιά ", "παλιών "),
    ("παλιές ", "παλιών "),
    (r"\bνέα ", "νέων "),
    ("μετατρέψιμα ", "μετατρέψιμων "),
    ("ασημένια ", "ασημένιων "),
)


def names_of(code: str) -> dict[str, str]:
    """The Greek names of a currency, by their form."""
    many = get_currency_name(code, count=10, locale="el")
    owners = many
    for plural, genitive in GENITIVES:
        owners = re.sub(plural, genitive, owners)
    title = get_currency_name(code, locale="el")
    one = get_currency_name(code, count=1, locale="el")
    return {"title": title, "one": one, "many": many, "genitive": owners}


def units_in(name: str) -> set[str | None]:
    return {f.unit for f in extract(f"10 {name}") if isinstance(f, QuantityFact)}


@pytest.mark.parametrize("code", CODES)
def test_no_name_is_read_as_another_currency(code: str) -> None:
    got = {form: units_in(name) for form, name in names_of(code).items()}
    assert {form: units for form, units in got.items() if units - {code}} == {}


@pytest.mark.parametrize("form", ["title", "one", "many", "genitive"])
def test_nearly_all_names_are_read(form: str) -> None:
    unread = [code for code in CODES if units_in(names_of(code)[form]) != {code}]
    assert len(CODES) - len(unread) >= FEWEST_READ, unread


def test_names_are_read_in_a_sentence() -> None:
    """Also in capitals, without accents, and not farther than the name goes."""
    for code in ("BSD", "BYN", "EGP", "KWD", "MXN", "SEK", "XOF"):
        name = re.sub(r" \(.*", "", names_of(code)["genitive"])
        for written in (name, name.upper()):
            text = f"Δάνειο 2,5 εκατ. {written} πήρε η Altera."
            found = [(f.text, f.unit) for f in extract(text) if isinstance(f, QuantityFact)]
            assert found == [(f"2,5 εκατ. {written}", code)]
