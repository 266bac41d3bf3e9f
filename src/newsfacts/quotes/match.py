"""Reads templates outwards from a cue, from marks or from the head of a line."""

from collections.abc import Sequence
from typing import Any

from newsfacts.quotes.cues import Cue
from newsfacts.quotes.parts.marks import marks_near
from newsfacts.quotes.scene import Hit, Scene, Told
from newsfacts.quotes.steps import Read
from newsfacts.quotes.templates import Template, Templates


def read_cue(templates: Templates, scene: Scene, cue: Cue) -> tuple[Template, Told] | None:
    """What the first template that fits a cue tells; None where none does."""
    if cue.what != "verb":
        name = "phrase.statement" if cue.statement else cue.what
        return read_first(templates.by_cue[name], scene, cue.start, cue.end)
    if cue.aside:
        return read_first(templates.by_cue["aside"], scene, cue.start, cue.end)
    sort = cue.says.frames, cue.says.form == "gerund", scene.ahead.what, marks_near(scene, cue.start)
    return read_first(templates.of_verb[sort], scene, cue.start, cue.end)


def read_first(
    templates: Sequence[Template], scene: Scene, start: int, end: int
) -> tuple[Template, Told] | None:
    """What the first template that fits tells; what it is read from starts at a token and ends before one."""
    known = _Known(scene)
    for template in templates:
        told = _read(template, scene, start, end, known)
        if told is not None:
            return template, told
    return None


class _Known(dict[tuple[Read, int], Hit]):
    """What parts read at tokens: what one template asked for the next ones need not ask again."""

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._scene = scene

    def __missing__(self, place: tuple[Read, int]) -> Hit:
        read, at = place
        hit = self[place] = read(self._scene, at)
        return hit


def _read(template: Template, scene: Scene, start: int, end: int, known: _Known) -> Told | None:
    kept: dict[str, Any] = {}
    said = start
    for read, keep, is_part in template.before:
        hit = known[read, start] if is_part else read(scene, start)
        if hit is None:
            return None
        start = hit[0]
        if keep:
            kept[keep] = hit[1]
    for read, keep, is_part in template.behind:
        hit = known[read, end] if is_part else read(scene, end)
        if hit is None:
            return None
        if keep:
            said = end
            kept[keep] = hit[1]
        end = hit[0]
    for read, keep, _ in template.late:
        hit = known[read, said]
        if hit is None:
            return None
        kept[keep] = hit[1]
    if template.kept:
        kept[template.kept] = scene.marks
    return template.tell(scene, **kept)
