"""The words of numbers and units, as the pattern files give them, put into the lexicon."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from newsfacts.lexicon.lexicon import Lexicon
from newsfacts.packs.forms import folded_forms, joined, without
from newsfacts.packs.schema import Denied, NumbersFile, NumberWord, QuantityFile, Ranges, family_units
from newsfacts.quantities.contexts import ContextRules

JOINTS = ("english", "to", "loose", "either", "spread", "between_and")
"""The lists of `ranges` that hold what joins two ends."""

_TENS, _UNITS = range(20, 100, 10), range(1, 10)


@dataclass(frozen=True)
class UnitForm:
    """What a unit's word or symbol stands for."""

    kind: str
    unit: str
    factor: Decimal
    per: Decimal
    signed: bool
    rules: tuple[int, ...]
    integer_rules: tuple[int, ...]
    prefix: bool = False
    # a word that may stand before a number all the same: `ευρώ 17.461.000`
    leading: bool = False

    def in_base_units(self, value: Decimal) -> Decimal:
        """A number of this unit in the kind's base unit."""
        return Decimal(0) + value * self.factor / self.per


@dataclass(frozen=True)
class ValueForm:
    """A word that holds number and unit, such as the Greek for `twofold`."""

    kind: str
    unit: str
    value: Decimal
    qualifier: str
    rules: tuple[int, ...]


def register_numbers(file: NumbersFile, lexicon: Lexicon, off: frozenset[str]) -> None:
    """Add the words of `numbers.yaml` to a lexicon, but for those in `off`."""

    def add(category: str, payload: Any, shorts: Iterable[str], glued: bool = False) -> None:
        lexicon.add(category, payload, without(shorts, off), glued=glued)

    for number in (*file.numbers, *_in_one_word(file.numbers)):
        add("number", number.value, number.words)
    for magnitude in file.magnitudes:
        add("magnitude", magnitude.value, magnitude.words, glued=True)
        lexicon.add_symbols("magnitude", magnitude.value, without(magnitude.symbols, off))
    for category, rows in (
        ("indefinite", file.indefinite),
        ("number_about", file.about),
        ("fraction", file.fractions),
    ):
        for row in rows:
            add(category, row.value, row.words)
    add("and_half", Decimal("0.5"), file.and_half)
    add("decimal_comma", Decimal(0), file.decimal_comma)
    for hedge in file.hedges:
        add("hedge_before" if not hedge.gap else "hedge_gap", hedge, hedge.before)
        add("hedge_inside", hedge.qualifier, hedge.inside)
        add("hedge_after", hedge.qualifier, hedge.after)
    for category, shorts in _beside(file):
        lexicon.add_beside(category, True, without(shorts, off))
    for kind in JOINTS:
        lexicon.add_beside("joint", kind, without(getattr(file.ranges, kind), off))


def _beside(file: NumbersFile) -> Iterable[tuple[str, Sequence[str]]]:
    """The small words that are looked up only beside a number or unit."""
    for category, field in (
        ("singular", "singular"),
        ("plural", "plural"),
        ("article", "articles"),
        ("object", "objects"),
        ("filler", "fillers"),
        ("bound", "bounds"),
        ("that", "relatives"),
        ("minus", "minus"),
        ("number_and", "joints"),
        ("respectively", "respectively"),
        ("followed_by", "followed_by"),
        ("counted", "counted"),
    ):
        yield category, getattr(file, field)
    for field in Denied.model_fields:
        yield f"denied_{field}", getattr(file.denied, field)
    for field in Ranges.model_fields:
        if field != "opening_verbs" and field not in JOINTS:
            yield f"range_{field}", getattr(file.ranges, field)


def _in_one_word(numbers: Sequence[NumberWord]) -> Iterable[NumberWord]:
    """Tens and units written as one word: `εικοσιπέντε`, `τριανταδύο`."""
    tens, units = ([number for number in numbers if number.value in among] for among in (_TENS, _UNITS))
    for ten, unit in itertools.product(tens, units):
        yield NumberWord(value=ten.value + unit.value, words=joined(ten.words, unit.words))


def register_kind(kind: str, files: Sequence[QuantityFile], lexicon: Lexicon, contexts: ContextRules) -> None:
    """Add the units and value words of one kind; later files lie over earlier ones."""
    off = folded_forms(short for file in files for short in file.off)
    base_unit = next((f.unit for f in files if f.unit), None)
    signed = any(f.signed for f in files)
    common = [contexts.add(file) for file in files if file.only_if or file.never_if]
    for file in files:
        for unit in (*file.units, *(unit for family in file.families for unit in family_units(family))):
            form = UnitForm(
                kind=kind,
                unit=unit.unit or base_unit or kind,
                factor=unit.scale,
                per=unit.per,
                signed=signed,
                rules=(*common, *contexts.add_any(unit)),
                integer_rules=tuple(contexts.add_any(unit.integer)),
            )
            # `Euro 2024` and `Euro 7` are no money: only signs and codes stand before any number
            word = replace(form, leading=unit.prefix)
            lexicon.add("unit", word, without(unit.words, off), glued=True)
            sign = replace(form, prefix=unit.prefix)
            lexicon.add_symbols("unit", sign, without(unit.symbols, off), any_case=not unit.prefix)
            lexicon.add("bare", form, without(unit.bare, off), glued=True)
            # read as any of its units beside numbers, and as the one that is meant in the end
            shared = without(unit.shared, off)
            lexicon.add_symbols("unit", sign, shared, any_case=False)
            lexicon.add_symbols("shared", sign, shared, any_case=False)
            lexicon.add_beside("told_by", sign.unit, without(unit.told_by, off))
        for row in file.values:
            value = ValueForm(kind, base_unit or kind, row.value, row.qualifier, tuple(common))
            lexicon.add("value", value, without(row.words, off))
