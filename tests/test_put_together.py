"""Words that pattern files put together out of parts, each of which may be a short-hand for many forms."""

from pathlib import Path

import pytest

import newsfacts

MANY = "|".join(f"{one}{other}" for one in "αβγδεζηθικ" for other in "αβγδεζηθικ")

PACKS = {
    "stems and endings of verbs": (
        "quotes/a.yaml",
        "endings: {past: {singular: ['ε(|ν)'], plural: [αν]}}\nverbs:\n  - {past: ['κραύγα(σ|ξ)']}\n",
        "«Το δίκτυο αντέχει τη ζέστη», κραύγαξεν ο Νίκος Ρήγας.",
        [("quote", "Το δίκτυο αντέχει τη ζέστη")],
    ),
    "a stem with a bracket": (
        "quotes/a.yaml",
        "verbs:\n  - {past: ['δηλωτ\\(']}\n",
        "«Το δίκτυο αντέχει τη ζέστη», είπε ο Νίκος Ρήγας.",
        [("quote", "Το δίκτυο αντέχει τη ζέστη")],
    ),
    "numbers and endings of many forms": (
        "dates/a.yaml",
        f"prefixes: [{{value: 200, words: ['πρω({MANY})']}}]\n"
        f"compounds: [{{unit: year, endings: ['ετζ({MANY})']}}]\n",
        "Ένα πρωβγετζδε πλάνο.",
        [("duration", "πρωβγετζδε")],
    ),
    "tens and units": (
        "numbers.yaml",
        "numbers:\n  - {value: 30, words: ['τριαντ(α|ο)']}\n  - {value: 7, words: ['εφτ(α|ο)']}\n",
        "Κόστισε τριαντοεφτο ευρώ.",
        [("money", "τριαντοεφτο ευρώ")],
    ),
    "a switched off form with a bracket": (
        "quotes/a.yaml",
        "off: ['δηλωτ\\(', είπε]\n",
        "«Το δίκτυο αντέχει τη ζέστη», είπε ο Νίκος Ρήγας.",
        [],
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", PACKS)
def test_parts_of_many_forms(name: str, tmp_path: Path) -> None:
    file, pack, text, expected = PACKS[name]
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(pack, encoding="utf-8")
    nlp = newsfacts.load(patterns=[tmp_path])
    assert [(fact.kind, fact.text) for fact in newsfacts.extract(text, nlp=nlp)] == expected
