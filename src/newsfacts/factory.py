"""The spaCy factory. spaCy imports this module for every pipeline, so it imports next to nothing."""

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from newsfacts.pipeline import NewsFacts

DEFAULTS: dict[str, object] = {"patterns": [], "kinds": [], "set_ents": False}


@Language.factory("newsfacts", default_config=DEFAULTS, assigns=["doc.spans", "doc._.newsfacts"])
def create_newsfacts(
    nlp: Language, name: str, patterns: list[str], kinds: list[str], set_ents: bool
) -> "NewsFacts":
    """Make the component `newsfacts`.

    `patterns` are folders laid over the built-in ones, `kinds` the kinds to look for (all where
    empty), `set_ents` writes `doc.ents` too. The tokenizer of the pipeline gets the rules that
    cut numbers from their units.
    """
    from newsfacts.pipeline import make_component

    return make_component(nlp, name, patterns, kinds, set_ents)
