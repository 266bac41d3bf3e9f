"""The types of values in pattern files, each with its check."""

from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from newsfacts.packs.forms import check_short
from newsfacts.packs.matchers import checked_matcher
from newsfacts.packs.regexes import checked_regex

MOST_DIGITS = 40
"""Numbers have at most so many digits before and after the point."""


def _as_text(value: Any) -> Any:
    # `words: [5]` is a word that happens to be made of digits
    return str(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else value


def _expandable(short: str) -> str:
    check_short(short)
    return short


def _bounded(number: Decimal) -> Decimal:
    if len(number.as_tuple().digits) > MOST_DIGITS or (number and abs(number.adjusted()) > MOST_DIGITS):
        raise ValueError(f"has more than {MOST_DIGITS} digits: write a number that texts can hold")
    return number


Forms = Annotated[
    str,
    BeforeValidator(_as_text),
    AfterValidator(_expandable),
    WithJsonSchema({"type": ["string", "number"], "minLength": 1}),
]
"""A word or short-hand for its forms."""

Regex = Annotated[str, AfterValidator(checked_regex)]
"""A regular expression."""

TokenPattern = Annotated[list[dict[str, Any]], AfterValidator(checked_matcher)]
"""A spaCy Matcher pattern."""

Number = Annotated[Decimal, AfterValidator(_bounded), WithJsonSchema({"type": "number"})]
"""An exact number."""

Factor = Annotated[
    Decimal,
    AfterValidator(_bounded),
    Field(gt=0),
    WithJsonSchema({"type": "number", "exclusiveMinimum": 0}),
]
"""A number that others are multiplied or divided by."""

Count = Annotated[int, Field(ge=-10_000, le=10_000)]
"""A small whole number: of days, years, steps."""


class Entry(BaseModel):
    """Base of all parts of a pattern file: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def holds_forms(annotation: Any, metadata: Any = ()) -> bool:
    """Whether a field of a model holds forms, in a list or a mapping too.

    >>> holds_forms(list[Forms]), holds_forms(dict[str, list[Forms]]), holds_forms(list[str])
    (True, True, False)
    """
    if metadata and annotation is str:
        return any(getattr(item, "func", None) is _expandable for item in metadata)
    return _in_annotation(annotation)


@lru_cache(maxsize=1000)
def _in_annotation(annotation: Any) -> bool:
    if annotation == Forms:
        return True
    return any(_in_annotation(arg) for arg in get_args(annotation) if arg is not str)
