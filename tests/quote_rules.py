"""Quotes by the built-in rules and some more, for tests of templates and of mentions."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

import newsfacts
from newsfacts.packs.check import check_files
from newsfacts.packs.find import PatternFile, read_packs
from newsfacts.packs.read import PatternError
from newsfacts.quotes.files import quote_extractor
from newsfacts.quotes.quotes import QuoteExtractor
from newsfacts.quotes.rule_examples import quote_faults


@cache
def pipeline(*packs: Path) -> Language:
    return newsfacts.load(list(packs), kinds=["quote"])


def extractor(*own: PatternFile) -> QuoteExtractor:
    built_in = [file for file in read_packs() if file.name.startswith("quotes/")]
    return quote_extractor(check_files([*built_in, *own]))


def faults(*own: PatternFile) -> list[str]:
    component: Any = pipeline().get_pipe("newsfacts")
    read = component.lexicon.read
    return [str(wrong) for wrong in quote_faults(extractor(*own), lambda t: read(pipeline().make_doc(t), t))]


def is_refused(row: dict[str, Any]) -> None:
    """A row tells what a pattern file holds that can't be used, and what is said of it, where."""
    with pytest.raises(PatternError) as wrong:
        extractor(PatternFile("quotes/own.yaml", "own.yaml", row["file"]))
    assert (wrong.value.origin, wrong.value.line, wrong.value.key) == ("own.yaml", row["line"], row["key"])
    assert row["says"] in wrong.value.message
