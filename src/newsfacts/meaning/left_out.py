"""What is told where a clause leaves it out: a fragment, another firm's part, a clause beside the first."""

from newsfacts.meaning.asked import Asked, Said, fits, topic_of
from newsfacts.meaning.carried import carried
from newsfacts.meaning.found import Found

_FEW = 12
"""So many items has a fragment at most."""
_BESIDE = frozenset({"and", "in", "comma", "end"})


def of_another(asked: Asked) -> Said | None:
    """`Το μερίδιο της Alpha είναι 30%, ενώ η Beta ανέβηκε στο 20%`: the share of another firm."""
    topic = carried(asked)
    percent = asked.quantity.fact.unit == "%" and asked.quantity.sign is None
    if topic is None or topic.measure != "share" or not percent:
        return None
    if topic.noun is not None and topic.end is not None and 0 <= topic.noun < asked.at:
        topic = topic._replace(end=min(topic.end, asked.row.items[topic.noun].end))
    return Said(topic)


def part_of_last(asked: Asked, noun: int) -> str | None:
    """`Τα έσοδα αυξήθηκαν 5%, με τις υπηρεσίες να ξεπερνούν τα 3 εκατ.`: the measure of what was told."""
    if asked.last is None or noun < asked.last or not asked.row.has(noun - 1, "with") or fits(asked, noun):
        return None
    measure = asked.done[asked.last].topic.measure
    told = measure in asked.words.accounts and asked.kind in asked.words.kinds.get(measure or "", ())
    return measure if told else None


def numbered(asked: Asked, one: Found) -> Said | None:
    """`Πουλήθηκαν 240 οχήματα στην πόλη, τριπλάσια από πέρυσι`: what is counted is what rose."""
    assert one.noun is not None
    sold = asked.row.has(one.noun - 2, "verb")  # but `ύψος 27 χιλιομέτρων, τριπλάσιο από εκείνο`
    times = sold and asked.kind == "multiple" and asked.quantity.fact.text.isalpha()
    return Said(topic_of(asked, one.noun, asked.at)) if times else None


def fragment(asked: Asked, one: Found) -> Said | None:
    """`Ήταν 10%. Και τώρα στο 31%.`: the same again, where a sentence tells nothing but the amount."""
    others = (k for k in range(len(asked.row)) if k != asked.at)
    alone = len(asked.row) <= _FEW and all(asked.row.any(k, _BESIDE) or _adverb(asked, k) for k in others)
    topic = carried(asked) if alone else None
    return None if topic is None else Said(topic)


def _adverb(asked: Asked, at: int) -> bool:
    """`Και τώρα, περήφανα, στο 28%`: one word between commas."""
    row, item = asked.row, asked.row.items[at]
    alone = item.end - item.start == 1 and item.article is None and item.tag.measures == ()
    return alone and row.has(at, "noun") and row.has(at - 1, "comma") and row.has(at + 1, "comma")
