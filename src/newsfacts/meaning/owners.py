"""Whose a quantity is: the company named as its owner, else the subject, else the company spoken of."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from newsfacts.meaning.asked import Said
from newsfacts.meaning.mentions import Companies, Mention
from newsfacts.meaning.row import Row
from newsfacts.meaning.words import Words

NOBODY = ""
_REACH, _ITEMS = 1000, 100
"""So many characters, or items of a sentence, lie at most between an owner and its amount."""
_WORDS = 60
"""A verb that says who pays, or that several agreed, stands at most so many words from the amount."""
_LISTED = 3
"""So many items make up a name in a list: an article or preposition, the name and the bracket."""
_PARAGRAPH = 5000
_NEAR = 25
"""Names that so many characters part are joined by a conjunction and an article."""


class Owned(NamedTuple):
    """Whose a quantity is, and how that was found."""

    name: str | None = None
    how: str = "no company is named"


class _Place(NamedTuple):
    """A quantity in the text: where its sentence begins and ends, and where it stands."""

    begin: int
    here: int
    end: int


def owner(row: Row, at: int, said: Said, companies: Companies, words: Words) -> Owned:
    """The company that a quantity belongs to, in its fullest form."""
    if not companies.mentions:
        return Owned()
    if _nobodys(row, said, words):
        return Owned(how="no company's: a market, an index")
    s = row.sentence
    reading = s.reading
    here = reading.starts[s.first + row.items[at].start]
    begin, end = reading.starts[s.first], reading.ends[s.first + len(s.tags) - 1]
    place = _Place(max(begin, here - _REACH), here, min(end, here + _REACH))
    measure = said.topic.measure
    if _reported(row, said, companies.between(place.begin, here), words):
        return Owned(how="only told by a company")
    listed = _listed(row, at, said, companies)
    if listed is not None:
        return Owned(listed, "named before the bracket")
    fined = _fined(row, at, said, companies.between(place.begin, place.end), words)
    if fined:
        return _owned(fined, "who is fined", companies)
    named = _named(row, at, said, companies, place, words)
    if named:
        return _owned(named, "named in the sentence", companies)
    if _of_several(row, at, words):
        return Owned(how="several companies'")
    spoken_of = _spoken_of(row, at)
    if companies.dominant and (measure not in words.of_things or spoken_of):
        return _owned((companies.dominant,), "the text is about it", companies)
    if measure not in words.owned and not spoken_of:
        return Owned(how="no company is named in the sentence")
    last = _last_subject(place, companies)
    if not last and companies.only and (measure in words.accounts or spoken_of):
        return _owned((companies.only,), "the only company of the text", companies)
    return _owned(last, "spoken of last before", companies)


def _owned(keys: Sequence[str], how: str, companies: Companies) -> Owned:
    name = "; ".join(companies.names[key] for key in keys if key != NOBODY)
    return Owned(name or None, how) if name else Owned()


def _nobodys(row: Row, said: Said, words: Words) -> bool:
    """Whether what is measured is a market's, a country's or an index's."""
    return said.topic.measure not in words.owned and not words.nobody.isdisjoint(_about(row, said))


def _of_several(row: Row, at: int, words: Words) -> bool:
    """`Οι δύο εταιρείες θα επενδύσουν 5 εκατ.`: no single company does."""
    norms = row.sentence.norms
    items = (item for item in row.items[max(0, at - _ITEMS) : at] if item.article in (None, "subject"))
    return any(norms[k] in words.several for item in items for k in range(item.start, item.end))


def _nearby(row: Row, at: int) -> Sequence[str]:
    """The words around an amount."""
    here = row.items[at].start
    return row.sentence.norms[max(0, here - _WORDS) : here + _WORDS]


