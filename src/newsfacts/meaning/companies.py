"""The companies that a document names, by the looks of their names and what stands before them."""

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from newsfacts.lexicon.lexicon import Reading
from newsfacts.meaning.institutes import Institutes
from newsfacts.meaning.looks import NEVER, Looks
from newsfacts.meaning.mentions import Case, Companies, Mention, Seen, grouped
from newsfacts.meaning.standing import Standing
from newsfacts.packs.forms import folded_forms
from newsfacts.packs.measure_schema import OwnerWords
from newsfacts.packs.quote_schema import QuotesFile
from newsfacts.text.fold import fold_once

_UPPER = "A-ZΑ-ΩΆΈΉΊΌΎΏΪΫ"
_CAPITAL = rf"(?:(?:[{_UPPER}]\.){{2,}}|(?:[a-z]{{1,2}}(?=[A-Z]{{2}}))?[{_UPPER}][\w’'-]*(?:\.(?=[a-z])\w+)?)"
_NAME = re.compile(rf"(?<!\w){_CAPITAL}(?:(?: & |[ \u00a0]){_CAPITAL})*(?:(?<=\b[A-Z]{{2}}) [a-z]{{4,}}\b)?")
_MODEL = re.compile(r"[ -](?=\d{1,4}\b)")
_WORD = re.compile(r"[^\s«»“”\"(]+")
_BEFORE = 60
_APPOSED = 5
"""So many words before a name the noun of its firm may stand, with its article."""
_JOINED = 12
_CLAUSE = 60
_WHOSE = 7
_SHOUTED = 3
_FULL_NAME = 2


class _Name(NamedTuple):
    """A name in capitals: where, its words, those before it and of the last of them the folded ones."""

    start: int
    end: int
    words: tuple[str, ...]
    near: Sequence[str]
    before: Sequence[str]
    firm: bool
    institute: bool


