"""The facts: typed, immutable, and the one row that every output shows of them."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, WithJsonSchema

Qualifier = Literal["exact", "about", "at_most", "less_than", "at_least", "more_than", "range", "indefinite"]
Number = Annotated[Decimal, WithJsonSchema({"type": "number"})]

Change = Literal["up", "down"]

QUANTITY_COLUMNS = ("low", "high", "unit", "qualifier")
MEANING_COLUMNS = ("about", "measure", "change", "organization", "about_start", "about_end")
DATE_COLUMNS = ("start_date", "end_date", "timex")
DURATION_COLUMNS = ("iso",)
QUOTE_COLUMNS = (
    "speaker",
    "speaker_type",
    "role",
    "cue",
    "style",
    "mention_start",
    "mention_end",
)
COMMON_COLUMNS = ("source", "id", "kind", "text", "start_char", "end_char", "sentence")
COLUMNS = (
    COMMON_COLUMNS + QUANTITY_COLUMNS + MEANING_COLUMNS + DATE_COLUMNS + DURATION_COLUMNS + QUOTE_COLUMNS
)
_NO_VALUES: dict[str, Any] = dict.fromkeys(COLUMNS)


class Fact(BaseModel):
    """What all facts have: where they stand, and in which sentence.

    `start_char` and `end_char` are offsets in Unicode code points into the text as given, so
    `text == whole_text[start_char:end_char]`. `source` and `id` name the document where one is known.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    converted: ClassVar[tuple[str, ...]] = ()
    """The columns whose values JSON has no type for."""

    source: str | None = None
    id: str | None = None
    kind: str
    text: Annotated[str, WithJsonSchema({"type": "string", "minLength": 1})]
    start_char: Annotated[int, Field(ge=0)]
    end_char: Annotated[int, Field(ge=0)]
    sentence: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The fact as a row of plain values: COLUMNS in their order, None where this kind has no such value.

        Numbers are as JSON has them, days as ISO 8601.
        """
        row = _NO_VALUES | vars(self)
        for name in self.converted:
            row[name] = _plain(row[name])
        return row


class QuantityFact(Fact):
    """An amount: `low` and `high` in whole `unit`s; null where that end is open.

    `about` is what is measured, as written at `about_start` to `about_end`; `measure` says the same in one
    word of the pattern files; `change` is set where the amount is the size of a movement; `organization` is
    whose it is. Each is null where the text does not tell.
    """

    converted = ("low", "high")

    kind: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    low: Number | None
    high: Number | None
    unit: str
    qualifier: Qualifier
    about: str | None = None
    measure: str | None = None
    change: Change | None = None
    organization: str | None = None
    about_start: int | None = None
    about_end: int | None = None


class DateFact(Fact):
    """A calendar expression: first and last day, inclusive, and its TIMEX3 value.

    Both days are null where none follow from the text and the reference date.
    """

    converted = ("start_date", "end_date")

    kind: Literal["date"] = "date"
    start_date: date | None
    end_date: date | None
    timex: str


class DurationFact(Fact):
    """A length of time as an ISO 8601 duration; of a range the lower end."""

    kind: Literal["duration"] = "duration"
    iso: Annotated[str, Field(pattern=r"^P.+")]


class QuoteFact(Fact):
    """What somebody said; `mention_start` and `mention_end` are where the speaker is named nearest to it."""

    kind: Literal["quote"] = "quote"
    speaker: str | None
    speaker_type: Literal["person", "organization"] | None
    role: str | None
    organization: str | None
    cue: str | None
    style: Literal["direct", "indirect", "mixed"]
    mention_start: int | None = None
    mention_end: int | None = None


AnyFact = QuantityFact | DateFact | DurationFact | QuoteFact


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a fact's row: all keys stand in every row, null where they say nothing."""
    schema = TypeAdapter(AnyFact).json_schema(mode="serialization")
    for model in schema["$defs"].values():
        known = model["properties"]
        model["properties"] = {name: known.get(name, {"type": "null"}) for name in COLUMNS}
        model["required"] = list(COLUMNS)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "newsfacts fact",
        **schema,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value