def _listed(row: Row, at: int, said: Said, companies: Companies) -> str | None:
    """`οι μετοχές Alpha (+1%), Βέγας (+2%)`: the name before the bracket, whatever it looks like."""
    if (
        said.topic.measure != "share_price"
        or not row.has(at - 1, "open")
        or at < _LISTED
        or said.change is None
    ):
        return None
    s = row.sentence
    end = start = row.items[at - 2].end
    while start > row.items[at - 2].start and s.roles[start - 1] == "name":
        start -= 1
    if start == end or row.has(at - _LISTED, "in"):
        return None
    known = companies.between(s.reading.starts[s.first + start], s.reading.ends[s.first + end - 1])
    return companies.names[known[0].key] if known else s.reading.span(s.first + start, s.first + end)


def _fined(row: Row, at: int, said: Said, named: Sequence[Mention], words: Words) -> Sequence[str]:
    """`πρόστιμο επέβαλε η Επιτροπή στην Alpha`: who pays stands behind a preposition."""
    if said.topic.measure != "fine" or words.imposing.isdisjoint(_nearby(row, at)):
        return ()
    fined = [m for m in named if m.case == "at"]
    s = row.sentence
    after = s.reading.starts[s.first + row.items[at + 2].start] if at + 2 < len(row) else 0
    first = next((k for k, m in enumerate(fined) if row.has(at + 1, "in") and m.start == after), 0)
    together = fined[first : first + 1]
    for one in fined[first + 1 :]:
        if not _near(s.reading.text[together[-1].end : one.start]):
            break
        together.append(one)
    return [m.key for m in together]


def _reported(row: Row, said: Said, before: Sequence[Mention], words: Words) -> bool:
    """`Σύμφωνα με την Alpha, η ζήτηση αυξήθηκε`: who tells of a market does not own it."""
    return any(m.reports for m in before) and not words.public.isdisjoint(_about(row, said))


def _about(row: Row, said: Said) -> Sequence[str]:
    start, end = said.topic.start, said.topic.end
    reading, first = row.sentence.reading, row.sentence.first
    return [] if start is None or end is None else [reading.norm(first + k) for k in range(start, end)]


def _named(row: Row, at: int, said: Said, companies: Companies, place: _Place, words: Words) -> Sequence[str]:
    """The companies named in the sentence as owner or subject; a speaker's may own what is `owned`."""
    owned = said.topic.measure in words.owned
    before = [m for m in companies.between(place.begin, place.here) if _may_own(m, owned=owned)]
    before = [m for m in before if m.case != "bare"] or before
    subjects = [m for m in before if m.case != "owner"]
    if said.topic.start is None and subjects:
        return _together(row, at, subjects, words, owned=owned)
    if before and not (before[-1].case == "subject" and _spoken_between(row, before[-1], at)):
        return _together(row, at, before, words, owned=owned)
    if before or _spoken_of(row, at):
        return ()
    following = companies.between(place.here, place.end)
    behind = next((m for m in following if m.case == "owner" and _of_topic(row, m, said)), None)
    if behind is not None:
        return (behind.key,)
    after = [m for m in following if m.case == "subject" and not m.of_name]
    if after and not _broken(row, at, after[0]):
        return _together(row, at, after[:2][::-1], words, owned=owned) if len(after) > 1 else (after[0].key,)
    return ()


def _together(row: Row, at: int, mentions: Sequence[Mention], words: Words, *, owned: bool) -> Sequence[str]:
    """The last company, or those that act as one (`η Alpha, η Beta και η Gamma`)."""
    text = row.sentence.reading.text
    together = [mentions[-1]]
    for one in mentions[-2::-1]:
        first, second = sorted((one, together[0]), key=lambda mention: mention.start)
        between = text[first.end : second.start]
        if one.case != "subject" or together[0].case != "subject" or not _near(between):
            break
        together.insert(0, one)
    if len(together) > 1 and not owned and not words.agreed.isdisjoint(_nearby(row, at)):
        return (NOBODY,)  # two sides of a contract
    together.sort(key=lambda mention: mention.start)
    return tuple(dict.fromkeys(one.key for one in together))


def _near(between: str) -> bool:
    return len(between) <= _NEAR and not any(map(str.isdigit, between))


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
