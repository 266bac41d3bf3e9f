"""How the names of bodies go on: `Επιτροπή Ενέργειας της Βουλής`, `Υπουργείο Έρευνας και Παιδείας`."""

from newsfacts.quotes.genitives import is_genitive
from newsfacts.quotes.name_signs import initials_at, partners_follow
from newsfacts.quotes.page import Page

_LONGEST_TASK = 8


def goes_on_behind_comma(page: Page, at: int, comma: int, end: int) -> bool:
    """`Υπουργείο Έρευνας, Υγείας και Παιδείας`, `Helion, Inc.`: whether a comma is part of a name."""
    if page.role(comma + 1):
        return False  # `Π. Μ., Co-Founder`
    if page.is_latin(at) and partners_follow(page, comma):
        return True
    if page.is_latin(comma + 1) and page.norm(comma + 1) in page.words.legal:
        return not page.role(comma + 2)  # `Π. Μ., Group CEO`
    return is_hinted(page, at, comma) and lists_genitives(page, comma, end)


def is_hinted(page: Page, at: int, stop: int) -> bool:
    """Whether one of the first two words of a name says that it is a body: `Γενική Γραμματεία`."""
    return any(page.norm(k) in page.words.hints for k in range(at, min(at + 2, stop)))


def of_body(page: Page, at: int, stop: int) -> bool:
    """`Επιμελητήριο της Λαμίας`, `Επιτροπή Ενέργειας της Βουλής`: whether a name goes on behind `of`."""
    whose = stop + 1
    if page.is_latin(whose) or page.norm(at) in page.words.own_divisions:
        return False
    if stop == at + 1:
        return page.norm(at) in page.words.hints
    behind = page.norm(at + 1)  # `Γενικό Δικαστήριο της ΕΕ`
    words = page.words
    body = behind in words.bodies or behind in words.institutions or behind in words.hints
    head = at + (body and not is_genitive(page, at + 1))
    fields = all(page.is_capital(k) and is_genitive(page, k) for k in range(head + 1, stop))
    man = page.norm(stop) not in page.words.feminine | page.words.plural
    called = man and not page.norm(whose).endswith(page.words.masculine_endings)  # `του Πολίτη`
    whole = page.word(whose).isupper() or is_genitive(page, whose) or called
    return fields and whole and not _names_person(page, stop)


def _names_person(page: Page, article: int) -> bool:
    """Whether a person is named behind an article: a given name, or two words and a man's article."""
    words, norm = page.words, page.norm(article + 1)
    man = page.norm(article) not in words.feminine | words.plural
    stop = article + 1
    while page.is_capital(stop):
        if page.norm(stop) in words.hints:
            return False  # `Επιτροπή Τροφίμων του Εμπορικού Επιμελητηρίου`
        stop += 1
    named = man or page.stem(article + 1) in words.given_stems
    return norm in words.given or (named and page.is_capital(article + 2))


def lists_genitives(page: Page, comma: int, end: int) -> bool:
    """Whether a comma joins genitives in capitals, the last of them behind `and`: fields of an office."""
    if not is_genitive(page, comma - 1) or page.is_latin(comma - 1):
        return False
    for k in range(comma + 1, min(end, comma + 8)):
        if page.norm(k) in page.words.and_:
            return page.is_capital(k + 1) and is_genitive(page, k + 1)
        if page.norm(k) != "," and not (page.is_capital(k) and is_genitive(page, k)):
            return False
    return False


def is_field_of_body(page: Page, at: int, stop: int) -> bool:
    """`Ινστιτούτο Υγιεινής Ζωής`: behind its adjective, and no surname behind, a word that is a name too."""
    words, adjective = page.words, page.norm(stop - 1)
    endings = words.adjective_endings + words.adjective_name_endings
    agreeing = stop > at + 1 and adjective.endswith(endings) and is_genitive(page, stop - 1)
    ending = page.norm(stop).endswith(words.genitive_endings) and not page.is_capital(stop + 1)
    return agreeing and ending and is_hinted(page, at, stop)


def is_firm_of_people(page: Page, at: int, stop: int) -> bool:
    """`Σωματείο Εργαζομένων Helion`: the firm behind people in the genitive, in the name of their body."""
    people = page.norm(stop - 1).endswith(page.words.plural_endings) and is_genitive(page, stop - 1)
    return people and stop - at == 2 and is_hinted(page, at, at + 1) and not page.is_capital(stop + 1)


def past_its_task(page: Page, at: int, stop: int, end: int) -> int:
    """`Αρχή της ΕΕ για την Ασφάλεια (ABC)`: how many tokens tell what a body is for, before its initials."""
    words, first = page.words, stop + 2
    begins = (
        page.norm(stop) in words.topics and page.norm(stop + 1) in words.articles and page.is_capital(first)
    )
    if not begins or not is_hinted(page, at, stop):
        return 0
    for k in range(first, min(first + _LONGEST_TASK, end)):
        if initials_at(page, k):
            return k - stop
        small = page.norm(k) in words.articles or page.norm(k) in words.and_
        if not page.is_capital(k) and not small:
            break
    return 0
