"""Texts that are cut without a Doc have the tokens that a Doc has."""

from functools import lru_cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

import newsfacts
from any_texts import TEXTS
from newsfacts.lexicon.lexicon import Reading
from newsfacts.plain_facts import facts_in, reading_of

BLANKS = st.text(" \n\t\r\u00a0\u2003\u2028\x1c\x85aΩ5.«", max_size=12)


@lru_cache(maxsize=1)
def pipeline() -> Language:
    return newsfacts.load(kinds=["money"])


def tokens(reading: Reading) -> list[Any]:
    every = range(-1, len(reading) + 1)
    words = [(reading.word(k), reading.norm(k), reading.glued(k)) for k in every]
    return [reading.starts, reading.ends, words, reading.matches]


@given(TEXTS | BLANKS)
@settings(max_examples=300, deadline=None)
def test_same_tokens(text: str) -> None:
    nlp = pipeline()
    lexicon = nlp.get_pipe("newsfacts").lexicon  # type: ignore[attr-defined]
    with_doc, without = lexicon.read(nlp.make_doc(text), text), lexicon.read_text(text, nlp.vocab)
    assert tokens(with_doc) == tokens(without)
    for start in range(0, len(without), 7):
        seen, window = with_doc.window(start, start + 5), without.window(start, start + 5)
        assert [(t.text, t.norm) for t in seen] == [(t.text, t.norm) for t in window]


@pytest.mark.parametrize("text", [" 5 MW", "  \n 5 MW", "\n 5 MW", "5\u00a0 MW \n", "5 \ud83d MW"])
def test_blanks_at_the_edges(text: str) -> None:
    nlp = pipeline()
    lexicon = nlp.get_pipe("newsfacts").lexicon  # type: ignore[attr-defined]
    assert tokens(lexicon.read(nlp.make_doc(text), text)) == tokens(lexicon.read_text(text, nlp.vocab))


def test_own_words_of_a_tokenizer_are_heard() -> None:
    nlp = newsfacts.load(kinds=["money"])
    component: Any = nlp.get_pipe("newsfacts")
    text = "Κόστισε 5 εκατ. ευρώ."
    assert [fact.text for fact in facts_in(text, None, nlp, component)] == ["5 εκατ. ευρώ"]
    assert len(reading_of(text, nlp, component)) == 6
    component.tokenizer.add_special_case("εκατ.", [{"ORTH": "εκ"}, {"ORTH": "ατ"}, {"ORTH": "."}])
    assert len(reading_of(text, nlp, component)) == 7
