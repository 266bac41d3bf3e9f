"""Who is named in a text, place by place: people, organisations, and those who are named by role only.

Ask with `mentions_of(page)` for all mentions of a document, in order, none inside another:

    page = Page(reading, words)            # `words` as `QuoteExtractor.words`
    for mention in mentions_of(page):
        mention.kind                       # "person", "organization", "nameless", "company", "same"
        mention.name                       # tokens of the name; page.reading.span(*mention.name) is its text
        mention.case, mention.gender       # "nominative" where it may be a subject

or with `mention_at(page, token, end)` for the one that starts at a token. Offsets are token numbers, ends
exclusive; `page.reading.starts` and `ends` turn them into characters.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from newsfacts.quotes.names import Tokens, is_genitive, is_person, is_strong, name_at, starts_name
from newsfacts.quotes.page import Page
from newsfacts.quotes.roles import Role, affiliation, person_after, role_at

Kind = Literal["person", "organization", "nameless", "company", "same", "noun"]
_LONGEST = 48
# letters that start a word and are no small Latin or Greek ones, and `xAI`
_CAPITAL = re.compile(r"(?<!\w)[^\W\d_a-z\u03ac-\u03ce]|(?<!\w)[a-z]+[A-Z]")
_DASHES = ("-", "–", "—")


class Article(NamedTuple):
    """What an article tells: `case` is nominative, genitive or accusative."""

    case: str
    gender: str
    plural: bool


class Mention(NamedTuple):
    """One place where somebody is named; token numbers, ends exclusive, article and title included.

    `kind`: `person` and `organization` have a name; `nameless` has a role only (`ο υπουργός`); `company`
    is a noun for an organisation spoken of (`η εταιρεία`, at `whose`); `same` is `ο ίδιος`; `noun` is
    something else with an article. `case` is empty without an article. `whose` as in `Role`.
    """

    start: int
    end: int
    kind: Kind
    name: Tokens | None = None
    role: Tokens | None = None
    organization: Tokens | None = None
    whose: int = 0
    case: str = ""
    gender: str = ""
    plural: bool = False
    titled: bool = False

    @property
    def subject(self) -> bool:
        """Whether its article says that it is a subject."""
        return self.case == "nominative"


class Known(NamedTuple):
    """What a document has told: stems of the last names of people, and of the names of organisations."""

    people: frozenset[str]
    firms: frozenset[str]


NOBODY_KNOWN = Known(frozenset(), frozenset())


def article_at(page: Page, at: int) -> Article | None:
    """The article at a token."""
    words, norm = page.words, page.norm(at)
    if norm not in words.articles or page.is_or(at):
        return None
    case = "nominative" if norm in words.subject else "genitive" if norm in words.genitive else "accusative"
    gender = "f" if norm in words.feminine else "n" if norm in words.neuter else "m"
    return Article(case, gender, norm in words.plural)


def mention_at(page: Page, start: int, end: int, known: Known = NOBODY_KNOWN) -> Mention | None:
    """The mention that starts at a token with its article, up to token `end`; `known` are stems of last names."""
    end = min(end, start + _LONGEST)
    article = article_at(page, start)
    at = start + (article is not None)
    if article is None and page.norm(start) in page.words.pronouns:
        return _pronoun(page, start)
    if article is None and page.norm(start) in page.words.indefinite:
        at = start + 1
    case, gender, plural = article or ("", "", False)
    base = Mention(start, at, "noun", case=case, gender=gender, plural=plural)
    head = 0
    for _ in range(7):
        if at >= end:
            break
        found = _read(page, base, at, end, known, head)
        if found is not None:
            return found
        step, titled = _skip(page, at, article is not None)
        if not step and head and page.norm(at) in page.words.genitive and page.word(at + 1).islower():
            step = 2 * is_genitive(page, at + 1)
        if not step:
            break
        noun = page.form(at, "quote.company")
        if noun and noun[0] > at + 1:
            step, head = noun[0] - at, noun[0] - 1
        if step and not titled and (page.norm(at) in page.words.companies or _is_head(page, at)):
            head = head or at
        base = base._replace(titled=base.titled or titled)
        at += step
    if head:
        return base._replace(end=_past_genitives(page, head + 1, end), kind="company", whose=head)
    if article is None or not page.word(start + 1)[:1].isalpha():
        return None
    return base._replace(end=min(end, start + 2))


def _pronoun(page: Page, at: int) -> Mention | None:
    alone = page.norm(at + 1) not in page.words.articles and not page.is_capital(at + 1)
    gender = "f" if page.norm(at) in page.words.she else "m"
    return Mention(at, at + 1, "same", case="nominative", gender=gender) if alone else None


def _skip(page: Page, at: int, article: bool) -> tuple[int, bool]:
    """How many tokens before the noun of a mention stand here, and whether they are a title."""
    words, norm = page.words, page.norm(at)
    found = page.form(at, "quote.role") if article and page.word(at).islower() else None
    if found and page.norm(found[0]) in words.companies:
        return found[0] - at, False
    if _is_title(page, at):
        return 1 + (page.norm(at + 1) == "."), True
    if norm in words.nationalities or is_age(page, at):
        return 1 + (page.norm(at + 1) in words.age and page.reading.glued(at + 1)), False
    if not article and norm not in words.companies and norm not in words.hints:
        return 0, False
    word = page.word(at)
    if not word.isalpha() or norm in words.function or page.form(at, "quote.verb"):
        return 0, False
    adjective = word.islower() and (
        norm.endswith(words.adjective_endings) or norm in words.modifiers or norm in words.companies
    )
    adjective = adjective or (word.islower() and norm not in words.articles and _leads(page, at))
    after_noun = page.norm(at - 1) in words.companies and is_genitive(page, at)
    genitives = is_genitive(page, at) and is_genitive(page, at - 1) and word.islower()
    return int(adjective or after_noun or genitives or norm in words.companies), False


def _is_head(page: Page, at: int) -> bool:
    """`το τηλεοπτικό δίκτυο CNN`, `η κίνηση «Εμπρός»`: a noun right before one Latin word, or marks."""
    if page.norm(at).endswith(page.words.adjective_endings) or not page.word(at).islower():
        return False
    if page.form(at, "quote.role") or page.form(at + 1, "quote.role"):
        return False
    if page.norm(at) in page.words.documents or page.norm(at) in page.words.reports:
        return False
    if at + 1 in page.opens:
        return page.opens[at + 1].close - at < 8
    single = page.is_latin(at + 1) and page.is_capital(at + 1) and not page.is_capital(at + 2)
    return single and page.word(at + 1)[:1].isalpha()


def _leads(page: Page, at: int) -> bool:
    """`ο νέος πρόεδρος`, `ο βετεράνος Νίκος Ρήγας`: a small word right before a role or a full name."""
    if page.form(at + 1, "quote.role") or page.form(at + 1, "quote.company"):
        return True
    if at + 1 in page.opens or _is_head(page, at):
        return True
    full = page.is_capital(at + 1) and page.is_capital(at + 2)
    return full and page.norm(at + 1) not in page.words.function


def _is_title(page: Page, at: int) -> bool:
    """`κ.`, `Δρ.`; a single capital is an initial."""
    return page.norm(at) in page.words.titles and not (len(page.word(at)) == 1 and page.word(at).isupper())


def is_age(page: Page, at: int) -> bool:
    """`58χρονη`, the number and the ending perhaps two tokens."""
    age = page.words.age
    return page.word(at)[:1].isdigit() and (page.norm(at + 1) in age or page.norm(at).endswith(age))


def _past_genitives(page: Page, at: int, end: int) -> int:
    while at < end and page.word(at).islower() and is_genitive(page, at):
        at += 1
    return at


def _read(page: Page, base: Mention, at: int, end: int, known: Known, head: int) -> Mention | None:
    """The mention whose noun or name stands here, if one does."""
    words = page.words
    if page.norm(at) in words.same and base.case:
        if page.norm(at + 1) in words.articles and at + 1 < end:
            return mention_at(page, at + 1, end, known)
        return base._replace(end=at + 1, kind="same")
    if page.norm(at) in words.institutions and page.word(at).islower():
        return _institution(page, base, at, end)
    if page.norm(at) in words.nationalities and base.case and page.word(at + 1)[:1].isalpha():
        return None
    if _is_title(page, at) and (page.norm(at + 1) == "." or page.is_capital(at + 1)):
        return None
    role = role_at(page, at, end)
    if role is not None and page.norm(role.tokens[1]) in words.companies:
        return None  # `η εκδότρια εταιρεία`
    if role is not None and not head and page.norm(at) not in words.companies:
        return _role_first(page, base, role, end, known)
    if at in page.opens and (base.case or head):
        close = page.opens[at].close
        if close - at > 8 or close >= end:
            return None
        return base._replace(end=close + 1, kind="organization", name=(at + 1, close))
    particle = base.titled and page.norm(at) in words.particles and page.norm(at) not in words.articles
    if particle and page.word(at).islower():
        later = next((k for k in (at + 1, at + 2) if page.is_capital(k)), None)
        name = name_at(page, later, end) if later is not None else None
        return base._replace(end=name[1], kind="person", name=(at, name[1])) if name else None
    name = name_at(page, at, end, organization=bool(head))
    return _name_first(page, base, name, end, known, head) if name else None


def _institution(page: Page, base: Mention, at: int, end: int) -> Mention:
    """`η κυβέρνηση`, `το υπουργείο Υγείας`: its noun is its name."""
    stop = at + 1
    name = name_at(page, stop, end, organization=True) if stop < end else None
    if name and is_genitive(page, name[0]) and not page.is_latin(name[0]):
        stop = name[1]
        while (
            page.norm(stop) in page.words.and_ and page.is_capital(stop + 1) and is_genitive(page, stop + 1)
        ):
            further = name_at(page, stop + 1, end, organization=True)
            stop = further[1] if further else stop + 2
    elif name and not starts_name(page, at):
        return base._replace(end=name[1], kind="organization", name=name)
    return base._replace(end=stop, kind="organization", name=(at, stop))


# -- role first ---------------------------------------------------------------------------------


def _role_first(page: Page, base: Mention, role: Role, end: int, known: Known) -> Mention:
    """`ο CEO της Χ, Π. Μ.`, `ο CEO της Χ`."""
    words = page.words
    organization, after = role.organization, role.end
    if organization is not None and after == organization[1] and not base.plural:
        organization = organization[0], person_after(page, organization, end)
        after = organization[1]
    mention = base._replace(
        end=after, kind="nameless", role=role.tokens, organization=organization, whose=role.whose
    )
    at, comma = after, False
    if page.norm(at) in (",", *_DASHES) and not (page.norm(at) == "-" and page.reading.glued(at)):
        at, comma = at + 1, True
    article = article_at(page, at)
    if article is not None:
        if not comma or article.case != base.case:
            return mention
        at += 1
        second = role_at(page, at, end)
        at = second.tokens[1] if second else at
    elif comma and (second := role_at(page, at, end)) and page.is_capital(second.tokens[1]):
        at, comma = second.tokens[1], False
    while (step := _skip(page, at, False))[0] and step[1]:
        at, comma = at + step[0], False
    titled = page.norm(at - 1) in words.titles or page.norm(at - 2) in words.titles
    name = name_at(page, at, end)
    if name is None or (base.plural and not comma and page.norm(name[1]) not in words.and_):
        return mention
    return _with_name(page, mention, name, end, known, sure=titled or not comma)


def _with_name(page: Page, mention: Mention, name: Tokens, end: int, known: Known, *, sure: bool) -> Mention:
    """A role with the name after it, where that is a person's."""
    gender = "" if sure else mention.gender
    single = name[1] - name[0] == 1
    person = is_person(
        page, name, "m" if sure and not is_strong(page, name) else gender, known.people, known.firms
    )
    if not person or (not sure and single and page.stem(name[0]) not in known.people):
        if sure and mention.organization is None and is_strong(page, name):
            return mention._replace(organization=name, end=name[1], whose=0)
        return mention
    if sure and single and page.is_latin(name[0]) and mention.organization is None:
        upper = page.word(name[0]).isupper() or not page.word(name[0]).istitle()
        if upper or (
            mention.whose and page.stem(name[0]) not in known.people and mention.role and not mention.titled
        ):
            return mention._replace(organization=name, end=name[1], whose=0)
    if mention.organization is None:
        following, _, after = affiliation(page, name[1], end)
        if following and page.norm(name[1]) in page.words.of - page.words.locative:
            return mention._replace(kind="person", name=name, organization=following, end=after, whose=0)
    named = mention._replace(kind="person", name=name, end=name[1])
    return _with_second(page, named, end)


