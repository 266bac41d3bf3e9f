"""The words of dates: into the lexicon, and as the symbols that rules are made of."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from newsfacts.dates import business, joining, lengths, meanings, periods, several, weeks, years
from newsfacts.dates.digits import full_year
from newsfacts.dates.latent import AbsoluteDate, Feast, Period
from newsfacts.dates.lengths import iso_length
from newsfacts.dates.predicates import predicates_of
from newsfacts.grammar.predicates import COMMON
from newsfacts.grammar.types import Symbols
from newsfacts.lexicon.lexicon import Lexicon
from newsfacts.packs.date_schema import Compound, DatesFile, Holiday, Prefix
from newsfacts.packs.forms import expand, folded_forms, joined
from newsfacts.text.tokens import pieces

PREFIX = "date."
_NAMES = (
    "month", "month_short", "month_english", "weekday", "weekday_short", "weekday_plural", "season",
    "holiday", "ordinal", "letter", "part", "half", "block", "before_christ", "after_christ", "short_year",
    "shift", "adjective", "turn", "unit", "compound", "compound_noun", "period", "lettered", "glued",
)  # fmt: skip
CATEGORIES = frozenset(PREFIX + name for name in _NAMES) | {"number", "number_about", "magnitude"}
"""What words stand for, besides the lists that files name."""

# Where none of these stands, no expression is; the others are too common to look there.
TRIGGERS = CATEGORIES - {f"{PREFIX}{name}" for name in ("ordinal", "letter", "part", "half", "block", "turn")}
TRIGGERS = TRIGGERS - {"number", "number_about", "magnitude"} | {"date.trigger"}

Row = tuple[str, Any, Sequence[str]]
"""A category, what its words stand for, and short-hands for them."""


def symbols_of(patterns: DatesFile) -> Symbols:
    """What names in rules of dates stand for; lists with longer forms are categories of the lexicon."""
    lists = {name: folded_forms(shorts) for name, shorts in patterns.words.items()}
    single = {name: words for name, words in lists.items() if _single(words)}
    longer = {f"{PREFIX}{name}" for name in lists.keys() - single.keys()}
    return Symbols(
        CATEGORIES | longer,
        frozenset(),
        {**COMMON, **predicates_of(patterns)},
        _meanings(),
        PREFIX,
        single,
    )


def _single(words: frozenset[str]) -> bool:
    return all(len(pieces(word, frozenset())) == 1 for word in words)


def _meanings() -> Mapping[str, Callable[..., Any]]:
    """The functions that rules may name."""
    return {
        name: value
        for module in (meanings, periods, business, weeks, joining, several, lengths, years)
        for name, value in vars(module).items()
        if callable(value)
        and getattr(value, "__module__", "") == module.__name__
        and not name.startswith("_")
    }


def register(patterns: DatesFile, lexicon: Lexicon) -> None:
    """Add all words that name time, under categories that begin with `date.`."""
    for category, payload, shorts in (*_calendar(patterns), *_parts(patterns), *_relative(patterns)):
        lexicon.add(PREFIX + category, payload, shorts)
    for month in patterns.months:
        lexicon.add("date.month", month.month, month.words, glued=True)
    for unit in patterns.units:
        lexicon.add("date.unit", (unit.unit, False), unit.one, glued=True)
        lexicon.add("date.unit", (unit.unit, True), unit.many, glued=True)
    for compound in patterns.compounds:
        if compound.glued:
            payload = (compound.unit, compound.period, compound.noun)
            lexicon.add("date.glued", payload, compound.endings, glued=True)
        for category, said, shorts in _compound(patterns, compound):
            lexicon.add(PREFIX + category, said, shorts)
    for name, shorts in patterns.words.items():
        if not _single(folded_forms(shorts)):
            lexicon.add(PREFIX + name, True, shorts)


def _calendar(p: DatesFile) -> Iterator[Row]:
    for month in p.months:
        yield "month_short", month.month, month.short
        yield "month_english", month.month, month.english
    for weekday in p.weekdays:
        exact = _forms(weekday.words) if weekday.exact else None
        yield "weekday", (weekday.weekday, weekday.days, exact), weekday.words
        yield "weekday_short", (weekday.weekday, 1), weekday.short
        yield "weekday_plural", weekday.weekday, weekday.plural
    for season in p.seasons:
        yield "season", Period(season.month, season.months, label=season.label), season.words
    for day in p.holidays:
        yield "holiday", (_feast(day), _forms(day.words) if day.exact else None), day.words


def _feast(day: Holiday) -> AbsoluteDate | Feast:
    if day.easter is not None:
        return Feast(day.easter, day.days)
    return AbsoluteDate(day.month or 0, day.day or 0)


def _forms(shorts: Sequence[str]) -> frozenset[str]:
    return frozenset(form for short in shorts for form in expand(short))


def _parts(p: DatesFile) -> Iterator[Row]:
    for ordinal in p.ordinals:
        yield "ordinal", ordinal.value, ordinal.words
        yield "letter", ordinal.value, ordinal.letters
    for part in p.parts:
        yield "part", part.part, part.words
    yield "half", 2, p.halves
    for block in p.blocks:
        yield "block", block.days, block.words
    yield "before_christ", True, p.before_christ
    yield "after_christ", True, p.after_christ
    for year in range(100):
        yield "short_year", full_year(year), [f"'{year:02}"]


def _relative(p: DatesFile) -> Iterator[Row]:
    for shift in p.shifts:
        yield "shift", (shift.unit, shift.shift), shift.words
    for shift in p.adjectives:
        yield "adjective", (shift.unit, shift.shift), shift.words
    for turn in p.turns:
        yield "turn", (turn.turn, turn.steps), turn.words
    for length in p.lengths:
        if length.noun:
            yield "compound_noun", length.iso, length.words
        yield "compound", length.iso, length.words


def _compound(p: DatesFile, compound: Compound) -> Iterator[Row]:
    """`δι` + `ετής`: what numbers and endings make."""
    for prefix in (*p.prefixes, *(_with_tens(p) if compound.tens else ())):
        iso = iso_length(Decimal(prefix.value), compound.unit)
        words = joined(prefix.words, compound.endings)
        yield "compound", iso, words
        if compound.noun:
            yield "compound_noun", iso, words
        yield "compound_noun", iso, joined(prefix.words, compound.many)
        if compound.period:
            yield "period", prefix.value, words
            yield from _lettered(p, prefix.value, words)


def _with_tens(p: DatesFile) -> Iterator[Prefix]:
    """`τριαντα` + `πεντα`."""
    units = [prefix for prefix in p.prefixes if 1 <= prefix.value <= 9]
    for tens in p.tens:
        for unit in units:
            yield Prefix(value=tens.value + unit.value, words=joined(tens.words, unit.words))


def _lettered(p: DatesFile, months: int, words: Sequence[str]) -> Iterator[Row]:
    """`Β΄τρίμηνο` in one piece."""
    for ordinal in p.ordinals:
        if ordinal.letters and ordinal.value * months <= 12:
            yield (
                "lettered",
                ((ordinal.value - 1) * months + 1, months),
                joined(ordinal.letters, ["'"], words),
            )
