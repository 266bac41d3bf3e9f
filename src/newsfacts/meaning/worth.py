"""What is said of a sum that something gains or loses."""

from newsfacts.meaning.asked import Asked, Said, fits, topic_of
from newsfacts.meaning.found import Found

_SHRINKS = ("valuation", "share_price", "revenue", "profit", "cash", "debt")
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
