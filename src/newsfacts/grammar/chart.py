"""Reads one text by a grammar, each rule at most once at each token.

A rule read at a token gives all the places where it may end, each with the value of the first production
that ends there. Rules can't use themselves and nothing is repeated more than 16 times, so the work at a
token is bounded and the whole is linear in the text.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from newsfacts.grammar.index import Group, Index, Kind, Rows
from newsfacts.grammar.types import Compiled, Grammar, Never, Production
from newsfacts.lexicon.lexicon import Match, Reading

MOST_REPEATS = 16


class Parse(NamedTuple):
    """A rule read: its value, and the production that made it."""

    value: Any
    production: Production


Ends = dict[int, Parse]
States = dict[int, tuple[Any, ...]]
_NONE: Ends = {}
_NOWHERE: States = {}


def _add(found: Ends, production: Production, token: int, states: States) -> None:
    """Add the ends that a production led to, each with its value; those of productions before it stay."""
    for end, values in states.items():
        if end > token and end not in found:
            value = production.value(values, (token, end))
            if value is not None:
                found[end] = Parse(value, production)


class Chart:
    """What is known of one reading; rules are looked up by name, tokens by number."""

    def __init__(
        self, grammar: Grammar, reading: Reading, index: Index | None = None, kind: str = ""
    ) -> None:
        """Nothing is read yet; `index` is kept by who reads many texts by one grammar.

        `kind` is what is read, for the notes on what contexts drop.
        """
        self.grammar, self.reading, self._what = grammar, reading, kind
        self.index = index or Index(grammar.productions)
        self._rules = len(grammar.productions)
        self._memo: dict[int, Ends] = {}
        self._live: dict[int, Rows] = {}
        self._kinds: dict[int, Kind] = {}
        self.matches: dict[int, list[Match]] = {}
        for match in reading.matches:
            self.matches.setdefault(match[0], []).append(match)

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
        groups = (self._live.get(token) or self._live_at(token))[rule]
        if not groups:
            return _NONE
        place = token * self._rules + rule
        found = self._memo.get(place)
        if found is None:
            found = self._memo[place] = self._read(rule, groups, token)
        return found

    # -- reading ------------------------------------------------------------------------------

    def _live_at(self, token: int) -> Rows:
        """By rule, the productions that may begin at a token."""
        kind = self._kind_at(token)
        rows = kind.rows if kind.usual else self.index.pair(kind, self._kind_at(token + 1))
        self._live[token] = rows
        return rows

    def _kind_at(self, token: int) -> Kind:
        kind = self._kinds.get(token)
        if kind is None:
            kind = self._kinds[token] = self.index.at(self.reading, token, self.matches.get(token, ()))
        return kind

    def _read(self, rule: int, groups: Sequence[Group], token: int) -> Ends:
        found: Ends = {}
        for group in groups:
            if group.lead is None:
                for production in group.productions:
                    if states := self._run(production.steps, token):
                        _add(found, production, token, states)
                continue
            led = self.ends(group.lead, token)
            if led:
                self._go_on(group, token, led, found)
        never = self.grammar.never[rule]
        return found if never is None or not found else self._allowed(never, token, found)

    def _go_on(self, group: Group, token: int, led: Ends, found: Ends) -> None:
        """Add what productions read that begin with the same rule, from the ends of that."""
        productions = group.productions
        if len(led) == 1:
            (end,) = led
            productions = self.index.following(group, self._kinds.get(end) or self._kind_at(end))
        for production in productions:
            if production.unit:
                for end, parse in led.items():
                    if end not in found:
                        found[end] = Parse(parse.value, production)
            elif states := self._led(production, token, led):
                _add(found, production, token, states)

    def _led(self, production: Production, token: int, led: Ends) -> States:
        """Where a production leads from the ends of the rule that it begins with."""
        words, rule = production.next_words, production.next_rule
        if words is not None:
            if not any(self.reading.norm(end) in words for end in led):
                return _NOWHERE
        elif rule is not None and not any((self._live.get(e) or self._live_at(e))[rule] for e in led):
            return _NOWHERE
        for look in production.looks:
            if not self._looks(look, token):
                return _NOWHERE
        kept = production.lead_kept
        if len(led) == 1:
            ((end, parse),) = led.items()
            return self._run(production.rest, end, (parse.value,) if kept else ())
        states: States = {end: (parse.value,) if kept else () for end, parse in led.items()}
        return self._branch(production.rest, states)

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
            self.reading.note(token, end, self._what, str(context.production.written), source.place)
        return _NONE

    def _run(self, steps: Sequence[Compiled], at: int, values: tuple[Any, ...] = ()) -> States:
        """Where the steps lead from a token. As long as there is one way only, no table of ways is kept."""
        for row, step in enumerate(steps):
            if step.look:
                if not self._looks(step, at):
                    return _NOWHERE
                continue
            if step.ways:
                return self._branch(steps[row:], {at: values})
            if step.read is not None:
                hit = step.read(self.reading, at)
                if hit is None:
                    return _NOWHERE
                at, value = hit
            else:
                ends = self._ends_of(step, at)
                if not ends:
                    return _NOWHERE
                if len(ends) > 1:
                    reached = {e: (*values, p.value) if step.keep else values for e, p in ends.items()}
                    return self._branch(steps[row + 1 :], reached)
                ((at, parse),) = ends.items()
                value = parse.value
            if step.keep:
                values = (*values, value)
        return {at: values}

    def _branch(self, steps: Sequence[Compiled], states: States) -> States:
        for step in steps:
            states = self.step(step, states)
            if not states:
                break
        return states

    def step(self, step: Compiled, states: States) -> States:
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

    def _ends_of(self, step: Compiled, at: int) -> Ends:
        assert step.rule is not None
        return self.ends(step.rule, at)

    def _once(self, step: Compiled, at: int) -> Sequence[tuple[int, Any]]:
        if step.read is None:
            return [(end, parse.value) for end, parse in self._ends_of(step, at).items()]
        hit = step.read(self.reading, at)
        return () if hit is None else (hit,)

    def _looks(self, step: Compiled, at: int) -> bool:
        if step.read is None:
            there = bool(self._ends_of(step, at))
        else:
            there = step.read(self.reading, at) is not None
        return there is not step.look.endswith("!")
