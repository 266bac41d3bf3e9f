"""The verb first: `V ότι C`, `V: «Q»`, `V NP «Q»`."""

from collections.abc import Iterator

from newsfacts.quotes.candidates import between
from newsfacts.quotes.cast import Speaker
from newsfacts.quotes.cues import Cue, Quote
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.quote_words import STOPS
from newsfacts.quotes.verb_last import VerbLast

_FAR = 18
# Text without full stops stays linear: no clause before its verb is longer.
_LONGEST = 200


class Verbs(VerbLast):
    """Reads what stands behind its verb."""

    def _verb(self, cue: Cue) -> Iterator[Quote]:
        frames = cue.says.frames
        before = self._marks_before(cue) if "quote" in frames else None
        if before:
            yield from self._after_marks(cue, before)
            return
        if "last" in frames and self._is_interjected(cue):
            yield from self._clause_first(cue) or ()
            return
        kind, token = self._ahead(cue)
        if kind == "that" and "clause" in frames:
            yield from self._clause(cue, token)
        elif kind == "colon" and ("colon" in frames or "quote" in frames):
            yield from self._colon(cue, token)
        elif kind == "marks" and self._object(cue, token):
            yield from self._marks_ahead(cue, token)
        elif "last" in frames and (found := self._clause_first(cue)):
            yield from found
        elif "object" in frames:
            yield from self._object_first(cue)

    def _with_speaker(self, token: int) -> Mention | None:
        """`με τον Χ (, ρόλο της Ψ,) να δηλώνει`: who is named between the preposition and the particle."""
        page, words = self.page, self.words
        for start in range(token - 2, max(self.first, token - 24) - 1, -1):
            if page.norm(start) in words.with_ and page.norm(start + 1) in words.other:
                mention = self.subjects.at(start + 1, token)
                ends = mention is not None and token - mention.end <= 1
                return mention if ends and mention and mention.kind not in ("noun",) else None
        return None

    def _whose(self, cue: Cue, limit: int) -> Speaker | None:
        """Who is the subject of a verb whose words follow; None where it is a thing."""
        mention = self._with_speaker(cue.start) if cue.with_speaker else None
        if mention is not None:
            return self.subjects.resolve(mention)
        return self.subjects.of_verb(cue, limit, self.speaker, self.done)

    def _is_interjected(self, cue: Cue) -> bool:
        """`Σε Α και Β, λέει η Χ, C`: a verb and its subject between two commas."""
        page = self.page
        before = cue.start - 1
        while page.norm(before) in self.words.small and page.norm(before) not in self.words.and_:
            before -= 1
        if page.norm(before) != "," or cue.says.form == "gerund":
            return False
        if page.norm(cue.end) not in self.words.articles and page.norm(cue.end) not in self.words.pronouns:
            return False
        mention = self.subjects.at(cue.end, self.end)
        named = mention is not None and mention.subject and mention.kind != "noun"
        return named and mention is not None and page.norm(mention.end) == "," and mention.end < self.end - 3

    def _ahead(self, cue: Cue) -> tuple[str, int]:
        """What comes first after a verb: a conjunction, a colon or an opening mark, and where."""
        page, words = self.page, self.words
        token, first_marks = cue.end, -1
        limit = min(self.end, self.next, cue.end + _FAR)
        while token < limit:
            norm = page.norm(token)
            if token in page.opens:
                if first_marks >= 0 or page.opens[token].close - token > 5:
                    break
                first_marks = token
                token = page.opens[token].close + 1
                continue
            if norm in words.that and page.word(token) not in words.not_that:
                return ("none" if self._anothers(cue, token) else "that"), token
            if norm == ":":
                return "colon", token
            if norm in words.relatives and page.norm(token - 1) == "," and token > cue.end:
                return "none", token  # `ανακοίνωσε ο Χ, που σημαίνει ότι …`
            if norm in words.impersonal or (norm in words.modal and first_marks < 0):
                return "none", token
            token += 1
        if first_marks >= 0:
            return "marks", first_marks
        return ("marks", token) if token in page.opens and token < limit else ("none", token)

    def _anothers(self, cue: Cue, that: int) -> bool:
        """Whether a that-clause belongs to a noun or to a passive verb between it and the cue."""
        before = self.page.norm(that - 1)
        passive = that - 1 > cue.end and before.endswith(self.words.passive_endings)
        evident = that - 2 > cue.end and self.page.norm(that - 2) in self.words.copulas
        return before in self.words.facts or evident or (passive and self.page.word(that - 1).islower())

    def _clause(self, cue: Cue, that: int) -> Iterator[Quote]:
        """`V … ότι C`."""
        end = self._whole_end(that + 1, self._clause_end(that + 1))
        if last := self._named_last(cue, that, end):
            yield from self._quote(that + 1, last.start, cue, self.subjects.resolve(last))
            return
        speaker = self._whose(cue, that)
        if speaker is not None:
            yield from self._quote(that + 1, end, cue, speaker)

    def _whole_end(self, start: int, end: int) -> int:
        """The end of a clause that is all in marks, where something else follows it: `ότι «Q» ξάφνιασε`."""
        page = self.page
        marks = page.opens.get(start)
        if marks is None or marks.close + 1 >= end:
            return end
        after = marks.close + 1
        joined = page.norm(after) == "," and page.norm(after + 1) in self.words.linking - self.words.function
        that = any(page.norm(k) in self.words.that for k in range(after, min(end, after + 6)))
        return after if (page.norm(after) == "," or self._past_at(after)) and not joined and not that else end

    def _named_last(self, cue: Cue, that: int, end: int) -> Mention | None:
        """`Στο 5% εκτιμά ότι θα φτάσει η ανάπτυξη ο Χ Ψ`: the subject of the verb behind its clause."""
        page, stop = self.page, end
        while page.norm(stop - 1) in STOPS:
            stop -= 1
        if page.norm(self.first) not in self.words.fronting:
            return None
        lasts = range(stop - 2, max(that + 2, stop - 16), -1)
        subjects = [k for k in lasts if page.norm(k) in self.words.subject and not page.is_or(k)]
        if not subjects or any(
            m.subject and m.kind != "noun"
            for m in between(self.subjects.cast, max(self.first, cue.start - _FAR), cue.start)
        ):
            return None
        for start in subjects:
            mention = self.subjects.at(start, stop)
            firm = mention is not None and mention.kind == "organization" and self._has_verb(that, start)
            if mention and (mention.kind == "person" or firm) and mention.end == stop:
                return mention
        return None

    def _colon(self, cue: Cue, colon: int) -> Iterator[Quote]:
        """`V …: «Q»`, the marks perhaps in the next paragraph; or a clause without marks."""
        page = self.page
        token = colon + 1
        while token < len(page.reading) and page.word(token).isspace():
            token += 1
        marks = page.opens.get(token)
        unclosed = marks is None and page.norm(token) == '"' and token < self.end
        if (
            not unclosed
            and marks is None
            and (token != colon + 1 or "colon" not in cue.says.frames or token >= self.end)
        ):
            return
        speaker = self._whose(cue, colon)
        if speaker is None:
            return
        if marks:
            yield self._direct(marks, cue, speaker)
        elif (unclosed or page.word(token)[:1].isalpha()) and self.end - token > 3 and self.subjects.named:
            yield from self._quote(token, self._clause_end(token), cue, speaker)

    def _object(self, cue: Cue, token: int) -> bool:
        """Whether marks after a verb can be what it says, and not a name on the way."""
        marks = self.page.opens[token]
        return not self._is_name(marks) or token == cue.end

    def _marks_ahead(self, cue: Cue, token: int) -> Iterator[Quote]:
        """`V «Q»` and `V NP «…»`."""
        page, frames = self.page, cue.says.frames
        marks = page.opens[token]
        start = self.subjects.skip(cue.end, token)
        long = marks.close - marks.open > 4 or self._has_verb(token + 1, marks.close)
        if start == token and long and "quote" in frames:
            speaker = self._whose(cue, token)
            if speaker is not None:
                yield self._direct(marks, cue, speaker)
            return
        if "object" not in frames:
            return
        if cue.says.about:
            if page.norm(start) not in cue.says.about:
                return
            start += 1
        elif page.norm(start) in self.words.of and start != token:
            return
        speaker = self.subjects.of_verb(cue, start, self.speaker, self.done)
        if speaker is not None and (speaker.name or speaker.role or not cue.plural):
            end = self._object_end(marks.close + 1)
            yield from self._quote(start, end, cue, speaker, whole=self._whole(start, end))

    def _object_first(self, cue: Cue) -> Iterator[Quote]:
        """`Για NP «…» έκανε λόγο ο S`."""
        page = self.page
        start = self.done
        while page.norm(start) in STOPS:
            start += 1
        if cue.start - start > _LONGEST or self._clause_is_taken(start, cue.start):
            return
        marks = [m for m in page.marks_in(start, cue.start) if m.open not in self.used]
        if not marks:
            return
        if cue.says.about:
            if page.norm(start) not in cue.says.about:
                return
            start += 1
        speaker = self.subjects.after(cue)
        if speaker is not None and page.norm(cue.start - 1) != ",":
            end = marks[-1].close + 1 if marks[0].open == start else cue.start
            yield from self._quote(start, end, cue, speaker, whole=marks[0].open == start)
