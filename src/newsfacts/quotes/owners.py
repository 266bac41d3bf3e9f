"""Several organisations whose people are told by one role: `στελέχη των Χ, Ψ και Ω`."""

from newsfacts.quotes.names import Tokens, name_at
from newsfacts.quotes.page import Page

_MOST = 6
_TO_ARTICLE = 4


def further_owners(page: Page, first: Tokens, end: int) -> tuple[Tokens, ...]:
    """The organisations joined to the first one behind a role; none where only one is told.

    They share one article in the plural (`των Χ και Ψ`), or have one each behind a role of several
    (`οι πρόεδροι της Χ και της Ψ`).
    """
    article = next(
        (k for k in range(first[0] - 1, first[0] - _TO_ARTICLE, -1) if page.norm(k) in page.words.of), -1
    )
    shared = page.norm(article) in page.words.plural
    if not shared and not page.norm(article - 1).endswith(page.words.many_endings):
        return ()
    found, stop, last = [], first[1], False
    for _ in range(_MOST):
        last = page.norm(stop) in page.words.and_
        name = _next(page, stop, end, shared=shared) if last or page.norm(stop) == "," else None
        if name is None:
            return ()
        found.append(name)
        stop = name[1]
        if last:
            break
    return tuple(found) if last else ()


def _next(page: Page, joint: int, end: int, *, shared: bool) -> Tokens | None:
    """The organisation behind a comma or conjunction."""
    at = joint + 1
    if not shared:
        if page.norm(at) not in page.words.genitive - page.words.plural:
            return None
        at += 1
    word = page.word(at)
    named = page.is_latin_name(at) or (word.isupper() and len(word) > 1) or page.organization(at)
    if not named or page.norm(at) in page.words.given:
        return None
    return name_at(page, at, end, organization=True)
