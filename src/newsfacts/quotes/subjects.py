"""Whose verb it is: the subject in its sentence, else the one the sentences before are about."""

from typing import Any

from newsfacts.quotes.candidates import (
    NAMED,
    SPEAK,
    after_preposition,
    bare_subject,
    before_aside,
    between,
    can_speak,
    in_question,
    in_subordinate,
    is_adjacent,
    is_apposition,
    is_asker,
    is_object,
    names_time,
    opens_phrase,
    several_before,
)
from newsfacts.quotes.cast import Speaker
from newsfacts.quotes.dropped import Dropped
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.relatives import relative_of
from newsfacts.quotes.some import is_several, some_of_whom

_BACK, _NEAR, _CLOSE = 60, 8, 3
_GOES_ON = 80
"""So many tokens on whoever spoke may be meant again, at most."""


class Subjects(Dropped):
    """Reads subjects, one sentence after the other."""

    def of_verb(
        self, cue: Any, limit: int, speaker: Speaker | None, done: int
    ) -> tuple[Speaker | None, bool]:
        """The subject of a verb with a clause, and whether the sentence names it.

        None where what speaks is a thing, so that nothing is said.
        """
        if self._nobodys(cue.start):
            return None, True
        gap = self._in_gap(cue, limit)
        if gap is not None:
            return self._together(gap, cue)[0], True
        head = cue.start
        opening = self._opening()
        author = None if opens_phrase(self.page, opening) else self.author(opening, head)
        if author is not None and not self._has_own_subject(opening, head, done):
            return self.resolve(author), True
        if cue.says.reported:
            return self._told_there(head, opening), True
        clitic = self._possessed(head)
        if clitic is not None:
            return self.resolve(clitic), True
        if some_of_whom(self.page, head):
            some = several_before(self.cast, max(self.first, done), head - 4)
            return (self.resolve(some) if some else Speaker()), True
        if not cue.aside and (told := self.in_relative(head, done)) is not None:
            return told
        mention = self._own(cue, done)
        if mention is not None and is_asker(self.page, mention, cue):
            before = self.remembered(head, one=True)
            return (before if before and before.name != self.resolve(mention).name else Speaker()), True
        if mention is not None and mention.kind != "noun":
            return self._speaks_of(mention, cue) or self._together(mention, cue)[0], True
        if mention is not None:
            whose = self._of_thing(mention, head, cue.says.named)
            if not cue.aside or (whose and whose.name):
                return whose, True  # but in `οι τιμές όπως είπε θα πέσουν` the thing has another verb
        return self._dropped(cue, limit, speaker, done)

    def _speaks_of(self, mention: Mention, cue: Any) -> Speaker | None:
        """`«Q», είπε ο Ρήγας. Η Χ, όπως είπε, θα …`: whoever spoke last and goes on, of a firm that acts."""
        beside = cue.aside and mention.kind in ("organization", "company") and not cue.says.acts
        last = self.spoken[-1] if beside and mention.end >= cue.start - 1 and self.spoken else None
        near = last is not None and cue.start - last[0] < _GOES_ON
        return last[1] if last is not None and near and last[1].type == "person" else None

    def _own(self, cue: Any, done: int) -> Mention | None:
        """The subject of a verb or a gerund in its own sentence, before it."""
        one = cue.says.form == "singular"
        own = self._reacting(cue, done) or self._before(cue.start, done, one=one)
        return own or self._goes_on(cue.start, done)

    def _goes_on(self, head: int, done: int) -> Mention | None:
        """`Σύμφωνα με το Ζ, ο Χ έφυγε και δήλωσε ότι`: who does what is told before `and`, no medium."""
        joined = self.page.norm(head - 1) in self.words.and_ and self.first < done <= head - 1
        if not joined or not opens_phrase(self.page, self._opening()):
            return None
        doer = self._before(head, self.first, one=True)
        return doer if doer is not None and doer.kind in ("person", "nameless") else None

    def _reacting(self, cue: Any, done: int) -> Mention | None:
        """`…, με τη Χ να αντιδρά, λέγοντας ότι`: whose a gerund is behind one who does something besides."""
        page, words, head = self.page, self.words, cue.start
        if cue.says.form != "gerund" or page.norm(head - 1) != ",":
            return None
        for mention in reversed(between(self.cast, max(self.first, done, head - _BACK // 2), head - 1)):
            if page.norm(mention.end) == words.subjunctive and page.norm(mention.start - 1) in words.with_:
                apart = page.norm(mention.start - 2) == "," or head - mention.end <= _CLOSE
                return mention if apart and mention.kind in NAMED else None
        return None

    def _has_own_subject(self, opening: int, head: int, done: int) -> bool:
        """`Σε μήνυμά του ο Χ λέει ότι`: whether a document only tells where somebody says it."""
        if self.page.norm(opening) not in self.words.prepositions:
            return False
        mention = self._before(head, done)
        return mention is not None and mention.kind != "noun"

    def _of_thing(self, noun: Mention, head: int, named: bool) -> Speaker | None:
        """`η έκθεση της Χ αναφέρει ότι`: whose document it is; None where a thing speaks."""
        page = self.page
        if author := self.author(noun.start, head) or self.known_author(noun.start + 1):
            return self.resolve(author)
        at = noun.start + 2
        owner = self.at(at, head) if page.form(at - 1, "quote.noun") else None
        if owner is not None and owner.kind in NAMED and page.norm(at) in self.words.genitive:
            return self.resolve(owner)  # `η απάντηση του Χ ήταν σαφής, λέγοντας ότι`
        if not noun.plural and (body := self.told_by(noun.start + 1)):
            return body  # `σύμφωνα με δημοσίευμα της Χ. Το δημοσίευμα αναφέρει ότι`
        documents = any(page.norm(k) in self.words.documents for k in range(noun.start, noun.start + 4))
        return None if named or documents or noun.gender == "n" else Speaker()

    def _nobodys(self, head: int) -> bool:
        """`Φήμες λένε ότι`, `Ούτε ο Χ ούτε ο Ψ είπαν ότι`: what nobody stands for, or what is denied."""
        page, words = self.page, self.words
        if page.norm(self._opening()) in words.neither:
            return True
        rumour = self._opening()
        rumour += page.norm(rumour) in words.subject  # `Οι πληροφορίες μας λένε ότι`
        if page.norm(rumour) in words.rumours and head - rumour <= _NEAR:
            return True  # `Πληροφορίες του κλάδου αναφέρουν ότι`
        before = head - 1
        while page.norm(before) in words.before_verb:
            before -= 1
        if page.norm(before) in words.those_who:
            return True  # `σε όσους λένε ότι`
        told = page.norm(before) in words.rumours
        return told and (before <= self._opening() or not page.norm(before - 1).isalpha())

    def _possessed(self, head: int) -> Mention | None:
        """`εκπρόσωπός της διευκρίνισε`: a role without an article before a possessive and the verb."""
        page = self.page
        if page.norm(head - 1) not in self.words.clitics:
            return None
        for start in range(head - 2, max(self.first - 1, head - 5), -1):
            if page.role(start):
                mention = self.at(start, head)
                if mention is None or mention.end < head - 1:
                    continue  # `πρόεδρος σε ομιλία του είπε`
                if mention.kind == "nameless" and page.norm(start - 1) not in self.words.articles:
                    return mention._replace(end=head, whose=mention.whose or -2)
        return None

    def _in_gap(self, cue: Any, limit: int) -> Mention | None:
        """A subject that stands between the verb and what it says."""
        limit = before_aside(self.page, cue.end, limit)
        for mention in between(self.cast, cue.end, limit):
            neuter = mention.gender == "n"
            if mention.subject and can_speak(self.page, mention):
                if not relative_of(self.page, mention.start, cue.end) and not self._addressed(mention, cue):
                    return mention
            elif mention.subject and mention.kind == "noun" and mention.start == cue.end and not neuter:
                break
        bare = self.at(cue.end, limit)
        fits = bare is not None and not bare.case and bare.kind in ("nameless", "person")
        return bare if fits else None

    def _addressed(self, mention: Mention, cue: Any) -> bool:
        """`κατηγορεί το Χ ότι`: a neuter name that is whom it is said to, where another can say it."""
        neuter = mention.gender == "n" and self.page.norm(mention.end) not in self.words.objects
        if not cue.says.addressed or not neuter:
            return False
        if is_object(self.page, cue, mention) or cue.start > self._opening():
            return True
        return self.remembered(cue.start) is not None

    def _before(self, head: int, done: int, *, one: bool = False) -> Mention | None:
        """The last subject before a verb in its own clause; a thing right before it takes its place.

        `one`: the verb is that of one.
        """
        page = self.page
        start = max(self.first, done, head - _BACK)
        found = between(self.cast, start, head)
        able = [m for m in found if (m.subject or bare_subject(page, m, self.first)) and can_speak(page, m)]
        if one:
            able = [m for m in able if not is_several(page, m)]
        subjects = [m for m in able if not in_subordinate(page, m.start, start, head)]
        if not subjects and able and head - able[-1].end <= 2 and able[-1].kind == "person":
            subjects = able[-1:]  # `που έγινε την Τρίτη ο Χ τόνισε`
        subjects = [m for m in subjects if not is_apposition(page, m, found)] or subjects
        subjects = [m for m in subjects if not in_question(page, m.start, start, head)] or subjects
        able_ones, last = [m for m in subjects if m.gender != "n"], next(reversed(subjects), None)
        apart = last is not None and (head - last.end > 1 or page.norm(last.end) == ",")
        if last is not None and last.gender == "n" and able_ones and apart:
            last = able_ones[-1]  # `Η Χ έδειξε το Ψ και είπε`, `Η Χ, που έχει το Ψ, το Ω, είπε`
        # `όπου συζητούνται οι όροι είπε`: several do not what one does
        things = [m for m in found if m.kind == "noun" and self._acts(m) and not (one and m.plural)]
        nouns = [m for m in things if not in_subordinate(page, m.start, start, head)]
        noun = next(reversed(nouns), None)
        told = nouns[0].start + 1 if nouns else 0
        if (
            last is None
            and nouns
            and (page.norm(told) in self.words.reports or page.form(told, "quote.noun"))
        ):
            return nouns[0]
        if noun and last is not None and noun.gender == "n" and noun.start > last.end:
            return last  # an object: `ανακάλυψε το κενό και έγραψε`
        if noun and (last is None or noun.start > last.end) and is_adjacent(self.page, noun, head):
            return noun
        return last

    def _acts(self, noun: Mention) -> bool:
        """Whether a thing is a subject: no time, and not `για το θέμα`, which only looks like one."""
        object_ = noun.gender == "n" and after_preposition(self.page, noun.start)
        return noun.subject and not object_ and not names_time(self.page, noun.start + 1)

    def before(self, head: int, done: int, *, objects: bool = False) -> Speaker | None:
        """The last one named as a subject before a token; `objects`: things in between do not matter."""
        mention = self._before(head, done)
        if mention is not None and mention.kind == "noun" and objects:
            inside = between(self.cast, max(self.first, done), head)
            named = [m for m in inside if m.subject and can_speak(self.page, m)]
            mention = named[-1] if named else None
        return self.resolve(mention) if mention and mention.kind != "noun" else None

    def actor(self, head: int, start: int) -> Mention | None:
        """The subject of a clause from `start` up to another verb, where it is somebody, and no thing."""
        mention = self._before(head, start)
        someone = mention is not None and mention.kind in SPEAK and mention.gender != "n"
        return mention if someone else None

    def covers(self, start: int, end: int) -> bool:
        """Whether a stretch is nothing but the naming of somebody."""
        mention = self.at(start, end)
        if mention is None or mention.end < end - 1 or mention.kind == "noun":
            return False
        return bool(mention.case) or mention.kind == "person" or mention.role is not None
