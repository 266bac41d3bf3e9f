"""From the rules that fit a quantity to what it is about."""

from newsfacts.meaning import goods
from newsfacts.meaning.asked import Asked, Before, Plain, Said, fits, topic_of
from newsfacts.meaning.carried import carried
from newsfacts.meaning.found import Found
from newsfacts.meaning.how import HOW
from newsfacts.meaning.items import ARTICLES
from newsfacts.meaning.joined import expected
from newsfacts.meaning.meant_by import by_share, dealt_in, harmed
from newsfacts.meaning.phrases import Topic
from newsfacts.meaning.recast import recast
from newsfacts.meaning.row import Row
from newsfacts.meaning.rules import Rules
from newsfacts.meaning.told_of import only_tells
from newsfacts.meaning.words import Words
from newsfacts.meaning.worth import has_worth, ordered, paid_out

_NO_PRICE, _NO_SHARE, _NO_THING = 100_000_000, 1_000_000, 50_000
"""Nothing that is sold by a price, no single share costs as much."""
_AROUND, _NEAR = 25, 5
"""So many words before or after the sum it is told of an exchange, so many items before it of a company."""
_MOVING = frozenset({"moved", "rose_in"})
_SAID = frozenset({"noun", "genitive", "owner"})
_AGAINST = frozenset({"from", "versus"})
_ASIDE = frozenset({"from", "prep"})
_LIKE = ARTICLES | {"number", "quantity", "point"}
_COMPARED = frozenset({"from", "thereof", "genitive", "owner", "versus"})


def resolve(
    row: Row, rules: Rules, words: Words, before: Before | None = None, plain: Plain = lambda: None
) -> dict[int, Said]:
    """What is said of the quantities of a row, by their item.

    `before` is what was told of last, `plain` reads the sentence right before, where it holds no quantity.
    """
    done: dict[int, Said] = {}
    last: int | None = None
    for at, item in enumerate(row.items):
        if item.quantity is not None:
            done[at] = _resolved(Asked(row, words, done, last, at, item.quantity, before, plain), rules)
            last = at
    return done


def _resolved(asked: Asked, rules: Rules) -> Said:
    for source, found in rules.constructions(asked.row.letters, asked.at):
        how = found[0].how
        asked = asked._replace(moves=how in _MOVING)
        preferred = _preferred(asked, found)
        said = HOW[how](asked, preferred)
        said = None if said is None else recast(asked, said)
        if said is not None:
            if only_tells(asked, said):
                said = said._replace(topic=Topic(measure=said.topic.measure))
            said = _signed(
                asked,
                _by_near(asked, _priced(asked, said)),
                level=how == "level",
            )
            return goods.priced(asked, said)._replace(source=source, verb=preferred.verb)
    return goods.priced(asked, _signed(asked, expected(asked) or _left_over(asked)))


def _priced(asked: Asked, said: Said) -> Said:
    """`συμβόλαια στα 31 ευρώ ανά μεγαβατώρα` tells a price and no deal, `πακέτο 50 δισ. ευρώ` no price."""
    measure, per = said.topic.measure, asked.row.has(asked.at, "per")
    if not asked.quantity.relative and asked.kind not in asked.words.kinds.get(measure or "", (asked.kind,)):
        # `το 70% της ενέργειας, που φτάνει τις 640 GWh` tells of GWh no share
        return said._replace(topic=said.topic._replace(measure=asked.words.by_kind.get(asked.kind)))
    if ordered(asked, said):
        return Said()
    if measure == "revenue" and _traded(asked, said.topic):
        return said._replace(topic=said.topic._replace(measure=None))
    if paid_out(asked, said):
        noun = said.topic.noun if measure is None else None
        receivers = noun is None or asked.row.has(noun - 1, "in")  # but `κεφάλαιο 0,10 ευρώ ανά μετοχή`
        topic = Topic() if receivers else said.topic
        return said._replace(topic=topic._replace(measure="dividend"))
    if measure == "deal" and per and not by_share(asked, said.topic):
        return said._replace(topic=said.topic._replace(measure="price"))
    if measure == "share_price" and asked.kind == "money" and (asked.quantity.fact.low or 0) >= _NO_SHARE:
        return said._replace(topic=said.topic._replace(measure=None))  # `μετοχές αξίας 5 εκατ. ευρώ`
    if measure != "price" or asked.kind != "money" or per:
        return said
    thing = said.topic.noun is not None and not fits(asked, said.topic.noun)
    if (asked.quantity.fact.low or 0) >= (_NO_THING if thing else _NO_PRICE):
        return said._replace(topic=said.topic._replace(measure=None))
    before = carried(asked)
    of_share = before is not None and before.measure == "share_price" and _alone(said.topic)
    return said._replace(topic=said.topic._replace(measure="share_price")) if of_share else said


def _by_near(asked: Asked, said: Said) -> Said:
    """The same with the measure that a verb or the words around say of a thing or a loss."""
    topic = said.topic
    if topic.measure == "loss" and harmed(asked):
        return said._replace(topic=topic._replace(measure="damage"))
    if topic.measure is None and topic.noun is not None and dealt_in(asked, topic.noun):
        return said._replace(topic=topic._replace(measure="deal"))
    return said


