"""Where a person begins behind a company in Greek letters: `ο πρόεδρος της Ροδινής Πύλης Ίων Βέργης`."""

from collections.abc import Sequence, Set

from newsfacts.meaning.institutes import Institutes
from newsfacts.packs.forms import folded_forms
from newsfacts.packs.owner_schema import OwnerWords
from newsfacts.text.fold import fold_once

_FULL_NAME = 2
"""So many words has the name of a person."""
Speakers = Set[tuple[str, ...]]
"""The words, folded, of the names of those who speak in a text."""


def speakers(names: Sequence[str]) -> Speakers:
    """Those called by more than one word.

    >>> speakers(["Ίων Βέργης", "Βέργης"]) == {("ιων", "βεργησ")}
    True
    """
    called = (tuple(fold_once(word) for word in name.split()) for name in names)
    return {words for words in called if len(words) >= _FULL_NAME}


class PeopleBehind:
    """What the files say of names of people, which stand in another case than the company before them."""

    def __init__(self, words: OwnerWords, given: Set[str], institutes: Institutes) -> None:
        """From the words of the files in use; `given` are names of people, folded."""
        self._given, self._institutes = given, institutes
        self._first = tuple(folded_forms(words.first_names))
        self._not_first = tuple(folded_forms(words.no_first_names))
        self._like = folded_forms(words.like) | folded_forms(words.legal)

    def cut(self, words: tuple[str, ...], text: str, end: int, who: Speakers) -> tuple[str, ...]:
        """The words of a company behind a role, which end in the text at `end`, without the person's."""
        if len(words) > 1 and len(words[-1]) == 1 and text[end : end + 2] == ". ":
            return words[:-1] if text[end + 2 : end + 3].isupper() else words  # `της Ροδινής Ι. Βέργης`
        norms = [fold_once(word) for word in words]
        told = next((at for at in range(1, len(words) - 1) if tuple(norms[at:]) in who), len(words))
        at = min(told, self._person_at(norms))
        whole = at == 1 and self._institutes.named(norms)  # `του Ιδρύματος Ίων Βέργης`
        return words if whole else words[:at]

    def _person_at(self, norms: Sequence[str]) -> int:
        """Where a given name stands before a last one, by itself or by a case that no company is in."""
        named = (k for k in range(1, len(norms) - 1) if norms[k] in self._given)
        first = next(named, None)
        if first is not None:
            return first
        last = len(norms) - _FULL_NAME
        other = last > 0 and norms[last].endswith(self._first) and not norms[last].endswith(self._not_first)
        return last if other and norms[-1] not in self._like else len(norms)
