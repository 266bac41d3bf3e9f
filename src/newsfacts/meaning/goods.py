"""What is traded by its own name and is nobody's: `το Bitcoin έπεσε στα 91.000 δολάρια`."""

from newsfacts.meaning.asked import Asked, Said, fits
from newsfacts.meaning.found import Found
from newsfacts.meaning.moving import moved
from newsfacts.meaning.phrases import Topic

_NEAR = 8
_MILLION = 1_000_000
_VERBS, _HEDGES = frozenset({"verb", "copula"}), frozenset({"hedge"})
_PRICES = (None, "share_price", "valuation", "price")
"""What else was understood of such a name."""


def priced(asked: Asked, said: Said) -> Said:
    """The price of goods whose name stands before a number that something else does not have."""
    if said.topic.noun is not None or said.topic.measure not in _PRICES or not _may_be_price(asked, said):
        return said
    good = _behind_goods(asked)
    if good is None:
        return said
    if not _acts(asked, good):
        return said._replace(topic=Topic(measure="price"))
    item = asked.row.items[good]
    named = next(k for k in range(item.start, item.end) if asked.row.sentence.norms[k] in asked.words.goods)
    change = said.change or _won(asked, good)
    return said._replace(topic=Topic(named, named + 1, "price"), change=change)


def _acts(asked: Asked, good: int) -> bool:
    """Whether a verb is told of it: `το Bitcoin έπεσε στα …`, but not `θα στείλει το Bitcoin στα …`."""
    row = asked.row
    return not row.any(good - 1, _VERBS) and any(row.any(k, _VERBS) for k in range(good + 1, asked.at))


def _won(asked: Asked, good: int) -> str | None:
    """`Το Brent κέρδισε 38 σεντς`: so much it rose by, where nothing stands between."""
    row, verb = asked.row, asked.at - 1
    verb -= row.has(verb, "by")
    moves = row.has(verb, "mover") and verb == good + 1 and asked.kind == "money"
    return row.items[verb].change if moves else None


def grew(asked: Asked, one: Found) -> Said | None:
    """`Το Brent πρόσθεσε 0,6%`, `ο δείκτης πρόσθεσε 0,4%`: what rose by so much."""
    assert one.verb is not None
    row, s = asked.row, asked.row.sentence
    between = s.roles[row.items[one.verb].end : asked.quantity.start]
    into = row.has(asked.at + 1, "in") and row.has(asked.at + 2, "noun") and fits(asked, asked.at + 2)
    if into or not _HEDGES.issuperset(between):
        return None  # `πρόσθεσε ότι το 40% των εσόδων …`
    if asked.quantity.fact.unit != "%" and _behind_goods(asked) is None:
        return None
    said = moved(asked._replace(moves=True), one)
    return None if said is None else said._replace(change="up")


def _may_be_price(asked: Asked, said: Said) -> bool:
    """Whether an amount is one of a price, or a percentage tells how one moved."""
    fact = asked.quantity.fact
    if asked.kind == "money":
        return (fact.low or fact.high or _MILLION) < _MILLION
    return fact.unit == "%" and (said.change is not None or said.topic.measure == "share_price")


def _behind_goods(asked: Asked) -> int | None:
    """The item before an amount that names goods, and which something else does not have."""
    row, norms = asked.row, asked.row.sentence.norms
    for at in range(asked.at - 1, max(-1, asked.at - _NEAR), -1):
        item = row.items[at]
        if not asked.words.goods.isdisjoint(norms[item.start : item.end]):
            between = norms[item.end : asked.quantity.start]
            # `το ETF του Bitcoin`, `αγόρασε Bitcoin αξίας 5 εκατ.`
            own = item.article != "genitive" and asked.words.worth.isdisjoint(between)
            return at if own else None
        if row.has(at, "name"):
            return None
    return None
