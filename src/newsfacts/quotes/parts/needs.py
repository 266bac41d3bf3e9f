"""Clauses of what is needed: `τόνισε την ανάγκη να C`, `Την ανάγκη να C τόνισε ο S`."""

from newsfacts.quotes.parts.part import Part
from newsfacts.quotes.scene import Hit, Scene, Stretch
from newsfacts.quotes.stretches import clause_end, clause_is_taken

_LONGEST = 60


def _to_do(scene: Scene, at: int) -> Hit:
    """A clause that opens with `να`."""
    if scene.page.norm(at) != scene.words.subjunctive:
        return None
    end = clause_end(scene, at)
    return end, Stretch(at, end)


def _to_do_before(scene: Scene, at: int) -> Hit:
    """The same, near the head of the sentence that its verb of saying closes."""
    page, first = scene.page, max(scene.first, scene.done)
    if at - first > _LONGEST or clause_is_taken(scene, first, at):
        return None
    opening = range(first, min(first + 4, at - 1))
    start = next((k for k in opening if page.norm(k) == scene.words.subjunctive), None)
    return None if start is None else (start, Stretch(start, at))


PARTS = {
    "to_do": Part(_to_do, _to_do_before, gives=Stretch, beside=("verb",)),
}