def _traded(asked: Asked, topic: Topic) -> bool:
    """`Η Alpha έκλεισε στα 5 ευρώ με τζίρο 3 εκατ.`: what its shares changed hands for is no revenue.

    Nor is that of an exchange: `Ο τζίρος έφτασε τα 30 εκατ. ευρώ και ο όγκος τα 14 εκατ. τεμάχια`.
    """
    last, noun, row = asked.last, topic.noun, asked.row
    if noun is None or topic.start is None or row.sentence.norms[topic.start] not in asked.words.traded:
        return False
    if _on_exchange(asked, noun):
        return True
    told = last is not None and asked.done[last].topic.measure == "share_price"
    if last is None or not told or not row.has(noun - 1, "with"):
        return False
    return not any(row.has(k, "noun") for k in range(last + 1, noun))


def _on_exchange(asked: Asked, noun: int) -> bool:
    """Whether what is traded stands alone beside words of an exchange, and no company has it."""
    row, norms = asked.row, asked.row.sentence.norms
    firms = (
        row.has(noun + 1, "owner") or row.has(noun + 1, "genitive") or row.items[noun].article == "genitive"
    )
    acts = any(row.has(k, "name") for k in range(max(0, noun - _NEAR), noun))
    near = range(max(0, asked.quantity.start - _AROUND), min(len(norms), asked.quantity.end + _AROUND))
    return not (firms or acts) and any(norms[k] in asked.words.exchange for k in near)


def _alone(topic: Topic) -> bool:
    """Whether one word names it: `η τιμή` of a share is told of before."""
    return topic.start is not None and topic.end == topic.start + 1


def _signed(asked: Asked, said: Said, *, level: bool = False) -> Said:
    sign = asked.quantity.sign or _multiplied(asked)
    if sign is None or said.change is not None or _below_zero(asked, said, level=level):
        return said
    return said._replace(change=sign)


def _below_zero(asked: Asked, said: Said, *, level: bool) -> bool:
    """`Το περιθώριο διαμορφώθηκε σε -4%, από -8%`: what is measured in percents is a level.

    So is a sum beside one below zero: `-10 εκατ. ευρώ, από +8 εκατ. ευρώ`.
    """
    if asked.kind == "money":
        loss = asked.row.items[asked.last].quantity if asked.last is not None else None
        return loss is not None and loss.kind == "money" and (loss.fact.low or 0) < 0
    in_percents = "percent" in asked.words.kinds.get(said.topic.measure or "", frozenset())
    if asked.kind != "percent" or not in_percents:
        return False
    if level or asked.last is None:
        return level
    last, quantity = asked.done[asked.last], asked.row.items[asked.last].quantity
    signed = quantity is not None and quantity.kind == "percent" and quantity.sign is not None
    against = signed or asked.row.any(asked.at - 1, _AGAINST)  # `12%, έναντι -4% πέρυσι`
    return against and last.change is None and last.topic == said.topic


def _multiplied(asked: Asked) -> str | None:
    """An adjective such as `διπλάσια` says a rise, unless something else is compared with."""
    fact = asked.quantity.fact
    if asked.kind != "multiple":
        return None
    if (fact.low or 0) > 1 and _than_before(asked, asked.quantity.end):
        return "up"
    if not fact.text.isalpha():
        return None
    at = asked.at + 1
    if (
        asked.row.has(asked.at - 1, "copula")
        and asked.row.has(at, "comma")
        and asked.row.has(at + 1, "quantity")
    ):
        return None  # `στις μεγάλες η αναλογία είναι διπλάσια, 76%`
    while asked.row.any(at, _SAID):
        at += 1
    if at > asked.at + 1 and asked.row.any(at, _AGAINST):
        # `τετραπλάσια μνήμη από τον προκάτοχό του`
        return "up" if _than_before(asked, asked.row.items[at].start) else None
    at = asked.at + 1
    in_something = asked.row.has(at, "in") and asked.row.has(at + 1, "noun")  # `διπλάσιος σε επιδόσεις`
    return None if in_something or asked.row.any(at, _COMPARED) else "up"


def _than_before(asked: Asked, at: int) -> bool:
    """`3,2x σε σχέση με πέρυσι`, `τριπλάσια από εκείνη του 2024`: compared with the same at another time."""
    s = asked.row.sentence
    if s.roles[at] not in _COMPARED:
        return False
    while s.roles[at] in _COMPARED:
        at += 1
    while s.roles[at] in _LIKE or (at < len(s.norms) and s.norms[at] in asked.words.again):
        at += 1  # `υπερδιπλάσιες από τα 5,2 δισ. του 2024`
    return s.roles[at] == "date"


def _preferred(asked: Asked, found: list[Found]) -> Found:
    """Of several nouns the nearest that is a measure told in this kind, else the nearest."""
    fitting = [one for one in found if one.noun is not None and fits(asked, one.noun)]
    if not fitting:
        return found[0]
    nearest = fitting[0]
    assert nearest.noun is not None
    if asked.row.any(nearest.noun - 1, _ASIDE):
        # `μέρισμα από την πώληση του δικτύου, ύψους 5 εκατ. ευρώ`: what it comes from only says which
        own = asked.words.accounts | {_measure(asked, nearest)}
        return next((one for one in fitting[1:] if _measure(asked, one) in own), nearest)
    return nearest


def _measure(asked: Asked, one: Found) -> str | None:
    assert one.noun is not None
    return topic_of(asked, one.noun).measure


def _left_over(asked: Asked) -> Said:
    measure = "valuation" if has_worth(asked) else asked.words.by_kind.get(asked.kind)
    return Said(Topic(measure=measure))
