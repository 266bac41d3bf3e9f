"""Two who act as one: what they agree on is neither side's, but what they build together is both's."""

from collections.abc import Sequence

from newsfacts.lexicon.lexicon import Reading
from newsfacts.meaning.mentions import Companies
from newsfacts.meaning.paying import nearby
from newsfacts.meaning.row import ITEMS, Row
from newsfacts.meaning.words import Words

_NEAR = 60
"""So many words before or after a place it is said that they act jointly."""
_TWO = 2


def jointly(reading: Reading, first: int, end: int, words: Words) -> bool:
    """`Στο κοινό σχήμα …`, `κατασκευάζουν μαζί`: near some tokens."""
    near = range(max(0, first - _NEAR), min(len(reading), end + _NEAR))
    pairs = (f"{reading.norm(k)} {reading.norm(k + 1)}" for k in near[:-1])
    return any(pair in words.jointly or pair.partition(" ")[0] in words.jointly for pair in pairs)


def two_sides(row: Row, at: int, words: Words) -> bool:
    """Whether an amount is told of those who only agree with each other."""
    s = row.sentence
    agreed = not words.agreed.isdisjoint(nearby(row, at))
    return agreed and not jointly(s.reading, s.first, s.first + len(s.tags), words)


def both(row: Row, at: int, begin: int, companies: Companies, words: Words) -> Sequence[str]:
    """`Οι δύο πλευρές χτίζουν πάρκο 20 MW`: those that the text is about together, named before."""
    keys = list(dict.fromkeys(m.key for m in companies.pair if m.start < begin))
    if len(keys) != _TWO:
        return ()
    s = row.sentence
    for k in range(max(0, at - ITEMS), at):
        item = row.items[k]
        norms = s.norms[item.start : item.end]
        if item.article != "subject" or words.several.isdisjoint(norms):
            continue
        if not words.pairs.isdisjoint(s.norms[max(0, item.start - 1) : item.end]):
            return keys
    return ()
