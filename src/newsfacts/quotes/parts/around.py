"""What stands before and behind an attribution: `όπως V ο S, C`, `C, σύμφωνα με τον S`; the longer counts."""

from bisect import bisect_left
from typing import NamedTuple

from newsfacts.quotes.acts import does_next
from newsfacts.quotes.attributions import after_attribution, said_by_last
from newsfacts.quotes.beside import is_inner
from newsfacts.quotes.cues import Cue
from newsfacts.quotes.ends import whole_end
from newsfacts.quotes.parts.behind import is_relative, start_after
from newsfacts.quotes.parts.part import Part
from newsfacts.quotes.scene import Hit, Scene, Stretch
from newsfacts.quotes.some import share_before
from newsfacts.quotes.stretches import (
    after_comma,
    clause_end,
    joins,
    next_comma,
    trim_start,
    whole,
)
from newsfacts.quotes.taking_over import has_object, tells_by_itself
from newsfacts.quotes.unclosed import unclosed_end
from newsfacts.quotes.verb_forms import gerund_at, has_verb, verb_at

_CUES_AHEAD, _FAR = 6, 12
_ATTRIBUTIONS = ("verb", "aside", "phrase", "noun")


class Sides(NamedTuple):
    """What stands on either side of an attribution and may be said; None where nothing does."""

    before: Stretch | None = None
    behind: Stretch | None = None


def _before(scene: Scene, at: int) -> Hit:
    """What is said before an attribution, where that is the longer part."""
    before = _sides(scene, at).before
    return (at, before._replace(done=at)) if before else None


def _behind(scene: Scene, at: int) -> Hit:
    """What is said behind an attribution, where that is the longer part."""
    behind = _sides(scene, at).behind
    return (behind.end, behind) if behind else None


def _sides(scene: Scene, stop: int) -> Sides:
    """The longer of what stands before an attribution and behind it; both where both are all in marks."""
    page, cue = scene.page, scene.cue
    start, (behind, closed) = _start_before(scene), start_after(scene, stop)
    others = _said_first(scene, behind) and not _explains(scene, start, behind)
    if _interrupts(scene, stop) or others or _tails(scene, start, stop):
        return Sides()
    in_relative = _in_relative(scene)
    split = _subject_behind(scene, stop) or _verb_behind(scene, start, stop)
    if not closed and start < cue.start and not in_relative and not split:
        behind = scene.end
    behind = _led(scene, behind)
    end = whole_end(scene, behind, clause_end(scene, behind)) if behind < scene.end else behind
    if page.norm(behind) == '"' and behind not in page.opens and behind < scene.end:
        end = unclosed_end(scene, behind)
    if in_relative:
        start, end = cue.start, next_comma(scene, behind, end)
    apart = gerund_at(scene, behind) or is_relative(scene, behind) or does_next(scene, behind)
    if apart or _explains(scene, start, behind):
        end = behind
    both = whole(scene, start, cue.start) and whole(scene, behind, end)
    first, second = Stretch(start, cue.start - (page.norm(cue.start - 1) == "(")), Stretch(behind, end)
    if both:
        return Sides(first, second)
    longer = cue.start - start - (page.norm(cue.start - 1) in (",", "-")) >= end - behind
    longer = longer and not _only_leads(scene, start, behind, end)
    last = end - 1 - page.word(end - 1).isspace()
    leads = page.norm(stop) == ":" or (end > behind and page.norm(last) == ":" and end >= scene.end)
    if not longer and leads and not has_verb(scene, behind, end):
        return Sides()  # `Σύμφωνα με τη Χ: τιμές, διαθεσιμότητα`: a list; `… στη δήλωσή της:`, which follows
    return Sides(first, None) if longer else Sides(None, second)


def _only_leads(scene: Scene, start: int, behind: int, end: int) -> bool:
    """`Με τις τιμές στα ύψη, όπως είπε, κανείς δεν πουλά`: whether only what stands behind is a clause."""
    page, head = scene.page, scene.cue.start
    led = page.norm(start) in scene.words.prepositions | scene.words.with_
    told = has_verb(scene, start, head) or bool(page.marks_in(start, head))
    return led and not told and has_verb(scene, behind, end)


def _explains(scene: Scene, start: int, behind: int) -> bool:
    """`C, σύμφωνα με τη Χ, αφού …`: whether a clause behind an attribution depends on one before it."""
    head, joints = scene.cue.start, scene.words.because | scene.words.while_
    return start < head and scene.page.norm(behind) in joints and has_verb(scene, start, head)


def _led(scene: Scene, at: int) -> int:
    """Past what leads in: a conjunction, an adverb with a comma, another attribution."""
    page, words = scene.page, scene.words
    if at < scene.end and page.norm(at) in words.that:
        at += 1
    if page.norm(at) in words.adverbs and page.norm(at + 1) == ",":
        at += 2
    if not page.form(at, "quote.phrase"):
        return at
    after = after_comma(scene, at)  # `Όπως ανέφερε ο S, σύμφωνα με τη Χ, C`
    # `Σύμφωνα με τη Χ κατά τη σύσκεψη εξετάστηκαν μέτρα, …`: a time, behind which the clause goes on
    return at if page.norm(at) in words.meanwhile and has_verb(scene, at, after) else after


def _tails(scene: Scene, start: int, stop: int) -> bool:
    """`«Q» είπε ο S στην ακρόαση σύμφωνα με το Z`: what is left of a sentence that is read already."""
    page, cue = scene.page, scene.cue
    tail = scene.first < scene.done < cue.start
    tail = tail and (page.norm(cue.start - 1) != "," or not has_verb(scene, start, cue.start))
    return tail and stop >= scene.end - 1 and page.norm(start) in scene.words.prepositions


