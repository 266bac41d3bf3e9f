"""From a cue in a sentence to what was said and who said it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newsfacts.quotes.cast import Speaker
from newsfacts.quotes.cues import Cue, Found, Quote
from newsfacts.quotes.lines import Lines
from newsfacts.quotes.page import Page

_FAR = 18
_TELLS = {"quote", "clause", "last"}


def template_of(page: Page, cue: Cue | None, found: Found) -> str:
    """The template that a quote was read by: S speaker, V verb, C clause, Q words in marks."""
    said = "«Q»" if found.style == "direct" else "C"
    if cue is None:
        return f"S: {said}" if page.norm(page.token(found.start) - 1) == ":" else f"{said} alone"
    first = found.start < page.reading.starts[cue.start]
    if cue.what == "phrase":
        return f"{said}, according to S" if first else f"according to S, {said}"
    if cue.aside:
        return f"{said}, as V S" if first else f"as V S, {said}"
    if cue.what == "noun":
        return f"noun of S that {said}"
    return f"{said}, V S" if first else f"S V {said}"


def named_by(page: Page, speaker: Speaker) -> str:
    """How the speaker was found: the words that name him, or those before."""
    if speaker.start is None or speaker.end is None:
        return "speaker: from the sentences before"
    return f"speaker: named by `{page.text[speaker.start : speaker.end]}`"


class Frames(Lines):
    """Reads the quotes of one page, sentence after sentence."""

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
                yield self._said(found, speaker, cue)
        for found, speaker in self._without_cue():
            yield self._said(found, speaker, None)

    def _said(self, found: Found, speaker: Speaker, cue: Cue | None) -> Quote:
        """Remember a quote for those that follow, and how it was read for those who ask."""
        if self.page.reading.notes is not None:
            said = self.page.token(found.start), self.page.token(found.end)
            for what in (template_of(self.page, cue, found), named_by(self.page, speaker)):
                self.page.reading.note(*said, "quote", what, dropped=False)
        self.previous = self.end, (found, speaker)
        self.subjects.spoken.append((found.at, speaker))
        return found, speaker

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
        # `παράλληλα δε επισήμανε`: the particle, no denial
        particle = page.norm(back) in words.adverbs and page.norm(back - 1) in words.adverbs
        denied = page.norm(back) in words.negations and not particle
        if denied != said.negated or page.norm(back) in words.modal:
            return None
        if page.norm(back) in words.as_:
            # `όπως το αποκαλούν` names a thing
            return cue._replace(start=back, head=start, aside=True) if said.frames & _TELLS else None
        return cue._replace(start=start, head=cue.start)

    def _read(self, cue: Cue) -> Iterator[Quote]:
        if cue.what == "phrase":
            return self._phrase(cue)
        if cue.what == "noun":
            return self._noun(cue)
        if cue.aside:
            return self._aside(cue)
        return self._verb(cue)
