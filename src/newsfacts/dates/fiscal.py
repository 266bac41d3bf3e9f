"""Years of companies whose months the text gives: `πρώτο εξάμηνο της χρήσης (Ιούλιος – Δεκέμβριος 2025)`."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from newsfacts.dates.calendar import add_months
from newsfacts.dates.explained import Found
from newsfacts.dates.latent import AbsoluteDate, Fiscal, Latent, Part, Period, Span, Year
from newsfacts.dates.stops import ends_sentence
from newsfacts.dates.tense_words import TenseWords
from newsfacts.lexicon.lexicon import Reading

# How many tokens may stand before the months, and before the day on which they ended.
_NEAR, _NEAR_END = 4, 8
# How many tokens before that day the verb stands, and before it what opens its clause: `που διαρκεί ως τις`.
_VERB = 3
# A quarter that ends in the first days of a month is that of the month before: companies count weeks.
_FIRST_WEEK = 7
# A day that a month may end on.
_LAST_DAY = 28
_YEAR = 12
# Lengths that companies report on.
_REPORTED = (3, 6, 9)


class _Told(NamedTuple):
    """Months that the text gives: the first, how many, and the year of the first where it is told.

    `ended`: the text does not say that they are still to end.
    """

    month: int
    months: int
    year: int | None
    ended: bool = True


def with_months(
    reading: Reading, words: TenseWords, found: Sequence[Found], reference: date | None
) -> list[Latent]:
    """What expressions say, parts of a company's year as calendar months where the text gives its months."""
    said = [row.said for row in found]
    told = dict(_all_told(reading, words, found))
    years = [row for row in told if isinstance(said[row], Fiscal)]
    first = _first_month(said[years[0]], told[years[0]]) if years else 0
    for row, one in enumerate(said):
        if isinstance(one, Fiscal) and first:
            said[row] = _in_months(one, first, told.get(row), reference)
        elif row in told:
            said[row] = Period(told[row].month, one.months, Year(told[row].year), ended=told[row].ended)
    return said


def _all_told(reading: Reading, words: TenseWords, found: Sequence[Found]) -> Iterator[tuple[int, _Told]]:
    for row in range(len(found) - 1):
        one, following = found[row], found[row + 1]
        if not _is_reported(one.said):
            continue
        given = _given(reading, one, following) or _by_its_end(reading, words, one, following)
        if given is not None:
            yield row, given


def _is_reported(said: Any) -> bool:
    """Whether something is a part of a company's year, or may be one in spite of its name."""
    if isinstance(said, Period):
        return said.months in _REPORTED and not said.label
    return isinstance(said, Fiscal)


def _given(reading: Reading, one: Found, following: Found) -> _Told | None:
    """The months right after a part of a company's year that are its own, or the whole year's."""
    gap = [reading.word(token) for token in range(one.end, following.start)]
    told = _span(following.said) if len(gap) <= _NEAR else None
    if told is None:
        return None
    if isinstance(one.said, Fiscal):
        return told if told.months in (_YEAR, one.said.months) else None
    return told if told.months == one.said.months and gap == ["("] else None


def _span(said: Any) -> _Told | None:
    """What a range of whole months says."""
    match said:
        case Span(Period(month, 1, first), Period(last, 1, year)):
            pass
        case Span(AbsoluteDate(month, 1, first), AbsoluteDate(last, day, year)) if day >= _LAST_DAY:
            pass
        case _:
            return None
    begun = first.number or (year.number if year.number is None else year.number - (last < month))
    between = 12 * (year.number - begun) if year.number and begun else 12 * (last < month)
    return _Told(month, between + last - month + 1, begun)


def _by_its_end(reading: Reading, words: TenseWords, one: Found, following: Found) -> _Told | None:
    """The months of which the text gives the last: `που έληξε στις 30 Ιουνίου`, `(έως τον Μάρτιο)`."""
    if not (how := _ended_on(reading, words, one, following.start)):
        return None
    match following.said:
        case Period(last, 1, year) | Part(Period(last, 1, year), "late"):
            pass
        case AbsoluteDate(last, day, year) if day <= _FIRST_WEEK:
            last -= 1
        case AbsoluteDate(last, _, year):
            pass
        case _:
            return None
    back, month = add_months(0, last, 1 - one.said.months)
    begun = None if year.number is None else year.number + back
    return _Told(month, one.said.months, begun, how == "ended")


def _ended_on(reading: Reading, words: TenseWords, one: Found, start: int) -> str:
    """Whether a period `ended`, or is still `ending`, with what stands at token `start`; else nothing."""
    gap = range(one.end, start)
    if len(gap) > _NEAR_END or any(ends_sentence(reading, words, t, reading.norm(t)) for t in gap):
        return ""
    verbs = words.ended | words.ending
    at = next((token for token in gap[-_VERB:] if reading.norm(token) in verbs), None)
    how = "ending" if at is not None and reading.norm(at) in words.ending else "ended"
    if isinstance(one.said, Fiscal):
        bracket = reading.word(one.end) == "(" and reading.norm(one.end + 1) in words.ahead
        return how if at is not None or (bracket and len(gap) <= _NEAR) else ""
    # `το πρώτο τρίμηνο η δίκη έληξε τον Μάιο`: what ended is the quarter only in a clause of its own
    own = at is not None and at - one.end <= _VERB and reading.norm(at - 1) in words.ended_which
    return how if own else ""


def _first_month(said: Fiscal, told: _Told) -> int:
    """The first month of the year of which a part is told."""
    whole = told.months == _YEAR
    return told.month if whole else (told.month - said.month) % _YEAR + 1


def _in_months(latent: Fiscal, first: int, told: _Told | None, reference: date | None) -> Period:
    """A part of a year that begins with the month `first`."""
    year, month = add_months(2000, first, latent.month - 1)
    later = year - 2000
    said = latent.year
    if told is not None and told.year is not None:
        said = Year(told.year + (later if told.months == _YEAR else 0))
    elif said.number is not None:
        # named by the year in which it ends
        said = Year(said.number - (first > 1) + later)
    elif said.shift is not None and reference is not None:
        begun = reference.year if reference.month >= first else reference.year - 1
        said = Year(begun + said.shift + later)
    return Period(month, latent.months, said, ended=told is None or told.ended)
