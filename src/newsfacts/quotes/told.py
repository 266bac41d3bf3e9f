"""What templates mean: from the parts that they keep to what was said by whom.

Each function is named behind the `->` of templates and gets what they keep by name. It gives None where
the template does not fit after all, so that the next one is tried, and nothing said where it fits and
nobody said anything.
"""

from collections.abc import Callable, Mapping

from newsfacts.quotes.cast import NOBODY, Speaker
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.not_said import ends_with_subject, tells_of_another
from newsfacts.quotes.page import Marks
from newsfacts.quotes.said_before import is_manner, may_be_said
from newsfacts.quotes.scene import Continued, Named, Said, Scene, Stretch, TellingVerb, Told
from newsfacts.quotes.stretches import clause_end, is_name, joined_marks, trim_start, whole
from newsfacts.quotes.unclosed import unclosed_end
from newsfacts.quotes.verb_forms import has_verb, past_at, verb_at

_NOTHING = Told()
_NEAR, _FEW = 3, 4


def _said(
    scene: Scene, s: Named, q: Marks | None = None, c: Stretch | None = None, r: Marks | None = None
) -> Told:
    """What stands in marks, with those joined to them, or a clause, is said by `s`."""
    speaker = s.speaker
    whats = [q] if q else joined_marks(scene, c) if c else []
    return Told(tuple(Said(what, speaker) for what in (*whats, r) if what)) if speaker else _NOTHING


def _stated(scene: Scene, s: Named, at: int) -> Told:
    """A clause behind a colon, of somebody named in the sentence."""
    end = clause_end(scene, at)
    announced = at - scene.cue.end > _NEAR and not has_verb(scene, at, end)  # `ανακοίνωσε τρεις πόλεις: Χ, Ψ`
    if s.speaker is None or not s.named or scene.end - at <= 3 or announced:
        return _NOTHING
    return _said(scene, s, c=Stretch(at, end))


def _unclosed(scene: Scene, s: Named, at: int) -> Told:
    """Speech in marks of which one is missing: up to the other one, or to where somebody else speaks."""
    if s.speaker is None or not (s.named or s.speaker.name):
        return _NOTHING
    end = unclosed_end(scene, at)
    return _said(scene, s, c=Stretch(at, end)) if end - at > 3 else _NOTHING


def _object_said(scene: Scene, s: Named, c: Stretch) -> Told:
    """A noun phrase with words in marks, of somebody who has a name or a role, or of one alone."""
    speaker = s.speaker
    known = speaker and (speaker.name or speaker.role or not scene.cue.plural)
    return _said(scene, s, c=c) if known else _NOTHING


def _needed(scene: Scene, s: Named, c: Stretch) -> Told:
    """`την ανάγκη να C`: a clause with the noun before it, of somebody who is known."""
    page, start = scene.page, c.start - 2
    start -= page.norm(start) not in scene.words.articles
    known = s.speaker is not None and (s.speaker.name or s.speaker.role)
    return _said(scene, s, c=Stretch(start, c.end, whole=False)) if known else _NOTHING


def _closed(scene: Scene, s: Named, q: Marks, lead: int | None = None, r: Marks | None = None) -> Told | None:
    """Words in marks before their verb, with what leads up to them, and those behind it."""
    if s.speaker is None:
        return _NOTHING
    if lead is not None and lead < q.open and is_manner(scene, lead, q.close):
        return None  # `στη συνέντευξή του στο «Χ», λέει …`
    first: Marks | Stretch = q if lead is None or lead == q.open else Stretch(lead, q.close + 1, whole=False)
    both = (first, r) if r else (first,)
    return Told(tuple(Said(what, s.speaker) for what in both), max(scene.cue.end, s.stop))


def _longer(scene: Scene, c: Stretch, s: Named, d: Stretch | None = None) -> Told | None:
    """A clause before its verb, or the one behind it where that is longer."""
    speaker = s.speaker or NOBODY
    covered = not s.named and scene.subjects.covers(c.start, c.end)
    if d is None and not s.named and ends_with_subject(scene, c):
        return _NOTHING  # `Από την πλευρά του ο Χ, προειδοποίησε`
    if covered and not (d and verb_at(scene, d.start) and _is_another(scene, speaker, c)):
        return None
    chosen, length = c, c.end - c.start
    if d is not None and (covered or d.end - d.start > length):
        chosen = d  # `Ο Χ, λέει, αντέχει` is said by another
    elif d is not None and length < 3:
        return None
    start, end = chosen.start, chosen.end
    if is_manner(scene, trim_start(scene, start, end), end):
        return None  # `στη συνέντευξή του στο «Χ», λέει …`
    if not scene.page.marks_in(start, end) and not may_be_said(scene, start, end, speaker):
        return None
    return Told((Said(chosen, speaker),), s.stop)


def _is_another(scene: Scene, speaker: Speaker, clause: Stretch) -> bool:
    """Whether a speaker is known from before a clause."""
    return speaker.start is not None and speaker.start < scene.page.reading.starts[clause.start]


def _before_late(scene: Scene, c: Stretch, s: Named) -> Told:
    """A clause up to where its verb's subject stands in it."""
    return _said(scene, s, c=Stretch(c.start, s.start))


