"""Where it is worth looking for an expression: words without which no rule reads anything."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from newsfacts.grammar.types import Compiled, Grammar, Production

_SEPARATED = re.compile(
    r"(?:(?<![\w.,/-])|(?<=[^\W\d_]{4}\.))(?=\d+[/.-]\d|[12]\d{3}(?!\w)|[1-9][^\W\d]|[^\W\d]{1,2}'?\d|\d+['’]s"
    r"|[12]\d\d0s)"
)
_DIGITS = re.compile(r"\d+")
_LETTERS_BEFORE = 3

SEEN = frozenset(
    {"year_digits", "year_figure", "full_numeric", "pointed_numeric", "short_numeric", "short_pointed"}
    | {
        "sure_numeric",
        "numeric_month",
        "numeric_years",
        "code",
        "digit_code",
        "fiscal_figure",
        "digit_period",
    }
    | {"digit_compound", "digit_noun", "decade_code"}
)
"""Tests of digits that a cheap look over the text finds."""


def separated(text: str) -> Iterator[int]:
    """A cheap look for dates in digits, years and codes of quarters: where they may begin.

    >>> list(separated("Q3: 12 έργα, 2.025 ως 12/5"))
    [0, 13, 22]
    """
    at = 0
    for digits in _DIGITS.finditer(text):
        for offset in range(max(at, digits.start() - _LETTERS_BEFORE), digits.start() + 1):
            if _SEPARATED.match(text, offset):
                yield offset
        at = digits.end()


def other_words(grammar: Grammar, triggers: Collection[str], common: Collection[str]) -> frozenset[str]:
    """Words by which to find what can be read without a trigger: one list of each such production.

    `triggers` are categories that are looked for anyway, `common` words that stand everywhere.
    """

    def fires(step: Compiled) -> bool:
        if step.look or step.many in ("?", "*"):
            return False
        if step.rule is not None:
            return always(step.rule)
        terminal = step.terminal
        if terminal is None or terminal.name in triggers or terminal.name in SEEN:
            return True
        return terminal.kind == "predicate" and any(name in triggers for name in terminal.categories)

    @cache
    def always(rule: int) -> bool:
        return all(any(map(fires, production.steps)) for production in grammar.productions[rule])

    @cache
    def missing(rule: int) -> frozenset[str]:
        words: frozenset[str] = frozenset()
        for production in grammar.productions[rule]:
            if not any(map(fires, production.steps)):
                words |= words_of(production)
        return words

    def words_of(production: Production) -> frozenset[str]:
        needed = [step for step in production.steps if not step.look and step.many in ("", "+")]
        listed = [s.terminal.words for s in needed if s.terminal is not None and s.terminal.words]
        rare = [words for words in listed if words.isdisjoint(common) and any(map(str.isalpha, words))]
        if rare:
            return rare[-1]
        inner = [missing(step.rule) for step in needed if step.rule is not None]
        return min(inner, key=len, default=frozenset())

    return missing(grammar.names["date"]) | missing(grammar.names["length"])
