"""What a role is of, in small words: `των πωλήσεων και του μάρκετινγκ`, `στον τομέα ηλεκτρονικών της Χ`."""

from newsfacts.quotes.affiliations import affiliation, goes_on_in_latin
from newsfacts.quotes.divisions import small_list
from newsfacts.quotes.genitives import by_name, small_genitive
from newsfacts.quotes.names import Tokens, is_strong
from newsfacts.quotes.page import Page

_LONGEST, _WORDS = 16, 4
"""Tokens of all that a role is of, and of the small words behind one article, at most."""


def fields_end(page: Page, stop: int, end: int) -> int:
    """Past all that a role is of, from where the role itself ends; there where it is of nothing more."""
    words, at, limit = page.words, stop, min(end, stop + _LONGEST)
    while at < limit:
        after = _behind_article(page, at, limit) or in_part(page, at, limit)
        joined = page.norm(at) in words.and_ and at > stop
        if not after and joined:
            another = page.role(at + 1)  # `διευθυντής των δικτύων και μέλος του συμβουλίου`
            after = 0 if another else _behind_article(page, at + 1, limit) or _small(page, at + 1)
        if not after:
            break
        at = after
    if page.norm(at - 1) in words.regimes and page.is_capital(at) and not page.is_capital(at + 1):
        return at + 1  # `εκπρόσωπος της κυβέρνησης Ρήγα`
    his = page.norm(at) in words.clitics and page.norm(at + 1) == "," and at > stop
    return at + 1 if his else at  # `της κυβέρνησής του, ο Π. Μ.`


def _behind_article(page: Page, at: int, end: int) -> int:
    """Past `της έρευνας`, `των διεθνών πωλήσεων`, `του τμήματος Gaming της Χ`; else 0."""
    words, start = page.words, at + 1
    if page.norm(at) not in words.genitive or start >= end:
        return 0
    stop = first = by_name(page, start) or _small(page, start)
    while stop and stop < min(end, first + _WORDS - 1):
        further = _small(page, stop) or small_list(page, stop, end)
        if not further:
            break
        stop = further
    return _titled(page, stop, end) if stop else 0


def in_part(page: Page, at: int, end: int) -> int:
    """Past `στον τομέα ηλεκτρονικών`: a part of an organisation, and what it is of; else 0."""
    part = at + 1  # in small letters: `στο Τμήμα Φυσικής` is a name
    inside = page.norm(at) in page.words.inside and page.word(part).islower()
    if not inside or page.norm(part) not in page.words.lists["parts"]:
        return 0
    stop = part + 1
    while stop < end and (further := _small(page, stop)):
        stop = further
    return _titled(page, stop, end)


def _small(page: Page, at: int) -> int:
    """Past a small genitive or a loan word without cases: `έρευνας`, `τομέα`, `τσιπ`, `cloud`; else 0."""
    words, norm = page.words, page.norm(at)
    if not page.word(at).islower() or page.verb(at) or norm in words.titles:
        return 0  # `ο πρόεδρός της κ. Π. Μ.`
    if norm in words.own_divisions or goes_on_in_latin(page, at):
        return at + 1
    loan = norm.endswith(words.loan_endings) and norm not in words.articles and norm not in words.function
    return at + 1 if loan and page.word(at).isalpha() else small_genitive(page, at)


def _titled(page: Page, at: int, end: int) -> int:
    """Past Latin capitals that say which part it is, before whose it is: `του τμήματος Gaming της Χ`."""
    stop = at
    while stop < min(end, at + 4) and page.is_latin(stop) and page.is_capital(stop):
        stop += 1 + (page.norm(stop + 1) == "&")
    part = page.norm(stop) in page.words.of and not page.organization(at)
    return stop if part and affiliation(page, stop, end)[0] is not None else at


def owner_of(page: Page, start: int, at: int, end: int) -> tuple[Tokens | None, int, int]:
    """Whose a role is that has fields (from `start` up to `at`), as `affiliation` tells it.

    A Greek name alone may be somebody's or a place's (`ο σύμβουλος της καμπάνιας του Τραμπ`), unless the
    role is of a part of an organisation (`ο υπεύθυνος της ομάδας του Στάνφορντ`) or it stands behind `στη`.
    """
    words, nothing = page.words, (None, 0, at)
    if at == start or page.norm(at) not in words.of or page.is_latin(at):
        return nothing
    found = affiliation(page, at, end)
    if found[0] is None:
        return found
    first, last = found[0]
    regime = any(page.norm(k) in words.regimes for k in range(start, at))
    if regime or page.norm(first) in words.lands or page.stem(first) in words.given_stems:
        return nothing
    within = page.norm(at) in words.locative
    if within and not words.media.isdisjoint(map(page.norm, range(first, last))):
        return nothing  # `δήλωσε ο διευθυντής των δικτύων στο Χ`: whom he told it
    part = any(page.norm(k) in words.divisions for k in range(start, at))
    alone = last - first == 1 and page.word(first).istitle() and not page.is_latin(first)
    return nothing if alone and not (part or within or is_strong(page, found[0])) else found
