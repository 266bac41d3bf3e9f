"""What each construction says of a quantity: topic, measure and movement; None where it says nothing."""

from collections.abc import Callable, Mapping

from newsfacts.meaning.asked import Asked, Said, carried, fits, subject, topic_of, topic_of_chunks
from newsfacts.meaning.joined import again, anew, foreseen, gapped, likewise, same
from newsfacts.meaning.phrases import Topic, heads_before, phrase, thing_in, verb_measure
from newsfacts.meaning.rules import Found

_NOUNS = frozenset({"noun", "genitive"})
_PRICES = (None, "price", "share_price")
_NAMED = frozenset({"name", "number"})
_MILLION = 1_000_000
_SHARE = 10_000
"""A company that closes at less than so much is told of by its share."""


def _beside(asked: Asked, one: Found) -> Said | None:
    assert one.noun is not None
    return Said(topic_of(asked, one.noun, asked.at if one.noun < asked.at else None))


def _moved(asked: Asked, one: Found) -> Said | None:
    assert one.verb is not None
    row = asked.row
    verb = row.items[one.verb]
    if "rate" in verb.roles and asked.quantity.fact.unit != "%":
        return None
    topic = None
    if _object_behind(asked):
        topic = topic_of(asked, asked.at + 1)
    elif one.noun is not None:
        topic = topic_of(asked, one.noun, asked.at if one.noun < asked.at else None)
    elif "rise" in verb.roles or "rate" in verb.roles or "more" in verb.roles:
        topic = _risen_of(asked, one.verb)
    if topic is None:
        topic = subject(asked, min(one.verb, asked.at))
    if topic is None and not row.any(one.verb - 1, _NAMED):
        topic = carried(asked)
    topic = topic or Topic()
    if _of_share(asked, one, topic):
        topic = Topic(measure="share_price")
    if topic.measure is None and asked.relative and row.has(asked.at - 1, "sayer"):
        topic = topic._replace(measure=row.items[asked.at - 1].tag.measures[0].measure)
    others = (
        asked.quantity.relative
        and not row.has(asked.at - 1, "by")
        and "more" in verb.roles
        and row.has(one.verb + 1, "from")
    )
    return Said(topic, None if others and "noun" not in verb.roles else verb.change)


def _object_behind(asked: Asked) -> bool:
    """Whether what moved follows: `βυθίζει 9% τη μετοχή`."""
    row, at = asked.row, asked.at + 1
    return row.has(at, "noun") and row.items[at].article == "object" and fits(asked, at)


def _of_share(asked: Asked, one: Found, topic: Topic) -> bool:
    """`Η Alpha έπεσε 9,4%`: of a company it is its share that moves."""
    if topic.measure is not None or asked.quantity.fact.unit != "%" or one.verb is None:
        return False
    s = asked.row.sentence
    if topic.start is not None and topic.end is not None and topic.noun is not None:
        return any(s.roles[k] == "company" for k in range(topic.start, topic.end))
    return topic.start is None and asked.row.has(one.verb - 1, "name")


def _risen_of(asked: Asked, at: int) -> Topic | None:
    """What a noun of movement is told of: `αύξηση των εσόδων`, `πτώση 5% στις πωλήσεις`."""
    row, item = asked.row, asked.row.items[at]
    if item.word + 1 < item.end:
        rest = item._replace(start=item.word + 1)
        chunks = [rest, *phrase(row, at, asked.at if at < asked.at else len(row))[1:]]
        return topic_of_chunks(asked, chunks, at)
    for place in (at + 1, asked.at + 1):
        noun = place + 1 if row.has(place, "in") or row.has(place, "for") else place
        if row.has(noun, "genitive") or (noun > place and row.has(noun, "noun")):
            return topic_of(asked, noun, asked.at if noun < asked.at else None)
    return None


def _led(asked: Asked, one: Found) -> Said | None:
    """A noun before a preposition, unless a verb before it has a measure as its subject."""
    assert one.noun is not None
    row = asked.row
    if not fits(asked, one.noun):
        if asked.quantity.fact.unit == "%" and row.has(asked.at + 1, "genitive"):
            return _share(asked, one._replace(noun=asked.at + 1))
        for at in heads_before(row, one.noun):
            if fits(asked, at) and any(row.has(k, "verb") for k in range(at, one.noun)):
                return Said(topic_of(asked, at, asked.at))
    return _beside(asked, one)


def _sized(asked: Asked, one: Found) -> Said | None:
    """A noun that counts only where it is a measure of this kind."""
    assert one.noun is not None
    item = asked.row.items[one.noun]
    thing = "noun" in item.roles and thing_in(asked.row, item, asked.kind, asked.words)
    said = _beside(asked, one) if thing or fits(asked, one.noun) else None
    dear = asked.kind == "money" and (asked.quantity.fact.low or 0) >= _MILLION
    return None if said is not None and dear and said.topic.measure == "price" else said


