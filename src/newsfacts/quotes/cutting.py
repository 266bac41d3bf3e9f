"""What was said, from tokens to a quote: direct, mixed or indirect."""

from newsfacts.quotes.cast import Speaker
from newsfacts.quotes.cues import Cue, Found
from newsfacts.quotes.page import Marks
from newsfacts.quotes.quote_words import STOPS
from newsfacts.quotes.scene import Cut, Said, Scene, Stretch
from newsfacts.quotes.stretches import is_name, trim_start, whole
from newsfacts.quotes.verb_forms import has_verb


def cut(scene: Scene, said: Said) -> Cut | None:
    """The quote that something said makes; None where nothing is left of it."""
    cue = said.cue or (scene.cue if scene.cue.what else None)
    if isinstance(said.what, Marks):
        found = _direct(scene, said.what, cue, said.speaker)
        return found._replace(found=found.found._replace(cue=said.told)) if said.told else found
    return _stretch(scene, said.what, cue, said.speaker)


def _written(scene: Scene, cue: Cue | None) -> str | None:
    """The cue as written, without the `as` of an aside."""
    if cue is None:
        return None
    start = cue.head if cue.aside else cue.start
    start += cue.what == "phrase" and scene.page.norm(start) in scene.words.as_
    return scene.page.reading.span(start, cue.end)


def _direct(scene: Scene, marks: Marks, cue: Cue | None, speaker: Speaker) -> Cut:
    start, end = marks.pair.start, marks.pair.end
    text = scene.page.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    found = Found(start, end, _written(scene, cue), "direct", marks.open)
    return Cut(found, speaker, (marks.open,), marks.close + 1)


def _is_broken_off(scene: Scene, start: int, end: int) -> bool:
    """`υποστήριξε ότι από τα … [Περισσότερα]`: whether the text ends before the clause has a verb."""
    page = scene.page
    dots = page.norm(end) == "…" or page.norm(end) == page.norm(end + 1) == "."
    return dots and not page.marks_in(start, end) and not has_verb(scene, start, end)


def _stretch(scene: Scene, stretch: Stretch, cue: Cue | None, speaker: Speaker) -> Cut | None:
    """A clause or phrase as one quote: direct where it is all in marks, mixed where partly."""
    page = scene.page
    start, end = trim_start(scene, stretch.start, stretch.end), stretch.end
    if stretch.whole and whole(scene, start, end):
        return _direct(scene, page.opens[start], cue, speaker)
    # `ότι A και, απαντώντας σε ερώτηση, πρόσθεσε ότι B`: the conjunction belongs to what comes next
    joints = STOPS | scene.words.and_
    while end > start and (page.norm(end - 1) in joints or page.word(end - 1).isspace()):
        end -= 1
    opened = start < end and page.norm(start) == '"' and start not in page.opens
    closed = end - start > opened and page.norm(end - 1) == '"' and end - 1 not in page.closes
    start, end = start + opened, end - closed
    if end - start < 1 or _is_broken_off(scene, start, end):
        return None
    inside = page.marks_in(start, end)
    style = "mixed" if any(not is_name(scene, marks) for marks in inside) else "indirect"
    # the other mark is missing: `C» δήλωσε η Χ`, but not in `ότι το «Α» θα μείνει "όπως ήταν»`
    if stretch.whole and (opened or (closed and not (inside and cue and cue.start < start))):
        style = "direct"
    starts, ends = page.reading.starts, page.reading.ends
    at = cue.start if cue else start
    found = Found(starts[start], ends[end - 1], _written(scene, cue), style, at)
    return Cut(found, speaker, tuple(marks.open for marks in inside), max(end, cue.end if cue else end))
