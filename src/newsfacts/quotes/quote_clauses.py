"""Where clauses begin and end, and what stands in them."""

from bisect import bisect_left, bisect_right

from newsfacts.quotes.cues import Cue
from newsfacts.quotes.page import Marks, Page
from newsfacts.quotes.quote_words import STOPS
from newsfacts.quotes.subjects import Subjects

# Text without full stops stays linear: no clause holds more verbs of saying.
_CUES_AHEAD = 24
_LONGEST_CLAUSE = 120


class Clauses:
    """The sentence being read: its verbs of saying, and the stretches between them."""

    subjects: Subjects

    def __init__(self, page: Page) -> None:
        """A sentence has yet to come: `first`, `end`, `capitals`, `cues` and `starts` are set for each."""
        self.page, self.words = page, page.words
        self.first = self.end = self.done = 0
        self.capitals = False
        self.cues: list[Cue] = []
        self.starts: list[int] = []

    def _object_end(self, token: int) -> int:
        """A noun phrase ends at the first comma outside marks that opens no further marks."""
        page = self.page
        limit = self._clause_end(token)
        while token < limit:
            if token in page.opens:
                token = page.opens[token].close
            elif page.norm(token) == "," and token + 1 not in page.opens:
                return token
            token += 1
        return limit

    def _clause_is_taken(self, start: int, end: int) -> bool:
        return bisect_left(self.starts, start) < bisect_left(self.starts, end)

    def _after_dateline(self) -> int:
        """Where free text starts: after a place in capitals and a dash (`STOCKHOLM – `), where one stands."""
        page, start = self.page, max(self.done, self.first)
        if not page.word(start).isupper() or len(page.word(start)) < 3:
            return start
        for token in range(start + 1, min(start + 8, self.end)):
            if page.norm(token) == "-" and not page.reading.glued(token):
                return token + 1
        return start

    def _has_verb(self, start: int, end: int) -> bool:
        """Whether a stretch has something like a finite verb, as a clause has and a noun phrase has not."""
        page, words = self.page, self.words
        return any(
            page.norm(k) in words.verbal
            or page.verb(k)
            # a capital makes it a name, unless all is in capitals
            or (
                (self.capitals or page.word(k).islower() or k == start)
                and len(page.norm(k)) > 3
                and page.norm(k) not in words.verbless
                and page.norm(k).endswith(words.verb_endings)
            )
            for k in range(start, min(end, start + 60))
        )

    def _gerund_at(self, token: int) -> bool:
        found = self.page.verb(token)
        gerund = self.page.norm(token).endswith(self.words.gerund_endings)
        return gerund or bool(found and found[1].form == "gerund")

    def _whole(self, start: int, end: int) -> bool:
        """Whether a stretch is one pair of marks and nothing else."""
        while end > start and self.page.norm(end - 1) in STOPS:
            end -= 1
        marks = self.page.opens.get(start)
        return marks is not None and marks.close == end - 1

    def _trim_start(self, start: int, end: int) -> int:
        page = self.page
        while start < end and (page.norm(start) in STOPS or page.word(start).isspace()):
            start += 1
        return start

    def _is_name(self, marks: Marks) -> bool:
        """Whether what stands in marks looks like a title or a name."""
        page = self.page
        words = [k for k in range(marks.open + 1, marks.close) if page.word(k)[:1].isalpha()]
        long = [k for k in words if len(page.word(k)) > 3]
        return len(words) <= 5 and all(page.is_capital(k) for k in long)

    def _clause_end(self, start: int) -> int:
        """Where a clause ends: with its sentence, or where another verb of saying takes over."""
        page, end = self.page, self.end
        first = bisect_right(self.starts, start)
        for row, cue in enumerate(self.cues[first : first + _CUES_AHEAD], first):
            if (around := page.marks_around(cue.start)) and around.open >= start:
                continue
            cut = self._takes_over(cue, row, start)
            if cut is None:
                cut = self._attributed_again(cue)
            if cut is not None and cut >= start:
                end = cut
                break
        return self._next_act(start, end)

    def _next_act(self, start: int, end: int) -> int:
        """What the speaker does next is not said: `ότι «A» και απέφυγε …`, `ότι A, και επέβαλε …`."""
        page, words = self.page, self.words
        marks = page.opens.get(start)
        if marks and page.norm(marks.close + 1) in words.and_ and self._past_at(marks.close + 2):
            return min(end, marks.close + 1)
        lists = False
        for token in range(start + 1, min(end, start + _LONGEST_CLAUSE)):
            if page.norm(token) not in words.and_ and page.norm(token) != ",":
                continue
            if page.norm(token) in words.and_ and not page.marks_around(token) and token > start + 1:
                acts = self._past_at(token + 1) and not page.verb(token + 1)
                clitic = page.norm(token + 1) in words.clitics
                if acts and (clitic or not any(map(self._past_at, range(start + 1, token + 1)))):
                    return token  # `είπε ότι είναι έτοιμο και αποχώρησε`
            if page.norm(token) != "," or page.marks_around(token):
                continue
            if page.norm(token + 1) in words.acts:
                return token
            if page.norm(token + 1) in words.while_ and self._another_says(token + 2, end):
                return token  # `…, ενώ η Χ δεσμεύτηκε να …`
            told = page.verb(token + 2)
            if page.norm(token + 1) in words.while_ and told and "object" in told[1].frames:
                return token  # `…, ενώ αναφέρθηκε και στο Χ`
            if page.norm(token + 1) in words.and_ and self._past_at(token + 2) and not lists:
                return token
            lists = lists or self._past_at(token + 1)  # `αύξησε τα έσοδα, μείωσε το χρέος, και …`
        return end

    def _another_says(self, start: int, end: int) -> bool:
        """Whether somebody named, and right behind him a verb of saying in the past, stand at a token."""
        mention = self.subjects.at(start, end)
        if mention is None or not mention.subject or mention.kind not in ("person", "organization"):
            return False
        return self.page.verb(mention.end) is not None and self._past_at(mention.end)

    def _past_at(self, token: int) -> bool:
        """Whether a verb in the past, third person, stands at a token or after the pronouns there."""
        page = self.page
        while page.norm(token) in self.words.clitics:
            token += 1
        word = page.word(token)
        return word.islower() and len(word) > 4 and page.norm(token).endswith(self.words.past_endings)

    def _attributed_again(self, cue: Cue) -> int | None:
        """`…, μεταδίδει το Χ.`, `…, σύμφωνα με το Χ.` at the end of a sentence: the comma before it."""
        page = self.page
        comma = cue.start - 1
        if page.norm(comma) != ",":
            return None
        start = cue.end
        if cue.what == "verb" and "last" not in cue.says.frames:
            return None
        while page.norm(start) in self.words.adverbs:
            start += 1
        mention = self.subjects.at(start, self.end)
        if mention is None or mention.kind in ("noun", "same") or mention.end < self.end - 1:
            return None
        if cue.what == "verb" and not mention.subject and page.norm(start) in self.words.articles:
            return None
        return comma

    def _joins(self, token: int) -> bool:
        """Whether a word before a comma belongs to the clause that the aside after it interrupts."""
        page, words = self.page, self.words
        return page.norm(token) in words.joints and token >= self.first

    def _cut_by_aside(self, cue: Cue, start: int) -> int | None:
        """`…, κάτι που, όπως λέει ο S, «Q»`: a clause of its own, from the comma before `που` on."""
        page = self.page
        if page.norm(cue.start - 1) != "," or page.norm(cue.start - 2) not in self.words.relatives:
            return None
        comma = next(
            (k for k in range(cue.start - 3, max(start, cue.start - 7), -1) if page.norm(k) == ","), -1
        )
        following = page.marks_in(cue.end, min(self.end, cue.end + 24))
        quoted = bool(following) and page.norm(following[0].open - 1) == ","
        return comma if quoted and comma >= start else None

    def _takes_over(self, cue: Cue, row: int, start: int) -> int | None:
        """Where the clause of a further verb starts, None where that verb is part of what was said."""
        page, words = self.page, self.words
        if cue.aside:
            return self._cut_by_aside(cue, start)
        if cue.what != "verb":
            return None
        before = cue.start - 1
        while page.norm(before) in words.before_verb:
            before -= 1
        if cue.with_speaker:
            return next(
                (
                    k
                    for k in range(cue.start - 1, max(start, cue.start - 24), -1)
                    if page.norm(k) in words.with_
                ),
                None,
            )
        if cue.says.form == "gerund":
            if page.norm(before) == "," or page.norm(before) in words.and_:
                return before
            return cue.start if page.norm(cue.end) in words.that else None
        limit = self.cues[row + 1].start if row + 1 < len(self.cues) else self.end
        if not self._has_object(cue, limit):
            return None
        if page.norm(before) in words.linking:
            return before
        if page.norm(before) in (",", "·", ";") and before > start + 1:
            return before  # `…, πρόσθεσε ακόμη ότι`, `…, ωστόσο τόνισε: «…»`
        return self._joint(before, start)

    def _has_object(self, cue: Cue, limit: int) -> bool:
        page = self.page
        for token in range(cue.end, min(limit, cue.end + 10)):
            if token in page.opens or page.norm(token) in self.words.that or page.norm(token) == ":":
                return True
        return False

    def _joint(self, before: int, start: int) -> int | None:
        """`…, ενώ ο Υ πρόσθεσε ότι`: back from the verb over its subject to the conjunction."""
        page, words = self.page, self.words
        for token in range(before, max(start, before - 24), -1):
            if page.norm(token) in words.while_ or (
                page.norm(token) in words.and_ and page.norm(token + 1) in words.subject
            ):
                mention = self.subjects.at(token + 1, before + 1)
                if mention and mention.subject and mention.end >= before - 3:
                    return token
        return None
