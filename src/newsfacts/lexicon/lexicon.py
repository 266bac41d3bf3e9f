"""All vocabulary of the pattern files in one tree over folded words.

One walk over a Doc finds every form that any rule knows; the grammar in Python then looks only at
the places found. spaCy's PhraseMatcher finds the same, but wants a Doc for each form and a lexeme for
each word of it, which took ten thousand forms most of the time that loading took.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from functools import cached_property, lru_cache
from operator import add
from typing import Any, NamedTuple

from spacy.attrs import IDX, IS_SPACE, LENGTH, NORM
from spacy.strings import StringStore, get_string_id
from spacy.tokens import Doc, Span

from newsfacts.packs.forms import expand
from newsfacts.text.fold import fold, symbol_form
from newsfacts.text.marks import pair_marks
from newsfacts.text.sentences import Sentences
from newsfacts.text.tokens import pieces

_LATIN = re.compile("[A-Za-z]")
_BRACKET = re.compile("[()]")
# Folded words whose text is kept at hand; a year's news has fewer, and they take some 20 MB.
_REMEMBERED = 200_000


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


class _Node:
    """A place in the tree: what the words so far stand for, and the words that may follow."""

    __slots__ = ("following", "groups")

    def __init__(self) -> None:
        self.groups: Groups | None = None
        self.following: dict[int, _Node] = {}


class _Beside(NamedTuple):
    """The words of one category that are looked up beside a match; `longest` counts their tokens.

    `firsts` and `lasts` are the hashes of the words that they begin and end with.
    """

    longest: int
    known: dict[str, Any]
    firsts: frozenset[int]
    lasts: frozenset[int]


class _Norms(dict[int, str]):
    """Folded words by their NORM, the hash that a Doc holds, so that each is decoded once."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self.strings = strings

    def __missing__(self, key: int) -> str:
        norm = self[key] = self.strings[key]
        return norm


class _NormsOf(dict[int, str]):
    """The folded words of a text by their token, empty past its ends."""

    def __init__(self, keys: list[int], norms: _Norms) -> None:
        super().__init__()
        self._keys, self._norms = keys, norms

    def __missing__(self, token: int) -> str:
        if not 0 <= token < len(self._keys):
            return ""
        norm = self[token] = self._norms[self._keys[token]]
        return norm


class _WordsOf(dict[int, str]):
    """The words of a text by their token, empty past its ends."""

    def __init__(self, text: str, starts: list[int], ends: list[int]) -> None:
        super().__init__()
        self._text, self._starts, self._ends = text, starts, ends

    def __missing__(self, token: int) -> str:
        if not 0 <= token < len(self._starts):
            return ""
        word = self[token] = self._text[self._starts[token] : self._ends[token]]
        return word