def _both(scene: Scene, s: Named, c: Stretch, q: Marks) -> Told | None:
    """A clause before an attribution, and words in marks behind it."""
    if s.speaker is None or not has_verb(scene, c.start, c.end):
        return None
    return Told((Said(c, s.speaker), Said(q, s.speaker)))


def _around(scene: Scene, s: Named, b: Stretch | None = None, a: Stretch | None = None) -> Told:
    """What stands before an attribution, behind it, or both."""
    if s.speaker is None:
        return _NOTHING
    done = b.done if b and not a else 0
    sides = [side for side in (b, a) if side and not tells_of_another(scene, side)]
    told = [_without_lead(scene, side) for side in sides if not _is_noun_alone(scene, side)]
    whats = [what for side in told for what in joined_marks(scene, side)]
    return Told(tuple(Said(what, s.speaker) for what in whats), done)


def _without_lead(scene: Scene, side: Stretch) -> Stretch:
    """A stretch without what leads in to words in marks that are all that is said.

    A preposition, as in `Πρόκειται, όπως είπε η Χ, για «Q»`, or all up to a colon, as in
    `Ένα μένει: «Q», όπως είπε η Χ`.
    """
    page, start = scene.page, trim_start(scene, side.start, side.end)
    led = page.norm(start) in scene.words.prepositions | scene.words.topics
    if led and whole(scene, start + 1, side.end):
        return side._replace(start=start + 1)
    for marks in page.marks_in(start + 1, side.end):
        if page.norm(marks.open - 1) == ":" and whole(scene, marks.open, side.end):
            return side._replace(start=marks.open)
    return side


def _is_noun_alone(scene: Scene, side: Stretch) -> bool:
    """`Σύμφωνα με τη Χ, την Ψ και τον Ω`, `Νέα άνοδος σύμφωνα με τη Χ`: whether a stretch is no clause.

    It has no verb, and begins as an object does, has no comma before the attribution or is listed
    behind a colon: `Σύμφωνα με τη Χ: τιμές, διαθεσιμότητα`. Nor is a name: `είπε ο Χ στην έκθεση «Ψ»`.
    """
    page, start = scene.page, trim_start(scene, side.start, side.end)
    bare = not page.marks_in(start, side.end) and not has_verb(scene, start, side.end)
    runs_on = side.end == scene.cue.start and page.norm(side.end - 1).isalnum()
    listed = page.norm(start - 1) == ":"
    if whole(scene, start, side.end) and page.word(start - 1).islower():
        return is_name(scene, page.opens[start]) and not has_verb(scene, start, side.end)
    return bare and (runs_on or listed or page.norm(start) in scene.words.objects)


def _owned(
    scene: Scene,
    s: Mention | None,
    q: Marks | None = None,
    c: Stretch | None = None,
    far: bool = False,
) -> Told:
    """A clause or words in marks behind a noun, of its owner, or where that is a pronoun of whom it means.

    Words in marks that are `far` from the noun count only of somebody known.
    """
    speaker = scene.subjects.resolve(s) if s is not None else scene.named_before() or NOBODY
    what = q or (c and _up_to_its_verb(scene, c))
    return _NOTHING if what is None or (far and speaker is NOBODY) else Told((Said(what, speaker),))


def _up_to_its_verb(scene: Scene, clause: Stretch) -> Stretch:
    """`Η δήλωση του Χ ότι C ξάφνιασε τον Ψ`: a clause without the verb of a noun that opens it."""
    page, words, article = scene.page, scene.words, scene.cue.start - 1
    if page.norm(article) not in words.subject_not_neuter or article > scene.first + 1:
        return clause
    joints = words.inner | words.linking | words.verbal | words.articles
    for token in range(clause.end - 1, clause.start + 1, -1):
        if past_at(scene, token) and page.norm(token - 1) not in joints:
            # `ότι η τιμή ανεβαίνει και η ζήτηση έπεσε`
            joined = any(page.norm(k) in words.and_ for k in range(token - _FEW, token))
            whole = has_verb(scene, clause.start, token) and not joined
            return clause._replace(end=token) if whole else clause
    return clause


def _by_verb(scene: Scene, c: Stretch, v: TellingVerb) -> Told:
    """A clause that belongs to a noun, said by the subject of the verb behind it."""
    speaker = v.named.speaker
    return Told((Said(c, speaker, v.verb),)) if speaker else _NOTHING


def _carried(scene: Scene, p: Continued, q: Marks) -> Told:
    """Words in marks that go on with those before: of the same speaker, by the same cue."""
    speaker = p.named.speaker
    return Told((Said(q, speaker, told=p.cue),)) if speaker else _NOTHING


Teller = Callable[..., Told | None]

TELLERS: Mapping[str, Teller] = {
    "said": _said,
    "stated": _stated,
    "unclosed": _unclosed,
    "object_said": _object_said,
    "needed": _needed,
    "closed": _closed,
    "longer": _longer,
    "before_late": _before_late,
    "around": _around,
    "both": _both,
    "owned": _owned,
    "by_verb": _by_verb,
    "carried": _carried,
}
