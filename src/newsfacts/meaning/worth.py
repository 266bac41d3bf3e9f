"""What is said of a sum that something gains or loses, that a company reaches, or that falls to a share."""

from newsfacts.meaning.asked import Asked, Said, fits, topic_of
from newsfacts.meaning.found import Found
from newsfacts.meaning.phrases import Topic

_HANDED = 10
"""So many words before an amount it is said that it is paid out."""
_AROUND = 40
"""So many words before and after it a bid is told of."""
_ORDERED = 12
"""So many words before an amount somebody is told to pay it."""
_PAID = ("deal", "cost", "investment")
_WORTH = 1_000_000
_TRILLION, _DEAR_UNITS = 1e12, frozenset({"USD", "EUR", "GBP"})
"""Nothing but what a company is worth reaches so much."""
_PER = 4
"""So many words has `ανά κοινή μετοχή` at most."""
_UNSAID = (None, "price", "deal", "share_price", "cost")
_BIDS = frozenset({"deal", "funding"})
_SHRINKS = ("valuation", "share_price", "revenue", "profit", "cash", "debt", "cost", "budget", "investment")
"""What has a size that a sum can be taken from."""


def added(asked: Asked, one: Found) -> Said | None:
    """`πρόσθεσε 5 δισ. στην κεφαλαιοποίησή της`: a measure that rose by it."""
    assert one.noun is not None
    return Said(topic_of(asked, one.noun), "up") if fits(asked, one.noun) else None


def wiped(asked: Asked, one: Found) -> Said | None:
    """`έσβησε 5 δισ. από την κεφαλαιοποίηση`: a measure that fell by it."""
    assert one.noun is not None
    topic = topic_of(asked, one.noun)
    return Said(topic, "down") if topic.measure in _SHRINKS else None


def dear(asked: Asked) -> bool:
    """`60 εκατ. ευρώ τον χρόνο`: nothing that is sold by the piece costs millions."""
    return (asked.quantity.fact.low or asked.quantity.fact.high or 0) >= _WORTH


def has_worth(asked: Asked) -> bool:
    """`Η Alpha έχει αξία 5 δισ. ευρώ`: what a company that is named is worth."""
    s, fact, at = asked.row.sentence, asked.quantity.fact, asked.quantity.start - 1
    while at > 0 and s.roles[at] in ("hedge", "genitive"):
        at -= 1
    has = at > 0 and s.norms[at] in asked.words.by_value and s.roles[at - 1] == "particle"
    return has and asked.kind == "money" and (fact.low or 0) >= _WORTH and asked.row.has(asked.at - 2, "name")


def lost(asked: Asked, one: Found) -> Said | None:
    """`Η Alpha έχασε 5 δισ. από την κεφαλαιοποίησή της`: what a company is worth fell by it."""
    assert one.noun is not None
    row = asked.row
    verb = next(k for k in range(asked.at - 1, -1, -1) if row.has(k, "mover"))
    worth = asked.kind == "money" and topic_of(asked, one.noun).measure == "valuation"
    return wiped(asked, one) if worth and row.items[verb].change == "down" else None


def reached_in(asked: Asked) -> Topic | None:
    """`Η εταιρεία ξεπέρασε τα 5 δισ. ευρώ σε χρηματιστηριακή αξία`: what a company reached stands behind."""
    row, at = asked.row, asked.at + 2
    told = row.has(at - 1, "in") and row.has(at, "noun") and fits(asked, at)
    return topic_of(asked, at) if told else None


def valued_at(asked: Asked, one: Found) -> Topic | None:
    """`Η εταιρεία είχε εκτιμηθεί στα 5 δισ. ευρώ`: what a company is thought to be worth.

    But `εκτιμήθηκε ότι θα έχει 5 δισ. ευρώ` tells what it will have.
    """
    if one.verb is None:
        return None
    verb = asked.row.items[one.verb]
    if not asked.words.that.isdisjoint(asked.row.sentence.norms[verb.start : asked.quantity.start]):
        return None
    fact = asked.quantity.fact
    least = fact.low or fact.high or 0
    if least >= _TRILLION and fact.unit in _DEAR_UNITS and "level" in verb.roles:
        return Topic(measure="valuation")  # `Η εταιρεία ξεπέρασε τα 2 τρισ. δολάρια`
    valued = least >= _WORTH and any(
        v.measure == "valuation" and asked.kind in v.kinds for v in verb.tag.measures
    )
    return Topic(measure="valuation") if valued else None


