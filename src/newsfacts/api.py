"""The library's two functions."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from newsfacts.factory import blank, create_newsfacts  # registers the factory where no entry point does
from newsfacts.facts import AnyFact
from newsfacts.packs.find import read_pack
from newsfacts.plain_facts import facts_in, placed
from newsfacts.text.plain import plain_text
from newsfacts.text.windows import windows

if TYPE_CHECKING:
    from spacy.language import Language

    from newsfacts.component import NewsFacts

__all__ = ["create_newsfacts", "extract", "load"]


def load(patterns: Iterable[str | Path] = (), *, kinds: Iterable[str] = ()) -> "Language":
    """A blank Greek pipeline with the component `newsfacts`.

    `patterns` are folders of pattern files to lay over the built-in ones, `kinds` the kinds of
    fact to look for (all where empty). Raises PatternError for a bad folder or file.
    """
    packs = [Path(pack) for pack in patterns]
    for pack in packs:  # the component, which must load without its folders too, would say so later
        read_pack(pack)
    nlp = blank()
    nlp.add_pipe("newsfacts", config={"patterns": [str(pack) for pack in packs], "kinds": list(kinds)})
    return nlp


@lru_cache(maxsize=1)
def default_pipeline() -> "Language":
    """The pipeline of the built-in patterns, made at the first call and kept."""
    return load()


def extract(
    text: str, *, reference_date: date | str | None = None, nlp: "Language | None" = None
) -> list[AnyFact]:
    """The facts of a text, in order of place.

    Relative dates are resolved against `reference_date`; without one they have no days. `nlp` is
    a pipeline from `load`; the default one is made at the first call and kept. A text longer than
    400,000 characters is read in pieces, cut between paragraphs.

    >>> [fact.to_dict()["low"] for fact in extract("Πάρκο 500MW με κόστος €1,2 δισ.")]
    [500000000, 1200000000]
    """
    nlp = nlp or default_pipeline()
    component = cast("NewsFacts", nlp.get_pipe("newsfacts"))
    plain = plain_text(text)
    return [
        placed(fact, plain)
        for start, end in windows(plain.text)
        for fact in facts_in(plain.text[start:end], reference_date, nlp, component, offset=start)
    ]
