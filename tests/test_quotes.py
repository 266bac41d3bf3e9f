"""Quotes: the table of cases, people, the pattern files' words, and texts with damaged marks."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
import spacy
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.attrs import NORM

from newsfacts.extractors.people import people
from newsfacts.extractors.quotes import QuoteExtractor
from newsfacts.facts import QuoteFact
from newsfacts.patterns.find import PatternFile, read_packs
from newsfacts.patterns.lexicon import Lexicon
from newsfacts.patterns.packs import check_files
from newsfacts.patterns.quote_schema import QuotesFile
from newsfacts.text.fold import fold
from newsfacts.text.marks import pair_marks
from newsfacts.text.sentences import Sentences
from newsfacts.text.tokens import make_tokenizer

ROOT = Path(__file__).parent
CASES = yaml.safe_load((ROOT / "cases" / "quotes.yaml").read_text(encoding="utf-8"))
SAMPLES = [path.read_text(encoding="utf-8") for path in sorted((ROOT.parent / "samples").glob("*.txt"))]
MARKS = '«»“”"'


class Finder:
    """The quote extractor on its own, without the other kinds."""

    def __init__(self, extra: tuple[PatternFile, ...] = ()) -> None:
        vocab: Any = spacy.blank("el").vocab
        self.vocab = vocab
        vocab.lex_attr_getters[NORM] = fold
        for lexeme in vocab:
            lexeme.norm_ = fold(lexeme.text)
        self.extractor = QuoteExtractor(check_files([*read_packs(), *extra]).of(QuotesFile))
        self.lexicon = Lexicon()
        self.extractor.register(self.lexicon)
        self.tokenizer = make_tokenizer(self.vocab, self.lexicon.glued_forms)
        self.lexicon.build()

    def __call__(self, text: str) -> list[QuoteFact]:
        found = self.extractor.find(self.lexicon.read(self.tokenizer(text)), None, [])
        return [fact for fact in found if isinstance(fact, QuoteFact)]


@cache
def finder() -> Finder:
    return Finder()


def unbracketed(marked: str) -> tuple[str, list[tuple[int, int]]]:
    text, opened, spans = "", 0, []
    for sign in marked:
        if sign == "[":
            opened = len(text)
        elif sign == "]":
            spans.append((opened, len(text)))
        else:
            text += sign
    return text, spans


def params() -> list[Any]:
    return [
        pytest.param(
            case, id=f"{n}", marks=[pytest.mark.xfail(reason=case["xfail"])] if "xfail" in case else []
        )
        for n, case in enumerate(CASES)
    ]


@pytest.mark.parametrize("case", params())
def test_case(case: dict[str, Any]) -> None:
    text, spans = unbracketed(case["text"])
    found = finder()(text)
    assert [fact.text for fact in found] == [text[a:b] for a, b in spans]
    assert [(fact.start_char, fact.end_char) for fact in found] == spans
    for fact, wanted in zip(found, case.get("facts", []), strict=True):
        assert {name: getattr(fact, name) for name in wanted} == wanted


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 150


def test_examples_of_the_pattern_files() -> None:
    for file in finder().extractor.words.files:
        for example in file.examples:
            text, spans = unbracketed(example.text)
            found = finder()(text)
            assert [(fact.start_char, fact.end_char) for fact in found] == spans, text
            for fact in found:
                assert {name: getattr(fact, name) for name in example.values} == example.values


def test_people() -> None:
    rows = people(
        finder()("Η Eva Lind, CEO της Telmar, είπε ότι θα έρθει. «Και θα μείνω», πρόσθεσε. Κανείς δεν ήρθε.")
    )
    assert rows == [
        {
            "speaker": "Eva Lind",
            "speaker_type": "person",
            "role": "CEO",
            "organization": "Telmar",
            "quotes": 2,
        }
    ]


def test_a_pack_adds_words() -> None:
    text = "verbs:\n- {past: [βροντοφώναξ]}\nroles:\n- words: [αρχιδύτης]\n"
    text += "organizations: [Κυκλαδίτικος Άνεμος]\n"
    with_pack = Finder((PatternFile("quotes/own.yaml", "own.yaml", text),))
    assert not finder()("Ο Νίκος Ρήγας βροντοφώναξε ότι φεύγει.")
    (fact,) = with_pack("Ο αρχιδύτης Νίκος Ρήγας βροντοφώναξε ότι φεύγει.")
    assert (fact.speaker, fact.role) == ("Νίκος Ρήγας", "αρχιδύτης")
    (fact,) = with_pack("Ο Κυκλαδίτικος Άνεμος βροντοφώναξε ότι φεύγει.")
    assert fact.speaker_type == "organization"


def test_a_pack_switches_words_off() -> None:
    off = Finder((PatternFile("quotes/own.yaml", "own.yaml", "off: [δήλωσε]\n"),))
    assert not off("Ο Νίκος Ρήγας δήλωσε ότι φεύγει.")


def own_speakers(facts: list[QuoteFact], text: str, skip: int) -> list[tuple[Any, ...]]:
    """Facts outside one paragraph whose sentence names its speaker; by paragraph, since offsets move."""
    rows = []
    for fact in facts:
        paragraph = text.count("\n", 0, fact.start_char)
        if fact.end_char and paragraph != skip and fact.speaker and fact.speaker in fact.sentence:
            rows.append((paragraph, fact.text, fact.speaker))
    return rows


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_mark_spoils_its_paragraph_only(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(SAMPLES))
    at = data.draw(st.sampled_from([m.start() for m in re.finditer(f"[{MARKS}]", text)] or [0]))
    damaged = text[:at] + data.draw(st.sampled_from(["", text[at] * 2])) + text[at + 1 :]
    skip = text.count("\n", 0, at)
    kept = own_speakers(finder()(damaged), damaged, skip)
    for row in own_speakers(finder()(text), text, skip):
        assert row in kept


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_cutting_an_article_anywhere(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(SAMPLES))
    at = data.draw(st.integers(0, len(text)))
    skip = text.count("\n", 0, at)
    head = [row for row in own_speakers(finder()(text), text, skip) if row[0] < skip]
    found = finder()(text[:at])
    assert all(row in own_speakers(found, text, skip) for row in head)
    assert all(text[fact.start_char : fact.end_char] == fact.text for fact in found)


@pytest.mark.parametrize(
    "piece",
    ["«", "« ", "»", "» ", '"', "“", "„", "«α ", "δήλωσε ", "δήλωσε ότι ", "δήλωσε, ", "είπε ο Χ, ", "«α», ",
     "«α», είπε ο Χ. ", "σύμφωνα με τον Χ ", "ο πρόεδρος ", "ο Χ, πρόεδρος της Ψ, είπε ότι α. ",
     "πρόεδρος και ",
     "Άννα ", "η εταιρεία είπε ότι ναι. ", "δήλωσε: "],
)  # fmt: skip
def test_time_grows_with_the_text_only(piece: str) -> None:
    def seconds(count: int) -> float:
        reading = finder().lexicon.read(finder().tokenizer(piece * count))
        start = perf_counter()
        finder().extractor.find(reading, None, [])
        return perf_counter() - start

    seconds(100)
    assert seconds(8000) < 16 * max(seconds(2000), 0.02)


def test_facts_of_one_text_never_overlap() -> None:
    for text in SAMPLES:
        found = finder()(text)
        assert all(a.end_char <= b.start_char for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('«α» και “β” και "γ" και „δ“', ["α", "β", "γ", "δ"]),
        ("«α “β” γ»", ["α “β” γ", "β"]),
        ("«α «β» γ»", ["α «β» γ", "β"]),
        ("««α»", ["α"]),
        ("«α»»", ["α"]),
        ("«α\nβ»", []),
        ("«α\n» β»", ["α\n» β"]),
        ("» α\n» β", []),
        ('οθόνη 14" και 15"', []),
        ("γι’ αυτό το ’80", []),
        ("“α » β”", ["α » β"]),
        ("“α «β” γ", ["α «β"]),
    ],
)
def test_marks(text: str, inside: list[str]) -> None:
    assert [text[p.start : p.end] for p in pair_marks(text)] == inside


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ένα. Δύο.", 2),
        ("Κόστισε 5 εκατ. ευρώ. Τέλος.", 2),
        ("Ο κ. Ρήγας ήρθε. Έφυγε.", 2),
        ("Γιατί; Επειδή έτσι. Τέλος!", 3),
        ("«Ναι. Όχι.» Έφυγε.", 2),
        ("«Ναι. Όχι», είπε. Έφυγε.", 2),
        ("Ο Γ. Ρήγας ήρθε.\nΈφυγε", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    sentences = Sentences(text, pair_marks(text), {"εκατ"}, {"κ"})
    assert len({sentences.bounds(at, at + 1) for at in range(len(text)) if not text[at].isspace()}) == count
