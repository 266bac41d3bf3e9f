"""Which facts are wanted, by what they are about."""

import difflib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsfacts.packs.measure_schema import MeasuresFile
from newsfacts.text.fold import fold


class Wanted(NamedTuple):
    """Measures and organizations asked for, of each any one; empty: all."""

    measures: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.measures or self.organizations)

    def keeps(self, measure: str | None, organization: str | None) -> bool:
        """Whether a fact with this measure and organization is wanted.

        An organization is named by some of its words, in any case and alphabet.

        >>> Wanted(organizations=("OTE",)).keeps("revenue", "Όμιλος ΟΤΕ")
        True
        >>> Wanted(("profit",)).keeps("revenue", None)
        False
        """
        if self.measures and measure not in self.measures:
            return False
        if not self.organizations:
            return True
        named = _words(organization or "")
        return any(_words(asked) <= named for asked in self.organizations)


def unknown_measure(asked: Iterable[str], files: Sequence[MeasuresFile]) -> str | None:
    """What is wrong with the measures asked for: the first that no file knows, and what to choose from."""
    known = list(dict.fromkeys(entry.measure for file in files for entry in file.measures))
    for name in asked:
        if name not in known:
            close = difflib.get_close_matches(name, known, 1)
            hint = f"did you mean `{close[0]}`?" if close else f"choose from {', '.join(sorted(known))}"
            return f"unknown measure `{name}`: {hint}"
    return None


def _words(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in name.split())
