"""Roles with names and names with roles: `ο CEO της Χ, Π. Μ.`, `ο Π. Μ., CEO της Χ`."""

from newsfacts.quotes.affiliations import affiliation, person_after
from newsfacts.quotes.appositions import DASHES, apposed, apposed_at
from newsfacts.quotes.leading import past_bracket, skip
from newsfacts.quotes.looks import is_person
from newsfacts.quotes.mention import Known, Mention, article_at
from newsfacts.quotes.names import Tokens, is_genitive, is_strong, name_at
from newsfacts.quotes.page import Page
from newsfacts.quotes.roles import Role, role_at
from newsfacts.quotes.spelling import same_sound

_CAPTION = 14


def role_first(page: Page, base: Mention, role: Role, end: int, known: Known) -> Mention:
    """`ο CEO της Χ, Π. Μ.`, `ο CEO της Χ`."""
    words = page.words
    organization, after = role.organization, role.end
    if organization is not None and after == organization[1] and not base.plural:
        organization = organization[0], person_after(page, organization, end)
        after = organization[1]
    if organization is not None and _is_someones(page, organization, known):
        organization = None  # `ο δικηγόρος του Μασκ`
    mention = base._replace(
        end=after, kind="nameless", role=role.tokens, organization=organization, whose=role.whose
    )
    at, comma = past_bracket(page, after, end), False
    if page.norm(at) in (",", *DASHES) and not (page.norm(at) == "-" and page.reading.glued(at)):
        at, comma = at + 1, True
    article = article_at(page, at)
    if article is not None:
        if not comma or (article.case, article.plural) != (base.case, base.plural):
            return mention
        at += 1
        second = role_at(page, at, end)
        at = second.tokens[1] if second else at
    elif comma and (second := role_at(page, at, end)) and page.is_capital(second.tokens[1]):
        at, comma = second.tokens[1], False
    while (step := skip(page, at, False))[0] and step[1]:
        at, comma = at + step[0], False
    titled = page.norm(at - 1) in words.titles or page.norm(at - 2) in words.titles
    name = name_at(page, at, end)
    if name is None or (base.plural and not comma and page.norm(name[1]) not in words.and_):
        return mention
    return _with_name(page, mention, name, end, known, sure=titled or not comma)


def _is_someones(page: Page, owner: Tokens, known: Known) -> bool:
    """Whether a role is told by whose it is, and he is a person: `ο συνεργάτης του Νίκου Ρήγα`."""
    if page.norm(owner[0] - 1) not in page.words.genitive or is_strong(page, owner):
        return False
    named = page.norm(owner[0] - 1) not in page.words.feminine and page.stem(owner[1] - 1) in known.people
    return named and (owner[1] - owner[0] > 1 or not page.word(owner[0]).isupper())


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
    if second is None or not (page.norm(second.end) == "," or page.verb(second.end)):
        return person
    if person.organization is None and second.organization is not None:
        return person._replace(end=second.end, role=second.tokens, organization=second.organization, whose=0)
    return person._replace(end=second.end)


def name_first(page: Page, base: Mention, name: Tokens, end: int, known: Known, head: int) -> Mention | None:
    """`ο Π. Μ., CEO της Χ`, `η εταιρεία Χ`, `ο κ. Μ.`."""
    if not head:
        behind = apposed(page, base, name, end, known)
        if behind is not None:
            return behind
    person = base.titled or (
        not head and is_person(page, name, _gender(page, base, name), known.people, known.firms)
    )
    person = person or (not head and not base.case and _heads_line(page, name))
    if not base.case and not head and _is_mere_word(page, name, known, person=person):
        return None
    if not person:
        longer = name_at(page, name[0], end, organization=True) or name
        first = longer[0]
        if head == first - 1 and is_genitive(page, first) and not page.is_latin(first):
            first = head  # `υπουργείο Υγείας`: the noun before a name in the genitive is part of the name
        return base._replace(end=longer[1], kind="organization", name=(first, longer[1]), titled=False)
    organization, after = None, name[1]
    if bracketed := _bracketed(page, base, name, end):
        return bracketed
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


def _bracketed(page: Page, base: Mention, name: Tokens, end: int) -> Mention | None:
    """`ο Π. Μ. (Ω)`: with an organisation, or with his name in other letters and what follows that."""
    at = name[1] + 1
    bracket = page.norm(name[1]) == "(" and name_at(page, at, end, organization=True)
    if not bracket or page.norm(bracket[1]) != ")" or not (page.is_latin(at) or page.word(at).isupper()):
        return None
    stop = bracket[1] + 1
    if same_sound(page.word(name[1] - 1), page.word(bracket[1] - 1)):
        person = base._replace(end=stop, kind="person", name=name)
        return apposed_at(page, base, name, stop, end) or person
    return base._replace(end=stop, kind="person", name=name, organization=bracket)


def _gender(page: Page, base: Mention, name: Tokens) -> str:
    """The gender of an article that tells of a person; neuter behind a document that firms and media make."""
    houses, at = page.words.house_reports, base.start - 1
    if page.norm(name[0]) in houses:
        return "n"  # `τον Δείκτη Τιμών`
    while at > base.start - 4 and page.word(at).isalpha() and page.norm(at) not in houses:
        at -= 1
    house = page.norm(at) in houses and page.is_latin(name[0]) and page.norm(name[0]) not in page.words.given
    if base.case == "genitive" and house:
        return "n"  # `δημοσίευμα του Ledger`
    return base.gender if base.case and not base.plural else ""


def _heads_line(page: Page, name: Tokens) -> bool:
    """`Σκουλάς: …`: one Greek word that may be a man's name, before a colon at the head of a line."""
    at, norm = name[0], page.norm(name[0])
    opens = at == 0 or "\n" in page.word(at - 1)
    bracket = page.norm(name[1]) == "(" and page.norm(name[1] + 2) == ")" and page.norm(name[1] + 3) == ":"
    closed = page.norm(name[1]) == ":" or bracket
    if not opens or not closed or name[1] - at != 1 or page.is_latin(at):
        return False
    man = norm.endswith(page.words.masculine_endings) and not norm.endswith(page.words.many_endings)
    return (
        man and norm not in page.words.labels and norm not in page.words.hints and not page.word(at).isupper()
    )


def _is_mere_word(page: Page, name: Tokens, known: Known, *, person: bool) -> bool:
    """A capital with no article that only opens a sentence: `Ανεβαίνει ο λογαριασμός`, `Βέβαιος για όλα`."""
    if person:
        goes_on = page.norm(name[1]) in page.words.prepositions
        captioned = any(page.norm(k) == ":" for k in range(name[1], name[1] + _CAPTION))
        titled = page.norm(name[0] - 1) in page.words.titles or page.word(name[0] - 1) == "."
        if not goes_on or captioned or titled or page.stem(name[0]) in known.people:
            return False
    if name[1] - name[0] > 1 or page.is_latin(name[0]) or page.word(name[0]).isupper():
        return False
    return page.stem(name[0]) not in known.firms and page.norm(name[0]) not in page.words.hints
