"""What productions of mentions mean: from what they keep to a mention, or to what is known of it so far.

Each function is named behind the `->` of productions and gets what they keep by name. It gives None where
the production does not fit after all, so that the next one is tried. One that gives what is being read
anew says that what it stands beside is still before the noun or name, which is looked for behind it.
"""

from collections.abc import Mapping

from newsfacts.quotes.genitives import is_genitive
from newsfacts.quotes.leading import names_more
from newsfacts.quotes.looks import is_medium, is_person
from newsfacts.quotes.mention import LATTER, Mention, Naming, article_at, opened
from newsfacts.quotes.names import Tokens, is_strong, name_at
from newsfacts.quotes.naming_parts.called import (
    Called,
    is_firm,
    may_be_told,
    names_house,
    only_opens,
    sort_of,
)
from newsfacts.quotes.naming_parts.house_makers import HOUSE_MAKERS
from newsfacts.quotes.naming_parts.part import Maker
from newsfacts.quotes.page import Page
from newsfacts.quotes.roles import Role
from newsfacts.quotes.spelling import same_sound


def _passed(naming: Naming, end: int) -> Naming:
    """Words between an article and a noun or name, which tell nothing."""
    return naming


def _titled(naming: Naming, end: int) -> Naming:
    """A title: a person's name follows."""
    return naming._replace(base=naming.base._replace(titled=True))


def _headed(naming: Naming, end: int, n: int) -> Naming:
    """A noun of organisations before the name of one, or alone."""
    return naming._replace(head=n)


def _afresh(naming: Naming, end: int, a: int) -> Naming | Mention:
    """A mention of its own, that begins at this article; in `με τον ίδιο ο Χ` it is of another."""
    article, base = article_at(naming.page, a), naming.base
    if article and (article.case, article.gender) != (base.case, base.gender):
        return base._replace(end=a, kind="same")
    return opened(naming.page, a, naming.end, naming.known)


def _nobody(naming: Naming, end: int) -> Naming:
    """Nobody's name: nothing is looked for behind it."""
    return naming._replace(end=end)


def _pronoun(naming: Naming, end: int, n: int) -> Mention:
    """`εκείνος`: the one spoken of."""
    gender = "f" if naming.page.norm(n) in naming.page.words.she else "m"
    return naming.base._replace(end=end, kind="same", case="nominative", gender=gender)


def _same(naming: Naming, end: int) -> Mention:
    """`ο ίδιος`: the one spoken of."""
    return naming.base._replace(end=end, kind="same")


def _latter(naming: Naming, end: int) -> Mention:
    """`ο τελευταίος`: the one named last."""
    return naming.base._replace(end=end, kind="same", whose=LATTER)


def _nameless(naming: Naming, end: int, r: Role) -> Mention:
    """Somebody told by his role alone."""
    mention = naming.base._replace(end=end, kind="nameless", role=r.tokens, whose=r.whose)
    if r.organization is not None and _is_told_to(naming.page, r.tokens[1], r.organization):
        return mention._replace(end=r.tokens[1])
    return mention._replace(organization=r.organization)


def _is_told_to(page: Page, at: int, house: Tokens) -> bool:
    """`είπε αξιωματούχος στο Reuters`, `έγραψε ο υπουργός στο Χ`: whether a medium stands there."""
    known = page.is_latin(house[0]) and page.organization(house[0]) is not None
    channel = any(page.norm(k) in page.words.channels for k in range(at + 1, house[1]))
    return page.norm(at) in page.words.locative and (known or channel or is_medium(page, house[0]))


def _named(naming: Naming, end: int, n: Tokens) -> Mention | None:
    """A person or an organisation, as the name looks; nobody for a mere word that opens a sentence."""
    sort, page, base = sort_of(naming, n), naming.page, naming.base
    if sort == "person":
        return _person(naming, end, n)
    if not sort:
        return None
    first, stop = name_at(page, n[0], naming.end, organization=True) or n
    if naming.head == first - 1 and is_genitive(page, first) and not page.is_latin(first):
        first = naming.head  # `υπουργείο Υγείας`: the noun before a name in the genitive is part of the name
    return base._replace(end=stop, kind="organization", name=(first, stop), titled=False)


def _person(naming: Naming, end: int, n: Tokens, h: Tokens | None = None) -> Mention:
    """A person, perhaps of an organisation."""
    return naming.base._replace(end=end, kind="person", name=n, organization=h)


def _person_of(naming: Naming, end: int, n: Tokens, h: Tokens) -> Mention | None:
    """A person of an organisation, where the name is a person's."""
    return _person(naming, end, n, h) if sort_of(naming, n) == "person" else None


