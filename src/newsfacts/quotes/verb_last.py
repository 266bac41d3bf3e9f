"""The verb last: `C, V ο S` and `«Q», V ο S`."""

from collections.abc import Iterator

from newsfacts.quotes.cast import NOBODY, Speaker
from newsfacts.quotes.cues import Cue, Quote
from newsfacts.quotes.page import Marks
from newsfacts.quotes.quote_words import STOPS
from newsfacts.quotes.spans import Spans

# Text without full stops stays linear: no clause before its verb is longer.
_LONGEST = 200
_ENDS = {".", ";", "!", "\u037e", "…"}
_TIMES = ("date.weekday", "date.month", "date.unit", "date.shift", "date.adjective")


class VerbLast(Spans):
    """Reads what stands before its verb."""

    def _clause_first(self, cue: Cue) -> list[Quote] | None:
        """`C, V ο S` and `C1, V ο S, C2`: the longer part."""
        page, words = self.page, self.words
        token = cue.start - 1
        while token > self.done and page.norm(token) in words.small:
            token -= 1
        if page.norm(token) not in (",", "–", "—", "-"):
            return None
        start = self._clause_start(token)
        if token <= start or token - start > _LONGEST or cue.says.form == "gerund":
            return None
        found = self._last_speaker(cue, start, token)
        if found is None:
            return None
        speaker, stop = found
        article = page.norm(stop + 1) in words.articles
        heads = page.norm(stop + 1 + article) in words.relatives or page.norm(stop + 1) in words.while_
        if page.norm(stop) == "," and not heads:
            end = self._clause_end(stop + 1)
            attributes = page.norm(stop + 1) in words.as_ or page.form(stop + 1, "quote.phrase")
            clause = self._has_verb(stop + 1, end) and page.norm(stop + 1) not in words.prepositions
            clause = clause and not attributes
            if end - stop - 1 > token - start and not self._gerund_at(stop + 1) and clause:
                start, token = stop + 1, end
            elif token - start < 3:
                return None
        if not page.marks_in(start, token) and not self._may_be_said(start, token, speaker):
            return None
        quotes = list(self._quote(start, token, cue, speaker))
        self.done = max(self.done, stop)
        return quotes

    def _clause_start(self, end: int) -> int:
        """Where a clause starts whose verb comes last: past a dateline and words that only lead in."""
        page = self.page
        start = self._trim_start(self._after_dateline(), end)
        while start < end - 2 and page.norm(start) in self.words.adverbs and page.norm(start + 1) == ",":
            start += 2
        return start

    def _last_speaker(self, cue: Cue, start: int, token: int) -> tuple[Speaker, int] | None:
        """Whose words `C, V …` are, and where he is named: the subject after the verb, else the last one."""
        page, words = self.page, self.words
        speaker = self.subjects.after(cue, near=True) or self._after_tail(cue)
        if speaker is not None:
            stop = self.subjects.stop
            return (
                None
                if page.norm(stop) in words.articles_not_of and not self._is_time(stop + 1)
                else (speaker, stop)
            )
        if self.subjects.covers(start, token) or not self._only_tail(cue.end):
            return None
        last = self.speaker or self.subjects.remembered(cue.start)
        if last is None:
            return None if cue.says.named else (NOBODY, cue.end)
        return last, cue.end

    def _after_tail(self, cue: Cue) -> Speaker | None:
        """`γράφει σε μήνυμά της στο Χ, η Ψ.`: who is named behind a comma, at the end of the sentence."""
        page = self.page
        for comma in range(cue.end + 1, min(cue.end + 16, self.end)):
            if page.norm(comma) != "," or page.norm(comma + 1) not in self.words.subject:
                continue
            mention = self.subjects.at(comma + 1, self.end)
            ends = mention is not None and (mention.end >= self.end or page.norm(mention.end) in _ENDS)
            if mention is None or not mention.subject or not ends or mention.kind == "noun":
                return None
            self.subjects.stop = mention.end
            return self.subjects.resolve(mention)
        return None

    def _is_time(self, token: int) -> bool:
        """`δήλωσε ο Χ την Τρίτη`: a day or a time of day, which is no object."""
        timed = any(self.page.form(token, category) for category in _TIMES)
        return timed or self.page.norm(token) in self.words.times

    def _only_tail(self, start: int) -> bool:
        """Whether only adverbs and prepositional phrases follow a verb, up to the end or a comma."""
        page, words = self.page, self.words
        if start >= self.end or page.norm(start) in _ENDS or page.norm(start) == ",":
            return True
        if page.norm(start) not in words.adverbs and page.norm(start) not in words.prepositions:
            return False
        return not self._has_verb(start, self.end)

    def _may_be_said(self, start: int, end: int, speaker: Speaker) -> bool:
        """Whether a stretch before a verb may be what was said, and is not what it is said of.

        `Την έκδοση, που θα γίνει, ανακοίνωσε η Χ` is an act; `Στόχος μια νέα Ελλάδα, τόνισε ο Χ` is speech.
        """
        page, words = self.page, self.words
        if page.norm(start) in words.other and page.norm(start) not in words.locative:
            return self._has_verb(start, self._relative_from(start, end))
        if self._has_verb(start, self._relative_from(start, end)):
            return True
        denies = page.norm(start) in words.neither  # `Καμία μείωση στις τιμές, λέει η Χ`
        return (denies or speaker.type != "organization") and end - start > 2 and not self._gerund_at(start)

    def _relative_from(self, start: int, end: int) -> int:
        """Where the first relative clause of a stretch starts, else its end."""
        return next((k for k in range(start, end) if self.page.norm(k) in self.words.relatives), end)

    def _marks_before(self, cue: Cue) -> Marks | None:
        """The pair that ends right before a verb, up to a comma and small words."""
        page, words = self.page, self.words
        if pointed := self._pointed(cue):
            return pointed
        token = cue.start - 1
        while token >= self.first and page.norm(token) in words.small and cue.start - token < 6:
            token -= 1
        comma = False
        while page.norm(token) in (",", "-", "–", "—", ".", "·", "…", ":") and token > self.first:
            comma, token = True, token - 1
        marks = page.closes.get(token)
        if marks is None or marks.open in self.used or marks.open < self.done:
            return None
        following = cue.end
        while page.norm(following) in words.adverbs:
            following += 1
        if cue.start < cue.head and page.norm(following) == ":" and following + 1 in page.opens:
            return None  # `«Q», για να απαντήσει: «Q»`
        if page.norm(following) in words.that and page.word(following) not in words.not_that:
            return None  # what it says comes after it
        if comma or marks.close - marks.open > 5:
            return marks
        at_start = marks.open <= self.done + 1
        return (
            marks
            if at_start and page.norm(cue.end) not in words.that and "object" not in cue.says.frames
            else None
        )

    def _pointed(self, cue: Cue) -> Marks | None:
        """`«Q». Έτσι απάντησε ο S`, `«Q». Αυτό τόνισε ο S`: the marks right before such a sentence."""
        page, words = self.page, self.words
        lead = range(self.first, cue.start)
        if not 0 < len(lead) < 4 or not any(page.norm(k) in words.pointing for k in lead):
            return None
        known = words.pointing | words.small | words.articles
        if any(page.norm(k) not in known for k in lead):
            return None
        token = self.first - 1
        while token > 0 and (page.word(token).isspace() or page.norm(token) == "."):
            token -= 1
        marks = page.closes.get(token)
        return marks if marks is not None and marks.open not in self.used else None

    def _after_marks(self, cue: Cue, marks: Marks) -> Iterator[Quote]:
        """`«Q», V ο S`, `C «Q», V ο S` and `«Q1», V ο S, «Q2»`."""
        page = self.page
        speaker = self.subjects.after(cue) or self._after_tail(cue)
        if speaker is None:
            speaker = self.subjects.of_verb(cue, cue.end, self.speaker, self.done)
        if speaker is None:
            return
        start = self._lead(marks)
        if start == marks.open:
            yield self._direct(marks, cue, speaker)
        else:
            yield from self._quote(start, marks.close + 1, cue, speaker, whole=False)
        token = self.subjects.stop
        self.done = max(self.done, cue.end, token)
        while page.norm(token) in self.words.adverbs and token < self.end:
            token += 1
        if page.norm(token) in (",", "-", "–", "—", ":", "."):
            token += 1
        second = page.opens.get(token)
        if second and token < self.end and second.open not in self.used and not self._is_name(second):
            yield self._direct(second, cue, speaker)

    def _lead(self, marks: Marks) -> int:
        """Where speech that ends with these marks starts: at them, or earlier in the sentence."""
        page = self.page
        start = self.done
        while start < marks.open and (page.norm(start) in STOPS or page.word(start).isspace()):
            start += 1
        while start < marks.open and page.norm(start) in self.words.openers and page.norm(start + 1) == ",":
            start += 2
        before = page.norm(marks.open - 1)
        # a colon, or the dash of a headline, sets what is said apart from what stands before
        if before in (":", "-") or start >= marks.open or (before == "," and marks.open - start < 8):
            return marks.open
        if self._clause_is_taken(start, marks.open):
            return marks.open
        if before in STOPS and marks.close - marks.open > 8:
            return marks.open
        return start
