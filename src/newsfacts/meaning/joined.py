"""What is said of a quantity that is joined to one before it, or compared with it."""

from newsfacts.meaning.asked import Asked, Said, fits, topic_of
from newsfacts.meaning.carried import carried
from newsfacts.meaning.found import Found
from newsfacts.meaning.phrases import Topic, index_named, noun_in

_FORESEEN = 10
"""So many words before an amount those who foresaw it stand."""
_OWNED = 5
"""So many items before an amount the genitive stands that has it."""
_OWNING = frozenset({"genitive", "quantity"})
_PAIR = 2
"""So many amounts are told of each in a list."""


def gapped(asked: Asked, one: Found) -> Said | None:
    """`η Alpha κατέβαλε 5 εκατ., η Beta 3`: the verb is that of the amount before."""
    row = asked.row
    if (like := _last_like(asked)) is None:
        return None
    before, topic = row.items[like].quantity, asked.done[like].topic
    assert before is not None
    since = (k for k in range(asked.at - 1, max(-1, asked.at - _OWNED), -1) if row.any(k, _OWNING))
    owned = row.has(next(since, -1), "genitive")
    if owned and topic.noun is not None and topic.end is not None:
        # `η συμμετοχή του αερίου 39%, των αιολικών 34%`: the genitive is another one
        topic = topic._replace(end=min(topic.end, row.items[topic.noun].end))
    return Said(topic, None if before.sign else asked.done[like].change)


def _last_like(asked: Asked) -> int | None:
    """The last amount in the same unit: in a list of pairs the one before the last (`3 ευρώ με άνοδο 2%`)."""
    for at in list(asked.done)[: -_PAIR - 1 : -1]:
        quantity = asked.row.items[at].quantity
        if quantity is not None and quantity.fact.unit == asked.quantity.fact.unit:
            return at
    return None


def same(asked: Asked, one: Found) -> Said | None:
    """`έσοδα 12 εκατ. ευρώ, έναντι 7 εκατ.`: the same topic, a level."""
    assert one.other is not None
    said = asked.done.get(one.other)
    if said is None:
        return None
    topic, kinds = said.topic, asked.words.kinds.get(said.topic.measure or "", frozenset())
    if not asked.quantity.relative and asked.kind not in kinds:
        topic = topic._replace(measure=asked.words.by_kind.get(asked.kind))  # `35% των εσόδων ή 5 εκατ.`
    return Said(topic)


def column(asked: Asked, one: Found) -> Said | None:
    """`Κέρδη €5 εκατ. €3 εκατ.`: the next column of a table, in the same unit."""
    assert one.other is not None
    before = asked.row.items[one.other].quantity
    if before is None or before.fact.unit != asked.quantity.fact.unit or asked.quantity.sign:
        return None
    return same(asked, one) if before.end == asked.quantity.start else None


def moved_so(asked: Asked, one: Found) -> Said | None:
    """`μειώθηκαν κατά 5 εκατ. ευρώ (16%)`: the size of the same movement, in percent."""
    assert one.other is not None
    said, before = asked.done.get(one.other), asked.row.items[one.other].quantity
    if said is None or said.change is None or before is None or before.fact.unit == "%":
        return same(asked, one)
    return Said(said.topic, said.change) if asked.quantity.fact.unit == "%" else same(asked, one)


def again(asked: Asked, one: Found) -> Said | None:
    """`κατά 34% και κατά 1,6 GW`: the same topic and movement."""
    assert one.other is not None
    said = asked.done.get(one.other)
    return None if said is None else Said(said.topic, said.change)


def summed(asked: Asked, one: Found) -> Said | None:
    """`δαπάνες 5 εκατ., ποσό αυξημένο κατά 25%`: the sum is the amount before."""
    assert one.other is not None
    assert one.verb is not None
    said = asked.done.get(one.other)
    return None if said is None else Said(said.topic, asked.row.items[one.verb].change)


