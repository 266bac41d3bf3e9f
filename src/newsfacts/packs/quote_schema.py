"""What may stand in a file under `quotes/`."""

from typing import Literal

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


class Grammar(Entry):
    """The small words that the grammar of quotes needs."""

    articles_subject: list[Forms] = []
    articles_other: list[Forms] = []
    feminine: list[Forms] = []
    neuter: list[Forms] = []
    plural: list[Forms] = []
    that: list[Forms] = []
    negations: list[Forms] = []
    auxiliaries: list[Forms] = []
    clitics: list[Forms] = []
    adverbs: list[Forms] = []
    and_: list[Forms] = []
    while_: list[Forms] = []
    relatives: list[Forms] = []
    as_: list[Forms] = []
    facts: list[Forms] = []
    copulas: list[Forms] = []
    prepositions: list[Forms] = []
    genitive: list[Forms] = []
    countries: list[Forms] = []
    short_places: list[Forms] = []
    verbal: list[Forms] = []
    endings: dict[str, list[Forms]] = {}
    about: list[Forms] = []
    same: list[Forms] = []
    he: list[Forms] = []
    she: list[Forms] = []
    locative: list[Forms] = []
    agent: list[Forms] = []
    age: list[Forms] = []
    of: list[Forms] = []
    particles: list[Forms] = []
    openers: list[Forms] = []
    starters: list[Forms] = []
    not_that: list[Forms] = []
    function: list[Forms] = []
    topics: list[Forms] = []
    concepts: list[Forms] = []
    matters: list[Forms] = []
    concerning: list[Forms] = []
    firm_fields: list[Forms] = []
    parts: list[Forms] = []
    sides: list[Forms] = []
    staff_parts: list[Forms] = []
    courts: list[Forms] = []
    passing: list[Forms] = []
    whatever: list[Forms] = []
    pointing: list[Forms] = []
    contracted: list[Forms] = []
    occasions: list[Forms] = []
    asking: list[Forms] = []
    divisions: list[Forms] = []
    own_divisions: list[Forms] = []
    the_firms: list[Forms] = []
    inquiries: list[Forms] = []
    meanwhile: list[Forms] = []
    channels: list[Forms] = []
    hedged: list[Forms] = []
    more: list[Forms] = []
    lapses: list[Forms] = []
    lapsed: list[Forms] = []
    called: list[Forms] = []
    present: list[Forms] = []
    several: list[Forms] = []
    whoever: list[Forms] = []
    verbless: list[Forms] = []
    subordinators: list[Forms] = []
    speaking: list[Forms] = []
    indefinite: list[Forms] = []
    modal: list[Forms] = []
    times: list[Forms] = []
    neither: list[Forms] = []
    with_: list[Forms] = []
    sent: list[Forms] = []
    lately: list[Forms] = []
    role_prefixes: list[Forms] = []
    appointed: list[Forms] = []
    succeeds: list[Forms] = []
    posts: list[Forms] = []
    appointed_small: list[Forms] = []
    is_: list[Forms] = []
    regimes: list[Forms] = []
    subjunctive: list[Forms] = []
    seats: list[Forms] = []
    because: list[Forms] = []
    thanks: list[Forms] = []
    papers: list[Forms] = []
    two: list[Forms] = []
    as_well: list[Forms] = []
    three: list[Forms] = []
    firms: list[Forms] = []
    acts: list[Forms] = []
    passive: list[Forms] = []
    makes: list[Forms] = []
    made: list[Forms] = []
    passes_on: list[Forms] = []
    adding: list[Forms] = []
    asks: list[Forms] = []
    withholds: list[Forms] = []
    withholding: list[Forms] = []
    withheld: list[Forms] = []
    without: list[Forms] = []
    accusations: list[Forms] = []
    rebuts: list[Forms] = []
    those_who: list[Forms] = []
    replies: list[Forms] = []
    former: list[Forms] = []
    latter: list[Forms] = []
    replying: list[Forms] = []
    products: list[Forms] = []
    legal: list[Forms] = []
    remarks: list[Forms] = []
    recording: list[Forms] = []
    awaited: list[Forms] = []
    rendered: list[Forms] = []
    inside: list[Forms] = []
    works: list[Forms] = []
    outcomes: list[Forms] = []
    concessive: list[Forms] = []
    surveys: list[Forms] = []
    results: list[Forms] = []
    clipped: list[Forms] = []
    outcries: list[Forms] = []
    regulators: list[Forms] = []


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
    grammar: Grammar = Grammar()
    words: dict[str, list[Forms]] = {}
    rules: dict[str, list[str]] = {}
    mentions: dict[str, list[str]] = {}
    off: list[Forms] = []
    examples: list[Example] = []
