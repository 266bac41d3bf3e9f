"""The quotes of a sentence, one after the other: each is read in what those before it have left."""

from bisect import bisect_left
from collections.abc import Sequence

from newsfacts.lexicon.terms import Note
from newsfacts.quotes.attributions import inserted
from newsfacts.quotes.candidates import NAMED
from newsfacts.quotes.cast import Speaker
from newsfacts.quotes.cues import Cue
from newsfacts.quotes.cutting import cut
from newsfacts.quotes.match import read_cue, read_first
from newsfacts.quotes.mention import READ
from newsfacts.quotes.page import Page
from newsfacts.quotes.parts.sources import with_statement
from newsfacts.quotes.parts.verbs import FAR, ahead_of
from newsfacts.quotes.ready import ready
from newsfacts.quotes.roster import Cast
from newsfacts.quotes.scene import Cut, Line, Scene, Told
from newsfacts.quotes.subjects import Subjects
from newsfacts.quotes.templates import Template, Templates

_ASIDE = 14
_RECENT = 32
"""As many used marks are remembered at least: what reads a cue looks at those around it, not far back."""


def beginning(page: Page) -> Scene:
    """A document of which nothing is read."""
    subjects = Subjects(Cast(page), page, page.words)
    return Scene(page, page.words, subjects, 0, 0)


def read_sentence(
    templates: Templates, scene: Scene, first: int, end: int, cues: Sequence[Cue]
) -> tuple[list[Cut], Scene]:
    """The quotes of a sentence in the order in which their cues stand, and what is known behind it."""
    scene = _entered(scene, first, end, cues)
    found: list[Cut] = []
    used = set(scene.used)
    for cue in scene.cues:
        if cue.start >= scene.done:
            now = _at_cue(scene, cue)
            if read := read_cue(templates, now, now.cue):
                scene = _behind(scene, read[1], cuts := _cut(now, *read))
                found += cuts
    used.update(*(quote.used for quote in found))
    for marks in scene.page.marks_in(first, end):
        if marks.open not in used:
            now = scene._replace(marks=marks)
            if read := read_first(templates.by_cue["marks"], now, marks.open, marks.close + 1):
                scene = _behind(scene, read[1], cuts := _cut(now, *read))
                used.update(*(quote.used for quote in cuts))
                found += cuts
    return found, scene


def read_line(templates: Templates, scene: Scene, line: Line) -> list[Cut]:
    """What somebody says in a line `Χ: C` without marks."""
    scene = scene._replace(
        first=line.start,
        end=line.stop,
        capitals=scene.page.reading.span(line.colon + 1, line.stop).isupper(),
        subjects=scene.subjects.within(line.start, line.stop),
        line=line,
    )
    read = read_first(templates.by_cue["line"], scene, line.start, line.start)
    return _cut(scene, *read) if read else []


def _entered(scene: Scene, first: int, end: int, cues: Sequence[Cue]) -> Scene:
    """The next sentence, of which nothing is read."""
    live = tuple([one for cue in cues if (one := ready(scene, first, cue))])
    return scene._replace(
        subjects=scene.subjects.within(first, end),
        first=first,
        end=end,
        capitals=scene.page.reading.span(first, end).isupper(),
        cues=live,
        starts=tuple([cue.start for cue in live]),
        done=max(scene.done, first),
        # only the sentence right before is looked back at
        used=frozenset([mark for mark in scene.used if mark >= scene.first]) if scene.used else scene.used,
        speaker=None,
    )


def _at_cue(scene: Scene, cue: Cue) -> Scene:
    """The scene as a cue is read, with what is ahead of it."""
    if cue.what == "phrase":
        return scene._replace(cue=with_statement(scene, cue))
    if cue.what != "verb" or cue.aside:
        return scene._replace(cue=cue)
    following = bisect_left(scene.starts, cue.end)
    near = scene.cues[following : following + FAR]
    limit = next((later.start for later in near if not _stands_between(scene, later)), scene.end)
    return scene._replace(cue=cue, ahead=ahead_of(scene, cue, limit))


