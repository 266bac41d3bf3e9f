"""What productions may begin with, and what may stand after it: worked out once, when they are compiled."""

from collections.abc import Iterator, Sequence

from newsfacts.grammar.types import Compiled, First, Opening, Size, Symbols, Terminal


def first_of(steps: Sequence[Compiled], firsts: Sequence[First], symbols: Symbols) -> First:
    """What some steps may begin with: the first symbol that reads, and what may be missing before."""
    found = First()
    for step in steps:
        if not _reads(step):
            continue
        found |= _first_of_step(step, firsts, symbols)
        if step.many not in ("?", "*"):
            return found
    return found


def openings(steps: Sequence[Compiled], firsts: Sequence[First], symbols: Symbols) -> Iterator[Opening]:
    """Each symbol that a production may begin with, with what may stand after it."""
    for row, step in enumerate(steps):
        if not _reads(step):
            continue
        rest = steps[row + 1 :]
        after = first_of(rest, firsts, symbols)
        if step.many in ("*", "+"):
            after |= _first_of_step(step, firsts, symbols)
        ends = all(not _reads(later) or later.many in ("?", "*") for later in rest)
        first, size = _first_of_step(step, firsts, symbols), _size(step.terminal, symbols)
        yield Opening(step.rule, first, size, after, ends, _longer(step.terminal, symbols))
        if step.many not in ("?", "*"):
            return


def _reads(step: Compiled) -> bool:
    return not step.look and (step.terminal is None or step.terminal.kind != "glue")


def _size(terminal: Terminal | None, symbols: Symbols) -> Size:
    """How much a terminal reads: one token, a form of the lexicon, or any number of tokens."""
    if terminal is None or terminal.kind == "glue":
        return "any"
    if terminal.kind == "predicate":
        return symbols.predicates[terminal.name].size
    if terminal.kind == "category":
        return "any" if terminal.name in symbols.beside else "form"
    return "one"


def _longer(terminal: Terminal | None, symbols: Symbols) -> frozenset[str] | None:
    """The categories that a predicate goes on with after a digit."""
    return symbols.predicates[terminal.name].longer if terminal and terminal.kind == "predicate" else None


def _first_of_step(step: Compiled, firsts: Sequence[First], symbols: Symbols) -> First:
    if step.rule is not None:
        return firsts[step.rule]
    terminal = step.terminal
    assert terminal is not None
    if terminal.kind == "category":
        beside = terminal.name in symbols.beside
        return First(any=True) if beside else First(categories=frozenset({terminal.name}))
    if terminal.kind in ("words", "literal"):
        return First(words=terminal.words)
    predicate = symbols.predicates[terminal.name]
    kinds = ("digit", "joined", "lettered", "numeric", "capital", "mixed", "any")
    return First(predicate.categories, frozenset(), *(predicate.first == kind for kind in kinds))
