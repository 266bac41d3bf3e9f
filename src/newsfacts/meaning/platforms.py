"""Firms called as their service is, with a neuter article: told by what they announce."""

import re
from collections.abc import Sequence

from newsfacts.meaning.looks import NEVER
from newsfacts.meaning.mentions import Seen, words_before
from newsfacts.packs.forms import expand, folded_forms
from newsfacts.packs.owner_schema import OwnerWords
from newsfacts.text.fold import fold_once

_BEFORE = 12
"""So many letters before a name stand a preposition and its article."""


class Platforms:
    """What the files say of services that are firms too."""

    def __init__(self, words: OwnerWords) -> None:
        """From the words of the files in use."""
        self._places, self._prepositions = folded_forms(words.places), folded_forms(words.prepositions)
        self._neuter, self._genitive = folded_forms(words.neuter) - self._places, folded_forms(words.genitive)
        says, shows, accounts = (_any(forms) for forms in (words.declaring, words.showing, words.accounts))
        subject = _any(words.subject)  # `το Talora ανακοίνωσε η Alba`
        neuter, relative, having = (_any(forms) for forms in (words.neuter, words.relatives, words.having))
        self._declared = re.compile(
            rf"(?<!\w){neuter} ([A-Z][\w.-]*\w)(?:, {neuter} {relative})?(?: {having})* "
            rf"(?:{says}\b(?! {subject} )|{shows} (?:\w+ )?{accounts}\b(?![^.\n]{{0,16}}%))"
        )

    def told(self, seen: Sequence[Seen], text: str) -> list[Seen]:
        """The names, those raised to companies of which a text says `Το Talora ανακοίνωσε …`."""
        found = {fold_once(name[1]) for name in self._declared.finditer(text)}
        return [self._raised(one, text) if fold_once(one.words[0]) in found else one for one in seen]

    def _raised(self, one: Seen, text: str) -> Seen:
        if len(one.words) > 1 or not NEVER < one.score <= 0:
            return one
        before = words_before(text, one.mention.start, _BEFORE)
        last = before[-1] if before else ""
        if last in self._genitive:
            return one._replace(score=1)
        if last in self._neuter:
            acts = self._prepositions.isdisjoint(before[-2:-1])
            case = "subject" if acts else one.mention.case
            return one._replace(score=1, mention=one.mention._replace(case=case))
        return one._replace(score=0)


def _any(forms: Sequence[str]) -> str:
    words = sorted({form for short in forms for form in expand(short)}, key=len, reverse=True)
    return f"(?i:{'|'.join(map(re.escape, words))})"
