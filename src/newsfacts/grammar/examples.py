"""Runs the examples that stand beside productions: each must be read by the production it stands beside."""

from collections.abc import Callable, Iterator

from newsfacts.grammar.chart import Chart
from newsfacts.grammar.types import Grammar, Production
from newsfacts.lexicon.lexicon import Reading
from newsfacts.packs.read import PatternError


def example_faults(grammar: Grammar, read: Callable[[str], Reading]) -> Iterator[PatternError]:
    """The examples that fail, each with file and line; `read` makes a Reading of a text."""
    for rule, number in grammar.names.items():
        for production in grammar.productions[number]:
            if production.written.example and (wrong := _fault(grammar, rule, production, read)):
                source = production.source
                yield PatternError(source.origin, source.line, f"rules.{rule}", wrong)


def count_examples(grammar: Grammar) -> int:
    """How many productions have an example."""
    return sum(bool(p.written.example) for row in grammar.productions for p in row)


def _fault(grammar: Grammar, rule: str, production: Production, read: Callable[[str], Reading]) -> str | None:
    """What is wrong with the example of a production; None where it is read by it."""
    before, opened, rest = production.written.example.partition("[")
    inside, closed, after = rest.partition("]")
    if bool(opened) != bool(closed) or "[" in inside + after or "]" in before + after:
        return "its example marks nothing: put the part that the rule reads in one pair of [brackets]"
    text = before + inside + after
    marked = (len(before), len(before) + len(inside)) if opened else (0, len(text))
    reading = read(text)
    if marked[0] not in reading.starts or marked[1] not in reading.ends:
        return f"its example marks half a word: `{text[slice(*marked)]}`"
    start, end = reading.starts.index(marked[0]), reading.ends.index(marked[1]) + 1
    parses = Chart(grammar, reading).ends(grammar.names[rule], start)
    parse = parses.get(end)
    if parse is None:
        found = ", ".join(f"`{reading.span(start, other)}`" for other in parses) or "nothing"
        return f"does not read its example `{reading.span(start, end)}`; `{rule}` reads {found} there"
    if parse.production is not production:
        other = parse.production.source
        return f"its example is read by {other.origin}:{other.line} before it: choose another example"
    return None
