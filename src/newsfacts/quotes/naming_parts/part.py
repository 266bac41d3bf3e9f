"""What a part of a mention is."""

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from newsfacts.quotes.mention import Naming
from newsfacts.quotes.page import Hit, Page

Sort = Literal["capital", "small", "other"]
"""A word written as a name, another one, or a sign, a figure or a single letter."""

ANY: frozenset[Sort] = frozenset({"capital", "small", "other"})


class Part(NamedTuple):
    """How a part is read from a token on; `gives` is what its value is, nothing for one only asked for.

    `begins`: the sorts of tokens that it is worth asking at.
    """

    read: Callable[[Naming, int], Hit]
    gives: Any = None
    begins: frozenset[Sort] = ANY


def sort_at(page: Page, at: int) -> Sort:
    """What sort of token stands here."""
    if page.is_capital(at):
        return "capital"
    word = page.word(at)
    return "small" if len(word) > 1 and word[0].isalpha() else "other"


Maker = Callable[..., Any]
"""Makes the value of a production of what is being read, where that ends, and what was kept by name."""