def _bracketed(naming: Naming, end: int, n: Tokens, h: Tokens) -> Mention | None:
    """A person with his organisation in brackets, or with his name in other letters."""
    if sort_of(naming, n) != "person":
        return None
    return _person(naming, end, n, None if _is_same(naming, n, h) else h)


def _spelt(naming: Naming, end: int, n: Tokens, h: Tokens, r: Role) -> Mention | None:
    """A person with his name in other letters, and the role behind it."""
    same = _is_same(naming, n, h) and sort_of(naming, n) == "person"
    return _with_role(naming, end, n, r) if same else None


def _is_same(naming: Naming, one: Tokens, other: Tokens) -> bool:
    word = naming.page.word
    return same_sound(word(one[1] - 1), word(other[1] - 1))


def _told(naming: Naming, end: int, n: Tokens, r: Role) -> Mention | None:
    """A person told by the role set off behind his name."""
    able = naming.base.gender != "n" and may_be_told(naming, n) and not _are_others(naming, r)
    able = able and not only_opens(naming, n)
    return _with_role(naming, end, n, r) if able and not is_firm(naming, n) else None


def _are_others(naming: Naming, role: Role) -> bool:
    """`Σύμφωνα με τον Ρήγα, αναλυτές περιμένουν`: a role of several behind the name of one."""
    page, before = naming.page, naming.page.norm(naming.base.start - 1)
    many = page.norm(role.tokens[0]).endswith(page.words.many_endings)
    return many and before not in page.words.and_or_comma


def _beside(naming: Naming, end: int, n: Tokens, r: Role) -> Mention | None:
    """A person of several names told by the role right behind them."""
    able = n[1] - n[0] > 1 and may_be_told(naming, n)
    return _with_role(naming, end, n, r) if able else None


def _with_role(naming: Naming, end: int, name: Tokens, role: Role) -> Mention:
    return naming.base._replace(
        end=end, kind="person", name=name, role=role.tokens, organization=role.organization, whose=role.whose
    )


def _at_house(naming: Naming, end: int, r: Role, h: Tokens) -> Role | None:
    """A role with the organisation behind it, where it tells none itself."""
    if r.organization is not None or r.whose > 0:
        return None
    return r._replace(organization=h, end=end)


def _surely(naming: Naming, end: int, n: Tokens) -> Called | None:
    """A name that nothing but the role or a title stands before: of who has the role, or of his house."""
    page = naming.page
    if naming.base.plural and not names_more(page, end):
        return None
    strong = is_strong(page, n)
    person = is_person(page, n, "" if strong else "m", naming.known.people, naming.known.firms)
    return Called(n, person, sure=True) if person or strong else None


def _perhaps(naming: Naming, end: int, n: Tokens) -> Called | None:
    """A name behind a comma: a person's with several names, or with one that the text knows."""
    page, known = naming.page, naming.known
    person = is_person(page, n, naming.base.gender, known.people, known.firms)
    several = n[1] - n[0] > 1
    return Called(n, True, sure=False) if person and (several or page.stem(n[0]) in known.people) else None


def _officer(
    naming: Naming, end: int, r: Role, c: Called, o: Tokens | None = None, s: Role | None = None
) -> Mention | None:
    """Somebody with role and name, perhaps with whose he is, or a second role behind.

    A second role counts where it tells an organisation and the first does not. A name that is no person's
    is that of the organisation.
    """
    mention = naming.base._replace(
        end=end, kind="person", name=c.name, role=r.tokens, organization=r.organization, whose=r.whose
    )
    if names_house(naming, r, c):
        alone = o is None and s is None
        return mention._replace(kind="nameless", name=None, organization=c.name, whose=0) if alone else None
    if not c.person or (o is not None and r.organization is not None):
        return None
    if o is not None:
        return mention._replace(organization=o, whose=0)
    if s is not None and r.organization is None and s.organization is not None:
        return mention._replace(role=s.tokens, organization=s.organization, whose=0)
    return mention


def _officer_of(naming: Naming, end: int, r: Role, c: Called, h: Tokens) -> Mention | None:
    """Somebody with role and name, and with his organisation in brackets, or his name in other letters."""
    return _officer(naming, end, r, c, None if _is_same(naming, c.name, h) else h)


MAKERS: Mapping[str, Maker] = {
    **HOUSE_MAKERS,
    "passed": _passed,
    "titled": _titled,
    "headed": _headed,
    "afresh": _afresh,
    "nobody": _nobody,
    "pronoun": _pronoun,
    "same_one": _same,
    "latter_one": _latter,
    "nameless": _nameless,
    "named": _named,
    "person": _person,
    "person_of": _person_of,
    "bracketed": _bracketed,
    "spelt": _spelt,
    "told": _told,
    "beside": _beside,
    "at_house": _at_house,
    "surely": _surely,
    "perhaps": _perhaps,
    "officer": _officer,
    "officer_of": _officer_of,
}