def anew(asked: Asked, one: Found) -> Said | None:
    """`αύξηση 5% στα έσοδα και 2% στο EBITDA`: another topic, the same movement."""
    assert one.noun is not None
    assert one.other is not None
    said = asked.done.get(one.other)
    if said is None or said.change is None or not _like(asked, one.other):
        return None
    norm = asked.row.sentence.norms[asked.row.items[one.noun].end - 1]
    if norm in asked.words.scopes:  # `αυξήθηκαν κατά 14% σε έσοδα και 7% σε μονάδες`
        return said._replace(topic=said.topic._replace(measure=None))
    return Said(topic_of(asked._replace(moves=True), one.noun), said.change)


def paired(asked: Asked, one: Found) -> Said | None:
    """`τα έσοδα μειώθηκαν 22%, τα κέρδη 6%`: the verb goes on where neither number has a preposition."""
    assert one.noun is not None
    assert one.other is not None
    told = fits(asked._replace(moves=True), one.noun) or index_named(asked.row, one.noun, asked.words)
    fitting = asked.quantity.relative and told
    said = anew(asked, one) if fitting and asked.row.has(one.other - 1, "mover") else None
    kinds = asked.words.kinds.get((said and said.topic.measure) or "", frozenset())
    return None if asked.kind in kinds else said  # `τα έσοδα αυξήθηκαν 5%, το περιθώριο 12%` tells a level


def or_else(asked: Asked, one: Found) -> Said | None:
    """`αυξήθηκαν κατά 5 εκατ. ευρώ ή 4%`, `κατά 2% και 3% αντίστοιχα`: the same movement."""
    assert one.other is not None
    said = asked.done.get(one.other)
    joint = asked.row.sentence.word(asked.row.items[asked.at - 1].start)
    either = len(joint) == 1 and joint.isalpha()  # `ή`
    if said is None or said.change is None or not (either or _like(asked, one.other)):
        return None
    return Said(said.topic, None if asked.quantity.sign else said.change)


def in_list(asked: Asked, one: Found) -> Said | None:
    """`κατά 12%, 15% και 20%`: the same movement; `318 ευρώ, τετραπλάσια`: the same topic."""
    return or_else(asked, one) or (same if asked.row.any(asked.at + 1, _OWNING) else moved_so)(asked, one)


def likened(asked: Asked, one: Found) -> Said | None:
    """`Στο 2,4% ανέβηκε ο πληθωρισμός, από 2%`: the same topic, where the unit is one."""
    assert one.other is not None
    return same(asked, one) if _like(asked, one.other) else None


def listed(asked: Asked, one: Found) -> Said | None:
    """`αυξήσεις σε κρέατα (13%), καφέ (20%)`: the same movement, of the thing beside the number or of all."""
    assert one.other is not None
    said = asked.done.get(one.other)
    if said is None or not _like(asked, one.other):
        return None
    if said.change is None:
        named = one.noun is None and not asked.row.has(asked.at - 2, "owner")
        # `τιμή στη Γαλλία (35 ευρώ), Δανία (34 ευρώ)`
        return Said(said.topic) if named else _of_another(asked, one, said.topic)
    own = said.topic.noun is not None and asked.row.has(one.other - 1, "open")
    if not own or one.noun is None or asked.row.has(one.other, "signed"):
        return Said(said.topic, None if asked.quantity.sign else said.change)
    topic = topic_of(asked._replace(moves=True), one.noun, asked.at)
    return Said(topic._replace(measure=topic.measure or said.topic.measure), said.change)


def _of_another(asked: Asked, one: Found, topic: Topic) -> Said | None:
    """`παραγωγή από άνεμο (23 GWh) και ορυκτό αέριο (19 GWh)`: another source of the same."""
    noun, row = one.noun, asked.row
    if noun is None or topic.measure is None or row.items[noun].article is not None:
        return None
    bare = row.has(noun - 1, "and") and not (fits(asked, noun) or row.has(noun + 1, "genitive"))
    return Said(topic_of(asked, noun, asked.at)._replace(measure=topic.measure)) if bare else None


def likewise_part(asked: Asked, one: Found) -> Said | None:
    """`καλύπτεται κατά 44% από αέριο, 19% από λιγνίτη`: another part of the same."""
    assert one.other is not None
    said = asked.done.get(one.other)
    if said is None or said.change is not None or asked.quantity.sign or not _like(asked, one.other):
        return None
    if asked.quantity.fact.unit == "%":
        return Said(said.topic) if said.topic.measure == "share" else None
    # `από αυτά 6 εκατ. ευρώ πάνε στην Alba, 3 εκατ. στη Beta`: where the amount before is a part
    earlier = [asked.done[at].topic for at in asked.done if at < one.other]
    whole = earlier[-1] if earlier else asked.before.topic if asked.before is not None else None
    return Said(said.topic) if whole == said.topic != Topic() else None


