"""Speech without a cue: headlines, signed lines, speech that goes on."""

from collections.abc import Iterator

from newsfacts.quotes.cast import NOBODY, Speaker, interviewee
from newsfacts.quotes.cue_nouns import CueNouns
from newsfacts.quotes.cues import Found, Quote
from newsfacts.quotes.names import Tokens, name_at
from newsfacts.quotes.page import Marks
from newsfacts.quotes.quote_words import STOPS


class Lines(CueNouns):
    """Reads lines and paragraphs in marks."""

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
        verbs = self.page.forms("quote.verb")
        if not self._has_verb(colon + 1, end) or any(
            token in verbs and self.page.norm(verbs[token][0]) in self.words.that
            for token in range(colon, end)
        ):
            return None  # a dateline: `ΝΕΑ ΥΟΡΚΗ: Η Χ ανακοίνωσε ότι …`
        mention = self.subjects.at(first, colon)
        if mention is None or mention.kind not in ("person", "nameless") or mention.plural:
            return None
        if mention.kind == "nameless" and not (mention.organization or mention.case):
            return None
        if mention.end != colon and self.page.norm(mention.end) not in self.words.prepositions:
            return None  # `Χ σε φοιτητές: C`
        if mention.name and not mention.organization and not self._is_known(mention.name):
            return None
        speaker = self.subjects.resolve(mention)
        stop = end
        while self.page.norm(stop - 1) in STOPS or self.page.word(stop - 1).isspace():
            stop -= 1
        reading = self.page.reading
        return Found(reading.starts[colon + 1], reading.ends[stop - 1], None, "indirect", first), speaker

    def _is_known(self, name: Tokens) -> bool:
        """Whether a name before a colon is surely a person's: known, or two words not all in capitals."""
        if name[1] - name[0] > 1 and not self.page.reading.span(*name).isupper():
            return True
        return self.page.stem(name[1] - 1) in self.subjects.cast.known.people

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

    def _is_pointed_at(self, marks: Marks) -> bool:
        """Whether the next sentence tells whose words these are: `Έτσι απάντησε ο S`."""
        page, words, token = self.page, self.words, marks.close + 1
        while page.word(token).isspace() or page.norm(token) == ".":
            token += 1
        token += page.norm(token) in words.articles
        return page.norm(token) in words.pointing and page.verb(token + 1) is not None

    def _goes_on(self, marks: Marks) -> Iterator[Quote]:
        """A sentence all in marks: the speech of the one who spoke right before."""
        page = self.page
        if self._is_pointed_at(marks):
            return
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