class Lexicon:
    """Collects forms, then matches them: `add` and `add_symbols`, `build` once, `read` many times."""

    def __init__(self) -> None:
        """An empty lexicon."""
        self._terms: dict[str, list[Term]] = {}
        self._words_beside: dict[str, dict[str, Any]] = {}
        self._glued: set[str] = set()
        self._tree = _Node()
        self.beside: dict[str, _Beside] = {}
        self.sentence_words: tuple[frozenset[str], frozenset[str], frozenset[str]] = (frozenset(),) * 3
        self._norms: _Norms | None = None

    def add(self, category: str, payload: Any, shorts: Iterable[str], *, glued: bool = False) -> None:
        """Forms compared folded. `glued`: they may follow digits with no space between."""
        for short in shorts:
            for form in expand(short):
                for words in _spellings(form):
                    self._add(words, Term(category, payload, None), glued)

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
                for words in _spellings(form):
                    self._add(words, Term(category, payload, symbol_form(form), any_case), glued)

    def add_beside(self, category: str, payload: Any, shorts: Iterable[str]) -> None:
        """Words of the grammar, such as articles: too many to match all, looked up beside a match only."""
        known = self._words_beside.setdefault(category, {})
        for words in (w for short in shorts for form in expand(short) for w in _spellings(form)):
            known[words] = payload

    def set_sentence_words(
        self, abbreviations: frozenset[str], titles: frozenset[str], starters: frozenset[str]
    ) -> None:
        """Words (folded, without full stop) that tell where sentences end, as `Sentences` takes them."""
        self.sentence_words = abbreviations, titles, starters

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
        for category, listed in self._words_beside.items():
            cut = [(pieces(words, glued), payload) for words, payload in listed.items()]
            folded = [([fold(token) for token in tokens], payload) for tokens, payload in cut]
            self.beside[category] = _Beside(
                max((len(tokens) for tokens, _ in folded), default=0),
                {" ".join(tokens): payload for tokens, payload in folded},
                word_keys(tokens[0] for tokens, _ in folded),
                word_keys(tokens[-1] for tokens, _ in folded),
            )
        keys: dict[str, list[int]] = {}  # the hashes of a word's tokens: words come back in many forms
        for words, terms in self._terms.items():
            groups: Groups = {}
            for category in dict.fromkeys(term.category for term in terms):
                among = tuple(term for term in terms if term.category == category)
                groups[category] = Choice(among, all(term.symbol is None for term in among))
            node = self._tree
            for word in words.split():
                if word not in keys:
                    keys[word] = [get_string_id(fold(token)) for token in pieces(word, glued)]
                for key in keys[word]:
                    node = node.following.setdefault(key, _Node())
            node.groups = groups

    def read(self, doc: Doc, text: str | None = None, offset: int = 0) -> "Reading":
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
        return Reading(
            doc.text if text is None else text,
            starts,
            list(map(add, starts, lengths)),
            keys,
            self._matches(keys),
            _Tokens(doc, kept),
            self,
            offset,
        )

    def norms_of(self, doc: Doc) -> _Norms:
        """Folded words by their NORM."""
        norms, strings = self._norms, doc.vocab.strings
        if norms is None or norms.strings is not strings or len(norms) > _REMEMBERED:
            norms = self._norms = _Norms(strings)
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


class _Tokens(NamedTuple):
    """The Doc of a reading, and which of its tokens are read where some are blanks."""

    doc: Doc
    kept: list[int] | None


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    """A word folded; the same ones come back in many forms."""
    return fold(word)


def _spellings(form: str) -> set[str]:
    """The foldings of a form: as written and, where it holds Latin letters, in capitals and in small ones."""
    # a bracket is a token of its own, and what stands in it is folded as it will be in a text
    words = _BRACKET.sub(r" \g<0> ", form).split()
    plain = " ".join(map(_folded, words))
    if not _LATIN.search(form):
        return {plain}
    return {plain, " ".join(fold(w.upper()) for w in words), " ".join(fold(w.lower()) for w in words)}


def word_keys(words: Iterable[str]) -> frozenset[int]:
    """Folded words as the hashes that a Doc holds."""
    return frozenset(map(get_string_id, words))


