"""Roles, and what stands beside them: `ο CEO της Χ`, `ο αναπληρωτής διευθυντής πωλήσεων`."""

from collections.abc import Mapping

from newsfacts.quotes.affiliations import person_after
from newsfacts.quotes.genitives import is_genitive
from newsfacts.quotes.leading import leads_firm, past_bracket
from newsfacts.quotes.looks import is_foreign
from newsfacts.quotes.mention import Known, Naming
from newsfacts.quotes.names import Tokens, is_strong, name_at, stems_of
from newsfacts.quotes.naming_parts.part import Part
from newsfacts.quotes.page import Hit, Page
from newsfacts.quotes.quote_words import STOPS
from newsfacts.quotes.roles import Role, role_at

_FIELD = 2


def _office(naming: Naming, at: int) -> Hit:
    """A role before a name, with what it is a role of: `διευθυντής πωλήσεων της Χ`."""
    page, words = naming.page, naming.page.words
    role = None if naming.head else role_at(page, at, naming.end)
    if role is None or page.norm(at) in words.companies or _is_ministry(naming, at):
        return None
    if leads_firm(page, at, role.tokens[1], naming.base.case) or _is_adjective(naming, role.tokens[0]):
        return None  # `η εκδότρια εταιρεία`, `το φυσικό αέριο`
    house, after = role.organization, role.end
    if house is not None and after == house[1] and not naming.base.plural:
        house = house[0], person_after(page, house, naming.end)
        after = house[1]
    if house is not None and _is_someones(page, house, naming.known):
        house = None  # `ο δικηγόρος του Μασκ`
    return after, Role(role.tokens, house, role.whose, after)


def _is_adjective(naming: Naming, at: int) -> bool:
    """`το φυσικό αέριο`: what would be a man's role with another article, before a noun."""
    page, case, found = naming.page, naming.base.case, naming.page.role(at)
    if found and found[0] > at + 1:
        return False  # `το διοικητικό συμβούλιο`
    thing = naming.base.gender == "n" or (not case and page.norm(at - 1) in page.words.neuter)
    able = thing and page.norm(at).endswith(page.words.adjective_name_endings)
    noun = page.word(at + 1).islower() and page.norm(at + 1) not in page.words.function
    return able and noun and not page.verb(at + 1)


def _is_ministry(naming: Naming, at: int) -> bool:
    """`το ΥΠΕΝ`: an abbreviation that would be a minister's with another article."""
    page = naming.page
    return page.word(at).isupper() and not page.is_latin(at) and naming.base.gender == "n"


def _is_someones(page: Page, owner: Tokens, known: Known) -> bool:
    """Whether a role is told by whose it is, and he is a person: `ο συνεργάτης του Νίκου Ρήγα`."""
    if page.norm(owner[0] - 1) not in page.words.genitive or is_strong(page, owner):
        return False
    named = page.norm(owner[0] - 1) not in page.words.feminine and page.stem(owner[1] - 1) in known.people
    named = named and not (is_foreign(page, owner) and " ".join(stems_of(page, owner)) in known.firms)
    return named and (owner[1] - owner[0] > 1 or not page.word(owner[0]).isupper())


def _role(naming: Naming, at: int) -> Hit:
    """A role with what it is a role of."""
    role = role_at(naming.page, at, naming.end)
    return (role.end, role) if role else None


def _role_words(naming: Naming, at: int) -> Hit:
    """The words of a role, without what it is a role of."""
    role = role_at(naming.page, at, naming.end)
    return (role.tokens[1], at) if role else None


def _role_and_house(naming: Naming, at: int) -> Hit:
    """A role behind a name, perhaps with the bare name of an organisation up to a colon or a bracket."""
    page = naming.page
    role = role_at(page, at, naming.end)
    if role is None:
        return None
    stop = role.end
    if field := _field_behind(naming, role):
        return field, role._replace(tokens=(role.tokens[0], field), end=field)
    if role.organization is None and role.whose <= 0 and page.is_capital(stop):
        house = name_at(page, stop, naming.end, organization=True)
        if house and page.norm(house[1]) in (":", ")") and page.norm(house[0]) not in page.words.modifiers:
            return house[1], role._replace(organization=house)
    return stop, role


def _field_behind(naming: Naming, role: Role) -> int:
    """`η Άννα Ρήγα, επικεφαλής Ανθρώπινου Δυναμικού,`: past a field of two words; 0 where none is.

    Before a name such words may be that; behind one they are not.
    """
    page, at = naming.page, role.end
    if role.organization is not None or role.whose not in (0, -1) or at != role.tokens[1]:
        return 0
    stop, given = at + _FIELD, page.words.given_stems
    field = is_genitive(page, at) and all(
        page.is_capital(k) and not page.is_latin(k) and page.stem(k) not in given for k in range(at, stop)
    )
    closed = stop >= naming.end or page.norm(stop) in STOPS or page.norm(stop) in ("(", ")")
    return stop if field and closed and page.stem(stop - 1) not in naming.known.people else 0


def _place(naming: Naming, at: int) -> Hit:
    """A place before a name: `ο υφυπουργός (Μακεδονίας – Θράκης) Π. Μ.`, `ο πρόεδρος των αγροτών Λάρισας`."""
    page = naming.page
    stop = past_bracket(page, at, naming.end)
    if page.is_capital(at) and page.norm(at) in page.words.countries and page.word(at - 1).islower():
        stop = at + 1
    return (stop, at) if stop > at else None


def _set_off(naming: Naming, at: int) -> Hit:
    """A comma or a dash with blanks around it."""
    page, norm = naming.page, naming.page.norm(at)
    return (at + 1, at) if norm == "," or (norm == "-" and not page.reading.glued(at)) else None


PARTS: Mapping[str, Part] = {
    "office": Part(_office, Role),
    "role": Part(_role, Role),
    "role_words": Part(_role_words, int),
    "role_and_house": Part(_role_and_house, Role),
    "place": Part(_place, int),
    "set_off": Part(_set_off, int),
}
