"""What a part of a mention is."""

from collections.abc import Callable
from typing import Any, NamedTuple

from newsfacts.quotes.mention import Naming
from newsfacts.quotes.page import Hit, Sort

ANY: frozenset[Sort] = frozenset({"capital", "small", "other"})


class Part(NamedTuple):
    """How a part is read from a token on; `gives` is what its value is, nothing for one only asked for.

    `begins`: the sorts of tokens that it is worth asking at.
    """

    read: Callable[[Naming, int], Hit]
    gives: Any = None
    begins: frozenset[Sort] = ANY


Maker = Callable[..., Any]
"""Makes the value of a production of what is being read, where that ends, and what was kept by name."""
