"""Rules of mentions: their examples, what packs add and switch off, and what is refused in them."""

from pathlib import Path
from typing import Any

import pytest

import newsfacts
from cases import rows_of
from newsfacts.explaining import explain
from newsfacts.facts import QuoteFact
from newsfacts.packs.find import PatternFile
from quote_rules import extractor, faults, is_refused, pipeline

SAMPLE = Path(__file__).parent.parent / "samples" / "by-handle"
HANDLE = "«Το ρεύμα φτάνει παντού», δήλωσε η Άννα Ρήγα @ Aster."


def find(text: str, *packs: Path) -> QuoteFact:
    (fact,) = newsfacts.extract(text, nlp=pipeline(*packs))
    assert isinstance(fact, QuoteFact)
    return fact


def test_every_rule_reads_its_example() -> None:
    productions = extractor().mentions.productions
    assert [one.source.place for one in productions if not one.written.example] == []
    assert len(productions) >= 40
    assert faults() == []


@pytest.mark.parametrize(
    ("example", "says"),
    [
        ("η Άννα Ρήγα μίλησε.", "does not read its example"),
        ("η [Άννα Ρήγα] @ Aster.", "`Άννα Ρήγα` is not what it reads in its example: `η Άννα Ρήγα @ Aster`"),
        ("[η Άννα Ρήγα, διευθύντρια της Aster], μίλησε.", "its example is read by "),
    ],
)
def test_a_wrong_example_is_told(example: str, says: str) -> None:
    text = f'mentions:\n  mention:\n  - n=name "@" h=house -> person_of ~ {example}\n'
    (wrong,) = faults(PatternFile("quotes/own.yaml", "own.yaml", text))
    assert wrong.startswith("own.yaml:3: mentions.mention: ")
    assert says in wrong


def test_a_pack_adds_a_mention() -> None:
    assert find(HANDLE).organization is None
    fact = find(HANDLE, SAMPLE)
    assert (fact.speaker, fact.organization) == ("Άννα Ρήγα", "Aster")


@pytest.mark.parametrize(
    ("text", "packs", "what", "place"),
    [
        (HANDLE, (SAMPLE,), 'mention: n=name "@" h=house -> person_of', "handles.yaml:6"),
        (
            "Ο πρόεδρος της Aster δήλωσε ότι το δίκτυο αντέχει.",
            (),
            "mention: r=office -> nameless",
            "/mentions.yaml:",
        ),
    ],
)
def test_explain_tells_what_made_the_mention_of_the_speaker(
    text: str, packs: tuple[Path, ...], what: str, place: str
) -> None:
    (quote,) = explain(text, nlp=pipeline(*packs))
    (rule,) = (one for one in quote.rules if one.what.startswith("mention: "))
    assert rule.what == what
    assert place in rule.origin


def test_a_pack_switches_a_rule_off(tmp_path: Path) -> None:
    (tmp_path / "quotes").mkdir()
    (tmp_path / "quotes" / "own.yaml").write_text("off: [n=name r=told_behind -> told]\n", encoding="utf-8")
    text = "«Το δίκτυο αντέχει», δήλωσε η Άννα Ρήγα, διευθύντρια της Aster."
    assert (find(text).role, find(text, tmp_path).role) == ("διευθύντρια", None)


@pytest.mark.parametrize("row", rows_of("mentions.yaml"), ids=lambda row: row["says"])
def test_what_can_not_be_used_is_refused(row: dict[str, Any]) -> None:
    is_refused(row)
