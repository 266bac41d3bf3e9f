"""Attributions at the end of a sentence, and who passes on what another has said."""

from newsfacts.quotes.cues import Cue
from newsfacts.quotes.looks import is_medium
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.scene import Scene
from newsfacts.quotes.verb_forms import ENDS, gerund_at, has_verb, only_tail

_LONGEST = 12
_FAR = 40
"""So many tokens of an attribution are looked through for the comma that ends it."""
_LAST = 3
"""One of so many cues at the end of a sentence closes it: no more are looked at for each of its verbs."""
_PEOPLE = ("person", "nameless")


def attributed_again(scene: Scene, cue: Cue) -> int | None:
    """`…, μεταδίδει το Χ.`, `…, σύμφωνα με το Χ.` at the end of a sentence: the comma before it."""
    comma = cue.start - 1
    if scene.page.norm(comma) != ",":
        return None
    if cue.aside and _says_again(scene, cue):
        return _marks_apart(scene, comma)
    in_paper = cue.what == "phrase" and _in_paper(scene, cue.end)
    return comma if in_paper or _closing(scene, cue) is not None else None


def _says_again(scene: Scene, cue: Cue) -> bool:
    """`…, όπως δήλωσε (ο ίδιος).`, `…, όπως είπε, τονίζοντας ότι`: whether nothing goes on behind."""
    page, at = scene.page, cue.end
    while page.norm(at) in scene.words.adverbs:
        at += 1
    same = scene.subjects.at(at, scene.end)
    at = same.end if same is not None and same.kind == "same" else at
    return at >= scene.end or page.norm(at) in ENDS or (page.norm(at) == "," and gerund_at(scene, at + 1))


def _marks_apart(scene: Scene, comma: int) -> int:
    """`ότι A, «B», όπως είπε`: the comma before a clause in marks, which is a quote of its own."""
    page = scene.page
    marks = page.closes.get(comma - 1)
    spoken = marks is not None and has_verb(scene, marks.open + 1, marks.close)
    return marks.open - 1 if marks and spoken and page.norm(marks.open - 1) == "," else comma


def said_by_last(scene: Scene, cue: Cue) -> bool:
    """Whether the one named last said what the attribution being read only passes on.

    `Όπως μετέδωσε το Ζ, C, ανέφερε η Χ`: of two the one who does not report on others.
    """
    if scene.page.norm(cue.start - 1) != ",":
        return False
    last = _closing(scene, cue)
    if last is None or (cue.what == "verb" and last.kind in _PEOPLE):
        return last is not None
    return passes_on(scene, scene.cue, None) and not passes_on(scene, cue, last)


def retold(scene: Scene) -> bool:
    """`Η Χ εκτιμά ότι C, όπως δήλωσε ο Ψ`: whether a person closes the sentence as the one who said it."""
    page = scene.page
    for cue in scene.cues[-_LAST:]:
        if cue.start <= scene.cue.start or cue.what not in ("verb", "phrase"):
            continue
        if page.norm(cue.start - 1) == "," and not page.marks_around(cue.start):
            last = _closing(scene, cue)
            if last is not None and last.kind == "person":
                return True
    return False


def after_attribution(scene: Scene, start: int, end: int) -> int:
    """Past one who passes on what another said: `Όπως μετέδωσε το Ζ, C, ανέφερε ο S`."""
    page = scene.page
    opening = next((cue for cue in scene.cues[:2] if cue.start == start), None)
    if opening is None or not (opening.aside or opening.what == "phrase"):
        return start
    if page.word(opening.end)[:1].isdigit():
        return start  # `Κατά 7,6% έπεσαν τα έσοδα, C`
    reach = min(end - 1, opening.end + _FAR)
    comma = next((k for k in range(opening.end, reach) if page.norm(k) == ","), start - 1)
    return comma + 1


def inserted(scene: Scene, cue: Cue) -> bool:
    """`Ο Χ λέει, σύμφωνα με το Ζ, ότι C`: whether an attribution stands between a verb and its clause."""
    page = scene.page
    if not (cue.what == "phrase" or cue.aside) or page.norm(cue.start - 1) != ",":
        return False
    comma = next((k for k in range(cue.end, cue.end + _LONGEST) if page.norm(k) == ","), scene.end)
    return comma < scene.end and page.norm(comma + 1) in scene.words.that


def _closing(scene: Scene, cue: Cue) -> Mention | None:
    """Who is named behind a cue at the end of a sentence, perhaps with when and where he said it."""
    page, start = scene.page, cue.end
    if cue.what == "verb" and "last" not in cue.says.frames:
        return None
    while page.norm(start) in scene.words.adverbs:
        start += 1
    mention = scene.subjects.at(start, scene.end)
    if cue.what == "phrase" and (mention is None or mention.kind == "noun"):
        mention = scene.subjects.author(start, scene.end)  # `σύμφωνα με έρευνα της Χ`
    if mention is None or mention.kind in ("noun", "same"):
        return None
    if mention.end < scene.end - 1 and not (cue.what == "verb" and only_tail(scene, mention.end)):
        return None
    if cue.what == "verb" and not mention.subject and page.norm(start) in scene.words.articles:
        return None
    return mention


def passes_on(scene: Scene, cue: Cue, who: Mention | None) -> bool:
    """Whether an attribution is a medium's, or by a verb of reporting on others; `who` is named in it."""
    page, words = scene.page, scene.words
    if any(page.norm(k) in words.passes_on for k in range(cue.start, cue.end + 2)):
        return True
    who = who or scene.subjects.at(cue.end, scene.end)
    if who is None or who.kind != "organization" or who.name is None:
        return False
    first = who.name[0]
    medium = is_medium(page, first) or (who.plural and page.is_latin(first))  # `οι Northern Times`
    return medium or (who.gender == "n" and page.is_latin(first) and page.norm(first - 1) in words.neuter)


def _in_paper(scene: Scene, start: int) -> bool:
    """`…, σύμφωνα με (εσωτερικό) έγγραφο …`: whoever passes it on, up to the end of the sentence."""
    page = scene.page
    noun = next((k for k in range(start, start + 3) if page.norm(k) in scene.words.papers), 0)
    commas = (k for k in range(noun, scene.end) if page.norm(k) == ",")
    return 0 < noun < scene.end and next(commas, None) is None
