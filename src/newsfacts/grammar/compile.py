"""From productions as written to a grammar: names resolved, all that can be wrong said with file and line."""

import difflib
import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from newsfacts.grammar.first import first_of, openings
from newsfacts.grammar.notation import NotationError, Step, Written, read_production
from newsfacts.grammar.order import NEVER, Rules, error, ordered, refuse_lost, refuse_twin
from newsfacts.grammar.readers import ender_of, reader_of
from newsfacts.grammar.types import (
    Compiled,
    First,
    Grammar,
    Meaning,
    Never,
    Production,
    Source,
    Symbols,
    Terminal,
)
from newsfacts.packs.forms import folded_forms
from newsfacts.text.fold import fold
from newsfacts.text.tokens import pieces

MOST_BEFORE = 6

Value = Callable[[tuple[Any, ...], tuple[int, int]], Any]


def compile_grammar(sources: Iterable[Source], symbols: Symbols, emptied: Iterable[str] = ()) -> Grammar:
    """Check and compile productions. Raises PatternError for the first that can't be used.

    Of productions of a rule that read the same tokens the first listed gives the value, so packs are
    listed before what they are laid over. `emptied` are rules that are switched off: they read nothing.
    """
    rules: dict[str, list[tuple[Source, Written]]] = {}
    for source in sources:
        try:
            written = read_production(source.text)
        except NotationError as wrong:
            raise error(source, str(wrong)) from None
        refuse_twin(source, written, rules.setdefault(source.rule, []))
        rules[source.rule].append((source, written))
    for name in emptied:
        rules.setdefault(name, [])
    refuse_lost(rules)
    order = ordered(rules)
    names = {name: number for number, name in enumerate(order)}
    firsts: list[First] = []
    compiled: list[tuple[Production, ...]] = []
    for name in order:
        row = tuple(_production(source, written, names, firsts, symbols) for source, written in rules[name])
        compiled.append(row)
        first = First()
        for production in row:
            first |= production.first
        firsts.append(first)
    never = tuple(_never_of(name, names, rules) for name in order)
    return Grammar(names, tuple(compiled), never)


def _never_of(name: str, names: Mapping[str, int], rules: Rules) -> Never | None:
    before, after = f"{NEVER}{name}.before", f"{NEVER}{name}.after"
    if before not in names and after not in names:
        return None
    reach = max((_reach(written) for _, written in rules.get(before, ())), default=0)
    return Never(names.get(before), names.get(after), reach)


def _reach(written: Written) -> int:
    """How many tokens before its place a context is looked for; what may repeat or is a rule has several."""
    return sum(0 if step.look else MOST_BEFORE if step.many in ("*", "+") else 2 for step in written.steps)


def _production(
    source: Source, written: Written, names: Mapping[str, int], firsts: list[First], symbols: Symbols
) -> Production:
    steps = tuple(_compiled(source, step, names, symbols) for step in written.steps)
    kept = [step.keep for step in written.steps if step.keep]
    if len(set(kept)) < len(kept):
        twice = next(name for name in kept if kept.count(name) > 1)
        raise error(source, f"`{twice}=` stands twice: keep each thing under a name of its own")
    if all(step.look or step.kind == "glue" or step.many in ("?", "*") for step in written.steps):
        raise error(source, "may read nothing at all: make one of its symbols required")
    value = _meaning(source, written, kept, symbols)
    begins = first_of(steps, firsts, symbols), tuple(openings(steps, firsts, symbols))
    at = next((row for row, step in enumerate(steps) if not step.look), len(steps) - 1)
    led = steps[at]
    if led.rule is None or led.many or led.look:
        return Production(source, written, steps, value, *begins)
    unit = len(steps) == 1 and led.keep and not written.meaning
    rest = steps[at + 1 :]
    words, rule = _must_follow(rest)
    looks = steps[:at]
    return Production(
        source, written, steps, value, *begins, led.rule, unit, looks, led.keep, rest, words, rule
    )


def _must_follow(steps: Sequence[Compiled]) -> tuple[frozenset[str] | None, int | None]:
    """What the first of some steps can't do without: words, or a rule."""
    if not steps or steps[0].many in ("?", "*") or steps[0].look:
        return None, None
    terminal = steps[0].terminal
    if terminal is None:
        return None, steps[0].rule
    return (terminal.words, None) if terminal.kind in ("words", "literal") else (None, None)


