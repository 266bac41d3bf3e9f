"""The value of a fact as a person reads it, in the words of the patterns in use."""

import re
from decimal import Context, Decimal
from typing import NamedTuple

from newsfacts.facts import AnyFact, DateFact, DurationFact, QuantityFact, QuoteFact
from newsfacts.packs.check import Patterns
from newsfacts.packs.forms import expand
from newsfacts.packs.schema import NumbersFile, NumberWord, QuantityFile

NOTHING = "–"
_GLUED = {"%", "x"}
_SIGNS = {
    "about": "≈ ",
    "at_most": "≤ ",
    "less_than": "< ",
    "at_least": "≥ ",
    "more_than": "> ",
    "indefinite": "≳ ",
}
_SMALLEST_MAGNITUDE = Decimal(10) ** 6
_TWELVE_DIGITS = Context(prec=12)
_DURATION = re.compile(r"(\d+(?:\.\d+)?)([YMWDHS])")
_LENGTHS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}


class Scale(NamedTuple):
    """`word` stands for `factor`: `GW` for 1e9 W, or a magnitude before the unit."""

    factor: Decimal
    word: str


class Values:
    """Writes values with the unit symbols and the magnitudes of pattern files."""

    def __init__(self, patterns: Patterns) -> None:
        """Take the words from the files in use."""
        self._magnitudes = _magnitudes([c for c in patterns.of(NumbersFile) if isinstance(c, NumbersFile)])
        self._symbols = _symbols([c for c in patterns.of(QuantityFile) if isinstance(c, QuantityFile)])

    def of(self, fact: AnyFact) -> str:
        """The value of a fact, such as `10 GW`, `2026-07-01 … 2026-12-31` or `18 months`."""
        if isinstance(fact, QuantityFact):
            return self._quantity(fact)
        if isinstance(fact, DateFact):
            return _date(fact)
        return _duration(fact) if isinstance(fact, DurationFact) else _quote(fact)

    def _quantity(self, fact: QuantityFact) -> str:
        low, high = fact.low, fact.high
        if low is not None and high is not None and low != high:
            (first, first_after), (second, after) = self._parts(fact, low), self._parts(fact, high)
            if first_after == after and low >= 0:
                return f"{first}–{second}{after}"
            return f"{first}{first_after} … {second}{after}"
        value = low if low is not None else high
        if value is None:
            return NOTHING
        return _SIGNS.get(fact.qualifier, "") + "".join(self._parts(fact, value))

    def _parts(self, fact: QuantityFact, value: Decimal) -> tuple[str, str]:
        """The digits, and what stands after them: ` δισ. USD`, ` GW`, `%`."""
        symbols = self._symbols.get((fact.kind, fact.unit))
        if symbols:
            scale = _fitting(symbols, value) or Scale(Decimal(1), fact.unit)
            after = f" {scale.word}"
        else:
            scale = _fitting(self._magnitudes, value) or Scale(Decimal(1), "")
            unit = fact.unit if fact.unit in _GLUED and not scale.word else f" {fact.unit}"
            after = f" {scale.word}{unit}" if scale.word else unit
        return digits(value / scale.factor), after


def digits(number: Decimal) -> str:
    """A number as Greek newspapers write it.

    >>> digits(Decimal("1234567.50")), digits(Decimal("1E+2")), digits(Decimal("-0.5"))
    ('1.234.567,5', '100', '-0,5')
    """
    plain = f"{_TWELVE_DIGITS.plus(number):,f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain.translate({ord(","): ".", ord("."): ","})


def _fitting(scales: list[Scale], value: Decimal) -> Scale | None:
    """The largest scale that leaves at least one; `scales` come with the largest first."""
    return next((scale for scale in scales if abs(value) >= scale.factor), None)


def _magnitudes(files: list[NumbersFile]) -> list[Scale]:
    words = {m.value: _abbreviation(m) for file in reversed(files) for m in file.magnitudes}
    scales = [Scale(value, word) for value, word in words.items() if value >= _SMALLEST_MAGNITUDE and word]
    return sorted(scales, reverse=True)


def _abbreviation(magnitude: NumberWord) -> str:
    """The first form with a full stop, else the first form."""
    forms = [form for short in magnitude.words for form in expand(short)]
    return next((form for form in forms if form.endswith(".")), forms[0] if forms else "")


def _symbols(files: list[QuantityFile]) -> dict[tuple[str, str], list[Scale]]:
    """For each kind and unit whose symbols come in thousands (W, kW, MW): those symbols, largest first."""
    base = {file.kind: file.unit for file in reversed(files) if file.unit}
    found: dict[tuple[str, str], dict[Decimal, str]] = {}
    for file in files:
        for unit in file.units:
            if unit.symbols and unit.per == 1 and _is_thousands(unit.scale):
                name = unit.unit or base.get(file.kind) or file.kind
                found.setdefault((file.kind, name), {}).setdefault(unit.scale, expand(unit.symbols[0])[0])
    return {
        key: sorted((Scale(*item) for item in scales.items()), reverse=True)
        for key, scales in found.items()
        if max(scales) > 1
    }


def _is_thousands(scale: Decimal) -> bool:
    exponent = scale.normalize().adjusted()
    return scale == Decimal(10) ** exponent and exponent % 3 == 0


def _date(fact: DateFact) -> str:
    if fact.start_date is None and fact.end_date is None:
        return fact.timex
    ends = [day.isoformat() if day else "" for day in (fact.start_date, fact.end_date)]
    return ends[0] if ends[0] == ends[1] else " … ".join(ends).strip()


def _duration(fact: DurationFact) -> str:
    days, _, clock = fact.iso.removeprefix("P").partition("T")
    parts = [(n, _LENGTHS.get(letter)) for n, letter in _DURATION.findall(days)]
    parts += [(n, _LENGTHS.get(f"T{letter}")) for n, letter in _DURATION.findall(clock)]
    if not parts or not all(name for _, name in parts):
        return fact.iso
    return " ".join(f"{n} {name}{'' if n == '1' else 's'}" for n, name in parts)


def _quote(fact: QuoteFact) -> str:
    return ", ".join(part for part in (fact.speaker, fact.role, fact.organization) if part) or NOTHING
