"""Whose a quantity is: the company named as its owner, else the subject, else the company spoken of."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from newsfacts.meaning.asked import Said
from newsfacts.meaning.companies import Companies, Mention
from newsfacts.meaning.row import Row
from newsfacts.meaning.words import Words

NOBODY = ""
_REACH, _ITEMS = 1000, 100
"""So many characters, or items of a sentence, lie at most between an owner and its amount."""
_PARAGRAPH = 5000
_NEAR = 25
"""Names that so many characters part are joined by a conjunction and an article."""


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
    here = reading.starts[s.first + row.items[at].start]
    begin, end = reading.starts[s.first], reading.ends[s.first + len(s.tags) - 1]
    place = _Place(max(begin, here - _REACH), here, min(end, here + _REACH))
    measure = said.topic.measure
    keys = _named(row, at, said, companies, place, owned=measure in words.owned)
    if not keys and companies.dominant and (measure not in words.of_things or _spoken_of(row, at)):
        keys = (companies.dominant,)
    if not keys and (measure in words.owned or _spoken_of(row, at)):
        keys = _last_subject(place, companies)
    return "; ".join(companies.names[key] for key in keys if key != NOBODY) or None


def _nobodys(row: Row, said: Said, words: Words) -> bool:
    """Whether what is measured is a market's, a country's or an index's."""
    topic = said.topic
    if topic.start is None or topic.end is None or topic.measure in words.owned:
        return False
    s = row.sentence
    norms = (s.reading.norm(s.first + k) for k in range(topic.start, topic.end))
    return not words.nobody.isdisjoint(norms)


def _named(
    row: Row, at: int, said: Said, companies: Companies, place: _Place, *, owned: bool
) -> Sequence[str]:
    """The companies named in the sentence as owner or subject; a speaker's may own what is `owned`."""
    before = [m for m in companies.between(place.begin, place.here) if _may_own(m, owned=owned)]
    before = [m for m in before if m.case != "bare"] or before
    subjects = [m for m in before if m.case != "owner"]
    if said.topic.start is None and subjects:
        return _together(row, subjects, owned=owned)
    if before and not (before[-1].case == "subject" and _spoken_between(row, before[-1], at)):
        return _together(row, before, owned=owned)
    if before or _spoken_of(row, at):
        return ()
    following = companies.between(place.here, place.end)
    behind = next((m for m in following if m.case == "owner" and _of_topic(row, m, said)), None)
    if behind is not None:
        return (behind.key,)
    after = [m for m in following if m.case == "subject"]
    if after and not _broken(row, at, after[0]):
        return _together(row, after[:2][::-1], owned=owned) if len(after) > 1 else (after[0].key,)
    return ()


def _together(row: Row, mentions: Sequence[Mention], *, owned: bool) -> Sequence[str]:
    """The last company, or two that act as one (`η Alpha και η Beta`): what is owned is both of theirs."""
    last = mentions[-1]
    if len(mentions) == 1 or last.case != "subject" or mentions[-2].case != "subject":
        return (last.key,)
    one, other = sorted(mentions[-2:], key=lambda mention: mention.start)
    between = row.sentence.reading.text[one.end : other.start]
    if len(between) > _NEAR or any(map(str.isdigit, between)) or one.key == other.key:
        return (last.key,)
    return (one.key, other.key) if owned else (NOBODY,)


def _may_own(mention: Mention, *, owned: bool) -> bool:
    return mention.case != "at" and not mention.of_name and (owned or not mention.of_role)


def _of_topic(row: Row, mention: Mention, said: Said) -> bool:
    """Whether a name follows what is measured: `στα 5 εκατ. ανήλθαν τα έσοδα της Alpha`."""
    end = said.topic.end
    if end is None:
        return False
    reading, last = row.sentence.reading, row.sentence.first + end
    if last >= len(reading) or mention.start <= reading.starts[last]:
        return False
    # `του Alpha`, `του Ομίλου Alpha`
    return len(reading.text[reading.ends[last] : mention.start].split()) <= 1


def _item_at(row: Row, offset: int) -> int:
    s = row.sentence
    token = bisect_left(s.reading.starts, offset) - s.first
    return bisect_left([item.start for item in row.items], token)


def _spoken_between(row: Row, mention: Mention, at: int) -> bool:
    return _says_company(row, range(_item_at(row, mention.end), at))


def _spoken_of(row: Row, at: int) -> bool:
    """Whether the sentence says `η εταιρεία`, `ο όμιλος`."""
    return _says_company(row, range(max(0, at - _ITEMS), at))


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


def _last_subject(place: _Place, companies: Companies) -> Sequence[str]:
    """The company spoken of last before the sentence; who is named later takes nothing away."""
    near = companies.between(max(0, place.begin - _PARAGRAPH), place.begin)
    acting = (
        m
        for m in reversed(near)
        if m.case == "subject" or (m.case == "owner" and not m.of_name and not m.of_role)
    )
    last = next(acting, None)
    return (last.key,) if last is not None else ()
