"""Words in marks, before and behind a cue."""

from newsfacts.quotes.ends import in_phrase
from newsfacts.quotes.page import Marks
from newsfacts.quotes.parts.part import Part
from newsfacts.quotes.quote_words import STOPS
from newsfacts.quotes.scene import Hit, Scene
from newsfacts.quotes.stretches import clause_is_taken, is_name, trim_start, whole
from newsfacts.quotes.verb_forms import ENDS, has_verb

# Farther than any words that may stand between marks and their verb.
_NEAR = 40
_BREAKS = frozenset({",", "-", ":", "."})


def marks_near(scene: Scene, at: int) -> bool:
    """Whether words in marks end not far before a token, or in what is still to be read before it."""
    marks = scene.page.marks_before(at)
    return marks is not None and marks.close >= min(scene.done, at - _NEAR)


def _closed_at(scene: Scene, at: int) -> Marks | None:
    """The pair of marks that closes right before a token and is no part of a quote yet."""
    marks = scene.page.closes.get(at - 1)
    return marks if marks and marks.open not in scene.used and marks.open >= scene.done else None


def _marks_after(scene: Scene, at: int) -> Hit:
    """A pair of marks that opens here, perhaps in the next paragraph."""
    marks = scene.page.opens.get(at)
    return (marks.close + 1, marks) if marks else None


def _marks_before(scene: Scene, at: int) -> Hit:
    """A pair of marks that closes here and is no part of a quote yet."""
    marks = _closed_at(scene, at)
    return (marks.open, marks) if marks else None


def _long_before(scene: Scene, at: int) -> Hit:
    """A pair of marks that closes here and is no part of a quote yet, of five words or more.

    Of fewer where a sign sets them off: `Στη φυλακή η Χ – «Είμαι αθώα» λέει`.
    """
    marks = _closed_at(scene, at)
    if marks is None:
        return None
    long = marks.close - marks.open > 5 or _is_clause_apart(scene, marks)
    return (marks.open, marks) if long or _set_off(scene, marks) else None


def _is_clause_apart(scene: Scene, marks: Marks) -> bool:
    """`Το έργο κλείνει, «δεν γίνεται αλλιώς» λέει η Χ`: three words or more, a verb among them."""
    apart = scene.page.norm(marks.open - 1) in _BREAKS and marks.close - marks.open > 3
    return apart and has_verb(scene, marks.open + 1, marks.close)


def _first_before(scene: Scene, at: int) -> Hit:
    """A pair of marks that closes here, before which nothing of the sentence is still to be read."""
    marks = _closed_at(scene, at)
    return (marks.open, marks) if marks and marks.open <= scene.done + 1 else None


def _set_off(scene: Scene, marks: Marks) -> bool:
    """Whether a dash stands before marks that are no name, and none behind: no insertion in a sentence."""
    page = scene.page
    dash = page.norm(marks.open - 1) == "-" and page.norm(marks.close + 1) != "-"
    return dash and marks.close - marks.open >= 3 and not is_name(scene, marks)


def _opening_before(scene: Scene, at: int) -> Hit:
    """A pair of marks that closes here, holds a clause and opens the sentence, or what a dash sets off."""
    marks = _closed_at(scene, at)
    if marks is None or not has_verb(scene, marks.open + 1, marks.close):
        return None
    return (marks.open, marks) if marks.open == scene.first or _set_off(scene, marks) else None


def _spoken_before(scene: Scene, at: int) -> Hit:
    """A pair of marks that closes here, is no part of a quote yet, follows no subject and is no title."""
    page, marks = scene.page, _closed_at(scene, at)
    if marks is None or is_name(scene, marks):
        return None
    # `Η ταινία «Q»` and `Η ταινία, «Q»,` name a thing
    apposed = marks.open > scene.first and page.norm(scene.first) in scene.words.subject
    return None if apposed or page.norm(marks.open - 1).isalnum() else (marks.open, marks)


def _lead(scene: Scene, at: int) -> Hit:
    """What is said before marks that end it: `C «Q», V ο S`; perhaps nothing."""
    marks = scene.page.opens.get(at)
    if marks is None:
        return None
    start = _lead_start(scene, marks)
    return None if start == marks.open > scene.first and in_phrase(scene, marks) else (start, start)


def _lead_start(scene: Scene, marks: Marks) -> int:
    """Where speech that ends with these marks starts: at them, or earlier in the sentence."""
    page, start = scene.page, trim_start(scene, scene.done, marks.open)
    while start < marks.open and page.norm(start) in scene.words.openers and page.norm(start + 1) == ",":
        start += 2
    before = page.norm(marks.open - 1)
    # a colon, or the dash of a headline, sets what is said apart from what stands before
    if before in (":", "-") or start >= marks.open or (before == "," and marks.open - start < 8):
        return marks.open
    if clause_is_taken(scene, start, marks.open):
        return marks.open
    if start == marks.open - 1 and before in scene.words.while_ | scene.words.and_:
        return marks.open  # `αλλά «Q», συμπλήρωσε`
    if before in STOPS and marks.close - marks.open > 8:
        return marks.open
    return start


def _further(scene: Scene, at: int) -> Hit:
    """A second pair of marks behind the speaker: `«Q1», V ο S, «Q2»`."""
    page, start = scene.page, at
    while page.norm(at) in scene.words.adverbs and at < scene.end:
        at += 1
    if page.norm(at) in _BREAKS:
        at += 1
    marks = page.opens.get(at) or _farther(scene, start)
    if not marks or at >= scene.end or marks.open in scene.used or is_name(scene, marks):
        return None
    return marks.close + 1, marks