def _valued(asked: Asked, one: Found) -> Said | None:
    """`αποτίμησε την εταιρεία στα 3 δισ.`: the verb says it, unless its object is a measure."""
    assert one.noun is not None
    return None if fits(asked, one.noun) else _said(asked, one)


def _level(asked: Asked, one: Found) -> Said | None:
    topic = subject(asked, asked.at)
    if topic is None and one.verb is not None and asked.row.has(one.verb - 1, "name"):
        return Said(Topic(measure="share_price")) if _trades(asked) else None
    topic = topic or carried(asked)
    if topic is None:
        return None
    if topic.measure is None and asked.quantity.fact.unit == "%" and asked.row.has(asked.at + 1, "genitive"):
        topic = topic._replace(measure="share")
    if topic.measure is None and asked.kind == "money" and asked.row.has(asked.at, "per"):
        topic = topic._replace(measure="price")
    return Said(topic)


def _trades(asked: Asked) -> bool:
    """Whether a number that a company `κινήθηκε` or `έκλεισε` at is that of its share."""
    fact = asked.quantity.fact
    if asked.kind == "money":
        return (fact.low or _MILLION) < _SHARE
    return fact.unit == "%" and (asked.quantity.sign is not None or (fact.low or 0) < 0)


def _said(asked: Asked, one: Found) -> Said | None:
    assert one.verb is not None
    measure = verb_measure(asked.row.items[one.verb].tag, asked.kind)
    if measure is None:
        return None
    row, at = asked.row, asked.at + 1
    topic = Topic(measure=measure)
    if measure == "price" and (asked.quantity.fact.low or 0) >= _MILLION:
        return Said(Topic(measure="cost"))  # a work costs millions, a thing has its price
    if measure == "price":
        head = next(heads_before(row, one.verb), None)
        if head is not None and fits(asked, head):
            return Said(topic_of(asked, head, one.verb))
    elif row.has(at, "for") and row.has(at + 1, "noun"):
        topic = topic_of(asked, at + 1)._replace(measure=measure)
    elif asked.quantity.fact.unit == "%" and row.has(at, "genitive"):
        topic = topic_of(asked, at)._replace(measure=measure)
    return Said(topic)


def _part(asked: Asked, one: Found) -> Said | None:
    """`εκ των οποίων 5 εκατ.`: of what was told before; a percent is a share of it."""
    percent = asked.quantity.fact.unit == "%"
    topic = carried(asked)
    if topic is None or (percent and asked.last is not None and not _in_clause(asked)):
        nouns = (at for at in range(asked.at - 1, max(-1, asked.at - 20), -1) if asked.row.any(at, _NOUNS))
        head = next(nouns, None)
        topic = topic_of(asked, head, asked.at) if head is not None else topic
    if topic is None or (percent and topic.measure in _PRICES):
        return None
    return Said(topic._replace(measure="share") if percent else topic)


def _in_clause(asked: Asked) -> bool:
    assert asked.last is not None
    return not any(asked.row.has(k, "end") for k in range(asked.last, asked.at))


def _share_alone(asked: Asked, one: Found) -> Said | None:
    return Said(Topic(measure="share")) if asked.quantity.fact.unit == "%" else None


def _last(asked: Asked, one: Found) -> Said | None:
    topic = carried(asked)
    return None if topic is None else Said(topic)


def _price(asked: Asked, one: Found) -> Said | None:
    return Said(Topic(measure="price")) if asked.kind == "money" else None


def _stock(asked: Asked, one: Found) -> Said | None:
    topic = carried(asked)
    if topic is None or topic.measure != "share_price":
        topic = Topic(measure="share_price")
    return Said(topic)


def _share(asked: Asked, one: Found) -> Said | None:
    assert one.noun is not None
    if asked.quantity.fact.unit != "%":
        return None
    return Said(topic_of(asked, one.noun)._replace(measure="share"))


HOW: Mapping[str, Callable[[Asked, Found], Said | None]] = {
    "beside": _beside,
    "after": _beside,
    "moved": _moved,
    "level": _level,
    "said": _said,
    "same": same,
    "again": again,
    "led": _led,
    "anew": anew,
    "carried": _last,
    "price": _price,
    "stock": _stock,
    "part": _part,
    "gapped": gapped,
    "likewise": likewise,
    "foreseen": foreseen,
    "valued": _valued,
    "sized": _sized,
    "share_alone": _share_alone,
    "share": _share,
}
"""The constructions by the name of their meaning."""
