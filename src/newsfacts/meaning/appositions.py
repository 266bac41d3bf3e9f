"""Two companies side by side of which one only says who the other is."""

from collections.abc import Sequence, Set

from newsfacts.meaning.mentions import NEAR_WORD, Mention, words_before
from newsfacts.packs.forms import folded_forms
from newsfacts.packs.owner_schema import OwnerWords
from newsfacts.text.fold import fold_once

_BEFORE = 60
_SHORT = 6
"""So many letters lie between a name and the one that explains it at most: a comma and an article."""
_LONGEST, _MOST = 60, 5
"""So many letters, so many words describe a company at most."""


class Appositions:
    """What the files say of the nouns that firms are described by."""

    def __init__(self, words: OwnerWords, small: Set[str], owning: Set[str]) -> None:
        """`small` are words that begin another phrase, `owning` what a company has, and who leads it."""
        self._genitive = folded_forms(words.genitive)
        self._below, self._feminine = folded_forms(words.subsidiaries), folded_forms(words.feminine)
        self._of_nouns = tuple(form for form in folded_forms(words.genitive_endings) if len(form) > 1)
        self._firms = folded_forms(words.firms) | folded_forms(words.subsidiaries)
        self._other = (small | folded_forms(words.relatives) | folded_forms(words.prepositions)) - self._firms
        self._another = (self._other | owning | folded_forms(words.joins)) - self._genitive
        self._another |= folded_forms(words.products)

    def describes(self, text: str, previous: Mention | None, start: int) -> bool:
        """Whether a name only says whose the one before is: `της Alba, μητρικής εταιρείας της Beta`.

        So also `της Alba, μέλους του ομίλου Beta`, but not `έσοδα της Alba, κέρδη της Beta`; of a thing it
        says who has it (`του Alba, της εφαρμογής της Beta`).
        """
        if previous is None or start - previous.end > _LONGEST:
            return False
        between = text[previous.end : start]
        words = [fold_once(word) for word in NEAR_WORD.findall(between, 1)]
        if between[:2] != ", " or "," in between[1:] or not 1 < len(words) <= _MOST:
            return False
        of = words[-2] if words[-1] in self._firms else words[-1]
        plain = words[1:] if words[0] in self._genitive else words
        if of not in self._genitive or (plain is words and words[0] in self._other):
            return False
        return self._another.isdisjoint(plain) and not between[2].isupper()

    def explained(self, text: str, previous: Mention | None, start: int) -> Sequence[str] | None:
        """The words up to the firm's noun of which a name says who it is: `της μητρικής της Beta, Alba`."""
        if previous is None or start - previous.end > _SHORT or text[previous.end : previous.end + 2] != ", ":
            return None
        _, *article = text[previous.end : start].split()
        norms = words_before(text, previous.start, _BEFORE)
        of = len(norms) - 1 - (len(norms) > 3 and norms[-1] in self._firms and norms[-2] in self._genitive)
        if of < 2 or norms[of] not in self._genitive or norms[of - 1] not in self._firms:
            return None
        if article and not self._agrees(fold_once(article[0]), norms[of - 1]):
            return None
        return norms[max(0, of - 3) : of]  # `μετοχές της μητρικής`

    def _agrees(self, article: str, noun: str) -> bool:
        """`από τη θυγατρική της Beta, την Alpha`, `της θυγατρικής της Beta, της Alpha`."""
        of = noun.endswith(self._of_nouns)
        return noun in self._below and article in self._feminine and (article in self._genitive) == of
