"""What a role is for: `επίτροπος για θέματα ανταγωνισμού`, `διευθυντής για την Ευρώπη`."""

from newsfacts.quotes.affiliations import affiliation
from newsfacts.quotes.genitives import is_genitive
from newsfacts.quotes.name_signs import past_place
from newsfacts.quotes.page import Page

_VERB = 7


def own_topic(page: Page, at: int, end: int) -> int:
    """Past what a role itself is for; else `at`, as where a verb before it tells what was spoken about.

    `είπε ο υπουργός για τις τιμές` tells that, `είπε ο υπεύθυνος για τις τιμές` and `για την Ευρώπη` do not.
    """
    words, stop = page.words, topic(page, at, end)
    if stop == at or page.norm(at) not in words.about or page.norm(at - 1) in words.lists["fielded"]:
        return stop
    matters = page.norm(at + 1) in words.lists["matters"]
    if matters or any(page.is_capital(k) for k in range(at + 1, stop)):
        return stop
    return at if _is_behind_verb(page, at) and not _leads_to_name(page, stop, end) else stop


def _is_behind_verb(page: Page, at: int) -> bool:
    """Whether only an article and the role stand between a verb and a token; not `δήλωσε ο Χ, υπεύθυνος`."""
    for token in range(at - 2, at - _VERB, -1):
        if page.verb(token):
            return True
        if not page.word(token).isalpha():
            return False
    return False


def _leads_to_name(page: Page, at: int, end: int) -> bool:
    """Whether a name follows, behind whose role it is: `ο διευθυντής για τις πωλήσεις (της Χ) Π. Μ.`."""
    for token in {at, affiliation(page, at, end)[2]}:
        name = token + (page.norm(token) == ",")
        if name < end and (page.is_capital(name) or page.norm(name) in page.words.titles):
            return True
    return False


def topic(page: Page, at: int, end: int) -> int:
    """`για θέματα ανταγωνισμού`, `για την Ευρώπη`, `επί θεμάτων …`: past what a role is for; else `at`."""
    words = page.words
    matters = page.norm(at) in words.inside and page.norm(at + 1) in words.lists["matters"]
    if page.norm(at) not in words.topics and not matters:
        return at
    stop = at + 1
    while stop < min(end, at + 8):
        norm = page.norm(stop)
        if norm in words.genitive and page.norm(stop + 1) in words.companies:
            break  # `για την Ευρώπη του ομίλου Χ`
        if norm in words.genitive and page.is_capital(stop + 1) and stop > at + 2:
            region = page.norm(stop + 1) in words.lands and page.norm(stop + 2) in words.of
            if not region and not _are_things(page, stop):
                break  # `για θέματα πολιτικής της Χ`, not `για τις αγορές της Ευρώπης της Χ`
            stop += 2
            continue
        if page.is_capital(stop):
            if (town := past_place(page, stop)) > stop + 1:
                stop = town
                continue
            place = norm in words.lands or page.norm(stop + 1) in words.lands  # `τη Νότια Ευρώπη`
            upper = page.word(stop).isupper() and len(norm) > 1
            if not place and not upper and page.is_capital(stop + 1):
                break
            told = is_genitive(page, stop) or page.norm(stop - 1) in words.articles
            if not place and not upper and (page.is_latin(stop) or not told):
                break
        elif _ends_topic(page, stop):
            break
        stop += 1
    while stop > at + 1 and (page.norm(stop - 1) in words.articles or page.norm(stop - 1) in words.and_):
        stop -= 1
    return stop if stop > at + 1 else at


def _ends_topic(page: Page, at: int) -> bool:
    """Whether a word in small letters, or a sign, is no part of what a role is for."""
    words, norm = page.words, page.norm(at)
    if norm == "," and {page.norm(at - 1), page.norm(at + 1)} <= words.lands:
        return False  # `για Ελλάδα, Κύπρο και Μάλτα`
    small = norm in words.function and norm not in words.and_
    return not page.word(at).isalpha() or page.verb(at) is not None or small


def _are_things(page: Page, article: int) -> bool:
    """`για την Προώθηση των Εξαγωγών`: capitals that only belong to what a role is for, and end it."""
    words, at = page.words, article + 1
    several = page.norm(article) in words.plural and page.norm(at).endswith(words.plural_endings)
    titled = page.is_capital(article - 1) and page.word(at).istitle() and not page.is_latin(at)
    named = page.organization(at) or page.norm(at) in words.lands or page.norm(at) in words.hints
    alone = not page.is_capital(at + 1) or page.norm(at + 1) in words.given
    return several and titled and not named and alone
