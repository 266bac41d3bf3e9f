"""Where a clause ends because of words in marks."""

from newsfacts.quotes.page import Marks
from newsfacts.quotes.scene import Scene
from newsfacts.quotes.verb_forms import has_verb, past_at

_FEW, _FAR = 6, 60


def whole_end(scene: Scene, start: int, end: int) -> int:
    """The end of a clause that is all in marks, where something else follows it: `ότι «Q» ξάφνιασε`."""
    page, words = scene.page, scene.words
    marks = page.opens.get(start)
    if marks is None or marks.close + 1 >= end:
        return end
    after = _past_list(scene, marks.close + 1, end)
    if page.norm(after) == "-" and not page.reading.glued(after):
        return after  # `ότι «Q» — προκαλώντας …`
    joined = page.norm(after) == "," and page.norm(after + 1) in words.linking - words.function
    that = any(page.norm(k) in words.that for k in range(after, min(end, after + 6)))
    if _goes_on_in_marks(scene, after, end):
        return end
    return after if (page.norm(after) == "," or past_at(scene, after)) and not joined and not that else end


def _past_list(scene: Scene, at: int, end: int) -> int:
    """`«A», «B» και «C»`: past further words in marks that are speech."""
    page = scene.page
    while at < end and page.norm(at) in scene.words.and_or_comma and at + 1 in page.opens:
        if not has_verb(scene, at + 2, page.opens[at + 1].close):
            break
        at = page.opens[at + 1].close + 1
    return at


def _goes_on_in_marks(scene: Scene, after: int, end: int) -> bool:
    """`ότι «A», με το B, «C»`: whether more words in marks follow what is no clause of its own."""
    page = scene.page
    more = next(iter(page.marks_in(after, min(end, after + _FAR))), None)
    if more is None or page.norm(after) != "," or page.norm(more.open - 1) != ",":
        return False
    between = more.open - after > 2 and not has_verb(scene, after, more.open)
    return between and more.open not in scene.used


def before_words(scene: Scene, start: int, end: int) -> int:
    """`ότι C: «Q»`: the colon before words in marks that say it once more; else the end."""
    page = scene.page
    for marks in page.marks_in(start + 3, end):
        colon = marks.open - 1
        spoken = marks.close - marks.open > _FEW and page.norm(colon - 1) not in scene.words.called
        if page.norm(colon) == ":" and spoken:
            return colon
    return end


def past_title(scene: Scene, at: int) -> int:
    """`σχετικά με την έννοια «αντοχή γραμμής», C`: past words in marks that say nothing; else the token."""
    page = scene.page
    marks = page.opens.get(at)
    goes_on = scene.words.genitive | {","}  # `στην εκπομπή «Πρωινό» του ΣΚΑΪ`
    if marks is None or page.norm(marks.close + 1) not in goes_on or has_verb(scene, at + 1, marks.close):
        return at
    return marks.close + 1 if page.word(at - 1).islower() else at


def past_list(scene: Scene, at: int) -> int:
    """`…, που έχει τα Α, Β και Γ, C`: past the rest of a list that a token is in; else the token itself."""
    page, words, start = scene.page, scene.words, at
    stops = words.subject_not_neuter | words.prepositions | {'"'}
    while start < scene.end and page.norm(start) not in stops:
        near = range(start, min(scene.end, start + _FAR))
        comma = next((k for k in near if page.norm(k) == ","), scene.end)
        if has_verb(scene, start, comma):
            return at
        start = comma + 1
        if any(page.norm(k) in words.and_ for k in range(near.start, comma)):
            return min(start, scene.end)
    return at


def past_day(scene: Scene, at: int) -> int:
    """`Σύμφωνα με τον Χ που μίλησε σήμερα, 3 Μαΐου, C`: past a day and a comma; else the token."""
    page = scene.page
    if not page.word(at)[:1].isdigit() or at + 1 not in page.days:
        return at
    return next((k + 1 for k in (at + 2, at + 3) if page.norm(k) == "," and k < scene.end - 1), at)


def in_phrase(scene: Scene, marks: Marks) -> bool:
    """`στο εργοστάσιο της «Χ», απαντώντας σε …`, `έχει γίνει «Χ», λέει …`: whether a phrase has the marks."""
    before = scene.page.norm(marks.open - 1)
    if before in scene.words.articles:
        return True
    phrase = before.isalpha() and before not in scene.words.joints
    return phrase and not has_verb(scene, marks.open + 1, marks.close)
