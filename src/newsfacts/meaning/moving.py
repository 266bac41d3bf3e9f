"""What is said of a quantity that is the size of a movement: `αυξήθηκε κατά 12%`, `πτώση 3%`."""

from newsfacts.meaning.asked import Asked, Said, fits, subject, topic_of, topic_of_chunks
from newsfacts.meaning.carried import carried
from newsfacts.meaning.described import described_behind, described_level, describes, moves_others
from newsfacts.meaning.directions import direction
from newsfacts.meaning.found import Found
from newsfacts.meaning.items import Item
from newsfacts.meaning.itself import grown, saved
from newsfacts.meaning.nearer import nearer, subject_rather
from newsfacts.meaning.phrases import Topic, noun_in, phrase, verb_measure
from newsfacts.meaning.subjects import among_places, name_acts, own_subject
from newsfacts.meaning.told_of import is_company, no_movement, reports
from newsfacts.meaning.trading import of_share, trades_so

_JOINTS = frozenset({"and", "comma"})
_OF_CHIPS = frozenset({"compute"})
"""What a verb tells of these alone (`φτάνει`), it tells of nothing that rises."""
_PLACES = frozenset({"noun", "name"})
_RISES = frozenset({"rise", "rate"})
_OF_THEMSELVES = frozenset({"rise", "rate", "more"})
"""What says itself, or beside it, what moved."""


def moved(asked: Asked, one: Found) -> Said | None:
    """`Τα έσοδα αυξήθηκαν κατά 12%`: what moved, and which way."""
    assert one.verb is not None
    row, one = asked.row, nearer(asked, one)
    assert one.verb is not None
    verb = row.items[one.verb]
    if (
        _of_another_kind(asked, one)
        or _part_of_it(asked, one.verb)
        or _says_itself(asked, one)
        or (verb.article == "genitive" and row.has(asked.at - 1, "copula"))
    ):
        return None  # `το όριο της αύξησης είναι 5%`
    if "rate" in verb.roles and (asked.quantity.fact.unit != "%" or _goes_on(asked, one.verb)):
        return None
    if _of_market(asked):
        return Said(topic_of(asked, asked.at + 1)._replace(measure="share"))
    topic = _what_moved(asked, one, one.verb)
    if verb.roles & _RISES and (
        _beside_share(asked) if topic.measure == "share" else topic.measure is None and reports(asked, topic)
    ):
        topic = Topic()
    topic = _of_count(asked, one.verb, topic) or topic
    if (still := no_movement(asked, one, topic)) is not None:
        return still
    if topic.measure is None and (sum_saved := saved(asked, one.verb, topic)) is not None:
        return sum_saved
    if "wipes" in verb.roles and (is_company(asked, topic) or topic.noun is None):
        topic = Topic()  # `ο όμιλος θα εξοικονομήσει 5 εκατ. ευρώ`
    itself = grown(asked, one.verb, topic)
    if itself is not None:
        topic = itself
    elif of_share(asked, one, topic):
        topic = Topic(measure="share_price")
    elif topic.measure is None and is_company(asked, topic):
        topic = Topic()  # `Η εταιρεία παρουσίασε αύξηση 21%`
    says = row.items[asked.at - 1].tag.measures if row.has(asked.at - 1, "sayer") else ()
    if topic.measure is None and asked.relative and says and says[0].kinds != _OF_CHIPS:
        topic = topic._replace(measure=says[0].measure)
    return direction(asked, one.verb, topic)


def _of_count(asked: Asked, at: int, topic: Topic) -> Topic | None:
    """What is counted before: `πούλησε 300 οχήματα στην πόλη, σημειώνοντας αύξηση 20%`."""
    row, verb = asked.row, asked.row.items[at]
    if topic.measure is not None:
        return None
    if "risen" in verb.roles or ("more" in verb.roles and topic.start is None):
        return counted_before(asked, min(at, asked.at))
    shown = row.has(at - 1, "show") and row.has(at - 2, "comma")
    return counted_before(asked, at - 1) if topic.start is None and shown else None


