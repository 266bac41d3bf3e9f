"""Whose a quantity is: the company named as its owner, else the subject, else the company spoken of."""

from collections.abc import Sequence, Set
from typing import NamedTuple

from newsfacts.meaning.acting import another, done_by, found_out, others_act, taken_over, told_of
from newsfacts.meaning.asked import Said
from newsfacts.meaning.at_large import at_large
from newsfacts.meaning.buying import not_bought
from newsfacts.meaning.going_on import going_on, meant_alone
from newsfacts.meaning.holders import holder, owner_behind, subsidiary
from newsfacts.meaning.makers import acts_for
from newsfacts.meaning.mentions import Companies, Mention
from newsfacts.meaning.nations import of_nation
from newsfacts.meaning.nobody import why_nobody
from newsfacts.meaning.owning import (
    announces,
    aside,
    broken,
    describes,
    has_price,
    may_own,
    of_topic,
    only_tells,
    tells_of_thing,
    without_tellers,
)
from newsfacts.meaning.paying import beside, fined, given, listed
from newsfacts.meaning.row import Row
from newsfacts.meaning.spoken import (
    last_subject,
    led_firm,
    pointed_at,
    speaks_of_own,
    spoken_between,
    spoken_of,
)
from newsfacts.meaning.together import both, two_sides
from newsfacts.meaning.unowned import (
    nobodys,
    of_others,
    of_several,
    reported,
    small,
)
from newsfacts.meaning.words import Words

NOBODY = ""
_REACH = 1000
"""So many characters lie at most between an owner and its amount."""

_PRODUCED = ("capacity", "generation", "consumption")


class Owned(NamedTuple):
    """Whose a quantity is, and how that was found."""

    name: str | None = None
    how: str = "no company is named"


class _Place(NamedTuple):
    """A quantity in the text: where its sentence begins and ends, and where it stands."""

    begin: int
    here: int
    end: int


def owner(
    row: Row, at: int, said: Said, companies: Companies, words: Words, house: str | None = None
) -> Owned:
    """The company that a quantity belongs to, in its fullest form; `house` is who says it."""
    if not companies.mentions:
        return Owned()
    if nobodys(row, at, said, words):
        return Owned(how="no company's: a market, an index")
    if at_large(row, at, said, words):
        return Owned(how="told of all at large")
    place = _place(row, at)
    earlier = companies.between(place.begin, place.here)
    if reported(row, said, earlier, words):
        return Owned(how="only told by a company")
    if (in_row := another(row, at, earlier, words)) is not None:
        return Owned(in_row, "named in a row with companies")
    in_list = listed(row, at, said, companies)
    if in_list is not None:
        return Owned(in_list, "named before the bracket")
    held = holder(row, at, said, companies.between(place.begin, place.end), words)
    if held is not None:
        return Owned(companies.names.get(held, held) or None, "whose part it is")
    payers = fined(row, at, said, companies.between(place.begin, place.end), words)
    if payers:
        return _owned(payers, "who is fined", companies)
    receivers = given(row, at, said, companies.between(place.begin, place.end), words)
    if receivers is not None:
        return _owned(receivers, "who is given it", companies)
    behind = owner_behind(row, at, said, companies.between(place.begin, place.end), words)
    if behind is not None:
        return _owned(behind, "named right behind", companies)
    named = _named(row, at, said, companies, place, words)
    if named:
        return _owned(named, "named in the sentence", companies)
    return _told(row, at, said, companies, words, house) or _unnamed(row, at, said, companies, words)


def _told(
    row: Row, at: int, said: Said, companies: Companies, words: Words, house: str | None
) -> Owned | None:
    """The two companies' of the text, several companies', or the house's of who says it."""
    if pair := both(row, at, _place(row, at).begin, companies, words):
        return _owned(pair, "the two that the text is about", companies)
    if of_several(row, at, words):
        return Owned(how="several companies'")
    had = said.topic.measure in words.owned or said.topic.measure in _PRODUCED
    own = house is not None and had and speaks_of_own(row, at, words)
    return Owned(house, "the speaker's own") if own else None


def _place(row: Row, at: int) -> _Place:
    s = row.sentence
    here = s.reading.starts[s.first + row.items[at].start]
    begin, end = s.reading.starts[s.first], s.reading.ends[s.first + len(s.tags) - 1]
    return _Place(max(begin, here - _REACH), here, min(end, here + _REACH))


def _unnamed(row: Row, at: int, said: Said, companies: Companies, words: Words) -> Owned:
    """Whose it is where the sentence names nobody that may own it."""
    spoken = spoken_of(row, at) or (_of_thing(row, at, said, words) and _ours(row, said, words))
    place = _place(row, at)
    named = bool(companies.between(place.begin, place.end))
    nobody = why_nobody(row, at, said, words, spoken=spoken, named=named)
    if nobody is not None:
        return Owned(how=nobody)
    country = of_nation(row, at, said, place.begin, companies, words)
    if country is not None:
        return _owned((country,), "told of by its country", companies)
    known = spoken or (companies.dominant and not meant_alone(row, at, said, words))
    on = () if known else going_on(row, at, said, place.begin, companies, words)
    if on:
        return _owned(on, "acting right before", companies)
    if not spoken and of_others(row, at, said, companies, words):
        return Owned(how="told of others")
    pointed = pointed_at(row, at, place.begin, companies, words) if spoken else None
    pointed = pointed or (led_firm(row, at, place.begin, companies, words) if spoken else None)
    if pointed is not None:
        return _owned((pointed,), "the one named last", companies)
    return _spoken_last(row, at, said, companies, words, spoken=spoken)


