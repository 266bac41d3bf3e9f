"""What may stand in a pattern file, checked before any text is read."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field, model_validator

from newsfacts.facts import Qualifier
from newsfacts.packs.forms import check_short
from newsfacts.packs.types import Count, Entry, Factor, Forms, Number, Regex, TokenPattern


class Example(Entry):
    """A text with its facts in [brackets]; the values named must be those found. No brackets: no fact."""

    text: str
    why: str | None = None
    date: str | None = None
    facts: list[dict[str, Any]] | None = None
    values: dict[str, Any] = Field(default_factory=dict, exclude=True)


class Context(Entry):
    """spaCy Matcher patterns for the tokens right before or right after a fact."""

    before: TokenPattern | None = None
    after: TokenPattern | None = None


class Rules(Entry):
    """Where a unit makes a fact: `only_if` at least one context fits, `never_if` none may."""

    only_if: list[Context] = []
    never_if: list[Context] = []


class Unit(Rules):
    """Words and symbols of one unit; `scale` / `per` is how many of the kind's base unit it is.

    A sign of several units is `shared`: it is the unit that the text names, or of which it has a word of
    `told_by`, in its sentence or else anywhere; where it has none, or those of two, nobody knows.
    """

    unit: str | None = None
    scale: Factor = Decimal(1)
    per: Factor = Decimal(1)
    symbols: list[Forms] = []
    words: list[Forms] = []
    bare: list[Forms] = []
    shared: list[Forms] = []
    told_by: list[Forms] = []
    prefix: bool = False
    integer: Rules | None = None


class Family(Entry):
    """Units that share a noun: each with what follows the noun (`of`) or with adjectives before it.

    `bare`: the noun alone is the unit that was named in full before it.
    """

    noun: Forms
    of: dict[str, list[Forms]] = {}
    adjectives: dict[str, list[Forms]] = {}
    adjective_endings: Forms | None = None
    bare: bool = False

    @model_validator(mode="after")
    def _are_words(self) -> "Family":
        for _, short in family_words(self):
            check_short(short)
        return self


def family_words(family: Family) -> Iterator[tuple[tuple[str, str, int], str]]:
    """The words of a family's units, each with its place: the key, the unit, the row.

    >>> family = Family(noun="λίρες", of={"EGP": ["Αιγύπτου"]}, adjectives={"TRY": ["τουρκικές"]})
    >>> [(unit, word) for (_, unit, _), word in family_words(family)]
    [('EGP', 'λίρες Αιγύπτου'), ('TRY', 'τουρκικές λίρες')]
    """
    endings = family.adjective_endings or ""
    for unit, words in family.of.items():
        yield from ((("of", unit, i), f"{family.noun} {word}") for i, word in enumerate(words))
    for unit, words in family.adjectives.items():
        yield from (
            (("adjectives", unit, i), f"{word}{endings} {family.noun}") for i, word in enumerate(words)
        )


def family_units(family: Family) -> list[Unit]:
    """A family's units, each with all its words."""
    words: dict[str, list[str]] = {}
    for (_, unit, _), word in family_words(family):
        words.setdefault(unit, []).append(word)
    bare = [family.noun] if family.bare else []
    return [Unit(unit=unit, words=named, bare=bare) for unit, named in words.items()]


class ValueWord(Entry):
    """A word that holds both number and unit, such as one for `twofold`."""

    value: Number
    qualifier: Qualifier = "exact"
    words: list[Forms]


class QuantityFile(Rules):
    """A file under `quantities/`: one kind of quantity."""

    kind: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    unit: str | None = None
    description: str = ""
    signed: bool = False
    enabled: bool = True
    units: list[Unit] = []
    families: list[Family] = []
    values: list[ValueWord] = []
    off: list[Forms] = []
    examples: list[Example] = []


class NumberWord(Entry):
    """A number word; `symbols` keep their case."""

    value: Number
    words: list[Forms] = []
    symbols: list[Forms] = []


class Hedge(Entry):
    """Words that qualify a number. `gap`: how many tokens may stand before the number's article.

    `comparative` ones say nothing of an amount that is known already; with `bare` one with an article is.
    """

    qualifier: Qualifier
    before: list[Forms] = []
    inside: list[Forms] = []
    after: list[Forms] = []
    gap: Count = 0
    comparative: bool = False
    bare: bool = False


class Denied(Entry):
    """What turns a comparison round: `by` before it, a few of `over` between."""

    by: list[Forms] = []
    over: list[Forms] = []


class Ranges(Entry):
    """Words that join the two ends of a range; those in `between_and` only after one of `between`.

    `loose` ones join bare numbers only, `either` ones neighbours (5 or 6), `spread` is what lies on both
    sides; `english` ones are compared as they are written. Between `change_from` and `change_to` stand
    two amounts, after `compared` what an amount is held against, after `reached` one whose unit is said
    with that; what follows `counted_by`, or right
    after money `counted_by_one`, is what is counted by; `out_of` stands between a part and its whole.
    After one of `shared_by` two bare numbers joined by `και` have the unit that the second says.
    Right before a range or a list of bare numbers stands one of `opened_by` or a verb with one of the endings
    `opening_verbs` (folded); `opened_by_one` only before percents. After any other word the number is part
    of a name or a count. After one of `decimals_after` a blank behind a decimal comma is a slip.
    """

    to: list[Forms] = []
    loose: list[Forms] = []
    either: list[Forms] = []
    spread: list[Forms] = []
    english: list[Forms] = []
    change_from: list[Forms] = []
    compared: list[Forms] = []
    counted_by: list[Forms] = []
    counted_by_one: list[Forms] = []
    out_of: list[Forms] = []
    shared_by: list[Forms] = []
    change_to: list[Forms] = []
    reached: list[Forms] = []
    change_when: list[Forms] = []
    between: list[Forms] = []
    between_and: list[Forms] = []
    decimals_after: list[Forms] = []
    opened_by: list[Forms] = []
    opened_by_one: list[Forms] = []
    opening_verbs: list[str] = []


class NumbersFile(Entry):
    """`numbers.yaml`: number words, magnitudes, hedges and range words."""

    numbers: list[NumberWord] = []
    magnitudes: list[NumberWord] = []
    indefinite: list[NumberWord] = []
    about: list[NumberWord] = []
    fractions: list[NumberWord] = []
    singular: list[Forms] = []
    plural: list[Forms] = []
    joints: list[Forms] = []
    respectively: list[Forms] = []
    minus: list[Forms] = []
    and_half: list[Forms] = []
    decimal_comma: list[Forms] = []
    hedges: list[Hedge] = []
    denied: Denied = Denied()
    ranges: Ranges = Ranges()
    followed_by: list[Forms] = []
    counted: list[Forms] = []
    bounds: list[Forms] = []
    relatives: list[Forms] = []
    articles: list[Forms] = []
    objects: list[Forms] = []
    fillers: list[Forms] = []
    off: list[Forms] = []
    examples: list[Example] = []


__all__ = ["Entry", "Example", "Forms", "NumbersFile", "QuantityFile", "Regex"]
