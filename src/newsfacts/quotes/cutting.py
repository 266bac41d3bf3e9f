"""What was said, from tokens to a quote: direct, mixed or indirect."""

from newsfacts.quotes.cast import Speaker
from newsfacts.quotes.cues import Cue, Found
from newsfacts.quotes.page import Marks
from newsfacts.quotes.quote_words import STOPS
from newsfacts.quotes.scene import Cut, Said, Scene, Stretch
from newsfacts.quotes.stretches import is_name, trim_start, whole


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


def _stretch(scene: Scene, stretch: Stretch, cue: Cue | None, speaker: Speaker) -> Cut | None:
    """A clause or phrase as one quote: direct where it is all in marks, mixed where partly."""
    page = scene.page
    start, end = trim_start(scene, stretch.start, stretch.end), stretch.end
    if stretch.whole and whole(scene, start, end):
        return _direct(scene, page.opens[start], cue, speaker)
    while end > start and (page.norm(end - 1) in STOPS or page.word(end - 1).isspace()):
        end -= 1
    broken = False
    if start < end and page.norm(start) == '"' and start not in page.opens:
        start, broken = start + 1, True
    if start < end and page.norm(end - 1) == '"' and end - 1 not in page.closes:
        end, broken = end - 1, True
    if end - start < 1:
        return None
    inside = page.marks_in(start, end)
    style = "mixed" if any(not is_name(scene, marks) for marks in inside) else "indirect"
    if broken and stretch.whole:
        style = "direct"  # the other mark is missing
    starts, ends = page.reading.starts, page.reading.ends
    at = cue.start if cue else start
    found = Found(starts[start], ends[end - 1], _written(scene, cue), style, at)
    return Cut(found, speaker, tuple(marks.open for marks in inside), max(end, cue.end if cue else end))
