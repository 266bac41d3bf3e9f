"""A role told once for several: `ο υπουργός της Χ, Π. Μ., και της Ψ, Ν. Ρ.`."""

from collections.abc import Container, Sequence

from newsfacts.quotes.genitives import is_genitive
from newsfacts.quotes.mention import Mention
from newsfacts.quotes.names import is_strong, stems_of
from newsfacts.quotes.page import Page


def with_shared_roles(page: Page, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, with the role of the one before given to a person named behind another place of it."""
    told = list(mentions)
    for row in range(2, len(told)):
        first, owner, person = told[row - 2 : row + 1]
        if (
            owner.case == "genitive"
            and owner.name
            and not owner.role
            and _may_be_person(page, person)
            and first.kind == "person"
            and first.role
            and first.organization
            and _follows(page, first, owner, person)
        ):
            told[row] = person._replace(kind="person", role=first.role, organization=owner.name)
            # whose it is names nobody by itself
            told[row - 1] = owner._replace(kind="organization")
    return tuple(told)


def with_fields_of_office(page: Page, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, with a bare `Δήμαρχος Διονύσου` a role, where `ο δήμαρχος Διονύσου, Π. Μ.` is one."""
    roles = offices_of(page, mentions)
    return tuple([as_office(page, m, roles) if roles and not m.case else m for m in mentions])


def offices_of(page: Page, mentions: Sequence[Mention]) -> frozenset[tuple[str, ...]]:
    """The roles of several words that a document tells, by their stems."""
    return frozenset(stems_of(page, m.role) for m in mentions if m.role and m.role[1] - m.role[0] > 1)


def as_office(page: Page, mention: Mention, roles: Container[tuple[str, ...]]) -> Mention:
    """A mention, as one without a name where what looks as its name is part of a known role."""
    name, role = mention.name, mention.role
    if mention.kind != "person" or name is None or role is None or role[1] != name[0]:
        return mention
    whole = role[0], name[1]
    office = is_genitive(page, name[0]) and stems_of(page, whole) in roles
    return mention._replace(kind="nameless", name=None, role=whole) if office else mention


def _may_be_person(page: Page, mention: Mention) -> bool:
    """Whether a mention is a bare name, a person's or one of several words that is surely nobody else's."""
    if mention.name is None or mention.role or mention.case or mention.plural:
        return False
    several = mention.name[1] - mention.name[0] > 1 and not is_strong(page, mention.name)
    return mention.kind == "person" or (mention.kind == "organization" and several)


def _follows(page: Page, first: Mention, owner: Mention, person: Mention) -> bool:
    """Whether only `and` or a comma stands before the owner, and a comma behind it."""
    at = first.end
    if page.norm(at) == ",":
        at += 1
    joined = page.norm(at) in page.words.and_
    at += joined
    listed = joined or at > first.end
    return listed and at == owner.start and page.norm(owner.end) == "," and person.start == owner.end + 1
