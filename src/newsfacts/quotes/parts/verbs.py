"""What follows a verb of saying: how far it is to what it says, and whether it says anything at all."""

from bisect import bisect_left

from newsfacts.quotes.attributions import retold
from newsfacts.quotes.candidates import after_preposition
from newsfacts.quotes.cues import Cue
from newsfacts.quotes.page import Marks
from newsfacts.quotes.parts.part import Part
from newsfacts.quotes.scene import Ahead, Hit, Scene
from newsfacts.quotes.stretches import is_name
from newsfacts.quotes.verb_forms import gerund_at, has_verb, is_time

FAR = 18
"""No verb looks farther ahead."""
_CUES_AHEAD, _NEAR, _LONGEST_LABEL = 4, 6, 10


def ahead_of(scene: Scene, cue: Cue, limit: int) -> Ahead:
    """What comes first after a verb: a conjunction, a colon or an opening mark; `limit` is the next verb."""
    page, words = scene.page, scene.words
    token, first_marks = cue.end, -1
    nearest, far = min(scene.end, limit), cue.end + FAR
    while token < (limit := min(nearest, far)):
        norm = page.norm(token)
        if (title := title_at(scene, token)) is not None:
            token, far = title, title + FAR
            continue
        if token in page.opens:
            if first_marks >= 0 or page.opens[token].close - token > 5:
                break
            first_marks = token
            token = page.opens[token].close + 1
            continue
        if norm in words.that and page.word(token) not in words.not_that and not _typed_apart(scene, token):
            if first_marks >= 0 and "clause" not in cue.says.frames:
                break  # `περιέγραψε τη βλάβη ως «Q» και ότι C`, `έκανε λόγο για «Q», σχολιάζοντας ότι C`
            return Ahead("none" if _anothers(scene, cue, token) else "that", token)
        if norm == ":":
            return Ahead("none" if _labels(scene, cue, token) else "colon", token)
        if norm in words.relatives and page.norm(token - 1) == "," and token > cue.end:
            said = page.opens.get(first_marks)
            if said is not None and said.close == token - 2:
                break  # `κάνει λόγο για «Q», που …`
            return Ahead("none", token)  # `ανακοίνωσε ο Χ, που σημαίνει ότι …`
        object_ = cue.says.addressed and relative_in(scene, cue.end, token)
        if norm in words.impersonal or (norm in words.modal and first_marks < 0 and not object_):
            return Ahead("none", token)
        token += 1
    if first_marks >= 0:
        return Ahead("marks", first_marks)
    return Ahead("marks" if token in page.opens and token < limit else "none", token)


def _typed_apart(scene: Scene, token: int) -> bool:
    """`ήσυχες σε ότι αφορά τις τιμές`: whether a preposition before it makes it `ό,τι`, no conjunction."""
    page, words = scene.page, scene.words
    return page.norm(token - 1) in words.inside - words.articles or page.norm(token - 1) in words.about


def _labels(scene: Scene, cue: Cue, colon: int) -> bool:
    """`Ξεκίνησαν τα έργα – Άννα Ρήγα: «Q»`: whether who is set off by a dash, and no verb, has the colon."""
    page, places = scene.page, range(colon - 1, max(cue.end, colon - _LONGEST_LABEL) - 1, -1)
    dash = next((k for k in places if page.norm(k) == "-"), None)
    return dash is not None and all(page.is_capital(k) for k in range(dash + 1, colon))


def relative_in(scene: Scene, start: int, end: int) -> bool:
    """`απείλησε τις χώρες που θα … ότι`: whether a relative clause without a comma before it has begun."""
    page, relatives = scene.page, scene.words.relatives
    return any(page.norm(k) in relatives for k in range(start + 1, end))


def title_at(scene: Scene, token: int) -> int | None:
    """`(ημερίδα με) θέμα: «…»`: where the title of an event ends that is named at a token.

    None in `δήλωσε για το θέμα: «Q»`.
    """
    page, words = scene.page, scene.words
    if page.norm(token) not in words.called:
        return None
    if page.norm(token - 1) in words.articles and page.norm(token - 2) in words.prepositions - words.with_:
        return None
    marks = page.opens.get(token + 1 + (page.norm(token + 1) == ":"))
    return marks.close + 1 if marks else None


