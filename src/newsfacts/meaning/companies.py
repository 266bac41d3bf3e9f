"""The companies that a document names, by the looks of their names and what stands before them."""

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from newsfacts.lexicon.lexicon import Reading
from newsfacts.meaning.aliases import united
from newsfacts.meaning.appositions import Appositions
from newsfacts.meaning.cases import Cases
from newsfacts.meaning.greek_names import GreekNames
from newsfacts.meaning.grouping import grouped
from newsfacts.meaning.headings import heads
from newsfacts.meaning.insiders import Insiders
from newsfacts.meaning.institutes import Institutes
from newsfacts.meaning.looks import NEVER, Looks
from newsfacts.meaning.mentions import NEAR_WORD, Companies, Mention, Seen, kin_of
from newsfacts.meaning.other_names import OtherNames
from newsfacts.meaning.people_behind import PeopleBehind, Speakers
from newsfacts.meaning.platforms import Platforms
from newsfacts.meaning.public_bodies import PublicBodies
from newsfacts.meaning.shapes import NAME
from newsfacts.meaning.side_by_side import SideBySide
from newsfacts.meaning.spelling import IsVerb, Spelling
from newsfacts.meaning.standing import Standing, own_clause
from newsfacts.packs.forms import folded_forms
from newsfacts.packs.owner_schema import OwnerWords
from newsfacts.packs.quote_schema import QuotesFile
from newsfacts.text.fold import fold_once

_MODEL = re.compile(r"[ -](?=\d{1,4}\b|\d+/\d)")
_BEFORE = 60
_APPOSED = 5
"""So many words before a name the noun of its firm may stand, with its article."""
_JOINED, _LED, _SHOUTED = 16, 32, 3


class _Name(NamedTuple):
    """A name in capitals: where, its words, those before it and of the last of them the folded ones.

    `firm` is the noun of a firm that it begins with (`ο Όμιλος Alba`), or nothing.
    """

    start: int
    end: int
    words: tuple[str, ...]
    near: Sequence[str]
    before: Sequence[str]
    firm: str
    institute: bool


