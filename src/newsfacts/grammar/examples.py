"""Runs the examples that stand beside productions: each must be read by the production it stands beside."""

from collections.abc import Callable, Iterator

from newsfacts.grammar.chart import Chart
from newsfacts.grammar.notation import marked
from newsfacts.grammar.order import NEVER, error
from newsfacts.grammar.types import Grammar, Production
from newsfacts.lexicon.lexicon import Reading
from newsfacts.packs.read import PatternError

NOTHING_MARKED = "its example marks nothing: put the part that the rule reads in one pair of [brackets]"


def example_faults(grammar: Grammar, read: Callable[[str], Reading]) -> Iterator[PatternError]:
    """The examples that fail, each with file and line; `read` makes a Reading of a text."""
    for rule, number in grammar.names.items():
        for production in grammar.productions[number]:
            if production.written.example and (wrong := _fault(grammar, rule, production, read)):
                yield error(production.source, wrong)


def count_examples(grammar: Grammar) -> int:
    """How many productions have an example."""
    return sum(bool(p.written.example) for row in grammar.productions for p in row)


def _fault(grammar: Grammar, rule: str, production: Production, read: Callable[[str], Reading]) -> str | None:
    """What is wrong with the example of a production; None where it is read by it."""
    place = marked(production.written.example)
    if place is None:
        return NOTHING_MARKED
    reading = read(place.text)
    if place.start not in reading.starts or place.end not in reading.ends:
        return f"its example marks half a word: `{place.text[place.start : place.end]}`"
    start, end = reading.starts.index(place.start), reading.ends.index(place.end) + 1
    name = grammar.names[rule]
    parses = Chart(grammar, reading).ends(name, start)
    if rule.startswith(NEVER):
        return _context_fault(
            production, Chart(grammar, reading), name, start if rule.endswith("before") else -end
        )
    parse = parses.get(end)
    if parse is None:
        found = ", ".join(f"`{reading.span(start, other)}`" for other in parses) or "nothing"
        return f"does not read its example `{reading.span(start, end)}`; `{rule}` reads {found} there"
    if parse.production is not production:
        other = parse.production.source
        return f"its example is read by {other.place} before it: choose another example"
    return None


def _context_fault(production: Production, chart: Chart, rule: int, place: int) -> str | None:
    """What is wrong with the example of a context, which stands right before or after what is marked."""
    if place < 0:
        found = list(chart.ends(rule, -place).values())
    else:
        found = [ends[place] for at in range(place) if place in (ends := chart.ends(rule, at))]
    if any(parse.production is production for parse in found):
        return None
    if not found:
        return "nothing in its example stands right there: mark what it keeps from being a fact"
    return f"its example is read by {found[0].production.source.place} before it: choose another example"
