"""All vocabulary of the pattern files in one tree over folded words.

One walk over a Doc finds every form that any rule knows; the grammar in Python then looks only at
the places found. spaCy's PhraseMatcher finds the same, but wants a Doc for each form and a lexeme for
each word of it, which took ten thousand forms most of the time that loading took.
"""

import re
from collections.abc import Iterable
from operator import add
from typing import Any

from spacy.attrs import IDX, IS_SPACE, LENGTH, NORM
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.vocab import Vocab

from newsfacts.lexicon.reading import Reading
from newsfacts.lexicon.terms import Beside, Choice, Groups, Known, Match, Norms, Note, Term, Tokens, word_keys
from newsfacts.packs.forms import expand
from newsfacts.text.fold import fold, fold_once, symbol_form
from newsfacts.text.runs import Columns, Runs
from newsfacts.text.sentences import SentenceWords
from newsfacts.text.tokens import pieces

__all__ = ["Choice", "Groups", "Lexicon", "Match", "Note", "Reading", "Term", "word_keys"]

_LATIN = re.compile("[A-Za-z]")
_BRACKET = re.compile("[()]")
# Words whose folded text is kept at hand; a year's news has fewer, and they take some tens of megabytes.
_REMEMBERED = 200_000


class _Node:
    """A place in the tree: what the words so far stand for, and the words that may follow."""

    __slots__ = ("following", "groups")

    def __init__(self) -> None:
        self.groups: Groups | None = None
        self.following: dict[int, _Node] = {}


