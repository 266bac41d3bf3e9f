"""Whether a name looks like a company's: its letters, its words and what stands before it."""

import re
from collections.abc import Sequence, Set

from newsfacts.meaning.headings import titled
from newsfacts.meaning.institutes import Institutes
from newsfacts.meaning.mentions import NEAR_WORD
from newsfacts.packs.forms import folded_forms
from newsfacts.packs.owner_schema import OwnerWords
from newsfacts.packs.quote_schema import QuotesFile
from newsfacts.text.fold import fold_once

NEVER = -99
"""The score of what is no company, whatever else is said of it."""
_LATIN, _GREEK = 7, 14
"""So many letters has an acronym at most."""
_SHORTEST = 3
_SHORT, _NEAR, _EXPLAINED = 4, 5, 90
_TITLE, _PLAIN = 9, 2
_SEVERAL = re.compile(r"[A-Z]{2,}s")
"""Things in the plural: `PCs`."""


class Looks:
    """What the files say of how companies are called."""

    def __init__(self, words: OwnerWords, quotes: QuotesFile, measured: Set[str]) -> None:
        """From the words of the files in use, folded; `measured` are the words of measures."""
        self._measured = measured
        self._institutes = Institutes(words)
        self.feminine, self.masculine = folded_forms(words.feminine), folded_forms(words.masculine)
        self._neuter, self._plural = folded_forms(words.neuter), folded_forms(words.plural)
        self._of_plural = folded_forms(words.of_plural)
        self._genitive, self._firms = folded_forms(words.genitive), folded_forms(words.firms)
        self._accounts = folded_forms(words.accounts_of)
        self._like, self._sites = folded_forms(words.like), folded_forms(words.sites)
        self._legal = folded_forms(words.legal)
        self._indexes = tuple(f"{index} " for index in folded_forms(words.indexes))
        self._lands, self._compass = folded_forms(words.lands), folded_forms(words.compass)
        self._held, self._explains = folded_forms(words.held), folded_forms(words.subject)
        self._platforms, self._women = folded_forms(words.platforms), tuple(folded_forms(words.women))
        self._known, self._never = folded_forms(words.known), folded_forms(words.never)
        self._never_begun = {name[:-1] for name in self._never if len(name) > _SHORT}
        self._observers = folded_forms(words.observers) | folded_forms(quotes.media)
        self._reports, self.associations = folded_forms(words.reports), folded_forms(words.associations)
        self._genitives = tuple(folded_forms(words.genitive_endings))
        self.of_nouns = tuple(ending for ending in self._genitives if len(ending) > 1)
        self._places, self._media = folded_forms(words.places), folded_forms(words.media)
        self._ventures = folded_forms(words.ventures)
        self._results = folded_forms(words.results)
        self._fines, self._bare = folded_forms(words.fines), folded_forms(words.fined_by)
        self._whose, self._joins = folded_forms(words.whose), folded_forms(words.joins)
        self._prepositions = folded_forms(words.prepositions)
        self._possessions = folded_forms(words.possessions)
        self._given, self._titles = folded_forms(quotes.given_names), folded_forms(quotes.titles)
        self._hints, self._bodies = folded_forms(quotes.organization_hints), folded_forms(quotes.bodies)
        self._concepts = folded_forms(quotes.grammar.concepts)
        self.roles = folded_forms(form for role in quotes.roles for form in role.words)

    def score(self, words: tuple[str, ...], before: Sequence[str], *, bracketed: bool) -> int:
        """How much speaks for a company; in brackets stands what something is called for short."""
        last = before[-1] if before else ""
        norms = [fold_once(word.replace(".", "") if word.isupper() else word.rstrip(".")) for word in words]
        if self._institutes.named(norms):
            return NEVER if last in self._reports or self._told(before) else 2
        account = bracketed and not self._accounts.isdisjoint(before)  # `το Βασικό Επιτόκιο (ΒΕΧ)`
        if account or self._is_none(norms, before) or _SEVERAL.fullmatch(words[-1]):
            return NEVER
        if (
            last in self._firms
            or not self._like.isdisjoint(norms[1:])
            or not self._legal.isdisjoint(norms[1:])
        ):
            return 3
        if len(words) == 1 and words[0].isascii() and norms[0] in self._platforms:
            # `το Streamora`, `το X`, but `στο Streamora`, `Talos X`
            led = len(words[0]) > 1 or last in self._neuter | self._genitive | self.feminine
            return int(led and last not in self._places)
        letters = words[0].replace(".", "")
        acronym = (len(words) == 1 or letters != words[0]) and letters.isupper() and len(letters) > 1
        acronym = acronym and len(letters) <= (_LATIN if words[0].isascii() else _GREEK)
        if acronym and not words[0].isascii() and self._in_plural(before):
            return 1  # `τα ΕΛΝΑ`
        if last in self._neuter or any(c.isdigit() for norm in norms for c in norm):
            return -1
        latin = words[0].isascii()
        if latin and len(words) == 1 and norms[0] in self._known:
            return 1  # `πρόστιμο σε Apple και Meta`
        if last in self._places and not (latin or acronym):
            return 0  # `στη Γαλατινή Κοζάνης`
        if last in self._genitive and latin and not self._possessions.isdisjoint(before[-2:-1]):
            return 1  # `η μετοχή του Chirper`
        if last in self.feminine:
            short = letters.isupper() and _SHORTEST <= len(letters) <= _GREEK
            several = len(words) > 1 and (short or self._of(norms))  # `η ΔΕΣ Ανανεώσιμες`
            return int(latin or acronym or several or self._has_held(norms, before))
        if len(before) > 1 and before[-2] in self.feminine and not bracketed:
            return int(latin)
        return int(last in self.masculine and acronym and not latin)

    def _has_held(self, norms: Sequence[str], before: Sequence[str]) -> bool:
        """`οι μέτοχοι της Αίθρας`: what only firms have."""
        held = (
            len(norms) == 1
            and before[-1] in self._genitive
            and before[-2:-1] != []
            and (before[-2] in self._held or " ".join(before[-3:-1]) in self._held)
        )
        none = norms[0] in self._firms or norms[0].endswith(self._women) or self.is_land(norms[0])
        return held and not none

    def is_land(self, norm: str) -> bool:
        """Whether it is a place's name, or a form of one that no company has: `της Ελλάδας`."""
        # one letter shorter than the name, and two at most than the form
        begins = (norm[:size] for size in range(max(_SHORT, len(norm) - 2), len(norm) + 1))
        return norm in self._lands or not self._never_begun.isdisjoint(begins)

    def apposed(self, text: str, end: int) -> bool:
        """Whether a firm's noun explains a name: `η Αίθρα, η μεγαλύτερη εταιρεία κινητής, …`."""
        if text[end : end + 2] != ", ":
            return False
        close = text.find(",", end + 2, end + _EXPLAINED)
        words = [fold_once(word) for word in NEAR_WORD.findall(text, end + 2, close)] if close > 0 else []
        return (
            bool(words)
            and words[0] in self._explains | self._firms
            and not self._firms.isdisjoint(words[:_NEAR])
        )

    def is_person(self, text: str, end: int) -> bool:
        """Whether a role explains a name: `η Mara Holt, πρόεδρος και διευθύνουσα σύμβουλος της Alpha`."""
        if text[end : end + 2] != ", ":
            return False
        near = NEAR_WORD.findall(text, end + 2, end + _EXPLAINED)[:_NEAR]
        words = [fold_once(word).rstrip(",.") for word in near]
        if not self._whose.isdisjoint(words):
            return False  # `η Alpha, πρόεδρος της οποίας είναι η Mara Holt`
        return any(" ".join(words[:size]) in self.roles for size in (1, 2))

    def of_association(self, text: str, start: int, end: int, near: Sequence[str]) -> bool:
        """`η Ένωση Κατασκευαστών Πλοίων (ΕΝΚΠ)`: those who speak for a trade own no market.

        So also `ο σύνδεσμος ΕΝΚΠ` and `η ΕΝΚΠ, η ένωση των κατασκευαστών πλοίων`.
        """
        if not text[start:end].replace(".", "").isupper():
            return False
        if text[end : end + 2] == ", ":
            after = [fold_once(word) for word in NEAR_WORD.findall(text, end + 2, end + _EXPLAINED)[:_NEAR]]
            if after and after[0] in self._explains and not self.associations.isdisjoint(after[1:3]):
                return True
        bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
        for word in near[: -_TITLE - 1 : -1] if bracketed else near[-1:]:
            norm = fold_once(word)
            if norm in self.associations:
                return True
            if not (word[0].isupper() or norm in self._genitive or norm.endswith(self.of_nouns)):
                return norm in self._joins
        return False

    def _in_plural(self, before: Sequence[str]) -> bool:
        """`τα ΕΛΝΑ`, `τα έσοδα των ΕΛΝΑ`."""
        last = before[-1] if before else ""
        return last in self._plural or (
            last in self._of_plural and before[-2:-1] != [] and before[-2] in self._measured
        )

    def _is_none(self, norms: Sequence[str], before: Sequence[str]) -> bool:
        last = before[-1] if before else ""
        person = norms[0] in self._given and self._like.isdisjoint(norms[1:])  # `Μέλισσα Ενέργεια` is none
        if person or any(n in self._bodies or n in self._observers or n in self._sites for n in norms):
            return True
        part = norms[0] in self._compass and self.is_land(norms[-1])
        index = f"{' '.join(norms)} ".startswith(self._indexes)
        if part or index or self._told(before):
            return True
        # `ΣΥΜΦΩΝΑ ΜΕ ΤΗΝ ΕΡΕΥΝΑ`, `η Έρευνα Ψηφιακής Ωριμότητας`, `η Εταιρία διαθέτει`
        plain = norms[0] in self._reports or (len(norms) == 1 and norms[0] in self._firms)
        concept = len(norms) <= _PLAIN and norms[-1] in self._concepts  # `η Τεχνητή Νοημοσύνη`
        legal = not self._legal.isdisjoint(norms[1:])  # `η Νέα Εικόνα ΑΕ`
        none = concept or (norms[0] in self._never and not legal) or norms[0] in self.roles
        none = none or (len("".join(norms)) == 1 and norms[0] not in self._platforms)  # `η «C» κατηγορία`
        if plain or none or any(c.isdigit() for c in norms[0]):
            return True
        return last.rstrip(".") in self._titles or last in self._titles or last in self._reports

    def titles(self, text: str, start: int, end: int, before: Sequence[str]) -> bool:
        """Whether a name heads a text or a line: alone, or behind the results that are told of.

        As in `Αποτελέσματα Alba`; `before` are the words before it.
        """
        results = bool(before) and before[-1] in self._results and text[end : end + 1] in ("", "\n")
        return results or titled(text, start, end)

    def unit(self, words: tuple[str, ...], led_by: str) -> bool:
        """`του Alba Cloud Services`: with this article a part or a product of `η Alba`.

        But `του Alba Group` is the firm itself.
        """
        masculine = led_by in self._genitive and led_by in self.masculine
        firm = not self._like.isdisjoint([fold_once(words[-1])])
        return len(words) > 1 and words[0].isascii() and masculine and not firm

    def _told(self, before: Sequence[str]) -> bool:
        """`έρευνα της Alba`, `έκθεση της εταιρείας Alba`, `μιλώντας στην Alba`."""
        if len(before) < 2:
            return False
        if before[-1] in self._firms and before[0] in self._reports and before[-2] in self._genitive:
            return True
        return before[-2] in self._reports or (before[-1] in self._places and before[-2] in self._media)

    def beside(self, score: int, words: tuple[str, ...], near: Sequence[str]) -> int:
        """Its score with what the words around say: a study's name, or `πρόστιμο 3 εκατ. ευρώ σε Alba`.

        So also `η επένδυση των Alba και Betora`.
        """
        if self._studied(near):
            return NEVER
        if score != 0 or not words[0].isascii():
            return score
        last, *before = [fold_once(word) for word in reversed(near)] or [""]
        together = last in self._of_plural and not self._ventures.isdisjoint(before[:1])
        return int(together or (last in self._bare and not self._fines.isdisjoint(before)))

    def _studied(self, near: Sequence[str]) -> bool:
        """`έκθεση Digital Outlook 2025 της Alba`, `έρευνα του Πανεπιστημίου Θράκης και της Alba`.

        Between the noun of the study and the article stand its title, other makers or two plain words.
        """
        plain, owned = 0, False
        for at in range(len(near) - 1, max(-1, len(near) - _TITLE), -1):
            word, norm = near[at], fold_once(near[at])
            if norm in self._reports:
                return owned
            if word[-1] in ",.:;" or norm in self._measured or norm in self._prepositions:
                return False
            owned = owned or norm in self._genitive
            if word[0].isupper() or word[0].isdigit() or norm in self._genitive or norm in self._joins:
                continue
            plain += 1
            if plain > _PLAIN or not norm.endswith(self.of_nouns):
                return False
        return False

    def _of(self, norms: Sequence[str]) -> bool:
        """Whether a Greek name is built as companies' are: by its words, or as a noun with a genitive."""
        return any(n in self._hints for n in norms) or norms[1].endswith(self._genitives)
