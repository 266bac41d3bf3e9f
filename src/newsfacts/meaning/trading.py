"""How the shares of companies did, where only the companies are named."""

from newsfacts.meaning.asked import Asked, Said, fits, topic_of
from newsfacts.meaning.directions import direction
from newsfacts.meaning.found import Found
from newsfacts.meaning.phrases import Topic
from newsfacts.meaning.row import Row
from newsfacts.meaning.subjects import name_acts
from newsfacts.meaning.told_of import is_company

_RISES, _DATES = frozenset({"rise", "rate"}), frozenset({"date", "time"})
_CLOSED, _BESIDE = 8, 2
"""So many items before its rise or fall the verb of a share stands."""
_BETWEEN = frozenset({"for", "in", "with", "noun", "genitive"})
_NEAR = 4
"""So many items before a verb or a noun of movement the name of who moved stands."""


def trades_so(asked: Asked, at: int) -> bool:
    """`Η Alpha έκλεισε με πτώση 3%`, `απώλειες 3% σημείωσε η Alpha`: how the share of a company did."""
    row, item, s = asked.row, asked.row.items[at], asked.row.sentence
    if item.roles.isdisjoint(_RISES) or at > asked.at:
        return False
    gain = s.norms[item.word] in asked.words.gains
    verb = next((k for k in range(at - 1, max(0, at - _CLOSED), -1) if row.has(k, "verb")), None)
    if verb is None:
        behind = row.has(asked.at + 1, "verb") and row.has(asked.at + 2, "name")
        return gain and behind and row.items[asked.at + 2].article == "subject"
    since = s.roles[row.items[verb].end : item.start]  # not `έκλεισε το τρίμηνο με πτώση 3%`
    closed = row.has(verb, "level") and row.has(verb + 1, "with") and _DATES.isdisjoint(since)
    near = at - verb <= _BESIDE or (gain and all(row.any(k, _BETWEEN) for k in range(verb + 1, at)))
    return (gain or closed) and near and (name_acts(row, verb) or _firm_acts(row, verb))


def _firm_acts(row: Row, verb: int) -> bool:
    """`ο όμιλος Alpha έκλεισε με πτώση 3%`."""
    item, roles = row.items[max(0, verb - 1)], row.sentence.roles
    return "nominative" in item.roles and "company" in (roles[k] for k in range(item.start, item.end))


def dealt(asked: Asked, one: Found) -> Said | None:
    """`Τον υψηλότερο τζίρο σημείωσαν οι μετοχές: Alpha (5 εκατ. ευρώ)`: what they changed hands for."""
    assert one.noun is not None
    item = asked.row.items[one.noun]
    traded = not asked.words.traded.isdisjoint(asked.row.sentence.norms[item.start : item.end])
    topic = topic_of(asked, one.noun)
    return Said(topic._replace(measure=None)) if traded and asked.kind == "money" else None


def of_share(asked: Asked, one: Found, topic: Topic) -> bool:
    """`Η Alpha έπεσε 9,4%`: of a company it is its share that moves."""
    if topic.measure is not None or asked.quantity.fact.unit != "%" or one.verb is None:
        return False
    if topic.start is not None and topic.noun is not None:
        moves = "mover" in asked.row.items[one.verb].roles or trades_so(asked, one.verb)
        return moves and is_company(asked, topic)  # not `Ο όμιλος πούλησε 300 πλοία, αύξηση 5%`
    acts = name_acts(asked.row, one.verb) or trades_so(asked, one.verb)
    return topic.start is None and acts and not (_of_land(asked, one.verb) or _foretold(asked, one.verb))


def _foretold(asked: Asked, at: int) -> bool:
    """`Η Alpha περιμένει αύξηση 5%`: nobody says of what."""
    row, words = asked.row, asked.words
    between = row.sentence.norms[row.items[at - 1].end : row.items[at].start] if at else []
    return not (words.guessing | words.announcing).isdisjoint(between)


def _of_land(asked: Asked, verb: int) -> bool:
    """`με τη Γερμανία να χάνει 3%`: a country has no shares."""
    name = next((k for k in range(verb - 1, max(-1, verb - _NEAR), -1) if asked.row.has(k, "name")), None)
    norms = () if name is None else _norms(asked, name)
    moves = asked.row.has(verb, "mover")  # `η Λιμενική Θράκης ΑΕ ενισχύθηκε 3%`
    return not asked.words.authorities.isdisjoint(norms[:1] if moves else norms)


def _norms(asked: Asked, at: int) -> list[str]:
    item = asked.row.items[at]
    return asked.row.sentence.norms[item.start : item.end]


def listed_gain(asked: Asked, one: Found) -> Said | None:
    """`Απώλειες κατέγραψαν η Alpha (-3%), η Beta (-2%)`: those of their shares."""
    assert one.verb is not None
    gains = asked.words.gains.isdisjoint(_norms(asked, one.verb))
    row = asked.row
    other = any(fits(asked, k) for k in range(one.verb + 1, asked.at) if row.has(k, "noun"))
    other = other or row.has(asked.at - 2, "owner")  # `τα κέρδη της Alpha (+3%)`
    if gains or other:
        return None
    topic = Topic(measure="share_price")
    return Said(topic) if asked.quantity.sign else direction(asked, one.verb, topic)
