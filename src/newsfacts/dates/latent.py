"""What expressions of time say, before anybody knows the day on which they were written.

All of these are frozen and know nothing of texts. `resolve` lays them on the calendar.
"""

from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

Turn = Literal["", "last", "next", "this", "near", "new"]
PartName = Literal["early", "mid", "late", "half1", "half2"]
Unit = Literal["second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "millennium"]


class Year(NamedTuple):
    """Which one is meant of what comes round every year.

    `number` is a year that is given, `shift` how many years it is away from the reference, `turn` the
    last one or the next (the second next with `steps` 2), or the `new` one, which begins nearest.
    `spoken`: the year last spoken of, where there is one. None of them: the tense of the clause decides.
    """

    number: int | None = None
    shift: int | None = None
    turn: Turn = ""
    steps: int = 1
    spoken: bool = False


OPEN = Year()


class AbsoluteDate(NamedTuple):
    """A day of a month; `weekday` (0 Monday) is what it is said to be."""

    month: int
    day: int
    year: Year = OPEN
    weekday: int | None = None


class Feast(NamedTuple):
    """A movable holiday: its distance in days from Easter Sunday, and how many days it lasts."""

    offset: int
    days: int = 1
    year: Year = OPEN


class Period(NamedTuple):
    """Some months of a year, from a month on; a season has a `label`, its TIMEX3 name.

    `ended`: without a year the last one that has ended is meant, as where results are told of.
    """

    month: int
    months: int
    year: Year = OPEN
    label: str = ""
    ended: bool = False


class Years(NamedTuple):
    """Some years, from a year on: a decade, a century."""

    first: int
    number: int = 10


class RelativeDate(NamedTuple):
    """A unit of the calendar so many `steps` away from the one that holds the reference.

    `size` counts the months of a quarter or half-year; `day` is a day of the month; `weekday` (0 Monday)
    is what a day is said to be, as in `today Tuesday`, which may be read on Wednesday. `told`: counted
    from the quarter or half-year that the text reports, where it reports one.
    """

    unit: Unit
    steps: int = 0
    size: int = 1
    day: int | None = None
    weekday: int | None = None
    told: bool = False


class Neighbour(NamedTuple):
    """The day after or before: of the day of writing, or of one that the text told of, which nobody knows."""

    steps: int


class Weekday(NamedTuple):
    """A day of the week (0 Monday), or more `days` from it on; `week` is which week it is in."""

    weekday: int
    days: int = 1
    turn: Turn = ""
    steps: int = 1
    week: int | None = None


class Week(NamedTuple):
    """An ISO week of a year; with a month, a week of that month, of which the first holds its first day."""

    number: int
    year: Year = OPEN
    month: int | None = None


class Nth(NamedTuple):
    """The n-th (-1 the last) day, week, month or weekday of something longer; a weekend has two `days`."""

    number: int
    unit: Unit
    whole: "Latent"
    weekday: int | None = None
    days: int = 1


class WeekOf(NamedTuple):
    """The week, Monday to Sunday, that holds a day."""

    whole: "Latent"


class Part(NamedTuple):
    """A third or a half of something longer."""

    whole: "Latent"
    part: PartName


class Span(NamedTuple):
    """From one to another."""

    first: "Latent"
    last: "Latent"


class Same(NamedTuple):
    """The quarter or half-year last spoken of, in another year."""

    months: int
    year: Year


class Fiscal(NamedTuple):
    """Some months of a company's year, counted from its first; calendar months unless the text tells.

    `strict`: without being told it has no days.
    """

    month: int
    months: int
    year: Year = OPEN
    strict: bool = False


class Unplaced(NamedTuple):
    """What no days follow from: before Christ, every Sunday, the weeks to come."""

    timex: str


class Length(NamedTuple):
    """A length of time; `value` is in the unit."""

    iso: str
    unit: Unit = "day"
    value: Decimal | None = None


class Placed(NamedTuple):
    """Something with the tokens that say it, where several stand in one expression."""

    latent: "Latent"
    start: int
    end: int


class Several(NamedTuple):
    """Dates that are joined by `and`, each of which is a fact."""

    members: tuple[Placed, ...]


Recurring: TypeAlias = AbsoluteDate | Feast | Period | Week | Same | Fiscal
Latent: TypeAlias = (
    Recurring | Years | RelativeDate | Neighbour | Weekday | Nth | WeekOf | Part | Span | Unplaced | Several
)
RECURRING = (AbsoluteDate, Feast, Period, Week, Same, Fiscal)
