"""Whose a quantity is where its sentence names nobody: who acted right before it in the paragraph."""

from bisect import bisect_left
from collections.abc import Sequence

from newsfacts.lexicon.lexicon import Reading
from newsfacts.meaning.asked import Said
from newsfacts.meaning.buying import buyer_before
from newsfacts.meaning.mentions import JOINTLY, NEAR_WORD, Companies, Mention, words_before
from newsfacts.meaning.row import CLAUSE, Row
from newsfacts.meaning.together import jointly
from newsfacts.meaning.unowned import of_product, small, told_of_others
from newsfacts.meaning.words import Words
from newsfacts.text.fold import fold_once

_NEAR = 4
"""So many items before an amount the one stands that it is compared with: `190 ευρώ ανά kWh από 310 ευρώ`."""
_SAID, _OWN = 300, 500
_ADVERBS = 1
_ARTICLE = 5
"""So many letters before a name its article begins at most."""
_OF_COMPANIES = frozenset({"show", "sayer"})
"""Verbs that companies are told of: `κατέγραψε`, `κατέχει`; of what is measured `αυξήθηκε`, `ανήλθε` are."""
_OTHERS = frozenset({"relative", "break", "name", "owner"})
_AFTER = frozenset({"verb", "mover", "level", "sayer", "copula", "particle", "in", "by", "quantity", "end"})


def going_on(row: Row, at: int, said: Said, begin: int, companies: Companies, words: Words) -> Sequence[str]:
    """`Η Alpha χτίζει στη Λάρισα. Η μονάδα θα έχει ισχύ 50 MW.`: who builds it, if nobody was named since.

    So does who is meant by a verb alone, or a possessive. What is counted by the piece is everybody's price.
    """
    goes_on = said.topic.measure in words.going_on or meant_alone(row, at, said, words)
    goes_on = goes_on or (said.topic.measure == "investment" and bool(companies.pair))
    if not goes_on or of_product(row, at) or told_of_others(row, said, words):
        return ()
    if small(row, at, said) or any(row.has(k, "per") for k in range(at - _NEAR, at + 1)):
        return ()
    reading = row.sentence.reading
    near = companies.between(reading.sentences.paragraph(begin)[0], begin)
    if said.topic.measure == "deal" and (buyer := _buyer(row, begin, near, companies, words)) is not None:
        return (buyer,)
    acting = [k for k, m in enumerate(near) if _acts(m)]
    if not near or (not acting and {m.key for m in near} == {m.key for m in companies.pair}):
        return _pair(reading, begin, companies, words)
    if not acting or any(m.key != near[acting[-1]].key for m in near[acting[-1] + 1 :]):
        return ()
    last = near[acting[-1]]
    if said.topic.measure not in words.going_on and not _told_last(row, last, begin, said, words):
        return ()
    together = [last.key]
    if len(acting) > 1 and acting[-1] == acting[-2] + 1 and near[acting[-2]].key != last.key:
        if last.start - near[acting[-2]].end > JOINTLY:
            return () if _one_sentence(reading.text, near[acting[-2]].end, last.start) else (last.key,)
        together.insert(0, near[acting[-2]].key)
    return together


def _buyer(row: Row, begin: int, near: Sequence[Mention], companies: Companies, words: Words) -> str | None:
    """Who bought in the sentence before, where this one tells of nobody."""
    reading = row.sentence.reading
    end = min(begin + _OWN, reading.sentences.bounds(begin, begin + 1)[1])
    if companies.between(begin, end) or "company" in row.sentence.roles[:_OWN]:
        return None
    return buyer_before(begin, reading, near, words)


def meant_alone(row: Row, at: int, said: Said, words: Words) -> bool:
    """Whether the subject of the sentence before is meant: `Κατέγραψε αύξηση 4%`, `Το μερίδιό της έφτασε`."""
    return _has_no_subject(row, at) or possessed(row, said, words)


def _has_no_subject(row: Row, at: int) -> bool:
    """Whether a verb begins the sentence, after an adverb at most, and its clause has no subject."""
    verb = next((k for k in range(min(_ADVERBS + 1, at)) if row.has(k, "verb")), None)
    if verb is None or not row.any(verb, _OF_COMPANIES) or any(row.items[k].article for k in range(verb)):
        return False
    end = next((k for k in range(at, len(row)) if row.any(k, CLAUSE) or row.has(k, "comma")), len(row))
    inside = (k for k in range(verb + 1, end) if row.has(k, "nominative") or row.any(k, _OTHERS))
    return next(inside, None) is None


def possessed(row: Row, said: Said, words: Words) -> bool:
    """Whether a possessive stands behind what is measured, and no article that is written as one."""
    start, end, s = said.topic.start, said.topic.end, row.sentence
    if start is None or end is None or not 0 <= start < end < len(s.norms) - 1:
        return False
    return s.norms[end] in words.possessives and s.roles[end + 1] in _AFTER


def _told_last(row: Row, last: Mention, begin: int, said: Said, words: Words) -> bool:
    """Whether the sentence before tells of it; or one before that, and the possessive is of its gender."""
    reading = row.sentence.reading
    if last.start >= reading.sentences.bounds(max(0, begin - 2), max(1, begin - 1))[0]:
        return True
    if not possessed(row, said, words):
        return False
    article = words_before(reading.text, last.start, _ARTICLE)[-1:]
    assert said.topic.end is not None
    feminine = row.sentence.norms[said.topic.end] in words.feminine
    return bool(article) and (article[0] in words.feminine) == feminine


def _pair(reading: Reading, begin: int, companies: Companies, words: Words) -> Sequence[str]:
    """Those that the text is about together; but what is agreed on between two sides is nobody's yet."""
    pair = companies.pair
    if not pair or pair[0].start >= begin:
        return ()
    start, end = reading.sentences.bounds(pair[0].start, pair[-1].end)
    said = {
        fold_once(word) for word in NEAR_WORD.findall(reading.text, max(start, pair[0].start - _SAID), end)
    }
    first, last = (bisect_left(reading.starts, offset) for offset in (start, end))
    parted = not words.agreed.isdisjoint(said) and not jointly(reading, first, last, words)
    return () if parted else list(dict.fromkeys(m.key for m in pair))


def _acts(mention: Mention) -> bool:
    """Whether it is a subject, and neither tells of others nor puts money into them."""
    return mention.case == "subject" and not (mention.reports or mention.of_name or mention.backs)


def _one_sentence(text: str, start: int, end: int) -> bool:
    return ". " not in text[start:end] and "\n" not in text[start:end]
