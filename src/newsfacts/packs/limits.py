"""How much pattern files may ask for; what is more is refused before it is built."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from newsfacts.packs.date_schema import DatesFile
from newsfacts.packs.forms import check_short, shown_count
from newsfacts.packs.quote_schema import QuotesFile
from newsfacts.packs.schema import Family, family_units
from newsfacts.packs.types import holds_forms

MOST_FORMS = 200_000
"""How many forms all pattern files together may stand for."""

_STEMS = ("past", "present", "contracted", "passive_present")


def count_forms(part: Any) -> int:
    """How many forms the short-hands in a pattern file, or in a part of one, stand for."""
    if isinstance(part, dict):
        return sum(map(count_forms, part.values()))
    if isinstance(part, list | tuple):
        return sum(map(count_forms, part))
    if isinstance(part, Family):
        return count_forms(family_units(part))
    if not isinstance(part, BaseModel):
        return 0
    count = 0
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        listed = holds_forms(field.annotation, field.metadata)
        count += _expanded(value) if listed else count_forms(value)
    return count


def _expanded(value: Any) -> int:
    if isinstance(value, str):
        return check_short(value)
    return sum(_expanded(v) for v in (value.values() if isinstance(value, dict) else value or ()))


def products(dates: DatesFile, quotes: QuotesFile) -> Mapping[tuple[str, str], int]:
    """How many forms are put together out of others, by the folder and key that do it."""
    heads = _expanded([prefix.words for prefix in dates.prefixes])
    tens = _expanded([prefix.words for prefix in dates.tens])
    letters = _expanded([ordinal.letters for ordinal in dates.ordinals])
    made = sum(
        heads * _expanded([c.endings, c.many]) * (1 + (tens if c.tens else 0) + (letters if c.period else 0))
        for c in dates.compounds
    )
    said = sum(
        _expanded([getattr(verb, name) for verb in quotes.verbs]) * _tails(quotes, name) for name in _STEMS
    )
    return {("dates", "compounds"): made, ("quotes", "endings"): said}


def _tails(quotes: QuotesFile, name: str) -> int:
    endings = quotes.endings.get(name)
    return _expanded(list(endings.model_dump().values())) if endings else 0


def too_many(counts: Iterable[int]) -> str | None:
    """What to say where these counts come to more forms than there may be."""
    total = math.fsum(counts)
    if total <= MOST_FORMS:
        return None
    return f"stand for {shown_count(int(total))} forms, more than {MOST_FORMS:,}: list fewer words or endings"


__all__: Sequence[str] = ["MOST_FORMS", "count_forms", "products", "too_many"]
