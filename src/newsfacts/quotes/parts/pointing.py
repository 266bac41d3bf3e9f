"""Sentences that tell whose words in marks stand before them: `Έτσι απάντησε ο S`."""

from newsfacts.quotes.page import Marks
from newsfacts.quotes.parts.part import Part
from newsfacts.quotes.scene import Hit, Scene, Stretch
from newsfacts.quotes.stretches import whole
from newsfacts.quotes.verb_forms import has_verb

# Text without full stops stays linear.
_LONGEST, _FEW = 120, 3


def _marks_above(scene: Scene, at: int) -> Hit:
    """The pair of marks that ends the sentence before."""
    page = scene.page
    token = at - 1
    while token > 0 and (page.word(token).isspace() or not page.norm(token).strip(".…")):
        token -= 1
    marks = page.closes.get(token)
    if marks is None or marks.open in scene.used:
        return None
    # a word in marks at the end of a sentence is no speech: `… φόβος για το «καινούριο». Αυτά είπε ο Χ`
    alone = page.sentence(marks.open)[0] == marks.open or has_verb(scene, marks.open + 1, marks.close)
    return (marks.open, marks) if alone or marks.close - marks.open > _FEW else None


def _sentence_above(scene: Scene, at: int) -> Hit:
    """The sentence before, if it has a verb, is not all in marks, and nothing in it is a quote yet."""
    page, end = scene.page, scene.first
    while end > 0 and page.word(end - 1).isspace():
        end -= 1
    start = page.sentence(end - 1)[0] if end else 0
    read = scene.previous is not None and scene.previous[0] >= end
    if page.marks_around(start):
        return None  # the marks began in a paragraph before
    if not 0 < end - start < _LONGEST or read or whole(scene, start, end) or not has_verb(scene, start, end):
        return None
    return at, Stretch(start, end)


def _pointing(scene: Scene, at: int) -> Hit:
    """The words that open a sentence and point at the one before: `Έτσι απάντησε ο S`, `Αυτό τόνισε ο S`."""
    page, words = scene.page, scene.words
    lead = range(scene.first, at)
    if not 0 < len(lead) < 4 or not any(page.norm(k) in words.pointing for k in lead):
        return None
    known = words.pointing | words.small | words.articles
    return (scene.first, None) if all(page.norm(k) in known for k in lead) else None


def _running_on(scene: Scene, at: int) -> Hit:
    """Whether the verb opens a line in a small letter: the line before is part of its sentence."""
    return (at, None) if at == scene.first and scene.page.word(at).islower() else None


def _pointed_at(scene: Scene, at: int) -> Hit:
    """Whether the next sentence tells whose words the marks hold: `Έτσι απάντησε ο S`, `δήλωσε ο S`."""
    page, words, token = scene.page, scene.words, at
    while token < len(page.reading) and not page.norm(token).strip(".… \n"):
        token += 1
    if page.verb(token) and page.word(token).islower():
        return at, None
    if page.norm(token) in words.with_:  # `Με αυτά τα λόγια ο S έκλεισε`
        return (at, None) if any(page.form(k, "quote.noun") for k in range(token, token + 6)) else None
    token += page.norm(token) in words.articles
    pointed = page.norm(token) in words.pointing and page.verb(token + 1) is not None
    return (at, None) if pointed else None


PARTS = {
    "marks_above": Part(before=_marks_above, marks=True, gives=Marks),
    "sentence_above": Part(before=_sentence_above, gives=Stretch),
    "running_on": Part(before=_running_on),
    "pointing_back": Part(before=_pointing),
    "pointed_at": Part(_pointed_at),
}
