"""Fields of office: `υπουργός Ψηφιακής Πολιτικής και Ενέργειας`, up to the name."""

from newsfacts.quotes.genitives import is_genitive
from newsfacts.quotes.page import Page

_LONGEST, _LISTED = 14, 9
"""Tokens of a portfolio, and of the rest of a list in one, at most."""


def field_end(page: Page, at: int, end: int, kind: str) -> int:
    """Past the capitals in the genitive: `υπουργός Ψηφιακής Πολιτικής και Ενέργειας`."""
    words, stop, limit = page.words, at, min(end, at + _LONGEST)
    ends: list[int] = []
    while stop < limit:
        norm = page.norm(stop)
        if page.is_capital(stop) and page.word(stop).isalpha() and not page.is_latin(stop):
            owner = owns(page, stop) or _is_body(page, stop, limit)
            if owner or not _may_be_field(page, stop) or page.role(stop):
                break
            stop += 1
            ends.append(stop)
        elif ends and (norm in words.and_ or norm == ",") and page.is_capital(stop + 1):
            if norm == "," and not _lists(page, stop, limit):
                break
            stop += 1
        else:
            break
    return _before_name(page, ends, kind)


def _is_body(page: Page, at: int, end: int) -> bool:
    """`Πρόεδρος Εθνικής Οργάνωσης Ελαιολάδου`: a body's name with its adjectives, no field."""
    words = page.words
    while at < end and page.is_capital(at) and page.norm(at).endswith(words.adjective_name_endings):
        at += 1
    body = page.norm(at) in words.hints and page.norm(at) in words.no_companies | words.companies
    part = page.norm(at) in words.divisions | words.own_divisions
    return body and not part and is_genitive(page, at) and page.is_capital(at + 1) and at < end


def owns(page: Page, at: int) -> bool:
    """`Διευθυντής Πωλήσεων Ομίλου Helion`: a genitive of a noun of firms before the name of one."""
    if page.norm(at) not in page.words.companies or not is_genitive(page, at):
        return False
    word = page.word(at + 1)
    firm = page.is_latin_name(at + 1) or (word.isupper() and len(word) > 1) or page.organization(at + 1)
    return page.is_capital(at + 1) and bool(firm) and page.norm(at + 1) not in page.words.given


def _lists(page: Page, comma: int, end: int) -> bool:
    """`Έρευνας, Καινοτομίας και Ανάπτυξης`: a comma that joins parts of a portfolio."""
    for k in range(comma + 1, min(end, comma + _LISTED)):
        if page.norm(k) in page.words.and_:
            return page.is_capital(k + 1) and _may_be_field(page, k + 1) and not is_full_name(page, k + 1)
        field = page.norm(k) == "," or (page.is_capital(k) and _may_be_field(page, k))
        if not field or is_full_name(page, k):
            return False
    return False


def is_full_name(page: Page, at: int) -> bool:
    """`Γιώργος Λάντας`: a given name and another capital."""
    return page.norm(at) in page.words.given and page.is_capital(at + 1)


def _may_be_field(page: Page, at: int) -> bool:
    words, norm = page.words, page.norm(at)
    # an initial or a shortened name, not the last word of a sentence
    if norm in words.given or (page.norm(at + 1) == "." and len(norm) < 5):
        return False
    upper = page.word(at).isupper() and 2 < len(norm) < 7
    return upper or is_genitive(page, at) or norm.endswith(words.loan_field_endings)


def _before_name(page: Page, ends: list[int], kind: str) -> int:
    """Where the portfolio ends: of words that all may belong to it the last may be a given name."""
    while ends:
        stop = ends[-1]
        if len(ends) > 1 and page.norm(stop) in page.words.genitive:
            return stop  # `επικεφαλής Ανθρώπινου Δυναμικού της εταιρείας`: no name has an owner
        last = page.norm(stop - 1)
        left = 0
        while page.is_capital(stop + left):
            initial = "." in page.word(stop + left) or (
                page.norm(stop + left + 1) == "." and len(page.word(stop + left)) <= 3
            )
            left += 1 + initial
        sure = is_field(page, stop - 1)
        named = not sure and not _sure(page, ends[:-1]) and len(ends) > 2
        if page.norm(stop) == "," and page.is_capital(stop + 1):
            return stop  # the name comes behind the comma
        if page.norm(stop) in page.words.titles and page.word(stop).islower():
            return stop  # `περιφερειάρχης Νοτίου Αιγαίου κ. Π. Μ.`
        unsure = len(ends) > 1 and not sure and not _sure(page, ends[:-1])
        if left == 0 and (named or (unsure and len(ends) == 2)) and ends[-2] == stop - 1:
            ends = ends[:-2]
            continue
        if not sure and left == 0 and len(ends) == 1 and last.endswith(page.words.man_endings):
            return 0  # `ο υπουργός Μαυρίδης`
        if left != 1 or sure or page.norm(stop) in page.words.articles:
            surname = (
                last.endswith(page.words.surname_endings)
                and page.stem(stop - 1) not in page.words.given_stems
            )
            if left == 0 and not sure and surname and kind != "portfolio" and len(ends) > 1:
                ends = ends[:-2]
                continue
            return stop if left or kind == "portfolio" or sure or page.norm(stop) in page.words.closing else 0
        ends = ends[:-1]
    return 0


def _sure(page: Page, ends: list[int]) -> bool:
    """Whether the last of these words is surely of a field, not of a name."""
    return bool(ends) and is_field(page, ends[-1] - 1)


def is_field(page: Page, at: int) -> bool:
    """Whether a word is surely of a portfolio and no name: `Ψηφιακής`, `ΥΠΕΝ`, but not `Ζήσης`."""
    word = page.word(at)
    norm, words = page.norm(at), page.words
    many = len(word) > 3 and norm.endswith(words.plural_endings)
    return (
        word.isupper()
        or many
        or norm in words.countries
        or (len(word) > 6 and norm.endswith(words.loan_field_endings))
        or (len(word) > 6 and norm.endswith(words.field_endings + words.adjective_name_endings))
    )