def _with_second(page: Page, person: Mention, end: int) -> Mention:
    """`ο συνεργάτης της, Π. Μ., επικεφαλής της Χ, παραδέχτηκε`: with what is told besides.

    A second role counts where it tells an organisation and the first does not.
    """
    at = person.end
    second = role_at(page, at + 1, end) if page.norm(at) == "," else None
    if second is None or not (page.norm(second.end) == "," or page.form(second.end, "quote.verb")):
        return person
    if person.organization is None and second.organization is not None:
        return person._replace(end=second.end, role=second.tokens, organization=second.organization, whose=0)
    return person._replace(end=second.end)


# -- name first ---------------------------------------------------------------------------------


def _name_first(page: Page, base: Mention, name: Tokens, end: int, known: Known, head: int) -> Mention | None:
    """`ο Π. Μ., CEO της Χ`, `η εταιρεία Χ`, `ο κ. Μ.`."""
    if not head:
        apposed = _apposed(page, base, name, end, known)
        if apposed is not None:
            return apposed
    person = base.titled or (
        not head
        and is_person(
            page, name, base.gender if base.case and not base.plural else "", known.people, known.firms
        )
    )
    person = person or (not head and not base.case and _heads_line(page, name))
    if not person and not base.case and not head and _is_mere_word(page, name, known):
        return None
    if not person:
        longer = name_at(page, name[0], end, organization=True) or name
        first = longer[0]
        if head == first - 1 and is_genitive(page, first) and not page.is_latin(first):
            first = head  # `υπουργείο Υγείας`: the noun before a name in the genitive is part of the name
        return base._replace(end=longer[1], kind="organization", name=(first, longer[1]), titled=False)
    organization, after = None, name[1]
    bracket = page.norm(after) == "(" and name_at(page, after + 1, end, organization=True)
    if (
        bracket
        and page.norm(bracket[1]) == ")"
        and (page.is_latin(after + 1) or page.word(after + 1).isupper())
    ):
        return base._replace(end=bracket[1] + 1, kind="person", name=name, organization=bracket)
    at = after + (page.norm(after) == "," or page.norm(after) in page.words.agent)
    given = page.norm(at) in page.words.genitive or page.norm(after) in page.words.agent
    if given and at > after and page.norm(at) in page.words.articles and page.is_latin(at + 1):
        house = name_at(page, at + 1, end, organization=True)
        if house and not is_person(page, house, "", known.people):
            return base._replace(end=house[1], kind="person", name=name, organization=house)
    if page.norm(after) in page.words.genitive:
        found, _, stop = affiliation(page, after, end)
        if found and not is_person(page, found, "", known.people):
            organization, after = found, stop
    return base._replace(end=after, kind="person", name=name, organization=organization)


