"""Whose a quantity is: the company named as its owner, else the subject, else the company spoken of."""

from collections.abc import Sequence, Set
from typing import NamedTuple

from newsfacts.meaning.acting import another
from newsfacts.meaning.asked import Said
from newsfacts.meaning.at_large import at_large
from newsfacts.meaning.bidding import bidder
from newsfacts.meaning.by_people import theirs
from newsfacts.meaning.going_on import going_on, meant_alone
from newsfacts.meaning.holders import holder, owner_behind
from newsfacts.meaning.mentions import Companies, Mention
from newsfacts.meaning.named_here import NOBODY, Place, named_here
from newsfacts.meaning.nations import of_nation
from newsfacts.meaning.nobody import why_nobody
from newsfacts.meaning.paying import fined, given, listed
from newsfacts.meaning.row import Row
from newsfacts.meaning.spoken import (
    another_firm,
    last_subject,
    led_firm,
    only_makes,
    pointed_at,
    speaks_of_own,
    spoken_of,
    told_before,
    told_within,
)
from newsfacts.meaning.surveyed import of_study
from newsfacts.meaning.targets import targeted
from newsfacts.meaning.tellers import told_by
from newsfacts.meaning.together import both
from newsfacts.meaning.unowned import (
    asked_for,
    nobodys,
    of_others,
    of_several,
    reported,
    small,
)
from newsfacts.meaning.words import Words
from newsfacts.text.fold import fold_once

_REACH = 1000
"""So many characters lie at most between an owner and its amount."""

_PRODUCED = ("capacity", "generation", "consumption")
_JOINED_TO_NETWORKS = ("power", "energy")


class Owned(NamedTuple):
    """Whose a quantity is, and how that was found."""

    name: str | None = None
    how: str = "no company is named"


def owner(
    row: Row, at: int, said: Said, companies: Companies, words: Words, house: str | None = None
) -> Owned:
    """The company that a quantity belongs to, in its fullest form; `house` is who says it."""
    owned = _owner(row, at, said, companies, words, house) if companies.mentions else Owned()
    quantity = row.items[at].quantity
    joined = quantity is not None and (quantity.kind in _JOINED_TO_NETWORKS or _of_something(said))
    if owned.name is not None and joined:
        # `Ο ΑΔΜΗΕ δέχθηκε αιτήσεις 3 GW`
        return Owned(how="joined to a network") if fold_once(owned.name) in words.operators else owned
    return owned


def _owner(row: Row, at: int, said: Said, companies: Companies, words: Words, house: str | None) -> Owned:
    place = _place(row, at)
    here, earlier = (companies.between(place.begin, end) for end in (place.end, place.here))
    if (target := targeted(row, at, said, here, companies, words)) is not None:
        return _owned((target,), "whose price a broker sets", companies)
    if (none := _none(row, at, said, (here, earlier), companies, words)) is not None:
        return Owned(how=none)
    if (in_row := another(row, at, earlier, words)) is not None:
        return Owned(in_row, "named in a row with companies")
    in_list = listed(row, at, said, companies)
    if in_list is not None:
        return Owned(in_list, "named before the bracket")
    held = holder(row, at, said, here, words)
    if held is not None:
        return Owned(companies.names.get(held, held) or None, "whose part it is")
    bid = bidder(row, at, said, here, words)
    if bid is not None:
        return _owned((bid,), "whose bid it is", companies)
    payers = fined(row, at, said, here, words)
    if payers:
        return _owned(payers, "who is fined", companies)
    receivers = given(row, at, said, here, words)
    if receivers is not None:
        return _owned(receivers, "who is given it", companies)
    behind = owner_behind(row, at, said, here, words)
    if behind is not None:
        return _owned(behind, "named right behind", companies)
    named = named_here(row, at, said, companies, place, words)
    if named:
        return _owned(named, "named in the sentence", companies)
    return _told(row, at, said, companies, words, house) or _unnamed(row, at, said, companies, words)


def _none(
    row: Row, at: int, said: Said, named: tuple[Sequence[Mention], ...], companies: Companies, words: Words
) -> str | None:
    """Why it belongs to nobody, whoever its sentence names: all of them, and those before it."""
    here, earlier = named
    if nobodys(row, at, said, words):
        return "no company's: a market, an index"
    if at_large(row, at, said, words):
        return "told of all at large"
    if reported(row, said, here, words) or told_by(row, said, here, companies, words):
        return "only told by a company"
    return "asked of a company" if asked_for(row, at, words, named=bool(earlier)) else None


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


def _of_something(said: Said) -> bool:
    return said.topic.measure is None and said.topic.start is not None


def _place(row: Row, at: int) -> Place:
    s = row.sentence
    here = s.reading.starts[s.first + row.items[at].start]
    begin, end = s.reading.starts[s.first], s.reading.ends[s.first + len(s.tags) - 1]
    return Place(max(begin, here - _REACH), here, min(end, here + _REACH))


def _unnamed(row: Row, at: int, said: Said, companies: Companies, words: Words) -> Owned:
    """Whose it is where the sentence names nobody that may own it."""
    spoken = spoken_of(row, at) and not (said.topic.measure in words.of_things and only_makes(row, at))
    spoken = spoken or (_of_thing(row, at, said, words) and _ours(row, said, words))
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
    one = None if spoken else theirs(row, at, said, place.here, companies, words)
    if one is not None:
        return _owned((one,), "whose people are named", companies)
    if (not spoken or of_study(row, at, words)) and of_others(row, at, said, companies, words):
        return Owned(how="told of others")
    pointed = pointed_at(row, at, place.begin, companies, words) if spoken else None
    pointed = pointed or (led_firm(row, at, place.begin, companies, words) if spoken else None)
    pointed = pointed or (told_within(row, at, place.begin, companies) if spoken else None)
    pointed = pointed or (told_before(row, place.begin, companies) if spoken else None)
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
    text = row.sentence.reading.text
    # `Η Alpha έκλεισε συμφωνία που ανεβάζει την αξία της εταιρείας στα 5 δισ.` tells of the one it names
    last = last_subject(place.begin, companies, text) or (
        last_subject(place.here, companies, text) if spoken else ()
    )
    if not last and companies.only and (measure in words.accounts or spoken):
        return _owned((companies.only,), "the only company of the text", companies)
    led = companies.of_role
    told = spoken or measure in words.accounts or (measure in words.owned and _is_subject(row, said))
    if not last and led is not None and led.start < place.here and told:
        return Owned() if another_firm(row, at, words) else _owned((led.key,), "whose people act", companies)
    return _owned(last, "spoken of last before", companies)


def _is_subject(row: Row, said: Said) -> bool:
    """`το επενδυτικό πλάνο φτάνει τα 5 εκατ.`, but not `τα μέλη έχουν έργα 5 εκατ. ευρώ`."""
    noun = said.topic.noun
    return noun is not None and row.items[noun].article in ("subject", "neuter")


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
