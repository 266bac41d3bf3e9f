"""Verbs of saying that stand beside what a whole sentence tells, in a clause of their own."""

from newsfacts.quotes.cues import Cue
from newsfacts.quotes.fronted import main_clause
from newsfacts.quotes.scene import Scene
from newsfacts.quotes.verb_forms import has_verb

# Text without full stops stays linear.
_FAR_BACK = 24


def is_inner(scene: Scene, start: int, cue: Cue) -> bool:
    """`C, αν και το 76% λέει ότι D`, `οι πελάτες που λένε ότι C`: whether a verb is that of a lesser clause.

    The whole begins at `start`; a lesser clause that is not at its head has a whole one before it.
    """
    page, words = scene.page, scene.words
    if page.norm(cue.start - 1) in words.relatives:
        return page.norm(cue.start - 2) != ","
    if page.norm(cue.start - 1) in words.linking and cue.plural != scene.cue.plural:
        return False  # `Σύμφωνα με τη Χ, C, καθώς λένε ότι D`: others say it
    opens = words.fronting_clauses | words.while_ | (words.with_ if cue.with_speaker else frozenset())
    for token in range(cue.start - 1, max(start, cue.start - _FAR_BACK) - 1, -1):
        if page.marks_around(token):
            continue
        if page.norm(token) in opens:
            fronted = token == start and main_clause(scene, cue.end, scene.end) < scene.end
            return fronted or has_verb(scene, start, token)
        if page.norm(token) == ",":
            return False
    return False
