"""What is meant by nouns that stand for others, and what the words around say of a measure."""

from collections.abc import Set

from newsfacts.meaning.asked import Asked, Said, fits, subject, topic_of
from newsfacts.meaning.meant_by import aimed_at, public_near
from newsfacts.meaning.moving import counted_before
from newsfacts.meaning.phrases import Topic, noun_in
from newsfacts.meaning.row import ITEMS, PREPOSITIONS
from newsfacts.meaning.told_of import is_company

_CHEAP = 10_000
"""No firm is bid for with less."""
_DEAR = 100_000_000
"""Of so much money the worth is a company's."""
_PAIR = 2
_PER = 2
"""So many words has `το κιλό`."""
_SOLD = 8
"""So many items before or behind an amount it is told how many pieces were sold."""
_COUNTED = 12
"""So many items before `αριθμός` stands what it counts."""
_CLAUSE = 8
"""So many items before its peak a relative clause begins at most."""
_STARTS = frozenset({"relative", "break", "end"})
_OWNING, _APART = frozenset({"owner", "genitive"}), frozenset({"comma", "dash"})


def recast(asked: Asked, said: Said) -> Said | None:
    """The same with what its noun stands for, and its measure by what is near; None: it tells nothing."""
    noun = said.topic.noun
    if noun is None or noun >= len(asked.row) or said.topic.start is None:
        return said
    if _where(asked, noun):
        last = asked.done[asked.last].topic._replace(measure=None) if asked.last is not None else Topic()
        return None if said.change is None else said._replace(topic=last)  # `αύξηση 7% σε τεμάχια`
    topic = (
        _meant(asked, noun)
        or _respective(asked, noun)
        or _summed(asked, noun)
        or _peaked(asked, noun)
        or _grew(asked, noun)
        or (aimed_at(asked, noun) if said.topic.measure is None else None)
    )
    if topic is not None:
        said, noun = said._replace(topic=topic), -1 if topic.noun is None else topic.noun
    if not 0 <= noun < len(asked.row):
        return said
    measure = _measure(asked, said, noun)
    return (
        said if measure == said.topic.measure else said._replace(topic=said.topic._replace(measure=measure))
    )


def _is(asked: Asked, noun: int, words: Set[str]) -> bool:
    """Whether the last word of an item is one of these."""
    return asked.row.sentence.norms[asked.row.items[noun].end - 1] in words


def _where(asked: Asked, noun: int) -> bool:
    """`5 εκατ. ευρώ σε παγκόσμιο επίπεδο`, `πήρε τη δεύτερη θέση με 5 εκατ. ευρώ`: nothing measured."""
    row, at = asked.row, asked.at
    behind = noun == at + 2 and row.has(at + 1, "in") and _is(asked, noun, asked.words.scopes)
    return behind or (row.has(at - 1, "with") and noun < at and _is(asked, noun, asked.words.ranks))


def _meant(asked: Asked, noun: int) -> Topic | None:
    """`οι πωλήσεις της Alpha αυξήθηκαν 6%, ενώ αυτές της Beta μειώθηκαν 4%`: the sales too."""
    row, item = asked.row, asked.row.items[noun]
    if item.end - item.start > 1 or not _is(asked, noun, asked.words.again) or not row.any(noun + 1, _OWNING):
        return None
    topic = asked.done[asked.last].topic if asked.last is not None else None
    if topic is None or topic.noun is None or topic.end is None or topic.noun >= noun:
        return topic
    return topic._replace(end=min(topic.end, row.items[topic.noun].end))


def _respective(asked: Asked, noun: int) -> Topic | None:
    """`Το περιθώριο ήταν 16%. Το αντίστοιχο μέγεθος πέρυσι ήταν 23%`: the margin too."""
    row, item = asked.row, asked.row.items[noun]
    norms = row.sentence.norms[item.start : item.end]
    if len(norms) != _PAIR or norms[0] not in asked.words.same_as or norms[1] not in asked.words.figures:
        return None
    topic = asked.done[asked.last].topic if asked.last is not None else asked.before and asked.before.topic
    if not topic or topic.measure is None:
        return None
    return topic if asked.kind in asked.words.kinds.get(topic.measure, ()) else None


