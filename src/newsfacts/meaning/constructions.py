"""What each construction says of a quantity: topic, measure and movement; None where it says nothing."""

from newsfacts.meaning import beside_noun, joined, shares, worth
from newsfacts.meaning.asked import Asked, Said, fits, subject, told, topic_of
from newsfacts.meaning.carried import carried, meant, still_moving
from newsfacts.meaning.described import moves_others
from newsfacts.meaning.found import Found
from newsfacts.meaning.left_out import of_another, part_of_last
from newsfacts.meaning.meant_by import given_by
from newsfacts.meaning.phrases import Topic, noun_in, verb_measure
from newsfacts.meaning.subjects import heads_before, name_acts
from newsfacts.meaning.told_of import SHARE_COSTS, is_company, market_of, of_people

_GIVEN = ("funding", "grant", "cost")
_ENDS = frozenset({"comma", "end", "close"})
_MILLION = 1_000_000
"""A company that closes at less than so much is told of by its share."""
_BARE = 2
"""So many letters has the preposition without an article (`σε`)."""


def beside(asked: Asked, one: Found) -> Said | None:
    """`επένδυση 30 εκατ. ευρώ`: the noun that a number stands beside."""
    assert one.noun is not None
    share = asked.quantity.fact.unit == "%" and asked.row.has(asked.at + 1, "genitive")
    if share and one.noun < asked.at and (not fits(asked, one.noun) or shares.bare(asked, one.noun)):
        return shares.share(asked, one._replace(noun=asked.at + 1))  # `την πρώτη μέρα το 50% της έκδοσης`
    if beside_noun.receives(asked, one.noun):
        return None
    part = shares.part_named(asked, one.noun) or shares.part_dealt(asked, one.noun)
    if part is not None:
        return part
    if shares.others(asked, one.noun):
        return None
    if shares.wholly(asked, one.noun):
        return Said(topic_of(asked, one.noun)._replace(measure="share"))
    if asked.quantity.fact.unit == "%" and shares.firm(asked, one.noun):
        return joined.gapped(asked, one)  # `η Alpha το 49% και ο όμιλος Beta το 51%`
    if beside_noun.place(asked, one.noun):
        heads = (at for at in heads_before(asked.row, one.noun) if fits(asked, at))
        head = next(heads, None)
        return Said() if head is None else Said(topic_of(asked, head, one.noun))
    noun = beside_noun.inner(asked, one.noun)
    topic = topic_of(asked, noun, asked.at if noun < asked.at else None)
    if not fits(asked, noun):
        topic = topic._replace(measure=beside_noun.done_with(asked, noun) or topic.measure)
    if topic.measure is None:
        topic = topic._replace(measure=shares.counted_out(asked, noun) or beside_noun.guessed(asked, noun))
    return Said(topic._replace(measure="grant")) if beside_noun.granted(asked, noun, topic) else Said(topic)


def after(asked: Asked, one: Found) -> Said | None:
    """`5 MW σε στοιχεία λιθίου`, but `5 MW στον δήμο` tells a place."""
    assert one.noun is not None
    row, led = asked.row, asked.at + 1
    definite = row.has(led, "in") and len(row.sentence.word(row.items[led].start)) > _BARE
    if definite and asked.kind in ("power", "energy") and not told(asked, one.noun):
        return None
    return beside(asked, one)


def led(asked: Asked, one: Found) -> Said | None:
    """A noun before a preposition, unless a verb before it has a measure as its subject."""
    assert one.noun is not None
    row = asked.row
    if beside_noun.placed(asked, one.noun):
        return None
    if row.sentence.roles[row.items[one.noun].end - 1] == "mark" and row.has(asked.at + 1, "for"):
        return after(asked, one._replace(noun=asked.at + 2)) if row.has(asked.at + 2, "noun") else None
    if not fits(asked, one.noun):
        if asked.quantity.fact.unit == "%" and row.has(asked.at + 1, "genitive"):
            return shares.share(asked, one._replace(noun=asked.at + 1))
        raised = row.items[one.noun].article == "object" and row.has(one.noun - 1, "mover")
        of = beside_noun.inner(asked, one.noun) != one.noun  # `επιστροφή του πληθωρισμού στο 2%`
        heads = () if raised or of else heads_before(row, one.noun)
        for at in heads:  # `ανεβάζοντας τη συνολική αξία στα 5 δισ.`
            if fits(asked, at) and any(row.has(k, "verb") for k in range(at, one.noun)):
                return Said(topic_of(asked, at, asked.at))
    return beside(asked, one)


