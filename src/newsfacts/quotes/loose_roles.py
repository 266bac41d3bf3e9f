"""Roles without a name beside people without a role: whether these are the same."""

from collections.abc import Sequence

from newsfacts.quotes.looks import alike
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.organizations import Organizations
from newsfacts.quotes.page import Page
from newsfacts.quotes.persons import Person
from newsfacts.quotes.role_text import organization_of, role_of, role_stems
from newsfacts.text.fold import fold

_PEOPLE = 100
_NEAR, _POSSESSIVE = 60, -2


def with_loose_roles(
    page: Page, mentions: Sequence[Mention], organizations: Organizations, people: tuple[Person, ...]
) -> tuple[Person, ...]:
    """A role without a name for the one person without a role: `γράφει η Ρ. Κ. Η πρόεδρος εκτίμησε`.

    Of several only one does something: `σχολίασε ο Χ για την ανάρτηση του Ψ. Ο βουλευτής τόνισε`.
    """
    loose = [m for m in mentions if m.kind == "nameless" and m.subject and not m.plural and m.role]
    loose = [m for m in loose if page.marks_around(m.start) is None]  # `«Εγώ είμαι ο διευθυντής»`
    loose = [m for m in loose if not any(_holds(page, person, m) for person in people)]
    if not loose:
        return people
    first = loose[0]
    bare = [person for person in people if person.role is None]
    acting = {m.start for m in mentions if m.kind == "person" and m.subject and m.start < first.start}
    active = [person for person in people if acting.intersection(person.places)]
    if len(bare) > 1:
        bare = [person for person in bare if person in active]
    several = len({*active, *bare}) > 1
    if len(bare) != 1 or not _fits_loose(page, bare[0], first, several=several):
        return people
    person, owner = bare[0], organization_of(page, organizations, first)
    if is_another(page, person, first, owner) or _comes_in_too(page, person, first):
        return people
    organization = person.organization or owner
    role = role_of(page, first, organization)
    told = person._replace(role=role, organization=organization, gender=first.gender)
    return tuple(told if one is person else one for one in people)


def _fits_loose(page: Page, person: Person, role: Mention, *, several: bool) -> bool:
    """Whether a role without a name may be a person's, who is named near and not as its owner."""
    assert role.role is not None
    unnamed = page.norm(role.role[0]) in page.words.unnamed and role.role[1] - role.role[0] == 1
    if not person.stems or person.gender not in ("", role.gender) or unnamed or is_his(page, person, role):
        return False
    if any(role.start < place <= role.end + 2 for place in person.places[:_PEOPLE]):
        return False  # `ο σύμβουλος του Γ. Ντόβα`
    if _brings_in(page, role):
        return False  # `βρέθηκε ο διευθυντής που συνελήφθη`
    if role.start < person.at and page.marks_around(person.at):
        return False  # `Ο πρόεδρος είπε: «Έφυγε ο Π. Μ.»`
    if len(person.stems) == 1 and role.start < person.at and role.gender != "f":
        return False  # one word later on may be a firm's name
    return not several or any(abs(role.start - p) < _NEAR for p in person.places)


def is_another(page: Page, person: Person, role: Mention, organization: str | None) -> bool:
    """Whether a role can't be of somebody of whom a house is told: `ο Π. Μ. της Χ … Ο υπουργός`."""
    house = person.organization
    if not house or role.role is None:
        return False
    if organization and role.organization and not alike(page, organization, house):
        return True
    state = is_public(page, role)
    public = page.words.lands | page.words.bodies | page.words.institutions
    party = house.isupper() and not house.isascii()
    return state and not party and public.isdisjoint({fold(house), fold(house.split()[0])})


def is_public(page: Page, role: Mention) -> bool:
    """Whether a role is an office of the state: `υπουργός Ενέργειας`, `πρωθυπουργός`, `δήμαρχος Λάρισας`."""
    if role.role is None:
        return False
    found = page.role(role.role[0])
    portfolio = found is not None and found[1] == "portfolio"
    return portfolio or page.norm(role.role[0]) in page.words.lists["statesmen"]


def _comes_in_too(page: Page, person: Person, role: Mention) -> bool:
    """Whether somebody comes in only behind the role, as a further one: `μίλησε και ο Π. Μ.`."""
    at = person.at
    if at < role.start or page.norm(at - 1) not in page.words.and_:
        return False
    before = page.word(at - 2)
    return before.isalpha() and before.islower() and page.norm(at - 2) not in page.words.articles


def _holds(page: Page, person: Person, role: Mention) -> bool:
    """Whether somebody has a role already, as his sex allows."""
    if person.role is None or role.role is None or {person.gender, role.gender} == {"m", "f"}:
        return False
    return not role_stems(page, person.role).isdisjoint(role_stems(page, role.role))


def _brings_in(page: Page, role: Mention) -> bool:
    """Whether a relative pronoun without a comma tells which one is meant: nobody who was named before."""
    for token in range(role.end, role.end + 6):
        if page.norm(token) in page.words.relatives:
            return True
        if not page.word(token).isalpha() or page.verb(token):
            return False
    return False


def is_his(page: Page, person: Person, role: Mention) -> bool:
    """Whether a role is that of somebody else whom a person has: `ο Π. Μ. έφυγε. Ο δικηγόρος του είπε`."""
    if role.whose != _POSSESSIVE or page.norm(role.end - 1) not in page.words.clitics:
        return False
    return (page.norm(role.end - 1) in page.words.feminine) == (person.gender == "f")
