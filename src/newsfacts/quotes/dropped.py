"""Whose a verb is where its own sentence names no subject before it."""

from typing import Any

from newsfacts.quotes.candidates import between, can_speak, opens_with_noun
from newsfacts.quotes.cast import Speaker
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.relative_clauses import RelativeClauses
from newsfacts.quotes.relatives import relative_before
from newsfacts.quotes.some import are_people, many_before

_BACK, _NEAR = 60, 10


class Dropped(RelativeClauses):
    """Looks for the subject of a verb that has none before it."""

    def _dropped(
        self, cue: Any, limit: int, speaker: Speaker | None, done: int
    ) -> tuple[Speaker | None, bool]:
        said, head = cue.says, cue.start
        if not cue.aside and many_before(self.page, max(self.first, done), head):
            return (None if said.named else Speaker()), True
        if speaker is not None:
            return speaker, True
        if said.form == "gerund" and self._opens_with_others(head):
            return Speaker(), True
        if cue.plural:
            if among := self._among(head, max(self.first, done)):
                return among, True
            last = self.remembered(head, many=True)
            fits = last is not None and (last.type == "organization" or "; " in (last.name or ""))
            fits = fits or (last is not None and are_people(self.page, last))
            return (last if fits else (None if said.named else Speaker())), False
        found = None if opens_with_noun(self.page, self._opening(), head) else self.remembered(head, one=True)
        if found is None and not self.spoken and self._may_name_late(cue, limit):
            found = self._own_clause(limit)
        return found or (None if said.named else Speaker()), False

    def _may_name_late(self, cue: Any, limit: int) -> bool:
        """Whether a subject behind a verb may be its own, and not only that of what is said behind it.

        `Για τις τιμές είπε ότι η κυβέρνηση …` tells not who says it.
        """
        page, words, opening = self.page, self.words, self._opening()
        # `Σε επαναγορά μετοχών ανέφερε πως προχωρά η Χ`
        fronted = page.norm(opening) in words.prepositions and page.norm(opening) not in words.topics
        return (
            cue.start == opening
            or (limit <= cue.end and not cue.aside)
            or (fronted and page.norm(limit) not in words.articles)
        )

    def _own_clause(self, limit: int) -> Speaker | None:
        """The clause's own subject, where nobody is named before: `ανέφερε πως θα προχωρήσει η Χ`."""
        for mention in between(self.cast, limit, min(self.end, limit + _BACK)):
            if mention.subject and can_speak(self.page, mention):
                topic = self.page.norm(mention.start - 1) in self.words.that
                return None if topic else self.resolve(mention)  # `Πρόσθεσε ότι η Χ …`: of whom it is told
        return None

    def _opens_with_others(self, head: int) -> bool:
        """`Οι γείτονες έκαναν αγωγή κατά του Χ, λέγοντας ότι`: whether those who act have no name."""
        page, opening = self.page, self._opening()
        if page.norm(opening) not in self.words.subject or page.norm(opening) in self.words.neuter:
            return False
        noun = self.at(opening, head)
        if noun is None or page.form(opening + 1, "quote.noun"):
            return False
        return noun.kind == "noun" and noun.subject and noun.end < head - 1

    def _opening(self) -> int:
        """The first token of the sentence that is no word to open with."""
        token = self.first
        while self.page.norm(token) in self.words.opening:
            token += 1
        return token

    def _among(self, head: int, done: int) -> Speaker | None:
        """`Στη Χ εκτιμούν ότι`, `Από (την πλευρά) της Χ τονίζουν ότι`: the body whose people say it."""
        page, words, start = self.page, self.words, done
        while page.norm(start) in words.opening and start < head:
            start += 1
        if page.norm(start) not in words.locative | words.agent:
            return None
        start += page.norm(start) in words.agent
        side = start + (page.norm(start) in words.articles)
        start = side + 1 if page.norm(side) in words.lists["sides"] else start
        mention = self.at(start, head)
        near = mention is not None and mention.kind in ("organization", "company") and head - mention.end <= 2
        return self.resolve(mention) if mention and near else None

    def told_from(self, head: int, first: int) -> Speaker | None:
        """`Από τη Χ διευκρινίζεται ότι`: whose people say what a passive verb tells in a sentence."""
        while self.page.norm(first) in self.words.opening and first < head:
            first += 1
        return self._among(head, first) if self.page.norm(first) in self.words.agent else None

    def _told_there(self, head: int, opening: int) -> Speaker | None:
        """`ανακοίνωση, στην οποία αναφέρεται ότι`, `Στην ανακοίνωση αναφέρεται ότι`: who made it."""
        if people := self.told_from(head, opening):
            return people
        relative = relative_before(self.page, head, self.first)
        if relative is not None and (owner := self._document(relative, self.first)) is not None:
            return self.resolve(owner)  # `έρευνα της Χ που δείχνει ότι`
        known = self.told_in(head) or self.known_author(opening + 1) or self._telling(head)
        if known:
            return self.resolve(known)
        there = self.in_document(opening)  # `Στην ανακοίνωσή της τονίζεται ότι`
        return there[0] if there else self.told_again(opening)

    def _telling(self, head: int) -> Mention | None:
        """`Σύμφωνα με το Ζ, η έρευνα της Χ δείχνει ότι`: whose document is the subject before a verb."""
        page, words = self.page, self.words
        nouns = range(head - 1, max(self.first, head - _NEAR), -1)
        noun = next((k for k in nouns if page.norm(k) in words.reports), None)
        if noun is None or not {page.norm(noun - 1), page.norm(noun - 2)} & words.subject_not_neuter:
            return None
        author = self.author(noun, head)
        return author if author is not None and author.end == head else None
