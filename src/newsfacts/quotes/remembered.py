"""Whom the sentences before a verb without a subject are about."""

from itertools import pairwise
from typing import NamedTuple, TypeVar

from newsfacts.quotes.candidates import bare_subject, between, can_speak, in_subordinate
from newsfacts.quotes.cast import Speaker, as_speaker, jointly, last_person, resolve
from newsfacts.quotes.mention import LATTER
from newsfacts.quotes.mentions import Mention, mention_at
from newsfacts.quotes.page import Page
from newsfacts.quotes.quote_words import Words
from newsfacts.quotes.roster import Cast
from newsfacts.quotes.shared import as_office
from newsfacts.quotes.some import are_people, is_several

_BACK = 60
_SENTENCES_BACK = 4
_SPEAKERS_BACK = 6

_Own = TypeVar("_Own", bound="Remembered")


class Remembered(NamedTuple):
    """Who spoke, and who a sentence is about: the sentence from token `first` up to `end`.

    `spoken` holds the first who spoke in the document and the last six, each with the token of it.
    """

    cast: Cast
    page: Page
    words: Words
    spoken: tuple[tuple[int, Speaker], ...] = ()
    first: int = 0
    end: int = 0

    def within(self: _Own, first: int, end: int) -> _Own:
        """The same in another sentence."""
        return type(self)(self.cast, self.page, self.words, self.spoken, first, end)

    def after_quote(self: _Own, at: int, speaker: Speaker) -> _Own:
        """The same once somebody has spoken at a token."""
        first, last = self.spoken[:1], self.spoken[1:][1 - _SPEAKERS_BACK :]
        spoken = (*first, *last, (at, speaker))
        return type(self)(self.cast, self.page, self.words, spoken, self.first, self.end)

    def at(self, start: int, end: int) -> Mention | None:
        """The mention that starts at a token."""
        mention = mention_at(self.page, start, end, self.cast.late) if start < end else None
        bare = mention is not None and not mention.case and mention.kind == "person" and mention.role
        return as_office(self.page, mention, self.cast.offices) if mention and bare else mention

    def resolve(self, mention: Mention) -> Speaker:
        """Who a mention stands for."""
        if mention.kind == "same" and mention.whose != LATTER:
            here = bool(self.spoken) and self.spoken[-1][0] >= self.first
            before = None if here else self.remembered(mention.start)
            feminine = mention.gender == "f"
            if before and before.type == "person" and before.feminine in (None, feminine):
                return before
        return resolve(self.cast, mention, self.spoken)

    def remembered(self, at: int, *, one: bool = False, many: bool = False) -> Speaker | None:
        """The one spoken of just before: the last speaker, or who the sentence before is about.

        `one`: the verb is that of one, so no several that a sentence is about; `many`: it is that of several.
        """
        page = self.page
        spoken = [s for _, s in self.spoken if not (one and are_people(page, s))]
        last = spoken[-1] if spoken else None
        token = self.first - 1
        for _ in range(_SENTENCES_BACK):
            while token > 0 and page.word(token).isspace():
                token -= 1
            if token <= 0:
                break
            first, end = page.sentence(token)
            about = self._about(first, end, one=one)
            if self.spoken and self.spoken[-1][0] >= first:
                return self._spoke_before(about, last) or last
            if about is not None:
                speaker = self._with_joined(about, end) if many else resolve(self.cast, about, self.spoken)
                if last and last.type == "person" and speaker.type == "organization":
                    own = last.organization == speaker.name or about.gender == "n" or about.kind == "company"
                    own = own or self._is_his(last, about)
                    return last if own else speaker
                return speaker if speaker.name or speaker.role else last
            asked = self._asked(first, end)
            if asked is not None:
                return asked
            token = first - 1
        if last is not None:
            return last
        person = last_person(self.cast, at)
        return as_speaker(self.cast, person, {}) if person and len(self.cast.people) == 1 else None

    def _spoke_before(self, about: Mention | None, last: Speaker | None) -> Speaker | None:
        """`Σύμφωνα με τη Χ, ο Ψ μιλούσε. Πρόσθεσε ότι`: a subject who has spoken, and not the firm."""
        if about is None or about.kind != "person" or last is None or last.type != "organization":
            return None
        who = resolve(self.cast, about, self.spoken)
        return who if any(who.name == speaker.name for _, speaker in self.spoken) else None

    def _is_his(self, person: Speaker, about: Mention) -> bool:
        """`Η Χ πουλά. Δήλωσε ότι αγάπησε τη δουλειά του`: a pronoun of his sex, and not of the firm's."""
        page, words = self.page, self.words
        if person.feminine is None or not about.gender or person.feminine == (about.gender == "f"):
            return False
        own = words.feminine if person.feminine else words.genitive - words.feminine - words.plural
        ends = words.function | words.articles | words.verbal
        return any(
            page.norm(k) in own & words.clitics
            and (not page.word(k + 1)[:1].isalpha() or page.norm(k + 1) in ends)
            for k in range(self.first, self.end)
        )

    def _about(self, first: int, end: int, *, one: bool) -> Mention | None:
        """Who a sentence is about: a person who is its subject, else whoever else is."""
        page = self.page
        found = [
            m
            for m in between(self.cast, max(first, end - 2 * _BACK), end)
            if (m.subject or bare_subject(page, m, first))
            and m.kind in ("person", "organization", "nameless")
            and can_speak(page, m)
            and not (one and is_several(page, m))
            and not in_subordinate(page, m.start, first, end)
        ]
        people = [m for m in found if m.kind == "person"]
        if not people and all(page.is_latin(k) for k in range(first, end)):
            return None  # `Subscribe Now`: a button, not a sentence
        return next(iter(people or found), None)

    def _asked(self, first: int, end: int) -> Speaker | None:
        """`Ρώτησα την Χ, υπεύθυνη της Ψ, …`: the person that the sentence before brings in as its object."""
        brought = [
            m
            for m in between(self.cast, first, end)
            if m.kind == "person" and m.role and m.case == "accusative"
        ]
        return resolve(self.cast, brought[-1], self.spoken) if brought else None

    def _with_joined(self, about: Mention, end: int) -> Speaker:
        """`Η Χ και η Ψ υπέγραψαν. Όπως ανέφεραν, …`: who a sentence is about, and who is joined to him."""
        joined = [about]
        for other in between(self.cast, about.end, end):
            after = joined[-1].end
            if after == other.start or self._past_joints(after) != other.start:
                break
            joined.append(other)
        by_and = any(self._by_and(one, other) for one, other in pairwise(joined))
        return jointly([resolve(self.cast, m, self.spoken) for m in (joined if by_and else joined[:1])])

    def _by_and(self, one: Mention, other: Mention) -> bool:
        """Whether a conjunction stands between two who are named side by side."""
        return any(self.page.norm(k) in self.words.and_ for k in range(one.end, other.start))

    def _past_joints(self, at: int, step: int = 1) -> int:
        """Past the commas and conjunctions that join names, forward or back."""
        words = self.words
        while (norm := self.page.norm(at)) == "," or norm in words.and_ or norm in words.as_well:
            at += step
        return at
