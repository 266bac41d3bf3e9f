"""Templates of quotes: their examples, what packs add and switch off, and what is refused in them."""

from pathlib import Path
from typing import Any

import pytest

import newsfacts
from cases import rows_of
from newsfacts.explaining import explain
from newsfacts.facts import QuoteFact
from newsfacts.packs.find import PatternFile
from newsfacts.quotes.naming_parts import PARTS as MENTION_PARTS
from newsfacts.quotes.parts import PARTS
from newsfacts.quotes.templates import all_templates
from quote_rules import extractor, faults, is_refused, pipeline

SAMPLE = Path(__file__).parent.parent / "samples" / "brackets"
BRACKETS = "Στον πίνακα ήταν «Το ρεύμα να φτάνει παντού» (Άννα Ρήγα)."


def find(text: str, *packs: Path) -> list[QuoteFact]:
    found = newsfacts.extract(text, nlp=pipeline(*packs))
    return [fact for fact in found if isinstance(fact, QuoteFact)]


def with_file(folder: Path, text: str) -> Path:
    (folder / "quotes").mkdir()
    (folder / "quotes" / "own.yaml").write_text(text, encoding="utf-8")
    return folder


def test_every_template_reads_its_example() -> None:
    templates = list(all_templates(extractor().templates))
    assert [t.source.place for t in templates if not t.written.example] == []
    assert len(templates) >= 30
    assert faults() == []


def test_no_part_is_called_as_a_list_of_words() -> None:
    # of two with one name a template would mean the list, and nobody would see it
    lists = extractor().words.lists.keys()
    assert {*PARTS, *MENTION_PARTS} & lists == set()


@pytest.mark.parametrize(
    ("example", "says"),
    [
        ("Το δίκτυο αντέχει.", "does not read its example"),
        ("«Το δίκτυο αντέχει» (το 2024).", "does not read its example"),
        ("«[Το δίκτυο] αντέχει» (Άννα Ρήγα).", "`Το δίκτυο` is not what is said in its example"),
        ("«Το δίκτυο αντέχει», δήλωσε η Άννα Ρήγα.", "its example is read by "),
    ],
)
def test_a_wrong_example_is_told(example: str, says: str) -> None:
    text = f'rules:\n  own:\n  - q=marks "(" s=speaker ")" -> said ~ {example}\n'
    (wrong,) = faults(PatternFile("quotes/own.yaml", "own.yaml", text))
    assert wrong.startswith("own.yaml:3: rules.own: ")
    assert says in wrong


@pytest.mark.slow
def test_a_pack_adds_a_template() -> None:
    assert find(BRACKETS) == []
    (fact,) = find(BRACKETS, SAMPLE)
    assert (fact.text, fact.speaker, fact.cue) == ("Το ρεύμα να φτάνει παντού", "Άννα Ρήγα", None)


@pytest.mark.slow
def test_a_template_of_a_verb_without_words_of_its_own_is_read(tmp_path: Path) -> None:
    text = "Η Άννα Ρήγα ψιθύρισε το δίκτυο αντέχει."
    pack = with_file(
        tmp_path,
        "verbs: [{past: [ψιθύρισ], frames: [clause]}]\nrules:\n  own: [s=speaker verb c=clause -> said]\n",
    )
    assert find(text) == []
    assert [(fact.text, fact.speaker) for fact in find(text, pack)] == [("το δίκτυο αντέχει", "Άννα Ρήγα")]


@pytest.mark.slow
def test_explain_tells_the_template_of_a_pack() -> None:
    (quote,) = (one for one in explain(BRACKETS, nlp=pipeline(SAMPLE)) if one.kind == "quote")
    assert quote.rules[0].what == 'quoted_in_brackets: q=marks "(" s=speaker ")" -> said'
    assert quote.rules[0].origin.endswith("brackets.yaml:9")


@pytest.mark.slow
@pytest.mark.parametrize(
    "off", ["subject_verb_that_clause", "s=subject verb.clause >!retold gap that c=clause -> said"]
)
def test_a_pack_switches_a_template_off(tmp_path: Path, off: str) -> None:
    text = "Η Άννα Ρήγα δήλωσε ότι το δίκτυο αντέχει. «Θα δούμε», πρόσθεσε."
    assert len(find(text)) == 2
    assert [fact.cue for fact in find(text, with_file(tmp_path, f"off: [{off}]\n"))] == ["πρόσθεσε"]


@pytest.mark.slow
def test_templates_of_packs_come_first(tmp_path: Path) -> None:
    text = "«Το δίκτυο αντέχει», δήλωσε η Άννα Ρήγα."
    pack = with_file(tmp_path, "rules:\n  quoted_then_verb:\n  - q=marks breaks+ verb s=speaker -> said\n")
    (quote,) = (one for one in explain(text, nlp=pipeline(pack)) if one.kind == "quote")
    assert quote.rules[0].origin.endswith("own.yaml:3")


@pytest.mark.parametrize("row", rows_of("templates.yaml"), ids=lambda row: row["says"])
def test_what_can_not_be_used_is_refused(row: dict[str, Any]) -> None:
    is_refused(row)