def _compiled(source: Source, step: Step, names: Mapping[str, int], symbols: Symbols) -> Compiled:
    rest = bool(step.keep), step.many, step.look
    if step.kind == "name" and step.text in names:
        if step.look.startswith("<"):
            raise error(source, f"`{step}`: only words and predicates can be looked for behind")
        return Compiled(names[step.text], None, *rest, ways=bool(step.many))
    terminal = _terminal(source, step, names, symbols)
    read = ender_of(terminal) if step.look.startswith("<") else reader_of(terminal)
    return Compiled(None, terminal, *rest, read, bool(step.many) or terminal.kind == "glue")


def _terminal(source: Source, step: Step, names: Mapping[str, int], symbols: Symbols) -> Terminal:
    if step.kind == "glue":
        return Terminal("glue")
    if step.kind == "literal":
        return Terminal("literal", step.text, frozenset({fold(step.text)}))
    if step.kind == "word":
        words = folded_forms([step.text])
        for word in words:
            if len(pieces(word, frozenset())) != 1:
                raise error(source, f"`{step}`: `{word}` is more than one token; make it a word list")
        return Terminal("words", step.text, words)
    if step.text in symbols.lists:
        return Terminal("words", step.text, symbols.lists[step.text])
    if step.text in symbols.predicates:
        predicate = symbols.predicates[step.text]
        return Terminal("predicate", step.text, test=predicate.test, categories=predicate.categories)
    for name in (symbols.prefix + step.text, step.text):
        if name in symbols.categories:
            return Terminal("category", name)
    known = [name for name in names if not name.startswith(NEVER)]
    known += [*symbols.lists, *symbols.predicates]
    known += [category.removeprefix(symbols.prefix) for category in symbols.categories]
    close = difflib.get_close_matches(step.text, known, 1, 0.5)
    hint = f"did you mean `{close[0]}`?" if close else "name a rule, a word list or a predicate"
    raise error(source, f"unknown symbol `{step.text}`, {hint}")


def _meaning(source: Source, written: Written, kept: list[str], symbols: Symbols) -> Value:
    """What makes the value of what was kept: the function named, or the one thing kept alone."""
    if not written.meaning:
        if len(kept) > 1:
            raise error(source, f"keeps {len(kept)} values: end it with `-> name` to say what they mean")
        return _alone if kept else _nothing
    function = symbols.meanings.get(written.meaning)
    if function is None:
        close = difflib.get_close_matches(written.meaning, symbols.meanings, 1, 0.5)
        hint = f"did you mean `{close[0]}`?" if close else f"known: {', '.join(sorted(symbols.meanings))}"
        raise error(source, f"unknown meaning `{written.meaning}`, {hint}")
    parameters = inspect.signature(function).parameters
    for name in kept:
        if name not in parameters:
            takes = ", ".join(parameters)
            raise error(source, f"`{name}=` is nothing that `{written.meaning}` takes: {takes}")
    for name, parameter in parameters.items():
        if name not in kept and name != "span" and parameter.default is inspect.Parameter.empty:
            raise error(source, f"`{written.meaning}` wants `{name}=`: keep something under that name")
    return _caller(function, kept, parameters)


def _caller(function: Meaning, kept: list[str], parameters: Mapping[str, inspect.Parameter]) -> Value:
    """The function as one of the row of kept values and the span."""
    if list(parameters) == kept:
        return lambda values, _: function(*values)
    places = [kept.index(name) if name in kept else None for name in parameters]
    defaults = [parameter.default for parameter in parameters.values()]
    span_at = list(parameters).index("span") if "span" in parameters else None

    def call(values: tuple[Any, ...], span: tuple[int, int]) -> Any:
        row = [d if place is None else values[place] for place, d in zip(places, defaults, strict=True)]
        if span_at is not None:
            row[span_at] = span
        return function(*row)

    return call


def _alone(values: tuple[Any, ...], span: tuple[int, int]) -> Any:
    return values[0]


def _nothing(values: tuple[Any, ...], span: tuple[int, int]) -> Any:
    return True
