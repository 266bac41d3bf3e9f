"""The words that tell whether a clause looks back or ahead."""

from collections.abc import Callable
from typing import Any, NamedTuple

from newsfacts.dates.shapes import any_of, words_of
from newsfacts.packs.date_schema import DatesFile


class TenseWords(NamedTuple):
    """What tells the tense, in the form in which it is asked for."""

    future: Callable[[str], Any]
    past: Callable[[str], Any]
    present: Callable[[str], Any]
    planned: Callable[[str], Any]
    scheduled: Callable[[str], Any]
    once: Callable[[str], Any]
    report: Callable[[str], Any]
    put_off: Callable[[str], Any]
    begun: Callable[[str], Any]
    foreseen: Callable[[str], Any]
    figure: Callable[[str], Any]
    forecast: Callable[[str], Any]
    publish: Callable[[str], Any]
    announce: Callable[[str], Any]
    foretell: Callable[[str], Any]
    perfect: Callable[[str], Any]
    clause_end: frozenset[str]
    particle: frozenset[str]
    wish: frozenset[str]
    plan: Callable[[str], Any]
    have: frozenset[str]
    not_past: frozenset[str]
    ahead: frozenset[str]
    deadline: frozenset[str]
    beginning: frozenset[str]
    aside: frozenset[str]
    the: frozenset[str]
    of: frozenset[str]
    day_part: frozenset[str]
    meant_for: frozenset[str]
    when: frozenset[str]
    following: frozenset[str]
    joint: frozenset[str]
    against: frozenset[str]
    versus: frozenset[str]
    between: frozenset[str]
    abbreviations: frozenset[str]


def tense_words(patterns: DatesFile) -> TenseWords:
    """The words of the pattern files."""
    shapes = patterns.patterns
    return TenseWords(
        any_of(shapes.future),
        any_of(shapes.past),
        any_of(shapes.present),
        any_of(shapes.planned),
        any_of(shapes.scheduled),
        any_of(shapes.once),
        any_of(shapes.report),
        any_of(shapes.put_off),
        any_of(shapes.begun),
        any_of(shapes.foreseen),
        any_of(shapes.figure),
        any_of(shapes.forecast),
        any_of(shapes.publish),
        any_of(shapes.announce),
        any_of(shapes.foretell),
        any_of(shapes.perfect),
        words_of(patterns, "clause_end"),
        words_of(patterns, "particle"),
        words_of(patterns, "wish"),
        any_of(shapes.plan),
        words_of(patterns, "have"),
        words_of(patterns, "not_past"),
        words_of(patterns, "ahead"),
        words_of(patterns, "deadline"),
        words_of(patterns, "beginning"),
        words_of(patterns, "aside"),
        words_of(patterns, "the"),
        words_of(patterns, "of"),
        words_of(patterns, "day_part"),
        words_of(patterns, "meant_for"),
        words_of(patterns, "when"),
        words_of(patterns, "following"),
        words_of(patterns, "and"),
        words_of(patterns, "against"),
        words_of(patterns, "versus"),
        words_of(patterns, "verb_between"),
        words_of(patterns, "abbreviation"),
    )
