"""Whose a quantity is: the company named as its owner, else the subject, else the company spoken of."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from newsfacts.meaning.companies import Companies, Mention
from newsfacts.meaning.resolve import Said
from newsfacts.meaning.row import Row
from newsfacts.meaning.words import Words


class _Place(NamedTuple):
    """A quantity in the text: where its sentence begins and ends, and where it stands."""

    begin: int
    here: int
    end: int


def owner(row: Row, at: int, said: Said, companies: Companies, words: Words) -> str | None:
    """The company that a quantity belongs to, in its fullest form."""
    if not companies.mentions or _nobodys(row, said, words):
        return None
    s = row.sentence
    reading = s.reading
    place = _Place(
        reading.starts[s.first],
        reading.starts[s.first + row.items[at].start],
        reading.ends[s.first + len(s.tags) - 1],
    )
    key = _named(row, at, said, companies, place)
    measure = said.topic.measure
    if key is None and (measure not in words.of_things or _spoken_of(row, at)):
        key = companies.dominant
    if key is None and (measure in words.owned or _spoken_of(row, at)):
        key = _last_subject(reading.sentences.paragraph(place.here)[0], place, companies)
    return None if key is None else companies.names[key]


def _nobodys(row: Row, said: Said, words: Words) -> bool:
    """Whether what is measured is a market's, a country's or an index's."""
    topic = said.topic
    if topic.start is None or topic.end is None or topic.measure in words.owned:
        return False
    s = row.sentence
    norms = (s.reading.norm(s.first + k) for k in range(topic.start, topic.end))
    return not words.nobody.isdisjoint(norms)


def _named(row: Row, at: int, said: Said, companies: Companies, place: _Place) -> str | None:
    """A company named in the sentence as the owner or the subject."""
    before = [m for m in companies.between(place.begin, place.here) if _may_own(m, row)]
    verbal = said.topic.start is None
    subjects = [m for m in before if m.case in ("subject", "bare")]
    if verbal and subjects:
        return subjects[-1].key
    if before and not (before[-1].case == "subject" and _spoken_between(row, before[-1], at)):
        return before[-1].key
    if before or _spoken_of(row, at):
        return None
    following = companies.between(place.here, place.end)
    owned = next((m for m in following if m.case == "owner" and _of_topic(row, m, said)), None)
    if owned is not None:
        return owned.key
    after = [m for m in following if m.case == "subject"]
    if after and not _broken(row, at, after[0]):
        return after[0].key
    return None


def _may_own(mention: Mention, row: Row) -> bool:
    return mention.case != "at" and not mention.of_name


def _of_topic(row: Row, mention: Mention, said: Said) -> bool:
    """Whether a name follows what is measured: `στα 5 εκατ. ανήλθαν τα έσοδα της Alpha`."""
    end = said.topic.end
    if end is None:
        return False
    reading, last = row.sentence.reading, row.sentence.first + end
    return last < len(reading) and reading.starts[last] < mention.start <= reading.ends[last] + 1


def _item_at(row: Row, offset: int) -> int:
    s = row.sentence
    token = bisect_left(s.reading.starts, offset) - s.first
    return bisect_left([item.start for item in row.items], token)


def _spoken_between(row: Row, mention: Mention, at: int) -> bool:
    return _says_company(row, range(_item_at(row, mention.end), at))


def _spoken_of(row: Row, at: int) -> bool:
    """Whether the sentence says `η εταιρεία`, `ο όμιλος`."""
    return _says_company(row, range(at))


def _says_company(row: Row, places: Sequence[int]) -> bool:
    s = row.sentence
    for place in places:
        item = row.items[place]
        tokens = range(item.start, item.end)
        if item.article in ("subject", "genitive") and any(s.roles[k] == "company" for k in tokens):
            return True
    return False


def _broken(row: Row, at: int, mention: Mention) -> bool:
    stop = _item_at(row, mention.start)
    return row.has(at + 1, "relative") or any(row.has(k, "break") for k in range(at, min(stop, len(row))))


def _last_subject(paragraph: int, place: _Place, companies: Companies) -> str | None:
    """The company that was the last subject of the paragraph."""
    subjects = [m for m in companies.between(paragraph, place.begin) if m.case == "subject"]
    return subjects[-1].key if subjects else None
