"""A role told once for several: `ο υπουργός της Χ, Π. Μ., και της Ψ, Ν. Ρ.`."""

from collections.abc import Sequence

from newsfacts.quotes.mention import Mention
from newsfacts.quotes.names import is_strong
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