def _heads_line(page: Page, name: Tokens) -> bool:
    """`Σκουλάς: …`: one Greek word that may be a man's name, before a colon at the head of a line."""
    at, norm = name[0], page.norm(name[0])
    opens = at == 0 or "\n" in page.word(at - 1)
    if not opens or page.norm(name[1]) != ":" or name[1] - at != 1 or page.is_latin(at):
        return False
    man = norm.endswith("\u03c3") and not norm.endswith(page.words.many_endings)
    return (
        man and norm not in page.words.labels and norm not in page.words.hints and not page.word(at).isupper()
    )


def _is_mere_word(page: Page, name: Tokens, known: Known) -> bool:
    """A capital with no article that only opens a sentence: `Ανεβαίνει ο λογαριασμός`."""
    if name[1] - name[0] > 1 or page.is_latin(name[0]) or page.word(name[0]).isupper():
        return False
    return page.stem(name[0]) not in known.firms and page.norm(name[0]) not in page.words.hints


def _is_firm(page: Page, at: int, base: Mention, known: Known) -> bool:
    """`η ΚΕΔΕ, …`, `η Medora, μέλος του ομίλου`: one word that is no person's last name."""
    if page.stem(at) in known.people or base.titled:
        return False
    upper = page.word(at).isupper() and len(page.word(at)) > 1
    return (
        upper
        or page.stem(at) in known.firms
        or (page.is_latin(at) and base.gender != "m" and bool(base.case))
    )


