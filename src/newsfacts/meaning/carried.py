"""What goes on being told of: of the amount before, or of the sentence before."""

from newsfacts.meaning.asked import Asked, Said, fits, topic_of
from newsfacts.meaning.phrases import Topic

_VERBS = frozenset({"verb", "copula"})
_ACTING, _SUBJECTS = frozenset({"noun", "name"}), frozenset({"subject", "neuter"})


def carried(asked: Asked) -> Topic | None:
    """What was told of last, in this sentence or the one before."""
    if asked.last is not None:
        return asked.done[asked.last].topic
    named = _subject_before(asked)
    if named is not None:
        return named
    before = asked.before
    goes_on = before is not None and (
        asked.moves or asked.quantity.sign or before.unit == asked.quantity.fact.unit
    )
    return before.topic if before is not None and goes_on else None


def still_moving(asked: Asked) -> Said | None:
    """`Η πτώση των εσόδων ήταν 2%, ενώ τον Μάιο έφτασε το 5%`: the fall is what is told of."""
    said = None if asked.last is None else asked.done[asked.last]
    if said is None or said.verb is None or said.change is None or not asked.quantity.relative:
        return None
    moving = asked.row.items[said.verb]
    falls = "rise" in moving.roles and moving.article == "subject" and said.verb < (asked.last or 0)
    return Said(said.topic, said.change) if falls else None


def _subject_before(asked: Asked) -> Topic | None:
    """`Τα κέρδη ανέβηκαν. Σε επίπεδο ομίλου έφτασαν τα 5 εκατ.`: the one subject of the sentence before."""
    row = asked.plain()
    verb = None if row is None else next((at for at in range(len(row)) if row.any(at, _VERBS)), None)
    if row is None or verb is None:
        return None
    heads = [at for at in range(verb) if row.any(at, _ACTING) and row.items[at].article in _SUBJECTS]
    there = asked._replace(row=row)
    if len(heads) != 1 or not row.has(heads[0], "nominative") or not fits(there, heads[0]):
        return None
    return topic_of(there, heads[0], verb).moved(row.sentence.first - asked.row.sentence.first)
