"""What quantities are about: tables of sentences by construction, and what must hold of every text."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from cases import FOLDER, cases_in, check_case, rows_of
from newsfacts import extract, load
from newsfacts.commands.app import app
from newsfacts.commands.examples import unmark
from newsfacts.component import NewsFacts
from newsfacts.facts import QuantityFact
from newsfacts.grammar.types import Production
from newsfacts.meaning.meaning import read_meaning
from newsfacts.packs.read import PatternError

ROOT = Path(__file__).parent.parent
QUANTITIES = {"money", "power", "energy", "compute", "percent", "multiple"}
TABLES = sorted(f"meaning/{path.name}" for path in (FOLDER / "meaning").glob("*.yaml"))
SENTENCES = [row["text"] for table in TABLES for row in rows_of(table)]


@pytest.mark.parametrize("row", cases_in(*TABLES))
def test_what_each_quantity_of_a_sentence_is_about(row: dict[str, Any]) -> None:
    check_case(row, QUANTITIES)
    keys = {"about", "measure", "change", "organization"}
    assert all(fact.keys() == keys for fact in row["facts"]), "a row says all four values of each fact"


def test_the_tables_are_large_and_many_rows_tell_nothing() -> None:
    facts = [row["facts"] for table in TABLES for row in rows_of(table)]
    nothing = [row for row in facts if all(v is None for f in row for k, v in f.items() if k != "about")]
    assert len(facts) >= 300
    assert len(nothing) >= 60


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
def test_about_is_the_text_at_its_offsets(sentences: list[str]) -> None:
    text = "\n".join(sentences).replace("[", "").replace("]", "")
    for fact in extract(text):
        if isinstance(fact, QuantityFact):
            told = fact.about_start is not None and fact.about_end is not None
            assert told is (fact.about is not None)
            if told:
                assert fact.about == text[fact.about_start : fact.about_end]


def test_offsets_are_those_of_the_text_as_given() -> None:
    text = "Τα έσ\u00adοδα ανή\u00adλθαν σε 5 εκατ. ευρώ."
    (fact,) = extract(text)
    assert isinstance(fact, QuantityFact)
    assert (fact.about, text[fact.about_start : fact.about_end]) == ("έσ\u00adοδα", "έσ\u00adοδα")


@pytest.mark.parametrize("kinds", [["money"], ["money", "percent"], ["percent"]])
def test_it_is_the_same_whichever_kinds_are_asked_for(kinds: list[str]) -> None:
    text = (ROOT / "samples" / "results.txt").read_text(encoding="utf-8")
    day = date(2025, 11, 20)
    all_facts = [fact for fact in extract(text, reference_date=day) if fact.kind in kinds]
    assert extract(text, reference_date=day, nlp=load(kinds=kinds)) == all_facts


def test_the_company_spoken_of_owns_what_is_told_later() -> None:
    text = "Η Nordis Labs μεγαλώνει.\n\nΟ τζίρος του ομίλου ανήλθε σε 5 εκατ. ευρώ. Τα κέρδη ήταν 1 εκατ."
    facts = [fact for fact in extract(text) if isinstance(fact, QuantityFact)]
    assert [fact.organization for fact in facts] == ["Nordis Labs"] * len(facts)


# -- the command -------------------------------------------------------------------------------


def rows(*arguments: str) -> list[dict[str, Any]]:
    result = CliRunner().invoke(app, ["extract", str(ROOT / "samples" / "results.txt"), "--json", *arguments])
    assert result.exit_code == 0, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def test_extract_filters_by_measure_and_organization() -> None:
    assert [row["text"] for row in rows("--measure", "profit")] == ["96,3 εκατ. ευρώ", "-3,8%"]
    assert {row["measure"] for row in rows("--measure", "profit", "--measure", "debt")} == {"profit", "debt"}
    assert all("Πελίας" in row["organization"] for row in rows("--organization", "ΠΕΛΙΑΣ"))
    assert rows("--organization", "Nordis") == []


def test_an_unknown_measure_is_refused_with_a_remedy() -> None:
    result = CliRunner().invoke(
        app, ["extract", str(ROOT / "samples" / "results.txt"), "--measure", "profits"]
    )
    assert result.exit_code == 2
    assert "unknown measure `profits`: did you mean `profit`?" in result.output


def test_the_table_shows_measure_owner_and_direction() -> None:
    result = CliRunner().invoke(
        app, ["extract", str(ROOT / "samples" / "results.txt"), "--measure", "profit"]
    )
    assert "profit · Πελίας · ↓" in result.stdout


# -- packs -------------------------------------------------------------------------------------


def test_a_pack_adds_a_measure() -> None:
    nlp = load([ROOT / "samples" / "churn"])
    (fact,) = extract("Το churn της Linkora αυξήθηκε κατά 3%.", nlp=nlp)
    assert isinstance(fact, QuantityFact)
    assert (fact.measure, fact.change, fact.organization) == ("churn", "up", "Linkora")
    result = CliRunner().invoke(app, ["patterns", "test", str(ROOT / "samples" / "churn")])
    assert result.exit_code == 0, result.output


def test_a_pack_switches_words_and_rules_off(tmp_path: Path) -> None:
    (tmp_path / "measures.yaml").write_text("off: [έσοδα, share]\n", encoding="utf-8")
    nlp = load([tmp_path])
    facts = extract("Έσοδα 5 εκατ. ευρώ. Το 35% των πελατών.", nlp=nlp)
    assert [fact.measure for fact in facts if isinstance(fact, QuantityFact)] == [None, None]


BROKEN = {
    "measures:\n  - {measure: churn, noun: [churn]}\n": ":2: measures[0].noun: unknown key, did you mean",
    "measures:\n  - {nouns: [churn]}\n": ":2: measures[0].measure: is missing: add it",
    "measures:\n  - measure: churn\n    kinds: [persent]\n": ":3: measures[0].kinds: unknown kind",
    "words:\n  hedges: [περίπου]\n": ":2: words.hedges: ",
    "up:\n  verb: [τρέχει]\n": ":2: up.verb: unknown key, did you mean `verbs`?",
    "owners:\n  feminin: [η]\n": ":2: owners.feminin: unknown key, did you mean `feminine`?",
    "rules:\n  beside:\n    - n=nuon q=quantity -> beside\n": ":3: rules.beside: unknown symbol `nuon`, did",
    "rules:\n  beside:\n    - n=noun q=quantity -> besides\n": ":3: rules.beside: unknown meaning `besides`",
    "rules:\n  beside:\n    - v=noun q=quantity -> beside\n": ":3: rules.beside: `v=` is nothing that",
    "rules:\n  beside:\n    - n=noun -> beside\n": ":3: rules.beside: `beside` wants `q=`",
}


@pytest.mark.parametrize(("text", "said"), BROKEN.items())
def test_what_a_file_can_not_mean_is_said_with_line_and_remedy(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "measures.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PatternError) as caught:
        load([tmp_path])
    assert f"measures.yaml{said}" in str(caught.value)


# -- rules -------------------------------------------------------------------------------------

COMPONENT = load().get_pipe("newsfacts")
RULES = [rule.production for rule in read_meaning(COMPONENT.patterns).rules.rules]  # type: ignore[attr-defined]


@pytest.mark.parametrize("production", RULES, ids=lambda production: str(production.source.line))
def test_the_example_beside_a_rule_is_told_by_that_rule(production: Production) -> None:
    text, ((start, end),) = unmark(production.written.example)
    assert isinstance(COMPONENT, NewsFacts)
    reading = COMPONENT.lexicon.read(COMPONENT.tokenizer(text), text)
    meaning = read_meaning(COMPONENT.patterns)
    told = {
        (quantity.fact.start_char, quantity.fact.end_char): said.source
        for _, quantity, said, _ in meaning.said(reading, COMPONENT.find_in(reading))
    }
    assert told.get((start, end)) == production.source
