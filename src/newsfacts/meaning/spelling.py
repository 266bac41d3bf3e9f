"""How the name of a company is spelled: its own words among others with a capital, and all its forms."""

import re
from collections.abc import Callable, Sequence, Set

from newsfacts.meaning.institutes import Institutes
from newsfacts.packs.forms import folded_forms
from newsfacts.packs.owner_schema import OwnerWords
from newsfacts.text.fold import fold_once

_FULL_NAME, _SHORT = 2, 5
IsVerb = Callable[[str], bool]
"""Whether a folded word ends as verbs do."""


class Spelling:
    """What the files say of the words of names."""

    def __init__(self, words: OwnerWords, given: Set[str], small: Set[str], is_verb: IsVerb) -> None:
        """From the words of the files in use; `given` are names of people, `small` words before names."""
        self._is_verb = is_verb
        self._given, self._small = given, small
        self._leads, self._firms = folded_forms(words.leads), folded_forms(words.firms)
        self._like, self._legal = folded_forms(words.like), folded_forms(words.legal)
        self._endings = sorted(folded_forms(words.case_endings), key=len, reverse=True)
        self._institutes = Institutes(words)
        self._products, self._neuter = folded_forms(words.products), folded_forms(words.neuter)

    def trimmed(self, found: "re.Match[str]") -> tuple[int, tuple[str, ...], str]:
        """Where the name begins after other words with a capital, its words, the firm's noun before it."""
        start, words = found.start(), found[0].rstrip("-’'").replace("\u00a0", " ").split(" ")
        while words and fold_once(words[0]) in self._small:
            start += len(words[0]) + 1
            words = words[1:]
        if len(words) > 1 and words[-2].endswith(".") and fold_once(words[-1]) in self._small:
            words = words[:-1]  # `της Alba S.A. Ο τζίρος …`
        noun, firm = fold_once(words[0]) if len(words) > 1 else "", ""
        if noun in self._leads or (noun in self._firms and words[1].isascii()):
            firm = noun
            start += len(words[0]) + 1
            words = words[1:]
        return start, tuple(words[: min(self._person_at(words), self._verb_at(words))]), firm

    def _verb_at(self, words: Sequence[str]) -> int:
        """Where the verb of a headline in capitals stands: `ALBA ΕΠΕΝΔΥΕΙ 5 ΕΚΑΤ. ΕΥΡΩ`."""
        shouted = ((k, fold_once(word)) for k, word in enumerate(words) if k and word.isupper())
        verbs = (k for k, norm in shouted if norm not in self._legal and self._is_verb(norm))  # `ΑΛΒΗ ΕΠΕ`
        return next(verbs, len(words))

    def _person_at(self, words: Sequence[str]) -> int:
        """Where a person begins behind a company: `ο CEO της Metalen Ηλίας Ρήγας`, `της ΔΕΣ Ηλίας Ρήγας`."""
        foreign = bool(words) and words[0].isascii()
        shouted = bool(words) and words[0].isupper()
        greek = next((k for k, word in enumerate(words) if k and not word.isascii()), 0)
        norm = fold_once(words[greek]) if greek else ""
        named = norm in self._given and (foreign or shouted)
        full = foreign and len(words) - greek == _FULL_NAME and norm not in self._like
        return greek if greek and (named or full) else len(words)

    def is_product(self, words: Sequence[str], led_by: str, *, known: bool) -> bool:
        """`το Talora Studio`, `η υπηρεσία Ροδινή Πύλη`; but `το Ροδινό Δίκτυο` may be a firm."""
        foreign = words[0].isascii() and led_by in self._neuter and not known
        return len(words) > 1 and (foreign or led_by in self._products)

    def key(self, words: Sequence[str]) -> str:
        """What is the same for all forms of a name: its first word, of an institute the first two."""
        several = self._institutes.named([fold_once(word) for word in words])
        return " ".join(self._stem(word) for word in words[: 1 + several])

    def _stem(self, word: str) -> str:
        """A name's first word without the ending of its case: `Υδροδυναμικής` and `Υδροδυναμική` are one."""
        norm = fold_once(word)
        if word.isascii() or (len(norm) < _SHORT and word.isupper()):
            return norm
        if len(norm) < _SHORT:
            return norm.rstrip("σ")  # `Νέα Εικόνα ΑΕ`, `Νέας Εικόνας ΑΕ`
        return next((norm[: -len(ending)] for ending in self._endings if norm.endswith(ending)), norm)
