"""Which way something moved: by its verb or noun, unless it is only compared with something else."""

from newsfacts.meaning.asked import Asked, Said
from newsfacts.meaning.phrases import Topic
from newsfacts.meaning.row import Row

_OTHERS = frozenset({"name", "owner"})
_NEAR = 7
"""So many words behind `από` it is said of when an amount is."""


def direction(asked: Asked, at: int, topic: Topic) -> Said:
    """Which way it moved; nothing moved so much more than another, or than something vague."""
    row, verb = asked.row, asked.row.items[at]
    alone = asked.quantity.relative and "more" in verb.roles and not row.has(asked.at - 1, "by")
    # `30% φθηνότερα από`, `προτείνει κάτι παρόμοιο, 30% φθηνότερα`
    than_another = row.has(at + 1, "from") and not _than_before(row, at + 1)
    others = alone and (than_another or _vague(row, topic))
    than = "more" in verb.roles and row.has(at + 1, "from")
    others = others or (than and row.any(at + 2, _OTHERS))  # `κατά 4% χαμηλότερη από την Beta`
    others = others or (than_another_behind(asked) and "more" in verb.roles)
    others = others and "noun" not in verb.roles
    if (than_whom := _times_another(asked, at)) is not None:
        return Said(topic._replace(end=min(topic.end or 0, row.items[than_whom].start) or None))
    return Said(topic, None if others else verb.change)


def _than_before(row: Row, at: int) -> bool:
    """`14% περισσότερα από ό,τι ολόκληρο το 2024`: compared with the same before."""
    s = row.sentence
    near = s.roles[row.items[at].end : row.items[at].end + _NEAR]
    return "date" in near or "time" in near


def than_another_behind(asked: Asked) -> bool:
    """`χαμηλότερη κατά 14% από εκείνη της Beta`: another one has so much more or less."""
    row, at = asked.row, asked.at + 1
    if not (row.has(asked.at - 1, "by") and row.has(at, "from")) or _than_before(row, at):
        return False
    item = row.items[at + 1] if at + 1 < len(row) else None
    if item is None:
        return False
    again = not asked.words.again.isdisjoint(row.sentence.norms[item.start : item.end])
    return row.any(at + 1, _OTHERS) or (again and row.has(at + 2, "owner"))


def _times_another(asked: Asked, more: int) -> int | None:
    """Where `από την Beta` stands in `πέντε φορές περισσότερα κινητά από την Beta`, which tells no rise."""
    row, behind = asked.row, more + 1
    if asked.kind != "multiple" or not {"more", "noun"} <= row.items[more].roles:
        return None
    while row.has(behind, "genitive"):
        behind += 1
    return behind if row.has(behind, "from") and _rival(asked, behind + 1) else None


def _rival(asked: Asked, at: int) -> bool:
    """Whether an item names somebody else, or says so; `από το προηγούμενο μοντέλο` is the same before."""
    if asked.row.has(at, "name"):
        return True
    item = asked.row.items[at] if asked.row.has(at, "noun") else None
    return item is not None and not asked.words.rivals.isdisjoint(
        asked.row.sentence.norms[item.start : item.end]
    )


def _vague(row: Row, topic: Topic) -> bool:
    """Whether a topic is no measure and stands without an article or a number."""
    if topic.measure is not None or topic.noun is None or row.has(topic.noun - 1, "number"):
        return False
    return row.items[topic.noun].article is None
