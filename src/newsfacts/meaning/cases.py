"""In which case a company is named, as the article and the words before it say."""

from collections.abc import Sequence, Set

from newsfacts.meaning.mentions import Case
from newsfacts.packs.forms import folded_forms
from newsfacts.packs.owner_schema import OwnerWords


class Cases:
    """What the files say of the words before names."""

    def __init__(self, words: OwnerWords, small: Set[str]) -> None:
        """From the words of the files in use; `small` are articles and prepositions, folded."""
        self.small = small
        self.neuter, self.subject = folded_forms(words.neuter), folded_forms(words.subject)
        self.genitive, self.prepositions = folded_forms(words.genitive), folded_forms(words.prepositions)
        self.relatives, self.plural = folded_forms(words.relatives), folded_forms(words.plural)
        self.concerning, self.firms = folded_forms(words.concerning), folded_forms(words.firms)
        self.likened, self.according = folded_forms(words.likened), folded_forms(words.according)
        self.bought, self.buys = folded_forms(words.bought), folded_forms(words.buys)

    def case(self, before: Sequence[str]) -> Case:
        """What the last words before a name say of its part."""
        last = before[-1] if before else ""
        article = last if last in self.small or len(before) < 2 else before[-2]
        if (
            not self.relatives.isdisjoint(before[:-2])
            or not self.likened.isdisjoint(before)
            or not self.bought.isdisjoint(before[-2:])
        ):
            return "at"
        if last in self.firms and article in self.neuter and self.prepositions.isdisjoint(before[-3:]):
            return "subject"  # `το fund Alba`
        if article in self.subject or not self.according.isdisjoint(before) or self._several(before):
            return "subject"
        if not self.concerning.isdisjoint(before[-2:]):
            return "subject"  # `όσον αφορά την Alpha`
        if article in self.genitive:
            return "owner"
        return "at" if article in self.small or not self.prepositions.isdisjoint(before[-2:]) else "bare"

    def neuter_acts(self, before: Sequence[str]) -> bool:
        """`το Streamora κερδίζει`, but `από το Streamora`, `αγόρασε το Streamora`."""
        neuter = bool(before) and before[-1] in self.neuter and before[-1] not in self.prepositions
        return neuter and (self.prepositions | self.buys).isdisjoint(before[-2:-1])

    def _several(self, before: Sequence[str]) -> bool:
        """Whether a neuter plural stands before a subject: `τα ΕΛΝΑ επενδύουν`, but `για τα ΕΛΝΑ`."""
        return bool(before) and before[-1] in self.plural and self.prepositions.isdisjoint(before[-2:])