def within(asked: Asked, one: Found) -> Said | None:
    """`είναι διπλάσιος σε επιδόσεις`: of a multiple, what it is told of."""
    assert one.noun is not None
    return beside(asked, one) if asked.kind == "multiple" and fits(asked, one.noun) else None


def turned(asked: Asked, one: Found) -> Said | None:
    """`στα 3 εκατ. ευρώ τα κέρδη`: a measure that stands behind its number."""
    assert one.noun is not None
    return beside(asked, one) if fits(asked, one.noun) else None


def lowered(asked: Asked, one: Found) -> Said | None:
    """`μείωσε από 20% σε 14%, τους δασμούς`: what was moved stands behind both, as an object."""
    assert one.noun is not None
    article = asked.row.items[one.noun].article
    neuter = article == "neuter" and not asked.row.has(one.noun - 1, "comma")
    if article == "object" and moves_others(asked):
        return beside(asked, one)  # `αναθεώρησε στο 3,6% την πρόβλεψή της`
    return turned(asked, one) if article == "object" or neuter else None


def sized(asked: Asked, one: Found) -> Said | None:
    """A noun that counts only where it is a measure of this kind."""
    assert one.noun is not None
    said = beside(asked, one) if told(asked, one.noun) and not shares.own_clause(asked) else None
    dear = asked.kind == "money" and worth.dear(asked)
    return None if said is not None and dear and said.topic.measure == "price" else said


def valued(asked: Asked, one: Found) -> Said | None:
    """`αποτίμησε την εταιρεία στα 3 δισ.`: the verb says it, unless its object is a measure."""
    assert one.noun is not None
    return None if fits(asked, one.noun) else said(asked, one)


def level(asked: Asked, one: Found) -> Said | None:
    """`τα έσοδα ανήλθαν σε 5 εκατ.`: what a verb that tells a level is told of."""
    end = asked.at
    if one.verb is not None and any(asked.row.has(k, "break") for k in range(one.verb, asked.at)):
        end = one.verb  # `θα ξεπεράσουν, όπως όλα δείχνουν, τα 5 εκατ.`
    if shares.right_behind(asked):
        return Said(topic_of(asked, asked.at + 1))  # `στόχος είναι τα 5 εκατ. ευρώ έσοδα`
    if shares.corresponds(asked, one):
        return shares.share(asked, one._replace(noun=asked.at + 1))
    topic = subject(asked, end)
    if topic is None and one.verb is not None and name_acts(asked.row, one.verb):
        return Said(Topic(measure="share_price")) if _trades(asked) else of_another(asked)
    if topic is None and (still := still_moving(asked)) is not None:
        return still
    topic = meant(asked, topic) or topic or carried(asked)
    if topic is None:
        return None
    if (
        one.verb is not None
        and "mover" in asked.row.items[one.verb].roles
        and of_people(asked, topic, one.verb)
    ):
        return Said()
    if topic.noun is not None and (going := part_of_last(asked, topic.noun)) is not None:
        topic = topic._replace(measure=going)
    if topic.measure is None and is_company(asked, topic):
        topic = worth.reached_in(asked) or worth.valued_at(asked, one) or topic
    if topic.measure is None and _traded(asked, topic):
        return Said(topic._replace(measure="share_price"))  # `Ο τίτλος έκλεισε στα 7,7 ευρώ`
    if topic.measure is None and is_company(asked, topic) and _trades(asked):
        return Said(Topic(measure="share_price"))  # `Η Τράπεζα Δήμου έκλεισε στα 7,7 ευρώ`
    return Said(topic if topic.measure is not None else topic._replace(measure=_by_unit(asked, topic)))


def _by_unit(asked: Asked, topic: Topic) -> str | None:
    """What an amount of something that is no measure tells: a part in percents, a price by the piece."""
    of = asked.quantity.fact.unit == "%" and asked.row.has(asked.at + 1, "genitive")
    if of or shares.level_of_part(asked, topic):
        return "share"
    piece = asked.kind == "money" and asked.row.has(asked.at, "per") and not worth.dear(asked)
    return "price" if piece else None


