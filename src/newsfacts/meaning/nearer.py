"""Of two movements, or of two things that may have moved, the one that is meant."""

from newsfacts.meaning.asked import Asked, subject
from newsfacts.meaning.found import Found
from newsfacts.meaning.phrases import Topic

_CAUSES = frozenset({"prep", "from"})


def nearer(asked: Asked, one: Found) -> Found:
    """`Τα κέρδη έπεσαν λόγω της αύξησης των εξόδων κατά 5%`: the nearer of two movements tells."""
    assert one.verb is not None
    row = asked.row
    for k in range(asked.at - 1, one.verb, -1):
        if "rise" in row.items[k].roles and row.any(k - 1, _CAUSES):
            return one._replace(verb=k, noun=None)
    return one


def subject_rather(asked: Asked, topic: Topic | None, at: int) -> Topic | None:
    """`Η μετοχή κάνει άλμα 6% στις συναλλαγές`: the subject, where that is measured and the other is not."""
    row = asked.row
    shown = topic is not None and topic.measure is None and row.has(asked.at + 1, "in")
    if not (shown and row.has(at - 1, "verb") and row.has(at + 1, "quantity")):
        return None
    own = subject(asked, at - 1)
    return own if own is not None and own.measure is not None else None
