"""Quotes: what was said, by whom, in which role, for which organisation."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date

from newsfacts.facts import AnyFact, QuoteFact
from newsfacts.lexicon.lexicon import Lexicon, Reading
from newsfacts.quotes.cues import Cue
from newsfacts.quotes.entries import register
from newsfacts.quotes.gates import may_attribute, may_stand_alone
from newsfacts.quotes.mention_rules import Mentions
from newsfacts.quotes.page import CLOCK, Page
from newsfacts.quotes.quote_words import Words
from newsfacts.quotes.scene import Cut, Line
from newsfacts.quotes.sentence_quotes import beginning, read_line, read_sentence
from newsfacts.quotes.templates import Templates
from newsfacts.text.marks import MARKS

_NAMED = r"[^\W\d_a-zά-ώ][\w.,’'()«»&|\-–— ]{2,80}"
_TIME = rf"(?:{CLOCK}[ \t]+(?:[-–—|•][ \t]*)?)?"
_CAPTION = re.compile(rf"^[ \t]*{_TIME}({_NAMED}):[ \t]+\S.*$", re.MULTILINE)
_LABEL = re.compile(rf"[ \t]+({_NAMED}):[ \t]+\S")
_FEW_WORDS = 3
_CUES = {"quote.verb": "verb", "quote.phrase": "phrase", "quote.noun": "noun"}


class QuoteExtractor:
    """Finds facts of the kind `quote`; made from the pattern files under `quotes/`."""

    def __init__(self, words: Words, templates: Templates, mentions: Mentions) -> None:
        """The words of all files, their templates and their rules of mentions."""
        self.words, self.templates, self.mentions = words, templates, mentions

    def register(self, lexicon: Lexicon) -> None:
        """Add verbs, phrases, roles and organisations."""
        register(self.words, lexicon)

    def find(self, reading: Reading, reference_date: date | None, known: Sequence[AnyFact]) -> list[AnyFact]:
        """The quotes of a text in order; nothing is read where there is neither a cue nor a mark."""
        cues = _cues(reading)
        lines = list(_captions(reading))
        if not lines and not self._may_hold_any(reading, cues):
            return []
        page = self.page(reading)
        scene = beginning(page)
        told: list[Cut] = []
        for line in lines:
            if not told or told[-1].found.end <= reading.starts[line.start]:
                told += read_line(self.templates, scene, line)
        spoken: list[Cut] = []
        for first, end, inside in _sentences(page, cues):
            found, scene = read_sentence(self.templates, scene, first, end, inside)
            spoken += found
        quotes = [*told, *_outside(told, _opened(page, spoken))]
        return sorted((_fact(page, quote) for quote in quotes), key=lambda fact: fact.start_char)

    def page(self, reading: Reading) -> Page:
        """A text as quotes and mentions are looked for in it."""
        return Page(reading, self.words, self.mentions.read)

    def _may_hold_any(self, reading: Reading, cues: Sequence[Cue]) -> bool:
        gates, words = self.templates.gates, self.words
        return may_attribute(gates, words, reading, cues) or may_stand_alone(gates, words, reading)


def _cues(reading: Reading) -> list[Cue]:
    """All forms that may be cues, from left to right; of those that overlap the longest."""
    hits = [
        Cue(start, end, what, says)
        for category, what in _CUES.items()
        if category in reading.rows
        for start, (end, says) in reading.forms(category).items()
    ]
    hits.sort(key=lambda cue: (cue.start, -cue.end))
    cues: list[Cue] = []
    for cue in hits:
        if not cues or cue.start >= cues[-1].end:
            cues.append(cue)
    return cues


def _captions(reading: Reading) -> Iterable[Line]:
    """Lines such as `Χ: C` where C does not begin with marks."""
    text = reading.text
    if ":" not in text:
        return
    for found in _CAPTION.finditer(text):
        labels = [found, _LABEL.match(text, found.end(1) + 1, found.end())]  # `Συνέδριο: Χ: C`
        for label in filter(None, labels):
            if text[label.end(1) + 1 : found.end()].lstrip()[:1] in MARKS:
                continue  # but `Π. Μ. στην «Εστία»: C`, `Π. Μ.: Η «πράσινη» C`
            start, colon, end = (
                bisect_left(reading.starts, at) for at in (label.start(1), label.end(1), found.end())
            )
            if end - colon > 3:
                yield Line(start, colon, end)


def _opened(page: Page, quotes: list[Cut]) -> list[Cut]:
    """`«A», λέει. «B», προσθέτει ο S.`: an article may open with words whose speaker is named next.

    The first paragraph may be a standfirst; then he is named in the second.
    """
    unknown = 0
    while unknown < min(len(quotes), 3) and _is_open(quotes[unknown]):
        unknown += 1
    if not 0 < unknown < len(quotes):
        return quotes
    first, last = page.sentences.paragraph(quotes[0].found.start)
    next_ = quotes[unknown]
    said = next_.speaker.type == "person" and first <= next_.found.start
    near = next_.found.start < last and next_.found.style == "direct"
    # `«Q», δήλωσε.` and no more
    lead = first == 0 and len(page.text[quotes[unknown - 1].found.end : last].split()) <= _FEW_WORDS
    if not said or not (near or (lead and last <= next_.found.start < _second_end(page, last))):
        return quotes
    return [*(quote._replace(speaker=next_.speaker) for quote in quotes[:unknown]), *quotes[unknown:]]


def _second_end(page: Page, last: int) -> int:
    """Where the paragraph behind the one that ends at an offset ends."""
    text, start = page.text, last
    while start < len(text) and text[start].isspace():
        start += 1
    return page.sentences.paragraph(start)[1] if start < len(text) else last


def _outside(lines: Sequence[Cut], spoken: Iterable[Cut]) -> Iterable[Cut]:
    """The quotes of sentences without those in the words of a line: `Χ: C, είπε, D` is all said by Χ."""
    ends = [line.found.end for line in lines]
    for quote in spoken:
        row = bisect_right(ends, quote.found.start)
        if row == len(lines) or quote.found.end <= lines[row].found.start:
            yield quote


def _is_open(quote: Cut) -> bool:
    found, speaker = quote.found, quote.speaker
    return found.style == "direct" and found.cue is not None and speaker.name is None and speaker.role is None


def _sentences(page: Page, cues: list[Cue]) -> Iterable[tuple[int, int, list[Cue]]]:
    """The sentences that hold a cue outside of marks or a pair of marks, with those cues."""
    free = [cue for cue in cues if page.marks_around(cue.start) is None]
    starts = [cue.start for cue in free]
    places = sorted({*starts, *(marks.open for marks in page.marks)})
    done = 0
    for place in places:
        if place >= done:
            first, done = page.sentence(place)
            done = max(done, place + 1)
            for marks in page.marks_in(first, done):
                if marks.close >= done:  # speech that runs on in the next paragraph
                    done = page.sentence(marks.close)[1]
            yield first, done, free[bisect_left(starts, first) : bisect_left(starts, done)]


def _spaced_once(name: str | None) -> str | None:
    """A name with single blanks between its words, however the text has them."""
    return name and " ".join(name.split())


def _fact(page: Page, quote: Cut) -> QuoteFact:
    found, speaker = quote.found, quote.speaker
    offset = page.reading.offset
    return QuoteFact(
        text=page.text[found.start : found.end],
        start_char=offset + found.start,
        end_char=offset + found.end,
        sentence=page.sentences.text_at(found.start, found.end),
        speaker=_spaced_once(speaker.name),
        speaker_type=speaker.type if speaker.type in ("person", "organization") else None,  # type: ignore[arg-type]
        role=_spaced_once(speaker.role),
        organization=_spaced_once(speaker.organization),
        cue=found.cue,
        style=found.style,  # type: ignore[arg-type]
        mention_start=None if speaker.start is None else offset + speaker.start,
        mention_end=None if speaker.end is None else offset + speaker.end,
    )
