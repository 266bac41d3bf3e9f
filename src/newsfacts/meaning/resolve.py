"""From constructions to what each quantity of a sentence is about."""

from collections.abc import Mapping
from typing import NamedTuple

from newsfacts.meaning.phrases import (
    Topic,
    heads_before,
    measure_of,
    measured,
    phrase,
    span,
    thing_in,
    verb_measure,
)
from newsfacts.meaning.row import Item, Row
from newsfacts.meaning.rules import Found, Rules
from newsfacts.meaning.sentence import Quantity
from newsfacts.meaning.words import Words


class Before(NamedTuple):
    """What was told of in the sentence before, and in which unit."""

    topic: Topic
    unit: str


class Said(NamedTuple):
    """What is found out of one quantity: its topic, the movement, and the rule that told."""

    topic: Topic = Topic()
    change: str | None = None
    rule: str = ""


_NOUNS = frozenset({"noun", "genitive"})
_NAMED = frozenset({"name", "number"})
_ASIDE = frozenset({"in", "from", "prep"})
_MILLION = 1_000_000
_COMPARED = frozenset({"from", "genitive", "owner", "versus"})


def resolve(row: Row, rules: Rules, words: Words, before: Before | None = None) -> dict[int, Said]:
    """What is said of the quantities of a row, by their item; `before` is what was told of last."""
    done: dict[int, Said] = {}
    last: int | None = None
    for at, item in enumerate(row.items):
        if item.quantity is not None:
            done[at] = _resolved(_Asked(row, words, done, last, at, item.quantity, before), rules)
            last = at
    return done


class _Asked(NamedTuple):
    """A quantity with what stands around it and what is known so far."""

    row: Row
    words: Words
    done: Mapping[int, Said]
    last: int | None
    at: int
    quantity: Quantity
    before: Before | None
    moves: bool = False

    @property
    def relative(self) -> bool:
        """Whether any measure may be told in it: a movement in percent or as a multiple."""
        quantity = self.quantity
        moves = self.moves or quantity.sign is not None or quantity.fact.text.isalpha()
        return quantity.relative and moves

    @property
    def kind(self) -> str:
        return self.quantity.kind


def _resolved(asked: _Asked, rules: Rules) -> Said:
    for name, found in rules.constructions(asked.row.letters, asked.at):
        how = found[0].how
        asked = asked._replace(moves=how == "moved")
        said = _HOW[how](asked, _preferred(asked, found))
        if said is not None:
            return _signed(asked, said)._replace(rule=name)
    return _signed(asked, _left_over(asked))


def _signed(asked: _Asked, said: Said) -> Said:
    sign = asked.quantity.sign or _multiplied(asked)
    return said._replace(change=sign) if sign and said.change is None else said


def _multiplied(asked: _Asked) -> str | None:
    """An adjective such as `διπλάσια` says a rise, unless something else is compared with."""
    fact = asked.quantity.fact
    if asked.kind != "multiple" or not fact.text.isalpha():
        return None
    return None if asked.row.any(asked.at + 1, _COMPARED) else "up"


def _preferred(asked: _Asked, found: list[Found]) -> Found:
    """Of several nouns the nearest that is a measure told in this kind, else the nearest."""
    return next((one for one in found if one.noun is not None and _fits(asked, one.noun)), found[0])


def _fits(asked: _Asked, noun: int) -> bool:
    return measured(asked.row, noun, asked.kind, relative=asked.relative)


def _topic(asked: _Asked, noun: int, stop: int | None = None) -> Topic:
    row = asked.row
    chunks = phrase(row, noun, len(row) if stop is None else stop)
    return _of_chunks(asked, chunks, noun)


def _of_chunks(asked: _Asked, chunks: list[Item], noun: int) -> Topic:
    measure = measure_of(asked.row, chunks, asked.kind, asked.words, relative=asked.relative)
    start, end = span(asked.row, chunks) or (None, None)
    return Topic(start, end, measure, noun)


def _beside(asked: _Asked, one: Found) -> Said | None:
    assert one.noun is not None
    return Said(_topic(asked, one.noun, asked.at if one.noun < asked.at else None))


