"""When something was said: no part of it."""

from newsfacts.quotes.quote_words import STOPS
from newsfacts.quotes.scene import Scene

_LONGEST_LAPSE = 4


def is_occasion(scene: Scene, token: int) -> bool:
    """`κατά την ομιλία του`, `σε συνέντευξή της`, `στο περιθώριο του συνεδρίου`: when something was said."""
    noun = _noun_of(scene, _past_lapse(scene, token))
    return noun is not None and scene.page.norm(noun + 1) in scene.words.genitive


def names_occasion(scene: Scene, token: int) -> bool:
    """`κατά την παρουσίαση`, whosever it was: what is told then is nobody's by that."""
    return _noun_of(scene, token) is not None


def _noun_of(scene: Scene, token: int) -> int | None:
    """The noun of an occasion behind a preposition."""
    page, words = scene.page, scene.words
    noun = token + 1 + (page.norm(token + 1) in words.articles)
    known = page.norm(token) in words.prepositions and page.norm(noun) in words.occasions
    return noun if known else None


def _past_lapse(scene: Scene, token: int) -> int:
    """`λίγες μέρες μετά τη δήλωση του Χ`: past how long after or before it; else the token itself."""
    page, words = scene.page, scene.words
    units = (k for k in range(token, token + _LONGEST_LAPSE) if page.norm(k) in words.lapses)
    unit = next(units, token)
    return unit + 1 if unit > token and page.norm(unit + 1) in words.lapsed else token


def is_own_occasion(scene: Scene, token: int) -> bool:
    """`… κατά την ομιλία του στη ΔΕΘ`, without a comma: the speaker's, as nobody's name follows."""
    page, words = scene.page, scene.words
    if page.norm(token) not in words.meanwhile or not is_occasion(scene, token):
        return False
    after = token + 3 + (page.norm(token + 1) in words.articles)
    return after >= scene.end or page.norm(after) in words.locative or page.norm(after) in STOPS