def _apposed(page: Page, base: Mention, name: Tokens, end: int, known: Known) -> Mention | None:
    """`ο Π. Μ., διευθυντής, Τράπεζα Ω` or `ο Π. Μ. (CEO, Χ)`: a person with what stands after the name."""
    words, after = page.words, name[1]
    direct = base.case == "nominative" and page.word(after).islower() and page.form(after, "quote.role")
    if direct and name[1] - name[0] > 1 and not is_strong(page, name):
        role = role_at(page, after, end)
        if role is not None and not base.plural:
            return base._replace(
                end=role.end, kind="person", name=name, role=role.tokens, organization=role.organization,
                whose=role.whose,
            )  # fmt: skip
    if page.norm(after) not in (",", "(", *_DASHES) or after + 1 >= end or is_strong(page, name):
        return None
    if name[1] - name[0] == 1 and _is_firm(page, name[0], base, known):
        return None
    start = after + 1
    article = article_at(page, start)
    if article is not None:
        if article.case != (base.case or "nominative") or base.gender not in ("", article.gender):
            return None
        start += 1
    while page.norm(start) in words.nationalities or is_age(page, start):
        start += 1 + (page.norm(start + 1) in words.age)
    role = role_at(page, start, end)
    if role is None and article is not None and page.word(start).islower():
        role = role_at(page, start + 1, end)  # `ο νέος πρόεδρος`
    if role is None or base.plural or base.gender == "n":
        return None
    stop, organization = role.end, role.organization
    if page.norm(stop) == "," and organization is None and role.whose <= 0:
        house = name_at(page, stop + 1, end, organization=True)
        if house and (is_strong(page, house) or page.norm(after) == "("):
            organization, stop = house, house[1]
    if page.norm(after) == "(" and page.norm(stop) == ")":
        stop += 1
    return base._replace(
        end=stop, kind="person", name=name, role=role.tokens, organization=organization, whose=role.whose
    )


