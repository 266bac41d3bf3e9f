"""Which year productions of dates mean: `of the next year`, `of the same year`, `of the new year`."""

from newsfacts.dates.latent import AbsoluteDate, Period, Span, Year
from newsfacts.dates.meanings import Shifted, Turned, steps_of


def year_number(y: int) -> Year | None:
    """`2026`, `365 μ.Χ.`"""
    return Year(y) if y else None


def turned_year(t: Turned) -> Year:
    """`του επόμενου έτους`."""
    return Year(shift=steps_of(t))


def shifted_year(s: Shifted) -> Year | None:
    """`πέρυσι`, `της περσινής χρονιάς`, but not `χθες`."""
    return Year(shift=s[1]) if s[0] == "year" else None


def same_year() -> Year:
    """`του ίδιου έτους`."""
    return Year(spoken=True)


def this_year() -> Year:
    """`του έτους`."""
    return Year(shift=0)


def next_year() -> Year:
    """`του χρόνου`."""
    return Year(shift=1)


def new_year() -> Year:
    """`του νέου έτους`."""
    return Year(turn="new")


def whole_new_year() -> Period:
    """`νέο έτος`."""
    return Period(1, 12, Year(turn="new"))


def first_of_year(y: Year) -> AbsoluteDate:
    """`1η του νέου έτους`."""
    return AbsoluteDate(1, 1, y)


def first_of_new() -> AbsoluteDate:
    """`πρώτη του νέου έτους`."""
    return first_of_year(new_year())


def split_year(w: Span) -> Year:
    """`2025/26` of a company: named by the year in which it ends, as all of them are."""
    return w.last.year  # type: ignore[union-attr]


def split_year_of(y: int, z: int) -> Year | None:
    """`2025-26`, `2025-2026`."""
    ends = y + 1
    return Year(ends) if z in (ends, ends % 100) else None


def year(y: int) -> Period | None:
    """The whole year."""
    return Period(1, 12, Year(y)) if y else None
