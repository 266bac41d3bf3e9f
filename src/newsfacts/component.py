"""The spaCy component: patterns in, facts on the Doc out."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import srsly
from spacy.attrs import NORM
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from newsfacts.dates.dates import DateExtractor
from newsfacts.dates.files import date_grammar
from newsfacts.extensions import as_day, packable, register_extensions
from newsfacts.extractor import Extractor
from newsfacts.facts import AnyFact
from newsfacts.lexicon.lexicon import Lexicon, Reading
from newsfacts.meaning.meaning import read_meaning
from newsfacts.packs.check import Patterns, check_files
from newsfacts.packs.date_schema import DatesFile
from newsfacts.packs.find import PatternFile, packs_from_environment, read_packs
from newsfacts.packs.read import PatternError
from newsfacts.packs.schema import NumbersFile
from newsfacts.plain_facts import placed
from newsfacts.quantities.quantities import QuantityExtractor
from newsfacts.quotes.files import quote_extractor
from newsfacts.text.fold import fold
from newsfacts.text.plain import plain_text
from newsfacts.text.tokens import NewsTokenizer

_STATE = "newsfacts.msgpack"


class NewsFacts:
    """Finds the facts of a Doc and sets them as annotations.

    `doc._.newsfacts` holds the facts as plain rows, `doc.spans[kind]` their spans, widened to
    whole tokens. The reference date is read from `doc._.reference_date` (a date, or ISO 8601).
    """

    def __init__(
        self,
        vocab: Vocab,
        files: Sequence[PatternFile],
        kinds: Sequence[str] = (),
        set_ents: bool = False,
        *,
        missing: PatternError | None = None,
    ) -> None:
        """Compile pattern files. Raises PatternError for the first that is wrong.

        With `missing`, that error is raised at the first use, unless saved patterns are loaded first.
        """
        register_extensions()
        self.vocab, self.kinds, self.set_ents = vocab, tuple(kinds), set_ents
        self._missing = missing
        self.tokenizer = NewsTokenizer(vocab)
        self.use(files)

    def use(self, files: Sequence[PatternFile]) -> None:
        """Compile and use these pattern files instead of those in use."""
        _fold_norms(self.vocab)
        patterns = check_files(files)
        quantities = QuantityExtractor([patterns.merged(NumbersFile)], patterns.quantities(), self.vocab)
        dates = DateExtractor(patterns.merged(DatesFile), date_grammar(patterns))
        quotes = quote_extractor(patterns)
        extractors: dict[str, Extractor] = {"quantity": quantities, "date": dates, "quote": quotes}
        lexicon = Lexicon()
        for extractor in extractors.values():
            extractor.register(lexicon)
        self.known_kinds = (*quantities.kinds, "date", "duration", "quote")
        unknown = [kind for kind in self.kinds if kind not in self.known_kinds]
        if unknown and self._missing is None:
            raise PatternError(
                "", None, "", f"unknown kind `{unknown[0]}`: choose from {', '.join(self.known_kinds)}"
            )
        self.patterns: Patterns = patterns
        self.lexicon = lexicon
        self._datelines = dates
        self._extractors = self._wanted(extractors, quantities.kinds)
        self.meaning = read_meaning(patterns)
        # what an amount is about is read past the dates beside it, whether or not they are wanted
        self._dates = dates if quantities in self._extractors and dates not in self._extractors else None
        self.tokenizer.use(lexicon.glued_forms)
        lexicon.build()

    def _wanted(self, extractors: dict[str, Extractor], quantities: Sequence[str]) -> list[Extractor]:
        if not self.kinds:
            return list(extractors.values())
        wanted = set(self.kinds)
        dates = {"date", "duration"}
        # no date stands in a quantity: who wants dates wants those to be found
        serves = {"quantity": {*quantities, *dates}, "date": dates, "quote": {"quote"}}
        return [extractor for name, extractor in extractors.items() if serves[name] & wanted]

    # -- finding and writing ------------------------------------------------------------------

    def __call__(self, doc: Doc) -> Doc:
        """Find the facts of a Doc and set them on it."""
        given = self.tokenizer.pop_text(doc)
        plain = plain_text(doc.text if given is None else given)
        read = doc if plain.text is plain.given else self.tokenizer(plain.text)
        facts = self.find(read, as_day(doc._.reference_date), text=plain.text)
        self.set_annotations(doc, (placed(fact, plain) for fact in facts))
        return doc

    def find(
        self, doc: Doc, reference_date: date | str | None = None, *, text: str | None = None, offset: int = 0
    ) -> list[AnyFact]:
        """The facts of a Doc of plain text (see `plain_text`) in order of place; the Doc is left as it is.

        `text` is the Doc's text where it differs from what the tokenizer was given; `offset` is where
        it begins in a longer one, whose offsets the facts then have.
        """
        given = self.tokenizer.pop_text(doc)
        return self.find_in(self.lexicon.read(doc, given if text is None else text, offset), reference_date)

    def find_in(self, reading: Reading, reference_date: date | str | None = None) -> list[AnyFact]:
        """The facts of a plain text that was read by this component's lexicon, in order of place."""
        if self._missing is not None:
            raise self._missing
        day = as_day(reference_date)
        facts: list[AnyFact] = []
        for extractor in self._extractors:
            # marks with nothing between them hold no words of anybody
            facts += [fact for fact in extractor.find(reading, day, facts) if fact.text]
        if self.kinds and not any(fact.kind in self.kinds for fact in facts):
            return []
        if self._dates is not None:
            facts += self._dates.find(reading, day, facts)
        facts = self.meaning.told(reading, facts)
        if self.kinds:
            facts = [fact for fact in facts if fact.kind in self.kinds]
        if len(facts) > 1:
            facts.sort(key=lambda f: (f.start_char, -f.end_char, f.kind))
        return facts

    def dateline(self, reading: Reading) -> date | None:
        """The day on which a plain text says that it was written; None where no line of it says so."""
        return self._datelines.dateline(reading)

    def set_annotations(self, doc: Doc, facts: Iterable[AnyFact]) -> None:
        """Write facts to `doc._.newsfacts` and `doc.spans`, and to `doc.ents` where asked for."""
        facts = list(facts)
        doc._.newsfacts = [packable(fact.to_dict()) for fact in facts]
        if doc.spans:
            for kind in self.known_kinds:  # of an earlier time
                doc.spans.pop(kind, None)
        spans: dict[str, list[Span]] = {}
        for fact in facts:
            span = doc.char_span(fact.start_char, fact.end_char, label=fact.kind, alignment_mode="expand")
            if span is not None:
                spans.setdefault(fact.kind, []).append(span)
        for kind, group in spans.items():
            doc.spans[kind] = group
        if self.set_ents:
            quantities = [s for kind, group in spans.items() if kind != "quote" for s in group]
            doc.set_ents(filter_spans([*doc.ents, *quantities]))

    # -- serialisation ------------------------------------------------------------------------

    def to_bytes(self, **_: Any) -> bytes:
        """The pattern files in use. Raises PatternError where some of them are missing.

        The settings are those of the pipeline's config, which spaCy saves and loads.
        """
        if self._missing is not None:
            raise self._missing
        state: bytes = srsly.msgpack_dumps({"files": [list(file) for file in self.patterns.files]})
        return state

    def from_bytes(self, data: bytes, **_: Any) -> "NewsFacts":
        """Use the pattern files that `to_bytes` gave."""
        files = [PatternFile(*row) for row in srsly.msgpack_loads(data)["files"]]
        missing, self._missing = self._missing, None
        if missing is not None or files != list(self.patterns.files):
            self.use(files)
        return self

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """As `to_bytes`, into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _STATE).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, **_: Any) -> "NewsFacts":
        """As `from_bytes`, from a folder."""
        return self.from_bytes((Path(path) / _STATE).read_bytes())

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickles carry the pattern files and are compiled again where they are opened.

        The tokenizer is in the pickle of its pipeline too, and stays the same one.
        """
        make = partial(NewsFacts, missing=self._missing)
        settings = self.vocab, self.patterns.files, self.kinds, self.set_ents
        return make, settings, {"tokenizer": self.tokenizer}


def make_component(
    nlp: Language, name: str, patterns: Sequence[str], kinds: Sequence[str], set_ents: bool
) -> NewsFacts:
    """The component for a pipeline, whose tokenizer gets the rules that the patterns need."""
    missing = None
    try:
        files = read_packs([*packs_from_environment(), *(Path(p) for p in patterns)])
    except PatternError as error:
        if not patterns:
            raise
        # a pipeline being loaded brings its patterns along and needs the folders no more
        files, missing = read_packs(), error
    component = NewsFacts(nlp.vocab, files, kinds, set_ents, missing=missing)
    nlp.tokenizer = component.tokenizer
    return component


def _fold_norms(vocab: Vocab) -> None:
    """Make NORM the folded form, for words to come and for those already met."""
    vocab.lex_attr_getters[NORM] = fold  # type: ignore[attr-defined]
    for lexeme in vocab:
        lexeme.norm_ = fold(lexeme.text)
