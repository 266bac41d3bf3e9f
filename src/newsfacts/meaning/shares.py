"""What is said of a percent that is a part of something."""

from newsfacts.meaning.absolute import led
from newsfacts.meaning.asked import Asked, Said, fits, topic_of
from newsfacts.meaning.carried import carried
from newsfacts.meaning.found import Found
from newsfacts.meaning.phrases import Topic, noun_in
from newsfacts.meaning.row import PREPOSITIONS

_NOUNS = frozenset({"noun", "genitive"})
_MOVED = frozenset({"mover", "level"})
_PRICES = (None, "price", "share_price")
_NO_PART = frozenset({"company", "name"})
_MOVING = frozenset({"rise", "rate", "risen", "more"})
_JOINTS, _ACTING = frozenset({"and", "comma"}), frozenset({"nominative", "name", "end"})
_RATES = ("rate", "margin", "tax")
_FIRM = frozenset({"company", "name"})


def part_named(asked: Asked, noun: int) -> Said | None:
    """`η εξαγορά ποσοστού 24%`: a part, where what stands before it is told in no percents."""
    start, nouns = asked.quantity.start, asked.row.sentence.nouns
    end, named = nouns.get(start - 1, (0, None))
    if end != start or named is None or named.measure != "share" or fits(asked, noun):
        return None
    return Said(Topic(start - 1, start, named.measure))


def firm(asked: Asked, noun: int) -> bool:
    """Whether a noun is nothing but a firm that acts: `ο όμιλος Beta`."""
    item, roles = asked.row.items[noun], asked.row.sentence.roles
    return item.article == "subject" and all(roles[k] in _FIRM for k in range(item.start, item.end))


def part(asked: Asked, one: Found) -> Said | None:
    """`εκ των οποίων 5 εκατ.`: of what was told before; a percent is a share of it."""
    percent = asked.quantity.fact.unit == "%"
    topic = carried(asked)
    if topic is None or (percent and asked.last is not None and not _in_clause(asked)):
        near = range(asked.at - 1, max(-1, asked.at - 20), -1)
        head = next((at for at in near if asked.row.any(at, _NOUNS)), None)
        if head is not None and _said_of_them(asked, head):
            head = next((at for at in near if asked.row.has(at, "nominative")), None)
        if percent and head is not None and asked.last is None:
            return share(asked, one._replace(noun=head))  # `30 μηχανικοί, από τους οποίους το 40%`
        if head is not None and not percent and not fits(asked, head):
            return None  # `Όπως είπε ο δήμαρχος, με τα 5 εκατ. ευρώ θα γίνουν έργα`
        topic = topic_of(asked, head, asked.at) if head is not None else topic
    if topic is None or (percent and topic.measure in _PRICES):
        return None
    rate = percent and topic.measure in _RATES  # `επιτόκιο 3%, εκ του οποίου το 1% κεφαλαιοποιείται`
    return Said(topic._replace(measure="share") if percent and not rate else topic)


def _said_of_them(asked: Asked, at: int) -> bool:
    """`Οι εταιρείες δεν είναι έτοιμες, με το 45% να …`: an adjective behind a verb."""
    return asked.row.has(at - 1, "copula") and asked.row.items[at].article is None


def right_behind(asked: Asked) -> bool:
    """`πλήρωσε 5 εκατ. ευρώ πρόστιμο`: a measure that a sum of money stands right before."""
    row, at = asked.row, asked.at + 1
    bare = row.has(at, "noun") and row.items[at].article is None
    return bare and asked.kind == "money" and fits(asked, at)


def of_those(asked: Asked, one: Found) -> Said | None:
    """`500 εταιρείες, με το 12% αυτών να …`: a share of those told of before."""
    assert one.noun is not None
    item, row = asked.row.items[one.noun], asked.row
    those = item.end == item.start + 1 and row.sentence.norms[item.start] in asked.words.again
    if not those or asked.quantity.fact.unit != "%" or asked.quantity.sign:
        return None
    return part(asked, one) or Said(Topic(measure="share"))


def _in_clause(asked: Asked) -> bool:
    assert asked.last is not None
    return not any(asked.row.has(k, "end") for k in range(asked.last, asked.at))


