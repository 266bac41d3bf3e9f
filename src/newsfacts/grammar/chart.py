"""Reads one text by a grammar, each rule at most once at each token.

A rule read at a token gives all the places where it may end, each with the value of the first production
that ends there. Rules can't use themselves and nothing is repeated more than 16 times, so the work at a
token is bounded and the whole is linear in the text.
"""

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from newsfacts.grammar.index import Index, Live, Standing
from newsfacts.grammar.types import Compiled, Grammar, Never, Production, Terminal
from newsfacts.lexicon.lexicon import Groups, Reading

MOST_REPEATS = 16


class Parse(NamedTuple):
    """A rule read: its value, and the production that made it."""

    value: Any
    production: Production


class Derivation(NamedTuple):
    """How a rule was read: the production, its tokens, and what it was made of."""

    production: Production
    start: int
    end: int
    parts: tuple["Derivation", ...]


Ends = dict[int, Parse]
States = dict[int, tuple[Any, ...]]
_NONE: Ends = {}
_NOWHERE: States = {}


class Chart:
    """What is known of one reading; rules are looked up by name, tokens by number."""

    def __init__(self, grammar: Grammar, reading: Reading, index: Index | None = None) -> None:
        """Nothing is read yet; `index` is kept by who reads many texts by one grammar."""
        self.grammar, self.reading = grammar, reading
        self._index = index or Index(grammar.productions)
        self._memo: list[dict[int, Ends]] = [{} for _ in grammar.productions]
        self._live: dict[int, tuple[Live, ...]] = {}
        self._groups: dict[int, list[Groups]] = {}
        for start, _, groups in reading.matches:
            self._groups.setdefault(start, []).append(groups)

    def longest(self, rule: str, token: int) -> tuple[int, Any] | None:
        """Where the longest reading of a rule from a token ends, and its value."""
        ends = self.ends(self.grammar.names[rule], token)
        if not ends:
            return None
        end = max(ends)
        return end, ends[end].value

    def all(self, rule: str, token: int) -> Mapping[int, Any]:
        """All readings of a rule from a token: the value by the token after it."""
        return {end: parse.value for end, parse in self.ends(self.grammar.names[rule], token).items()}

    def ends(self, rule: int, token: int) -> Ends:
        """All readings of a rule, by number, from a token."""
        live = self._live.get(token) or self._live_at(token)
        productions = live[rule]
        if not productions:
            return _NONE
        memo = self._memo[rule]
        found = memo.get(token)
        if found is None:
            found = memo[token] = self._read(rule, productions, token)
        return found

    def derivation(self, rule: str, token: int, end: int) -> Derivation | None:
        """How a rule was read from a token to an end; None where it was not."""
        return self._derived(self.grammar.names[rule], token, end)

    # -- reading ------------------------------------------------------------------------------

    def _live_at(self, token: int) -> tuple[Live, ...]:
        """By rule, the productions that may begin at a token."""
        index, text = self._index, self.reading.word(token)
        groups, norm = self._groups.get(token), self.reading.norm(token)
        known = norm in index.words
        first, last = text[:1], text[-1:]
        if not text:
            live = index.nothing
        elif groups is None and not known and not (first.isdigit() or last.isdigit()):
            live = index.capital if first.isupper() else index.other
        else:
            found = (
                index.categories.intersection(*groups) if groups and len(groups) == 1 else self._all(groups)
            )
            mixed = last.isdigit() and first.isalpha()
            standing = Standing(found, norm if known else "", first.isdigit(), first.isupper(), mixed)
            live = index.live(standing)
        self._live[token] = live
        return live

    def _all(self, groups: Iterable[Groups] | None) -> frozenset[str]:
        """Of all forms at a token, the categories that productions begin with."""
        return self._index.categories.intersection(itertools.chain.from_iterable(groups or ()))

    def _read(self, rule: int, productions: Live, token: int) -> Ends:
        found: Ends = {}
        for production in productions:
            lead = production.lead
            if lead is not None:
                led = self.ends(lead, token)
                if production.unit:
                    for end, parse in led.items():
                        if end not in found:
                            found[end] = Parse(parse.value, production)
                    continue
                if not led:
                    continue
            states = self._run(production.steps, token)
            for end, values in states.items():
                if end > token and end not in found:
                    value = production.value(values, (token, end))
                    if value is not None:
                        found[end] = Parse(value, production)
        never = self.grammar.never[rule]
        return found if never is None or not found else self._allowed(never, token, found)

    def _allowed(self, never: Never, token: int, found: Ends) -> Ends:
        """The readings around which no context says that they are none."""
        if never.before is not None:
            for at in range(max(token - never.reach, 0), token):
                if parse := self.ends(never.before, at).get(token):
                    return self._dropped(found, token, parse)
        if never.after is None:
            return found
        after = never.after
        return {end: parse for end, parse in found.items() if not self._followed(after, token, end)}

    def _followed(self, context: int, token: int, end: int) -> bool:
        ends = self.ends(context, end)
        if ends:
            self._dropped((end,), token, next(iter(ends.values())))
        return bool(ends)

    def _dropped(self, ends: Iterable[int], token: int, context: Parse) -> Ends:
        """Note what a context drops."""
        source = context.production.source
        for end in ends:
            self.reading.note(token, end, "date", str(context.production.written), source.place)
        return _NONE

    def _run(self, steps: Sequence[Compiled], at: int) -> States:
        """Where the steps lead from a token. As long as there is one way only, no table of ways is kept."""
        values: tuple[Any, ...] = ()
        for row, step in enumerate(steps):
            if step.look:
                if not self._looks(step, at):
                    return _NOWHERE
                continue
            if step.many or (step.terminal is not None and step.terminal.kind == "glue"):
                return self._branch(steps[row:], {at: values})
            hits = self._once(step, at)
            if not hits:
                return _NOWHERE
            if len(hits) > 1:
                reached = {end: (*values, value) if step.keep else values for end, value in hits}
                return self._branch(steps[row + 1 :], reached)
            ((at, value),) = hits
            if step.keep:
                values = (*values, value)
        return {at: values}

    def _branch(self, steps: Sequence[Compiled], states: States) -> States:
        for step in steps:
            states = self._step(step, states)
            if not states:
                break
        return states

    def _step(self, step: Compiled, states: States) -> States:
        """Where a step leads from each place, with what was kept on the way; the first way stays."""
        if step.look or (step.terminal is not None and step.terminal.kind == "glue"):
            return {at: values for at, values in states.items() if self._looks(step, at)}
        reached: States = {}
        for at, values in states.items():
            if step.many in ("*", "+"):
                self._repeat(step, at, values, reached)
                continue
            for end, value in self._once(step, at):
                reached.setdefault(end, (*values, value) if step.keep else values)
            if step.many == "?":
                reached.setdefault(at, (*values, None) if step.keep else values)
        return reached

    def _repeat(self, step: Compiled, at: int, values: tuple[Any, ...], reached: States) -> None:
        """Add the places that one, two … of a step in a row lead to."""
        if step.many == "*":
            reached.setdefault(at, (*values, ()) if step.keep else values)
        rows: dict[int, tuple[Any, ...]] = {at: ()}
        for _ in range(MOST_REPEATS):
            following: dict[int, tuple[Any, ...]] = {}
            for place, row in rows.items():
                for end, value in self._once(step, place):
                    if end > place and end not in reached:
                        following.setdefault(end, (*row, value))
            for end, row in following.items():
                reached.setdefault(end, (*values, row) if step.keep else values)
            if not following:
                return
            rows = following

    def _once(self, step: Compiled, at: int) -> Sequence[tuple[int, Any]]:
        if step.rule is not None:
            return [(end, parse.value) for end, parse in self.ends(step.rule, at).items()]
        assert step.terminal is not None
        hit = _READERS[step.terminal.kind](self.reading, step.terminal, at)
        return () if hit is None else (hit,)

    def _looks(self, step: Compiled, at: int) -> bool:
        if step.terminal is not None and step.terminal.kind == "glue":
            return self.reading.glued(at)
        if step.look.startswith("<"):
            assert step.terminal is not None
            there = _ends_at(self.reading, step.terminal, at)
        else:
            there = bool(self._once(step, at))
        return there is not step.look.endswith("!")

    # -- explaining ---------------------------------------------------------------------------

    def _derived(self, rule: int, token: int, end: int) -> Derivation | None:
        parse = self.ends(rule, token).get(end)
        if parse is None:
            return None
        parts = self._parts(parse.production.steps, token, end) or ()
        return Derivation(parse.production, token, end, parts)

    def _parts(self, steps: Sequence[Compiled], at: int, end: int) -> tuple[Derivation, ...] | None:
        """The rules that these steps were read by, from one token to another; None where they don't fit."""
        if not steps:
            return () if at == end else None
        step, rest = steps[0], steps[1:]
        for place in self._step(step, {at: ()}):
            if place > end:
                continue
            following = self._parts(rest, place, end)
            if following is not None:
                inner = None if step.rule is None else self._derived(step.rule, at, place)
                return following if inner is None else (inner, *following)
        return None


def _category(reading: Reading, terminal: Terminal, at: int) -> tuple[int, Any] | None:
    return reading.starting(at, terminal.name)


def _words(reading: Reading, terminal: Terminal, at: int) -> tuple[int, Any] | None:
    return (at + 1, reading.word(at)) if reading.norm(at) in terminal.words else None


def _predicate(reading: Reading, terminal: Terminal, at: int) -> tuple[int, Any] | None:
    assert terminal.test is not None
    return terminal.test(reading, at)


def _glue(reading: Reading, terminal: Terminal, at: int) -> tuple[int, Any] | None:
    return (at, None) if reading.glued(at) else None


_READERS: dict[str, Callable[[Reading, Terminal, int], tuple[int, Any] | None]] = {
    "category": _category,
    "words": _words,
    "literal": _words,
    "predicate": _predicate,
    "glue": _glue,
}


def _ends_at(reading: Reading, terminal: Terminal, at: int) -> bool:
    """Whether what a terminal reads ends right before a token."""
    if terminal.kind == "category":
        return reading.ending(at, terminal.name) is not None
    hit = _READERS[terminal.kind](reading, terminal, at - 1) if at > 0 else None
    return hit is not None and hit[0] == at
