"""Subjects of which nothing is measured, and those that are no company's."""

from newsfacts.meaning.asked import Asked, topic_of
from newsfacts.meaning.phrases import Topic, heads_before


def of_people(asked: Asked, topic: Topic, verb: int) -> bool:
    """`Οι πολίτες έχασαν 5 εκατ. ευρώ`: people, of whom nothing is measured."""
    if topic.measure is not None or asked.quantity.relative:
        return False
    first = topic.noun
    if first is None:
        first = verb
        while first > 0 and not asked.row.has(first - 1, "end"):
            first -= 1
    norms = asked.row.sentence.norms[asked.row.items[first].start : asked.row.items[verb].start]
    return not asked.words.people.isdisjoint(norms)


def reports(asked: Asked, topic: Topic) -> bool:
    """`Τα στοιχεία δείχνουν αύξηση 5%`: what only tells of it did not rise."""
    if topic.noun is None or topic.noun >= asked.at:
        return False
    item = asked.row.items[topic.noun]
    return not asked.words.reports.isdisjoint(asked.row.sentence.norms[item.start : item.end])


def won(asked: Asked, topic: Topic, verb: int) -> bool:
    """`Οι νεοφυείς κέρδισαν 5 εκατ. ευρώ`: they got them, and nothing is said to have risen."""
    item = asked.row.items[verb]
    winning = not asked.words.winning.isdisjoint(asked.row.sentence.norms[item.start : item.end])
    return winning and topic.measure is None and asked.kind == "money"


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
