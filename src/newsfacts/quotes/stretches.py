"""Where clauses begin and end, and what stands in them: pure questions of a sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newsfacts.quotes.acts import next_act
from newsfacts.quotes.attributions import attributed_again
from newsfacts.quotes.ends import before_words
from newsfacts.quotes.page import Marks
from newsfacts.quotes.quote_words import STOPS
from newsfacts.quotes.scene import Scene, Stretch
from newsfacts.quotes.taking_over import takes_over
from newsfacts.quotes.verb_forms import has_verb

# Text without full stops stays linear: no clause holds more verbs of saying.
_CUES_AHEAD = 24


def clause_is_taken(scene: Scene, start: int, end: int) -> bool:
    """Whether a cue stands in a stretch."""
    return bisect_left(scene.starts, start) < bisect_left(scene.starts, end)


def after_dateline(scene: Scene) -> int:
    """Where free text starts: after a place in capitals and a dash (`STOCKHOLM – `), where one stands."""
    page, start = scene.page, max(scene.done, scene.first)
    if not page.word(start).isupper() or len(page.word(start)) < 3:
        return start
    for token in range(start + 1, min(start + 8, scene.end)):
        if page.norm(token) == "-" and not page.reading.glued(token):
            return token + 1
    return start


def whole(scene: Scene, start: int, end: int) -> bool:
    """Whether a stretch is one pair of marks and nothing else."""
    while end > start and scene.page.norm(end - 1) in STOPS:
        end -= 1
    marks = scene.page.opens.get(start)
    return marks is not None and marks.close >= end - 1  # speech may go on in the next paragraph


def joined_marks(scene: Scene, stretch: Stretch) -> Sequence[Marks | Stretch]:
    """`«A» και «B»`: the pairs of marks that a stretch is, each a clause; else the stretch itself."""
    page, pairs, at, end = scene.page, list[Marks](), stretch.start, stretch.end
    while end > at and page.norm(end - 1) in STOPS:
        end -= 1
    while at < end:
        marks = page.opens.get(at)
        if marks is None or not has_verb(scene, at + 1, marks.close):
            return [stretch]
        pairs.append(marks)
        at = marks.close + 1
        while at < end and page.norm(at) in scene.words.and_or_comma:
            at += 1
    return pairs if len(pairs) > 1 else [stretch]


def trim_start(scene: Scene, start: int, end: int) -> int:
    """Past signs and blanks at the head of a stretch."""
    page = scene.page
    while start < end and (page.norm(start) in STOPS or page.word(start).isspace()):
        start += 1
    return start


def is_name(scene: Scene, marks: Marks) -> bool:
    """Whether what stands in marks looks like a title or a name."""
    page = scene.page
    words = [k for k in range(marks.open + 1, marks.close) if page.word(k)[:1].isalpha()]
    long = [k for k in words if len(page.word(k)) > 3]
    return len(words) <= 5 and all(page.is_capital(k) for k in long)


def clause_end(scene: Scene, start: int) -> int:
    """Where a clause ends: with its sentence, or where another verb of saying takes over."""
    page, end = scene.page, scene.end
    first = bisect_right(scene.starts, start)
    for row, cue in enumerate(scene.cues[first : first + _CUES_AHEAD], first):
        if (around := page.marks_around(cue.start)) and around.open >= start:
            continue
        cut = takes_over(scene, cue, row, start)
        if cut is None:
            cut = attributed_again(scene, cue)
        if cut is not None and cut >= start:
            end = cut
            break
    return next_act(scene, start, before_words(scene, start, end))


def joins(scene: Scene, token: int) -> bool:
    """Whether a word before a comma belongs to the clause that the aside after it interrupts."""
    page, words = scene.page, scene.words
    return page.norm(token) in words.joints and token >= scene.first


def next_comma(scene: Scene, start: int, end: int) -> int:
    """The first comma outside of marks between two tokens, else the end."""
    page = scene.page
    return next((k for k in range(start, end) if page.norm(k) == "," and not page.marks_around(k)), end)


def after_comma(scene: Scene, token: int) -> int:
    """Past the next comma outside of marks: `…, το οποίο επικαλείται πηγές, C`."""
    page, start = scene.page, token
    while token < scene.end and page.norm(token) != ",":
        token = page.opens[token].close + 1 if token in page.opens else token + 1
    return token + 1 if token + 1 < scene.end else start
