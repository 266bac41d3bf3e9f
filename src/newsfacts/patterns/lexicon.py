"""All vocabulary of the pattern files in one PhraseMatcher over folded forms.

One pass over a Doc finds every word that any rule knows, at C speed; the grammar in Python then
looks only at the places found.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from spacy.attrs import IDX, IS_SPACE, LENGTH
from spacy.matcher import PhraseMatcher
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from newsfacts.patterns.forms import expand
from newsfacts.text.fold import fold, symbol_form

Groups = dict[str, tuple[Any, ...]]

# The longest form that is looked up beside a match, in words.
_MOST_WORDS = 3
_LATIN = re.compile("[A-Za-z]")
# Words of letters alone are cut at blanks by any tokenizer.
_ONLY_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")


class Term(NamedTuple):
    """What a form stands for: `symbol` is set where the case of the letters matters."""

    category: str
    payload: Any
    symbol: str | None
    any_case: bool = True


class Lexicon:
    """Collects forms, then matches them: `add` and `add_symbols`, `build` once, `read` many times."""

    def __init__(self) -> None:
        """An empty lexicon."""
        self._terms: dict[str, list[Term]] = {}
        self._beside: dict[str, dict[str, Any]] = {}
        self._glued: set[str] = set()
        self._groups: dict[int, Groups] = {}
        self._matcher: PhraseMatcher | None = None

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
        known = self._beside.setdefault(category, {})
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

    def __len__(self) -> int:
        """How many folded forms are known."""
        return sum(1 for terms in self._terms.values() if terms)

    def build(self, vocab: Vocab, tokenizer: Tokenizer) -> None:
        """Compile what was added, cutting forms by the tokenizer that will cut the texts."""
        self._beside = {
            category: {
                " ".join(t.norm_ for t in tokenizer(words)): payload for words, payload in known.items()
            }
            for category, known in self._beside.items()
        }
        self._matcher = PhraseMatcher(vocab, attr="NORM")
        for words, terms in self._terms.items():
            if not terms:
                continue
            groups: dict[str, list[Term]] = {}
            for term in terms:
                groups.setdefault(term.category, []).append(term)
            plain = _ONLY_WORDS.fullmatch(words)
            self._matcher.add(words, [Doc(vocab, words=words.split()) if plain else tokenizer(words)])
            self._groups[vocab.strings[words]] = {c: tuple(ts) for c, ts in groups.items()}

    def read(self, doc: Doc, text: str | None = None) -> "Reading":
        """Find all known forms in a Doc; `text` is the Doc's text where the caller has it at hand."""
        assert self._matcher is not None, "build() comes first"
        table = doc.to_array([IDX, LENGTH, IS_SPACE])
        spaces = table[:, 2]
        seen = doc
        if spaces.any():
            # a run of blanks or a no-break space is a token to spaCy; to a reader it is a blank
            breaks = [not s or "\n" in doc[i].text for i, s in enumerate(spaces.tolist())]
            if not all(breaks):
                kept = [i for i, keep in enumerate(breaks) if keep]
                table = table[kept]
                seen = Doc(doc.vocab, words=[doc[i].text for i in kept])
        starts = table[:, 0].tolist()
        ends = (table[:, 0] + table[:, 1]).tolist()
        groups = self._groups
        matches = [(s, e, groups[key]) for key, s, e in self._matcher(seen)]
        return Reading(doc.text if text is None else text, seen, starts, ends, matches, self._beside)


def _norms(tokens: Iterable[Token]) -> str:
    return " ".join(token.norm_ for token in tokens)


def _spellings(form: str) -> set[str]:
    """The foldings of a form: as written and, where it holds Latin letters, in capitals and in small ones."""
    words = form.split()
    plain = " ".join(map(fold, words))
    if not _LATIN.search(form):
        return {plain}
    return {plain, " ".join(fold(w.upper()) for w in words), " ".join(fold(w.lower()) for w in words)}


