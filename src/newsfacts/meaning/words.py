"""The vocabulary of meaning: for each word the part that it plays in a clause.

There is no tagger: a few hundred small words are known by name, verbs by their endings, names by their
capital, and what is left is a noun or an adjective.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsfacts.meaning.owner_words import OwnerVocabulary, split_forms
from newsfacts.meaning.several import Forms, Found, longest_first
from newsfacts.packs.forms import expand, folded_forms
from newsfacts.packs.measure_schema import Direction, Measure, MeasuresFile, Part

_REMEMBERED = 100_000
_SIGNS = {",": "comma", "(": "open", "[": "open", ")": "close", "]": "close", ":": "colon", "/": "joint"}
_DASHES, _QUOTES = frozenset("-"), frozenset('"')
_CURRENCIES = frozenset("¥$€£₩")
"""Before a number that is no amount, for it is not known of which country: `¥3,9 τρισ.`"""
_ENDINGS: tuple[Part, ...] = (
    "verb_endings", "passive_endings", "adverb_endings", "no_verb", "stressed_endings", "adverb_accents",
    "genitive_endings", "plural_endings",
)  # fmt: skip


class VerbMeasure(NamedTuple):
    """A measure that a verb says by itself, and of which kinds of quantity."""

    measure: str
    kinds: frozenset[str]


class Tag(NamedTuple):
    """The part that a word plays; `change` and `measures` where it says them by itself."""

    role: str
    change: str | None = None
    measures: tuple[VerbMeasure, ...] = ()
    exact: bool = False
    """A verb of a list, not one known by its ending alone."""


class Noun(NamedTuple):
    """What a noun measures, and the kinds of quantity that it is told in; None: no measure at all."""

    measure: str | None
    kinds: frozenset[str]
    also: "Noun | None" = None
    """Another measure that the same words name, of other kinds."""

    def of(self, kind: str, *, relative: bool) -> "Noun | None":
        """What it measures in this kind of quantity; None where it is told in others."""
        if self.measure is None or relative or kind in self.kinds:
            return self
        return self.also.of(kind, relative=relative) if self.also is not None else None


WORD = Tag("word")
NAME = Tag("name")
VERB = Tag("verb")
ADVERB = Tag("hedge")


class Words(OwnerVocabulary):
    """What the files say of words, compiled once; `tag` remembers the words that it has met."""

    def __init__(self, file: MeasuresFile) -> None:
        """From all files in use, merged."""
        tags: dict[str, Tag] = {}
        phrases: Found[Tag] = {}
        for words, tag in _tagged(file):
            if len(words) == 1:
                tags[words[0]] = _both(tags[words[0]], tag) if words[0] in tags else tag
            else:
                phrases.setdefault(words[0], []).append((words[1:], tag))
        self._tags = tags
        self.glued = {one for one, rows in phrases.items() if any(tag.role == "glue" for _, tag in rows)}
        self.phrases = longest_first(phrases)
        self.nouns = _nouns(file.measures, (*file.none, *file.owners.indexes))
        self.measured = frozenset(
            words[0] for measure in file.measures for words in split_forms(measure.nouns) if len(words) == 1
        )
        kinds = {kind for thing in file.things for kind in thing.kinds}
        self.things = {kind: _nouns([t for t in file.things if kind in t.kinds]) for kind in kinds}
        self._lists(file)
        self._flags(file.measures, file.things)
        super().__init__(file.owners)
        endings = {role: folded_forms(file.words.get(role, ())) for role in _ENDINGS}
        self.genitives, self.plurals = tuple(endings["genitive_endings"]), tuple(endings["plural_endings"])
        verbs, adverbs = endings["verb_endings"], endings["adverb_endings"]
        self._verb_endings, self._adverb_endings = tuple(verbs), tuple(adverbs)
        self.passive, self._no_verb = tuple(endings["passive_endings"]), endings["no_verb"]
        self._stressed = tuple(file.words.get("stressed_endings", ()))  # with their accents
        self.adverb_accents = tuple(file.words.get("adverb_accents", ()))
        ands = (form for short in file.words.get("and", ()) for form in expand(short))
        self._letters = {form: Tag("and") for form in ands if len(form) == 1}  # `ή` is no article
        self._met: dict[str, Tag] = {}

    def _lists(self, file: MeasuresFile) -> None:
        self.through, self.again, self.handed = map(folded_forms, (file.through, file.again, file.handed))
        self.bodies, self.numerals, self.traded = map(folded_forms, (file.bodies, file.numerals, file.traded))
        self.inserted, self.goals = folded_forms(file.inserted), folded_forms(file.goals)
        self.repriced, self.obtaining = folded_forms(file.repriced), folded_forms(file.obtaining)
        self.paces, self.paid_as = folded_forms(file.paces), folded_forms(file.paid_as)
        self.no_parts, self.developed = folded_forms(file.no_parts), folded_forms(file.developed)
        self.harm, self.dealing = folded_forms(file.harm), folded_forms(file.dealing)
        self.negated, self.courts, self.people = map(folded_forms, (file.negated, file.courts, file.people))
        self.growth, self.shares, self.analysts = map(folded_forms, (file.growth, file.shares, file.analysts))
        self.winning, self.exchange, self.gains = map(folded_forms, (file.winning, file.exchange, file.gains))
        self.guessing, self.sold, self.pieces = map(folded_forms, (file.guessing, file.sold, file.pieces))
        self.goods, self.transitive = folded_forms(file.goods), folded_forms(file.transitive)
        self.fresh = folded_forms(file.fresh)
        self.swindles, self.by_value = folded_forms(file.swindles), folded_forms(file.by_value)
        self.invested, self.magnitudes = folded_forms(file.invested), folded_forms(file.magnitudes)
        self.energetic, self.counts = folded_forms(file.energetic), folded_forms(file.counts)
        self.public_money, self.rivals = folded_forms(file.public_money), folded_forms(file.rivals)
        self.weighed, self.savings = folded_forms(file.weighed), folded_forms(file.savings)
        self.same_as, self.figures = folded_forms(file.same_as), folded_forms(file.figures)
        self.means, self.marketplaces = folded_forms(file.means), folded_forms(file.marketplaces)
        self.peaks, self.scopes, self.ranks = map(folded_forms, (file.peaks, file.scopes, file.ranks))
        self.worth, self.funded, self.units_sold = map(
            folded_forms, (file.worth, file.funded, file.units_sold)
        )

    def _flags(self, measures: Sequence[Measure], things: Sequence[Measure]) -> None:
        self.by_kind = {k: thing.measure for thing in things if not thing.nouns for k in thing.kinds}
        self.kinds: dict[str, frozenset[str]] = {}
        for one in measures:
            self.kinds[one.measure] = self.kinds.get(one.measure, frozenset()).union(one.kinds)
        self.owned = frozenset(measure.measure for measure in measures if measure.owned)
        self.of_things = frozenset(measure.measure for measure in measures if measure.of_things)
        self.accounts = frozenset(measure.measure for measure in measures if measure.accounts)
        self.going_on = frozenset(measure.measure for measure in measures if measure.going_on)
        self.received = frozenset(measure.measure for measure in measures if measure.received)

    def tag(self, word: str, norm: str) -> Tag:
        """The part that a word plays by itself."""
        known = self._met.get(word)
        if known is None:
            if len(self._met) > _REMEMBERED:
                self._met.clear()
            known = self._met[word] = self._new(word, norm)
        return known

    def _new(self, word: str, norm: str) -> Tag:
        known = self._letters.get(word.lower()) or self._tags.get(norm)
        if known is not None:
            return known
        if not norm[:1].isalnum():
            return _sign(word, norm)
        if norm[0].isdigit():
            return Tag("number")
        if word[0].isupper():
            return NAME
        if word.endswith(self._stressed):
            return WORD
        return self._by_ending(norm)

    def _by_ending(self, norm: str) -> Tag:
        """What a Greek word in small letters is by its ending: verbs hardly ever end as nouns do."""
        if len(norm) > 2 and not norm[0].isascii() and norm not in self._no_verb:
            if norm.endswith(self._verb_endings):
                return VERB
            if len(norm) > 5 and norm.endswith(self._adverb_endings):
                return ADVERB
        return WORD

    def is_verb(self, norm: str) -> bool:
        """Whether a folded Greek word ends as verbs do."""
        return self._by_ending(norm) is VERB


def _sign(word: str, norm: str) -> Tag:
    if "\n" in word:
        return Tag("end")
    role = _SIGNS.get(norm)
    if role is not None:
        return Tag(role)
    if norm in _DASHES:
        return Tag("dash")
    if norm == ".":
        return Tag("point")
    if norm in _CURRENCIES:
        return ADVERB
    return Tag("quote") if norm in _QUOTES else Tag("end")


def _both(old: Tag, new: Tag) -> Tag:
    """A word of two lists: the role of the first, and what either says by itself."""
    return old._replace(change=old.change or new.change, measures=(*old.measures, *new.measures))


def _tagged(file: MeasuresFile) -> Iterator[tuple[tuple[str, ...], Tag]]:
    for role, shorts in file.words.items():
        for words in () if role in _ENDINGS else split_forms(shorts):
            yield words, Tag(role, exact=True)
    for change, direction in (("up", file.up), ("down", file.down)):
        yield from _directed(change, direction)
    for measure in file.measures:
        says = VerbMeasure(measure.measure, frozenset(measure.only or measure.kinds))
        for words in split_forms(measure.verbs):
            yield words, Tag("verb", measures=(says,), exact=True)


def _directed(change: str, direction: Direction) -> Iterator[tuple[tuple[str, ...], Tag]]:
    lists = (
        ("verb", direction.verbs),
        ("rise", direction.nouns),
        ("rate", direction.percents),
        ("risen", direction.adjectives),
        ("more", direction.comparatives),
    )
    for role, shorts in lists:
        for words in split_forms(shorts):
            yield words, Tag(role, change, exact=True)


def _nouns(measures: Iterable[Measure], none: Iterable[str] = ()) -> Forms[Noun]:
    found: Found[Noun] = {}
    for measure in measures:
        noun = Noun(measure.measure, frozenset(measure.kinds))
        for words in split_forms(measure.nouns):
            found.setdefault(words[0], []).append((words[1:], noun))
    for words in split_forms(none):
        found.setdefault(words[0], []).append((words[1:], Noun(None, frozenset())))
    return longest_first({word: list(_once(rows)) for word, rows in found.items()})


def _once(rows: Sequence[tuple[tuple[str, ...], Noun]]) -> Iterator[tuple[tuple[str, ...], Noun]]:
    """Each form once, with all that it measures (`κουπόνι`: a grant in euros, a rate in percent)."""
    by_rest: dict[tuple[str, ...], list[Noun]] = {}
    for rest, noun in rows:
        by_rest.setdefault(rest, []).append(noun)
    for rest, nouns in by_rest.items():
        last = None
        for noun in reversed(nouns):
            last = noun._replace(also=last)
        assert last is not None
        yield rest, last