class Lexicon:
    """Collects forms, then matches them: `add` and `add_symbols`, `build` once, `read` many times."""

    def __init__(self) -> None:
        """An empty lexicon."""
        self._terms: dict[str, list[Term]] = {}
        self._words_beside: dict[str, dict[str, Any]] = {}
        self._glued: set[str] = set()
        self._tree = _Node()
        self.beside: dict[str, Beside] = {}
        self.sentence_words = SentenceWords()
        self._norms: Norms | None = None
        self._runs = Runs(frozenset())

    def add(self, category: str, payload: Any, shorts: Iterable[str], *, glued: bool = False) -> None:
        """Forms compared folded. `glued`: they may follow digits with no space between."""
        term = Term(category, payload, None)
        for short in shorts:
            for form in expand(short):
                for words in _spellings(form):
                    self._add(words, term, glued)

    def add_symbols(
        self,
        category: str,
        payload: Any,
        shorts: Iterable[str],
        *,
        glued: bool = True,
        any_case: bool = True,
    ) -> None:
        """Forms that keep their case: `mW` is not `MW`.

        With `any_case` one typed all in capitals or all in small letters is still read.
        """
        for short in shorts:
            for form in expand(short):
                term = Term(category, payload, symbol_form(form), any_case)
                for words in _spellings(form):
                    self._add(words, term, glued)

    def add_beside(self, category: str, payload: Any, shorts: Iterable[str]) -> None:
        """Words of the grammar, such as articles: too many to match all, looked up beside a match only."""
        known = self._words_beside.setdefault(category, {})
        for words in (w for short in shorts for form in expand(short) for w in _spellings(form)):
            known[words] = payload

    def _add(self, words: str, term: Term, glued: bool) -> None:
        terms = self._terms.setdefault(words, [])
        if term not in terms:
            terms.append(term)
        if glued:
            self._glued.add(words.split()[0].rstrip("."))

    @property
    def glued_forms(self) -> set[str]:
        """First words (folded) of the forms that may be glued to digits, for the tokenizer."""
        return {form for form in self._glued if form[:1].isalpha()}

    def build(self) -> None:
        """Compile what was added, cutting forms as the tokenizer will cut the texts."""
        glued = frozenset(self.glued_forms)
        self._runs = Runs(glued)
        for category, listed in self._words_beside.items():
            cut = [(pieces(words, glued), payload) for words, payload in listed.items()]
            folded = [([fold(token) for token in tokens], payload) for tokens, payload in cut]
            self.beside[category] = Beside(
                max((len(tokens) for tokens, _ in folded), default=0),
                {" ".join(tokens): payload for tokens, payload in folded},
                word_keys(tokens[0] for tokens, _ in folded),
                word_keys(tokens[-1] for tokens, _ in folded),
            )
        keys: dict[str, list[int]] = {}  # the hashes of a word's tokens: words come back in many forms
        for words, terms in self._terms.items():
            node = self._tree
            for word in words.split():
                if word not in keys:
                    keys[word] = [get_string_id(fold(token)) for token in pieces(word, glued)]
                for key in keys[word]:
                    # most words of a form have a node already
                    node = node.following.get(key) or node.following.setdefault(key, _Node())
            node.groups = _grouped(terms)

    def read(self, doc: Doc, text: str | None = None, offset: int = 0) -> Reading:
        """Find all known forms in a Doc.

        `text` is the Doc's text where the caller has it at hand, `offset` where it begins in a longer one.
        """
        starts, lengths, spaces, keys = doc.to_array([IDX, LENGTH, IS_SPACE, NORM]).T.tolist()
        kept = None
        if any(spaces):
            # a run of blanks or a no-break space is a token to spaCy; to a reader it is a blank
            kept = [i for i, space in enumerate(spaces) if not space or "\n" in doc[i].text]
            if len(kept) < len(spaces):
                starts, lengths, keys = ([column[i] for i in kept] for column in (starts, lengths, keys))
        columns = starts, list(map(add, starts, lengths)), keys
        tokens = Tokens(doc.vocab, doc, kept)
        return self._reading(doc.text if text is None else text, columns, tokens, self._norms_of(doc), offset)

    def read_text(self, text: str, vocab: Vocab, offset: int = 0) -> Reading:
        """As `read` for a text of which nobody wants a Doc; the vocab is that of its contexts."""
        if len(self._runs) > _REMEMBERED:
            self._runs = Runs(self._runs.glued)
        runs = self._runs
        return self._reading(text, runs.read(text), Tokens(vocab), runs.norms, offset)

    def _reading(
        self, text: str, columns: Columns, tokens: Tokens, norms: dict[int, str], offset: int
    ) -> Reading:
        known = Known(self.beside, self.sentence_words, norms)
        return Reading(text, *columns, self._matches(columns[2]), tokens, known, offset)

    def _norms_of(self, doc: Doc) -> Norms:
        """Folded words by their NORM."""
        norms, strings = self._norms, doc.vocab.strings
        if norms is None or norms.strings is not strings or len(norms) > _REMEMBERED:
            norms = self._norms = Norms(strings)
        return norms

    def _matches(self, keys: list[int]) -> list[Match]:
        """All forms, from left to right, of those that start at one token the shorter first."""
        found: list[Match] = []
        first, size = self._tree.following, len(keys)
        for start in [i for i, key in enumerate(keys) if key in first]:
            node: _Node | None = first[keys[start]]
            end = start + 1
            while node is not None:
                if node.groups is not None:
                    found.append((start, end, node.groups))
                if end == size or not node.following:
                    break
                node = node.following.get(keys[end])
                end += 1
        return found


def _grouped(terms: list[Term]) -> Groups:
    """What a form may stand for by category; nearly all stand for one thing."""
    if len(terms) == 1:
        (term,) = terms
        return {term.category: Choice((term,), term.symbol is None)}
    groups: dict[str, list[Term]] = {}
    for term in terms:
        groups.setdefault(term.category, []).append(term)
    return {
        category: Choice(tuple(among), all(term.symbol is None for term in among))
        for category, among in groups.items()
    }


def _spellings(form: str) -> set[str]:
    """The foldings of a form: as written and, where it holds Latin letters, in capitals and in small ones."""
    # a bracket is a token of its own, and what stands in it is folded as it will be in a text
    words = (_BRACKET.sub(r" \g<0> ", form) if "(" in form or ")" in form else form).split()
    plain = " ".join(map(_folded, words))
    if not _LATIN.search(form):
        return {plain}
    return {plain, " ".join(_folded(w.upper()) for w in words), " ".join(_folded(w.lower()) for w in words)}


def _folded(word: str) -> str:
    """A word folded as its tokens will be: of `HK$` the letters alone, which may be Greek capitals then."""
    if "$" not in word or len(word) == 1:
        return fold_once(word)
    return "$".join(fold(part) for part in word.split("$"))