class Reading:
    """A Doc's tokens with the known forms found in them.

    Token numbers are those of `doc`, which holds no blanks; `starts` and `ends` are offsets of the
    tokens in `text`.
    """

    __slots__ = ("_beside", "_by_end", "_by_start", "doc", "ends", "matches", "starts", "text")

    def __init__(
        self,
        text: str,
        doc: Doc,
        starts: list[int],
        ends: list[int],
        matches: list[tuple[int, int, Groups]],
        beside: dict[str, dict[str, Any]],
    ) -> None:
        """Made by `Lexicon.read`."""
        self._beside = beside
        self.text, self.doc, self.starts, self.ends = text, doc, starts, ends
        self.matches = matches
        self._by_start: dict[int, list[tuple[int, Groups]]] | None = None
        self._by_end: dict[int, list[tuple[int, Groups]]] | None = None

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.starts)

    def _index(self) -> None:
        by_start: dict[int, list[tuple[int, Groups]]] = {}
        by_end: dict[int, list[tuple[int, Groups]]] = {}
        for start, end, groups in self.matches:
            by_start.setdefault(start, []).append((end, groups))
            by_end.setdefault(end, []).append((start, groups))
        self._by_start, self._by_end = by_start, by_end

    def word(self, token: int) -> str:
        """The text of a token."""
        return self.text[self.starts[token] : self.ends[token]]

    def norm(self, token: int) -> str:
        """The folded text of a token."""
        return str(self.doc[token].norm_)

    def span(self, start: int, end: int) -> str:
        """The text of tokens `start` to `end` (exclusive)."""
        return self.text[self.starts[start] : self.ends[end - 1]] if end > start else ""

    def glued(self, token: int) -> bool:
        """Whether no blank stands between this token and the one before."""
        return token > 0 and self.starts[token] == self.ends[token - 1]

    def starting(self, token: int, category: str) -> tuple[int, Any] | None:
        """The longest form of a category that starts at a token: its end and what it stands for."""
        if category in self._beside:
            known = self._beside[category]
            for end in range(min(token + _MOST_WORDS, len(self.starts)), token, -1):
                if (words := _norms(self.doc[token:end])) in known:
                    return end, known[words]
            return None
        if self._by_start is None:
            self._index()
        best: tuple[int, Any] | None = None
        for end, groups in self._by_start.get(token, ()):  # type: ignore[union-attr]
            if category in groups and (best is None or end > best[0]):
                payload = self.chosen(token, end, groups[category])
                if payload is not None:
                    best = end, payload
        return best

    def ending(self, token: int, category: str) -> tuple[int, Any] | None:
        """The longest form of a category that ends before token `token`: its start and payload."""
        if category in self._beside:
            known = self._beside[category]
            for start in range(max(token - _MOST_WORDS, 0), token):
                if (words := _norms(self.doc[start:token])) in known:
                    return start, known[words]
            return None
        if self._by_end is None:
            self._index()
        best: tuple[int, Any] | None = None
        for start, groups in self._by_end.get(token, ()):  # type: ignore[union-attr]
            if category in groups and (best is None or start < best[0]):
                payload = self.chosen(start, token, groups[category])
                if payload is not None:
                    best = start, payload
        return best

    def found(self, category: str) -> Iterator[tuple[int, int, Any]]:
        """All forms of a category, from left to right; of those that overlap only the longest, leftmost."""
        hits = [(s, e, g[category]) for s, e, g in self.matches if category in g]
        hits.sort(key=lambda hit: (hit[0], -hit[1]))
        last = 0
        for start, end, terms in hits:
            if start >= last:
                payload = self.chosen(start, end, terms)
                if payload is not None:
                    last = end
                    yield start, end, payload

    def chosen(self, start: int, end: int, terms: tuple[Term, ...]) -> Any:
        """What a form stands for here: an exact symbol, else a word, else a symbol in another case."""
        if all(term.symbol is None for term in terms):
            return terms[-1].payload
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