def _stands_between(scene: Scene, later: Cue) -> bool:
    """Whether a cue may stand between a verb and what it says: `δήλωσε κατά τη συζήτηση ότι`."""
    page, words = scene.page, scene.words
    if later.what == "verb" and page.norm(later.start) in words.speaking:
        return True
    if later.what == "verb" and later.says.form == "gerund" and page.norm(later.start - 1) == ",":
        return _is_aside(scene, later)
    strict = later.what == "phrase" and later.says == "strictly"
    strict = strict and (page.norm(later.start - 1) != "," or not _names_somebody(scene, later.end))
    return later.what == "noun" or strict or inserted(scene, later)


def _is_aside(scene: Scene, gerund: Cue) -> bool:
    """`ανακοίνωσε, κρίνοντας την υπόθεση, ότι`: whether a comma before `ότι` closes a gerund's clause."""
    page, near = scene.page, range(gerund.end, min(gerund.end + _ASIDE, scene.end))
    end = next((k for k in near if page.norm(k) in scene.words.that or k in page.opens), gerund.end)
    return page.norm(end) in scene.words.that and page.norm(end - 1) == ","


def _names_somebody(scene: Scene, token: int) -> bool:
    """Whether somebody who may speak is named here: not in `κατά τη συνάντηση`."""
    mention = scene.subjects.at(token, scene.end)
    return mention is not None and mention.kind in NAMED


def _cut(scene: Scene, template: Template, told: Told) -> list[Cut]:
    """The quotes that a template reads."""
    cuts = [quote for said in told.said if (quote := cut(scene, said))]
    if scene.page.reading.notes is not None:
        for quote in cuts:
            _note(scene, template, quote)
    return cuts


def _behind(scene: Scene, told: Told, cuts: Sequence[Cut]) -> Scene:
    """The scene once these quotes are read."""
    if not cuts:
        return scene._replace(done=told.done) if told.done > scene.done else scene
    subjects = scene.subjects
    for quote in cuts:
        subjects = subjects.after_quote(quote.found.at, quote.speaker)
    last = cuts[-1]
    used = scene.used.union(*(quote.used for quote in cuts))
    return scene._replace(
        subjects=subjects,
        done=max(scene.done, told.done, *(quote.done for quote in cuts)),
        used=used if len(used) <= 2 * _RECENT else frozenset(sorted(used)[-_RECENT:]),
        speaker=last.speaker,
        previous=(scene.end, (last.found, last.speaker)),
    )


def _note(scene: Scene, template: Template, quote: Cut) -> None:
    """Tell those who ask which template a quote was read by, and how its speaker was found."""
    reading, page = scene.page.reading, scene.page
    place = page.token(quote.found.start), page.token(quote.found.end)
    source = template.source
    reading.note(*place, "quote", f"{source.rule}: {template.written}", source.place, dropped=False)
    reading.note(*place, "quote", _named_by(page, quote.speaker), dropped=False)
    if by := _mentioned(page, quote.speaker):
        reading.note(*place, "quote", by.what, by.origin, dropped=False)


def _named_by(page: Page, speaker: Speaker) -> str:
    if speaker.start is None or speaker.end is None:
        return "speaker: from the sentences before"
    return f"speaker: named by `{page.text[speaker.start : speaker.end]}`"


def _mentioned(page: Page, speaker: Speaker) -> Note | None:
    """The note on the rule that made the mention of a speaker, where he is named; its article is no part."""
    if speaker.start is None or speaker.end is None:
        return None
    start, end = page.token(speaker.start), page.token(speaker.end)
    notes = [note for note in page.reading.notes or () if note.kind == READ and note.end == end]
    return next((note for note in reversed(notes) if note.start in (start, start - 1)), None)
