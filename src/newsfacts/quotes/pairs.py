"""Two firms named together and taken up as two: `Η Χ και η Ψ υπέγραψαν. Οι δύο εταιρείες τονίζουν ότι`."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsfacts.quotes.names import Tokens
from newsfacts.quotes.organizations import Named, Organizations, fullest, may_be_company
from newsfacts.quotes.page import Page

_LOOKED_AT = 400


def pair_at(page: Page, known: Organizations, token: int) -> str | None:
    """The two firms that a text names together before a token; None for none, or different ones."""
    named = known.named[: bisect_left(known.starts, token)][-_LOOKED_AT:]
    pairs = list(dict.fromkeys(_pairs(page, known, named)))
    return "; ".join(pairs[0]) if len(pairs) == 1 else None


def _pairs(page: Page, known: Organizations, named: Sequence[Named]) -> Iterator[tuple[str, str]]:
    """Names joined by `and` that stand in no longer list."""
    links = [_link(page, one.name, other.name) for one, other in pairwise(named)]
    around = ["", *links, ""]
    for row, link in enumerate(links):
        two = named[row], named[row + 1]
        listed = around[row] or around[row + 2]
        if link == "and" and not listed and all(may_be_company(page, one.name) for one in two):
            first, second = (fullest(page, known, one.name) for one in two)
            if first != second:
                yield first, second


def _link(page: Page, one: Tokens, other: Tokens) -> str:
    """What joins two names that stand side by side: `and`, a comma, or nothing."""
    at = one[1]
    if other[0] - at - 1 > 2 or not all(
        page.norm(k) in page.words.articles or page.norm(k) in page.words.companies
        for k in range(at + 1, other[0])
    ):
        return ""
    return "and" if page.norm(at) in page.words.and_ else "comma" * (page.norm(at) == ",")