def _subject_behind(scene: Scene, stop: int) -> bool:
    """`Στο 2% θα φτάσει σύμφωνα με τη Χ ο ρυθμός …`: the verb before a phrase, its subject behind."""
    head = scene.cue.start
    return scene.page.norm(stop) in scene.words.subject and has_verb(scene, head - 1, head)


def _verb_behind(scene: Scene, start: int, stop: int) -> bool:
    """`Η άλλη όψη σύμφωνα με τον ίδιο είναι ο όγκος`: the subject before a phrase, its verb behind."""
    verb = scene.page.norm(stop) in scene.words.verbal or verb_at(scene, stop)
    return verb and not has_verb(scene, start, scene.cue.start)


def _interrupts(scene: Scene, stop: int) -> bool:
    """`καθυστερήσεις που προκαλεί, όπως είπε, ο νόμος`: a few words of the author's own sentence."""
    page, cue = scene.page, scene.cue
    pronoun = any(page.norm(k) in scene.words.relatives for k in range(cue.start - 4, cue.start - 2))
    return cue.aside and page.norm(cue.start - 1) == "," and pronoun and page.norm(stop) == ","


def _start_before(scene: Scene) -> int:
    """Where the clause before an aside starts; at the aside where none is before it."""
    page, words, head = scene.page, scene.words, scene.cue.start
    before = head - 1
    if page.norm(before) == ":" or page.norm(before) in words.linking:
        return head
    if page.norm(before) in (",", "-") and page.norm(before - 1) in words.because:
        return head  # `…, καθώς –όπως είπε– C`
    if page.norm(before) in (",", "-", "("):
        opener = page.norm(before - 1) in words.openers or page.norm(before - 1) in words.adverbs
        # `…, και, όπως λέει ο S, C`; `Πάντως, όπως εξήγησε ο S, C`, though no full stop stands before it
        if joins(scene, before - 1) or (opener and page.is_capital(before - 1)):
            return head
    start = trim_start(scene, after_attribution(scene, scene.done, head), head)
    while start < head - 2 and page.norm(start) in words.adverbs and page.norm(start + 1) == ",":
        start += 2  # `Συγκεκριμένα, C, σύμφωνα με τον S`
    return start


def _in_relative(scene: Scene) -> bool:
    """`η Χ, που σύμφωνα με τον Ψ C, …`, `νησιά που, όπως είπε ο Ψ, C, …`."""
    before = scene.cue.start - 1
    before -= scene.page.norm(before) in (",", "-")
    return scene.page.norm(before) in scene.words.relatives


def _marks_follow(scene: Scene, cue: Cue, limit: int) -> bool:
    """Whether two words in marks or more stand behind a verb of a main clause, before the next one."""
    page = scene.page
    if page.norm(cue.start - 1) in scene.words.relatives:
        return False  # `η αγορά, που χαρακτήρισε «απλώς ώριμη», …`
    near = (page.opens.get(k) for k in range(cue.end, min(limit, cue.end + _FAR)))
    return any(marks is not None and marks.close - marks.open > 2 for marks in near)


def _said_first(scene: Scene, start: int) -> bool:
    """Whether a verb of saying with words of its own follows in this sentence."""
    page, words = scene.page, scene.words
    first = bisect_left(scene.starts, start)
    for row in range(first, min(first + _CUES_AHEAD, len(scene.cues))):
        cue = scene.cues[row]
        if page.norm(cue.start - 1) in words.linking and cue.plural == scene.cue.plural:
            continue  # `Όπως είπε ο S, C, ενώ πρόσθεσε ότι D`
        if is_inner(scene, start, cue) or (cue.what == "verb" and tells_by_itself(scene, cue, start)):
            continue  # `Σύμφωνα με τη Χ, C, αν και πολλοί λένε ότι D`
        limit = scene.cues[row + 1].start if row + 1 < len(scene.cues) else scene.end
        # `«Q», όπως είπε, για να προσθέσει: «R»`
        gerund = cue.what == "verb" and (cue.says.form == "gerund" or page.norm(cue.start) in words.about)
        if cue.what == "verb" and not cue.aside and not gerund and has_object(scene, cue, limit):
            if share_before(page, start, cue.start):
                return False  # `Σύμφωνα με έρευνα της Χ, το 40% λέει ότι C`
            # `Σύμφωνα με το Ζ, η Χ χαρακτήρισε το μέτρο «Q»`
            frames = cue.says.frames
            own = "clause" in frames or ("object" in frames and _marks_follow(scene, cue, limit))
            return own and not scene.page.marks_around(cue.start)
        if cue.what in ("verb", "phrase") and said_by_last(scene, cue):
            return not scene.page.marks_around(cue.start)  # `Όπως μετέδωσε το Ζ, C, ανέφερε ο S`
    return False


def _inset(scene: Scene, at: int) -> Hit:
    """An insertion between dashes: `Όπως είπε ο ίδιος -από το βήμα του Χ- C`."""
    page = scene.page
    if page.norm(at) != "-" or not page.reading.glued(at + 1):
        return None
    closing = (k for k in range(at + 1, min(scene.end, at + 20)) if page.norm(k) == "-")
    return next(closing, at - 1) + 1, None


PARTS = {
    "before": Part(before=_before, late=True, gives=Stretch, beside=_ATTRIBUTIONS),
    "behind": Part(_behind, gives=Stretch, beside=_ATTRIBUTIONS),
    "inset": Part(_inset),
}