def guessed(asked: Asked, one: Found) -> Said | None:
    """`ενώ οι αναλυτές περίμεναν 6 εκατ.`: what others foresaw of the same."""
    assert one.verb is not None
    assert one.other is not None
    item = asked.row.items[one.verb]
    foresaw = not asked.words.guessing.isdisjoint(asked.row.sentence.norms[item.start : item.end])
    return likened(asked, one) if foresaw else None


def expected(asked: Asked) -> Said | None:
    """`Τα έσοδα ήταν 5 εκατ. Οι αναλυτές περίμεναν 6 εκατ.`: the same, in a sentence of its own."""
    norms, here = asked.row.sentence.norms, asked.quantity.start
    near = norms[max(0, here - _FORESEEN) : here]
    told = (
        asked.last is None
        and not asked.words.analysts.isdisjoint(near)
        and not asked.words.guessing.isdisjoint(near)
    )
    topic = carried(asked) if told else None
    return None if topic is None or topic.measure is None else Said(topic)


def awaited(asked: Asked, one: Found) -> Said | None:
    """`αυξήθηκαν 12%, πάνω από την άνοδο 9% που περίμενε η αγορά`: the movement that others foresaw."""
    said = guessed(asked, one)
    return None if said is None else said._replace(change=asked.row.items[asked.at - 1].change)


def times(asked: Asked, one: Found) -> Said | None:
    """`δανεισμός 37 εκατ. ευρώ, ήτοι 0,9x το EBITDA`: the same, in times of another."""
    assert one.noun is not None
    assert one.other is not None
    said = asked.done.get(one.other)
    item = asked.row.items[one.noun]
    if said is None or asked.kind != "multiple" or item.article is None:
        return None
    return None if noun_in(asked.row, item, "money", relative=False) is None else Said(said.topic)


def elsewhere(asked: Asked, one: Found) -> Said | None:
    """`η διείσδυση στις πόλεις είναι 76%, ενώ στα χωριά 19%`: the same at another place."""
    assert one.other is not None
    if one.noun is not None and fits(asked, one.noun):
        return Said(topic_of(asked, one.noun, asked.at))
    said = asked.done.get(one.other)
    if said is None or not _like(asked, one.other):
        return None
    noun, topic = said.topic.noun, said.topic
    if noun is not None and topic.end is not None:
        topic = topic._replace(end=min(topic.end, asked.row.items[noun].end))
    return Said(topic, None if asked.quantity.sign else said.change)


def _like(asked: Asked, other: int) -> bool:
    quantity = asked.row.items[other].quantity
    return quantity is not None and quantity.fact.unit == asked.quantity.fact.unit


def likewise(asked: Asked, one: Found) -> Said | None:
    """`η χρέωση στα 2 ευρώ και η αποστολή στα 5`: another thing that has its price."""
    assert one.noun is not None
    assert one.other is not None
    topic, said = topic_of(asked, one.noun), asked.done.get(one.other)
    if topic.measure is None and said is not None and said.topic.measure == "price" and asked.kind == "money":
        topic = topic._replace(measure="price")
    return None if topic.measure is None else Said(topic)


def foreseen(asked: Asked, one: Found) -> Said | None:
    """`έναντι πρόβλεψης για 2 ευρώ`, `έναντι στόχου 2 ευρώ`: what was foreseen of the same."""
    assert one.noun is not None
    assert one.other is not None
    said, item = asked.done.get(one.other), asked.row.items[one.noun]
    words = asked.row.sentence.norms[item.start : item.end]
    if said is None or asked.words.through.isdisjoint(words) or fits(asked, one.noun):
        return None
    if asked.row.has(asked.at - 1, "for"):
        return Said(said.topic)
    return Said(topic_of(asked, one.noun, asked.at)._replace(measure=said.topic.measure))
