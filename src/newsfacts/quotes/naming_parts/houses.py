"""Organisations, and whose somebody is: `της Χ`, `(Χ)`, `υπουργείο Υγείας`."""

from collections.abc import Mapping

from newsfacts.quotes.affiliations import affiliation, goes_on_in_latin
from newsfacts.quotes.body_names import lists_genitives
from newsfacts.quotes.genitives import is_genitive
from newsfacts.quotes.looks import is_person
from newsfacts.quotes.mention import Naming
from newsfacts.quotes.names import Tokens, is_strong, name_at
from newsfacts.quotes.naming_parts.part import ANY, Part
from newsfacts.quotes.page import Hit


def _house(naming: Naming, at: int) -> Hit:
    """The name of an organisation."""
    name = name_at(naming.page, at, naming.end, organization=True)
    return (name[1], name) if name and not goes_on_in_latin(naming.page, name[1]) else None


def _clear_house(naming: Naming, at: int) -> Hit:
    """A name that can only be an organisation's: `Τράπεζα Χ`."""
    hit = _house(naming, at)
    return hit if hit and is_strong(naming.page, hit[1]) else None


def _in_brackets(naming: Naming, at: int) -> Hit:
    """What may stand in brackets behind a name: an abbreviation, or a name in Latin letters."""
    page = naming.page
    name = name_at(page, at, naming.end, organization=True)
    return (name[1], name) if name and (page.is_latin(at) or page.word(at).isupper()) else None


def _initials(naming: Naming, at: int) -> Hit:
    """One word all in capitals: `(NCA)`."""
    word, known = naming.page.word(at), naming.page.norm(at) in naming.page.words.not_names
    return (at + 1, (at, at + 1)) if len(word) > 1 and word.isupper() and not known else None


def _latin_house(naming: Naming, at: int) -> Hit:
    """An organisation with a name in Latin letters."""
    page = naming.page
    name = name_at(page, at, naming.end, organization=True) if page.is_latin(at) else None
    return (name[1], name) if name and not is_person(page, name, "", naming.known.people) else None


def _apposed_house(naming: Naming, at: int) -> Hit:
    """Whose somebody is, behind his role and a comma: one or two Latin words, or one in capitals."""
    page, hit = naming.page, _house(naming, at)
    if hit is None or page.role(at) or page.norm(at) in page.words.given:
        return None
    first, last = hit[1]
    upper = last - first == 1 and page.word(first).isupper() and len(page.word(first)) > 2
    latin = page.is_latin(first) and last - first < 3
    someone = is_person(page, hit[1], "", naming.known.people)
    return hit if is_strong(page, hit[1]) or ((latin or upper) and not someone) else None


def _of_house(naming: Naming, at: int) -> Hit:
    """Whose a person is, in the genitive: `της Χ`."""
    page = naming.page
    found, _, stop = affiliation(page, at, naming.end)
    return (stop, found) if found and not is_person(page, found, "", naming.known.people) else None


def _owner(naming: Naming, at: int) -> Hit:
    """Whose a person with a role is: `ο διευθυντής Π. Μ. της Χ`."""
    page = naming.page
    found, _, stop = affiliation(page, at, naming.end)
    return (stop, found) if found and page.norm(at) in page.words.of - page.words.locative else None


def _field(naming: Naming, at: int) -> Hit:
    """What an institution is for: `Υγείας`, a name in the genitive."""
    page = naming.page
    name = name_at(page, at, naming.end, organization=True)
    return (name[1], name) if name and is_genitive(page, name[0]) and not page.is_latin(name[0]) else None


def _next_field(naming: Naming, at: int) -> Hit:
    """The next of several fields: `Υγείας, Έρευνας και Καινοτομίας`."""
    page = naming.page
    if not page.is_capital(at + 1):
        return None
    joined = page.norm(at) in page.words.and_ and is_genitive(page, at + 1)
    if not joined and not (page.norm(at) == "," and lists_genitives(page, at, naming.end)):
        return None
    name = name_at(page, at + 1, naming.end, organization=True)
    return name[1] if name else at + 2, at


def _house_or_name(naming: Naming, at: int) -> Hit:
    """A name that goes on as those of organisations do."""
    name = name_at(naming.page, at, naming.end, organization=True)
    return (name[1], name) if name else None


PARTS: Mapping[str, Part] = {
    "house": Part(_house, Tokens),
    "clear_house": Part(_clear_house, Tokens),
    "in_brackets": Part(_in_brackets, Tokens),
    "initials": Part(_initials, Tokens, ANY - {"small"}),
    "latin_house": Part(_latin_house, Tokens),
    "apposed_house": Part(_apposed_house, Tokens),
    "of_house": Part(_of_house, Tokens),
    "owner": Part(_owner, Tokens),
    "field": Part(_field, Tokens),
    "next_field": Part(_next_field, int),
    "house_name": Part(_house_or_name, Tokens),
}
