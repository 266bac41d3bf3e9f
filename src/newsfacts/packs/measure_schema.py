"""What may stand in a file called `measures.yaml`: what quantities are about."""

from typing import Literal

from newsfacts.packs.owner_schema import OwnerWords
from newsfacts.packs.schema import Entry, Example, Forms

Part = Literal[
    "subject", "neuter", "object", "genitive", "in", "from", "with", "by", "for", "versus", "prep", "break",
    "thereof", "relative", "and", "particle", "hedge", "times", "mark", "sum", "size", "dimension", "per",
    "unit", "each", "copula", "level", "show", "verb", "company", "glue", "rest", "adds", "wipes", "next",
    "time", "verb_endings", "passive_endings", "adverb_endings", "no_verb", "stressed_endings",
    "adverb_accents", "genitive_endings", "plural_endings",
]  # fmt: skip
"""The parts that small words play; an article is named by the case it says."""


class Measure(Entry):
    """One measure: the nouns and verbs that say it, and the kinds of quantity that it is told in.

    A verb says it of the kinds in `only`; where that is empty, of those in `kinds`. What is `owned`
    belongs to the company spoken of where the sentence names none; what is `of_things`, to nobody then.
    What is of `accounts` belongs to the only company of a text, wherever it is named; what is `received`, to
    who gets it; what is `going_on` where its sentence names nobody, to who acted right before.
    """

    measure: str
    kinds: list[str] = []
    nouns: list[Forms] = []
    verbs: list[Forms] = []
    only: list[str] = []
    owned: bool = False
    of_things: bool = False
    accounts: bool = False
    received: bool = False
    going_on: bool = False


class Direction(Entry):
    """Words that say that something rose, or that it fell; `percents` say it of percents only."""

    verbs: list[Forms] = []
    nouns: list[Forms] = []
    percents: list[Forms] = []
    adjectives: list[Forms] = []
    comparatives: list[Forms] = []


class MeasuresFile(Entry):
    """A `measures.yaml`; files add up, and `off` switches forms of earlier ones off.

    How much more is `sold` of one of the `pieces` is a count and no measure, unless it is told
    `by_value`. People who lose money beside `swindles` are robbed of it, `goods` are traded by their
    names. What rises of a noun that is a yield too is one where anything `invested` is named beside it;
    what is made is power beside `energetic` words. Beside the price of a share, or a word of an
    `exchange`, what was `traded` is no measure; `gains` in percents are of its share; what is `handed`
    out on each of the `shares` is a dividend. What `courts` tell somebody to pay is no price. What
    `analysts` are `guessing` is what was told of last. One of `counts` stands for what is counted before
    it, one of `peaks` for what was never as high or low; `scopes` and `ranks` are not measured. What a
    company is `worth` is its valuation; what is `funded` by `public_money` is a grant. What is `inserted`
    behind a noun begins no clause; `goals` are those of what was told before, losses by `harm` are
    damage; `dealing` in anything dear is a deal; behind `paid_as` is what is paid; in percents `no_parts`
    are no share. What is `developed` rises in percents only, of what is `repriced` it is the price; those
    who are `obtaining` public money have a grant; `paces` are those of what rises. Sales beside a number
    of `units_sold` are no revenue; so many times one of `rivals` is no rise. What is `weighed` has a
    price; `savings` of money are no fall, `means` are those of what was told before, `marketplaces` have
    a size; `transitive` verbs move what stands behind their amount; `fresh` only describes a name; `figures`
    that are `same_as` others are what was told before.
    """

    description: str = ""
    measures: list[Measure] = []
    things: list[Measure] = []
    none: list[Forms] = []
    through: list[Forms] = []
    bodies: list[Forms] = []
    magnitudes: list[Forms] = []
    people: list[Forms] = []
    winning: list[Forms] = []
    negated: list[Forms] = []
    inserted: list[Forms] = []
    goals: list[Forms] = []
    harm: list[Forms] = []
    developed: list[Forms] = []
    paces: list[Forms] = []
    repriced: list[Forms] = []
    obtaining: list[Forms] = []
    no_parts: list[Forms] = []
    dealing: list[Forms] = []
    paid_as: list[Forms] = []
    swindles: list[Forms] = []
    goods: list[Forms] = []
    guessing: list[Forms] = []
    analysts: list[Forms] = []
    numerals: list[Forms] = []
    growth: list[Forms] = []
    again: list[Forms] = []
    sold: list[Forms] = []
    pieces: list[Forms] = []
    by_value: list[Forms] = []
    units_sold: list[Forms] = []
    counts: list[Forms] = []
    peaks: list[Forms] = []
    scopes: list[Forms] = []
    ranks: list[Forms] = []
    worth: list[Forms] = []
    funded: list[Forms] = []
    public_money: list[Forms] = []
    rivals: list[Forms] = []
    weighed: list[Forms] = []
    savings: list[Forms] = []
    transitive: list[Forms] = []
    fresh: list[Forms] = []
    means: list[Forms] = []
    same_as: list[Forms] = []
    figures: list[Forms] = []
    marketplaces: list[Forms] = []
    invested: list[Forms] = []
    energetic: list[Forms] = []
    traded: list[Forms] = []
    exchange: list[Forms] = []
    gains: list[Forms] = []
    handed: list[Forms] = []
    courts: list[Forms] = []
    shares: list[Forms] = []
    up: Direction = Direction()
    down: Direction = Direction()
    words: dict[Part, list[Forms]] = {}
    owners: OwnerWords = OwnerWords()
    rules: dict[str, list[str]] = {}
    off: list[Forms] = []
    examples: list[Example] = []
