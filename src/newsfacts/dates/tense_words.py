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
    lasting: Callable[[str], Any]
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
    ended: frozenset[str]
    ending: frozenset[str]
    ended_which: frozenset[str]
    delivered: frozenset[str]
    delivery: frozenset[str]
    delivery_before: frozenset[str]
    since: frozenset[str]
    backdated: frozenset[str]
    aside: frozenset[str]
    the: frozenset[str]
    of: frozenset[str]
    day_part: frozenset[str]
    meant_for: frozenset[str]
    when: frozenset[str]
    following: frozenset[str]
    preceding_it: frozenset[str]
    joint: frozenset[str]
    against: frozenset[str]
    versus: frozenset[str]
    between: frozenset[str]
    abbreviations: frozenset[str]


_CALLED = {"joint": "and", "between": "verb_between", "abbreviations": "abbreviation"}
"""The lists of the files that go by another name here."""


def tense_words(patterns: DatesFile) -> TenseWords:
    """The words of the pattern files: shapes of words, and lists of them."""
    shapes = patterns.patterns
    found: dict[str, Any] = {}
    for name in TenseWords._fields:
        shaped = name in type(shapes).model_fields
        words = any_of(getattr(shapes, name)) if shaped else words_of(patterns, _CALLED.get(name, name))
        found[name] = words
    return TenseWords(**found)