def _joined(scene: Scene, at: int) -> Hit:
    """A second pair of marks joined to the first, `«A» και «B»`, `«A» – «B»`: speech, and nobody else's."""
    page = scene.page
    joined = page.norm(at) == "-" or page.norm(at) in scene.words.and_
    marks = page.opens.get(at + 1) if joined else None
    if marks is None or marks.open in scene.used or not has_verb(scene, marks.open + 1, marks.close):
        return None
    another = page.verb(marks.close + 1) or page.verb(marks.close + 2)
    return None if another else (marks.close + 1, marks)


def _farther(scene: Scene, at: int) -> Marks | None:
    """Marks that go on with a clause behind what is told of the speaker: `«Q1», V ο S, που …, «αλλά Q2»`.

    They follow a comma and begin with a small letter, as no title does; nobody else speaks before them.
    """
    page, words, limit = scene.page, scene.words, min(scene.end, at + _NEAR)
    for marks in page.marks_in(at, limit):
        told = [k for k in range(at, marks.open) if page.norm(k) not in words.speaking]
        if any(page.verb(k) or page.norm(k) in words.while_ for k in told) or page.verb(marks.close + 2):
            return None
        first = marks.open + 1
        goes_on = page.word(first)[:1].islower() and page.norm(first) not in words.relatives
        if goes_on and page.norm(first - 2) in (",", "-") and has_verb(scene, first, marks.close):
            return marks
        at = marks.close + 1
    return None


def _speech(scene: Scene, at: int) -> Hit:
    """The marks that come first after a verb, where they are right here and long enough, or hold a verb."""
    marks = scene.page.opens.get(at)
    if marks is None or at != scene.ahead.at:
        return None
    long = marks.close - marks.open > 4 or has_verb(scene, at + 1, marks.close)
    # `απάντησε «Όχι»`
    reply = marks.close - at == 2 and scene.page.norm(at + 1) in scene.words.replies
    return (marks.close + 1, marks) if long or (reply and at == scene.cue.end) else None


def _new_marks(scene: Scene, at: int) -> Hit:
    """A pair of marks of three words or more that is no part of a quote yet."""
    marks = scene.page.opens.get(at)
    if marks is None or marks.close - marks.open <= 3 or marks.open in scene.used:
        return None
    return marks.close + 1, marks


def _unclosed(scene: Scene, at: int) -> Hit:
    """Whether a mark stands here that has no partner."""
    page = scene.page
    return (at, None) if page.norm(at) == '"' and at not in page.opens and at < len(page.reading) else None


def _blanks(scene: Scene, at: int) -> Hit:
    """Line breaks, if there are any."""
    page = scene.page
    while at < len(page.reading) and page.word(at).isspace():
        at += 1
    return at, None


def _lettered(scene: Scene, at: int) -> Hit:
    """Whether a word begins here that is no English title: `το βιβλίο Robots: How Machines Rise`."""
    word = scene.page.word(at)
    if at >= scene.end or not word[:1].isalpha() or (word.isascii() and not has_verb(scene, at, scene.end)):
        return None
    return at, None


def _emphasis(scene: Scene, at: int) -> Hit:
    """Whether the sentence goes on behind one word or two in marks: `X: «Εκτίναξη» εσόδων`."""
    marks = scene.marks
    assert marks is not None
    short = marks.close - marks.open <= 3 and at < scene.end
    return (at, None) if short and scene.page.word(at)[:1].isalpha() else None


def _sentence(scene: Scene, at: int) -> Hit:
    """Whether the marks are the whole sentence, and no heading: they hold a verb, or a stop ends it."""
    page, marks = scene.page, scene.marks
    assert marks is not None
    stopped = page.norm(marks.close - 1) in ENDS or page.norm(marks.close + 1) in ENDS
    said = stopped or has_verb(scene, marks.open + 1, marks.close)
    alone = marks.open == scene.first and whole(scene, scene.first, scene.end)
    return (at, None) if alone and said else None


def _many_words(scene: Scene, at: int) -> Hit:
    """Whether the marks hold eight words or more."""
    marks = scene.marks
    assert marks is not None
    return (at, None) if marks.close - marks.open > 8 else None


def _two_words(scene: Scene, at: int) -> Hit:
    """Whether the marks hold two words or more."""
    marks = scene.marks
    assert marks is not None
    return (at, None) if marks.close - marks.open >= 3 else None


PARTS = {
    "marks": Part(_marks_after, _marks_before, marks=True, gives=Marks),
    "long_marks": Part(before=_long_before, marks=True, gives=Marks),
    "first_marks": Part(before=_first_before, marks=True, gives=Marks),
    "opening_marks": Part(before=_opening_before, marks=True, gives=Marks),
    "spoken_marks": Part(before=_spoken_before, marks=True, gives=Marks),
    "lead": Part(before=_lead, gives=int),
    "further": Part(_further, gives=Marks),
    "joined_marks": Part(_joined, gives=Marks),
    "speech": Part(_speech, gives=Marks),
    "new_marks": Part(_new_marks, gives=Marks),
    "unclosed": Part(_unclosed),
    "blanks": Part(_blanks),
    "lettered": Part(_lettered),
    "emphasis": Part(_emphasis, beside=("marks",)),
    "sentence": Part(_sentence, beside=("marks",)),
    "many_words": Part(_many_words, beside=("marks",)),
    "two_words": Part(_two_words, beside=("marks",)),
}
