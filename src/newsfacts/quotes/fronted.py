"""Subordinate clauses that stand before their main clause or within it: where the main clause goes on."""

from collections.abc import Iterator

from newsfacts.quotes.candidates import NAMED, can_speak
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.relatives import relative_before
from newsfacts.quotes.scene import Named, Scene
from newsfacts.quotes.verb_forms import gerund_at, has_verb, verb_at

_NEAR, _FAR_BACK = 6, 14
# Text without full stops stays linear.
_LONGEST = 120


def is_fronted(scene: Scene) -> bool:
    """`Ενώ τόνισε ότι A, ο Χ δήλωσε ότι B`: whether the verb being read opens a subordinate clause."""
    page, words, cue, at = scene.page, scene.words, scene.cue, scene.first
    while page.norm(at) in words.opening and page.norm(at) not in words.fronting_clauses:
        at += 1
    if cue.with_speaker and page.norm(at) in words.with_ | words.fronting_clauses:
        return True  # `Με τον Χ να δηλώνει ότι A, η αγορά …`
    if _in_fronted_phrase(scene, scene.first):
        return True
    if at < cue.start and page.norm(at) not in words.fronting_clauses:
        return False
    if at >= cue.start and not (cue.what == "verb" and gerund_at(scene, cue.head)):
        return False
    return all(page.norm(k) != "," or page.marks_around(k) for k in range(at, cue.start))


def _in_fronted_phrase(scene: Scene, at: int) -> bool:
    """`Μετά τη μήνυση που κατέθεσαν, υποστηρίζοντας ότι A, η αγορά …`: whether no main verb stands before."""
    page, words, cue = scene.page, scene.words, scene.cue
    opens = page.norm(at) in words.prepositions or page.norm(at) in words.concessive
    opens = opens and cue.start - at < _LONGEST
    if not opens or page.norm(cue.start - 1) != "," or not gerund_at(scene, cue.head):
        return False
    relative = next((k for k in range(at, cue.start) if page.norm(k) in words.relatives), cue.start)
    apart = any(page.norm(k) == "," for k in range(relative, cue.start - 1))
    return not apart and not has_verb(scene, at + 1, relative)


def in_relative(scene: Scene) -> bool:
    """`τα κέρδη, τα οποία ο Χ εκτιμά ότι …`: whether a relative clause has its own subject."""
    page, words, head = scene.page, scene.words, scene.cue.start
    if relative_before(page, head, scene.first) is not None:
        return False
    comma = next(
        (k for k in range(head - 1, max(scene.first, head - _FAR_BACK), -1) if page.norm(k) == ","), -1
    )
    pronoun = comma + 1 + (page.norm(comma + 1) in words.articles)
    return comma > 0 and page.norm(pronoun) in words.relatives


def main_clause(scene: Scene, start: int, end: int) -> int:
    """The comma in a stretch behind which the main clause goes on: with its subject, else its verb."""
    page = scene.page
    near = range(start, min(end, start + _LONGEST))
    commas = [k for k in near if page.norm(k) == "," and not page.marks_around(k)]
    for found in (_subject_behind, _thing_behind, _acts):
        if (comma := next((k for k in commas if found(scene, k + 1)), None)) is not None:
            return comma
    return end


def main_subject(scene: Scene, start: int, end: int) -> Named | None:
    """Whose the main clause is behind a subordinate one, where somebody is named."""
    comma = main_clause(scene, start, end)
    mention = _subject_behind(scene, comma + 1) if comma < end else None
    return Named(scene.subjects.resolve(mention), scene.cue.end) if mention else None


def _subject_behind(scene: Scene, at: int) -> Mention | None:
    """Somebody named at a token who acts there, right behind."""
    mention = _mention(scene, at)
    able = mention is not None and mention.kind in NAMED and can_speak(scene.page, mention)
    return mention if mention and able and _acts_behind(scene, mention.end) else None


def _acts_behind(scene: Scene, at: int) -> bool:
    """Whether a verb stands right behind somebody, or behind a few words between commas."""
    page = scene.page
    if page.norm(at) != ",":
        return _acts(scene, at)
    commas = (k for k in range(at + 1, min(at + _FAR_BACK, scene.end)) if page.norm(k) == ",")
    return _acts(scene, at + 1) or _acts(scene, next(commas, at) + 1)


def _thing_behind(scene: Scene, at: int) -> bool:
    """Whether a thing at a token has its verb not far behind, in the same clause."""
    mention = _mention(scene, at)
    return mention is not None and any(_acts(scene, k) for k in _clause(scene, mention.end))


def _mention(scene: Scene, at: int) -> Mention | None:
    page, words = scene.page, scene.words
    if page.norm(at) not in words.subject or page.norm(at + 1) in words.relatives:
        return None
    mention = scene.subjects.at(at, scene.end)
    return mention if mention is not None and mention.subject else None


def _clause(scene: Scene, start: int) -> Iterator[int]:
    page, words = scene.page, scene.words
    for token in range(start, min(start + _NEAR, scene.end)):
        if page.norm(token) in words.and_or_comma or page.norm(token) in words.inner:
            return  # `ότι η τιμή, το κόστος και ο χρόνος αλλάζουν`: a list goes on
        yield token


def _acts(scene: Scene, at: int) -> bool:
    """Whether a verb stands at a token, perhaps behind adverbs and pronouns."""
    while scene.page.norm(at) in scene.words.before_verb:
        at += 1
    return scene.page.norm(at) in scene.words.verbal or verb_at(scene, at)
