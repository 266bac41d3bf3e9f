"""What is traded by its own name and is nobody's: `το Bitcoin έπεσε στα 91.000 δολάρια`."""

from newsfacts.meaning.asked import Asked, Said
from newsfacts.meaning.phrases import Topic

_NEAR = 8
_MILLION = 1_000_000
_PRICES = (None, "share_price", "valuation", "price")
"""What else was understood of such a name."""


def priced(asked: Asked, said: Said) -> Said:
    """The price of goods whose name stands before a number that something else does not have."""
    if said.topic.noun is not None or said.topic.measure not in _PRICES or not _may_be_price(asked, said):
        return said
    return said._replace(topic=Topic(measure="price")) if _behind_goods(asked) else said


def _may_be_price(asked: Asked, said: Said) -> bool:
    """Whether an amount is one of a price, or a percentage tells how one moved."""
    fact = asked.quantity.fact
    if asked.kind == "money":
        return (fact.low or fact.high or _MILLION) < _MILLION
    return fact.unit == "%" and (said.change is not None or said.topic.measure == "share_price")


def _behind_goods(asked: Asked) -> bool:
    row, norms = asked.row, asked.row.sentence.norms
    for at in range(asked.at - 1, max(-1, asked.at - _NEAR), -1):
        item = row.items[at]
        if not asked.words.goods.isdisjoint(norms[item.start : item.end]):
            between = norms[item.end : asked.quantity.start]
            # `το ETF του Bitcoin`, `αγόρασε Bitcoin αξίας 5 εκατ.`
            return item.article != "genitive" and asked.words.worth.isdisjoint(between)
        if row.has(at, "name"):
            return False
    return False
