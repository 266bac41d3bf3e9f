"""Firms with neuter or plural names, `το Ροδινό Δίκτυο`, `τα Ναυπηγεία Άρδας`: by a noun, or by deeds."""

from collections.abc import Callable, Sequence

from newsfacts.meaning.greek_doings import Doings
from newsfacts.meaning.looks import NEVER
from newsfacts.meaning.mentions import Case, Seen, words_before
from newsfacts.packs.forms import folded_forms
from newsfacts.packs.owner_schema import OwnerWords
from newsfacts.text.fold import fold_once

_BEFORE = 20
"""So many letters before a name stand its article and the preposition of that."""
_HELD = 40
"""So many letters before a name and its article stands what only firms have."""
_HEADS = 2
"""The noun of a firm is one of so many first words: `Ελληνικά Ορυχεία`, `Ορυχεία Θράκης`."""


class OtherNames:
    """What the files say of names that look like those of things, of places and of bodies."""

    def __init__(self, words: OwnerWords, is_land: Callable[[str], bool]) -> None:
        """From the words of the files in use; `is_land` knows names of places, folded."""
        self._is_land, self._none = is_land, folded_forms(words.no_firms) | folded_forms(words.public_bodies)
        self._heads, self._neuter = folded_forms(words.firm_heads), folded_forms(words.neuter)
        self._genitive, self._prepositions = folded_forms(words.genitive), folded_forms(words.prepositions)
        self._subject = folded_forms(words.subject) | self._neuter | folded_forms(words.plural)
        self._many = folded_forms(words.many) | folded_forms(words.plural) | folded_forms(words.of_plural)
        self._held, self._buys = folded_forms(words.held), folded_forms(words.buys)
        self._doings, self._deeds = Doings(words), Doings(words, of_things=True)

    def told(self, seen: Sequence[Seen], text: str) -> list[Seen]:
        """The names, those of firms raised to companies, in the case that their article says."""
        cases = [self._case(one, text) for one in seen]
        if not any(cases):
            return list(seen)
        read = [
            one._replace(mention=one.mention._replace(case=case)) if case else one
            for one, case in zip(seen, cases, strict=True)
        ]
        firms = {
            one.mention.key
            for one, case in zip(read, cases, strict=True)
            if case and (self._headed(one) or self._acts(one, text))
        }
        return [
            one._replace(score=1) if one.mention.key in firms and NEVER < one.score <= 0 else last
            for one, last in zip(read, seen, strict=True)
        ]

    def _case(self, one: Seen, text: str) -> Case | None:
        """The case of a name that may be such a firm's; a man's is none without the noun of a firm."""
        if not NEVER < one.score <= 0 or one.person:
            return None
        norms = [fold_once(word) for word in one.words]
        if not self._none.isdisjoint(norms):
            return None
        before = words_before(text, one.mention.start, _BEFORE)[-2:]
        article = before[-1] if before else ""
        greek = not one.words[0].isascii()
        several = greek and len(norms) > 1 and article in self._many
        if self._is_land(norms[0]) or not (
            article in self._neuter or several or article in self._genitive or self._headed(one)
        ):
            return None
        if article in self._genitive:
            return "owner"
        bought = not self._buys.isdisjoint(before)  # `εξαγόρασε το Ροδινό Δίκτυο`
        at = article not in self._subject or bought or not self._prepositions.isdisjoint(before)
        return "at" if at else "subject"

    def _headed(self, one: Seen) -> bool:
        return len(one.words) > 1 and any(fold_once(word) in self._heads for word in one.words[:_HEADS])

    def _acts(self, one: Seen, text: str) -> bool:
        """Whether it does what only firms do; of one word it may be a thing's, which does and has less."""
        if one.mention.case == "owner":  # `τα κέρδη του Ροδινού Δικτύου`, but not `τα κέρδη του Ρήγα`
            before = words_before(text, one.mention.start, _HELD)[-3:-1]
            has = not self._held.isdisjoint((*before[-1:], " ".join(before)))
            return has and len(one.words) > 1 and not one.words[0].isascii()
        initials = one.words[0].isupper() and not one.words[0].isascii()
        doings = self._doings if len(one.words) > 1 or initials else self._deeds
        return doings.owns(one, text) or doings.does(one, text)
