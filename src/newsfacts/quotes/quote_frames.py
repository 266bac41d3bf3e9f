"""From a cue in a sentence to what was said and who said it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newsfacts.quotes.cast import NOBODY, Speaker, cast_of, interviewee, resolve
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.names import Tokens, name_at
from newsfacts.quotes.page import Marks, Page
from newsfacts.quotes.quote_clauses import Clauses, Cue, Found, Quote
from newsfacts.quotes.quote_words import STOPS
from newsfacts.quotes.subjects import Subjects, between

_FAR = 18
_CUES_AHEAD = 6
# Text without full stops stays linear: no clause before its verb is longer.
_LONGEST = 200
_TELLS = {"quote", "clause", "last"}
_ENDS = {".", ";", "!", "\u037e", "…"}
_TIMES = ("date.weekday", "date.month", "date.unit", "date.shift", "date.adjective")


class Frames(Clauses):
    """Reads the quotes of one page, sentence after sentence."""

    def __init__(self, page: Page) -> None:
        """`used`: pairs of marks that are part of a quote already, by their opening token."""
        super().__init__(page)
        self.subjects = Subjects(page, cast_of(page))
        self.used: set[int] = set()
        self.done = 0
        self.previous: tuple[int, Quote] | None = None

    def sentence(self, first: int, end: int, cues: Sequence[Cue]) -> Iterator[Quote]:
        """The quotes of a sentence, in the order in which their cues stand."""
        self.first, self.end = first, end
        self.capitals = self.page.reading.span(first, end).isupper()
        self.done = max(self.done, first)
        self.subjects.enter(first, end)
        live = [ready for cue in cues if (ready := self._ready(cue))]
        self.cues, self.starts = live, [cue.start for cue in live]
        self.speaker: Speaker | None = None
        for cue in live:
            if cue.start < self.done:
                continue
            following = bisect_left(self.starts, cue.end)
            near = live[following : following + _FAR]  # no verb looks farther ahead
            self.next = next((later.start for later in near if later.what != "noun"), end)
            for found, speaker in self._read(cue):
                self.speaker = speaker
                yield self._said(found, speaker)
        for found, speaker in self._without_cue():
            yield self._said(found, speaker)

    def _said(self, found: Found, speaker: Speaker) -> Quote:
        """Remember a quote for those that follow."""
        self.previous = self.end, (found, speaker)
        self.subjects.spoken.append((found.at, speaker))
        return found, speaker

    # cues

    def _ready(self, cue: Cue) -> Cue | None:
        """The cue with its auxiliary, or None where it is denied, wished for or nobody's."""
        page, words = self.page, self.words
        if cue.what != "verb":
            return cue
        start, said = cue.start, cue.says
        willing = page.reading.ending(start, "quote.willing")
        helped = page.norm(start - 1) in words.auxiliaries
        if willing:
            return cue._replace(start=willing[0], head=cue.start)
        if helped:
            start -= 1
        elif said.form == "infinitive":
            purpose = page.norm(start - 1) == words.subjunctive and page.norm(start - 2) in words.about
            return cue._replace(start=start - 2, head=start) if purpose and start > self.first + 2 else None
        back = start - 1
        while page.norm(back) in words.clitics and back >= self.first:
            back -= 1
        if page.norm(back) == words.subjunctive and self._with_speaker(back):
            return cue._replace(start=back, head=cue.start, with_speaker=True)
        denied = page.norm(back) in words.negations
        if denied != said.negated or page.norm(back) in words.modal:
            return None
        if page.norm(back) in words.as_:
            # `όπως το αποκαλούν` names a thing
            return cue._replace(start=back, head=start, aside=True) if said.frames & _TELLS else None
        return cue._replace(start=start, head=cue.start)

    def _with_speaker(self, token: int) -> Mention | None:
        """`με τον Χ (, ρόλο της Ψ,) να δηλώνει`: who is named between the preposition and the particle."""
        page, words = self.page, self.words
        for start in range(token - 2, max(self.first, token - 24) - 1, -1):
            if page.norm(start) in words.with_ and page.norm(start + 1) in words.other:
                mention = self.subjects.at(start + 1, token)
                ends = mention is not None and token - mention.end <= 1
                return mention if ends and mention and mention.kind not in ("noun",) else None
        return None

    def _read(self, cue: Cue) -> Iterator[Quote]:
        if cue.what == "phrase":
            return self._phrase(cue)
        if cue.what == "noun":
            return self._noun(cue)
        if cue.aside:
            return self._aside(cue)
        return self._verb(cue)

    def _text(self, cue: Cue) -> str:
        """The cue as written, without the `as` of an aside."""
        return self.page.reading.span(cue.head if cue.aside else cue.start, cue.end)

    # verbs

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

    def _is_interjected(self, cue: Cue) -> bool:
        """`Σε Α και Β, λέει η Χ, C`: a verb and its subject between two commas."""
        page = self.page
        before = cue.start - 1
        while page.norm(before) in self.words.small and page.norm(before) not in self.words.and_:
            before -= 1
        if page.norm(before) != "," or cue.says.form == "gerund":
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
        return before in self.words.facts or (passive and self.page.word(that - 1).islower())

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
        leads = self.words.locative | self.words.clitics | self.words.prepositions | self.words.topics
        if page.norm(self.first) not in leads and page.norm(self.first) not in self.words.function:
            return None
        if any(m.subject and m.kind != "noun" for m in between(self.subjects.cast, self.first, cue.start)):
            return None
        for start in range(stop - 2, max(that + 2, stop - 16), -1):
            if page.norm(start) in self.words.subject and not page.is_or(start):
                mention = self.subjects.at(start, stop)
                firm = mention is not None and mention.kind == "organization" and self._has_verb(that, start)
                if mention and (mention.kind == "person" or firm) and mention.end == stop:
                    return mention
        return None

    def _whose(self, cue: Cue, limit: int) -> Speaker | None:
        """Who is the subject of a verb whose words follow; None where it is a thing."""
        mention = self._with_speaker(cue.start) if cue.with_speaker else None
        if mention is not None:
            return self.subjects.resolve(mention)
        return self.subjects.of_verb(cue, limit, self.speaker, self.done)

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
        long = marks.close - marks.open > 4
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
        if speaker is not None:
            end = self._object_end(marks.close + 1)
            yield from self._quote(
                start, end, cue, speaker, whole=start == marks.open and end == marks.close + 1
            )

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

    # marks before the verb

    def _marks_before(self, cue: Cue) -> Marks | None:
        """The pair that ends right before a verb, up to a comma and small words."""
        page, words = self.page, self.words
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

    # the verb last

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
        return list(self._quote(start, token, cue, speaker))

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
        return speaker.type != "organization" and end - start > 2 and not self._gerund_at(start)

    def _relative_from(self, start: int, end: int) -> int:
        """Where the first relative clause of a stretch starts, else its end."""
        return next((k for k in range(start, end) if self.page.norm(k) in self.words.relatives), end)

    # asides

    def _aside(self, cue: Cue) -> Iterator[Quote]:
        """`Όπως V (ο S), C` and `C, όπως V ο S`."""
        speaker = self.subjects.after(cue, near=True)
        stop = self.subjects.stop if speaker is not None else cue.end
        if speaker is None:
            speaker = self.subjects.of_verb(cue, cue.end, self.speaker, self.done)
        while stop < self.end and self.page.norm(stop) in self.words.adverbs:
            stop += 1
        if self.page.norm(stop) == "-" and self.page.reading.glued(stop + 1):
            closing = (k for k in range(stop + 1, min(self.end, stop + 20)) if self.page.norm(k) == "-")
            stop = next(closing, stop - 1) + 1  # `Όπως είπε ο ίδιος -από το βήμα του Χ- C`
        if speaker is not None:
            yield from self._around(cue, stop, speaker)

    def _phrase(self, cue: Cue) -> Iterator[Quote]:
        """`Σύμφωνα με τον S, C`, `C, σύμφωνα με τον S` and, in between, the longer part."""
        page = self.page
        at = cue.end
        statement = page.form(at, "quote.statement") or self._whatever(at)
        if statement:
            at = statement[0]
            cue = cue._replace(end=at)
        if statement and (told := self.subjects.after(cue, near=True)):
            yield from self._around(cue, self.subjects.stop, told)
            return
        if statement and page.norm(at) == ",":
            if before := self._spoken_of(cue):
                yield from self._around(cue, at, before)
            return
        mention = self.subjects.at(at, self.end)
        if page.norm(at) in self.words.articles and page.norm(at + 1) in self.words.relatives:
            if before := self._spoken_of(cue):
                yield from self._quote(at + 2, self._clause_end(at + 2), cue, before)
            return
        author = self.subjects.author(at, self.end)
        if page.norm(at) in self.words.clitics and not author and not (mention and mention.kind != "noun"):
            if cue.says != "strict" and page.norm(at + 1) in STOPS and (before := self._spoken_of(cue)):
                yield from self._around(cue, at + 1, before)
            return
        if mention is None or mention.kind == "noun" or self._is_source(at, mention.end):
            mention = author
        if mention is None:
            return
        if mention.kind == "same" and page.word(mention.end)[:1].isalpha():
            return  # `σύμφωνα με το ίδιο δημοσίευμα`
        if cue.says == "strict" and not self._certain(cue, mention.end, mention.kind):
            return
        speaker = self.subjects.resolve(mention)
        yield from self._around(cue, mention.end, speaker)

    def _whatever(self, at: int) -> tuple[int, bool] | None:
        """`σύμφωνα με (τα) όσα μετέδωσε`: past the verb."""
        page = self.page
        at += page.norm(at) in self.words.articles
        said = page.form(at + 1, "quote.verb") if page.norm(at) in self.words.whatever else None
        return (said[0], True) if said else None

    def _spoken_of(self, cue: Cue) -> Speaker | None:
        """Whom a pronoun after a cue means: who speaks in this sentence, else who spoke last."""
        earlier = self.subjects.before(cue.start, self.done)
        return earlier or self.speaker or self.subjects.remembered(cue.start)

    def _is_source(self, start: int, end: int) -> bool:
        return any(self.page.norm(k) in self.words.sources for k in range(start, min(end, start + 4)))

    def _certain(self, cue: Cue, end: int, what: str) -> bool:
        """A phrase with other meanings attributes only between commas."""
        page = self.page
        bounded = cue.start == self.first or page.norm(cue.start - 1) in (",", "–", "-", "—")
        closed = page.norm(end) in (",", ".") or end >= self.end
        article = page.norm(cue.end) in self.words.articles
        return article and what != "company" and bounded and closed

    def _around(self, cue: Cue, stop: int, speaker: Speaker) -> Iterator[Quote]:
        """The longer of what stands before and after an aside."""
        page = self.page
        start = self._trim_start(self.done, cue.start)
        pronoun = any(page.norm(k) in self.words.relatives for k in range(cue.start - 4, cue.start - 2))
        if cue.aside and page.norm(cue.start - 1) == "," and pronoun and page.norm(stop) == ",":
            return  # `καθυστερήσεις που προκαλεί, όπως είπε, ο νόμος`: a few words of the author's sentence
        if page.norm(cue.start - 1) == ":" or page.norm(cue.start - 1) in self.words.while_:
            start = cue.start
        if page.norm(cue.start - 1) == "," and self._joins(cue.start - 2):
            start = cue.start  # `…, και, όπως λέει ο S, C`
        opener = page.norm(cue.start - 2) in self.words.openers | self.words.adverbs
        if page.norm(cue.start - 1) == "," and opener and page.is_capital(cue.start - 2):
            start = cue.start  # `Πάντως, όπως εξήγησε ο S, C`, though no full stop stands before it
        comma = stop
        while comma < min(self.end, stop + 14) and page.norm(comma) != "," and comma not in page.opens:
            comma += 1
        closed = comma < self.end and (page.norm(comma) == "," or comma in page.opens)
        if comma > stop and page.norm(stop) not in self.words.prepositions | self.words.and_:
            closed = False
        if comma > stop and self._has_verb(stop, comma):
            closed = False
        after = (comma if comma in page.opens else comma + 1) if closed else stop
        if closed and page.norm(after) in self.words.with_ and page.norm(after + 1) in self.words.seats:
            after = self._after_comma(after)  # `Σύμφωνα με τη Χ, με έδρα το Ψ, C`
        if closed and (
            page.norm(after) in self.words.relatives
            or (page.norm(after) in self.words.articles and page.norm(after + 1) in self.words.relatives)
        ):
            after = self._after_comma(after)
        if (cue.what == "phrase" or cue.aside) and self._said_first(after):
            return  # `Σύμφωνα με το Ζ, ο Χ είπε ότι C`: who said it, not who passed it on
        if not closed and start < cue.start:
            after = self.end
        if after < self.end and page.norm(after) in self.words.that:
            after += 1
        if page.norm(after) in self.words.adverbs and page.norm(after + 1) == ",":
            after += 2
        end = self._clause_end(after) if after < self.end else after
        if self._in_relative(cue):
            start, end = cue.start, self._next_comma(after, end)
        relative = page.norm(after + (page.norm(after) in self.words.articles)) in self.words.relatives
        if self._gerund_at(after) or relative:
            end = after
        both = self._whole(start, cue.start) and self._whole(after, end)
        if cue.start - start >= end - after or both:
            yield from self._quote(start, cue.start, cue, speaker)
            if not both:
                self.done = max(self.done, stop)
                return
        yield from self._quote(after, end, cue, speaker)

    def _in_relative(self, cue: Cue) -> bool:
        """`η Χ, που σύμφωνα με τον Ψ C, …`, `νησιά που, όπως είπε ο Ψ, C, …`."""
        before = cue.start - 1 - (self.page.norm(cue.start - 1) == ",")
        return self.page.norm(before) in self.words.relatives

    def _next_comma(self, start: int, end: int) -> int:
        """The first comma outside of marks between two tokens, else the end."""
        return next(
            (k for k in range(start, end) if self.page.norm(k) == "," and not self.page.marks_around(k)), end
        )

    def _said_first(self, start: int) -> bool:
        """Whether a verb of saying with words of its own follows in this sentence."""
        first = bisect_left(self.starts, start)
        for row in range(first, min(first + _CUES_AHEAD, len(self.cues))):
            cue = self.cues[row]
            limit = self.cues[row + 1].start if row + 1 < len(self.cues) else self.end
            gerund = cue.what == "verb" and cue.says.form == "gerund"
            if cue.what == "verb" and not cue.aside and not gerund and self._has_object(cue, limit):
                return "clause" in cue.says.frames and not self.page.marks_around(cue.start)
        return False

    def _after_comma(self, token: int) -> int:
        """Past the next comma outside of marks: `…, το οποίο επικαλείται πηγές, C`."""
        page, start = self.page, token
        while token < self.end and page.norm(token) != ",":
            token = page.opens[token].close + 1 if token in page.opens else token + 1
        return token + 1 if token + 1 < self.end else start

    def _noun(self, cue: Cue) -> Iterator[Quote]:
        """`η δέσμευση της S ότι C`."""
        page = self.page
        mention = self.subjects.at(cue.end, self.end)
        stop, speaker = cue.end, NOBODY
        if mention and page.norm(cue.end) in self.words.of and mention.kind not in ("noun", "same"):
            stop, speaker = mention.end, self.subjects.resolve(mention)
        elif page.norm(cue.end) in self.words.clitics:
            stop = cue.end + 1
            earlier = self.subjects.before(cue.start, self.done)
            speaker = earlier or self.subjects.remembered(cue.start) or NOBODY
        elif page.norm(cue.end) in self.words.that:
            yield from self._fronted(cue)
            return
        elif page.norm(cue.end) != ":" or cue.start == self.first:
            return
        stop += page.norm(stop) == "," and page.norm(stop + 1) in self.words.that
        if page.norm(stop) in self.words.that:
            end = self._whole_end(stop + 1, self._clause_end(stop + 1))
            yield from self._quote(stop + 1, end, cue, speaker)
            return
        colon = next((k for k in range(stop, min(stop + 6, self.end)) if page.norm(k) == ":"), stop)
        marks = page.opens.get(colon + 1)
        if marks and colon > stop and (page.marks_in(stop, colon) or speaker is NOBODY):
            return
        if marks and page.norm(colon) == ":" and marks.close - marks.open > 3 and marks.open not in self.used:
            yield self._direct(marks, cue, self._giver(cue) if stop == cue.end else speaker)

    def _fronted(self, cue: Cue) -> Iterator[Quote]:
        """`Την εκτίμηση ότι C εξέφρασε ο X`."""
        row = bisect_left(self.starts, cue.end)
        verb = next((c for c in self.cues[row : row + 4] if c.what == "verb" and not c.aside), None)
        if verb is None or self.page.norm(cue.start - 1) not in self.words.other:
            return
        speaker = self.subjects.after(verb)
        if speaker is not None and verb.start - cue.end > 2:
            yield from self._quote(cue.end + 1, verb.start, verb, speaker)

    def _giver(self, cue: Cue) -> Speaker:
        """Who gives what a noun means: `από τον S την απάντηση: «Q»`, else the subject before it."""
        page = self.page
        for token in range(cue.start - 1, max(self.first, self.done, cue.start - 12), -1):
            if page.norm(token) in self.words.agent:
                mention = self.subjects.at(token + 1, cue.start)
                if mention and mention.kind in ("person", "organization", "nameless", "company"):
                    giver = self.subjects.resolve(mention)
                    if giver.name or mention.organization:
                        return giver
                    # `από τη Γαλλίδα επιστήμονα`: the woman who spoke before
                    same = resolve(self.subjects.cast, mention._replace(kind="same"), self.subjects.spoken)
                    return same if same.name else giver
        earlier = self.subjects.before(cue.start, self.done)
        return earlier or self.subjects.remembered(cue.start) or NOBODY

    # without a cue

    def _without_cue(self) -> Iterator[Quote]:
        """A headline `X: «Q»`, and speech that goes on after speech."""
        page = self.page
        for marks in page.marks_in(self.done if not self.used else self.first, self.end):
            if marks.open in self.used or marks.open < self.first:
                continue
            before = page.norm(marks.open - 1)
            if before == ":" and marks.open > self.first:
                if self._emphasises(marks):
                    continue
                speaker = self._captioned(marks)
                if speaker is not None:
                    yield self._direct(marks, None, speaker)
            elif signed := self._signed(marks):
                yield self._direct(marks, None, signed)
            elif self._whole(self.first, self.end) and marks.open == self.first:
                yield from self._goes_on(marks)

    def caption(self, first: int, colon: int, end: int) -> Quote | None:
        """A line `Χ: C` without marks: a person, and a clause with a verb."""
        self.first, self.end, self.capitals = first, end, self.page.reading.span(colon + 1, end).isupper()
        self.cues, self.starts = [], []
        self.subjects.enter(first, end)
        mention = self.subjects.at(first, colon)
        if mention is None or mention.kind not in ("person", "nameless") or mention.plural:
            return None
        if mention.kind == "nameless" and not (mention.organization or mention.case):
            return None
        if mention.end != colon and self.page.norm(mention.end) not in self.words.prepositions:
            return None  # `Χ σε φοιτητές: C`
        if (mention.name and not self._is_known(mention.name)) or not self._has_verb(colon + 1, end):
            return None
        verbs = self.page.forms("quote.verb")
        if any(
            token in verbs and self.page.norm(verbs[token][0]) in self.words.that
            for token in range(colon, end)
        ):
            return None  # a dateline: `ΝΕΑ ΥΟΡΚΗ: Η Χ ανακοίνωσε ότι …`
        speaker = self.subjects.resolve(mention)
        stop = end
        while self.page.norm(stop - 1) in STOPS or self.page.word(stop - 1).isspace():
            stop -= 1
        reading = self.page.reading
        return Found(reading.starts[colon + 1], reading.ends[stop - 1], None, "indirect", first), speaker

    def _is_known(self, name: Tokens) -> bool:
        """Whether a name before a colon is surely a person's: known, or two words not all in capitals."""
        if self.page.stem(name[1] - 1) in self.subjects.cast.known.people:
            return True
        return name[1] - name[0] > 1 and not self.page.reading.span(*name).isupper()

    def _emphasises(self, marks: Marks) -> bool:
        """`X: «Εκτίναξη» εσόδων`: one word or two in marks that the sentence goes on with."""
        page, following = self.page, marks.close + 1
        return marks.close - marks.open <= 3 and following < self.end and page.word(following)[:1].isalpha()

    def _captioned(self, marks: Marks) -> Speaker | None:
        """Who stands before the colon, where nothing else does."""
        start = max(self.done, self.first)
        while self.page.norm(start) in STOPS:
            start += 1
        label = self.page.norm(start)
        if label in self.words.labels and marks.open - start <= 3:
            answers = label in self.words.answers
            return (
                (interviewee(self.subjects.cast, start, self.subjects.spoken) or NOBODY) if answers else None
            )
        mention = self.subjects.at(start, marks.open - 1)
        if (
            mention
            and mention.kind in ("person", "organization", "nameless")
            and (marks.open - mention.end <= 6 or self.page.norm(mention.end) in self.words.prepositions)
        ):
            titled = mention.kind == "organization" and not self._has_verb(marks.open + 1, marks.close)
            article = self.page.norm(start) in self.words.articles
            bare = mention.kind == "person" and not mention.role and not article and mention.name
            titled = titled or bool(bare and not self._is_known(bare))  # `Διαβάστε: «…»`
            return None if titled else self.subjects.resolve(mention)  # `ΥΠΑΔ: «Ενίσχυση δήμων»`
        if marks.close - marks.open < 6:
            return None
        return self.subjects.before(marks.open - 1, start, objects=True)

    def _signed(self, marks: Marks) -> Speaker | None:
        """`«Q» — Χ Ψ, CEO της Ω`: a person named behind a dash, and nothing after him."""
        page, at = self.page, marks.close + 1
        below = "\n" in page.word(at)
        while page.word(at).isspace():
            at += 1
        signed = page.norm(at) in ("-", "–", "—") or (page.norm(at) == ":" and not below)
        if marks.close - marks.open < 3 or at >= len(page.reading) or not (signed or below):
            return None
        at -= not signed
        _, last = page.sentences.paragraph(page.reading.starts[at])
        stop = page.token(last)
        mention = self.subjects.at(at + 1, stop)
        if mention is None or mention.kind != "person" or (below and not signed and not mention.role):
            return None
        house = page.norm(mention.end) == "," and name_at(page, mention.end + 1, stop, organization=True)
        if house and house[1] >= stop - 1:
            mention = mention._replace(organization=house, end=house[1])
            return self.subjects.resolve(mention)
        return self.subjects.resolve(mention) if mention.end >= stop - 1 else None

    def _goes_on(self, marks: Marks) -> Iterator[Quote]:
        """A sentence all in marks: the speech of the one who spoke right before."""
        page = self.page
        if self.previous is not None:
            stop, (found, speaker) = self.previous
            gap = page.text[page.reading.ends[stop - 1] : page.reading.starts[marks.open]]
            if not gap.strip() and found.style == "direct":
                quote, speaker = self._direct(marks, None, speaker)
                yield (quote if "\n" in gap else quote._replace(cue=found.cue)), speaker
                return
        if marks.close - marks.open > 8:
            before = self.subjects.remembered(marks.open)
            yield self._direct(marks, None, before or NOBODY)

    # spans

    def _direct(self, marks: Marks, cue: Cue | None, speaker: Speaker) -> Quote:
        start, end = marks.pair.start, marks.pair.end
        text = self.page.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        self.used.add(marks.open)
        self.done = max(self.done, marks.close + 1)
        return Found(start, end, self._text(cue) if cue else None, "direct", marks.open), speaker

    def _quote(
        self, start: int, end: int, cue: Cue, speaker: Speaker, *, whole: bool = True
    ) -> Iterator[Quote]:
        """A clause or phrase as one quote: direct where it is all in marks, mixed where partly."""
        page = self.page
        start = self._trim_start(start, end)
        if whole and self._whole(start, end):
            yield self._direct(page.opens[start], cue, speaker)
            return
        while end > start and (page.norm(end - 1) in STOPS or page.word(end - 1).isspace()):
            end -= 1
        broken = False
        if start < end and page.norm(start) == '"' and start not in page.opens:
            start, broken = start + 1, True
        if start < end and page.norm(end - 1) == '"' and end - 1 not in page.closes:
            end, broken = end - 1, True
        if end - start < 1:
            return
        inside = page.marks_in(start, end)
        self.used.update(marks.open for marks in inside)
        style = "mixed" if any(not self._is_name(marks) for marks in inside) else "indirect"
        if broken and whole:
            style = "direct"  # the other mark is missing
        self.done = max(self.done, end, cue.end)
        starts, ends = page.reading.starts, page.reading.ends
        yield Found(starts[start], ends[end - 1], self._text(cue), style, cue.start), speaker
