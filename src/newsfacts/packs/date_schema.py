"""What may stand in a file under `dates/`: calendar words, relative words, lengths of time, contexts."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from newsfacts.packs.schema import Entry, Example, Forms
from newsfacts.packs.types import Count, Regex

UnitName = Literal[
    "second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "millennium"
]
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Month(Entry):
    """A month; `short` forms count only beside a day or a year, `english` ones beside both."""

    month: Annotated[int, Field(ge=1, le=12)]
    words: list[Forms] = []
    short: list[Forms] = []
    english: list[Forms] = []


class Weekday(Entry):
    """A day of the week, 0 Monday; `days` long. `exact`: capital and accents as written here."""

    weekday: Annotated[int, Field(ge=0, le=6)]
    days: Count = 1
    words: list[Forms] = []
    short: list[Forms] = []
    plural: list[Forms] = []
    exact: bool = False


class Season(Entry):
    """A season: so many months from `month` on; `label` is its TIMEX3 name."""

    month: Annotated[int, Field(ge=1, le=12)]
    months: Annotated[int, Field(ge=1, le=12)] = 3
    label: str
    words: list[Forms]


class Holiday(Entry):
    """A holiday: on a `month` and `day`, or so many days from Easter."""

    month: Annotated[int, Field(ge=1, le=12)] | None = None
    day: Annotated[int, Field(ge=1, le=31)] | None = None
    easter: Annotated[int, Field(ge=-100, le=250)] | None = None
    days: Annotated[int, Field(ge=1, le=366)] = 1
    words: list[Forms]
    exact: bool = False

    @model_validator(mode="after")
    def _is_in_the_calendar(self) -> "Holiday":
        if self.easter is None:
            if self.month is None or self.day is None:
                raise ValueError("has no day: give it a `month` and a `day`, or `easter`")
            if self.day > _LONGEST_MONTHS[self.month - 1]:
                raise ValueError(f"month {self.month} has no day {self.day}: give it one that it has")
        return self


class Ordinal(Entry):
    """A word for a place in an order; -1 is the last. `letters` count only with an apostrophe."""

    value: Count
    words: list[Forms] = []
    letters: list[Forms] = []


class PartWord(Entry):
    """A word for a third of a period."""

    part: Literal["early", "mid", "late"]
    words: list[Forms]


class Shift(Entry):
    """A word that stands so many units away from the reference."""

    unit: Literal["days", "year"]
    shift: Count
    words: list[Forms]


class Turn(Entry):
    """A modifier that says which one is meant."""

    turn: Literal["last", "next", "this"]
    steps: Count = 1
    words: list[Forms]


class UnitWord(Entry):
    """A unit of time; `one` are the forms that make a date after a modifier (`next month`)."""

    unit: UnitName
    one: list[Forms] = []
    many: list[Forms] = []


class Compound(Entry):
    """Words made of a number and an ending: `endings` come after `prefixes` or after digits.

    `noun`: a number may count them (`two 24-hour spells`); `many` are plurals that need one.
    `period`: with an ordinal or a year they are parts of that year. `tens`: every number to 99 has one.
    """

    unit: UnitName
    endings: list[Forms]
    many: list[Forms] = []
    glued: bool = True
    noun: bool = False
    period: bool = False
    tens: bool = False


class Prefix(Entry):
    """The number at the head of a compound."""

    value: Count
    words: list[Forms]


class Length(Entry):
    """A word that is a length of time by itself."""

    iso: Annotated[str, Field(pattern=r"^PT?\d+[YMWDHS]$")]
    noun: bool = False
    words: list[Forms]


class Block(Entry):
    """A block of a month, such as its first fortnight: `days` long."""

    days: Count
    words: list[Forms]


class Contexts(Entry):
    """Where a rule reads nothing: productions of what must not stand right before or right after it."""

    before: list[str] = []
    after: list[str] = []


class WordShapes(Entry):
    """Regular expressions over folded words, for what is known by its ending only."""

    ordinal_ending: list[Regex] = []
    day_ending: list[Forms] = []
    report: list[Regex] = []
    future: list[Regex] = []
    past: list[Regex] = []
    present: list[Regex] = []
    lasting: list[Regex] = []
    planned: list[Regex] = []
    scheduled: list[Regex] = []
    once: list[Regex] = []
    perfect: list[Regex] = []
    verb: list[Regex] = []
    count_noun: list[Regex] = []
    plan: list[Regex] = []
    put_off: list[Regex] = []
    begun: list[Regex] = []
    foretell: list[Regex] = []
    foreseen: list[Regex] = []
    figure: list[Regex] = []
    forecast: list[Regex] = []
    publish: list[Regex] = []
    announce: list[Regex] = []


class DatesFile(Entry):
    """A file under `dates/`; all keys may stand in any file, and files add up."""

    months: list[Month] = []
    weekdays: list[Weekday] = []
    seasons: list[Season] = []
    holidays: list[Holiday] = []
    ordinals: list[Ordinal] = []
    parts: list[PartWord] = []
    halves: list[Forms] = []
    blocks: list[Block] = []
    quarter_codes: list[Forms] = []
    half_codes: list[Forms] = []
    month_codes: list[Forms] = []
    shifts: list[Shift] = []
    adjectives: list[Shift] = []
    turns: list[Turn] = []
    units: list[UnitWord] = []
    prefixes: list[Prefix] = []
    tens: list[Prefix] = []
    compounds: list[Compound] = []
    lengths: list[Length] = []
    before_christ: list[Forms] = []
    after_christ: list[Forms] = []
    words: dict[str, list[Forms]] = {}
    patterns: WordShapes = WordShapes()
    rules: dict[str, list[str]] = {}
    never: dict[str, Contexts] = {}
    off: list[Forms] = []
    examples: list[Example] = []
