"""Forms of one or several tokens, found in a text by their first one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

Found = dict[str, list[tuple[tuple[str, ...], T]]]
"""What stands for each form: by its first token, with the tokens that follow."""


@dataclass(frozen=True, slots=True)
class Forms(Generic[T]):
    """Words of several tokens by their first one, the longest first; the rest with what they stand for."""

    known: Found[T]

    def starting(self, norms: Sequence[str], at: int, end: int) -> tuple[int, T] | None:
        """The longest form that starts at a place: where it ends, and what it stands for."""
        for rest, value in self.known.get(norms[at], ()):
            stop = at + 1 + len(rest)
            if stop <= end and tuple(norms[at + 1 : stop]) == rest:
                return stop, value
        return None


def longest_first(found: "Found[T]") -> Forms[T]:
    """Forms of which the longest counts."""
    return Forms({word: sorted(rows, key=lambda row: -len(row[0])) for word, rows in found.items()})
