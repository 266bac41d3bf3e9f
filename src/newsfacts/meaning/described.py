"""Participles of rise or fall before their noun: `αυξημένο μέρισμα`, `αυξημένα κατά 7% έσοδα`."""

from newsfacts.meaning.asked import Asked, fits
from newsfacts.meaning.items import Item

_LED = frozenset({"by", "in"})


def described_level(asked: Asked, at: int) -> bool:
    """`αυξημένο μέρισμα 0,70 ευρώ`: what stands beside its noun is how much of it there is."""
    if not describes(asked.row.items[at]) or at > asked.at or asked.row.has(asked.at - 1, "by"):
        return False
    return not asked.quantity.relative or fits(asked._replace(moves=False), at)


def describes(item: Item) -> bool:
    """`μειωμένο τζίρο κατά 9%`: the noun stands right behind."""
    return "risen" in item.roles and item.word + 1 < item.end


def described_behind(asked: Asked, verb: int) -> bool:
    """`κατέγραψε αυξημένα κατά 7% έσοδα`: the noun stands behind the amount."""
    row, at = asked.row, asked.at + 1
    apart = verb < asked.at and row.items[verb].roles == {"risen"} and row.items[verb].article is None
    return apart and row.has(at, "noun") and row.items[at].article is None and fits(asked, at)


def moves_others(asked: Asked) -> bool:
    """`θα μειώσει κατά 9% τις θέσεις εργασίας`: whether a verb that moves others stands before an amount."""
    row, verb = asked.row, asked.at - 1
    verb -= row.any(verb, _LED)
    verb -= row.has(verb, "comma")
    return row.has(verb, "mover") and row.sentence.norms[row.items[verb].start] in asked.words.transitive
