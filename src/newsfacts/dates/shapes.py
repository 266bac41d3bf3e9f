"""Words of the pattern files in the form in which tests ask for them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from newsfacts.lexicon.lexicon import Reading
from newsfacts.packs.date_schema import DatesFile
from newsfacts.packs.forms import expand, folded_forms

Hit = tuple[int, Any] | None
Test = Callable[[Reading, int], Hit]
"""What stands at a token: the token after it and its value, or None."""


def any_of(shapes: Sequence[str]) -> Callable[[str], Any]:
    """A test whether a folded word has one of these shapes."""
    joined = "|".join(f"(?:{shape})" for shape in shapes) or "(?!)"
    return lru_cache(maxsize=50_000)(re.compile(joined).fullmatch)


def forms_of(shorts: Iterable[str]) -> Iterator[str]:
    """All forms of short-hands, as written."""
    return (form for short in shorts for form in expand(short))


def words_of(patterns: DatesFile, name: str) -> frozenset[str]:
    """The words of a list, folded; none where no file has it."""
    return folded_forms(patterns.words.get(name, []))


def of_norm(pattern: re.Pattern[str], value: Callable[[str], Any]) -> Test:
    """Where a whole folded token fits; its value is that of the first group, or of the whole."""
    fits = pattern.fullmatch

    def test(reading: Reading, token: int) -> Hit:
        found = fits(reading.norm(token))
        return (token + 1, value(found[found.lastindex or 0])) if found else None

    return test
