"""Whether a quantity is told of the world, a trade or a home at large, though a company is told of too."""

from newsfacts.meaning.asked import Said
from newsfacts.meaning.row import Row
from newsfacts.meaning.words import Words

_HOME = ("cost", "consumption", "price", "tax", "discount", None)
"""What homes have."""
_NEAR = 12
"""So many words before an amount the home that has it stands."""
_LEFT = 4
"""So many words before an amount `οι υπόλοιποι με` stands."""


def at_large(row: Row, at: int, said: Said, words: Words) -> bool:
    """`Παγκοσμίως, οι πληρωμές έπεσαν 35%`, `τα ασφάλιστρα του κλάδου`, `σε ένα σπίτι`, `οι άλλοι με 29%`."""
    s, here, measure = row.sentence, row.items[at].start, said.topic.measure
    quantity = row.items[at].quantity
    percent = quantity is not None and quantity.fact.unit == "%"
    left = range(max(1, here - _LEFT), here)
    if percent and any(s.norms[k] in words.left and s.norms[k - 1] in words.all_of_them for k in left):
        return True
    if measure in words.owned:
        return False
    if not words.worldwide.isdisjoint(s.norms[:1]) or _of_trade(row, said, words):
        return True
    home = s.norms[max(0, here - _NEAR) : here]
    return measure in _HOME and not words.homes.isdisjoint(home)


def _of_trade(row: Row, said: Said, words: Words) -> bool:
    """`τα ασφάλιστρα του κλάδου`: of a trade that nothing says more of."""
    noun = said.topic.noun
    if noun is None or said.topic.measure == "share" or not row.has(noun + 1, "genitive"):
        return False
    item = row.items[noun + 1]
    plain = item.end - item.start <= 2 and not row.has(noun + 2, "genitive")
    return plain and row.sentence.norms[item.end - 1] in words.markets
