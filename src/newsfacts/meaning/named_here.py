"""The companies that the sentence of a quantity names as its owner, or as its subject."""

from collections.abc import Sequence
from typing import NamedTuple

from newsfacts.meaning.acting import done_by, found_out, others_act, taken_over, told_of
from newsfacts.meaning.asked import Said
from newsfacts.meaning.buying import not_bought
from newsfacts.meaning.holders import subsidiary
from newsfacts.meaning.makers import acts_for
from newsfacts.meaning.mentions import Companies, Mention
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
from newsfacts.meaning.paying import beside
from newsfacts.meaning.phrases import Topic
from newsfacts.meaning.row import Row
from newsfacts.meaning.spoken import spoken_between, spoken_of
from newsfacts.meaning.together import two_sides
from newsfacts.meaning.unowned import small
from newsfacts.meaning.words import Words

NOBODY = ""


class Place(NamedTuple):
    """A quantity in the text: where its sentence begins and ends, and where it stands."""

    begin: int
    here: int
    end: int


def named_here(
    row: Row, at: int, said: Said, companies: Companies, place: Place, words: Words
) -> Sequence[str]:
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
    if (acting := done_by(row, at, following, words)) is not None or others_act(row, at):
        return () if acting is None else (acting.key,)
    return _behind(row, at, said, following, companies, words)


def _behind(
    row: Row, at: int, said: Said, following: Sequence[Mention], companies: Companies, words: Words
) -> Sequence[str]:
    """Those that act behind an amount: `Στα 5 εκατ. ευρώ ανέβασε τα έσοδα η Alpha`."""
    after = [m for m in following if m.case == "subject" or acts_for(row, m, words)]
    others = said.topic == Topic() or (said.topic.start is None and row.has_subject(at))
    if others and said.change is None:
        after = [m for m in after if not m.reports]  # `το έργο απέφερε 5 εκατ. ευρώ, σύμφωνα με την Alpha`
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
        same = same and one.reports == together[0].reports  # `σύμφωνα με τη Beta, η Alpha …`
        if not same or together[0].led or not beside(between, words):
            break
        together.insert(0, one)
    if len(together) > 1 and measure not in words.owned and measure != "deal" and two_sides(row, at, words):
        return (NOBODY,)  # two sides of a contract: only its sum is theirs
    together.sort(key=lambda mention: mention.start)
    return tuple(dict.fromkeys(one.key for one in together))