class Names:
    """What tells a company from a person, a product and a place."""

    def __init__(self, words: OwnerWords, quotes: QuotesFile, measured: Set[str], is_verb: IsVerb) -> None:
        """Word lists, folded; `measured` are the words of measures, which are had by a company."""
        self._looks = Looks(words, quotes, measured)
        self._institutes, self._standing = Institutes(words), Standing(words)
        self._public = PublicBodies(words)
        self._greek = GreekNames(words, self._looks.is_land, self._looks.roles)
        self._services, self._together = Platforms(words), SideBySide(words)
        self._others = OtherNames(words, self._looks.is_land)
        self.platforms = folded_forms(words.platforms)
        self.joins, self.whose = folded_forms(words.joins), folded_forms(words.whose)
        self.programmes = folded_forms(words.programmes)
        self.parents = folded_forms(words.subsidiaries)
        self.firms, self.roles = folded_forms(words.firms), self._looks.roles
        self.many, self.reports, self.nations = map(folded_forms, (words.many, words.reports, words.nations))
        self.bought, self.compared = folded_forms(words.bought), folded_forms(words.compared)
        self.measured = measured  # below, of `Chief Technology Officer` the last word stands before the name
        ends = {end for role in self.roles if (end := role.split(" ")[-1]).isascii()}
        self._no_names = self.roles | ends | measured | folded_forms(words.leads)
        self.small = self._looks.feminine | self._looks.masculine
        self.small |= folded_forms(words.neuter) | folded_forms(words.small)
        self._cases = cases = Cases(words, self.small)
        self.subject, self.genitive, self.relatives = cases.subject, cases.genitive, cases.relatives
        self._appositions = Appositions(words, self.small, measured | self.roles)
        given, self._families = folded_forms(quotes.given_names), tuple(words.families)
        self._behind = PeopleBehind(words, given, self._institutes)
        self._insiders = Insiders(words, given, self.roles, self._looks.is_land)
        self._common, self.giants = self.firms | folded_forms(words.like), folded_forms(words.giants)
        self._spelling = Spelling(words, given, self.small, is_verb)

    def companies(
        self, reading: Reading, counted: Set[int], first: tuple[int, int], who: Speakers
    ) -> Companies:
        """The companies that a text names; `counted` are where its quantities and dates begin.

        `first` is where the first quantity begins, and its sentence ends; `who` are the people who speak.
        """
        seen: list[Seen] = []
        for found in NAME.finditer(reading.text):
            last = seen[-1] if seen and seen[-1].score > NEVER else None
            one = self._seen(reading.text, found, counted, last.mention if last else None, who)
            if one is not None and one.mention.explains and last is not None:
                seen[-1] = last._replace(mention=last.mention._replace(of_name=True))
            seen += [] if one is None else [one]  # above, `της μητρικής της Alpha, Beta`
        told = self._public.told(self._services.told(seen, reading.text), reading.text)
        told = self._others.told(self._greek.told(told, reading.text), reading.text)
        told = self._together.told(told, reading.text)
        told = united(told, reading.text, self._common, self._looks.associations, self.reports)
        return grouped(told, first)

    def _seen(
        self, text: str, found: "re.Match[str]", counted: Set[int], previous: Mention | None, who: Speakers
    ) -> Seen | None:
        """What a name in capitals may be, after the one before it; None where no name is left of it."""
        start, words, firm, near = self._trimmed(text, found, who)
        shouted = found[0].isupper() and (len(words) > _SHOUTED or found[0].count(" ") > _SHOUTED)
        if not words or shouted or (len(words) == 1 and fold_once(words[0]) in self.firms):
            return None  # `η Τράπεζα` is no other name
        before = [fold_once(word) for word in near[-3:]]
        score = 3 if firm else self._looks.score(words, before, bracketed=text[start - 1 : start] == "(")
        score = self._looks.beside(score, words, near)
        told = score <= NEVER and self._by_report(words, before)
        model = _MODEL.match(text, found.end())
        led_by = before[-1] if before else ""
        if led_by in self.programmes:
            return None  # `η πρωτοβουλία Invest`
        product = self._spelling.is_product(words, led_by, known=score != -1)
        if product or (model and model.end() not in counted and score >= 0):
            return None  # a product called after its maker says nothing of it
        if score == 0 and led_by in self.subject and self._looks.apposed(text, found.end()):
            score = 2
        firmly = led_by in self.firms and score > NEVER
        explained = self._appositions.explained(text, previous, start)
        appositive = explained or (self._led(near, words) if score == 0 or firmly else None)
        if appositive is not None and score > NEVER:
            score, before = max(score, 2), list(appositive)
        institute = self._institutes.named([fold_once(word) for word in words])
        if institute and self._institutes.longer(text, found.end()):
            return None
        below = self._below([fold_once(word) for word in near[-3:]] if explained is None else explained)
        below = below or self._looks.unit(words, led_by)
        name = _Name(start, found.end(), words, near, before, firm, institute)
        mention = self._mention(text, name, previous)._replace(explains=explained is not None)
        if titles := self._looks.titles(text, found.start(), found.end(), before):
            score, mention = score + heads(words), mention._replace(case="subject")
        person = not firm and mention.case == "subject" and self._looks.is_person(text, found.end())
        body = self._looks.of_association(text, start, found.end(), near)
        lead = text[found.start() : start].split()[-1] if firm and words[0].endswith(self._families) else ""
        return Seen(mention, words, score, titles, below, person, body=body, lead=lead, told=told)

    def _trimmed(
        self, text: str, found: "re.Match[str]", who: Speakers
    ) -> tuple[int, tuple[str, ...], str, Sequence[str]]:
        """Where a name begins, its words, the noun of a firm before it, and the words before both."""
        start, words, firm = self._spelling.trimmed(found)
        near = own_clause(NEAR_WORD.findall(text, max(0, found.start() - _BEFORE), start), self.relatives)
        before = [fold_once(word) for word in near[-3:]]
        if len(words) > 1 and self._cases.case(before) == "owner" and self._insiders.speak(near, before):
            words = self._behind.cut(words, text, found.end(), who)
        return start, words, firm, near

    def _mention(self, text: str, name: _Name, previous: Mention | None) -> Mention:
        """A name as what stands around it says."""
        words, near, before = name.words, name.near, name.before
        led, whose = self._standing.goes_on(text, name.end)
        begins = name.institute and self._institutes.begins(text, name.start, near, previous)
        own = fold_once(words[0]) in self.platforms and self._cases.neuter_acts(before)
        case = "subject" if led or whose or begins or own else self._cases.case(before)
        between = fold_once(text[previous.end : name.start].strip()) if previous else ""
        listed = previous is not None and previous.listed and (between == "," or between in self.joins)
        dashed = between == "-" and previous is not None and name.start - previous.end > 1
        joined = between in self.joins or listed or dashed  # `η Alba – Betora`
        both = previous is not None and self._both(text[previous.end : name.start])
        if previous and (joined or (previous.case == "at" and both)):
            case = previous.case  # `όπως η Alpha και η Beta`, `η Alpha και Beta`
        prices = case == "subject" and self._standing.prices(near, text, name.end)
        return Mention(
            name.start,
            name.end,
            self._spelling.key(words),
            "at" if prices else case,
            of_name=(case == "owner" and not joined and self._is_name(near[-3:], before))
            or self._acts_not(near, before)
            or self._appositions.describes(text, previous, name.start)
            or prices,
            of_role=case == "owner" and self._insiders.speak(near, before),
            reports=prices or self._standing.tells(before, text, name.end),
            backs=self._standing.backs(words, before),
            led=whose or (led and self._cases.case(before) == "at"),
            called=name.firm or next((n for n in map(fold_once, near[-1:]) if n in self.firms), ""),
            has=case == "owner" and len(before) > 1 and before[-2] in self.measured,
            joined=joined,
            kin=next((kin_of(n) for n in before[:-3:-1] if n in self.nations), ""),
            jointly=previous is not None and case == previous.case and (joined or both),
            listed=listed or (bool(before) and before[-1] in self.many),
        )

    def _both(self, between: str) -> bool:
        """Whether two names with this between them are told of as one: a conjunction and an article."""
        words = list(map(fold_once, between.split())) if len(between) <= _LED else []
        led = words[-1:] != [] and words[-1] in self.firms and words[1] in self.small
        return len(words) > 1 and words[0] in self.joins and (led or len(between) <= _JOINED)

    def _below(self, before: Sequence[str]) -> bool:
        """`η θυγατρική Alba`, `η θυγατρική της εταιρεία Alba`, but not `η θυγατρική του ομίλου Alba`."""
        parent = next((k for k in range(len(before) - 1, -1, -1) if before[k] in self.parents), len(before))
        behind = before[parent + 1 :]
        of = behind[-1:] and (behind[-1] in self.genitive or behind[-1].endswith(self._looks.of_nouns))
        return parent < len(before) and (not of or self.genitive.isdisjoint(behind))

    def _led(self, near: Sequence[str], words: Sequence[str]) -> Sequence[str] | None:
        """The words up to the article of a firm's noun: `η κινεζική κατασκευάστρια οχημάτων Alba`."""
        norms = [fold_once(word) for word in near[-_APPOSED:]]
        if not words[0].isascii() and not (norms and norms[-1] in self.firms):
            return None
        firm = next((k for k in range(len(norms) - 1, 0, -1) if norms[k] in self.firms), 0)
        between = zip(norms[firm + 1 :], near[-_APPOSED:][firm + 1 :], strict=True)
        small = self.small - self.genitive if firm and norms[firm] in self.giants else self.small
        if not firm or any(norm in small or word[0].isupper() for norm, word in between):
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

    def _by_report(self, words: tuple[str, ...], before: Sequence[str]) -> bool:
        """`έκθεση της Alpha`: whether nothing but that speaks against it."""
        if self.reports.isdisjoint(before):
            return False
        return self._looks.score(words, before[-1:], bracketed=False) > NEVER

    def _is_name(self, raw: Sequence[str], before: Sequence[str]) -> bool:
        """Whether a name stands before the article: `ο Talos-2 της Aegis`, but not `ο CEO της Aegis`."""
        word = raw[-2] if len(raw) > 1 else ""
        begins = len(raw) < _SHOUTED or raw[-3][-1:] in ".;!»"  # `Στόχος της Aegis είναι`
        named = word[:1].isupper() and word[-1:].isalnum() and (word.isascii() or not begins)
        return named and before[-2] not in self._no_names