def _part_of_it(asked: Asked, verb: int) -> bool:
    """`Το 50% των περικοπών γίνεται στη Δανία`: a part of a movement is no size of it."""
    percent = asked.quantity.fact.unit == "%" and asked.quantity.sign is None
    return percent and verb == asked.at + 1 and asked.row.items[verb].article == "genitive"


def _says_itself(asked: Asked, one: Found) -> bool:
    """`Η Alpha ρίχνει 5 εκατ. ευρώ σε έργα`: what a verb says by itself of a sum right behind it."""
    row, verb = asked.row, one.verb
    by = row.has(asked.at - 1, "by")  # `επεκτάθηκε κατά 5 MW`
    if verb is not None and described_level(asked, verb):
        return True
    if verb is not None and not (asked.quantity.relative or by) and _is_developed(asked, verb):
        return True
    if verb is None or one.noun is not None or verb != asked.at - 1 or not row.has(verb, "mover"):
        return False
    return asked.kind == "money" and verb_measure(row.items[verb].tag, asked.kind) is not None


def _is_developed(asked: Asked, verb: int) -> bool:
    """`αναπτύσσεται πάρκο 5 MW`: no rise."""
    return asked.row.sentence.norms[asked.row.items[verb].start] in asked.words.developed


def _of_another_kind(asked: Asked, one: Found) -> bool:
    """`αποκλιμακώθηκε η απόδοση για τα ομόλογα 400 εκατ. ευρώ`: no money is the size of a yield's fall."""
    if one.noun is None or asked.kind != "money" or one.noun > asked.at:
        return False
    hit = noun_in(asked.row, asked.row.items[one.noun], "percent", relative=False)
    return hit is not None and hit.kinds == {"percent"}


def _what_moved(asked: Asked, one: Found, at: int) -> Topic:
    """What a verb or noun of movement at a place is told of."""
    row, verb = asked.row, asked.row.items[at]
    topic = None
    if _lost_of(asked, verb) or _object_behind(asked):
        topic = topic_of(asked, asked.at + 1)
    elif _in_measure(asked, at):
        topic = topic_of(asked, asked.at + 2)
    elif one.noun is not None:
        topic = topic_of(asked, one.noun, asked.at if one.noun < asked.at else None)
    elif described_behind(asked, at):
        topic = topic_of(asked, asked.at + 1)
    elif not verb.roles.isdisjoint(_OF_THEMSELVES) or describes(verb):
        topic = risen_of(asked, at)
        if topic is None and at < asked.at and verb.article == "genitive" and row.has(asked.at - 1, "by"):
            return Topic()  # `αποτέλεσμα της ανάπτυξης κατά 5%`: of no subject
        topic = subject_rather(asked, topic, at) or topic
    if topic is None and "more" in verb.roles and at > asked.at and row.has(asked.at - 1, "comma"):
        topic = _said_before(asked)
    if topic is None:
        topic = subject(asked, min(at, asked.at))
    own = name_acts(row, at) or own_subject(row, min(at, asked.at)) or trades_so(asked, at)
    if topic is None and not (own or row.has(at - 1, "number")):
        topic = carried(asked)
    return topic or Topic()


def _beside_share(asked: Asked) -> bool:
    """`μερίδιο 16% και αύξηση 80%`: what rose so is what was sold, for a share rises in points."""
    if asked.last is None or not asked.row.any(asked.last + 1, _JOINTS):
        return False
    before = asked.row.items[asked.last].quantity
    percent = before is not None and before.fact.unit == "%" == asked.quantity.fact.unit
    said = asked.done[asked.last]
    return percent and said.topic.measure == "share" and said.change is None


def _said_before(asked: Asked) -> Topic | None:
    """`αποδίδει 40 exaflops, πέντε φορές περισσότερα`: what a verb alone said of the amount before."""
    if asked.last is None:
        return None
    topic = asked.done[asked.last].topic
    return topic if topic.measure is not None and topic.start is None else None


def _of_market(asked: Asked) -> bool:
    """`κέρδισε το 20% της αγοράς`: a share, no movement."""
    row, behind = asked.row, asked.at + 1
    if asked.quantity.fact.unit != "%" or not row.has(behind, "genitive"):
        return False
    item = row.items[behind]
    return not asked.words.markets.isdisjoint(row.sentence.norms[item.start : item.end])


