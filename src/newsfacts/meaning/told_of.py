"""Subjects of which nothing is measured, and those that are no company's."""

from newsfacts.meaning.asked import Asked, Said, fits, topic_of
from newsfacts.meaning.found import Found
from newsfacts.meaning.phrases import Topic
from newsfacts.meaning.subjects import heads_before, name_acts

SHARE_COSTS = 10_000
"""A share costs, gains or loses less."""

_AROUND = 30
"""So many words before or after a sum it is told how it was lost."""
_HEADS = frozenset({"noun", "genitive"})
_DEALT = ("deal", "fine", "grant", "investment", "budget")
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


def only_tells(asked: Asked, said: Said) -> bool:
    """`Οι αναλυτές περίμεναν αύξηση 3%`, `Έρευνα έδειξε ότι το 41% …`: of who tells nothing is measured."""
    noun, row = said.topic.noun, asked.row
    if noun is None or not 0 <= noun < asked.at or said.topic.start is None:
        return False
    if said.topic.measure not in (None, "share"):
        return False
    item, words = row.items[noun], asked.words
    head = row.sentence.norms[item.end - 1]
    told = head in words.studies and asked.quantity.fact.unit == "%"
    return "nominative" in item.roles or item.article is None if head in words.analysts else told


def got(asked: Asked, topic: Topic, verb: int) -> bool:
    """`Οι νεοφυείς κέρδισαν 5 εκατ. ευρώ`, `η Alpha έχασε 5 εκατ. ευρώ`: nothing is said to have moved.

    But `η αξία της κέρδισε 5 εκατ. ευρώ` is told of what rose.
    """
    row = asked.row
    if asked.kind != "money" or topic.measure is not None:
        return False
    item = row.items[verb]
    if "wipes" in item.roles:
        return False  # `θα εξοικονομήσει 5 εκατ. ευρώ`
    if not asked.words.winning.isdisjoint(row.sentence.norms[item.start : item.end]):
        return True
    company = is_company(asked, topic) or (topic.start is None and name_acts(row, verb))
    sized = verb < asked.at and not row.has(asked.at - 1, "by")
    return company and sized and (asked.quantity.fact.low or 0) >= SHARE_COSTS


def no_movement(asked: Asked, one: Found, topic: Topic) -> Said | None:
    """What is said where people lose money, and where something is won or lost."""
    assert one.verb is not None
    if of_people(asked, topic, one.verb) or got(asked, topic, one.verb):
        lost = _robbed(asked, asked.row.items[one.verb].change)
        return Said(Topic(measure="damage")) if lost else Said()
    won = _dealt(asked, one)
    return None if won is None else Said(won)


def _robbed(asked: Asked, change: str | None) -> bool:
    """`Τα θύματα της απάτης έχασαν 5 εκατ. ευρώ`."""
    norms, here = asked.row.sentence.norms, asked.quantity.start
    near = norms[max(0, here - _AROUND) : here + _AROUND]
    return change == "down" and asked.kind == "money" and not asked.words.swindles.isdisjoint(near)


def _dealt(asked: Asked, one: Found) -> Topic | None:
    """`κέρδισε σύμβαση 5 εκατ. ευρώ`, `έχασε την έφεση για πρόστιμο 5 εκατ. ευρώ`: no size of a movement."""
    row, noun = asked.row, asked.at - 1
    if one.noun is None or asked.kind != "money" or not one.noun <= noun or row.has(one.verb or 0, "rise"):
        return None
    winning = not asked.words.winning.isdisjoint(row.sentence.norms[row.items[one.verb or 0].start :][:1])
    names = row.any(noun, _HEADS) and (winning or fits(asked, noun))  # `κέρδισε το έργο των 5 εκατ. ευρώ`
    topic = topic_of(asked, noun) if names else None
    return topic if topic is not None and topic.measure in _DEALT else None


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
