"""Bodies of the state, whose names are long: only what a text says to be theirs is."""

import re
from collections.abc import Iterator, Sequence

from newsfacts.meaning.mentions import NEAR_WORD, Case, Seen, words_before
from newsfacts.packs.forms import folded_forms
from newsfacts.packs.owner_schema import OwnerWords
from newsfacts.text.fold import fold_once

_FIRST = 3
"""The noun of a body is one of so many first words: `η Ανεξάρτητη Αρχή Δημοσίων Εσόδων`."""
_BEFORE, _BEHIND = 30, 30
"""So many letters before a body what it has, so many behind it what it does is told."""
_STEM = 4
"""So many letters of a word are the same in all its forms."""
_TITLE = r"[Α-ΩΆΈΉΊΌΎΏ][α-ωάέήίόύώϊϋΐΰ]\w+(?: [Α-ΩΆΈΉΊΌΎΏ][α-ωάέήίόύώϊϋΐΰ]\w+)*"
_NEXT, _LISTED = re.compile(rf" (\w+) ({_TITLE})"), re.compile(rf", {_TITLE}")


class PublicBodies:
    """What the files say of ministries, municipalities and agencies."""

    def __init__(self, words: OwnerWords) -> None:
        """From the words of the files in use."""
        self._bodies, self._means = folded_forms(words.public_bodies), folded_forms(words.public_means)
        self._acts, self._joins = folded_forms(words.public_acts), folded_forms(words.joins)
        self._small, self._between = folded_forms(words.public_small), folded_forms(words.between_acts)
        self._genitive, self._prepositions = folded_forms(words.genitive), folded_forms(words.prepositions)
        articles = folded_forms(words.subject) | folded_forms(words.neuter)
        self._articles = articles - self._prepositions
        self._endings = tuple(end for end in folded_forms(words.genitive_endings) if len(end) > 1)

    def told(self, seen: Sequence[Seen], text: str) -> list[Seen]:
        """The names, those of bodies raised to owners where a text says what they have or get."""
        return list(self._told(seen, text))

    def _told(self, seen: Sequence[Seen], text: str) -> Iterator[Seen]:
        past = 0
        for one in (self._whole(name, text) for name in seen):
            named = one.score <= 0 and self._named(one.words)
            case = self._case(one, text) if named else None
            if case is None:
                if one.mention.start >= past:
                    yield one
                continue
            past = self._end(text, one.mention.end)
            words = tuple(text[one.mention.start : past].split())
            key = " ".join(fold_once(word)[:_STEM] for word in words)
            mention = one.mention._replace(end=past, key=key, case=case, of_name=False, has=True)
            yield one._replace(mention=mention, words=words, score=1, body=True)

    def _whole(self, one: Seen, text: str) -> Seen:
        """The name with the noun of the body where that is written small: `ο δήμος Άρδας`."""
        start = one.mention.start
        if one.score > 0 or text[start - 1 : start] != " ":
            return one
        word = text[max(0, start - _BEFORE) : start - 1].rsplit(maxsplit=1)[-1:]
        begin = start - 1 - len(word[0]) if word else start
        if not word or fold_once(word[0]) not in self._small:
            return one
        return one._replace(mention=one.mention._replace(start=begin), words=(*word, *one.words))

    def _named(self, words: Sequence[str]) -> bool:
        if len(words) == 1 or words[0].isascii():
            return False
        return any(fold_once(word) in self._bodies for word in words[:_FIRST])

    def _case(self, one: Seen, text: str) -> Case | None:
        """`ο προϋπολογισμός του Δήμου Άρδας`, `Ο Δήμος Άρδας εξασφάλισε επιδότηση`; else nothing is its."""
        before = words_before(text, one.mention.start, _BEFORE)[-2:]
        if len(before) > 1 and before[1] in self._genitive and before[0] in self._means:
            return "owner"
        if not before or before[-1] not in self._articles or not self._prepositions.isdisjoint(before):
            return None
        end = self._end(text, one.mention.end)
        behind = map(fold_once, NEAR_WORD.findall(text, end, end + _BEHIND))
        first = next((norm for norm in behind if norm not in self._between), "")
        acts = text[end : end + 1] == " " and first in self._acts
        behind_it = before[0] in self._acts and fold_once(one.words[0]) in self._small
        return "subject" if acts or behind_it else None  # `σύμβαση υπέγραψε ο Δήμος Άρδας`

    def _end(self, text: str, end: int) -> int:
        """Where a name ends that goes on: `του Υπουργείου Έρευνας, Υγείας και Ψηφιακής Πολιτικής`."""
        reached = end
        while (listed := _LISTED.match(text, reached)) and self._all_end(listed[0][2:].split()):
            reached = listed.end()
        after = _NEXT.match(text, reached)
        if after is None or fold_once(after[1]) not in self._joins:
            return end
        return after.end() if self._all_end(after[2].split()) else end

    def _all_end(self, words: Sequence[str]) -> bool:
        """Whether all words end as genitives do."""
        return all(fold_once(word).endswith(self._endings) for word in words)
