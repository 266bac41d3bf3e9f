"""How something was read: the productions, one within the other."""

from collections.abc import Sequence
from typing import NamedTuple

from newsfacts.grammar.chart import Chart
from newsfacts.grammar.types import Compiled, Production


class Derivation(NamedTuple):
    """How a rule was read: the production, its tokens, and what it was made of."""

    production: Production
    start: int
    end: int
    parts: tuple["Derivation", ...]


def derivation(chart: Chart, rule: str, token: int, end: int) -> Derivation | None:
    """How a rule was read from a token to an end; None where it was not."""
    return _derived(chart, chart.grammar.names[rule], token, end)


def _derived(chart: Chart, rule: int, token: int, end: int) -> Derivation | None:
    parse = chart.ends(rule, token).get(end)
    if parse is None:
        return None
    parts = _parts(chart, parse.production.steps, token, end) or ()
    return Derivation(parse.production, token, end, parts)


def _parts(chart: Chart, steps: Sequence[Compiled], at: int, end: int) -> tuple[Derivation, ...] | None:
    """The rules that these steps were read by, from one token to another; None where they don't fit."""
    if not steps:
        return () if at == end else None
    step, rest = steps[0], steps[1:]
    for place in chart.step(step, {at: ()}):
        if place > end:
            continue
        following = _parts(chart, rest, place, end)
        if following is not None:
            inner = None if step.rule is None else _derived(chart, step.rule, at, place)
            return following if inner is None else (inner, *following)
    return None
