"""Parts of an organisation that a role is of: `της ομάδας δικτύων`, `του Τμήματος Έρευνας της Χ`."""

from newsfacts.quotes.affiliations import affiliation
from newsfacts.quotes.genitives import is_genitive, small_genitive
from newsfacts.quotes.names import name_at
from newsfacts.quotes.page import Page
from newsfacts.quotes.portfolios import field_end


def of_division(page: Page, stop: int, end: int) -> int:
    """`διευθυντής του Τμήματος Έρευνας της Χ`: past a part of what is named behind it; else 0."""
    words, at = page.words, stop + 1
    inside = page.norm(stop) in words.inside
    if page.norm(stop) not in words.genitive and not inside:
        return 0
    at += page.is_capital(at) and page.norm(at).endswith(words.adjective_name_endings)  # `Γενικής Διεύθυνσης`
    if page.norm(at) not in (words.lists["parts"] if inside else words.own_divisions):
        return 0
    if not page.is_capital(at):
        return 0
    at += 1
    while at < end and page.is_capital(at) and not page.is_latin(at) and is_genitive(page, at):
        at += 1 + (page.norm(at + 1) in words.and_ and page.is_capital(at + 2))
    owned = page.norm(at) in words.of and affiliation(page, at, end)[0] is not None
    return at if owned else 0


def of_holder(page: Page, stop: int, end: int) -> int:
    """`ο σύμβουλος του Προέδρου Ντόναλντ Τραμπ`: past whose he is who himself has an office; else 0.

    His name stays with him unless it is a nominative: `ο σύμβουλος του Προέδρου Νίκος Ρήγας`.
    """
    words, at = page.words, stop + 1
    found = page.role(at) if page.norm(stop) in words.genitive - words.plural and at < end else None
    if not found or _is_body(page, stop, at, found[0]) or not _declined(page, stop, at):
        return 0
    after = max(found[0], field_end(page, found[0], end, found[1]))
    if page.norm(after) in words.genitive:
        after = affiliation(page, after, end)[2]
    name = name_at(page, after, end)
    if name is None:
        return after
    foreign = not page.norm(name[0]).endswith(words.masculine_endings + words.woman_endings)
    his = page.is_latin(name[0]) or foreign or _declined(page, stop, name[0])
    return name[1] if his else after


def _is_body(page: Page, article: int, at: int, after: int) -> bool:
    """`του ΥΠΕΝ`, `της διοίκησης Ρήγα`, `της πρωτοπόρου (εταιρείας) Χ`: a body, or before its name."""
    words, norm = page.words, page.norm(at)
    alone = page.is_latin_name(after) and not page.is_capital(after + 1)
    firm = page.norm(after) in words.companies or (alone and page.norm(article) in words.feminine)
    if norm in words.hints and page.is_capital(at) and page.is_capital(after) and is_genitive(page, after):
        return True  # `ο αντιπρόεδρος του Διαχειριστή Δικτύων`
    return norm in words.companies or norm in words.regimes or page.word(at).isupper() or firm


def _declined(page: Page, article: int, at: int) -> bool:
    """Whether a word can be a genitive by its article: `του επιχειρηματία`, `της προέδρου`."""
    words, norm = page.words, page.norm(at)
    if page.norm(article) not in words.feminine:
        return not norm.endswith(words.masculine_endings)
    return norm.endswith(words.masculine_endings + words.genitive_endings)


def small_list(page: Page, at: int, end: int) -> int:
    """`ψηφιακής πολιτικής, τηλεπικοινωνιών και ενημέρωσης`: past a comma or `and` and further genitives."""
    if not small_genitive(page, at - 1):
        return 0
    if page.norm(at) in page.words.and_:
        return small_genitive(page, at + 1)
    if page.norm(at) != "," or not small_genitive(page, at + 1):
        return 0
    joined = any(
        page.norm(k) in page.words.and_ and small_genitive(page, k + 1)
        for k in range(at + 2, min(end, at + 5))
    )
    return at + 2 if joined else 0