class Names:
    """What tells a company from a person, a product and a place."""

    def __init__(self, words: OwnerWords, quotes: QuotesFile, measured: Set[str]) -> None:
        """Word lists, folded; `measured` are the words of measures, which are had by a company."""
        self._looks = Looks(words, quotes, measured)
        self._institutes, self._standing = Institutes(words), Standing(words)
        self.neuter, self.subject = folded_forms(words.neuter), folded_forms(words.subject)
        self.genitive, self.prepositions = folded_forms(words.genitive), folded_forms(words.prepositions)
        self.platforms, self.many = folded_forms(words.platforms), folded_forms(words.many)
        self.joins, self.plural = folded_forms(words.joins), folded_forms(words.plural)
        self.products, self.programmes = folded_forms(words.products), folded_forms(words.programmes)
        self.concerning, self.parents = folded_forms(words.concerning), folded_forms(words.subsidiaries)
        self.leads, self.firms = folded_forms(words.leads), folded_forms(words.firms)
        self.reports = folded_forms(words.reports)
        self._endings = sorted(folded_forms(words.case_endings), key=len, reverse=True)
        self.relatives, self.whose = folded_forms(words.relatives), folded_forms(words.whose)
        self.likened = folded_forms(words.likened)
        self.according = folded_forms(words.according)
        self.bought, self.compared = folded_forms(words.bought), folded_forms(words.compared)
        self.given, self.measured = folded_forms(quotes.given_names), measured
        # of `Chief Technology Officer` the last word stands before the name
        self.roles = self._looks.roles
        self._role_ends = self.roles | {e for role in self.roles if (e := role.split(" ")[-1]).isascii()}
        self.small = self._looks.feminine | self._looks.masculine | self.neuter | folded_forms(words.small)

    def companies(self, reading: Reading, counted: Set[int], first: int) -> Companies:
        """The companies that a text names.

        `counted` are where its quantities and dates begin, `first` is where the first quantity does.
        """
        seen: list[Seen] = []
        for found in _NAME.finditer(reading.text):
            last = seen[-1] if seen and seen[-1].score > NEVER else None
            one = self._seen(reading.text, found, counted, last.mention if last else None)
            if one is not None:
                seen.append(one)
        return grouped(seen, first)

    def _seen(
        self, text: str, found: "re.Match[str]", counted: Set[int], previous: Mention | None
    ) -> Seen | None:
        """What a name in capitals may be, after the one before it; None where no name is left of it."""
        start, words, firm = self._trimmed(found)
        if not words or (len(words) > _SHOUTED and found[0].isupper()):
            return None
        near = _WORD.findall(text, max(0, found.start() - _BEFORE), start)
        before = [fold_once(word) for word in near[-3:]]
        score = 3 if firm else self._looks.score(words, before, bracketed=text[start - 1 : start] == "(")
        model = _MODEL.match(text, found.end())
        led_by = before[-1] if before else ""
        product = len(words) > 1 and ((score == -1 and led_by in self.neuter) or led_by in self.products)
        if led_by in self.programmes:
            return None  # `η πρωτοβουλία Invest`
        if product or (model and model.end() not in counted and score >= 0):
            return None  # a product called after its maker says nothing of it
        if score == 0 and led_by in self.subject and self._looks.apposed(text, found.end()):
            score = 2
        appositive = self._led(near, words) if score == 0 else None
        if appositive is not None:
            score, before = 2, list(appositive)
        institute = self._institutes.named([fold_once(word) for word in words])
        if institute and self._institutes.longer(text, found.end()):
            return None
        name = _Name(start, found.end(), words, near, before, firm, institute)
        mention = self._mention(text, name, previous)
        if titles := _titles(text, found.start(), found.end()):
            score, mention = score + int(words[0].isascii()), mention._replace(case="subject")
        person = not firm and mention.case == "subject" and self._looks.is_person(text, found.end())
        return Seen(mention, words, score, titles, not self.parents.isdisjoint(before), person)

    def _mention(self, text: str, name: _Name, previous: Mention | None) -> Mention:
        """A name as what stands around it says."""
        words, near, before = name.words, name.near, name.before
        led, whose = self._goes_on(text, name.end)
        begins = name.institute and self._institutes.begins(text, name.start, near, previous)
        own = fold_once(words[0]) in self.platforms and self._neuter_acts(before)
        case = "subject" if led or whose or begins or own else self._case(before)
        between = fold_once(text[previous.end : name.start].strip()) if previous else ""
        listed = previous is not None and previous.listed and (between == "," or between in self.joins)
        joined = between in self.joins or listed
        if previous and (joined or (previous.case == "at" and _joined(text[previous.end : name.start]))):
            case = previous.case  # `όπως η Alpha και η Beta`, `η Alpha και Beta`
        return Mention(
            name.start,
            name.end,
            self._key(words),
            case,
            of_name=(case == "owner" and self._is_name(near[-3:], before)) or self._acts_not(near, before),
            of_role=case == "owner" and not self.roles.isdisjoint(before),
            reports=self._standing.tells(before, text, name.end),
            backs=self._standing.backs(words, before),
            led=whose or (led and self._case(before) == "at"),
            called=name.firm or (bool(near) and fold_once(near[-1]) in self.firms),
            has=case == "owner" and len(before) > 1 and before[-2] in self.measured,
            joined=joined,
            listed=listed or (bool(before) and before[-1] in self.many),
        )

    def _trimmed(self, found: "re.Match[str]") -> tuple[int, tuple[str, ...], bool]:
        """Where the name begins after other words with a capital, its words, whether a firm's."""
        start, words = found.start(), found[0].rstrip("-’'").replace("\u00a0", " ").split(" ")
        while words and fold_once(words[0]) in self.small:
            start += len(words[0]) + 1
            words = words[1:]
        firm = len(words) > 1 and (
            fold_once(words[0]) in self.leads or (fold_once(words[0]) in self.firms and words[1].isascii())
        )
        if firm:
            start += len(words[0]) + 1
            words = words[1:]
        return start, tuple(words[: self._person_at(words)]), firm

    def _person_at(self, words: Sequence[str]) -> int:
        """Where a person begins behind a foreign company: `ο πρόεδρος της Metalen Ηλίας Ρήγας`."""
        greek = next((k for k, word in enumerate(words) if not word.isascii()), 0)
        named = greek and (fold_once(words[greek]) in self.given or len(words) - greek == _FULL_NAME)
        return greek if named else len(words)

    def _case(self, before: Sequence[str]) -> Case:
        last = before[-1] if before else ""
        article = last if last in self.small or len(before) < 2 else before[-2]
        if (
            not self.relatives.isdisjoint(before[:-2])
            or not self.likened.isdisjoint(before)
            or not self.bought.isdisjoint(before[-2:])
        ):
            return "at"
        if article in self.subject or not self.according.isdisjoint(before) or self._several(before):
            return "subject"
        if not self.concerning.isdisjoint(before):
            return "subject"  # `όσον αφορά την Alpha`
        if article in self.genitive:
            return "owner"
        return "at" if article in self.small or not self.prepositions.isdisjoint(before[-2:]) else "bare"

    def _neuter_acts(self, before: Sequence[str]) -> bool:
        """`το Streamora κερδίζει`, but `από το Streamora`."""
        neuter = bool(before) and before[-1] in self.neuter and before[-1] not in self.prepositions
        return neuter and self.prepositions.isdisjoint(before[-2:-1])

    def _several(self, before: Sequence[str]) -> bool:
        """Whether a neuter plural stands before a subject: `τα ΕΛΝΑ επενδύουν`, but `για τα ΕΛΝΑ`."""
        return bool(before) and before[-1] in self.plural and self.prepositions.isdisjoint(before[-2:])

    def _goes_on(self, text: str, end: int) -> tuple[bool, bool]:
        """Whether a relative clause follows (`της Alpha, η οποία …`), and one of what the name has.

        As in `η Alpha, τα έσοδα της οποίας …`.
        """
        if text[end : end + 2] != ", ":
            return False, False
        near = [fold_once(word) for word in _WORD.findall(text, end + 2, end + _CLAUSE)]
        return not self.relatives.isdisjoint(near[:2]), not self.whose.isdisjoint(near[2:_WHOSE])

    def _led(self, near: Sequence[str], words: Sequence[str]) -> Sequence[str] | None:
        """The words up to the article of a firm's noun: `η κινεζική κατασκευάστρια οχημάτων Alba`."""
        if not words[0].isascii():
            return None
        norms = [fold_once(word) for word in near[-_APPOSED:]]
        firm = next((k for k in range(len(norms) - 1, 0, -1) if norms[k] in self.firms), 0)
        between = zip(norms[firm + 1 :], near[-_APPOSED:][firm + 1 :], strict=True)
        if not firm or any(norm in self.small or word[0].isupper() for norm, word in between):
            return None
        article = next((k for k in range(firm - 1, max(-1, firm - 3), -1) if norms[k] in self.small), None)
        return None if article is None else norms[: article + 1]

    def _acts_not(self, near: Sequence[str], before: Sequence[str]) -> bool:
        """Whether a company is only bought, compared with, or only tells: `τα στοιχεία που έδωσε ο ΔΙΑΗΕ`."""
        if not self.bought.isdisjoint(before[-2:]) or not self.compared.isdisjoint(before):
            return True
        return any(
            word in self.relatives and not self.reports.isdisjoint(map(fold_once, near[max(0, k - 2) : k]))
            for k, word in enumerate(near)
        )

    def _is_name(self, raw: Sequence[str], before: Sequence[str]) -> bool:
        """Whether a name stands before the article: `ο Talos-2 της Aegis`, but not `ο CEO της Aegis`."""
        word = raw[-2] if len(raw) > 1 else ""
        named = word[:1].isupper() and word[-1:].isalnum()
        return named and before[-2] not in self._role_ends and before[-2] not in self.measured

    def _key(self, words: Sequence[str]) -> str:
        """What is the same for all forms of a name: its first word, of an institute the first two."""
        several = self._institutes.named([fold_once(word) for word in words])
        return " ".join(self._stem(word) for word in words[: 1 + several])

    def _stem(self, word: str) -> str:
        """A name's first word without the ending of its case: `Υδροδυναμικής` and `Υδροδυναμική` are one."""
        norm = fold_once(word)
        if word.isascii() or len(norm) < 5:
            return norm
        return next((norm[: -len(ending)] for ending in self._endings if norm.endswith(ending)), norm)


def _titles(text: str, start: int, end: int) -> bool:
    """Whether a name stands alone before a colon at the head of a line: `Vellona: Στα 5 εκατ. τα κέρδη`."""
    return text[end : end + 2] == ": " and (start == 0 or text[start - 1] == "\n")


def _joined(between: str) -> bool:
    """Whether two names with this between them are told of as one: a conjunction and an article."""
    return len(between) <= _JOINED and "," not in between and between.count(" ") > 2
