"""Clauses and noun phrases, before and behind a cue."""

from newsfacts.quotes.attributions import after_attribution
from newsfacts.quotes.candidates import after_preposition, bare_subject, between
from newsfacts.quotes.ends import whole_end
from newsfacts.quotes.fronted import in_relative, is_fronted, main_clause
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.objects import object_end
from newsfacts.quotes.page import Marks
from newsfacts.quotes.parts.lists import past_lines
from newsfacts.quotes.parts.part import Part
from newsfacts.quotes.quote_words import STOPS
from newsfacts.quotes.scene import Hit, Named, Scene, Stretch
from newsfacts.quotes.stretches import (
    after_dateline,
    clause_end,
    clause_is_taken,
    is_name,
    trim_start,
    whole,
)
from newsfacts.quotes.verb_forms import gerund_at, has_verb, is_time, verb_at

# Text without full stops stays linear: no clause before its verb is longer.
_LONGEST = 200
_FAR, _NEAR, _LEAD = 18, 8, 4


def _clause_after(scene: Scene, at: int) -> Hit:
    """What is said from here to the end of the clause."""
    end = whole_end(scene, at, clause_end(scene, at))
    led = scene.page.norm(scene.cue.start - 1) in scene.words.subordinators
    if led or is_fronted(scene) or in_relative(scene):
        end = main_clause(scene, at, end)  # `αφού σημειώνει ότι C, καλεί …`
    end = past_lines(scene.page, end)
    return end, Stretch(at, end)


def _clause_start(scene: Scene, at: int) -> Hit:
    """Where a clause begins; its end is looked for only if somebody says it."""
    return at, at


def _clause_before(scene: Scene, at: int) -> Hit:
    """What is said up to here: past a dateline and words that only lead in."""
    page = scene.page
    start = trim_start(scene, after_attribution(scene, after_dateline(scene), at), at)
    while start < at - 2 and page.norm(start) in scene.words.adverbs and page.norm(start + 1) == ",":
        start += 2
    return (start, Stretch(start, at)) if start < at <= start + _LONGEST else None


def _clause_in_marks(scene: Scene, at: int) -> Hit:
    """What is said up to here, where it begins in marks that hold a verb: `«Q» στην Αθήνα, συνέχισε ο Χ`."""
    hit = _clause_before(scene, at)
    marks = scene.page.opens.get(hit[0]) if hit else None
    if hit is None or marks is None or marks.open in scene.used or marks.close >= at - 1:
        return None
    return hit if has_verb(scene, marks.open + 1, marks.close) else None


def _plain_clause(scene: Scene, at: int) -> Hit:
    """A main clause right up to its verb of saying, without a comma: no other clause stands in it."""
    hit = _clause_before(scene, at)
    if hit is None:
        return None
    page, words, start = scene.page, scene.words, hit[0]
    last = next((k + 1 for k in range(at - 1, start, -1) if page.norm(k) == ","), start)
    within = any(page.norm(k) in words.inner | words.linking for k in range(last, last + (last > start)))
    within = within or _opens_within(scene, last, at)
    joined = any(page.norm(k) in words.linking for k in range(at - 3, at))
    thing = page.norm(start) in words.objects and not is_time(scene, start + 1)
    fits = (
        start == scene.first
        and not thing
        and not within
        and not joined
        and not any(start <= c.start < at and c.what != "noun" and c.says != "documents" for c in scene.cues)
    )
    return hit if fits and page.norm(at - 1) not in words.pointing and has_verb(scene, last, at) else None


def _opens_within(scene: Scene, start: int, end: int) -> bool:
    """Whether a clause within another has no verb of its own, or leaves none to the other.

    `Το δίκτυο θα αντέξει όταν θα έρθει η ζέστη δήλωσε η Χ` is a whole sentence before its verb of saying.
    """
    page, words = scene.page, scene.words
    inner = [k for k in range(start, end) if page.norm(k) in words.inner]
    if not inner:
        return False
    whole = all(page.norm(k) in words.subordinators for k in inner)
    return not (whole and has_verb(scene, start, inner[0]) and has_verb(scene, inner[-1] + 1, end - 1))


def _rest(scene: Scene, at: int) -> Hit:
    """Behind a comma a clause that may go on with what is said; empty where it can be no such clause.

    No relative clause, and none that begins with `while`.
    """
    page, words = scene.page, scene.words
    if page.norm(at) != ",":
        return None
    start = at + 1
    article = page.norm(start) in words.articles
    if page.norm(start + article) in words.relatives or page.norm(start) in words.while_:
        return None
    end = clause_end(scene, start)
    attributes = page.norm(start) in words.as_ or page.form(start, "quote.phrase")
    acts = page.norm(start) in words.and_ and verb_at(scene, start + 1)  # `C, λέει η Χ, και ζητά μέτρα`
    # `Δυστυχώς, λέει η Χ, στα νησιά οι τιμές ανέβηκαν`: one word before it is no clause
    alone = scene.cue.start - scene.first <= _LEAD and not has_verb(scene, scene.first, scene.cue.start)
    clause = has_verb(scene, start, end) and (alone or page.norm(start) not in words.prepositions)
    if attributes or acts or not clause or gerund_at(scene, start) or page.norm(start) in words.speaking:
        end = start
    return end, Stretch(start, end)


