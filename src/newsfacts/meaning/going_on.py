"""Whose a quantity is where its sentence names nobody: who acted right before it in the paragraph."""

from collections.abc import Sequence

from newsfacts.lexicon.lexicon import Reading
from newsfacts.meaning.asked import Said
from newsfacts.meaning.mentions import JOINTLY, NEAR_WORD, Companies, Mention
from newsfacts.meaning.row import Row
from newsfacts.meaning.unowned import of_product, small, told_of_others
from newsfacts.meaning.words import Words
from newsfacts.text.fold import fold_once

_NEAR = 4
"""So many items before an amount the one stands that it is compared with: `190 ευρώ ανά kWh από 310 ευρώ`."""
_SAID = 300


def going_on(row: Row, at: int, said: Said, begin: int, companies: Companies, words: Words) -> Sequence[str]:
    """`Η Alpha χτίζει στη Λάρισα. Η μονάδα θα έχει ισχύ 50 MW.`: who builds it, if nobody was named since.

    What is counted by the piece is everybody's price.
    """
    if said.topic.measure not in words.going_on or of_product(row, at) or told_of_others(row, said, words):
        return ()
    if small(row, at, said) or any(row.has(k, "per") for k in range(at - _NEAR, at + 1)):
        return ()
    reading = row.sentence.reading
    near = companies.between(reading.sentences.paragraph(begin)[0], begin)
    acting = [k for k, m in enumerate(near) if _acts(m)]
    if not near:
        return _pair(reading, begin, companies, words)
    if not acting or any(m.key != near[acting[-1]].key for m in near[acting[-1] + 1 :]):
        return ()
    last = near[acting[-1]]
    together = [last.key]
    if len(acting) > 1 and acting[-1] == acting[-2] + 1 and near[acting[-2]].key != last.key:
        if last.start - near[acting[-2]].end > JOINTLY:
            return () if _one_sentence(reading.text, near[acting[-2]].end, last.start) else (last.key,)
        together.insert(0, near[acting[-2]].key)
    return together


def _pair(reading: Reading, begin: int, companies: Companies, words: Words) -> Sequence[str]:
    """Those that the text is about together; but what is agreed on between two sides is nobody's yet."""
    pair = companies.pair
    if not pair or pair[0].start >= begin:
        return ()
    start, end = reading.sentences.bounds(pair[0].start, pair[-1].end)
    said = {
        fold_once(word) for word in NEAR_WORD.findall(reading.text, max(start, pair[0].start - _SAID), end)
    }
    return list(dict.fromkeys(m.key for m in pair)) if words.agreed.isdisjoint(said) else ()


def _acts(mention: Mention) -> bool:
    """Whether it is a subject, and neither tells of others nor puts money into them."""
    return mention.case == "subject" and not (mention.reports or mention.of_name or mention.backs)


def _one_sentence(text: str, start: int, end: int) -> bool:
    return ". " not in text[start:end] and "\n" not in text[start:end]
