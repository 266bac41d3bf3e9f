"""Subjects of which nothing is measured, and those that are no company's."""

from newsfacts.meaning.asked import Asked, topic_of
from newsfacts.meaning.phrases import Topic, heads_before, name_acts

SHARE_COSTS = 10_000
"""A share costs, gains or loses less."""

_BEFORE_A_VERB = 12
"""As many phrases before a verb are looked at for its subject."""


def of_people(asked: Asked, topic: Topic, verb: int) -> bool:
    """`Οι πολίτες έχασαν 5 εκατ. ευρώ`: people, of whom nothing is measured."""
    if topic.measure is not None or asked.quantity.relative:
        return False
    first = topic.noun
    if first is None:
        first = verb
        while first > max(0, verb - _BEFORE_A_VERB) and not asked.row.has(first - 1, "end"):
            first -= 1
    norms = asked.row.sentence.norms[asked.row.items[first].start : asked.row.items[verb].start]
    return not asked.words.people.isdisjoint(norms)


def reports(asked: Asked, topic: Topic) -> bool:
    """`Τα στοιχεία δείχνουν αύξηση 5%`: what only tells of it did not rise."""
    if topic.noun is None or topic.noun >= asked.at:
        return False
    item = asked.row.items[topic.noun]
    return not asked.words.reports.isdisjoint(asked.row.sentence.norms[item.start : item.end])


def got(asked: Asked, topic: Topic, verb: int) -> bool:
    """`Οι νεοφυείς κέρδισαν 5 εκατ. ευρώ`, `η Alpha έχασε 5 εκατ. ευρώ`: nothing is said to have moved.

    But `η αξία της κέρδισε 5 εκατ. ευρώ` is told of what rose.
    """
    row = asked.row
    if asked.kind != "money" or topic.measure is not None:
        return False
    item = row.items[verb]
    if not asked.words.winning.isdisjoint(row.sentence.norms[item.start : item.end]):
        return True
    company = is_company(asked, topic) or (topic.start is None and name_acts(row, verb))
    sized = verb < asked.at and not row.has(asked.at - 1, "by")
    return company and sized and (asked.quantity.fact.low or 0) >= SHARE_COSTS


def is_company(asked: Asked, topic: Topic) -> bool:
    """Whether a topic of this sentence is a company and no measure of it."""
    if topic.noun is None:
        return False  # carried on from the sentence before, whose words are not here
    roles = asked.row.sentence.roles
    return any(roles[k] == "company" for k in range(topic.start or 0, topic.end or 0))


def market_of(asked: Asked, verb: int) -> Topic | None:
    """`Η παγκόσμια αγορά αισθητήρων αξίζει 30 δισ.` is told of the market."""
    row, words = asked.row, asked.words
    head = next(heads_before(row, verb), None)
    if head is None or row.items[head].article != "subject":
        return None
    item = row.items[head]
    if words.markets.isdisjoint(row.sentence.norms[item.start : item.end]):
        return None
    return topic_of(asked, head, verb)._replace(measure="market")
