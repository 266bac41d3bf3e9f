"""What stands behind a name and tells who it is: `ο Π. Μ., διευθυντής της Ω`, `ο Π. Μ. (CEO, Ω)`."""

from newsfacts.quotes.affiliations import goes_on_in_latin
from newsfacts.quotes.leading import is_age
from newsfacts.quotes.mention import Known, Mention, article_at
from newsfacts.quotes.names import Tokens, is_strong, name_at
from newsfacts.quotes.page import Page
from newsfacts.quotes.roles import Role, role_at

DASHES = ("-", "–", "—")


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


def apposed(page: Page, base: Mention, name: Tokens, end: int, known: Known) -> Mention | None:
    """`ο Π. Μ., διευθυντής, Τράπεζα Ω` or `ο Π. Μ. (CEO, Χ)`: a person with what stands after the name."""
    after = name[1]
    if base.plural or is_strong(page, name) or page.norm(name[0]) in page.words.countries:
        return None
    direct = role_at(page, after, end) if base.case in ("nominative", "") else None
    if direct and name[1] - name[0] > 1:
        house, stop = _house_behind(page, direct, end)
        if base.case or page.norm(stop) == ":":  # `Π. Μ. CEO Ω: C`
            return _as_person(base, name, direct, house, stop)
    if name[1] - name[0] == 1 and _is_firm(page, name[0], base, known):
        return None
    return apposed_at(page, base, name, after, end)


def apposed_at(page: Page, base: Mention, name: Tokens, after: int, end: int) -> Mention | None:
    """A person with the role that stands behind a comma, a dash or in brackets at a token."""
    if page.norm(after) not in (",", "(", *DASHES) or after + 1 >= end or base.gender == "n":
        return None
    role = _role_behind(page, base, after + 1, end)
    if role is None:
        return None
    organization, stop = _house_behind(page, role, end)
    if page.norm(stop) == "," and organization is None and role.whose <= 0:
        house = name_at(page, stop + 1, end, organization=True)
        titled = house is not None and goes_on_in_latin(page, house[1])
        if house and not titled and (is_strong(page, house) or page.norm(after) == "("):
            organization, stop = house, house[1]
    if page.norm(after) == "(" and page.norm(stop) == ")":
        stop += 1
    return _as_person(base, name, role, organization, stop)


def _house_behind(page: Page, role: Role, end: int) -> tuple[Tokens | None, int]:
    """The organisation of a role behind a name, and where it ends: also bare up to a colon or bracket."""
    stop = role.end
    if role.organization is not None or role.whose > 0 or not page.is_capital(stop):
        return role.organization, stop
    house = name_at(page, stop, end, organization=True)
    closed = house is not None and page.norm(house[1]) in (":", ")")
    if house is None or not closed or page.norm(house[0]) in page.words.modifiers:
        return None, stop
    return house, house[1]


def _as_person(base: Mention, name: Tokens, role: Role, organization: Tokens | None, end: int) -> Mention:
    return base._replace(
        end=end, kind="person", name=name, role=role.tokens, organization=organization, whose=role.whose
    )


def _role_behind(page: Page, base: Mention, start: int, end: int) -> Role | None:
    """The role that a name is told by: `, ο 58χρονος πρόεδρος της Χ`; its article agrees with the name's."""
    words = page.words
    article = article_at(page, start)
    if article is not None:
        if article.case != (base.case or "nominative") or (
            base.gender not in ("", article.gender) and article.gender != "n"
        ):
            return None
        start += 1
    while page.norm(start) in words.nationalities or is_age(page, start):
        start += 1 + (page.norm(start + 1) in words.age)
    role = role_at(page, start, end)
    if role is None and article is not None and page.word(start).islower():
        role = role_at(page, start + 1, end)  # `ο νέος πρόεδρος`
    return role