def _summed(asked: Asked, noun: int) -> Topic | None:
    """`Ήρθαν 300 επισκέπτες, αριθμός αυξημένος κατά 25%`: what the number counts."""
    row = asked.row
    if not _is(asked, noun, asked.words.counts) or not row.any(noun - 1, _APART):
        return None
    counted = counted_before(asked, noun)
    if counted is not None:
        return counted
    if row.has(noun - 2, "number"):
        return subject(asked, noun - 2)
    for k in range(noun - 1, max(0, noun - _COUNTED), -1):
        if row.any(k, _STARTS) or row.has(k, "quantity") or row.has(k, "and"):
            return None
        if row.has(k, "noun") and row.has(k - 1, "number") and not row.any(k - 2, PREPOSITIONS):
            return topic_of(asked, k, noun)
    return None


def _peaked(asked: Asked, noun: int) -> Topic | None:
    """`Η παραγωγή σημείωσε ιστορικό υψηλό (3 TWh)`: what was never as high."""
    row = asked.row
    if not _is(asked, noun, asked.words.peaks) or row.any(noun + 1, _OWNING) or fits(asked, noun):
        return None
    clause = next((k for k in range(noun - 1, max(0, noun - _CLAUSE), -1) if row.any(k, _STARTS)), None)
    if clause is None or not row.has(clause, "relative"):
        return subject(asked, noun)
    head = clause - 1 - row.has(clause - 1, "comma")
    while row.any(head, _OWNING):
        head -= 1  # `οι εξαγωγές ρεύματος, οι οποίες έφτασαν σε ιστορικό υψηλό`
    return topic_of(asked, head, clause) if row.has(head, "noun") else None


def _grew(asked: Asked, noun: int) -> Topic | None:
    """`Η αγορά είχε ρυθμό ανάπτυξης 14%, φτάνοντας τα 26 δισ. ευρώ`: no rate reaches a sum, but what grew."""
    row = asked.row
    if asked.quantity.relative or fits(asked, noun) or asked.last is None or noun > asked.last:
        return None
    rate = noun_in(row, row.items[noun], "percent", relative=False)
    last = row.items[asked.last].quantity
    if rate is None or rate.measure != "rate" or last is None or last.fact.unit != "%":
        return None
    acting = (k for k in range(noun - 1, max(-1, noun - ITEMS), -1) if row.has(k, "noun"))
    head = next((k for k in acting if row.has(k, "nominative") or row.has(k - 1, "with")), None)
    return None if head is None else topic_of(asked, head, noun)


def _measure(asked: Asked, said: Said, noun: int) -> str | None:
    measure = said.topic.measure
    if measure is None and said.change is None:
        return _of_sum(asked, said, noun) if asked.kind == "money" else _of_mean(asked, noun)
    if measure == "deal" and _is(asked, noun, asked.words.bids) and asked.kind == "money":
        return "price" if 0 < (asked.quantity.fact.low or _CHEAP) < _CHEAP else measure
    if measure == "investment" and noun < asked.at and _in_programme(asked, noun):
        return "grant"
    if measure is None and said.change is not None and _is(asked, noun, asked.words.by_value):
        return "valuation" if _of_firm(asked, noun) else None
    if measure == "funding" and _is(asked, noun, asked.words.funded) and public_near(asked):
        return "grant"
    return None if measure == "revenue" and said.change is not None and _pieces(asked, noun) else measure


def _of_sum(asked: Asked, said: Said, noun: int) -> str | None:
    """A price by the piece or as before, the worth of a firm, the size of a market."""
    row, fact = asked.row, asked.quantity.fact
    if _by_the_piece(asked, noun) or _priced_before(asked, said):
        return "price"
    if max(fact.low or 0, fact.high or 0) < _DEAR:
        return None
    if row.sentence.norms[row.items[asked.at - 1].start] in asked.words.worth:
        return "valuation" if is_company(asked, said.topic) else None
    item = row.items[noun]
    acts = item.article == "subject" or row.has(noun - 1, "with")
    own = not asked.words.marketplaces.isdisjoint(row.sentence.norms[item.start : item.end])
    return (
        "market"
        if acts and own and noun < asked.at and noun_in(row, item, "money", relative=False) is None
        else None
    )