def _subject(asked: _Asked, before: int) -> Topic | None:
    """What a verb is told of: the nearest measure before it in the clause, else the nearest noun."""
    nearest = None
    for at in heads_before(asked.row, before):
        if _fits(asked, at):
            return _topic(asked, at, asked.at)
        nearest = at if nearest is None else nearest
    after = _noun_after(asked)
    if after is not None and (nearest is None or _fits(asked, after)):
        return _topic(asked, after)
    return None if nearest is None else _topic(asked, nearest, asked.at)


def _noun_after(asked: _Asked) -> int | None:
    """The subject behind its number: `στα 5 εκατ. ανήλθαν τα έσοδα`."""
    row, at = asked.row, asked.at + 1
    while row.has(at, "verb") or row.has(at, "owner") or (row.any(at, _ASIDE) and row.has(at + 1, "noun")):
        at += 2 if row.any(at, _ASIDE) else 1
    if row.has(at, "noun") and row.items[at].article in ("subject", "neuter"):
        return at
    return None


def _carried(asked: _Asked) -> Topic | None:
    if asked.last is not None:
        return asked.done[asked.last].topic
    before = asked.before
    goes_on = before is not None and (asked.moves or before.unit == asked.quantity.fact.unit)
    return before.topic if before is not None and goes_on else None


def _moved(asked: _Asked, one: Found) -> Said | None:
    assert one.verb is not None
    row = asked.row
    verb = row.items[one.verb]
    if "rate" in verb.roles and asked.quantity.fact.unit != "%":
        return None
    topic = None
    if one.noun is not None:
        topic = _topic(asked, one.noun, asked.at if one.noun < asked.at else None)
    elif "rise" in verb.roles or "rate" in verb.roles or "more" in verb.roles:
        topic = _risen_of(asked, one.verb)
    if topic is None:
        topic = _subject(asked, min(one.verb, asked.at))
    if topic is None and not row.any(one.verb - 1, _NAMED):
        topic = _carried(asked)
    topic = topic or Topic()
    if _of_share(asked, one, topic):
        topic = Topic(measure="share_price")
    if topic.measure is None and asked.relative and row.has(asked.at - 1, "sayer"):
        topic = topic._replace(measure=row.items[asked.at - 1].tag.measures[0].measure)
    others = asked.kind == "multiple" and "more" in verb.roles and row.has(one.verb + 1, "from")
    return Said(topic, None if others and "noun" not in verb.roles else verb.change)


def _of_share(asked: _Asked, one: Found, topic: Topic) -> bool:
    """`Η Alpha έπεσε 9,4%`: of a company it is its share that moves."""
    if topic.measure is not None or asked.quantity.fact.unit != "%" or one.verb is None:
        return False
    s = asked.row.sentence
    if topic.start is not None and topic.end is not None and topic.noun is not None:
        return any(s.roles[k] == "company" for k in range(topic.start, topic.end))
    return topic.start is None and asked.row.has(one.verb - 1, "name")


def _risen_of(asked: _Asked, at: int) -> Topic | None:
    """What a noun of movement is told of: `αύξηση των εσόδων`, `πτώση 5% στις πωλήσεις`."""
    row, item = asked.row, asked.row.items[at]
    if item.word + 1 < item.end:
        rest = item._replace(start=item.word + 1)
        chunks = [rest, *phrase(row, at, asked.at if at < asked.at else len(row))[1:]]
        return _of_chunks(asked, chunks, at)
    for place in (at + 1, asked.at + 1):
        noun = place + 1 if row.has(place, "in") or row.has(place, "for") else place
        if row.has(noun, "genitive") or (noun > place and row.has(noun, "noun")):
            return _topic(asked, noun, asked.at if noun < asked.at else None)
    return None


def _led(asked: _Asked, one: Found) -> Said | None:
    """A noun before a preposition, unless a verb before it has a measure as its subject."""
    assert one.noun is not None
    row = asked.row
    if not _fits(asked, one.noun):
        for at in heads_before(row, one.noun):
            if _fits(asked, at) and any(row.has(k, "verb") for k in range(at, one.noun)):
                return Said(_topic(asked, at, asked.at))
    return _beside(asked, one)


