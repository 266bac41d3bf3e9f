"""Finds calendar expressions and lengths of time.

All words come from the files under `dates/`. One pass of the lexicon finds the places; only there
the grammar reads, left to right.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from newsfacts.dates.calendar import When
from newsfacts.dates.date_grammar import NUMERIC, Grammar, Vocabulary, iso_length
from newsfacts.facts import AnyFact
from newsfacts.lexicon.lexicon import Groups, Lexicon, Reading
from newsfacts.packs.date_schema import Compound, DatesFile
from newsfacts.packs.forms import expand

# A cheap look for what NUMERIC may read.
_SEPARATED = re.compile(r"[0-9][/.-][0-9]")
# How many tokens before a word that names time an expression may begin.
_REACH = 10
_TRIGGERS = {
    "date.month", "date.month_short", "date.weekday", "date.weekday_short", "date.weekday_plural",
    "date.season", "date.holiday", "date.shift", "date.adjective", "date.unit", "date.compound",
    "date.compound_noun", "date.period", "date.lettered", "date.before_christ", "date.after_christ",
    "date.year", "date.short_year", "date.code", "date.century", "date.glued",
}  # fmt: skip
_STARTS = frozenset(_TRIGGERS) | {
    "date.ordinal",
    "date.letter",
    "date.part",
    "date.turn",
    "number",
    "magnitude",
}


class DateExtractor:
    """Finds facts of the kinds `date` and `duration`."""

    def __init__(self, patterns: DatesFile) -> None:
        """`patterns` are the files under `dates/`, as one."""
        self._patterns = patterns
        self._vocabulary = Vocabulary(patterns)
        self._roles: dict[int, tuple[frozenset[str], bool, Groups]] = {}

    def register(self, lexicon: Lexicon) -> None:
        """Add all words that name time, under categories that begin with `date.`."""
        p = self._patterns
        for month in p.months:
            lexicon.add("date.month", month.month, month.words)
            exact = frozenset(form for short in month.short for form in expand(short))
            lexicon.add("date.month_short", (month.month, exact), month.short)
        for weekday in p.weekdays:
            spelled = frozenset(f for s in weekday.words for f in expand(s)) if weekday.exact else None
            lexicon.add("date.weekday", (weekday.weekday, weekday.days, spelled), weekday.words)
            lexicon.add("date.weekday_short", (weekday.weekday, 1, None), weekday.short)
            lexicon.add("date.weekday_plural", weekday.weekday, weekday.plural)
        for season in p.seasons:
            lexicon.add("date.season", When("season", season.month, 3, label=season.label), season.words)
        for day in p.holidays:
            when = When("holiday", day.month or 0, day.day or 0)
            when = when if day.easter is None else When("easter", day.easter, day.days)
            spelled = frozenset(f for s in day.words for f in expand(s)) if day.exact else None
            lexicon.add("date.holiday", (when, spelled), day.words)
        self._register_parts(lexicon)
        self._register_relative(lexicon)
        self._register_lengths(lexicon)

    def _register_parts(self, lexicon: Lexicon) -> None:
        p = self._patterns
        for ordinal in p.ordinals:
            lexicon.add("date.ordinal", ordinal.value, ordinal.words)
            lexicon.add("date.letter", ordinal.value, ordinal.letters)
        for part in p.parts:
            lexicon.add("date.part", part.part, part.words)
        lexicon.add("date.half", 2, p.halves)
        for block in p.blocks:
            lexicon.add("date.block", block.days, block.words)
        for size, codes in ((3, p.quarter_codes), (6, p.half_codes)):
            for n in range(1, 12 // size + 1):
                lexicon.add("date.code", (size, n), [f"{code}{n}" for code in codes])
        lexicon.add("date.before_christ", True, p.before_christ)
        lexicon.add("date.after_christ", True, p.after_christ)
        lexicon.add("date.century", True, p.words.get("century", []))
        lexicon.add("date.year", True, [str(year) for year in range(1000, 2200)])
        lexicon.add("date.short_year", True, [f"'{year:02}" for year in range(100)])

    def _register_relative(self, lexicon: Lexicon) -> None:
        p = self._patterns
        for shift in p.shifts:
            lexicon.add("date.shift", (shift.unit, shift.shift), shift.words)
        for shift in p.adjectives:
            lexicon.add("date.adjective", (shift.unit, shift.shift), shift.words)
        for turn in p.turns:
            lexicon.add("date.turn", (turn.turn, turn.steps), turn.words)

    def _register_lengths(self, lexicon: Lexicon) -> None:
        p = self._patterns
        for unit in p.units:
            lexicon.add("date.unit", (unit.unit, False), unit.one, glued=True)
            lexicon.add("date.unit", (unit.unit, True), unit.many, glued=True)
        for compound in p.compounds:
            self._register_compound(lexicon, compound)
        for length in p.lengths:
            if length.noun:
                lexicon.add("date.compound_noun", length.iso, length.words)
            lexicon.add("date.compound", length.iso, length.words)

    def _register_compound(self, lexicon: Lexicon, compound: Compound) -> None:
        if compound.glued:
            lexicon.add(
                "date.glued", (compound.unit, compound.period, compound.noun), compound.endings, glued=True
            )
        for prefix in self._patterns.prefixes:
            iso = iso_length(Decimal(prefix.value), compound.unit)
            words = [f"{head}{ending}" for head in prefix.words for ending in compound.endings]
            lexicon.add("date.compound", iso, words)
            if compound.noun:
                lexicon.add("date.compound_noun", iso, words)
            many = [f"{head}{ending}" for head in prefix.words for ending in compound.many]
            lexicon.add("date.compound_noun", iso, many)
            if compound.period:
                lexicon.add("date.period", prefix.value, words)
                self._register_lettered(lexicon, prefix.value, words)

    def _register_lettered(self, lexicon: Lexicon, months: int, words: list[str]) -> None:
        """`Β΄τρίμηνο` in one piece."""
        for ordinal in self._patterns.ordinals:
            if ordinal.letters and ordinal.value * months <= 12:
                forms = [
                    f"{letter}'{word}" for letter in ordinal.letters for s in words for word in expand(s)
                ]
                lexicon.add("date.lettered", ((ordinal.value - 1) * months + 1, months), forms)

    def find(self, reading: Reading, reference_date: date | None, known: Sequence[AnyFact]) -> list[AnyFact]:
        """Dates and durations, from left to right; none where a quantity already stands."""
        spots, heads = self._spots(reading)
        if not spots:
            return []
        taken = sorted(
            (f.end_char - reading.offset, f.start_char - reading.offset)
            for f in known
            if f.kind not in ("quote", "date", "duration")
        )
        grammar = Grammar(reading, self._vocabulary, reference_date, heads)
        facts: list[AnyFact] = []
        last = passed = 0
        for spot in spots:
            found = grammar.read(spot) if spot >= last else None
            if found is None:
                continue
            start, end = reading.starts[spot], reading.ends[found.end - 1]
            while passed < len(taken) and taken[passed][0] <= start:
                passed += 1
            if passed < len(taken) and taken[passed][1] < end:
                continue
            fact = grammar.fact(spot, found)
            if fact is not None:
                facts.append(fact)
            last = found.end
        return facts

    def _spots(self, reading: Reading) -> tuple[list[int], dict[int, frozenset[str]]]:
        """Tokens at which an expression may begin, and what stands at each token."""
        spots = _numeric_spots(reading)
        heads: dict[int, frozenset[str]] = {}
        triggers: set[int] = set()
        if not spots and _TRIGGERS.isdisjoint(reading.rows):
            return [], heads
        roles = self._roles
        for start, _, groups in reading.matches:
            role = roles.get(id(groups))
            if role is None:
                # the groups are kept beside the answer, so that no other dict gets their id
                names = _STARTS.intersection(groups)
                role = roles[id(groups)] = (names, not _TRIGGERS.isdisjoint(names), groups)
            if role[0]:
                heads[start] = heads[start] | role[0] if start in heads else role[0]
            if role[1]:
                triggers.add(start)
        text, begins = reading.text, reading.starts
        seen = 0
        for trigger in sorted(triggers):
            for token in range(max(seen, trigger - _REACH), trigger + 1):
                if token in heads or text[begins[token]].isdigit():
                    spots.add(token)
            seen = trigger + 1
        return sorted(spots), heads


def _numeric_spots(reading: Reading) -> set[int]:
    """Tokens that may be dates in digits."""
    spots: set[int] = set()
    text, starts = reading.text, reading.starts
    for match in _SEPARATED.finditer(text):
        token = bisect_right(starts, match.start()) - 1
        if NUMERIC.match(text, starts[token]):
            spots.add(token)
    return spots
