"""Whether a name is a person's or an organisation's, by its looks and the article before it."""

from collections.abc import Container, Sequence

from newsfacts.quotes.genitives import is_genitive
from newsfacts.quotes.names import Tokens, is_strong, stems_of
from newsfacts.quotes.page import Page
from newsfacts.quotes.quote_words import STOPS

_SPELT_BACK = 12  # tokens before a bracket in which the body stands
_ASIDE = 12  # tokens behind a subject in which its aside closes


def is_person(
    page: Page, name: Tokens, gender: str, known: Container[str], firms: Container[str] = ()
) -> bool:
    """Whether a name is a person's; `gender` is that of the article before it.

    `known` holds stems of last names, `firms` stems of names of organisations.
    """
    norms = [page.norm(k) for k in range(*name) if page.word(k)[:1].isalpha()]
    if not norms:
        return False
    strong = is_strong(page, name)
    # what the document tells is asked last: that reads all of it
    if not strong and gender != "n" and _looks_personal(page, name, gender, norms):
        last = page.stem(name[1] - 1)
        if len(norms) > 1:
            return not is_foreign(page, name) or " ".join(stems_of(page, name)) not in firms
        return last in known or page.stem(name[0]) not in firms
    return (len(norms) == 1 or not strong) and page.stem(name[1] - 1) in known


def is_foreign(page: Page, name: Tokens) -> bool:
    """Whether a name is several words in Latin letters of which the first is no given name: `Invest Alba`."""
    return name[1] - name[0] > 1 and page.is_latin(name[0]) and page.norm(name[0]) not in page.words.given


def leads_foreign(page: Page, role: Tokens | None, owner: Tokens) -> bool:
    """`ο πρόεδρος του Invest Alba`: whom somebody leads is a firm, whatever article it has."""
    return role is not None and page.stem(role[0]) in page.words.leader_stems and is_foreign(page, owner)


def _looks_personal(page: Page, name: Tokens, gender: str, norms: Sequence[str]) -> bool:
    """Whether a name that is surely no organisation's is a person's; `norms` are its words."""
    given = norms[0] in page.words.given or (norms[-1] in page.words.given and not page.is_latin(name[0]))
    if given and len(norms) > 1:
        return True  # also `Ρήγας Νίκος`
    if any(n in page.words.media for n in norms) or (len(norms) > 1 and _shouted(page, name)):
        return False
    if len(norms) > 1 and _ends_in_capitals(page, name):
        return False
    particle = any(page.word(k).islower() and page.norm(k) in page.words.particles for k in range(*name))
    if particle and (gender != "f" or norms[0] in page.words.given):
        return True
    if len(norms) == 1 and "." in page.word(name[0]):
        *initials, last = norms[0].split(".")
        return len(last) > 2 and all(len(part) <= 2 for part in initials)
    if len(norms) > 1 and len(norms[0]) <= 2 and page.word(name[0] + 1) == ".":
        return True
    if len(norms) == 1 and "." not in page.word(name[0]):
        return _alone(page, name[0], gender)
    if page.is_latin(name[0]):
        return gender == "m"
    return _several(page, name, gender)


def _shouted(page: Page, name: Tokens) -> bool:
    """`ο ΣΥΡΙΖΑ-ΠΣ`, `ΠΑΣΟΚ ΚΙΝΑΛ:`: abbreviations side by side, outside of lines all in capitals."""
    words = [page.word(k) for k in range(*name) if page.word(k)[:1].isalpha()]
    joined = any(page.word(k) == "-" for k in range(*name))
    short = all(word.isupper() and len(word) < 7 for word in words) and "." not in "".join(words)
    if not short or not (joined or min(map(len, words)) < 4):
        return False
    return not any(first <= name[0] < last for first, last in page.shouted)


def _ends_in_capitals(page: Page, name: Tokens) -> bool:
    """`Παλαιό ΠΑΣΟΚ`: an abbreviation behind a Greek word in small letters that is no given name."""
    first, last = page.word(name[0]), page.word(name[1] - 1)
    short = last.isupper() and 2 < len(last) < 7 and not page.is_latin(name[1] - 1)
    return short and first.istitle() and len(first) > 1 and not page.is_latin(name[0])