def _sized(asked: _Asked, one: Found) -> Said | None:
    """A noun that counts only where it is a measure of this kind."""
    assert one.noun is not None
    item = asked.row.items[one.noun]
    thing = "noun" in item.roles and thing_in(asked.row, item, asked.kind, asked.words)
    return _beside(asked, one) if thing or _fits(asked, one.noun) else None


def _level(asked: _Asked, one: Found) -> Said | None:
    topic = _subject(asked, asked.at) or _carried(asked)
    if topic is None:
        return None
    if topic.measure is None and asked.quantity.fact.unit == "%" and asked.row.has(asked.at + 1, "genitive"):
        topic = topic._replace(measure="share")
    return Said(topic)


def _said(asked: _Asked, one: Found) -> Said | None:
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
        if head is not None and _fits(asked, head):
            return Said(_topic(asked, head, one.verb))
    elif row.has(at, "for") and row.has(at + 1, "noun"):
        topic = _topic(asked, at + 1)._replace(measure=measure)
    elif asked.quantity.fact.unit == "%" and row.has(at, "genitive"):
        topic = _topic(asked, at)._replace(measure=measure)
    return Said(topic)


def _part(asked: _Asked, one: Found) -> Said | None:
    """`εκ των οποίων 5 εκατ.`: of what was told before; a percent is a share of it."""
    percent = asked.quantity.fact.unit == "%"
    topic = _carried(asked)
    if topic is None or (percent and asked.last is not None and not _in_clause(asked)):
        nouns = (at for at in range(asked.at - 1, max(-1, asked.at - 20), -1) if asked.row.any(at, _NOUNS))
        head = next(nouns, None)
        topic = _topic(asked, head, asked.at) if head is not None else topic
    if topic is None:
        return None
    return Said(topic._replace(measure="share") if percent else topic)


def _in_clause(asked: _Asked) -> bool:
    assert asked.last is not None
    return not any(asked.row.has(k, "end") for k in range(asked.last, asked.at))


def _gapped(asked: _Asked, one: Found) -> Said | None:
    """`η Alpha κατέβαλε 5 εκατ., η Beta 3`: the verb is that of the amount before."""
    if asked.last is None or asked.row.items[asked.last].quantity is None:
        return None
    before = asked.row.items[asked.last].quantity
    assert before is not None
    return Said(asked.done[asked.last].topic) if before.fact.unit == asked.quantity.fact.unit else None


def _share_alone(asked: _Asked, one: Found) -> Said | None:
    return Said(Topic(measure="share")) if asked.quantity.fact.unit == "%" else None


def _same(asked: _Asked, one: Found) -> Said | None:
    assert one.other is not None
    said = asked.done.get(one.other)
    return None if said is None else Said(said.topic)


def _again(asked: _Asked, one: Found) -> Said | None:
    assert one.other is not None
    said = asked.done.get(one.other)
    return None if said is None else Said(said.topic, said.change)


def _last(asked: _Asked, one: Found) -> Said | None:
    topic = _carried(asked)
    return None if topic is None else Said(topic)


def _price(asked: _Asked, one: Found) -> Said | None:
    return Said(Topic(measure="price")) if asked.kind == "money" else None


def _stock(asked: _Asked, one: Found) -> Said | None:
    topic = _carried(asked)
    if topic is None or topic.measure != "share_price":
        topic = Topic(measure="share_price")
    return Said(topic)


def _share(asked: _Asked, one: Found) -> Said | None:
    assert one.noun is not None
    if asked.quantity.fact.unit != "%":
        return None
    return Said(_topic(asked, one.noun)._replace(measure="share"))


def _left_over(asked: _Asked) -> Said:
    measure = asked.words.by_kind.get(asked.kind)
    return Said(Topic(measure=measure))


_HOW = {
    "beside": _beside,
    "after": _beside,
    "moved": _moved,
    "level": _level,
    "said": _said,
    "same": _same,
    "again": _again,
    "led": _led,
    "carried": _last,
    "price": _price,
    "stock": _stock,
    "part": _part,
    "gapped": _gapped,
    "sized": _sized,
    "share_alone": _share_alone,
    "share": _share,
}
