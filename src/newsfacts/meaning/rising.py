"""What is said by a noun of movement alone: `αυξήσεις σε κρέατα (13%)`, `μείωση από 15 σε 10 ευρώ`."""

from newsfacts.meaning.asked import Asked, Said, fits, subject, topic_of
from newsfacts.meaning.carried import carried
from newsfacts.meaning.constructions import level
from newsfacts.meaning.found import Found
from newsfacts.meaning.joined import anew
from newsfacts.meaning.moving import moved, risen_of
from newsfacts.meaning.phrases import Topic

_SOME = frozenset({"hedge", "particle"})
_LEVELS = ("share", "rate")


def rose_in(asked: Asked, one: Found) -> Said | None:
    """`αυξήσεις σε κρέατα (13%)`: what rose, or where it did."""
    assert one.verb is not None
    item = asked.row.items[one.verb]
    topic = risen_of(asked._replace(at=one.verb + 1), one.verb)
    if (topic is None or one.verb + 1 == topic.noun) and not asked.row.has(one.verb + 1, "genitive"):
        topic = topic_of(asked, one.noun) if one.noun is not None else Topic()
    if not topic or topic == Topic():
        topic = carried(asked)  # `Σημαντικές αυξήσεις σημειώθηκαν στη Λετονία (+99%)`, which no share has
        topic = None if topic is not None and topic.measure in _LEVELS else topic
    return Said(topic or Topic(), item.change)


def so_much(asked: Asked, one: Found) -> Said | None:
    """`άνοδος των εσόδων, η οποία έφτασε το 6%`, but `του περιθωρίου, το οποίο έφτασε το 6%` is a level."""
    said = moved(asked._replace(moves=True), one) if asked.quantity.fact.unit == "%" else None
    kinds = asked.words.kinds.get((said and said.topic.measure) or "", frozenset())
    return None if "percent" in kinds else said


def around(asked: Asked, one: Found) -> Said | None:
    """`άνοδος γύρω στο 4%`, `η αύξηση του τζίρου υπολογίζεται σε 8%`, but `άνοδος στο 4%` is a level."""
    assert one.verb is not None
    s, item = asked.row.sentence, asked.row.items[one.verb]
    saved = s.norms[item.word] in asked.words.savings  # `η εξοικονόμηση υπολογίζεται στο 62%`
    bare = _SOME.isdisjoint(s.roles[item.end : asked.quantity.start])
    return None if saved or bare else so_much(asked, one)


def gone_on(asked: Asked, one: Found) -> Said | None:
    """`Αύξηση 8% εμφάνισαν οι μισθοί, 3% τα ενοίκια`: the movement goes on with another."""
    assert one.other is not None
    said = asked.done.get(one.other)
    if said is None or said.change is None or asked.quantity.sign or asked.quantity.fact.unit != "%":
        return None
    told = anew(asked, one)
    kinds = asked.words.kinds.get((told and told.topic.measure) or "", frozenset())
    return None if "percent" in kinds else told


def paced(asked: Asked, one: Found) -> Said | None:
    """`Τα έσοδα αυξάνονται με ρυθμό 6%`: what rises so fast."""
    assert one.noun is not None
    item = asked.row.items[one.noun]
    fast = not asked.words.paces.isdisjoint(asked.row.sentence.norms[item.start : item.end])
    if not fast or asked.quantity.fact.unit != "%":
        return None
    return moved(asked._replace(moves=True), one._replace(noun=None))


def paired_of(asked: Asked, one: Found) -> Said | None:
    """`Η αύξηση των εσόδων ήταν 10%, ενώ των κερδών 20%`: another measure that rose so much."""
    assert one.noun is not None
    assert one.other is not None
    said, moving = asked.done.get(one.other), asked._replace(moves=True)
    if said is None or said.change is None or not asked.quantity.relative or asked.quantity.sign:
        return None
    of = said.topic.noun is not None and asked.row.has(said.topic.noun, "genitive")
    return Said(topic_of(moving, one.noun, asked.at), said.change) if of and fits(moving, one.noun) else None


def ran(asked: Asked, one: Found) -> Said | None:
    """`Ο πληθωρισμός τρέχει με 3%` tells a level, `οι τιμές τρέχουν με 8%` how much they rise."""
    said = level(asked, one)
    kinds = asked.words.kinds.get((said and said.topic.measure) or "", frozenset())
    if "percent" in kinds or asked.quantity.fact.unit != "%":
        return said
    return moved(asked._replace(moves=True), one)


def kept(asked: Asked, one: Found) -> Said | None:
    """`Η Alpha περιόρισε την αύξηση στο 7%`: a movement that is kept down to so much."""
    assert one.verb is not None
    if asked.quantity.fact.unit != "%":
        return None
    topic = risen_of(asked._replace(moves=True), one.verb) or Topic()
    return Said(topic, asked.row.items[one.verb].change)


def level_of(asked: Asked, one: Found) -> Said | None:
    """`μείωση του παγίου από 15 σε 10 ευρώ`: both ends are levels of what moved."""
    assert one.verb is not None
    topic = risen_of(asked, one.verb) or subject(asked, one.verb) or carried(asked) or Topic()
    told = asked.words.kinds.get(topic.measure or "", frozenset())
    if asked.row.has(asked.at - 1, "in") and asked.kind not in told:
        return None  # `άνοδος για τη μετοχή, στο 5%` is no level
    return Said(topic)
