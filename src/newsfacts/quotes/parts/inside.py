"""Who is named within the marks around what he says: `«Το δίκτυο, τονίζει η Χ, αντέχει»`."""

from newsfacts.quotes.parts.part import Part
from newsfacts.quotes.scene import Hit, Named, Scene

_FAR, _LONGEST = 30, 12


def _named_inside(scene: Scene, at: int) -> Hit:
    """The subject of a verb of saying between two commas, not far behind the opening mark."""
    page, marks = scene.page, scene.marks
    if marks is None:
        return None
    for comma in range(marks.open + 2, min(marks.close, marks.open + _FAR)):
        said = page.verb(comma + 1) if page.norm(comma) == "," else None
        if said is None or "last" not in said[1].frames or not page.word(comma + 1).islower():
            continue
        mention = scene.subjects.at(said[0], min(marks.close, said[0] + _LONGEST))
        if mention is not None and mention.subject and mention.name and page.norm(mention.end) == ",":
            return at, Named(scene.subjects.resolve(mention), at)
    return None


PARTS = {"named_inside": Part(before=_named_inside, late=True, gives=Named)}