def _late_subject(scene: Scene, at: int) -> Hit:
    """The subject of the verb behind its clause: `Στο 5% εκτιμά ότι θα φτάσει η ανάπτυξη ο Χ Ψ`."""
    page, that, stop = scene.page, scene.ahead.at, at
    while page.norm(stop - 1) in STOPS:
        stop -= 1
    mention = _named_last(scene, that, stop)
    return (at, Named(scene.subjects.resolve(mention), stop, start=mention.start)) if mention else None


def _fronted(scene: Scene, at: int) -> Hit:
    """Whether the sentence opens with something else than its subject: `Στο 5% εκτιμά ότι …`."""
    return (at, None) if scene.page.norm(scene.first) in scene.words.fronting else None


def _named_last(scene: Scene, that: int, stop: int) -> Mention | None:
    page, words = scene.page, scene.words
    lasts = range(stop - 2, max(that + 2, stop - 16), -1)
    subjects = [k for k in lasts if page.norm(k) in words.subject and not page.is_or(k)]
    head = scene.cue.start
    near = between(scene.subjects.cast, max(scene.first, head - _FAR), head)
    own = (m.kind != "noun" and (m.subject or bare_subject(page, m, scene.first)) for m in near)
    if not subjects or any(own):
        return None
    for start in subjects:
        if page.norm(start) in words.neuter and after_preposition(page, start):
            continue
        if clause_is_taken(scene, that, start):
            return None  # `C, αναφέρει σε ανακοίνωσή του το Χ`: the subject of another verb of saying
        mention = scene.subjects.at(start, stop)
        firm = mention is not None and mention.kind == "organization" and has_verb(scene, that, start)
        if mention and (mention.kind == "person" or firm) and mention.end == stop:
            return mention
    return None


def _object_after(scene: Scene, at: int) -> Hit:
    """A noun phrase that holds the marks ahead, without the word for what it is about: `μίλησε για «…»`."""
    page, cue, token = scene.page, scene.cue, scene.ahead.at
    marks = page.opens.get(token)
    if marks is None or page.norm(cue.start - 1) in scene.words.asking - scene.words.relatives:
        return None  # `Τι είπε ο Χ για τα «κόκκινα» δάνεια`
    if cue.says.about:
        about = _past_addressee(scene, at, token)
        if page.norm(about) not in cue.says.about:
            return None
        told, at = about > at, about + 1
        if told and token - at > (page.norm(at) in scene.words.articles):
            return None  # `κατηγόρησε τη Χ για τη διαφήμιση «Q»`
    elif page.norm(at) in scene.words.of and at != token:
        return None
    elif page.norm(at) in scene.words.rendered and at + 1 == token:
        return marks.close + 1, Stretch(token, marks.close + 1)  # `χαρακτήρισε ως «Q» το Χ`
    end = object_end(scene, marks.close + 1)
    called = page.norm(token - 1) in scene.words.rendered and "clause" not in cue.says.frames
    if called and all(page.norm(k) in STOPS for k in range(marks.close + 1, end)):
        return end, Stretch(token, end)  # `χαρακτήρισε την απόφαση ως «Q»`: only the words in marks
    return end, Stretch(at, end, whole(scene, at, end))


def _past_addressee(scene: Scene, at: int, marks: int) -> int:
    """`κατηγόρησε τη Χ για «Q»`: past whom a verb is addressed to, a few words without a verb or a sign."""
    page, says = scene.page, scene.cue.says
    if not says.addressed or page.norm(at) not in scene.words.other:
        return at
    about = next((k for k in range(at, min(at + _NEAR, marks)) if page.norm(k) in says.about), at)
    signs = any(not page.word(k).isalpha() for k in range(at, about))
    return at if signs or has_verb(scene, at, about) else about


def _object_before(scene: Scene, at: int) -> Hit:
    """A noun phrase that holds marks and opens the sentence: `Για NP «…» έκανε λόγο ο S`."""
    page, cue, start = scene.page, scene.cue, scene.done
    while page.norm(start) in STOPS:
        start += 1
    if at - start > _LONGEST or clause_is_taken(scene, start, at):
        return None
    marks = [m for m in page.marks_in(start, at) if m.open not in scene.used]
    if not marks or (marks[0].open != start and all(is_name(scene, one) for one in marks)):
        return None  # `Στο πρόγραμμα «Χ» αναφέρθηκε ο Ψ`
    if cue.says.about:
        if page.norm(start) not in cue.says.about:
            return None
        start += 1
    start += page.norm(start) in scene.words.rendered and start + 1 == marks[0].open  # `Ως «Q» χαρακτήρισε`
    return start, _up_to(marks, start, at)


def _up_to(marks: list[Marks], start: int, end: int) -> Stretch:
    first = marks[0].open == start
    return Stretch(start, marks[-1].close + 1 if first else end, first)


PARTS = {
    "clause": Part(_clause_after, _clause_before, gives=Stretch),
    "clause_in_marks": Part(before=_clause_in_marks, marks=True, gives=Stretch),
    "plain_clause": Part(before=_plain_clause, gives=Stretch),
    "clause_start": Part(_clause_start, gives=int),
    "rest": Part(_rest, gives=Stretch),
    "fronted": Part(_fronted),
    "late_subject": Part(_late_subject, gives=Named, beside=("verb",)),
    "object": Part(_object_after, _object_before, marks=True, gives=Stretch, beside=("verb",)),
}
