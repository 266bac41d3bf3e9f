"""What spaCy finds by entry points. Imported for every pipeline there is, so it imports next to nothing."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.util import registry

if TYPE_CHECKING:
    from newsfacts.component import NewsFacts
    from newsfacts.text.tokens import NewsTokenizer

DEFAULTS: dict[str, object] = {"patterns": [], "kinds": [], "set_ents": False}
_TOKENIZER = "newsfacts.Tokenizer.v1"


@Language.factory("newsfacts", default_config=DEFAULTS, assigns=["doc.spans", "doc._.newsfacts"])
def create_newsfacts(
    nlp: Language, name: str, patterns: list[str], kinds: list[str], set_ents: bool
) -> "NewsFacts":
    """Make the component `newsfacts`.

    `patterns` are folders laid over the built-in ones, `kinds` the kinds to look for (all where
    empty), `set_ents` writes `doc.ents` too. The tokenizer of the pipeline gets the rules that
    cut numbers from their units.
    """
    from newsfacts.component import make_component

    return make_component(nlp, name, patterns, kinds, set_ents)


@registry.tokenizers(_TOKENIZER)  # type: ignore[untyped-decorator]
def create_tokenizer() -> "Callable[[Language], NewsTokenizer]":
    """Make the tokenizer for Greek news, which the component tells what units there are.

    A pipeline made with it reads texts of any length, when it was saved and loaded too.
    """
    from newsfacts.text.tokens import NewsTokenizer

    def create(nlp: Language) -> NewsTokenizer:
        nlp.max_length = sys.maxsize  # that limit guards the memory of parsers; here is none
        return NewsTokenizer(nlp.vocab)

    return create


def blank() -> Language:
    """A Greek pipeline with nothing in it but that tokenizer, for texts of any length.

    spaCy's own tokenizer for Greek would be filled with its exceptions first, which takes longer
    than all the rest, only to be put aside.
    """
    import spacy

    return spacy.blank("el", config={"nlp": {"tokenizer": {"@tokenizers": _TOKENIZER}}})
