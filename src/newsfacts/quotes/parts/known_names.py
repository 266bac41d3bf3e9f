"""Whether a name before a colon is surely a person's, where nothing but the colon says so."""

from newsfacts.quotes.cast import MENTIONS
from newsfacts.quotes.names import Tokens
from newsfacts.quotes.page import Page
from newsfacts.quotes.scene import Scene


def is_known(scene: Scene, name: Tokens) -> bool:
    """Whether a name is surely a person's: known, or several words that are a full name.

    Not so in `Αυτονομία Μπαταρίας: C`, `Πράσινη Μετάβαση: «Q»`.
    """
    page = scene.page
    several = name[1] - name[0] > 1 or "." in page.word(name[0])  # `Α.Ρήγας`
    if several:
        return _is_full(page, name) or _is_named_elsewhere(scene, name)
    # `Λεβάκης: C`: no other words end as such surnames do
    surname = page.norm(name[1] - 1).endswith(page.words.man_endings)
    return surname or page.stem(name[1] - 1) in scene.subjects.cast.known.people


def _is_full(page: Page, name: Tokens) -> bool:
    """Whether a name has a given name, an initial, Latin letters or an ending that surnames have."""
    words, first, last = page.words, page.norm(name[0]), page.norm(name[1] - 1)
    if first in words.short_places or last in words.short_places:
        return False
    if page.is_latin(name[0]) or any("." in page.word(k) for k in range(*name)):
        return True
    man_last = last in words.given and last.endswith(words.masculine_endings)  # `Ρήγας Νίκος`
    surname = last.endswith(words.foreign_names + words.man_endings)
    return first in words.given or man_last or surname


def _is_named_elsewhere(scene: Scene, name: Tokens) -> bool:
    """Whether the document names somebody so with a role or a title, or by the last name alone."""
    page, last = scene.page, scene.page.stem(name[1] - 1)
    return any(
        mention.name is not None
        and mention.kind == "person"
        and page.stem(mention.name[1] - 1) == last
        and (mention.role or mention.titled or mention.name[1] - mention.name[0] == 1)
        for mention in scene.subjects.cast.mentions[:MENTIONS]
    )
