"""Whether a company named only tells of others, or only puts money into them."""

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from newsfacts.meaning.mentions import NEAR_WORD
from newsfacts.packs.forms import folded_forms
from newsfacts.packs.owner_schema import OwnerWords
from newsfacts.text.fold import fold_once

_AHEAD, _CLAUSE, _WHOSE = 40, 60, 7
_WORD = re.compile(r"[^\s«»“”\"(,.]+")


def own_clause(near: Sequence[str], relatives: Set[str]) -> Sequence[str]:
    """The words before a name without those of a relative clause that ends before it.

    >>> own_clause(["τα", "στοιχεία", "που", "δόθηκαν,", "η"], {"που"})
    ['η']
    """
    end = next((k for k in range(len(near), 0, -1) if near[k - 1].endswith(",")), 0)
    return near[end:] if end and not relatives.isdisjoint(map(fold_once, near[:end])) else near


class Standing:
    """What the words beside a name say of its part in the text."""

    def __init__(self, words: OwnerWords) -> None:
        """From the words of the files in use."""
        self._telling, self._that = folded_forms(words.telling), folded_forms(words.that)
        self._according = folded_forms(words.according)
        self._relatives, self._whose = folded_forms(words.relatives), folded_forms(words.whose)
        neuter = folded_forms(words.neuter) - folded_forms(words.places)  # not `την οποία`
        self._leading = folded_forms(words.subject) | neuter
        self._backing, self._investors = folded_forms(words.backing), folded_forms(words.investors)
        self._targets, self._pricing = folded_forms(words.targets), folded_forms(words.pricing)
        self._observing = folded_forms(words.observing)

    def tells(self, before: Sequence[str], text: str, end: int) -> bool:
        """`σύμφωνα με την Alpha`, `προβλέπει η Alpha`, `η Alpha προβλέπει ότι`."""
        if not self._according.isdisjoint(before) or not self._observing.isdisjoint(before):
            return True  # `αναλυτής της Alpha`
        told = not self._telling.isdisjoint(before[-2:])
        if text[end : end + 1] != " ":
            return told
        after = [fold_once(word) for word in _WORD.findall(text, end, end + _AHEAD)[:3]]
        return (told or not self._telling.isdisjoint(after[:1])) and not self._that.isdisjoint(after)

    def prices(self, near: Sequence[str], text: str, end: int) -> bool:
        """`αύξησε την τιμή-στόχο για τη Beta η Alpha Bank`, `η Alpha Bank δίνει τιμή-στόχο τα 5 ευρώ`.

        The verb and the target stand in its own sentence, right before or behind it.
        """
        stop = next((k for k in range(len(near) - 1, 0, -1) if near[k - 1][-1] in ".;"), 0)
        after = text[end : end + _CLAUSE].partition(". ")[0]
        for words in (near[stop:], _WORD.findall(after)):
            norms = [fold_once(word).rstrip(",") for word in words]
            aimed = not self._targets.isdisjoint([*norms, *map(" ".join, pairwise(norms))])
            if aimed and not self._pricing.isdisjoint(norms):
                return True
        return False

    def backs(self, words: Sequence[str], before: Sequence[str]) -> bool:
        """Whether money comes from it, by its name or as in `συμμετείχε η Alpha`."""
        return not self._backing.isdisjoint(before) or fold_once(words[-1]) in self._investors

    def goes_on(self, text: str, end: int) -> tuple[bool, bool]:
        """Whether a relative clause follows (`της Alpha, η οποία …`), and one of what the name has.

        As in `η Alpha, τα έσοδα της οποίας …`.
        """
        if text[end : end + 2] != ", ":
            return False, False
        near = [fold_once(word) for word in NEAR_WORD.findall(text, end + 2, end + _CLAUSE)]
        led = near[:1] and (
            near[0] in self._relatives
            or (near[0] in self._leading and not self._relatives.isdisjoint(near[1:2]))
        )
        return bool(led), not self._whose.isdisjoint(near[2:_WHOSE])