def _anothers(scene: Scene, cue: Cue, that: int) -> bool:
    """Whether a that-clause belongs to a noun or to a passive verb between it and the cue."""
    page, words = scene.page, scene.words
    before = page.norm(that - 1)
    passive = that - 1 > cue.end and before.endswith(words.passive_endings)
    evident = that - 2 > cue.end and page.norm(that - 2) in words.copulas
    passive = passive and page.word(that - 1).islower()
    owned = _owned(scene, cue, that) or _accused(scene, cue, that)
    fact = before in words.facts and that > cue.end  # the cue `τόνισε το γεγονός` has it itself
    return fact or evident or passive or owned or _in_gerund_clause(scene, cue, that)


def _in_gerund_clause(scene: Scene, cue: Cue, that: int) -> bool:
    """`C, δήλωσε ο Χ, ενισχύοντας την άποψη ότι …`: whether a gerund has the clause."""
    page, places = scene.page, range(that - 2, max(cue.end, that - FAR) - 1, -1)
    comma = next((k for k in places if page.norm(k) == ","), None)
    if comma is None or page.norm(comma + 1) in scene.words.speaking:
        return False
    return gerund_at(scene, comma + 1) and page.norm(that - 1) != ","


def _accused(scene: Scene, cue: Cue, that: int) -> bool:
    """`απάντησε στην κατηγορία ότι C`, `έκανε ένσταση μετά από καταγγελίες ότι C`: whether others say it.

    `εξέφρασε φόβους ότι C` and `δήλωσε μετά τις κατηγορίες ότι C` are the subject's own.
    """
    page, words = scene.page, scene.words
    near = range(that - 1, max(cue.end, that - _NEAR) - 1, -1)
    noun = next((k for k in near if page.norm(k) in words.accusations), 0)
    if not noun or (noun < that - 1 and page.norm(noun + 1) not in words.genitive):
        return False
    if any(page.norm(k) in words.rebuts | words.replying for k in range(cue.start, cue.end)):
        return True
    passed = scene.subjects.skip(cue.end, that)
    led = next((k for k in range(noun - 1, passed, -1) if page.norm(k) not in words.articles), passed)
    return led > passed and page.norm(led) in words.prepositions | words.agent


def _owned(scene: Scene, cue: Cue, that: int) -> bool:
    """`Ο Χ σχολίασε την άποψη του Ψ ότι C`: whether a noun between says whose words they are, by name."""
    page, words, row = scene.page, scene.words, bisect_left(scene.starts, cue.end)
    nouns = [c for c in scene.cues[row : row + _CUES_AHEAD] if c.what == "noun" and c.end < that]
    if not nouns or page.norm(nouns[-1].end) not in words.of:
        return False
    accused = page.norm(nouns[-1].start) in words.accusations
    if not accused and after_preposition(page, nouns[-1].start - 1):
        return False  # `ανέφερε για τη δήλωση του Ψ ότι ήταν λάθος`
    owner = scene.subjects.at(nouns[-1].end, that)
    kinds = ("person", "organization") if accused else ("person",)
    return owner is not None and owner.kind in kinds and owner.name is not None and owner.end == that


def _are_object(scene: Scene) -> bool:
    """Whether the marks ahead can be what is said, and not a name on the way."""
    at = scene.ahead.at
    return scene.ahead.what == "marks" and (not is_name(scene, scene.page.opens[at]) or at == scene.cue.end)


def _gap(scene: Scene, at: int) -> Hit:
    """Everything up to the conjunction or colon that comes first."""
    return (scene.ahead.at, None) if scene.ahead.what in ("that", "colon") else None


def _passed(scene: Scene, at: int) -> Hit:
    """The subject and adverbs right behind a verb whose words are in marks."""
    if not _are_object(scene):
        return None
    behind = scene.subjects.skip(scene.cue.end, scene.ahead.at)
    return (scene.ahead.at if _to_whom(scene, behind) else behind), None