def _of_thing(row: Row, at: int, said: Said, words: Words) -> bool:
    return said.topic.measure in words.of_things or small(row, at, said)


def _spoken_last(row: Row, at: int, said: Said, companies: Companies, words: Words, *, spoken: bool) -> Owned:
    """The company that the text is about, else the one spoken of last."""
    measure, place = said.topic.measure, _place(row, at)
    firms = measure in words.owned or measure == "share"  # but `ο προϋπολογισμός τους` is that of plants
    if firms and companies.dominant and _followed(row, said, words.theirs):
        return Owned(how="several companies'")
    later = spoken and companies.since is not None and companies.since > place.here
    if companies.dominant and not later and (spoken or not _of_thing(row, at, said, words)):
        return _owned((companies.dominant,), "the text is about it", companies)
    if measure not in words.owned and not spoken:
        return Owned(how="no company is named in the sentence")
    last = last_subject(place.begin, companies, row.sentence.reading.text)
    if not last and companies.only and (measure in words.accounts or spoken):
        return _owned((companies.only,), "the only company of the text", companies)
    return _owned(last, "spoken of last before", companies)


def _owned(keys: Sequence[str], how: str, companies: Companies) -> Owned:
    name = "; ".join(companies.names[key] for key in keys if key != NOBODY)
    return Owned(name or None, how) if name else Owned()


def _ours(row: Row, said: Said, words: Words) -> bool:
    """`η συνδρομή μας κοστίζει 5 ευρώ`: of the firm that speaks."""
    start, end, s = said.topic.start, said.topic.end, row.sentence
    if start is None or "in" in s.roles[start:end]:
        return False  # `η τιμή στη χώρα μας`
    return _followed(row, said, words.ours)


def _followed(row: Row, said: Said, words: Set[str]) -> bool:
    """Whether one of these words stands right behind what is measured; that may be in a sentence before."""
    end, s = said.topic.end, row.sentence
    return end is not None and s.first + end < len(s.reading) and s.reading.norm(s.first + end) in words


def _named(row: Row, at: int, said: Said, companies: Companies, place: _Place, words: Words) -> Sequence[str]:
    """The companies named in the sentence as owner or subject; a speaker's may own what is `owned`."""
    owned = said.topic.measure in words.owned
    told = told_of(row, at, companies.between(place.begin, place.here))
    told = told if owned or (said.topic.measure in (None, "share") and said.change is None) else None
    told = told or subsidiary(row, at, said, companies.between(place.begin, place.here), words)
    if told is not None:
        return (told.key,)
    before = [m for m in companies.between(place.begin, place.here) if may_own(m, owned=owned)]
    before = [m for m in before if not only_tells(m, said, companies)]
    before = [m for m in before if not aside(row, m, at, said, owned=owned)]
    before = without_tellers(row, [m for m in before if not describes(row, m, before)], said, words)
    if said.topic.measure in words.of_things or (said.topic.measure is None and said.change is None):
        before = [m for m in before if not tells_of_thing(row, m, at)]
    before = [m for m in before if m.case != "bare"] or before
    if before and (taken_over(row, at, before[-1], words) or found_out(row, at, before[-1], said, words)):
        return (NOBODY,)
    subjects = [m for m in before if m.case != "owner"]
    before = not_bought(row, before, said, words, acts=bool(subjects))
    if said.topic.start is None and subjects:
        return _together(row, at, subjects, words, said)
    if before and not (before[-1].case == "subject" and spoken_between(row, before[-1], at)):
        return _together(row, at, before, words, said)
    if before or spoken_of(row, at):
        return ()
    following = companies.between(place.here, place.end)
    behind = next((m for m in following if m.case == "owner" and of_topic(row, m, said)), None)
    if behind is not None:
        return (behind.key,)
    if (acting := done_by(row, at, following)) is not None or others_act(row, at):
        return () if acting is None else (acting.key,)
    after = [m for m in following if m.case == "subject" or acts_for(row, m, words)]
    after = [m for m in after if not (m.of_name or m.led or m.backs or only_tells(m, said, companies))]
    if small(row, at, said) or has_price(row, said):
        return ()
    if (quantity := row.items[at].quantity) is not None and quantity.kind == "compute":
        after = [m for m in after if not announces(row, m, words)]
    if after and not broken(row, at, after[0]):
        return _together(row, at, after[:2][::-1], words, said) if len(after) > 1 else (after[0].key,)
    return ()


def _together(row: Row, at: int, mentions: Sequence[Mention], words: Words, said: Said) -> Sequence[str]:
    """The last company, or those that act as one (`η Alpha, η Beta και η Gamma`)."""
    text, measure = row.sentence.reading.text, said.topic.measure
    together = [mentions[-1]]
    for one in mentions[-2::-1]:
        first, second = sorted((one, together[0]), key=lambda mention: mention.start)
        between = text[first.end : second.start]
        same = one.case == together[0].case and (one.case == "subject" or together[0].jointly)
        if not same or together[0].led or not beside(between):
            break
        together.insert(0, one)
    if len(together) > 1 and measure not in words.owned and measure != "deal" and two_sides(row, at, words):
        return (NOBODY,)  # two sides of a contract: only its sum is theirs
    together.sort(key=lambda mention: mention.start)
    return tuple(dict.fromkeys(one.key for one in together))
