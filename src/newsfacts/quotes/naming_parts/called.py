"""Names, and what tells whose they are by what stands around."""

from collections.abc import Mapping
from typing import NamedTuple

from newsfacts.quotes.looks import is_person
from newsfacts.quotes.mention import Naming
from newsfacts.quotes.names import Tokens, is_strong, name_at
from newsfacts.quotes.naming_parts.part import ANY, Part
from newsfacts.quotes.page import Hit, Page
from newsfacts.quotes.roles import Role

_CAPTION = 14
_LONGEST_QUOTED = 8


class Called(NamedTuple):
    """A name behind a role: whether it is a person's, and whether it can't be but of who has the role."""

    name: Tokens
    person: bool
    sure: bool


def _name(naming: Naming, at: int) -> Hit:
    """A name, anybody's; behind a noun of organisations one of theirs."""
    name = name_at(naming.page, at, naming.end, organization=bool(naming.head))
    return (name[1], name) if name else None


def _quoted(naming: Naming, at: int) -> Hit:
    """A name in marks: `η κίνηση «Εμπρός»`."""
    marks = naming.page.opens.get(at)
    if marks is None or not (naming.base.case or naming.head):
        return None
    near = 1 < marks.close - at <= _LONGEST_QUOTED and marks.close < naming.end
    return (marks.close + 1, (at + 1, marks.close)) if near else None  # none in `η κίνηση «»`


def _surname(naming: Naming, at: int) -> Hit:
    """A name that a small word begins: `ο κ. ντε Ροζάριο`, `η φον Ροζάριο`; Latin behind a title only."""
    page, norm = naming.page, naming.page.norm(at)
    if page.word(at).isascii() and not naming.base.titled:
        return None  # `η de Morgen`
    particle = norm in page.words.particles and norm not in page.words.articles and page.word(at).islower()
    if not particle:
        return None
    later = next((k for k in (at + 1, at + 2) if page.is_capital(k)), None)
    name = name_at(page, later, naming.end) if later is not None else None
    return (name[1], (at, name[1])) if name else None


def sort_of(naming: Naming, name: Tokens) -> str:
    """Whether a name is a `person`'s or a `house`'s; empty for a mere word that opens a sentence."""
    page, base, known = naming.page, naming.base, naming.known
    person = base.titled or (
        not naming.head and is_person(page, name, _gender(naming, name), known.people, known.firms)
    )
    if not naming.head and not base.case:
        person = person or _heads_line(page, name)
        if _is_mere_word(naming, name, person=person):
            return ""
    return "person" if person else "house"


def _gender(naming: Naming, name: Tokens) -> str:
    """The gender of an article that tells of a person; neuter behind a document that firms and media make."""
    page, base = naming.page, naming.base
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


def _is_mere_word(naming: Naming, name: Tokens, *, person: bool) -> bool:
    """A capital with no article that only opens a sentence: `Ανεβαίνει ο λογαριασμός`, `Βέβαιος για όλα`."""
    page, known = naming.page, naming.known
    if person:
        goes_on = page.norm(name[1]) in page.words.prepositions
        captioned = any(page.norm(k) == ":" for k in range(name[1], name[1] + _CAPTION))
        titled = page.norm(name[0] - 1) in page.words.titles or page.word(name[0] - 1) == "."
        if not goes_on or captioned or titled or page.stem(name[0]) in known.people:
            return False
    if name[1] - name[0] > 1 or page.is_latin(name[0]) or page.word(name[0]).isupper():
        return False
    return page.stem(name[0]) not in known.firms and page.norm(name[0]) not in page.words.hints


def is_firm(naming: Naming, name: Tokens) -> bool:
    """`η ΚΕΔΕ, …`, `η Medora, μέλος του ομίλου`: one word that is no person's last name."""
    page, base, known, at = naming.page, naming.base, naming.known, name[0]
    if name[1] - at > 1 or page.stem(at) in known.people or base.titled:
        return False
    upper = page.word(at).isupper() and len(page.word(at)) > 1
    return (
        upper
        or page.stem(at) in known.firms
        or (page.is_latin(at) and base.gender != "m" and bool(base.case))
    )


def may_be_told(naming: Naming, name: Tokens) -> bool:
    """Whether a name may be that of one person who is told by a role behind it."""
    page = naming.page
    if naming.head or naming.base.plural:
        return False
    return not is_strong(page, name) and page.norm(name[0]) not in page.words.countries


def names_house(naming: Naming, role: Role, called: Called) -> bool:
    """`ο CEO Helion`: whether the name behind a role is that of its organisation."""
    if role.organization is not None:
        return False
    if not called.person:
        return True
    page, at = naming.page, called.name[0]
    if not called.sure or called.name[1] - at > 1 or not page.is_latin(at):
        return False
    upper = page.word(at).isupper() or not page.word(at).istitle()
    unknown = bool(role.whose) and not naming.base.titled and page.stem(at) not in naming.known.people
    return upper or unknown


def only_opens(naming: Naming, name: Tokens) -> bool:
    """`Επιπροσθέτως, η πρόεδρος της Χ`: a word that opens a sentence, and may be no man's name."""
    page, at, base = naming.page, name[0], naming.base
    if base.case or base.titled or name[1] - at > 1 or page.is_latin(at):
        return False
    norm, words = page.norm(at), page.words
    man = norm.endswith(words.masculine_endings) and not norm.endswith(words.adverb_endings)
    known = norm in words.given or page.stem(at) in naming.known.people
    return not known and (not man or norm.endswith(words.gerund_endings))


PARTS: Mapping[str, Part] = {
    "name": Part(_name, Tokens, ANY - {"small"}),
    "quoted": Part(_quoted, Tokens, ANY - {"small", "capital"}),
    "surname": Part(_surname, Tokens, ANY - {"capital"}),
}
