"""Who only tells of an amount, or foresees it: a bank, a broker, a statistics office own none of it."""

from collections.abc import Sequence

from newsfacts.meaning.asked import Said
from newsfacts.meaning.going_on import possessed
from newsfacts.meaning.mentions import Companies, Mention
from newsfacts.meaning.row import Row
from newsfacts.meaning.spoken import item_at, named_at
from newsfacts.meaning.words import Words

_OTHERS = ("price", "rate", "damage", "tax", "discount", "market")
"""What who tells of it hardly ever tells of his own."""


def told_by(row: Row, said: Said, named: Sequence[Mention], companies: Companies, words: Words) -> bool:
    """Whether those that the sentence names only tell of what is not theirs, nor that of the text's company.

    As in `Η Alpha Bank προβλέπει ότι το ασήμι θα φτάσει τα 110 δολάρια`, `Τα κέρδη του Ρήγα θα φτάσουν τα 5
    εκατ., εκτιμά η Alpha`.
    """
    tellers = {m.key for m in named if m.reports}
    acting = [m for m in named if m.case != "at" and not m.of_name]
    if not tellers or any(m.key not in tellers for m in acting):
        return False
    if companies.dominant is not None and companies.dominant not in tellers:
        return False
    return _of_name(row, said, named) or (said.topic.measure in _OTHERS and not possessed(row, said, words))


def _of_name(row: Row, said: Said, named: Sequence[Mention]) -> bool:
    """`τα κέρδη της Μυρτώς`: a name that nothing tells to be a company's has it."""
    noun = said.topic.noun
    if noun is None or not row.has(noun + 1, "owner"):
        return False
    return named_at(row, noun + 1, named) is None and all(item_at(row, m.start) != noun + 1 for m in named)