def share_alone(asked: Asked, one: Found) -> Said | None:
    """`το 35% ψωνίζει από το σπίτι`: a share of nobody knows what."""
    row, at = asked.row, asked.at
    plain = asked.quantity.fact.unit == "%" and not asked.quantity.sign
    led = row.any(at - 1, PREPOSITIONS) or row.any(at + 1, _MOVED)
    return Said(_of_same(asked) or Topic(measure="share")) if plain and not led else None


def own_clause(asked: Asked) -> bool:
    """`…, ενώ το 7% δεν γνωρίζει`: who a percent with an article stands for begins a clause of its own."""
    start, roles = asked.quantity.start, asked.row.sentence.roles
    return asked.quantity.fact.unit == "%" and start > 1 and roles[start - 2 : start] == ["break", "neuter"]


def told_that(asked: Asked, one: Found) -> Said | None:
    """`Το 58% προβλέπει ότι θα ξοδέψει περισσότερα`: a verb of saying is no item, what is said follows."""
    s = asked.row.sentence
    said = s.norms[asked.row.items[asked.at + 1].start] in asked.words.that
    own = s.roles[asked.quantity.start - 1] == "neuter"
    return share_alone(asked, one) if said and own else None


def _of_same(asked: Asked) -> Topic | None:
    """`Το 84% των πολιτών ψηφίζει. Το 33% απέχει`: a share of the same people, told right behind."""
    row, at = asked.row, asked.at
    if asked.last is None:
        first = next((k for k in range(at) if not row.any(k, _JOINTS)), at)
        told = asked.before if first == at else None
        return told.topic if told is not None and told.unit == "%" and told.topic.measure == "share" else None
    said, last = asked.done[asked.last], row.items[asked.last].quantity
    others = any(row.any(k, _ACTING) for k in range(asked.last + 1, at) if row.items[k].article is not None)
    same = last is not None and last.fact.unit == "%" and said.topic.measure == "share"
    return said.topic if same and said.topic.noun == asked.last + 1 and not others else None


def held(asked: Asked, one: Found) -> Said | None:
    """`με τον όμιλο Alpha να έχει το 60%`: a part that the firm has."""
    return share_alone(asked, one) if one.noun is not None and led(asked.row, one.noun, asked.words) else None


def share(asked: Asked, one: Found) -> Said | None:
    """`το 35% των εσόδων` is a share; `τα 8 εκατ. ευρώ των εσόδων` are of it."""
    assert one.noun is not None
    if asked.quantity.fact.unit != "%":
        beside = one.noun == asked.at + 1
        return Said(topic_of(asked, one.noun)) if beside and fits(asked, one.noun) else None
    fined = asked.last is not None and asked.done[asked.last].topic.measure == "fine"
    either = fined and asked.row.has(asked.at - 1, "and")  # `πρόστιμο 5 εκατ. ευρώ ή 3% του τζίρου`
    return Said(topic_of(asked, one.noun)._replace(measure="fine" if either else "share"))


def part_dealt(asked: Asked, noun: int) -> Said | None:
    """`την απόκτηση του 67% της Alpha`: what is bought or sold in percents is a part."""
    row, quantity = asked.row, asked.quantity
    if quantity.fact.unit != "%" or quantity.sign or noun > asked.at or fits(asked, noun):
        return None
    dealt = noun_in(row, row.items[noun], "money", relative=False)
    of = row.sentence.roles[quantity.start - 1] == "genitive" or row.has(asked.at + 1, "owner")
    return Said(Topic(measure="share")) if of and dealt is not None and dealt.measure == "deal" else None


def others(asked: Asked, noun: int) -> bool:
    """`χρησιμοποιεί τέτοια εργαλεία το 38%`: a percent with an article is no measure of an object."""
    row, quantity = asked.row, asked.quantity
    own = quantity.fact.unit == "%" and row.sentence.roles[quantity.start - 1] == "neuter"
    return own and noun == asked.at - 1 and row.has(noun - 1, "verb") and not fits(asked, noun)


def told_by(asked: Asked, one: Found) -> Said | None:
    """The same percent, of nobody knows what."""
    assert one.noun is not None
    return share_alone(asked, one) if others(asked, one.noun) else None


def counted_out(asked: Asked, noun: int) -> str | None:
    """`τρεις στους δέκα πολίτες (31%)`: a share, counted before."""
    row, s = asked.row, asked.row.sentence
    start = row.items[noun].start
    bracketed = asked.quantity.fact.unit == "%" and row.has(asked.at - 1, "open") and not asked.quantity.sign
    if not bracketed or start < 3 or s.roles[start - 2] != "in":
        return None
    return "share" if _counts(asked, start - 3, start - 1) else None


