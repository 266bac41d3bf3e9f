"""The examples in all pattern files, and what is said of one that fails."""

from pathlib import Path

import pytest
from spacy.language import Language

import newsfacts
from newsfacts.commands.examples import count_in, failures, load_for_test, unmark
from newsfacts.packs.check import check_files
from newsfacts.packs.find import PatternFile
from newsfacts.packs.template import new_file

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
PACK = ROOT / "samples" / "bandwidth"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return newsfacts.load()


def said(nlp: Language, example: str, name: str = "quantities/power.yaml", kind: str = "power") -> list[str]:
    head = f"kind: {kind}\n" if name.startswith("quantities/") else ""
    checked = check_files([PatternFile(name, "x.yaml", f"{head}examples:\n  - {example}\n")]).checked
    return [str(failure) for failure in failures(checked, nlp)]


def test_built_in_examples_hold() -> None:
    nlp, files = load_for_test(None)
    assert len(files) >= 10
    assert [str(failure) for failure in failures(files, nlp)] == []
    quantities = [file for file in files if file.file.name.startswith("quantities/")]
    assert all(file.examples for file in quantities)


def test_the_built_in_folder_is_not_laid_over_itself() -> None:
    assert len(load_for_test(ROOT / "patterns")[1]) == len(load_for_test(None)[1])


def test_sample_pack_adds_a_kind() -> None:
    nlp, files = load_for_test(PACK)
    assert [file.file.name for file in files] == ["quantities/bandwidth.yaml"]
    assert [str(failure) for failure in failures(files, nlp)] == []
    [fact] = newsfacts.extract("γραμμές έως 2,5 Gbps", nlp=nlp)
    assert (fact.kind, fact.to_dict()["high"], fact.to_dict()["unit"]) == ("bandwidth", 2_500_000_000, "bps")


def test_sample_pack_adds_templates() -> None:
    nlp, files = load_for_test(ROOT / "samples" / "brackets")
    assert count_in(files[0]) == 4
    assert [str(failure) for failure in failures(files, nlp)] == []


def test_sample_pack_adds_a_season_a_rule_and_a_context() -> None:
    nlp, files = load_for_test(ROOT / "samples" / "school-year")
    assert count_in(files[0]) == 5
    assert [str(failure) for failure in failures(files, nlp)] == []
    text = "Το σχολικό έτος (2025-26) αρχίζει, λέει το ημερολόγιο σχολικού έτους"
    [fact] = newsfacts.extract(text, nlp=nlp)
    row = fact.to_dict()
    assert (row["text"], row["start_date"], row["end_date"]) == (
        "σχολικό έτος (2025-26)",
        "2025-09-01",
        "2026-06-30",
    )


def test_a_pack_switches_a_rule_off(tmp_path: Path) -> None:
    (tmp_path / "dates").mkdir()
    (tmp_path / "dates" / "a.yaml").write_text("off: [fiscal_whole, d=day of? m=month_word -> day]\n")
    nlp = newsfacts.load([tmp_path])
    found = newsfacts.extract("FY25, στις 5 Μαΐου και την πρώτη Μαΐου 2025", nlp=nlp)
    assert [fact.text for fact in found] == ["πρώτη Μαΐου 2025"]


def test_an_example_beside_a_rule_is_run(tmp_path: Path) -> None:
    (tmp_path / "dates").mkdir()
    rule = "rules:\n  day_month:\n    - m=month d=day -> day ~ Μαΐου πέντε\n"
    (tmp_path / "dates" / "a.yaml").write_text(rule, encoding="utf-8")
    nlp, files = load_for_test(tmp_path)
    [fault] = failures(files, nlp)
    assert (fault.line, fault.key) == (3, "rules.day_month")


@pytest.mark.parametrize(("kind", "known"), [("speed", False), ("power", True), ("data_rate2", False)])
def test_a_new_file_works_as_it_is(tmp_path: Path, kind: str, known: bool) -> None:
    (tmp_path / "a.yaml").write_text(new_file(kind, "pack", known=known), encoding="utf-8")
    nlp, files = load_for_test(tmp_path)
    assert len(files[0].examples) == 3
    assert [str(failure) for failure in failures(files, nlp)] == []


@pytest.mark.parametrize(
    ("example", "message"),
    [
        (
            "{text: '[1,2 GW] και 3 MW'}",
            "x.yaml:3: examples[0]: `3 MW` (power) is found: put it in [brackets] if",
        ),
        ("{text: '[δύο] και 5 ευρώ'}", "x.yaml:3: examples[0]: `δύο` is not found; found: nothing"),
        (
            "{text: '[1,2 GW]', low: 1e9}",
            "x.yaml:3: examples[0].low: low of `1,2 GW` is 1200000000, not 1000000000",
        ),
        ("{text: '[1,2 GW]', lo: 1e9}", "x.yaml:3: examples[0].lo: a power has no such value; it has kind,"),
        ("{text: '[1 GW', low: 1}", "x.yaml:3: examples[0].text: `[` without `]`"),
        ("{text: '1 GW]', low: 1}", "x.yaml:3: examples[0].text: `]` without `[`"),
        ("{text: 'δύο', low: 1}", "x.yaml:3: examples[0].low: names a value, but its text marks no fact"),
        ("{text: '[1 GW]', facts: []}", "x.yaml:3: examples[0].facts: 0 listed, 1 in [brackets]"),
        ("{text: '[1 GW]', date: χθες}", "x.yaml:3: examples[0].date: 'χθες' is no day: write YYYY-MM-DD"),
        (
            "{text: '[1 GW]', facts: [{low: 1e9}], unit: W}",
            "x.yaml:3: examples[0].unit: stands beside `facts`",
        ),
    ],
)
def test_a_failing_example_names_file_line_and_remedy(nlp: Language, example: str, message: str) -> None:
    [line] = said(nlp, example)
    assert line.startswith(message)
    assert "\n" not in line


def test_values_and_kinds(nlp: Language) -> None:
    assert said(nlp, "{text: 'έως [2 GW] για 5 ευρώ', low: null, high: 2e9, kind: power}") == []
    assert said(nlp, "{text: '[1 GW] και [2 GW]', facts: [{low: 1e9}, {high: 2000000000}]}") == []
    assert said(nlp, "{text: '[χθες]', date: 2025-09-23, start_date: 2025-09-22}", "dates/a.yaml") == []
    assert said(nlp, "{text: 'έτος [2025], [5 ευρώ]'}", "numbers.yaml") != []
    assert said(nlp, "{text: 'έτος 2025, [5 ευρώ]', kind: money}", "numbers.yaml") == []
    assert said(nlp, "{text: 'έσοδα [5 ευρώ]', measure: revenue}", "measures.yaml") == []
    assert said(nlp, "{text: 'έσοδα [5 ευρώ]', measure: profit}", "measures.yaml") != []


def test_a_kind_that_is_off_has_no_examples_to_run(nlp: Language) -> None:
    checked = check_files(
        [PatternFile("a.yaml", "a.yaml", "kind: nothing_known\nenabled: false\nexamples: [{text: '[5]'}]")]
    ).checked
    assert list(failures(checked, nlp)) == []


def test_nested_brackets() -> None:
    assert unmark("«[έως [2 GW]]»") == ("«έως 2 GW»", [(1, 9), (5, 9)])
