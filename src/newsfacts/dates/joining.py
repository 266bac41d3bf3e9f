"""What ranges mean: two dates, of which one may say what the other leaves out."""

from typing import Any

from newsfacts.dates.latent import (
    OPEN,
    RECURRING,
    AbsoluteDate,
    Latent,
    Part,
    Period,
    RelativeDate,
    Span,
    Unplaced,
    Year,
)
from newsfacts.dates.resolve import needs_reference, resolve

_LONGEST = 300


def span(a: Latent, b: Latent) -> Span | None:
    """A range; a year said once belongs to both ends. None where it would end before it begins."""
    if isinstance(a, Unplaced | Span) or isinstance(b, Unplaced | Span):
        return None
    first = with_year_of(a, b)
    if _is_year(first) and _is_year(b) and not _rises(first, b):
        return None
    joined = Span(first, b)
    if not needs_reference(joined) and resolve(joined, None) is None:
        return None
    return joined


def like_span(a: Latent, b: Latent) -> Span | None:
    """A range of two alike, where only a dash or `έως` says that it is one."""
    return span(a, b) if kind_of(a) == kind_of(b) and kind_of(a) != "day" else None


def days_span(a: int, b: Latent) -> Span | None:
    """`3-5 Ιουνίου`."""
    if not isinstance(b, AbsoluteDate | RelativeDate) or b.day is None or a >= b.day:
        return None
    return Span(b._replace(day=a, weekday=None), b)


def periods_span(n: int, w: Latent) -> Span | None:
    """`πρώτο έως τρίτο τρίμηνο του 2024`: what is counted is said once."""
    if not isinstance(w, Period) or w.label or w.months not in (2, 3, 4, 6):
        return None
    first = (n - 1) * w.months + 1
    return Span(w._replace(month=first), w) if 1 <= first < w.month else None


def next_days(a: int, b: Latent) -> Span | None:
    """`Σαββατοκύριακο 11 και 12 Σεπτεμβρίου`: two days, one after the other."""
    return days_span(a, b) if isinstance(b, AbsoluteDate) and a + 1 == b.day else None


def short_span(y: Period, z: int) -> Span | Period | None:
    """`2025-26`; `2021-02`, which can be no range of years, is a month."""
    first = y.year.number
    if first is None:
        return None
    if z <= first % 100:
        return y._replace(month=z, months=1) if 1 <= z <= 12 else None
    return Span(y, Period(1, 12, Year(first // 100 * 100 + z)))


def years_span(a: int, b: int) -> Span | None:
    """`δεκαετία 2010-2020`."""
    return Span(Period(1, 12, Year(a)), Period(1, 12, Year(b))) if a < b else None


def kind_of(latent: Latent) -> str:
    """Things of one kind make a range without more ado."""
    if isinstance(latent, Part):
        return f"part of {kind_of(latent.whole)}"
    if isinstance(latent, Period):
        return f"{latent.months} months{latent.label and ' season'}"
    if isinstance(latent, RelativeDate):
        return latent.unit
    return type(latent).__name__


def _is_year(latent: Latent) -> bool:
    return isinstance(latent, Period) and latent.months == 12 and latent.year.number is not None


def _rises(first: Any, last: Any) -> bool:
    return bool(first.year.number < last.year.number <= first.year.number + _LONGEST)


def with_year_of(first: Latent, last: Latent) -> Latent:
    """The first end with the year that only the second one has; November to February begins a year before."""
    if isinstance(first, Part) and isinstance(last, Part):
        return first._replace(whole=with_year_of(first.whole, last.whole))
    if isinstance(last, Part):
        return with_year_of(first, last.whole)
    if isinstance(first, Part):
        return first._replace(whole=with_year_of(first.whole, last))
    if not isinstance(first, RECURRING) or not isinstance(last, RECURRING) or first.year != OPEN:
        return first
    wraps = 1 if type(first) is type(last) and _key(first) > _key(last) else 0
    year = last.year
    if year.number is not None:
        return first._replace(year=Year(year.number - wraps))
    return first._replace(year=Year(shift=year.shift - wraps)) if year.shift is not None else first


def _key(latent: Any) -> tuple[int, ...]:
    """The place in a year."""
    if isinstance(latent, AbsoluteDate):
        return latent.month, latent.day
    return (latent.month,) if isinstance(latent, Period) else (0,)
