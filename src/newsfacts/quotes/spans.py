"""What was said, from tokens to a quote: direct, mixed or indirect."""

from collections.abc import Iterator

from newsfacts.quotes.cast import Speaker
from newsfacts.quotes.cues import Cue, Found, Quote
from newsfacts.quotes.page import Marks, Page
from newsfacts.quotes.quote_clauses import Clauses
from newsfacts.quotes.quote_words import STOPS
from newsfacts.quotes.subjects import Subjects


class Spans(Clauses):
    """Cuts quotes out of a sentence."""

    speaker: Speaker | None
    """Who spoke last in this sentence."""
    next: int
    """Where the next verb of saying starts."""

    def __init__(self, page: Page) -> None:
        """`used`: pairs of marks that are part of a quote already, by their opening token."""
        super().__init__(page)
        self.subjects = Subjects(page)
        self.used: set[int] = set()
        self.done = 0
        self.previous: tuple[int, Quote] | None = None

    def _text(self, cue: Cue) -> str:
        """The cue as written, without the `as` of an aside."""
        start = cue.head if cue.aside else cue.start
        start += cue.what == "phrase" and self.page.norm(start) in self.words.as_
        return self.page.reading.span(start, cue.end)

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
