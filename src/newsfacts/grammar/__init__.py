"""Rules as data: productions in YAML, checked at load, read by one chart.

`notation` reads a production, `compile` checks all of them and turns them into a Grammar, `chart` reads
texts by it, `predicates` holds tests of single tokens that several clients need.
"""

from newsfacts.grammar.chart import Chart
from newsfacts.grammar.compile import compile_grammar
from newsfacts.grammar.derive import Derivation, derivation
from newsfacts.grammar.types import Grammar, Predicate, Source, Symbols

__all__ = [
    "Chart",
    "Derivation",
    "Grammar",
    "Predicate",
    "Source",
    "Symbols",
    "compile_grammar",
    "derivation",
]
