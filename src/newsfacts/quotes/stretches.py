"""Where clauses begin and end, and what stands in them: pure questions of a sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newsfacts.quotes.acts import next_act
from newsfacts.quotes.attributions import attributed_again
from newsfacts.quotes.cues import Cue
from newsfacts.quotes.ends import before_words
from newsfacts.quotes.page import Marks
from newsfacts.quotes.quote_words import STOPS
from newsfacts.quotes.scene import Scene, Stretch
from newsfacts.quotes.verb_forms import gerund_at, has_verb

# Text without full stops stays linear: no clause holds more verbs of saying.
_CUES_AHEAD = 24


def clause_is_taken(scene: Scene, start: int, end: int) -> bool:
    """Whether a cue stands in a stretch."""
    return bisect_left(scene.starts, start) < bisect_left(scene.starts, end)


def after_dateline(scene: Scene) -> int:
    """Where free text starts: after a place in capitals and a dash (`STOCKHOLM – `), where one stands."""
    page, start = scene.page, max(scene.done, scene.first)
    if not page.word(start).isupper() or len(page.word(start)) < 3:
        return start
    for token in range(start + 1, min(start + 8, scene.end)):
        if page.norm(token) == "-" and not page.reading.glued(token):
            return token + 1
    return start


def whole(scene: Scene, start: int, end: int) -> bool:
    """Whether a stretch is one pair of marks and nothing else."""
    while end > start and scene.page.norm(end - 1) in STOPS:
        end -= 1
    marks = scene.page.opens.get(start)
    return marks is not None and marks.close >= end - 1  # speech may go on in the next paragraph


def joined_marks(scene: Scene, stretch: Stretch) -> Sequence[Marks | Stretch]:
    """`«A» και «B»`: the pairs of marks that a stretch is, each a clause; else the stretch itself."""
    page, pairs, at, end = scene.page, list[Marks](), stretch.start, stretch.end
    while end > at and page.norm(end - 1) in STOPS:
        end -= 1
    while at < end:
        marks = page.opens.get(at)
        if marks is None or not has_verb(scene, at + 1, marks.close):
            return [stretch]
        pairs.append(marks)
        at = marks.close + 1
        while at < end and page.norm(at) in scene.words.and_or_comma:
            at += 1
    return pairs if len(pairs) > 1 else [stretch]


def trim_start(scene: Scene, start: int, end: int) -> int:
    """Past signs and blanks at the head of a stretch."""
    page = scene.page
    while start < end and (page.norm(start) in STOPS or page.word(start).isspace()):
        start += 1
    return start


def is_name(scene: Scene, marks: Marks) -> bool:
    """Whether what stands in marks looks like a title or a name."""
    page = scene.page
    words = [k for k in range(marks.open + 1, marks.close) if page.word(k)[:1].isalpha()]
    long = [k for k in words if len(page.word(k)) > 3]
    return len(words) <= 5 and all(page.is_capital(k) for k in long)


def clause_end(scene: Scene, start: int) -> int:
    """Where a clause ends: with its sentence, or where another verb of saying takes over."""
    page, end = scene.page, scene.end
    first = bisect_right(scene.starts, start)
    for row, cue in enumerate(scene.cues[first : first + _CUES_AHEAD], first):
        if (around := page.marks_around(cue.start)) and around.open >= start:
            continue
        cut = _takes_over(scene, cue, row, start)
        if cut is None:
            cut = attributed_again(scene, cue)
        if cut is not None and cut >= start:
            end = cut
            break
    return next_act(scene, start, before_words(scene, start, end))


def joins(scene: Scene, token: int) -> bool:
    """Whether a word before a comma belongs to the clause that the aside after it interrupts."""
    page, words = scene.page, scene.words
    return page.norm(token) in words.joints and token >= scene.first


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


def _takes_over(scene: Scene, cue: Cue, row: int, start: int) -> int | None:
    """Where the clause of a further verb starts, None where that verb is part of what was said."""
    page, words = scene.page, scene.words
    if cue.aside:
        return _cut_by_aside(scene, cue, start)
    if cue.what != "verb":
        return None
    before = cue.start - 1
    while page.norm(before) in words.before_verb:
        before -= 1
    if cue.with_speaker:
        return next(
            (k for k in range(cue.start - 1, max(start, cue.start - 24), -1) if page.norm(k) in words.with_),
            None,
        )
    if cue.says.form == "gerund":
        if _records(scene, cue):
            return None  # `…, σημειώνοντας νέα αύξηση`
        if page.norm(before) == "," or page.norm(before) in words.and_:
            return before
        return cue.start if page.norm(cue.end) in words.that or _in_marks_next(scene, cue) else None
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


def next_comma(scene: Scene, start: int, end: int) -> int:
    """The first comma outside of marks between two tokens, else the end."""
    page = scene.page
    return next((k for k in range(start, end) if page.norm(k) == "," and not page.marks_around(k)), end)


def after_comma(scene: Scene, token: int) -> int:
    """Past the next comma outside of marks: `…, το οποίο επικαλείται πηγές, C`."""
    page, start = scene.page, token
    while token < scene.end and page.norm(token) != ",":
        token = page.opens[token].close + 1 if token in page.opens else token + 1
    return token + 1 if token + 1 < scene.end else start
