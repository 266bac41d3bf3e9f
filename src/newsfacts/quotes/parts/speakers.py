"""Who says it: the subject of a verb, before it, in between, behind it or in the sentences before."""

from bisect import bisect_left

from newsfacts.quotes.attributions import passes_on
from newsfacts.quotes.candidates import SPEAK, between
from newsfacts.quotes.cast import NOBODY, Speaker
from newsfacts.quotes.fronted import is_fronted, main_subject
from newsfacts.quotes.parts.part import Part
from newsfacts.quotes.scene import Hit, Named, Scene
from newsfacts.quotes.verb_forms import ENDS, gerund_at, has_verb, is_time, only_tail, past_at, verb_at
from newsfacts.quotes.with_speaker import with_speaker

_LONGEST_NAMING = 16
_NEXT = 3
_VERBS = ("verb", "aside")


def _subject_before(scene: Scene, at: int) -> Hit:
    """The subject of a verb whose words follow, wherever it is named; without one where it is a thing."""
    cue = scene.cue
    mention = with_speaker(scene, scene.first, cue.start) if cue.with_speaker else None
    if mention is not None:
        subjects = scene.subjects
        return at, Named(subjects.joined(mention)[0] if cue.plural else subjects.resolve(mention), cue.end)
    named = scene.subject_of(at)
    if acting := _acting(scene, named):
        return at, acting
    if not _named_within(scene, named.speaker, at) and is_fronted(scene):
        named = main_subject(scene, at, scene.end) or named
    return at, named


def _acting(scene: Scene, named: Named) -> Named | None:
    """`Σύμφωνα με το Ζ, ο Χ έφυγε λέγοντας ότι`: who acts in what another tells of him, and then speaks.

    With a gerund only where a medium tells it; a verb joined by `and` is of a person in the past else.
    """
    page, cue, words = scene.page, scene.cue, scene.words
    if scene.previous is None or scene.previous[0] != scene.end or named.speaker is not scene.speaker:
        return None
    told = scene.previous[1][0]
    start, end = page.token(told.start), page.token(told.end)
    at = bisect_left(scene.starts, told.at)
    source = scene.cues[at] if scene.starts[at : at + 1] == (told.at,) else cue
    outside = (source.aside or source.what == "phrase") and source.start < start
    adds = any(page.norm(k) in words.adding for k in range(end, cue.end))
    if not outside or cue.start - end > _NEXT or adds:
        return None
    actor, medium = scene.subjects.actor(cue.start, start), passes_on(scene, source, None)
    if gerund_at(scene, cue.head if cue.head >= 0 else cue.start):
        fits = medium
    else:
        past = any(past_at(scene, k) for k in range(start, end))
        person = actor is not None and actor.kind in ("person", "nameless") and past
        fits = page.norm(end) in words.and_ and (medium or person)
    return Named(scene.subjects.resolve(actor), cue.end) if actor is not None and fits else None


def _named_within(scene: Scene, speaker: Speaker | None, end: int) -> bool:
    """Whether a speaker is named in the sentence before a token."""
    start = speaker.start if speaker else None
    return start is not None and scene.first <= scene.page.token(start) < end


def _subject_after(scene: Scene, at: int) -> Hit:
    """The subject of a verb whose words stand before it: behind it if it is named there, else before it."""
    found = _after(scene) or _after_tail(scene)
    named = found or scene.subject_of(at)
    return named.stop, named


def _near_subject(scene: Scene, at: int) -> Hit:
    """The subject right behind a verb in an aside, else the subject that it has before it."""
    cue = scene.cue
    inside = scene.subjects.at(cue.start + 1, cue.head) if cue.head - cue.start > 2 else None
    if inside is not None and inside.subject and inside.kind in (*SPEAK, "same"):
        return at, Named(scene.subjects.resolve(inside), at)  # `όπως ο ίδιος είπε`
    found = scene.subjects.after(scene.cue, near=True)
    if found and _begins_clause(scene, *found):
        found = None
    elif not found and _is_of_thing(scene):
        return at, Named(NOBODY, at)
    named = Named(*found) if found else _after_tail(scene) or scene.subject_of(at)
    return (named.stop, named) if named.speaker else None


def _is_of_thing(scene: Scene) -> bool:
    """`όπως γράφει το πρόγραμμα, C`: whether a thing is all that stands behind a verb, up to its comma."""
    page, words, noun = scene.page, scene.words, scene.cue.end + 1
    if page.norm(noun - 1) not in words.neuter & words.subject or not page.word(noun).islower():
        return False
    comma = next((k for k in range(noun + 1, noun + 4) if page.norm(k) == ","), noun)
    return comma > noun and not has_verb(scene, noun, comma) and not is_time(scene, noun)


def _begins_clause(scene: Scene, speaker: Speaker, stop: int) -> bool:
    """`Όπως τόνισε η Ελλάδα μπορεί …`: whether a thing or a place with its own verb follows an aside."""
    page = scene.page
    start = stop if speaker.start is None else page.token(speaker.start)
    named = speaker.name or any(page.role(k) for k in range(start, stop))
    return not named and (page.norm(stop) in scene.words.verbal or verb_at(scene, stop))


