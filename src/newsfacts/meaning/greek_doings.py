"""What only firms do or have, told beside a Greek name of one word: `η Αίθρα είχε κέρδη`."""

from collections.abc import Iterator, Sequence

from newsfacts.meaning.mentions import NEAR_WORD, Seen, words_before
from newsfacts.packs.forms import folded_forms
from newsfacts.packs.owner_schema import OwnerWords
from newsfacts.text.fold import fold_once

_AROUND = 60
"""So many letters before or after a name lies what its firm does."""
_HAS, _PLANS = 7, 5
"""So many words behind a name it is told what it has, so many behind a verb what it plans."""
_FINED = 3
"""So many words before a name is told what it has to pay."""
_STOPS = ".;:"


class Doings:
    """What the files say of what firms do, have, plan and pay."""

    def __init__(self, words: OwnerWords, *, of_things: bool = False) -> None:
        """From the words of the files in use; without what a thing may do and have too `of_things`."""
        less, lacks = words.thing_acts if of_things else [], words.thing_means if of_things else []
        self._acts = folded_forms(words.firm_acts) - folded_forms(less)
        self._between = folded_forms(words.between_acts)
        self._means = folded_forms(words.firm_means) - folded_forms(lacks)
        self._plans = folded_forms(words.firm_plans)
        self._planned = folded_forms(words.planned) | self._means
        self._relatives = folded_forms(words.relatives)
        self._clauses = folded_forms(words.that) | self._relatives
        self._with, self._to = folded_forms(words.with_means), folded_forms(words.fined_behind)
        self._fines, self._imposing = folded_forms(words.fines), folded_forms(words.imposing)
        self._genitive = folded_forms(words.genitive)
        self._for = folded_forms(words.means_for)
        self._told = folded_forms(words.releases)

    def does(self, one: Seen, text: str) -> bool:
        """`η Αίθρα εξαγόρασε`, `η Αίθρα θα επενδύσει`, `άντλησε η Αίθρα`."""
        if one.mention.case != "subject":
            return False
        if text[one.mention.end : one.mention.end + 1] == " ":
            first = next(self._first(self._behind(one, text)), "")
            if first in self._acts:
                return True
        return not self._acts.isdisjoint(words_before(text, one.mention.start, _AROUND)[-2:-1])

    def owns(self, one: Seen, text: str) -> bool:
        """Whether it has, plans or pays what only firms do."""
        return self._pays(one, text) or self._has(one, text) or self._has_then(one, text)

    def _has_then(self, one: Seen, text: str) -> bool:
        """`Ανηφορικά πάει η Αίθρα. Τα κέρδη της αυξήθηκαν`."""
        if text[one.mention.end : one.mention.end + 2] not in (". ", ".\n"):
            return False
        behind = [
            fold_once(word) for word in self._behind(one, text)[2:4]
        ]  # past the full stop and an article
        return len(behind) > 1 and behind[0] in self._means and behind[1] in self._genitive

    def _has(self, one: Seen, text: str) -> bool:
        """`η Αίθρα είχε κέρδη`, `η Αίθρα ανακοίνωσε νέα επένδυση`, `σύμβαση υπέγραψε η Αίθρα`.

        So `κέρδη 5 εκατ. ευρώ για την Αίθρα`. What is told of a clause behind the name is not its own: `η
        Αίθρα είπε ότι τα κέρδη …`.
        """
        before = self._before(one, text)
        if not self._told.isdisjoint(before[-2:-1]):
            return self._released(one, text)
        if one.mention.case != "subject":
            return before[-2:-1] != [] and before[-2] in self._for and not self._means.isdisjoint(before)
        behind = list(self._own(self._behind(one, text)))
        if not self._means.isdisjoint(behind[:_HAS]):
            return True
        first = behind if behind[:1] and behind[0] in self._plans else list(self._first(behind))
        if first[:1] and first[0] in self._plans and not self._planned.isdisjoint(first[1:_PLANS]):
            return True
        acting = not (self._plans | self._means).isdisjoint(before[-2:-1])
        return acting and not self._planned.isdisjoint(before)

    def _pays(self, one: Seen, text: str) -> bool:
        """`επέβαλε στην Αίθρα πρόστιμο`, `πρόστιμο στην Αίθρα`, `το πρόστιμο της Αρχής προς την Αίθρα`."""
        before = self._before(one, text)
        to = not self._to.isdisjoint(before[-2:])
        if not to:
            return False
        fined = not self._fines.isdisjoint(before)
        behind = [fold_once(word) for word in self._behind(one, text)[:1]]
        if fined and (before[-2:-1] and before[-2] in self._to):
            return True  # `προς την Αίθρα`
        beside = not self._fines.isdisjoint(before[-_FINED + 1 :])
        imposed = not self._imposing.isdisjoint((*before[-_FINED:-1], *behind))
        return beside or imposed or (fined and not self._imposing.isdisjoint(before))

    def _released(self, one: Seen, text: str) -> bool:
        """`σύμφωνα με ανακοίνωση της Αίθρας, τα έσοδα ανήλθαν …`."""
        return not self._means.isdisjoint(map(fold_once, self._behind(one, text)[:_PLANS]))

    def _behind(self, one: Seen, text: str) -> Sequence[str]:
        end = one.mention.end
        return NEAR_WORD.findall(text, end, end + _AROUND)

    def _before(self, one: Seen, text: str) -> Sequence[str]:
        """The words before a name in its sentence, folded."""
        start = one.mention.start
        words = NEAR_WORD.findall(text, max(0, start - _AROUND), start)
        return [fold_once(word) for word in words[next(self._ends(words), 0) :]]

    def _ends(self, words: Sequence[str]) -> Iterator[int]:
        """Where other sentences begin, the last first; not behind `5 εκατ.`."""
        places = range(len(words) - 1, 0, -1)
        return (k for k in places if words[k - 1][-1] in _STOPS and words[k][0].isupper())

    def _own(self, words: Sequence[str]) -> Iterator[str]:
        """The words of a name's own clause; behind a comma only what it is told to be with.

        So also of the relative clause behind it: `η Αίθρα, που είχε κέρδη`, `η Αίθρα, η οποία είχε κέρδη`.
        """
        if words[:1] == [","]:
            relative = (k for k, word in enumerate(words[1:3], 2) if fold_once(word) in self._relatives)
            words = words[next(relative, 0) :]
        for k, word in enumerate(words):
            norm = fold_once(word).rstrip(",.;:")
            if norm in self._clauses or (k and words[k - 1][-1] in _STOPS and word[0].isupper()):
                return
            if k and words[k - 1][-1] == "," and norm not in self._with:
                return
            yield norm

    def _first(self, words: Sequence[str]) -> Iterator[str]:
        """The words from the first that is no particle or adverb of a verb."""
        norms = iter(map(fold_once, words))
        for norm in norms:
            if norm not in self._between:
                yield norm
                break
        yield from norms
