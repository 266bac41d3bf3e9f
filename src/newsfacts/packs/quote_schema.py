"""What may stand in a file under `quotes/`."""

from typing import Literal

from newsfacts.packs.quote_grammar import Grammar
from newsfacts.packs.schema import Entry, Example, Forms

Frame = Literal["quote", "clause", "last", "object", "colon"]
EVERY_FRAME: tuple[Frame, ...] = ("quote", "clause", "last", "object", "colon")


class Verb(Entry):
    """A verb of saying, by stems: its endings come from `endings`. One line makes a new verb.

    `frames` says what it takes: `quote` (words in marks before or after it), `clause` (a that-clause),
    `last` (it closes a clause without marks), `object` (a noun phrase that holds words in marks), `colon`.
    `speaker: named` asks for a person or an organisation as its subject, `report` for a document of
    somebody, `within` for one that it stands in. `negated` verbs want a `not`, `addressed` ones take whom
    it is said to in the accusative. Of one that `acts`, a noun phrase before it is what is done, not said.
    """

    past: list[Forms] = []
    present: list[Forms] = []
    contracted: list[Forms] = []
    passive_present: list[Forms] = []
    words: list[Forms] = []
    plurals: list[Forms] = []
    gerunds: list[Forms] = []
    frames: list[Frame] = list(EVERY_FRAME)
    speaker: Literal["any", "named", "report", "within"] = "any"
    about: list[Forms] = []
    negated: bool = False
    addressed: bool = False
    acts: bool = False


class Endings(Entry):
    """The endings of each class of stems: singular, plural, those that need an auxiliary, gerunds."""

    singular: list[Forms] = []
    plural: list[Forms] = []
    infinitive: list[Forms] = []
    gerund: list[Forms] = []


class Phrase(Entry):
    """Words that attribute what follows or stands before to whoever is named after them.

    `names`: `anybody`; `strictly` only somebody with an article and a comma behind him, as words with other
    meanings do; `documents` only whoever made a document that is named, or a person.
    """

    words: list[Forms]
    names: Literal["anybody", "strictly", "documents"] = "anybody"


class Role(Entry):
    """Words for what a person is. `portfolio`: capitals that follow belong to the role.

    `company`: said with no organisation, it means the company spoken of.
    """

    words: list[Forms]
    portfolio: bool = False
    company: bool = False


class ByName(Entry):
    """Words that a body goes by besides its name, in a text that has both: `Κομισιόν`."""

    words: list[Forms]
    name: str


class QuotesFile(Entry):
    """A file under `quotes/`: any of these lists; packs add to the built-in ones."""

    kind: Literal["quote"] = "quote"
    description: str = ""
    endings: dict[str, Endings] = {}
    verbs: list[Verb] = []
    phrases: list[Phrase] = []
    willing: list[Forms] = []
    nouns: list[Forms] = []
    statements: list[Forms] = []
    impersonal: list[Forms] = []
    sources: list[Forms] = []
    documents: list[Forms] = []
    reports: list[Forms] = []
    rumours: list[Forms] = []
    house_reports: list[Forms] = []
    roles: list[Role] = []
    role_modifiers: list[Forms] = []
    leaders: list[Forms] = []
    organizations: list[Forms] = []
    by_names: list[ByName] = []
    organization_hints: list[Forms] = []
    companies: list[Forms] = []
    houses: list[Forms] = []
    institutions: list[Forms] = []
    media_nouns: list[Forms] = []
    unnamed: list[Forms] = []
    epithets: list[Forms] = []
    places: list[Forms] = []
    media: list[Forms] = []
    bodies: list[Forms] = []
    own_names: list[Forms] = []
    authorities: list[Forms] = []
    answers: list[Forms] = []
    questions: list[Forms] = []
    titles: list[Forms] = []
    shortened: list[Forms] = []
    short_names: list[Forms] = []
    nationalities: list[Forms] = []
    given_names: list[Forms] = []
    not_names: list[Forms] = []
    abbreviations: list[Forms] = []
    goes_on: list[Forms] = []
    grammar: Grammar = Grammar()
    words: dict[str, list[Forms]] = {}
    rules: dict[str, list[str]] = {}
    mentions: dict[str, list[str]] = {}
    off: list[Forms] = []
    examples: list[Example] = []