def _to_whom(scene: Scene, at: int) -> bool:
    """`είπε προς τον Χ, «Q»`: whether only to whom or where stands here, and a comma, before a clause."""
    page, marks = scene.page, scene.page.opens.get(scene.ahead.at)
    if marks is None or page.norm(marks.open - 1) != "," or page.norm(at) not in scene.words.prepositions:
        return False
    return has_verb(scene, marks.open + 1, marks.close) and not has_verb(scene, at, marks.open)


def _object_marks(scene: Scene, at: int) -> Hit:
    """Words in marks that are the object right behind a verb: `χαρακτήρισε ως «Q»`, `έκανε λόγο για «Q»`."""
    page, about = scene.page, scene.cue.says.about
    led = page.norm(at) in (about or scene.words.rendered)
    marks = page.opens.get(at + led)
    if marks is None or (about and not led) or not _are_object(scene):
        return None
    return marks.close + 1, marks


def _said_ahead(scene: Scene, at: int) -> Hit:
    """Whether what a verb says follows it."""
    frames, what = scene.cue.says.frames, scene.ahead.what
    that = what == "that" and "clause" in frames
    colon = what == "colon" and ("colon" in frames or "quote" in frames)
    return (at, None) if that or colon or _are_object(scene) else None


def _said_next(scene: Scene, at: int) -> Hit:
    """Whether what a verb says follows at once, and marks before it do not: `«Q», για να πει: «Q»`."""
    page, words, cue = scene.page, scene.words, scene.cue
    while page.norm(at) in words.adverbs:
        at += 1
    colon = cue.start < cue.head and page.norm(at) == ":" and at + 1 in page.opens
    that = page.norm(at) in words.that and page.word(at) not in words.not_that
    return (at, None) if colon or that else None


def _takes_object(scene: Scene, at: int) -> Hit:
    """Whether the verb takes a noun phrase as its object."""
    return (at, None) if "object" in scene.cue.says.frames else None


def _interjected(scene: Scene, at: int) -> Hit:
    """Whether a verb and its subject stand between commas: `Σε Α και Β, λέει η Χ, C`."""
    page, words = scene.page, scene.words
    if page.norm(at) not in words.articles and page.norm(at) not in words.pronouns:
        return None
    mention = scene.subjects.at(at, scene.end)
    if mention is None or not mention.subject or mention.kind == "noun":
        return None
    return (at, None) if page.norm(mention.end) == "," and mention.end < scene.end - 3 else None


def _retold(scene: Scene, at: int) -> Hit:
    """Whether an organisation speaks of which a person tells in the end: `Η Χ εκτιμά ότι C, είπε ο Ψ`."""
    if not retold(scene):
        return None
    speaker = scene.subject_of(scene.ahead.at).speaker
    return (at, None) if speaker is not None and speaker.type == "organization" else None


def _object_behind(scene: Scene, at: int) -> Hit:
    """Whether the verb has an object and no subject behind it, in a sentence that no marks open.

    As in `Η Χ, γνωστή για το «Λιμάνι», επανέλαβε την πρόθεσή της`, not in `«Q», ενημέρωσε τους πολίτες.`
    """
    end, words = scene.cue.end, scene.words
    if (
        scene.page.norm(end) not in words.objects
        or is_time(scene, end + 1)
        or scene.first in scene.page.opens
    ):
        return None
    return None if scene.subjects.after(scene.cue, near=True) else (at, None)


PARTS = {
    "object_behind": Part(_object_behind, beside=("verb", "aside")),
    "gap": Part(_gap, ahead=frozenset({"that", "colon"})),
    "passed": Part(_passed, ahead=frozenset({"marks"})),
    "object_marks": Part(_object_marks, ahead=frozenset({"marks"}), gives=Marks),
    "said_ahead": Part(_said_ahead, beside=("verb", "aside")),
    "said_next": Part(_said_next, beside=("verb", "aside")),
    "takes_object": Part(_takes_object, beside=("verb", "aside")),
    "retold": Part(_retold, beside=("verb",)),
    "interjected": Part(_interjected, beside=("verb", "aside")),
}