def paid_out(asked: Asked, said: Said) -> bool:
    """`Η Alpha θα καταβάλει 0,25 ευρώ ανά μετοχή`: a dividend; but `για τη Beta` is a price.

    What is only given or paid is one beside `μέρισμα`; nothing is beside a bid, nor what a noun says.
    """
    row, s, topic = asked.row, asked.row.sentence, said.topic
    start, end = asked.quantity.start, asked.quantity.end
    if not row.has(asked.at, "per") or asked.words.shares.isdisjoint(s.norms[end : end + _PER]):
        return False
    if topic.measure not in _UNSAID or row.has(asked.at + 1, "for"):
        return False
    around = range(max(0, start - _AROUND), end + _AROUND)
    beside = {s.nouns[k][1].measure for k in around if k in s.nouns}
    if (topic.measure is not None and topic.start is not None) or not _BIDS.isdisjoint(beside):
        return False
    told = asked.last is not None and asked.done[asked.last].topic.measure == "dividend"
    told = told or (topic.measure == "cost" and "dividend" in beside)
    return told or any(s.norms[k] in asked.words.handed for k in range(max(0, start - _HANDED), start))


def ordered(asked: Asked, said: Said) -> bool:
    """`Το δικαστήριο διέταξε την Alpha να καταβάλει 5 εκατ. ευρώ`: nothing is bought or spent by it."""
    noun, here = said.topic.noun, asked.quantity.start
    if asked.kind != "money" or said.topic.measure not in _PAID or (noun is not None and noun < asked.at):
        return False
    norms = asked.row.sentence.norms
    return any(norms[k] in asked.words.courts for k in range(max(0, here - _ORDERED), here))


def meant_for(asked: Asked, verb: int, measure: str) -> Topic:
    """`θα διαθέσει για έρευνα 5 εκατ. ευρώ`; for what is no measure it is no investment."""
    row = asked.row
    noun = next((k + 1 for k in range(verb + 1, asked.at - 1) if row.has(k, "for")), None)
    if noun is None or not row.has(noun, "noun"):
        return Topic(measure=measure)
    hits = row.sentence.nouns
    item = row.items[noun]
    none = any(k in hits and hits[k][1].measure is None for k in range(item.start, item.end))
    return topic_of(asked, noun, asked.at)._replace(measure=None if none else measure)


def sold_for(asked: Asked, one: Found) -> Said | None:
    """`Η Alpha πούλησε το πλοίο για 12 εκατ. ευρώ`: what somebody bought or sold it for."""
    assert one.verb is not None
    norm = asked.row.sentence.norms[asked.row.items[one.verb].start]
    deals = asked.kind == "money" and norm in asked.words.dealing
    fitting = one.noun is not None and fits(asked, one.noun)
    return Said(Topic(measure="deal")) if deals and not fitting else None


def bought(asked: Asked, one: Found) -> Said | None:
    """`την εξαγορά του 51% της Beta έναντι 5 εκατ. ευρώ`: what is paid for a part."""
    assert one.noun is not None
    part = None if asked.last is None else asked.row.items[asked.last].quantity
    if part is None or part.fact.unit != "%" or asked.kind != "money" or not fits(asked, one.noun):
        return None
    return Said(Topic(measure="deal")) if topic_of(asked, one.noun).measure == "deal" else None


def paid_for(asked: Asked, one: Found) -> Said | None:
    """`στην Alpha περνά το 60% της Beta, έναντι 5 εκατ. ευρώ`: what is paid for a part."""
    assert one.other is not None
    said = asked.done.get(one.other)
    part = said is not None and said.topic.measure == "share" and said.change is None
    return Said(Topic(measure="deal")) if part and asked.kind == "money" else None


def paid_as(asked: Asked, one: Found) -> Said | None:
    """`θα πληρώσει 5 εκατ. ευρώ ως πρόστιμο`: what a sum is called behind it."""
    assert one.noun is not None
    row = asked.row
    called = row.sentence.norms[row.items[one.noun - 1].start] in asked.words.paid_as
    return Said(topic_of(asked, one.noun)) if called and fits(asked, one.noun) else None