def _alone(page: Page, at: int, gender: str) -> bool:
    """One word: `ο Musk`, `Δένδιας`, but not `η Meta`, `ο ΔΕΔΔΗΕ`, `ο Guardian`."""
    words, word, norm = page.words, page.word(at), page.norm(at)
    if word.isupper() and len(word) > 1 and (len(word) < 7 or norm.endswith(words.initials_endings)):
        return False  # no surname ends so: `ο ΟΠΕΛΕΚΕ`
    if not gender and norm in words.countries:
        return False
    if not word.isupper() and word.isalpha() and word[1:] != word[1:].lower() and not page.is_latin(at):
        return False  # `ο ΑγροΤύπος`
    if page.is_latin(at):
        return gender == "m" and norm not in words.media and word.istitle()
    if gender == "m":
        return True
    if norm.endswith(words.surname_endings):
        return True
    man = norm.endswith(words.masculine_endings) and not norm.endswith(words.many_endings)
    return not gender and man and not is_genitive(page, at)


def _several(page: Page, name: Tokens, gender: str) -> bool:
    words, last = page.words, page.norm(name[1] - 1)
    many = len(page.word(name[0])) > 6 and page.norm(name[0]).endswith(words.plural_endings)
    if many or last in words.countries or _of_initials(page, name):
        return False  # `του Συνδέσμου Βιομηχανιών Στερεάς Ελλάδας`
    if gender == "m":
        # `του Πολεμικού Ναυτικού`: an adjective and its noun in the genitive
        adjective = len(page.word(name[0])) > 6 and page.norm(name[0]).endswith(words.adjective_name_endings)
        return not (adjective and is_genitive(page, name[0]) and is_genitive(page, name[1] - 1))
    if page.norm(name[0]).endswith(words.adjective_name_endings) and gender == "f":
        return False
    if gender == "f" and last.endswith(words.surname_endings):
        return True
    if last.endswith(words.foreign_endings):
        return True
    if gender == "f":
        return last.endswith(words.woman_endings) and not last.endswith(words.adjective_endings)
    if last.endswith(words.field_endings) or page.norm(name[0]).endswith(words.adjective_endings):
        return False
    return not last.endswith(words.adjective_name_endings) or last.endswith(words.surname_endings)


def _of_initials(page: Page, name: Tokens) -> bool:
    """`η ΔΑΟΚ Σερρών`: initials before a word in small letters, and no given name."""
    first, last = page.word(name[0]), page.word(name[1] - 1)
    short = first.isupper() and 2 < len(first) < 7 and first.isalpha() and last.istitle()
    return short and page.norm(name[0]) not in page.words.given


def are_things(page: Page, first: int) -> bool:
    """`οι υπηρεσίες Χ Maps`: names behind a noun in the plural that means no firms."""
    noun = page.norm(first - 1)
    many = page.norm(first - 2) in page.words.plural and page.word(first - 1).islower()
    return many and noun not in page.words.firms and page.role(first - 1) is None


def alike(page: Page, one: str, other: str) -> bool:
    """Whether two names share a word, in whatever case."""
    stem = page.words.stem
    return not {stem(word) for word in one.split()}.isdisjoint(stem(word) for word in other.split())


def abbreviates_body(page: Page, name: Tokens) -> bool:
    """`η αρχή για την προστασία της αγοράς (ABC)`: whether initials in brackets are those of a body."""
    before, short = name[0] - 2, page.word(name[0])
    if page.norm(before + 1) != "(" or page.norm(name[1]) != ")" or not short.isupper():
        return False
    for k in range(before, before - _SPELT_BACK, -1):
        if page.norm(k) in page.words.bodies:
            return True
        if not page.word(k).isalpha() or page.verb(k):
            break
    return False


def is_place(page: Page, name: Tokens) -> bool:
    """`Κύπρου`, `Νέας Υόρκης`, `Ευρώπης Δικτύων`: whether a name is a place's or begins with one."""
    words, norms = page.words, [page.norm(k) for k in range(*name)]
    return norms[0] in words.lands or " ".join(norms) in words.places


def is_medium(page: Page, at: int) -> bool:
    """`Reuters`, `η εφημερίδα Χ`: whether the name that starts at a token is a medium's."""
    return page.norm(at) in page.words.media or page.norm(at - 1) in page.words.media_nouns


def comma_before_verb(page: Page, at: int) -> bool:
    """`όπως είπε η μάρτυρας στη δίκη, η κρίση …`: whether a comma or an end comes before a verb."""
    words = page.words
    for k in range(at, at + _ASIDE):
        norm = page.norm(k)
        if norm in STOPS or not norm or "\n" in page.word(k):
            return True
        verb = norm not in words.function and norm.endswith(words.verb_endings)
        if verb or norm in words.verbal or norm in words.subject_not_neuter:
            return False
    return False
