"""How far a noun phrase with words in marks goes: pure questions of a sentence."""

from newsfacts.quotes.candidates import SPEAK
from newsfacts.quotes.scene import Scene
from newsfacts.quotes.stretches import clause_end
from newsfacts.quotes.verb_forms import gerund_at, past_at


def object_end(scene: Scene, token: int) -> int:
    """A noun phrase ends at the first comma outside marks that opens no further marks."""
    page = scene.page
    if page.norm(token) in scene.words.and_ and past_at(scene, token + 1):
        return token  # `έκανε λόγο για «Q» και κάλεσε …`
    limit, relative = clause_end(scene, token), False
    while token < limit:
        relative = relative or page.norm(token) in scene.words.relatives
        if token in page.opens:
            token = page.opens[token].close
        elif page.norm(token) == "," and not _more_marks(scene, token + 1):
            return token
        elif page.norm(token) in scene.words.and_ and gerund_at(scene, token + 1):
            return token  # `χαρακτηρίζοντας την απόφαση «Q» και ζητώντας …`
        elif not relative and _is_somebody(scene, token):
            return token  # `χαρακτήρισε «Q» την απόφαση ο Χ`
        token += 1
    return limit


def _more_marks(scene: Scene, at: int) -> bool:
    """`όχι απλώς «Q», αλλά «R»`: whether marks open here, perhaps behind a conjunction."""
    return at + (scene.page.norm(at) in scene.words.linking) in scene.page.opens


def _is_somebody(scene: Scene, token: int) -> bool:
    article = scene.page.norm(token) in scene.words.subject_not_neuter
    mention = scene.subjects.at(token, scene.end) if article else None
    return mention is not None and mention.subject and mention.kind in SPEAK
