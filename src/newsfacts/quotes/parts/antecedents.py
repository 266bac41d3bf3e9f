"""Whom `σύμφωνα με τον οποίο` means, and whose document `σύμφωνα με την οποία`."""

from newsfacts.quotes.cast import Speaker
from newsfacts.quotes.relatives import antecedent_of
from newsfacts.quotes.scene import Hit, Named, Scene
from newsfacts.quotes.verb_forms import has_verb

_FAR, _LONGEST = 5, 15


def antecedent(scene: Scene, at: int) -> Hit:
    """Whom `σύμφωνα με τον οποίο` means: whose document stands right before it, else who is named there."""
    before, subjects = _maker_before(scene), scene.subjects
    if before is None and scene.cue.says != "documents":  # `πρόταση της Χ, βάσει της οποίας`
        named = antecedent_of(subjects.cast, scene.cue.start, scene.cue.end, scene.first)
        before = subjects.resolve(named) if named else None
    if before is None and _is_new_report(scene):
        before = scene.spoken_of()
    return at, Named(before, at)


def _is_new_report(scene: Scene) -> bool:
    """`εξέδωσε ανακοίνωση, σύμφωνα με την οποία C`: a document that whoever acts has made."""
    page, before = scene.page, scene.cue.start - 1
    before -= page.norm(before) == ","
    while page.norm(before) in scene.words.adverbs:
        before -= 1
    head = before - 1 if page.norm(before - 1).endswith(scene.words.adjective_endings) else before
    return page.norm(before) in scene.words.reports and page.norm(head - 1) not in scene.words.articles


def _reaches(scene: Scene, at: int, end: int) -> bool:
    """Whether only a name in brackets or a detail stands in between.

    `της Χ (ΨΧ), σύμφωνα με την οποία`, `της Χ για το 2025`, `της Χ σε 500 επιχειρήσεις`.
    """
    page = scene.page
    if page.norm(at) == "(":
        at = next((k + 1 for k in range(at, min(end, at + _FAR)) if page.norm(k) == ")"), at)
    detail = page.norm(at) in scene.words.prepositions and end - at <= 2 * _FAR
    return at == end or (detail and not has_verb(scene, at, end))


def _maker_before(scene: Scene) -> Speaker | None:
    """`μελέτη της Χ, σύμφωνα με την οποία C`: whose document stands right before the phrase."""
    page, head = scene.page, scene.cue.start
    end = head - (page.norm(head - 1) == ",")
    for token in range(end - 1, max(scene.first - 1, end - _LONGEST), -1):
        if page.norm(token) in scene.words.reports:
            author = scene.subjects.author(token, end)
            return scene.subjects.resolve(author) if author and _reaches(scene, author.end, end) else None
    return None
