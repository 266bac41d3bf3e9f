"""Firms called by one Greek word, which looks like a place's or a person's name: what tells them apart."""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import pairwise

from newsfacts.meaning.greek_doings import Doings
from newsfacts.meaning.looks import NEVER
from newsfacts.meaning.mentions import NEAR_WORD, Seen, kin_of, words_before
from newsfacts.packs.forms import expand, folded_forms
from newsfacts.packs.owner_schema import OwnerWords
from newsfacts.text.fold import fold_once

_AROUND = 60
"""So many letters before or after a name lies what its firm does."""
_FAR = 600
"""So many letters before `η εταιρεία` its name stands at most."""
_HEADING = 8
"""So many words behind the name in a heading is told what the firm has."""
_INITIALS = 7
"""So many letters have initials at most."""
_BEFORE, _NEAR = 30, 12
"""So many letters before a name stand a preposition and its article, more with an adjective."""


class GreekNames:
    """What the files say of how firms with a Greek name are spoken of."""

    def __init__(self, words: OwnerWords, is_land: Callable[[str], bool], roles: Set[str]) -> None:
        """From the words of the files; `is_land` knows names of places, `roles` are people's; both folded."""
        self._roles = roles
        self._doings, self._places = Doings(words), folded_forms(words.places)
        self._from, self._means = folded_forms(words.leaving), folded_forms(words.firm_means)
        self._heads = folded_forms(words.firm_roles)
        self._agreed, self._is_land = folded_forms(words.agreed), is_land
        self._trades, self._firms = folded_forms(words.like), folded_forms(words.firms)
        self._nations = {kin_of(norm) for norm in folded_forms(words.nations)}
        self._feminine, self._women = folded_forms(words.feminine), tuple(words.women)
        articles = [form for short in (*words.feminine, *words.masculine) for form in expand(short)]
        firms = "|".join(sorted({form for short in words.leads for form in expand(short)}))
        bodies = "|".join(sorted({form for short in words.bodies for form in expand(short)}))
        self._firm = re.compile(
            rf"(?<!\w)(?i:{'|'.join(sorted(set(articles)))}) (?:(?i:{firms})|{bodies})(?!\w)"
        )

    def told(self, seen: Sequence[Seen], text: str) -> list[Seen]:
        """The names, those of Greek firms raised to companies: by what they do, or as `η εταιρεία` later on.

        As in `Η Αίθρα εξαγόρασε τη Βήτα` and `Το σχέδιο της Αίθρας προχωρά. Η εταιρεία ζητά δάνειο`.
        """
        heading = {one.mention.key for one in seen[:1] if self._titles(one, seen, text)}
        named = [one for one in seen if self._plain(one, text)]
        beside = set(self._beside(seen, text)) | heading
        if not named and not beside:
            return list(seen)
        none = self._none(seen)
        named = [one for one in named if one.mention.key not in none and not self._is_adjective(one, text)]
        known = {one.mention.key for one in seen if one.score > 0}
        firms = {
            one.mention.key for one in named if self._doings.owns(one, text) or self._has_head(one, text)
        }
        firms |= beside
        placed = self._placed(seen, text)
        named = [one for one in named if one.mention.case != "at" and one.mention.key not in placed]
        firms |= {one.mention.key for one in named if self._doings.does(one, text)}
        firms |= set(self._meant(seen, text, {one.mention.key for one in named}, known | firms))
        return [
            one._replace(score=1) if one.mention.key in firms and NEVER < one.score <= 0 else one
            for one in seen
        ]

    def _has_head(self, one: Seen, text: str) -> bool:
        """`ο διευθύνων σύμβουλος της Αίθρας`: what only firms are led by stands before its article."""
        words = words_before(text, one.mention.start, _AROUND)[:-1]
        return one.mention.case == "owner" and any(" ".join(words[-n:]) in self._heads for n in (1, 2))

    def _beside(self, seen: Sequence[Seen], text: str) -> Iterator[str]:
        """`Αίθρα και Betora`, `η συμφωνία Αίθρας – Betora`: who is joined with a company is one too.

        So in `η Αίθρα και η Betora`, where both act.
        """
        for last, one in pairwise(seen):
            greek = len(last.words) == 1 and not last.words[0].isascii()
            acting = one.mention.jointly and last.mention.case == "subject" and self._plain(last, text)
            joined = (one.mention.joined and one.words[0].isascii()) or acting
            if not (greek and joined and last.score == 0) or last.person:
                continue
            agreed = not self._agreed.isdisjoint(words_before(text, last.mention.start, _AROUND)[-1:])
            if (one.score > 0 or (agreed and one.score == 0)) and not self._is_land(fold_once(last.words[0])):
                yield last.mention.key
                yield one.mention.key

    def _titles(self, one: Seen, seen: Sequence[Seen], text: str) -> bool:
        """`Ελληνικά Νερά: Στα 5 εκατ. τα κέρδη`, and later `η εταιρεία`, where no other company acts.

        A name of several words with a country's or a trade's in it, which the text does not write small, or
        one word with what only firms have behind it; or initials: `ΕΝΕΡΒ: Μείωση 65% της κερδοφορίας`.
        """
        begin, end = one.mention.start, one.mention.end
        if begin > 0 or text[end : end + 1] != ":" or one.score != 0 or one.person:
            return False
        norms = [fold_once(word) for word in one.words]
        small = {word.lower() for word in one.words}
        initials = len(norms) == 1 and one.words[0].isupper() and len(norms[0]) <= _INITIALS
        named = len(norms) > 1 and (not self._trades.isdisjoint(norms) or kin_of(norms[0]) in self._nations)
        line = text[end : text.find("\n", end)]
        named = named or (
            len(norms) == 1
            and not self._means.isdisjoint(map(fold_once, NEAR_WORD.findall(line, 1)[:_HEADING]))
        )
        if not (initials or named):
            return False
        if self._is_land(norms[-1]):
            return False
        others = any(other.score > 0 and other.mention.case == "subject" for other in seen)
        meant = self._firm.search(text, one.mention.end)
        return not others and meant is not None and small.isdisjoint(NEAR_WORD.findall(text))

    def _plain(self, one: Seen, text: str) -> bool:
        """Whether it is one Greek word with the article of a firm, and nothing tells what it is.

        With that of a man it is mostly a man's, and one in `-ου` is a woman's (`η Βεργίδου`).
        """
        alone = len(one.words) == 1 and not one.words[0].isascii() and one.score == 0
        if not alone or one.mention.case == "bare":
            return False
        words = NEAR_WORD.findall(text, max(0, one.mention.start - _BEFORE), one.mention.start)
        before = [fold_once(word) for word in words]
        small = len(before) > 1 and words[-1].islower() and words[-1].isalpha()
        if small and not self._is_led(before[-1]):
            before = before[:-1]  # `η ελληνική Αίθρα`
        return not self._feminine.isdisjoint(before[-1:]) and not one.words[0].endswith(self._women)

    def _is_led(self, norm: str) -> bool:
        """Whether a role or a woman's article stands right before a name."""
        return norm in self._roles or norm in self._feminine

    def _none(self, seen: Sequence[Seen]) -> Set[str]:
        """The names of people and of places, by themselves or by what else the text tells."""
        none = {one.mention.key for one in seen if (one.score == NEVER and not one.told) or one.person}
        people = {fold_once(word) for one in seen for word in one.words[1:]}
        for one in seen:
            norm = fold_once(one.words[0])
            if norm in people or self._is_land(norm):
                none.add(one.mention.key)
        return none

    def _is_adjective(self, one: Seen, text: str) -> bool:
        """Whether it is only written as a name: `η Κινεζική εταιρεία`."""
        if kin_of(fold_once(one.words[0])) in self._nations:
            return True
        behind = NEAR_WORD.findall(text, one.mention.end, one.mention.end + _BEFORE)[:1]
        return not self._firms.isdisjoint(map(fold_once, behind))

    def _placed(self, seen: Sequence[Seen], text: str) -> Set[str]:
        """The names of what may be places: `στην Αλιάρτη`, `από την Αλιάρτη`."""
        placed: set[str] = set()
        for one in seen:
            before = words_before(text, one.mention.start, _NEAR)
            if not self._places.isdisjoint(before[-1:]) or not self._from.isdisjoint(before[-2:-1]):
                placed.add(one.mention.key)
        return placed

    def _meant(self, seen: Sequence[Seen], text: str, candidates: Set[str], known: Set[str]) -> Iterator[str]:
        """The name that stands before the first `η εταιρεία`, where no company is known before it."""
        first = self._firm.search(text)
        if first is None:
            return
        before = [one for one in seen if one.mention.start < first.start()]
        here = next((one for one in seen if first.end() <= one.mention.start <= first.end() + 1), None)
        if any(one.mention.key in known for one in before) or (here is not None and here.score > 0):
            return
        near = (one for one in reversed(before) if one.mention.key in candidates)
        last = next(near, None)
        if last is not None and last.mention.start >= first.start() - _FAR:
            yield last.mention.key
