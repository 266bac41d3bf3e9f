"""Stretches before a verb of saying that nobody says: who it is, and what is told of another."""

from newsfacts.quotes.scene import Scene, Stretch
from newsfacts.quotes.stretches import trim_start
from newsfacts.quotes.verb_forms import has_verb

_FAR = 12  # so many tokens has the name of a subject at most


def ends_with_subject(scene: Scene, clause: Stretch) -> bool:
    """Whether a stretch without a verb ends with somebody named, who does what the verb behind it says."""
    for at in range(max(clause.start, clause.end - _FAR), clause.end):
        if scene.page.norm(at) in scene.words.subject_not_neuter:
            mention = scene.subjects.at(at, clause.end)
            named = mention is not None and mention.name is not None and mention.end == clause.end
            return named and at > clause.start and not has_verb(scene, clause.start, at)
    return False


def tells_of_another(scene: Scene, side: Stretch) -> bool:
    """`…, είπαν άτομα που γνωρίζουν το θέμα, σύμφωνα με τη Χ`: of those who spoke before."""
    return scene.page.norm(trim_start(scene, side.start, side.end)) in scene.words.relatives
