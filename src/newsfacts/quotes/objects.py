"""How far a noun phrase with words in marks goes: pure questions of a sentence."""

from newsfacts.quotes.candidates import SPEAK
from newsfacts.quotes.others import shares_at
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
        elif _stops_at(scene, token):
            return token
        elif not relative and _is_somebody(scene, token):
            return token  # `χαρακτήρισε «Q» την απόφαση ο Χ`
        token += 1
    return limit


def _stops_at(scene: Scene, token: int) -> bool:
    """Whether a comma ends a phrase, or a conjunction behind which more is said."""
    if scene.page.norm(token) == ",":
        return not _more_marks(scene, token + 1)
    return scene.page.norm(token) in scene.words.and_ and _says_more(scene, token + 1)


def _says_more(scene: Scene, at: int) -> bool:
    """`χαρακτηρίζοντας την απόφαση «Q» και ζητώντας …`, `να μιλά για «Q» και να τονίζει ότι …`.

    Others say more in `το 34% κάνει λόγο για «Q» και το 18% για «R»`.
    """
    page, words = scene.page, scene.words
    wished = page.norm(at) == words.subjunctive and page.verb(at + 1) is not None
    return gerund_at(scene, at) or wished or shares_at(scene, at)


def _more_marks(scene: Scene, at: int) -> bool:
    """`όχι απλώς «Q», αλλά «R»`: whether marks open here, perhaps behind a conjunction."""
    return at + (scene.page.norm(at) in scene.words.linking) in scene.page.opens


def _is_somebody(scene: Scene, token: int) -> bool:
    article = scene.page.norm(token) in scene.words.subject_not_neuter
    mention = scene.subjects.at(token, scene.end) if article else None
    return mention is not None and mention.subject and mention.kind in SPEAK
