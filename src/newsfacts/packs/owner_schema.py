"""What may stand under `owners` in `measures.yaml`: the words that tell whose a quantity is."""

from newsfacts.packs.schema import Entry, Forms


class OwnerWords(Entry):
    """Words that tell whether a name is a company's, by the article or noun before it.

    Who only reports what is `public` does not own it; what `several` do, have `agreed` on or call `theirs`
    is no one's. What stands behind a preposition of `places` is a place, behind one of them and a word of
    `media` a medium; the name behind one of `possessions` is an owner; who is fined stands beside an
    `imposing` verb. `never` are first words of no company, `small` words that begin sentences, `like` words
    of companies' names, which end in one of `legal` forms; `observers` tell of others' numbers, as those do
    whose `reports` are named; what is measured of `nobody` is no company's. Who does what is `telling`,
    before `that` or before the name, only tells where the text is about another; names that end in one of
    `investors`, or behind `backing`, put money into others. What `studies` are `finding` is no company's.
    Two Latin names behind one of `ventures` are firms'. A plant is that of who is `running` it. Latin names
    side by side are firms' that do what only firms do, and no things by `thing_acts`. Who is `announcing` a
    thing does not own its numbers. What is `ours`, or `we_do`, is the firm's that speaks; `one_does` what
    ends so. A fine falls to several by a verb of `sharing`. Of `markets` a percent is no company's; what is
    told of `others` is not the one's that the text is about, nor what is so `worldwide`, has it in one of
    the `homes`, or falls to those who are `left`; nor is what all firms of one of `trades` have. Who is only
    `compared` with owns nothing. Latin names that are `known` are companies' also without an article, those
    of `platforms` with a neuter one; names with one of `sites` are places, acronyms behind a `plural`
    article or one `of_plural` companies. Names of several words behind `products` are products, names behind
    `programmes` no companies; who is told of by one of `concerning` acts, one of `subsidiaries` is another
    than its parent. Behind a `pointing` word `η εταιρεία` is the one named last; a measure that is
    `received` belongs to who gets it by a verb of `giving`, or where nobody acts; what stands behind a name
    with a relative of `whose` is its; one of `many` stands before several; what the `state` has is no
    company's. Who has something `held` by firms alone is a firm; `όμιλος` behind an adjective of `nations`
    is the name that stood behind it. One of `organs` acts for its company, and what one of its `boards` does
    is its own; who is `observing` only tells of others. A `respective` word gives amounts in a row to the
    names in a row, a `belonging` verb a part to a name. Who is named behind `από` buys what one of `taking`
    tells of; what `anybody` has who invests is nobody's. One of `giants` may have a genitive between it and
    the name of the firm; the initials behind one of `associations` own nothing that is not said to be
    theirs. Names that begin with one of `institutes` own as companies do; one of `joins` behind such a name
    says that it goes on. A Greek name of one word is a firm's where it does what only firms do (`firm_acts`,
    with words `between_acts`), has some of `firm_means`, also behind `with_means`, before `means_for` or
    told in one of its `releases`, has one of `firm_plans` for something `planned`, stands `fined_behind` a
    preposition, or where `η εταιρεία` is told of behind it and nobody else was named (or one of `bodies`,
    written small); but not one of the `lands`, nor who stands behind a word of `leaving` (`από τη`), nor who
    is called as `women` are, by the endings of their names. What two do `jointly` is both's; one of `pairs`
    says that two are meant. Whose name ends as those of `families` is called by the noun too; a land behind
    a word of `compass` is one. `indexes` of exchanges are no companies; what comes from `tourism` is a
    country's; what a thing is `keeping` of something `lasting` is no company's. An index of `ratios` is one;
    who is named behind `awarding` verbs has what they tell of. A neuter name is a firm's that is `declaring`
    something, or `showing` some of its `accounts`, also with a verb of `having`. Who stands before a
    `subjunctive` particle, and behind `με`, acts; who stands behind a passive of what is `made`, and `από`,
    has the thing. `operators` of networks have no power of their own, nor has who gets `requests` that no
    verb of `submitting` tells of, or tells of `terms`; one of `bids` is not that of who is `refusing` it.
    Latin names behind the preposition `fined_by` beside `fines` are firms'. Who `buys` in one sentence, or
    is named behind `buying_from`, pays in the next. What somebody is `building` for another, or on his
    `account`, is the other's. What `works` take is no company's. A name that ends a heading behind one of
    `results` is a firm's. Of `public_bodies`, those of `public_small` also in small letters, are only their
    `public_means`, and what they get or spend by one of `public_acts`. A neuter or plural name is a firm's
    by one of `firm_heads`, or by deeds, of one word without `thing_means`; none with one of `no_firms`. A
    fine falls to who is named behind `against`. A word that ends as men's `first_names` do, and not as
    `no_first_names`, stands before a family name behind a company: it is in another case. Whose people have
    one of `firm_roles` is a firm. Who is `pricing` one of the `targets` of shares tells of
    another's. What unnamed `rivals` have is not the company's.
    """

    subject: list[Forms] = []
    genitive: list[Forms] = []
    prepositions: list[Forms] = []
    like: list[Forms] = []
    legal: list[Forms] = []
    of_plural: list[Forms] = []
    products: list[Forms] = []
    programmes: list[Forms] = []
    concerning: list[Forms] = []
    subsidiaries: list[Forms] = []
    known: list[Forms] = []
    held: list[Forms] = []
    platforms: list[Forms] = []
    state: list[Forms] = []
    pointing: list[Forms] = []
    giving: list[Forms] = []
    sites: list[Forms] = []
    plural: list[Forms] = []
    whose: list[Forms] = []
    organs: list[Forms] = []
    boards: list[Forms] = []
    thing_acts: list[Forms] = []
    running: list[Forms] = []
    studies: list[Forms] = []
    finding: list[Forms] = []
    ventures: list[Forms] = []
    requests: list[Forms] = []
    submitting: list[Forms] = []
    terms: list[Forms] = []
    firm_means: list[Forms] = []
    firm_plans: list[Forms] = []
    planned: list[Forms] = []
    with_means: list[Forms] = []
    means_for: list[Forms] = []
    fined_behind: list[Forms] = []
    releases: list[Forms] = []
    bodies: list[Forms] = []
    observing: list[Forms] = []
    many: list[Forms] = []
    according: list[Forms] = []
    public: list[Forms] = []
    several: list[Forms] = []
    agreed: list[Forms] = []
    places: list[Forms] = []
    media: list[Forms] = []
    possessions: list[Forms] = []
    imposing: list[Forms] = []
    against: list[Forms] = []
    likened: list[Forms] = []
    relatives: list[Forms] = []
    bought: list[Forms] = []
    institutes: list[Forms] = []
    accounts_of: list[Forms] = []
    joins: list[Forms] = []
    compared: list[Forms] = []
    reports: list[Forms] = []
    nobody: list[Forms] = []
    feminine: list[Forms] = []
    masculine: list[Forms] = []
    neuter: list[Forms] = []
    small: list[Forms] = []
    leads: list[Forms] = []
    case_endings: list[Forms] = []
    genitive_endings: list[Forms] = []
    firms: list[Forms] = []
    giants: list[Forms] = []
    taking: list[Forms] = []
    anybody: list[Forms] = []
    associations: list[Forms] = []
    never: list[Forms] = []
    observers: list[Forms] = []
    results: list[Forms] = []
    telling: list[Forms] = []
    announcing: list[Forms] = []
    that: list[Forms] = []
    backing: list[Forms] = []
    investors: list[Forms] = []
    ours: list[Forms] = []
    we_do: list[Forms] = []
    one_does: list[Forms] = []
    sharing: list[Forms] = []
    respective: list[Forms] = []
    belonging: list[Forms] = []
    markets: list[Forms] = []
    others: list[Forms] = []
    trades: list[Forms] = []
    trades_alone: list[Forms] = []
    nations: list[Forms] = []
    theirs: list[Forms] = []
    worldwide: list[Forms] = []
    homes: list[Forms] = []
    left: list[Forms] = []
    firm_acts: list[Forms] = []
    between_acts: list[Forms] = []
    lands: list[Forms] = []
    leaving: list[Forms] = []
    women: list[Forms] = []
    first_names: list[Forms] = []
    targets: list[Forms] = []
    pricing: list[Forms] = []
    rivals: list[Forms] = []
    firm_roles: list[Forms] = []
    no_first_names: list[Forms] = []
    compass: list[Forms] = []
    families: list[Forms] = []
    jointly: list[Forms] = []
    pairs: list[Forms] = []
    indexes: list[Forms] = []
    tourism: list[Forms] = []
    keeping: list[Forms] = []
    lasting: list[Forms] = []
    ratios: list[Forms] = []
    awarding: list[Forms] = []
    declaring: list[Forms] = []
    showing: list[Forms] = []
    accounts: list[Forms] = []
    having: list[Forms] = []
    subjunctive: list[Forms] = []
    made: list[Forms] = []
    operators: list[Forms] = []
    bids: list[Forms] = []
    refusing: list[Forms] = []
    fines: list[Forms] = []
    works: list[Forms] = []
    buys: list[Forms] = []
    buying_from: list[Forms] = []
    fined_by: list[Forms] = []
    building: list[Forms] = []
    account: list[Forms] = []
    public_bodies: list[Forms] = []
    public_means: list[Forms] = []
    public_acts: list[Forms] = []
    firm_heads: list[Forms] = []
    no_firms: list[Forms] = []
    thing_means: list[Forms] = []
    public_small: list[Forms] = []
