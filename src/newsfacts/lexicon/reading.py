"""A text as the lexicon reads it: its tokens, and the known forms found in them."""

from collections.abc import Callable, Iterator
from typing import Any

from spacy.tokens import Doc, Span

from newsfacts.lazy import lazy
from newsfacts.lexicon.terms import Known, Match, Note, Term, Tokens
from newsfacts.text.fold import symbol_form
from newsfacts.text.marks import pair_marks
from newsfacts.text.sentences import Sentences
from newsfacts.text.tokens import storable


class _NormsOf(dict[int, str]):
    """The folded words of a text by their token, empty past its ends."""

    def __init__(self, keys: list[int], norms: dict[int, str]) -> None:
        super().__init__()
        self._keys, self._norms = keys, norms

    def __missing__(self, token: int) -> str:
        if not 0 <= token < len(self._keys):
            return ""
        # who asks for one word asks for many: all are filled in at once
        self.update(enumerate(map(self._norms.__getitem__, self._keys)))
        return self[token]


class _WordsOf(dict[int, str]):
    """The words of a text by their token, empty past its ends."""

    def __init__(self, text: str, starts: list[int], ends: list[int]) -> None:
        super().__init__()
        self._text, self._starts, self._ends = text, starts, ends

    def __missing__(self, token: int) -> str:
        if not 0 <= token < len(self._starts):
            return ""
        text = self._text
        self.update(enumerate([text[i:k] for i, k in zip(self._starts, self._ends, strict=True)]))
        return self[token]


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
        tokens: Tokens,
        known: Known,
        offset: int,
    ) -> None:
        """Made by `Lexicon.read`."""
        self._tokens, self._known, self.offset = tokens, known, offset
        self._beside = known.beside
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
        self.decimals: bool | None = None
        """Whether it writes decimals behind a comma; None until somebody looked."""
        self.numbers: Any = None
        """The reader of its numbers, for all who ask; None until somebody does."""
        self._forms: dict[str, dict[int, tuple[int, Any]]] = {}
        self._endings: dict[str, dict[int, tuple[int, Any]]] = {}
        # The grammars ask for words hundreds of times a sentence: a dict's own method costs no Python call.
        self.word: Callable[[int], str] = _WordsOf(text, starts, ends).__getitem__
        """The text of a token, empty past the ends."""
        self.norm: Callable[[int], str] = _NormsOf(keys, known.norms).__getitem__
        """The folded text of a token, empty past the ends."""
        self.key: Callable[[int], int] = keys.__getitem__
        """The hash of the folded text of a token."""

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.starts)

    def window(self, start: int, end: int) -> Doc | Span:
        """Tokens `start` to `end` (exclusive) without blanks, for spaCy's Matcher."""
        vocab, doc, kept = self._tokens
        if doc is None:
            words = [storable(self.word(k)) for k in range(start, min(end, len(self)))]
            spaces = [self.text[i : i + 1] == " " for i in self.ends[start:end]]
            return Doc(vocab, words=words, spaces=spaces)
        return doc[start:end] if kept is None else Doc(vocab, words=[doc[i].text for i in kept[start:end]])

    @lazy
    def sentences(self) -> Sentences:
        """The sentences of the text and the paired marks they are found by."""
        return Sentences(self.text, pair_marks(self.text), self._known.sentence_words)

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
            if category in self.rows:
                for start, end, payload in self._chosen(category):
                    forms[start] = end, payload  # of those that start at a token the longest comes last
        return forms

    def _chosen(self, category: str) -> Iterator[tuple[int, int, Any]]:
        for row in self.rows[category]:
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
            if category in self.rows:
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
