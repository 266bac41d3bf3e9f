"""Where another verb of saying takes over in a clause that somebody says."""

from newsfacts.quotes.cues import Cue
from newsfacts.quotes.relatives import calls_it, relative_before
from newsfacts.quotes.scene import Scene
from newsfacts.quotes.verb_forms import gerund_at, has_verb

_NEAR = 8


def _cut_by_aside(scene: Scene, cue: Cue, start: int) -> int | None:
    """`…, κάτι που, όπως λέει ο S, «Q»`: a clause of its own, from the comma before `που` on.

    Also from a conjunction on: `…, αλλά όπως λέει «Q»`.
    """
    page = scene.page
    joint = cue.start - 1 - (page.norm(cue.start - 1) == ",")
    if page.norm(joint) in scene.words.linking:
        apart = page.norm(joint - 1) == "," and page.norm(cue.end) == ","  # `…, ωστόσο όπως είπε, C`
        return joint - apart if joint > start and (apart or _in_marks_next(scene, cue)) else None
    if page.norm(cue.start - 1) != "," or page.norm(cue.start - 2) not in scene.words.relatives:
        return None
    comma = next((k for k in range(cue.start - 3, max(start, cue.start - 7), -1) if page.norm(k) == ","), -1)
    following = page.marks_in(cue.end, min(scene.end, cue.end + 24))
    quoted = bool(following) and page.norm(following[0].open - 1) == ","
    return comma if quoted and comma >= start else None


def _in_marks_next(scene: Scene, cue: Cue) -> bool:
    """`όπως λέει (ο S), «Q»`, `προσθέτοντας «Q»`: whether a clause in marks stands right behind."""
    page = scene.page
    at = scene.subjects.skip(cue.end, min(scene.end, cue.end + 24))
    marks = page.opens.get(at)
    return marks is not None and has_verb(scene, at + 1, marks.close)


def takes_over(scene: Scene, cue: Cue, row: int, start: int) -> int | None:
    """Where the clause of a further verb starts, None where that verb is part of what was said."""
    page, words = scene.page, scene.words
    if cue.aside:
        return _cut_by_aside(scene, cue, start)
    if cue.what != "verb" or tells_by_itself(scene, cue, start):
        return None
    before = cue.start - 1
    while page.norm(before) in words.before_verb:
        before -= 1
    if cue.with_speaker:
        back = range(cue.start - 1, max(start, cue.start - 24), -1)
        return next((k for k in back if page.norm(k) in words.with_), None)
    if cue.says.form == "gerund":
        return _gerund(scene, cue, before)
    if (comma := _before_calling(scene, cue, start)) is not None:
        return comma
    limit = scene.cues[row + 1].start if row + 1 < len(scene.cues) else scene.end
    if not has_object(scene, cue, limit):
        return None
    if page.norm(before) in words.linking or (
        page.norm(before) in words.because and page.norm(before - 1) == ","
    ):
        # `…, αφού νωρίτερα είχε πει ότι`, `…, αν και είπε ότι`
        return before - (page.norm(before) in words.and_ and page.norm(before - 1) in words.subordinators)
    if (sign := _sign_before(scene, before, start)) is not None:
        return sign
    if scene.cue.what == "noun" and (comma := _main_subject(scene, before, start)) is not None:
        return comma
    return _joint(scene, before, start)


def _gerund(scene: Scene, cue: Cue, before: int) -> int | None:
    """`…, τονίζοντας ότι`: where the clause of a gerund starts; of `σημειώνοντας νέα αύξηση` none does."""
    page, words = scene.page, scene.words
    if _records(scene, cue):
        return None
    if page.norm(before) == "," or page.norm(before) in words.and_:
        return before
    return cue.start if page.norm(cue.end) in words.that or _in_marks_next(scene, cue) else None


def _before_calling(scene: Scene, cue: Cue, start: int) -> int | None:
    """`ότι C, το οποίο χαρακτήρισε «Q»`: the comma behind which whoever speaks calls something by name."""
    page, pronoun = scene.page, relative_before(scene.page, cue.start, start)
    if pronoun is None or page.norm(pronoun - 1) != "," or not calls_it(page, pronoun, cue.start):
        return None
    return pronoun - 1


