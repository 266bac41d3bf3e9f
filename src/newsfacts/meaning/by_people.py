"""What is a company's of which only people act: `ο πρόεδρος της Alpha μίλησε. Το μερίδιό της έφτασε`."""

from newsfacts.meaning.asked import Said
from newsfacts.meaning.going_on import possessed
from newsfacts.meaning.mentions import Companies
from newsfacts.meaning.phrases import noun_in
from newsfacts.meaning.row import Row
from newsfacts.meaning.words import Words


def theirs(row: Row, at: int, said: Said, here: int, companies: Companies, words: Words) -> str | None:
    """The one company of a text whose people speak, where a possessive, a part or a verb alone means it."""
    led = companies.of_role
    if led is None or led.start >= here:
        return None
    had = possessed(row, said, words) and said.topic.measure not in words.of_things
    own = had or _part(row, said, words) or _acts(row, at, said, words)
    return led.key if own else None


def _part(row: Row, said: Said, words: Words) -> bool:
    """`Το 60% των εσόδων προέρχεται από το εξωτερικό`: a part of what only firms have."""
    noun = said.topic.noun
    if said.topic.measure != "share" or noun is None or noun >= len(row) or said.change is not None:
        return False
    item = row.items[noun]
    hit = noun_in(row, item, "money", relative=False)
    alone = item.end - item.start == 1 and not row.has(noun + 1, "genitive")
    return alone and hit is not None and hit.measure in words.accounts


def _acts(row: Row, at: int, said: Said, words: Words) -> bool:
    """`Παράλληλα, θα επενδύσει 5 εκατ. ευρώ`: a verb that tells it alone, with no subject at all."""
    before = at - 1 - row.has(at - 1, "in")  # `αποτιμάται σε 5 εκατ. ευρώ`
    if said.topic.start is not None or said.topic.measure not in words.owned or not row.has(before, "verb"):
        return False
    verb = row.sentence.norms[row.items[before].start]
    return verb.endswith(words.one_does) and not any(
        row.has(k, "nominative") or row.has(k, "name") or row.has(k, "relative") for k in range(len(row))
    )