# -- all of a document --------------------------------------------------------------------------


def mentions_of(page: Page) -> tuple[Mention, ...]:
    """All mentions of a document that name somebody or something that can speak, in order."""
    first = tuple(_all(page, NOBODY_KNOWN))
    known = known_of(page, first)
    return tuple(_all(page, known)) if known != NOBODY_KNOWN else first


def known_of(page: Page, mentions: Iterable[Mention]) -> Known:
    """The names of those who are surely people, and surely organisations."""
    people: set[str] = set()
    firms: set[str] = set()
    for mention in mentions:
        if mention.organization and mention.organization[1] - mention.organization[0] == 1:
            firms.add(page.stem(mention.organization[0]))
        if mention.kind != "person" or not mention.name:
            continue
        several = mention.name[1] - mention.name[0] > 1
        if mention.role or mention.titled or several:
            people.add(page.stem(mention.name[1] - 1))
    return Known(frozenset(people), frozenset(firms - people))


def _all(page: Page, known: Known) -> Iterator[Mention]:
    done = 0
    for pivot in _pivots(page):
        if pivot < done:
            continue
        start = start_before(page, pivot, done)
        mention = mention_at(page, start, _paragraph_end(page, pivot), known)
        if start < pivot and (mention is None or mention.kind == "noun" or mention.end <= pivot):
            mention = mention_at(page, pivot, _paragraph_end(page, pivot), known)
        if mention is not None and mention.kind != "noun" and mention.end > pivot:
            done = mention.end
            yield mention


def _pivots(page: Page) -> list[int]:
    """The tokens that a mention may be found by: capitals, roles, nouns of organisations."""
    found = {token for match in _CAPITAL.finditer(page.text) if (token := _exact(page, match.start())) >= 0}
    for first, last in page.shouted:
        found.difference_update(range(first, last))
    for category in ("quote.role", "quote.company", "quote.same"):
        found.update(page.forms(category))
    return sorted(token for token in found if page.norm(token) not in page.words.articles)


def _exact(page: Page, offset: int) -> int:
    starts = page.reading.starts
    token = bisect_left(starts, offset)
    return token if token < len(starts) and starts[token] == offset else -1


def _paragraph_end(page: Page, token: int) -> int:
    return page.token(page.sentences.paragraph(page.reading.starts[token])[1])


def start_before(page: Page, pivot: int, done: int) -> int:
    """Where the mention around a pivot starts: at its article, at most four small words before it."""
    words, at = page.words, pivot
    for k in range(pivot - 1, max(done, pivot - 6) - 1, -1):
        norm = page.norm(k)
        if norm in words.articles and not page.is_or(k):
            return k
        title = norm in words.titles or (norm == "." and page.norm(k - 1) in words.titles)
        small = title or norm in words.nationalities or is_age(page, k) or norm in words.age
        adjective = page.word(k).islower() and (
            norm.endswith(words.adjective_endings)
            or norm in words.modifiers
            or is_genitive(page, k)
            or _leads(page, k)
        )
        shortened = norm == "." and page.norm(k - 1) in words.shortened | words.abbreviations
        if shortened or (page.norm(k + 1) == "." and norm in words.shortened | words.abbreviations):
            continue
        if (
            not (small or adjective or k in page.opens)
            or page.form(k, "quote.verb")
            or norm in words.function
        ):
            break
        if title:
            at = k
    return at
