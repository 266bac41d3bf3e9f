"""Who signs what is said: behind a dash, in a line of his own below it, or in one above with a colon."""

from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.names import name_at
from newsfacts.quotes.parts.part import Part
from newsfacts.quotes.scene import Hit, Named, Scene
from newsfacts.quotes.verb_forms import ENDS, has_verb


def _speaks_there(scene: Scene, mention: Mention) -> bool:
    """Whether a body or somebody without a name signs what is said: a clause, no title or slogan."""
    marks = scene.marks
    assert marks is not None
    signs = mention.kind in ("organization", "nameless")
    return signs and has_verb(scene, marks.open + 1, marks.close)


def _signature(scene: Scene, at: int) -> Hit:
    """A person who is named up to the end of the paragraph: `«Q» — Χ Ψ, CEO της Ω`."""
    page = scene.page
    if at >= len(page.reading):
        return None
    _, last = page.sentences.paragraph(page.reading.starts[at])
    stop = page.token(last)
    mention = scene.subjects.at(at, stop)
    if mention is None or not (mention.kind == "person" or _speaks_there(scene, mention)):
        return None
    house = page.norm(mention.end) == "," and name_at(page, mention.end + 1, stop, organization=True)
    if house and house[1] >= stop - 1:
        mention = mention._replace(organization=house, end=house[1])
    if mention.end < stop - 1:
        return None
    return mention.end, Named(scene.subjects.resolve(mention), mention.end)


def _signed_line(scene: Scene, at: int) -> Hit:
    """A person with his role, and nothing else, in the line below: `«Q».\\n\\nΧ Ψ, CEO της Ω`."""
    page, start = scene.page, at
    while start < len(page.reading) and page.word(start).isspace():
        start += 1
    hit = _signature(scene, start) if start > at else None
    mention = scene.subjects.at(start, hit[0]) if hit else None
    signs = mention is not None and mention.kind == "person" and mention.role is not None
    return hit if signs and _is_clause(scene) else None


def _is_clause(scene: Scene) -> bool:
    """Whether what stands in the marks is said, and no title: it has a verb or a full stop."""
    page, marks = scene.page, scene.marks
    assert marks is not None
    stopped = page.norm(marks.close - 1) in ENDS or page.norm(marks.close + 1) in ENDS
    return stopped or has_verb(scene, marks.open + 1, marks.close)


def _named_above(scene: Scene, at: int) -> Hit:
    """A person in a line of his own above, up to the colon that ends it: `Χ Ψ, CEO της Ω:\\n\\n«Q»`."""
    page, colon = scene.page, at - 1
    while colon > 0 and page.word(colon).isspace():
        colon -= 1
    if colon == at - 1 or page.norm(colon) != ":":
        return None
    start = page.token(page.sentences.paragraph(page.reading.starts[colon])[0])
    mention = scene.subjects.at(start, colon)
    if mention is None or mention.kind != "person" or mention.name is None or mention.end != colon:
        return None
    sure = mention.role is not None or mention.name[1] - mention.name[0] > 1
    return (start, Named(scene.subjects.resolve(mention), start)) if sure else None


PARTS = {
    "signature": Part(_signature, gives=Named),
    "signed_line": Part(_signed_line, gives=Named),
    "named_above": Part(before=_named_above, gives=Named),
}