def _lost_of(asked: Asked, verb: Item) -> bool:
    """`έχασε το 5% των πελατών της`: what got less stands behind."""
    row, behind = asked.row, asked.at + 1
    lost = verb.change == "down" and "mover" in verb.roles and asked.quantity.fact.unit == "%"
    if not lost or row.has(asked.at - 1, "by") or not row.has(behind, "genitive"):
        return False
    item = row.items[behind]
    # `έχασε 5% της αξίας της` is told of the share
    return asked.words.through.isdisjoint(row.sentence.norms[item.start : item.end])


def _goes_on(asked: Asked, rate: int) -> bool:
    """`τα έσοδα αυξήθηκαν κατά 22% και τα κέρδη κατά 6%`: the profits are what moved."""
    if rate > asked.at:
        return asked.row.items[rate].article is not None  # `κατά 10% τα έσοδα και κατά 20% τα κέρδη`
    moved_before = asked.last is not None and asked.done[asked.last].change is not None
    return moved_before and asked.row.items[rate].article == "neuter" and rate < asked.at


def counted_before(asked: Asked, verb: int) -> Topic | None:
    """`πούλησε 17.470 οχήματα, αυξημένα κατά 206%`: what is counted right before is what rose."""
    row = asked.row
    at = verb - 2 if row.has(verb - 1, "comma") else verb - 1
    while at > 0 and (row.has(at, "genitive") or row.any(at, _PLACES)):
        led = at - 1 if row.has(at - 1, "in") else among_places(row, at)
        if led is None and not row.has(at, "genitive"):
            break
        at = at - 1 if led is None else led - 1
    counted = row.has(at, "noun") and row.has(at - 1, "number") and not row.has(at - 2, "in")
    return topic_of(asked, at, asked.at) if counted else None


def _object_behind(asked: Asked) -> bool:
    """Whether what moved follows: `βυθίζει 9% τη μετοχή`."""
    row, at = asked.row, asked.at + 1
    behind = row.has(at, "noun") and row.items[at].article == "object"
    return behind and (fits(asked, at) or moves_others(asked))


def _in_measure(asked: Asked, verb: int) -> bool:
    """`η Alpha έχασε 3% σε μερίδιο αγοράς`: what a company moved in stands behind."""
    row, at = asked.row, asked.at + 1
    bare = row.has(at, "in") and row.has(at + 1, "noun") and row.items[at + 1].article is None
    acts = row.has(verb - 1, "name") and row.items[verb - 1].article == "subject"
    return bare and acts and verb < asked.at and row.has(verb, "mover") and fits(asked, at + 1)


def risen_of(asked: Asked, at: int) -> Topic | None:
    """What a noun of movement is told of: `αύξηση των εσόδων`, `πτώση 5% στις πωλήσεις`."""
    row, item = asked.row, asked.row.items[at]
    if item.word + 1 < item.end:
        rest = item._replace(start=item.word + 1)
        chunks = [rest, *phrase(row, at, asked.at if at < asked.at else len(row))[1:]]
        return topic_of_chunks(asked, chunks, at)
    after = asked.at + 1
    if at < asked.at and row.is_index(after):
        return Topic()  # `η άνοδος 10% του S&P 500`
    behind = _shown_in(asked) or after
    if row.has(behind, "and") and row.has(behind + 1, "in") and not row.has(behind + 3, "quantity"):
        behind += 1  # `αύξηση 29% και στα έσοδα`
    for place in (at + 1, behind):
        noun = place + 1 if row.has(place, "in") or row.has(place, "for") else place
        if row.has(noun, "genitive") or (noun > place and row.has(noun, "noun")):
            return topic_of(asked, noun, asked.at if noun < asked.at else None)
    return None


def _shown_in(asked: Asked) -> int | None:
    """`αύξηση 5% σημειώθηκε και στα έσοδα`: where it is said what rose, behind a verb."""
    row, at = asked.row, asked.at + 2
    at += row.has(at - 1, "close")
    at += row.has(at - 1, "comma")
    told = row.has(at - 1, "verb")
    at += row.has(at, "and")
    told = told and row.has(at, "in") and row.has(at + 1, "noun")
    return at if told and fits(asked, at + 1) else None
