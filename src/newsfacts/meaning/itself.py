"""Nouns of movement that say themselves what moved: `ανάπτυξη 2%`, `εξοικονόμηση 3 δισ. ευρώ`."""

from newsfacts.meaning.asked import Asked, Said
from newsfacts.meaning.phrases import Topic
from newsfacts.meaning.told_of import is_company

_CLAUSE = frozenset({"relative", "break", "end", "quantity"})


def grown(asked: Asked, at: int, topic: Topic) -> Topic | None:
    """`Ανάπτυξη 2%`, `ύφεση κατά 3%`: a noun that says itself what grew, where nothing else does."""
    row, verb = asked.row, asked.row.items[at]
    if topic.measure is not None or row.sentence.norms[verb.word] not in asked.words.growth:
        return None
    other = topic.noun is not None and not is_company(asked, topic)
    if topic.noun is not None and other and topic.noun >= at:
        return None  # `ανάκαμψη της αγοράς κατά 5%`
    if topic.noun is not None and other and row.has(topic.noun, "nominative"):
        between = range(topic.noun, at)
        if not any(row.any(k, _CLAUSE) for k in between):
            return None  # `Η οικονομία κατέγραψε ανάπτυξη 2%`
    start = verb.start
    while start < verb.word and row.sentence.roles[start] == "name":
        start += 1
    repriced = row.sentence.norms[verb.word] in asked.words.repriced
    return Topic(start, verb.word + 1, "price" if repriced else None)


def saved(asked: Asked, at: int, topic: Topic) -> Said | None:
    """`Η Alpha έχει στόχο την εξοικονόμηση 3 δισ. ευρώ`: a sum saved, of which nothing fell."""
    row, verb = asked.row, asked.row.items[at]
    other = topic.noun is not None and not is_company(asked, topic) and topic.noun > at
    saves = "rise" in verb.roles and row.sentence.norms[verb.word] in asked.words.savings
    if asked.kind != "money" or other or not saves or at > asked.at:
        return None
    return Said(Topic(verb.word, verb.word + 1, noun=at))