class Reading:
    """A Doc's tokens with the known forms found in them.

    Blanks are no tokens here. `starts` and `ends` are offsets in `text`, which may be a piece of a
    longer one and begin at `offset` there.
    """

    def __init__(
        self,
        text: str,
        starts: list[int],
        ends: list[int],
        keys: list[int],
        matches: list[Match],
        tokens: _Tokens,
        lexicon: Lexicon,
        offset: int,
    ) -> None:
        """Made by `Lexicon.read`."""
        self._tokens, self._lexicon, self.offset = tokens, lexicon, offset
        self._beside = lexicon.beside
        self.text, self.starts, self.ends, self._keys = text, starts, ends, keys
        self.matches = matches
        self.rows: dict[str, list[int]] = {}
        """Which matches may stand for a category."""
        for row, match in enumerate(matches):
            for category in match[2]:
                self.rows.setdefault(category, []).append(row)
        self.notes: list[Note] | None = None
        """What is noted while it is read; None where nobody asks."""
        self.english: bool | None = None
        """Whether its numbers are written the English way; None until somebody looked."""
        self._forms: dict[str, dict[int, tuple[int, Any]]] = {}
        self._endings: dict[str, dict[int, tuple[int, Any]]] = {}
        # The grammars ask for words hundreds of times a sentence: a dict's own method costs no Python call.
        self.word: Callable[[int], str] = _WordsOf(text, starts, ends).__getitem__
        """The text of a token, empty past the ends."""
        self.norm: Callable[[int], str] = _NormsOf(keys, lexicon.norms_of(tokens.doc)).__getitem__
        """The folded text of a token, empty past the ends."""
        self.key: Callable[[int], int] = keys.__getitem__
        """The hash of the folded text of a token."""

    @cached_property
    def heads(self) -> Set[int]:
        """The tokens at which forms start."""
        return {start for start, _, _ in self.matches}

    @cached_property
    def tails(self) -> Set[int]:
        """The tokens before which forms end."""
        return {end for _, end, _ in self.matches}

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.starts)

    def window(self, start: int, end: int) -> Doc | Span:
        """Tokens `start` to `end` (exclusive) without blanks, for spaCy's Matcher."""
        doc, kept = self._tokens
        return (
            doc[start:end] if kept is None else Doc(doc.vocab, words=[doc[i].text for i in kept[start:end]])
        )

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences of the text and the paired marks they are found by."""
        return Sentences(self.text, pair_marks(self.text), *self._lexicon.sentence_words)

    def note(self, *note: Any, **named: Any) -> None:
        """Keep a `Note` where somebody asked for them."""
        if self.notes is not None:
            self.notes.append(Note(*note, **named))

    def holds(self, words: frozenset[int]) -> bool:
        """Whether any of these words (folded, as `word_keys` gives them) stands in the text."""
        return not words.isdisjoint(self._keys)

    def span(self, start: int, end: int) -> str:
        """The text of tokens `start` to `end` (exclusive)."""
        return self.text[self.starts[start] : self.ends[end - 1]] if end > start else ""

    def glued(self, token: int) -> bool:
        """Whether no blank stands between this token and the one before."""
        return 0 < token < len(self.starts) and self.starts[token] == self.ends[token - 1]

    def starting(self, token: int, category: str) -> tuple[int, Any] | None:
        """The longest form of a category that starts at a token: its end and what it stands for."""
        beside = self._beside.get(category)
        if beside is not None:
            longest, known, firsts, _ = beside
            if not 0 <= token < len(self._keys) or self._keys[token] not in firsts:
                return None
            for end in range(min(token + longest, len(self._keys)), token, -1):
                if (words := " ".join(map(self.norm, range(token, end)))) in known:
                    return end, known[words]
            return None
        return self.forms(category).get(token)

    def forms(self, category: str) -> dict[int, tuple[int, Any]]:
        """The longest form of a category at each token that one starts at: its end and what it stands for."""
        forms = self._forms.get(category)
        if forms is None:
            forms = self._forms[category] = {}
            for start, end, payload in self._chosen(category):
                forms[start] = end, payload  # of those that start at a token the longest comes last
        return forms

    def _chosen(self, category: str) -> Iterator[tuple[int, int, Any]]:
        for row in self.rows.get(category, ()):
            start, end, groups = self.matches[row]
            terms, plain = groups[category]
            payload = terms[-1].payload if plain else self._case(start, end, terms)
            if payload is not None:
                yield start, end, payload

    def ending(self, token: int, category: str) -> tuple[int, Any] | None:
        """The longest form of a category that ends before token `token`: its start and payload."""
        beside = self._beside.get(category)
        if beside is not None:
            longest, known, _, lasts = beside
            if not 0 < token <= len(self._keys) or self._keys[token - 1] not in lasts:
                return None
            for start in range(max(token - longest, 0), token):
                if (words := " ".join(map(self.norm, range(start, token)))) in known:
                    return start, known[words]
            return None
        endings = self._endings.get(category)
        if endings is None:
            endings = self._endings[category] = {}
            for start, end, payload in self._chosen(category):
                endings.setdefault(end, (start, payload))  # the longest comes first
        return endings.get(token)

    def found(self, category: str) -> Iterator[tuple[int, int, Any]]:
        """All forms of a category, from left to right; of those that overlap only the longest, leftmost."""
        last = 0
        for start, (end, payload) in self.forms(category).items():
            if start >= last:
                last = end
                yield start, end, payload

    def _case(self, start: int, end: int, terms: tuple[Term, ...]) -> Any:
        """What a form stands for here: an exact symbol, else a word, else a symbol in another case."""
        written = symbol_form(self.span(start, end))
        for term in reversed(terms):
            if term.symbol is not None and term.symbol == written:
                return term.payload
        for term in reversed(terms):
            if term.symbol is None:
                return term.payload
        return _other_case(written, terms)


def _other_case(written: str, terms: tuple[Term, ...]) -> Any:
    """A symbol typed all in capitals or all in small letters is the first one listed; in mixed case none."""
    if written.isupper() or written.islower():
        return next((term.payload for term in terms if term.any_case), None)
    return None