def tells_by_itself(scene: Scene, cue: Cue, start: int) -> bool:
    """`ότι η χρονιά ήταν κακή, αλλά δείχνει ότι C`: a verb of documents that has none is what was said.

    `Ο Χ είπε ότι A, ενώ η έρευνα δείχνει ότι B` is another's.
    """
    page, words, subjects = scene.page, scene.words, scene.subjects
    if not cue.says.reported:
        return False
    near = range(max(start, cue.start - _NEAR), cue.start)
    nouns = [k for k in near if page.norm(k) in words.documents | words.reports]
    return not any(subjects.author(k, cue.start) or subjects.known_author(k) for k in nouns)


def _sign_before(scene: Scene, before: int, start: int) -> int | None:
    """`…, πρόσθεσε ακόμη ότι`, `…, ωστόσο τόνισε: «…»`: the comma before a further verb of saying.

    `ότι «C» Επιπλέον πρόσθεσε ότι D`: where a full stop was left out behind a closing mark, what follows it.
    """
    page = scene.page
    if before in page.closes and page.is_capital(before + 1):
        return before + 1
    return before if page.norm(before) in (",", "·", ";") and before > start + 1 else None


def _records(scene: Scene, cue: Cue) -> bool:
    """`σημειώνοντας νέα αύξηση`: whether a gerund, with a bare noun and no clause, tells what happens."""
    page, words, norm = scene.page, scene.words, scene.page.norm(cue.end)
    if page.norm(cue.start) not in words.recording or not page.word(cue.end).islower():
        return False
    small = norm in words.function or norm in words.articles
    return not small and not has_object(scene, cue, scene.end)


def _main_subject(scene: Scene, before: int, start: int) -> int | None:
    """`Μετά τη δήλωση του Χ ότι C, ο Ψ είπε ότι D`: the comma before whose verb the main one is."""
    page = scene.page
    for token in range(before, max(start, before - 24), -1):
        if page.norm(token) == "," and page.norm(token + 1) in scene.words.subject:
            mention = scene.subjects.at(token + 1, before + 1)
            if mention and mention.subject and mention.kind != "noun" and mention.end >= before - 3:
                return token
    return None


def has_object(scene: Scene, cue: Cue, limit: int) -> bool:
    """Whether what a verb says follows it, before `limit`."""
    page = scene.page
    for token in range(cue.end, min(limit, cue.end + 10)):
        if token in page.opens or page.norm(token) in scene.words.that or page.norm(token) == ":":
            return True
    return False


def _joint(scene: Scene, before: int, start: int) -> int | None:
    """`…, ενώ ο Υ πρόσθεσε ότι`: back from the verb over its subject to the conjunction."""
    page, words = scene.page, scene.words
    for token in range(before, max(start, before - 24), -1):
        if page.norm(token - 1) == "," and page.norm(token - 2) in words.that:
            return None  # `είπε ότι, ενώ A, ο Χ δήλωσε ότι B`
        if page.norm(token) in words.while_ or (
            page.norm(token) in words.and_
            and (
                page.norm(token + 1) in words.subject
                or page.norm(token + 1) in words.topics
                or _leads_to_verb(scene, token + 1)
            )
        ):
            who = token + 1
            while page.norm(who) in words.adverbs and page.norm(who) not in words.articles:
                who += 1  # `…, ενώ αντίθετα η Χ λέει ότι`
            mention = scene.subjects.at(who, before + 1)
            although = page.norm(token - 1) in words.subordinators  # `αν και`
            if although and not (mention and mention.name):
                return None  # `…, αν και οι περισσότεροι λένε ότι C`
            if mention and mention.subject and mention.end >= before - 3:
                return token - although
            led = page.norm(token + 1) in words.topics or _leads_to_verb(scene, token + 1)
            if led and not has_verb(scene, token + 2, before + 1):
                return token  # `…, ενώ για το ρεύμα είπε: «…»`, `… και απαντώντας στον Χ τόνισε ότι`
    return None


def _leads_to_verb(scene: Scene, token: int) -> bool:
    """`… και απαντώντας σε ερώτηση πρόσθεσε ότι`: what a speaker does while he goes on."""
    return gerund_at(scene, token) or scene.page.norm(token) in scene.words.speaking
