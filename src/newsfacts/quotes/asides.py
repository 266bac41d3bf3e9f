"""Attributions around a clause: `όπως V ο S, C`, `σύμφωνα με τον S, C`."""

from bisect import bisect_left
from collections.abc import Iterator

from newsfacts.quotes.cast import Speaker
from newsfacts.quotes.cues import Cue, Quote
from newsfacts.quotes.quote_words import STOPS
from newsfacts.quotes.verbs import Verbs

_CUES_AHEAD = 6


class Asides(Verbs):
    """Reads asides and phrases."""

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
        page, at = self.page, cue.end
        statement = page.form(at, "quote.statement") or self._whatever(at)
        if statement:
            at = statement[0]
            cue = cue._replace(end=at)
            if told := self.subjects.after(cue, near=True):
                yield from self._around(cue, self.subjects.stop, told)
                return
            if page.norm(at) == ",":
                if before := self._spoken_of(cue):
                    yield from self._around(cue, at, before)
                return
        if page.norm(at) in self.words.articles and page.norm(at + 1) in self.words.relatives:
            before = self._maker_before(cue)
            if before is None and not self._names_document(cue):
                before = self._spoken_of(cue)
            if before is not None:
                yield from self._quote(at + 2, self._clause_end(at + 2), cue, before)
            return
        yield from self._named_by(cue, at)

    def _named_by(self, cue: Cue, at: int) -> Iterator[Quote]:
        """The words of whoever a phrase names: a person, an organisation, the maker of a document."""
        page = self.page
        mention, author = self.subjects.at(at, self.end), self.subjects.author(at, self.end)
        thing = mention is None or mention.kind == "noun"
        if page.norm(at) in self.words.clitics and not author and thing:
            if cue.says != "strict" and page.norm(at + 1) in STOPS and (before := self._spoken_of(cue)):
                yield from self._around(cue, at + 1, before)
            return
        if mention is None or thing or self._is_source(at, mention.end):
            mention = author
        if mention is None or (mention.kind == "same" and page.word(mention.end)[:1].isalpha()):
            return  # `σύμφωνα με το ίδιο δημοσίευμα`
        if cue.says == "strict" and not self._certain(cue, mention.end, mention.kind):
            return
        yield from self._around(cue, mention.end, self.subjects.resolve(mention))

    def _whatever(self, at: int) -> tuple[int, bool] | None:
        """`σύμφωνα με (τα) όσα μετέδωσε`: past the verb."""
        page = self.page
        at += page.norm(at) in self.words.articles
        said = page.verb(at + 1) if page.norm(at) in self.words.whatever else None
        return (said[0], True) if said else None

    def _names_document(self, cue: Cue) -> bool:
        """`σχέδιο σύμφωνα με το οποίο C`: what stands right before a phrase and does not speak."""
        noun = self.page.norm(cue.start - 1 - (self.page.norm(cue.start - 1) == ","))
        return noun in (self.words.documents | self.words.sources) - self.words.reports

    def _maker_before(self, cue: Cue) -> Speaker | None:
        """`μελέτη της Χ, σύμφωνα με την οποία C`: whose document stands right before the phrase."""
        end = cue.start - (self.page.norm(cue.start - 1) == ",")
        for token in range(end - 1, max(self.first, end - 10), -1):
            if self.page.norm(token) in self.words.reports:
                author = self.subjects.author(token, end)
                return self.subjects.resolve(author) if author and author.end == end else None
        return None

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
        start, after = self._start_before(cue), self._start_after(stop)
        if self._interrupts(cue, stop) or self._said_first(after[0]):
            return
        tail = self.first < self.done < cue.start and page.norm(cue.start - 1) != ","
        if tail and stop >= self.end - 1 and page.norm(start) in self.words.prepositions:
            return  # `«Q» είπε ο S στην ακρόαση σύμφωνα με το Z`
        behind, closed = after
        goes_on = self._in_relative(cue) or self._subject_behind(cue, stop)
        if not closed and start < cue.start and not goes_on:
            behind = self.end
        if behind < self.end and page.norm(behind) in self.words.that:
            behind += 1
        if page.norm(behind) in self.words.adverbs and page.norm(behind + 1) == ",":
            behind += 2
        if page.form(behind, "quote.phrase"):
            behind = self._after_comma(behind)  # `Όπως ανέφερε ο S, σύμφωνα με τη Χ, C`
        end = self._clause_end(behind) if behind < self.end else behind
        if self._in_relative(cue):
            start, end = cue.start, self._next_comma(behind, end)
        if self._gerund_at(behind) or self._is_relative(behind):
            end = behind
        both = self._whole(start, cue.start) and self._whole(behind, end)
        if cue.start - start >= end - behind or both:
            yield from self._quote(start, cue.start, cue, speaker)
            if not both:
                self.done = max(self.done, stop)
                return
        yield from self._quote(behind, end, cue, speaker)

    def _subject_behind(self, cue: Cue, stop: int) -> bool:
        """`Στο 2% θα φτάσει σύμφωνα με τη Χ ο ρυθμός …`: the verb before a phrase, its subject behind."""
        page, verb = self.page, cue.start - 1
        return page.norm(stop) in self.words.subject and self._has_verb(verb, cue.start)

    def _interrupts(self, cue: Cue, stop: int) -> bool:
        """`καθυστερήσεις που προκαλεί, όπως είπε, ο νόμος`: a few words of the author's own sentence."""
        page = self.page
        pronoun = any(page.norm(k) in self.words.relatives for k in range(cue.start - 4, cue.start - 2))
        return cue.aside and page.norm(cue.start - 1) == "," and pronoun and page.norm(stop) == ","

    def _start_before(self, cue: Cue) -> int:
        """Where the clause before an aside starts; at the aside where none is before it."""
        page, words, before = self.page, self.words, cue.start - 1
        if page.norm(before) == ":" or page.norm(before) in words.linking:
            return cue.start
        if page.norm(before) == ",":
            opener = page.norm(before - 1) in words.openers or page.norm(before - 1) in words.adverbs
            # `…, και, όπως λέει ο S, C`; `Πάντως, όπως εξήγησε ο S, C`, though no full stop stands before it
            if self._joins(before - 1) or (opener and page.is_capital(before - 1)):
                return cue.start
        return self._trim_start(self.done, cue.start)

    def _start_after(self, stop: int) -> tuple[int, bool]:
        """Where the clause after an aside starts, and whether a comma or marks set it apart."""
        page, words, comma = self.page, self.words, stop
        while comma < min(self.end, stop + 14) and page.norm(comma) != "," and comma not in page.opens:
            comma += 1
        closed = comma < self.end and (page.norm(comma) == "," or comma in page.opens)
        leads = page.norm(stop) in words.prepositions or page.norm(stop) in words.and_
        if comma > stop and (not leads or self._has_verb(stop, comma)):
            closed = False
        if not closed:
            return stop, False
        after = comma if comma in page.opens else comma + 1
        seat = page.norm(after) in words.with_ and page.norm(after + 1) in words.seats
        if seat or self._is_relative(after) or page.norm(after) in words.acts:
            after = self._after_comma(after)  # `Σύμφωνα με τη Χ, με έδρα το Ψ, C`
        return after, True

    def _is_relative(self, token: int) -> bool:
        page = self.page
        return page.norm(token + (page.norm(token) in self.words.articles)) in self.words.relatives

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