def _traded(asked: Asked, topic: Topic) -> bool:
    if topic.noun is None or not _trades(asked):
        return False
    hit = noun_in(asked.row, asked.row.items[topic.noun], asked.kind, relative=True)
    return hit is not None and hit.measure == "share_price"


def _trades(asked: Asked) -> bool:
    """Whether a number that a company `κινήθηκε` or `έκλεισε` at is that of its share."""
    fact = asked.quantity.fact
    if asked.kind == "money":
        return 0 < (fact.low or _MILLION) < SHARE_COSTS
    return fact.unit == "%" and (asked.quantity.sign is not None or (fact.low or 0) < 0)


def said(asked: Asked, one: Found) -> Said | None:
    """`άντλησε 12 εκατ. ευρώ`: a verb that says the measure by itself."""
    assert one.verb is not None
    measure = verb_measure(asked.row.items[one.verb].tag, asked.kind)
    measure = given_by(asked, one.verb, measure) if measure in _GIVEN else measure
    if measure is None:
        return None
    row, at = asked.row, asked.at + 1
    topic = Topic(measure=measure)
    market = market_of(asked, one.verb) if measure == "valuation" else None
    if market is not None:
        return Said(market)
    if measure == "valuation" and (asked.quantity.fact.low or _MILLION) < _MILLION:
        return Said(Topic(measure="price"))  # `αξίζει 500 ευρώ`
    if measure == "price" and worth.dear(asked):
        sold = any(says.measure == "deal" for says in asked.row.items[one.verb].tag.measures)
        return Said(Topic(measure="deal" if sold else "cost"))  # a work costs millions, a thing has its price
    if measure == "price":
        head = next(heads_before(row, one.verb), None)
        if head is not None and fits(asked, head):
            return Said(topic_of(asked, head, one.verb))
    elif row.has(at + 1, "noun") and (
        row.has(at, "for") or (row.has(at, "in") and asked.kind == "money" and fits(asked, at + 1))
    ):
        topic = topic_of(asked, at + 1)
        own = measure == "cost" and asked.kind == "money" and fits(asked, at + 1)
        topic = topic if own else topic._replace(measure=measure)  # `πλήρωσε 5 εκατ. σε πρόστιμα`
    elif row.has(at, "noun") and asked.kind == "power" and fits(asked, at):
        topic = topic_of(asked, at)._replace(measure=measure)  # `απαιτούν 10 GW ισχύος`
    elif shares.right_behind(asked):
        topic = topic_of(asked, at)
    elif asked.quantity.fact.unit == "%" and row.has(at, "genitive"):
        topic = topic_of(asked, at)._replace(measure=measure)
    elif measure == "investment":
        topic = worth.meant_for(asked, one.verb, measure)
    return Said(topic)


def last(asked: Asked, one: Found) -> Said | None:
    """What was told of last."""
    topic = carried(asked)
    return None if topic is None else Said(topic)


def price(asked: Asked, one: Found) -> Said | None:
    """`95 ευρώ ανά μεγαβατώρα`: a price, whatever of."""
    return Said(Topic(measure="price")) if asked.kind == "money" and not worth.dear(asked) else None


def converted(asked: Asked, one: Found) -> Said | None:
    """`έφτασαν τα 2 δισ. κορόνες (0,2 δισ. ευρώ)`: the same in another currency, the first unknown."""
    return level(asked, one) if asked.kind == "money" else None


def piece(asked: Asked, one: Found) -> Said | None:
    """`1 ευρώ το τεστ`: the price of each, where nothing follows it; but `πήρε 5 ευρώ το παιδί`."""
    assert one.noun is not None
    row, item, fact = asked.row, asked.row.items[one.noun], asked.quantity.fact
    ends = one.noun + 1 >= len(row) or row.any(one.noun + 1, _ENDS)
    alone = item.article is not None and item.end - item.start == 1 and ends
    cheap = asked.kind == "money" and 0 < (fact.low or fact.high or 0) < SHARE_COSTS
    if not (alone and cheap) or row.has(asked.at - 1, "verb") or fits(asked, one.noun):
        return None
    return Said(topic_of(asked, one.noun)._replace(measure="price"))


def stock(asked: Asked, one: Found) -> Said | None:
    """`η Alpha (+4,4% στα 3,32 ευρώ)`: the share of a company."""
    topic = carried(asked)
    if topic is None or topic.measure != "share_price":
        topic = Topic(measure="share_price")
    return Said(topic)
