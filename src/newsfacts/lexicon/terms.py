"""What a lexicon holds and finds, all plain values."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from spacy.strings import StringStore, get_string_id
from spacy.tokens import Doc
from spacy.vocab import Vocab

from newsfacts.text.sentences import SentenceWords


class Term(NamedTuple):
    """What a form stands for: `symbol` is set where the case of the letters matters."""

    category: str
    payload: Any
    symbol: str | None
    any_case: bool = True


class Choice(NamedTuple):
    """What a form may stand for in one category; `plain` where the case of its letters never matters."""

    terms: tuple[Term, ...]
    plain: bool


Groups = dict[str, Choice]
Match = tuple[int, int, Groups]
"""A form found: its first token, the token after it, and by category what it may stand for."""


class Note(NamedTuple):
    """What happened at some tokens while a text was read, for those who ask why.

    `what` says it, `origin` is the FILE:LINE that made it so, empty where none did. `dropped` where it kept
    something from being a fact; else it is the rule by which a fact was read.
    """

    start: int
    end: int
    kind: str
    what: str
    origin: str = ""
    dropped: bool = True


class Beside(NamedTuple):
    """The words of one category that are looked up beside a match; `longest` counts their tokens.

    `firsts` and `lasts` are the hashes of the words that they begin and end with.
    """

    longest: int
    known: dict[str, Any]
    firsts: frozenset[int]
    lasts: frozenset[int]


class Norms(dict[int, str]):
    """Folded words by their NORM, the hash that a Doc holds, so that each is decoded once."""

    def __init__(self, strings: StringStore) -> None:
        """`strings` are those of a vocab."""
        super().__init__()
        self.strings = strings

    def __missing__(self, key: int) -> str:
        """Decode a word that is asked for the first time."""
        norm = self[key] = self.strings[key]
        return norm


class Tokens(NamedTuple):
    """The Doc of a reading where it has one, and which of its tokens are read where some are blanks."""

    vocab: Vocab
    doc: Doc | None = None
    kept: list[int] | None = None


class Known(NamedTuple):
    """What a reading asks its lexicon for: words looked up beside a match, and words that end no sentence."""

    beside: dict[str, Beside]
    sentence_words: SentenceWords
    norms: dict[int, str]


def word_keys(words: Iterable[str]) -> frozenset[int]:
    """Folded words as the hashes that a Doc holds."""
    return frozenset(map(get_string_id, words))