def _named_near(scene: Scene, at: int) -> Hit:
    """The subject right behind a verb, or behind a comma at the end, and nobody else."""
    cue, page = scene.cue, scene.page
    if cue.statement and page.norm(cue.end) in scene.words.subject and page.verb(cue.end - 1) is None:
        return None  # `Σύμφωνα με την ίδια ανακοίνωση η εταιρεία …`
    if cue.statement and scene.subjects.tells_maker(cue.end):
        maker = scene.subjects.of_statement(cue.end)
        return (maker.end, Named(scene.subjects.resolve(maker), maker.end)) if maker else None
    found = scene.subjects.after(scene.cue, near=True)
    named = Named(*found) if found else _after_tail(scene)
    return (named.stop, named) if named else None


def _named_last(scene: Scene, at: int) -> Hit:
    """The subject right behind a verb, where nothing but how and where it is said follows.

    That is the end of the sentence, a comma, a preposition, a gerund or a further verb of saying:
    `C δήλωσε ο Χ απαντώντας στο Ζ`, `C δήλωσε ο Χ και πρόσθεσε ότι D`.
    """
    hit = _named_near(scene, at)
    if hit is None or not (hit[1].speaker.name or hit[1].speaker.role):
        return None
    page, words = scene.page, scene.words
    stop, norm = hit[0], page.norm(hit[0])
    ends = stop >= scene.end or norm in ENDS or norm == ","
    ends = ends or norm in words.prepositions or norm in words.speaking or gerund_at(scene, stop)
    return hit if ends or (norm in words.and_ and page.verb(stop + 1)) else None


def _named_after(scene: Scene, at: int) -> Hit:
    """The subject behind a verb, and nobody else."""
    found = _after(scene)
    return (found.stop, found) if found else None


def _after(scene: Scene) -> Named | None:
    found = scene.subjects.after(scene.cue)
    return Named(*found) if found else None


def _after_tail(scene: Scene) -> Named | None:
    """`γράφει σε μήνυμά της στο Χ, η Ψ.`: who is named behind a comma, at the end of the sentence."""
    page, cue = scene.page, scene.cue
    for comma in range(cue.end + 1, min(cue.end + 16, scene.end)):
        if page.norm(comma) != "," or page.norm(comma + 1) not in scene.words.subject:
            continue
        mention = scene.subjects.at(comma + 1, scene.end)
        ends = mention is not None and (mention.end >= scene.end or page.norm(mention.end) in ENDS)
        ends = ends or (mention is not None and mention.kind == "person" and page.norm(mention.end) == ",")
        if mention is None or not mention.subject or not ends or mention.kind == "noun":
            return None
        return Named(scene.subjects.resolve(mention), mention.end)
    return None


def _closing_subject(scene: Scene, at: int) -> Hit:
    """Whose words a clause before its verb is: the subject behind it, else, at the end, who spoke last."""
    page, words = scene.page, scene.words
    if page.norm(scene.cue.end) in words.objects and not is_time(scene, scene.cue.end + 1):
        return None  # `…, υπογραμμίζει την ανάγκη`
    found = scene.subjects.after(scene.cue, near=True)
    named = Named(*found) if found else _after_tail(scene)
    if named is not None:
        object_ = page.norm(named.stop) in words.articles_not_of and not is_time(scene, named.stop + 1)
        return None if object_ else (named.stop, named)
    passive = page.norm(scene.cue.start).endswith(words.passive_endings)
    if (passive and page.norm(scene.cue.end) in words.agent) or not only_tail(scene, at):
        return None  # `…, δικαιολογήθηκε από τους ειδικούς`
    last = scene.speaker or scene.subjects.remembered(scene.cue.start)
    if last is None:
        return None if scene.cue.says.named else (at, Named(NOBODY, at, named=False))
    return at, Named(last, at, named=False)


def _speaker_after(scene: Scene, at: int) -> Hit:
    """Somebody who is named right here."""
    mention = scene.subjects.at(at, min(at + _LONGEST_NAMING, scene.end))
    if mention is None or mention.kind not in SPEAK:
        return None
    return mention.end, Named(scene.subjects.resolve(mention), mention.end)


def _subject_here(scene: Scene, at: int) -> Hit:
    """Somebody who is named right here, in the nominative."""
    hit = _speaker_after(scene, at)
    mention = scene.subjects.at(at, scene.end) if hit else None
    return hit if mention and mention.subject and mention.gender != "n" else None


def _speaker_before(scene: Scene, at: int) -> Hit:
    """Somebody the naming of whom ends right here."""
    start = max(scene.first, scene.done, at - _LONGEST_NAMING)
    for mention in reversed(between(scene.subjects.cast, start, at)):
        if mention.end == at and mention.kind in SPEAK:
            return mention.start, Named(scene.subjects.resolve(mention), at)
    return None


PARTS = {
    "subject": Part(_subject_after, _subject_before, late=True, gives=Named, beside=_VERBS),
    "near_subject": Part(_near_subject, gives=Named, beside=_VERBS),
    "named_near": Part(_named_near, gives=Named),
    "named_last": Part(_named_last, gives=Named),
    "named_after": Part(_named_after, gives=Named),
    "closing_subject": Part(_closing_subject, gives=Named, beside=_VERBS),
    "subject_here": Part(_subject_here, gives=Named),
    "speaker": Part(_speaker_after, _speaker_before, gives=Named),
}
