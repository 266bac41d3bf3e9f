"""Firms named together and taken up by a noun: `Η Χ και η Ψ υπέγραψαν. Οι δύο εταιρείες τονίζουν ότι`."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from newsfacts.quotes.full_names import fullest
from newsfacts.quotes.names import Tokens
from newsfacts.quotes.organizations import Named, Organizations, may_be_company
from newsfacts.quotes.page import Page

_LOOKED_AT, _NAMES = 60, 12
_NEAR = 3
"""So many sentences back two firms may stand that are not joined: `η Χ υπέγραψε με την Ψ`."""


def firms_at(page: Page, known: Organizations, token: int, noun: int) -> str | None:
    """The firms that a text names together before a token; None for none, or different ones.

    `noun` is the token of the noun that takes them up, which may be counted: `δύο εταιρείες`.
    """
    counted = page.norm(noun - 1)
    many = 2 if counted in page.words.two else 3 * (counted in page.words.three)
    named = known.named[: bisect_left(known.starts, token)][-_LOOKED_AT:]
    groups = list(dict.fromkeys(_joined(page, known, named)))
    fit = [group for group in groups if len(group) == (many or len(group))]
    if not groups:
        fit = list(_near(page, known, named, token, many or 2))
    return "; ".join(fit[0]) if len(fit) == 1 else None


def _joined(page: Page, known: Organizations, named: Sequence[Named]) -> Iterator[tuple[str, ...]]:
    """Names joined by commas and `and`."""
    links = [_link(page, one.name, other.name) for one, other in pairwise(named)]
    row = 0
    while row < len(links):
        end = row
        while end < len(links) and links[end]:
            end += 1
        firms = named[row : end + 1]
        if end > row and links[end - 1] == "and" and all(may_be_company(page, one.name) for one in firms):
            names = tuple(dict.fromkeys(fullest(page, known, one.name) for one in firms))
            if len(names) == len(firms):
                yield names
        row = end + 1


def _near(
    page: Page, known: Organizations, named: Sequence[Named], token: int, many: int
) -> Iterator[tuple[str, ...]]:
    """The firms of the last sentence that names several, where they are so many."""
    first = _sentences_before(page, token)
    near = [one for one in named[-_NAMES:] if one.company and one.name[0] >= first]
    for _, firms in groupby(reversed(near), lambda one: page.sentence(one.name[0])[0]):
        names = tuple(dict.fromkeys(fullest(page, known, one.name) for one in reversed(list(firms))))
        if len(names) > 1:
            if len(names) == many:
                yield names
            return


def _sentences_before(page: Page, token: int) -> int:
    """Where the sentence starts that is so many before that of a token."""
    first, _ = page.sentence(token)
    for _ in range(_NEAR):
        token = first - 1
        while token > 0 and page.word(token).isspace():
            token -= 1
        if token <= 0:
            break
        first, _ = page.sentence(token)
    return first


def _link(page: Page, one: Tokens, other: Tokens) -> str:
    """What joins two names that stand side by side: `and`, a comma, or nothing."""
    at = one[1]
    if other[0] - at - 1 > 2 or not all(
        page.norm(k) in page.words.articles or page.norm(k) in page.words.companies
        for k in range(at + 1, other[0])
    ):
        return ""
    return "and" if page.norm(at) in page.words.and_ else "comma" * (page.norm(at) == ",")
