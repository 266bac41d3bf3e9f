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


def meant(asked: Asked, topic: Topic | None) -> Topic | None:
    """What a pronoun or a verb alone is told of: `Τα έσοδα αυξήθηκαν 5%. (Αυτά) ανήλθαν σε 5 εκατ. ευρώ`."""
    before, row = asked.before, asked.row
    if before is None or asked.last is not None or not _told_in(asked, before.topic):
        return None
    if topic is not None:
        item = None if topic.noun is None else row.items[topic.noun]
        alone = item is not None and item.end - item.start == 1
        return (
            before.topic if item and alone and row.sentence.norms[item.start] in asked.words.again else None
        )
    verb = row.sentence.norms[row.items[0].start]
    several = verb.endswith(asked.words.plurals) and _several(asked, before.topic)
    return before.topic if row.has(0, "level") and several else None


def _told_in(asked: Asked, topic: Topic) -> bool:
    return topic.measure is not None and asked.kind in asked.words.kinds.get(topic.measure, ())


def _several(asked: Asked, topic: Topic) -> bool:
    """Whether an article of several stands before what was told of."""
    reading, first = asked.row.sentence.reading, asked.row.sentence.first
    at = first + (topic.start or 0) - 1
    return topic.start is not None and at >= 0 and reading.norm(at) in asked.words.all_of_them


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
