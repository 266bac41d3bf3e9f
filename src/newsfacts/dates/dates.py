"""Finds calendar expressions and lengths of time.

Words and rules come from the files under `dates/`. One pass of the lexicon finds the places; only there
rules are read. What they say is laid on the calendar at the end, in the order of the text.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any

from newsfacts.dates.datelines import dateline
from newsfacts.dates.deadlines import has_begun
from newsfacts.dates.explained import Found, explain
from newsfacts.dates.fiscal import with_months
from newsfacts.dates.last_year import in_ended_year, is_of_the_year
from newsfacts.dates.latent import Length, Period, Placed, Several
from newsfacts.dates.placing import Tense
from newsfacts.dates.resolve import needs_tense, resolve
from newsfacts.dates.several import in_one_year
from newsfacts.dates.shapes import words_of
from newsfacts.dates.spoken import Spoken, after, in_sentence, settle
from newsfacts.dates.tense import is_forecast, is_reported, tense_at
from newsfacts.dates.tense_words import tense_words
from newsfacts.dates.told import told_weekdays
from newsfacts.dates.triggers import other_words, separated
from newsfacts.dates.vocabulary import TRIGGERS, register
from newsfacts.facts import AnyFact, DateFact, DurationFact
from newsfacts.grammar import Chart, Grammar
from newsfacts.grammar.beginnings import beginnings
from newsfacts.grammar.index import Index
from newsfacts.lazy import once
from newsfacts.lexicon.lexicon import Lexicon, Reading
from newsfacts.packs.date_schema import DatesFile

# How many tokens before a word that names time an expression may begin.
_REACH = 10


class DateExtractor:
    """Finds facts of the kinds `date` and `duration`."""

    def __init__(self, patterns: DatesFile, grammar: Grammar) -> None:
        """`patterns` are the files under `dates/` as one, `grammar` their rules."""
        self._patterns, self._grammar = patterns, grammar
        self._tense = tense_words(patterns)
        self._index = Index(grammar.productions, [grammar.names[name] for name in ("date", "length")])

    def register(self, lexicon: Lexicon) -> None:
        """Add all words that name time, under categories that begin with `date.`."""
        register(self._patterns, lexicon)
        everywhere = ("the", "of", "and", "or", "up_to", "numeric_before")
        common = frozenset().union(*(words_of(self._patterns, name) for name in everywhere))
        lexicon.add("date.trigger", True, sorted(other_words(self._grammar, TRIGGERS, common)))

    def find(self, reading: Reading, reference_date: date | None, known: Sequence[AnyFact]) -> list[AnyFact]:
        """Dates and durations, from left to right; none where a quantity already stands."""
        found = self.latent(reading, known)
        return list(self._facts(reading, reference_date, found)) if found else []

    # -- finding ------------------------------------------------------------------------------

    def latent(self, reading: Reading, known: Sequence[AnyFact]) -> list[Found]:
        """The expressions of a text, before anybody asks for their days."""
        triggers = _triggers(reading)
        if not triggers:
            return []
        chart = Chart(self._grammar, reading, self._index, "date")
        taken = _taken(reading, known)
        found: list[Found] = []
        last = 0
        for spot in _spots(triggers, chart):
            one = _read(chart, spot) if spot >= last else None
            if one is None or _overlaps(taken, reading, one):
                continue
            found.append(one)
            last = one.end
            if reading.notes is not None:
                explain(chart, one)
        return found

    def dateline(self, reading: Reading) -> date | None:
        """The day on which a text says that it was written."""
        return dateline(reading, self.latent(reading, ()))

    # -- placing ------------------------------------------------------------------------------

    def _facts(self, reading: Reading, reference: date | None, found: Sequence[Found]) -> Iterator[AnyFact]:
        latents = with_months(reading, self._tense, found, reference)
        tense = once(partial(tense_at, reading, self._tense))
        spoken = Spoken(weekdays=told_weekdays(found, latents, reference, tense))
        for one, said in zip(found, latents, strict=True):
            if isinstance(said, Length):
                yield DurationFact(**_place(reading, one.start, one.end), iso=said.iso)
                continue
            members: Sequence[Placed] = (Placed(said, *one[:2]),)
            if isinstance(said, Several):
                members = said.members
            if len(members) > 1:
                last, _ = self._fact(
                    reading, reference, Found(*members[-1][1:], members[-1][0]), spoken, tense
                )
                members = in_one_year(members, last.start_date if last is not None else None)
            for latent, start, end in members:
                fact, spoken = self._fact(reading, reference, Found(start, end, latent), spoken, tense)
                if fact is not None:
                    yield fact

    def _fact(
        self,
        reading: Reading,
        reference: date | None,
        one: Found,
        spoken: Spoken,
        tense_of: Callable[[int, int], Tense],
    ) -> tuple[DateFact | None, Spoken]:
        """The fact that an expression states, None where there is no such day; and what is said then."""
        start, end, said = one
        place = _place(reading, start, end)
        spoken = in_sentence(spoken, place["sentence"])
        tense: Tense = tense_of(start, end) if needs_tense(said) or is_of_the_year(said) else ""
        if isinstance(said, Period) and said.ended and is_reported(reading, self._tense, start):
            tense = "planned" if is_forecast(reading, self._tense, start, end) else ""
        elif isinstance(said, Period) and said.ended and has_begun(reading, self._tense, start, end):
            tense = "present"
        latent = in_ended_year(settle(said, spoken, reference, tense), spoken.near.get(12), reference, tense)
        resolved = resolve(latent, reference, tense)
        if resolved is None:
            return None, spoken
        fact = DateFact(**place, start_date=resolved.start, end_date=resolved.end, timex=resolved.timex)
        return fact, after(spoken, latent, resolved, reference, whole=latent == said)


def _read(chart: Chart, spot: int) -> Found | None:
    """The longest expression that begins at a token."""
    length, dated = chart.longest("length", spot), chart.longest("date", spot)
    if length is not None and (dated is None or length[0] > dated[0]):
        return Found(spot, *length)
    return Found(spot, *dated) if dated is not None else None


def _place(reading: Reading, first: int, after: int) -> dict[str, Any]:
    start, end = reading.starts[first], reading.ends[after - 1]
    return {
        "text": reading.text[start:end],
        "start_char": reading.offset + start,
        "end_char": reading.offset + end,
        "sentence": reading.sentences.text_at(start, end),
    }


def _taken(reading: Reading, known: Sequence[AnyFact]) -> list[tuple[int, int]]:
    """The ends and beginnings of quantities."""
    return sorted(
        (f.end_char - reading.offset, f.start_char - reading.offset)
        for f in known
        if f.kind not in ("quote", "date", "duration")
    )


def _overlaps(taken: list[tuple[int, int]], reading: Reading, one: Found) -> bool:
    """Whether a quantity stands in an expression."""
    start, end = reading.starts[one.start], reading.ends[one.end - 1]
    row = bisect_right(taken, (start, len(reading.text)))
    return row < len(taken) and taken[row][1] < end


def _triggers(reading: Reading) -> set[int]:
    """Tokens without which no expression is."""
    starts = reading.starts
    triggers = {bisect_right(starts, offset) - 1 for offset in separated(reading.text)}
    for name, rows in reading.rows.items():
        if name in TRIGGERS:
            triggers.update(reading.matches[row][0] for row in rows)
    return triggers


def _spots(triggers: set[int], chart: Chart) -> Iterator[int]:
    """Tokens at which an expression may begin, near a trigger."""
    seen = 0
    for trigger in sorted(triggers):
        yield from beginnings(chart, max(seen, trigger - _REACH), trigger + 1)
        seen = trigger + 1
