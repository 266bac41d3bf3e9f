"""Who acts for a company or speaks of it from within: its people, who are not the company itself."""

from collections.abc import Callable, Sequence, Set

from newsfacts.packs.forms import folded_forms
from newsfacts.packs.owner_schema import OwnerWords
from newsfacts.text.fold import fold_once

_ORGAN = 5
"""So many words before a name one of its organs, and who leads it, stands."""
_PERSON = 3
"""A given name, or its first letter, a family name and an article."""


class Insiders:
    """What the files say of the people of a company."""

    def __init__(
        self, words: OwnerWords, given: Set[str], roles: Set[str], is_land: Callable[[str], bool]
    ) -> None:
        """`given` are names of people, `roles` what they are; `is_land` knows the folded names of places."""
        self._given, self._roles, self._is_land = given, roles, is_land
        self._boards, self._joins = folded_forms(words.boards), folded_forms(words.joins)

    def speak(self, near: Sequence[str], before: Sequence[str]) -> bool:
        """Whether a role or a person stands before a name; `before` are the last words, folded."""
        if self._by_board(near):
            return False
        return not self._roles.isdisjoint(before) or self._is_person(near) or self._of_lands(near)

    def _by_board(self, near: Sequence[str]) -> bool:
        """`η διοίκηση της Alpha`: the firm itself, but not who leads it (`ο πρόεδρος του ΔΣ της Alpha`)."""
        norms = [fold_once(word) for word in near[-_ORGAN:]]
        return norms[-2:-1] != [] and norms[-2] in self._boards and self._roles.isdisjoint(norms[:-2])

    def _is_person(self, near: Sequence[str]) -> bool:
        """`ο Ίων Βέργης της Alpha`, `ο Ι. Βέργης της Alpha`."""
        if len(near) < _PERSON or not near[-2][0].isupper():
            return False
        return fold_once(near[-3]) in self._given or (len(near[-3]) == len("I.") and near[-3].endswith("."))

    def _of_lands(self, near: Sequence[str]) -> bool:
        """`ο διευθυντής Ελλάδας και Κύπρου της Alpha`."""
        norms = [fold_once(word).rstrip(",") for word in near[:-1]]
        while norms and (norms[-1] in self._joins or self._is_land(norms[-1])):
            norms.pop()
        return len(norms) < len(near) - 1 and not self._roles.isdisjoint(norms[-1:])