def _priced_before(asked: Asked, said: Said) -> bool:
    """`Το γάλα κόστιζε 1,7 ευρώ και έχει φτάσει τα 1,8 ευρώ`: a price too."""
    if asked.last is None:
        return False
    before, last = asked.done[asked.last].topic, asked.row.items[asked.last].quantity
    same = last is not None and last.fact.unit == asked.quantity.fact.unit
    if before.start is None and any(asked.row.has(k, "nominative") for k in range(asked.last, asked.at)):
        return False  # `Το λάδι πουλιέται 4 ευρώ, το μεροκάματο είναι στα 60 ευρώ`
    return same and before.measure == "price" and before.start in (None, said.topic.start)


def _of_mean(asked: Asked, noun: int) -> str | None:
    """`Η διείσδυση είναι 44%. Ο μέσος όρος ήταν 61%`: the mean of what was told before."""
    item = asked.row.items[noun]
    before = asked.done[asked.last].topic if asked.last is not None else asked.before and asked.before.topic
    if not before or before.measure is None or noun > asked.at or asked.quantity.fact.unit != "%":
        return None
    mean = not asked.words.means.isdisjoint(asked.row.sentence.norms[item.start : item.end])
    return before.measure if mean and "percent" in asked.words.kinds.get(before.measure, ()) else None


def _in_programme(asked: Asked, noun: int) -> bool:
    """`Δίνει επιδότηση 5.000 ευρώ. Το πρόγραμμα ύψους 60 εκατ. ευρώ …`: what is given by it."""
    item = asked.row.items[noun]
    told = asked.last is None and asked.before is not None and asked.before.topic.measure == "grant"
    return told and not asked.words.programmes.isdisjoint(asked.row.sentence.norms[item.start : item.end])


def _by_the_piece(asked: Asked, noun: int) -> bool:
    """`Η φέτα έχει 9 ευρώ το κιλό`, but `όριο 200 ευρώ την ημέρα`, `επίδομα 100 ευρώ τον μήνα`."""
    row, end = asked.row, asked.quantity.end
    thing = noun_in(row, row.items[noun], asked.kind, relative=False) is None and noun < asked.at
    return thing and not asked.words.weighed.isdisjoint(row.sentence.norms[end : end + _PER])


def _of_firm(asked: Asked, noun: int) -> bool:
    """`Η αξία της Alpha αυξήθηκε 12%`, `Η Alpha αύξησε την αξία της κατά 12%`."""
    row, end = asked.row, asked.row.items[noun].end
    if row.has(noun + 1, "owner"):
        return True
    own = end < len(row.sentence.norms) and row.sentence.norms[end] in asked.words.possessives
    acting = row.has(noun - 1, "mover") and row.has(noun - 2, "name")
    return own and acting and row.items[noun - 2].article == "subject"


def _pieces(asked: Asked, noun: int) -> bool:
    """`Οι πωλήσεις μειώθηκαν κατά 22%, σε 3.000 οχήματα`: so many fewer pieces are no revenue."""
    row, words = asked.row, asked.words
    if not asked.quantity.relative or not _is(asked, noun, words.sold):
        return False
    near = row.items[max(0, asked.at - ITEMS) : asked.at + ITEMS]
    if any(item.quantity is not None and item.quantity.kind == "money" for item in near):
        return False
    for k in range(max(1, asked.at - _SOLD), min(len(row), asked.at + _SOLD)):
        item = row.items[k]
        counted = row.has(k - 1, "number") and not item.roles.isdisjoint({"noun", "genitive"})
        if counted and not words.units_sold.isdisjoint(row.sentence.norms[item.start : item.end]):
            return True
    return False
