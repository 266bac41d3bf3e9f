"""What a mention tells of somebody's role, and whose it is, by the names of the document."""

from bisect import bisect_left

from newsfacts.quotes.companies import company_at
from newsfacts.quotes.full_names import fullest
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.names import Tokens
from newsfacts.quotes.organizations import Organizations
from newsfacts.quotes.owners import further_owners
from newsfacts.quotes.page import Page

_NEAR = 30


def organization_of(page: Page, organizations: Organizations, mention: Mention) -> str | None:
    """Whose role a mention tells, by name."""
    if mention.organization:
        first = mention.organization
        named = (first, *further_owners(page, first, mention.end))
        return "; ".join(fullest(page, organizations, one) for one in named)
    if mention.whose:
        return company_at(page, organizations, mention.start, mention.whose)
    return _ministry(page, organizations, mention.role) if mention.role else None


def _ministry(page: Page, organizations: Organizations, role: Tokens) -> str | None:
    """`ο προϋπολογισμός του Υφυπουργείου Έρευνας, δήλωσε ο αρμόδιος Υφυπουργός`: whose minister he is."""
    found = page.role(role[0])
    judged = page.norm(role[0] - 1) in page.words.lists["judged"]
    if not judged or found is None or found[1] != "portfolio" or role[1] > found[0]:
        return None
    row, (first, _) = bisect_left(organizations.starts, role[0]), page.sentence(role[0])
    for one in reversed(organizations.named[max(0, row - _NEAR) : row]):
        if one.name[0] >= first and page.norm(one.name[0]) in page.words.institutions:
            return fullest(page, organizations, one.name)
    return None


def role_of(page: Page, mention: Mention, organization: str | None) -> Tokens | None:
    """A role, with the noun of whose it is where the text names that nowhere: `πρόεδρος του συνδικάτου`."""
    house = mention.whose > 0 and page.norm(mention.whose) in page.words.houses
    if mention.role is None or organization is not None or not house or mention.whose < mention.role[1]:
        return mention.role
    return mention.role[0], mention.whose + 1


def role_stems(page: Page, role: Tokens) -> set[str]:
    """The words of a role without their endings and small words."""
    return {page.stem(k) for k in range(*role) if page.word(k)[:1].isalpha() and len(page.norm(k)) > 2}