def _counts(asked: Asked, *places: int) -> bool:
    s = asked.row.sentence
    return all(s.norms[k] in asked.words.numerals or s.roles[k] == "number" for k in places)


def counted_alone(asked: Asked, one: Found) -> Said | None:
    """`Τέσσερις στους δέκα (41%)`: a share of nobody who is named."""
    start, s = asked.quantity.start, asked.row.sentence
    counted = start > 3 and s.roles[start - 3] == "in" and _counts(asked, start - 4, start - 2)
    return Said(Topic(measure="share")) if counted and asked.quantity.fact.unit == "%" else None


def remaining(asked: Asked, one: Found) -> Said | None:
    """`και η Beta το υπόλοιπο 49%`: what is left of what was told before."""
    topic = carried(asked)
    if asked.quantity.fact.unit == "%":
        parts = [asked.done[at] for at in asked.done if asked.row.has(at, "quantity")]
        shared = [said.topic for said in parts if said.topic.measure == "share" and said.change is None]
        return Said(shared[-1] if shared else Topic(measure="share"))
    last = asked.last is not None and asked.row.items[asked.last].quantity
    same = not last or last.fact.unit == asked.quantity.fact.unit
    return Said(topic) if topic is not None and same else None


def bare(asked: Asked, noun: int) -> bool:
    """`Ποσοστό 88% του πληθυσμού`: a word that only says that the number is one."""
    item = asked.row.items[noun]
    return item.end - item.start == 1 and asked.row.sentence.norms[item.start] in asked.words.figures


def corresponds(asked: Asked, one: Found) -> bool:
    """`5 εκατ. ευρώ, ποσό που αντιστοιχεί στο 3% του τζίρου`: of what follows so much is a share."""
    row, verb = asked.row, one.verb
    if verb is None or asked.quantity.fact.unit != "%" or not row.has(asked.at + 1, "genitive"):
        return False
    if row.sentence.norms[row.items[verb].start] not in asked.words.sharing:
        return False
    start = next((k for k in range(verb, 0, -1) if row.has(k, "relative")), 0)
    start -= 2 if row.has(start - 1, "comma") else 1
    return row.has(start, "quantity")


def level_of_part(asked: Asked, topic: Topic) -> bool:
    """`Η χρήση αγγίζει το 38%`: what reaches so much and is no measure is a part of all there is."""
    row, noun, fact = asked.row, topic.noun, asked.quantity.fact
    if topic.measure is not None or fact.unit != "%" or asked.quantity.sign is not None or noun is None:
        return False
    if topic.start is None or not 0 <= noun < len(row) or not row.has(noun, "noun"):
        return False
    item, roles = row.items[noun], row.sentence.roles
    if row.has(noun - 1, "copula"):
        return False  # `η αύξηση, που είναι προσωρινή, φτάνει το 5%`
    if any(roles[k] in _NO_PART for k in range(item.start, item.end)) or item.roles & _MOVING:
        return False
    hit, norms = noun_in(row, item, asked.kind, relative=True), row.sentence.norms[item.start : item.end]
    return hit is None and (asked.words.goals | asked.words.no_parts).isdisjoint(norms)


def owned(asked: Asked, one: Found) -> Said | None:
    """`το 66% των CEO`, `το 10% της Alpha`: a share, where its article tells that it is one."""
    quantity, roles = asked.quantity, asked.row.sentence.roles
    own = quantity.fact.unit == "%" and not quantity.sign and roles[quantity.start - 1] == "neuter"
    return Said(Topic(measure="share")) if own else None


def counted(asked: Asked, one: Found) -> Said | None:
    """The same where the number is in digits: `3 στους 10 πολίτες (31%)`."""
    assert one.noun is not None
    measure = counted_out(asked, one.noun)
    return None if measure is None else Said(topic_of(asked, one.noun, asked.at)._replace(measure=measure))


def wholly(asked: Asked, noun: int) -> bool:
    """`η Alpha, 100% θυγατρική της Beta`: so much of it is held."""
    row, item = asked.row, asked.row.items[noun]
    if asked.quantity.fact.unit != "%" or asked.quantity.sign or noun != asked.at + 1 or item.article:
        return False
    return not asked.words.subsidiaries.isdisjoint(row.sentence.norms[item.start : item.end])
