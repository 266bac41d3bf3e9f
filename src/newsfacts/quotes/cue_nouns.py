"""Nouns that cue: `η δέσμευση της S ότι C`."""

from bisect import bisect_left
from collections.abc import Iterator

from newsfacts.quotes.asides import Asides
from newsfacts.quotes.cast import NOBODY, Speaker, resolve
from newsfacts.quotes.cues import Cue, Quote


class CueNouns(Asides):
    """Reads clauses that belong to a noun."""

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
        told = bisect_left(self.starts, colon) > bisect_left(self.starts, stop)
        marks = None if told else page.opens.get(colon + 1)  # `Σε δήλωσή της ανέφερε: «Q»`
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
