"""Of two movements, or of two things that may have moved, the one that is meant."""

from newsfacts.meaning.asked import Asked, subject, topic_of
from newsfacts.meaning.found import Found
from newsfacts.meaning.phrases import Topic

_CAUSES = frozenset({"prep", "from"})


def nearer(asked: Asked, one: Found) -> Found:
    """`Τα κέρδη έπεσαν λόγω της αύξησης των εξόδων κατά 5%`: the nearer of two movements tells.

    But `μετά την αύξηση κατά 5%`, and `του τριμήνου`, does not say what else rose.
    """
    assert one.verb is not None
    row = asked.row
    for k in range(asked.at - 1, one.verb, -1):
        if "rise" in row.items[k].roles and row.any(k - 1, _CAUSES) and _of_measure(asked, k):
            return one._replace(verb=k, noun=None)
    return one


def _of_measure(asked: Asked, at: int) -> bool:
    """Whether a measure in the genitive tells what moved."""
    return asked.row.has(at + 1, "genitive") and topic_of(asked, at + 1, asked.at).measure is not None


def subject_rather(asked: Asked, topic: Topic | None, at: int) -> Topic | None:
    """`Η μετοχή κάνει άλμα 6% στις συναλλαγές`: the subject, where that is measured and the other is not."""
    row = asked.row
    shown = topic is not None and topic.measure is None and row.has(asked.at + 1, "in")
    if not (shown and row.has(at - 1, "verb") and row.has(at + 1, "quantity")):
        return None
    own = subject(asked, at - 1)
    return own if own is not None and own.measure is not None else None
