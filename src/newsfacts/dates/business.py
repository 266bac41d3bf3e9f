"""What parts of companies' years mean, which may begin in another month than January."""

from newsfacts.dates.latent import OPEN, Fiscal, Period, Year
from newsfacts.dates.meanings import Shifted, Turned, steps_of
from newsfacts.dates.periods import FIRST_MONTHS, nth_period


def fiscal_part(n: int, p: int, y: Year | None = None, t: Turned | None = None) -> Fiscal | None:
    """`τρίτο οικονομικό τρίμηνο`."""
    part = nth_period(n, p)
    return Fiscal(part.month, part.months, _year_or_turn(y, t), strict=True) if part else None


def fiscal_coded(c: Period, y: Year) -> Fiscal:
    """`Q4 FY25`."""
    return Fiscal(c.month, c.months, y, strict=True)


def fiscal_whole(y: Year | None = None) -> Fiscal:
    """`οικονομικό έτος 2025`."""
    return Fiscal(1, 12, y or OPEN, strict=True)


def fiscal_turned(t: Turned) -> Fiscal:
    """`επόμενο οικονομικό έτος`."""
    return Fiscal(1, 12, Year(shift=steps_of(t)), strict=True)


def business_part(n: int, p: int, y: Year | None = None, t: Turned | None = None) -> Fiscal | None:
    """`πρώτο εξάμηνο της χρήσης`, which is the calendar year unless the text gives its months."""
    part = fiscal_part(n, p, y, t)
    return part._replace(strict=False) if part else None


def business_shifted(n: int, p: int, a: Shifted) -> Fiscal | None:
    """`πρώτο εξάμηνο της εφετινής χρήσης`."""
    return business_part(n, p, Year(shift=a[1])) if a[0] == "year" else None


def business_year(t: Turned) -> Fiscal:
    """`προηγούμενη χρήση`."""
    return Fiscal(1, 12, Year(shift=steps_of(t)))


def business_months(p: int, y: Year | None = None, t: Turned | None = None) -> Fiscal | None:
    """`εξάμηνο της τρέχουσας χρήσης`: the first months of it."""
    return business_part(1, p, y, t) if p in FIRST_MONTHS else None


def business_half(n: int, t: Turned | None = None) -> Fiscal | None:
    """`δεύτερο μισό της χρήσης`."""
    return business_part(n, 6, t=t)


def fiscal_half(n: int, t: Turned | None = None) -> Fiscal | None:
    """`δεύτερο μισό του οικονομικού έτους`."""
    return fiscal_part(n, 6, t=t)


def _year_or_turn(y: Year | None, t: Turned | None) -> Year:
    return y or (OPEN if t is None else Year(shift=steps_of(t)))
