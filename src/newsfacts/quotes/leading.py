"""Small words between an article and the role or name it belongs to."""

from newsfacts.quotes.genitives import is_genitive
from newsfacts.quotes.name_signs import HYPHENS
from newsfacts.quotes.page import Page
from newsfacts.quotes.quote_words import STOPS

_BRACKET, _LISTED = 6, 14


def is_head(page: Page, at: int) -> bool:
    """`το τηλεοπτικό δίκτυο CNN`, `η κίνηση «Εμπρός»`: a noun right before one Latin word, or marks."""
    if page.norm(at).endswith(page.words.adjective_endings) or not page.word(at).islower():
        return False
    if page.role(at) or page.role(at + 1):
        return False
    if page.norm(at) in page.words.documents or page.norm(at) in page.words.reports:
        return False
    if at + 1 in page.opens:
        return page.opens[at + 1].close - at < 8
    single = page.is_latin(at + 1) and page.is_capital(at + 1) and not page.is_capital(at + 2)
    return single and page.word(at + 1)[:1].isalpha()


def leads(page: Page, at: int) -> bool:
    """`ο νέος πρόεδρος`, `ο βετεράνος Νίκος Ρήγας`: a small word right before a role or a full name."""
    if page.role(at + 1 + role_prefix(page, at + 1)) or page.company(at + 1):
        return True
    if at + 1 in page.opens:
        return page.norm(at) not in page.words.documents and page.norm(at) not in page.words.reports
    if is_head(page, at):
        return True
    full = page.is_capital(at + 1) and page.is_capital(at + 2)
    return full and page.norm(at + 1) not in page.words.function


def leads_firm(page: Page, role: int, noun: int, case: str) -> bool:
    """`η εκδότρια εταιρεία`: a role that tells what a firm does; not so `ο διευθυντής ομίλου`."""
    agreeing = page.norm(role).endswith(page.words.maker_endings)  # `στοιχεία εκδότριας εταιρείας`
    owned = page.is_capital(noun) or case == "nominative" or (not case and not agreeing)
    return page.norm(noun) in page.words.companies and not (owned and is_genitive(page, noun))


def is_age(page: Page, at: int) -> bool:
    """`58χρονη`, the number and the ending perhaps two tokens."""
    age = page.words.age
    return page.word(at)[:1].isdigit() and (page.norm(at + 1) in age or page.norm(at).endswith(age))


def past_genitives(page: Page, at: int, end: int) -> int:
    """Past small words in the genitive."""
    while at < end and page.word(at).islower() and is_genitive(page, at):
        at += 1
    return at


def past_bracket(page: Page, at: int, end: int) -> int:
    """`ο υφυπουργός Υποδομών (Μακεδονίας – Θράκης) Π. Μ.`: past brackets before a name."""
    if page.norm(at) != "(":
        return at
    close = next((k for k in range(at, min(end, at + 8)) if page.norm(k) == ")"), at - 1)
    return close + 1 if page.is_capital(close + 1) and page.is_capital(close + 2) else at


def names_more(page: Page, at: int) -> bool:
    """`οι βουλευτές Π. Μ. (Χ), Ν. Ρ. και Α. Β.`: whether `and` joins more names to one that ends here."""
    if page.norm(at) == "(":
        at = next((k + 1 for k in range(at, at + _BRACKET) if page.norm(k) == ")"), at)
    if page.norm(at) != "," or not page.is_capital(at + 1):
        return page.norm(at) in page.words.and_
    last = next((k for k in range(at + 1, at + _LISTED) if page.norm(k) in page.words.and_), at)
    return last > at and not any(page.verb(k) for k in range(at + 1, last))


def role_prefix(page: Page, at: int) -> int:
    """`συν-ιδρυτής`: how many tokens a syllable and the hyphen take that belong to the word behind them."""
    if page.norm(at) not in page.words.role_prefixes or page.norm(at + 1) not in HYPHENS:
        return 0
    return 2 if page.reading.glued(at + 1) and page.reading.glued(at + 2) else 0


def start_before(page: Page, pivot: int, done: int) -> int:
    """Where the mention around a pivot starts: at its article, at most four small words before it."""
    words, at = page.words, pivot
    for k in range(pivot - 1, max(done, pivot - 6) - 1, -1):
        norm = page.norm(k)
        if norm in words.articles and not page.is_or(k):
            return k
        stop = norm == "."
        if (stop or page.norm(k + 1) == ".") and page.norm(k - stop) in words.written_short:
            continue
        beside = norm in words.modifiers and at == k + 1 and page.role(pivot)  # `έγινε εμπορικός διευθυντής`
        if beside or role_prefix(page, k) or role_prefix(page, k - 1):
            at = k
            continue
        if norm in words.leads_nobody or page.verb(k):
            break
        title = page.norm(k - stop) in words.titles
        if not (title or k in page.opens or _is_small(page, k)):
            break
        if title:
            at = k
    return at


def _is_small(page: Page, at: int) -> bool:
    """Whether a word may stand between an article and whom it belongs to."""
    words, norm = page.words, page.norm(at)
    if norm in words.before_names or norm in words.age or is_age(page, at):
        return True
    if norm in words.lists["ranks"] and page.norm(at + 1) in words.lists["biggest"]:
        return True
    return page.word(at).islower() and (
        norm.endswith(words.adjective_endings)
        or norm in words.modifiers
        or is_genitive(page, at)
        or leads(page, at)
    )


def names_nobody(page: Page, at: int) -> bool:
    """Whether a small word such as `Ωστόσο` stands here, which no mention begins with."""
    small = page.norm(at) in page.words.never_names and page.word(at).isalpha() and len(page.word(at)) > 1
    return small and not page.is_latin(at) and not page.role(at) and not page.organization(at)


def stands_alone(page: Page, at: int) -> bool:
    """`ο τελευταίος δήλωσε`: whether no noun follows a word that is one by itself."""
    norm = page.norm(at + 1)
    verb = page.verb(at + 1) is not None or norm in page.words.verbal or norm == page.words.subjunctive
    return verb or norm in STOPS or norm in page.words.function
