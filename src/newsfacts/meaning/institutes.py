"""Institutes, universities and other bodies with means of their own, told by their first word."""

import re
from collections.abc import Sequence

from newsfacts.meaning.mentions import Mention
from newsfacts.packs.forms import folded_forms
from newsfacts.packs.owner_schema import OwnerWords
from newsfacts.text.fold import fold_once

_NEXT = re.compile(r" (\w+) (\w)")
_ENDS = (". ", "\n")


class Institutes:
    """What tells a body such as `το Ινστιτούτο Πληροφορικής`, whose article is mostly neuter."""

    def __init__(self, words: OwnerWords) -> None:
        """From the words of the files in use."""
        self._first, self._joins = folded_forms(words.institutes), folded_forms(words.joins)
        self._places, self._prepositions = folded_forms(words.places), folded_forms(words.prepositions)
        self._articles = folded_forms(words.neuter) - self._places

    def named(self, norms: Sequence[str]) -> bool:
        """Whether these words name one: its kind and at least one more."""
        return len(norms) > 1 and norms[0] in self._first

    def longer(self, text: str, end: int) -> bool:
        """Whether the name goes on: `το Ίδρυμα Τεχνολογίας και Έρευνας` is not read whole."""
        after = _NEXT.match(text, end)
        return after is not None and fold_once(after[1]) in self._joins and after[2].isupper()

    def begins(self, text: str, start: int, near: Sequence[str], previous: Mention | None) -> bool:
        """Whether it is a subject: nobody else is in its sentence, and no preposition before it."""
        norms = [fold_once(word) for word in near[-2:]]
        if norms and norms[-1] not in self._articles:
            return False
        if previous is not None and previous.case == "subject":
            between = text[previous.end : start]
            if not any(end in between for end in _ENDS):
                return False
        return self._prepositions.isdisjoint(norms)
