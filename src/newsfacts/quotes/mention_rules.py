"""The orders of the parts of a mention: rules out of pattern files, checked and made ready.

The notation, the checks at load and the reading of single symbols are those of templates. A rule is read
from a token on; of its productions the first that fits counts, and those in a row that begin alike read
what they share once. Its chart is not used: what a name is hangs on the article before it, on what else
the document tells and on where the sentence ends, not on its tokens alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial, reduce
from itertools import chain, groupby
from operator import or_
from typing import Any, NamedTuple

from newsfacts.grammar.compile import compile_grammar
from newsfacts.grammar.first import first_of
from newsfacts.grammar.order import error
from newsfacts.grammar.sources import RuleFile, emptied, sources
from newsfacts.grammar.types import Compiled, First, Production, Symbols
from newsfacts.quotes.kept import check_kept
from newsfacts.quotes.mention import Naming
from newsfacts.quotes.naming_parts import MAKERS, PARTS
from newsfacts.quotes.naming_parts.part import ANY, Maker
from newsfacts.quotes.page import Hit, Sort
from newsfacts.quotes.quote_words import Words
from newsfacts.quotes.steps import Read, Step, made_step

MENTION = "mention"
"""The rule that mentions are read by."""


class Ready(NamedTuple):
    """A production ready to be read: its steps, and the function that makes its value of what it keeps."""

    production: Production
    steps: tuple[Step, ...]
    make: Maker


class Begun(NamedTuple):
    """What may stand first: these words, where that can be told, and these sorts of tokens."""

    words: frozenset[str] | None
    sorts: frozenset[Sort]

    def either(self, other: "Begun") -> "Begun":
        """What either may begin with."""
        both = None if self.words is None or other.words is None else self.words | other.words
        return Begun(both, self.sorts | other.sorts)


class Branch(NamedTuple):
    """What productions that begin alike read first, and what each goes on with.

    `words`: elsewhere it need not be tried. `ends` is the one that is read where these steps are.
    """

    words: frozenset[str] | None
    steps: tuple[Step, ...]
    then: "tuple[Branch, ...]"
    ends: Ready | None
    sorts: frozenset[Sort] = ANY


Begins = Callable[[Sequence[Compiled]], Begun]


class Mentions(NamedTuple):
    """What reads a mention, and all productions that it does that by."""

    read: Read
    productions: tuple[Production, ...]


def compile_mentions(files: Sequence[RuleFile], words: Words) -> Mentions:
    """The rules of mentions of all files. Raises PatternError for the first that can't be used."""
    found = sources(files)
    # what is being read, and where that ends, is handed to all functions besides what is kept
    makers = {name: partial(maker, None, 0) for name, maker in MAKERS.items()}
    symbols = Symbols(frozenset(PARTS), frozenset(), {}, makers, lists=words.lists)
    for source in found:
        if source.rule in symbols.categories or source.rule in symbols.lists:
            raise error(source, "a part is called so too: choose another name")
    grammar = compile_grammar(found, symbols, emptied(files, found))
    _refuse_unused(grammar.names, grammar.productions)
    rules: list[Read] = []
    firsts: list[First] = []
    for row in grammar.productions:
        rules.append(
            _rule([_ready(production, rules) for production in row], partial(_begun, firsts, symbols))
        )
        firsts.append(reduce(or_, (production.first for production in row), First()))
    read = rules[grammar.names[MENTION]] if MENTION in grammar.names else _nothing
    return Mentions(read, tuple(chain.from_iterable(grammar.productions)))


def _nothing(naming: Naming, at: int) -> Hit:
    return None


def _refuse_unused(names: Mapping[str, int], rules: Sequence[Sequence[Production]]) -> None:
    """Refuse a rule that no mention is read by."""
    used = {names.get(MENTION), *(step.rule for row in rules for p in row for step in p.steps)}
    for number, row in enumerate(rules):
        if row and number not in used:
            raise error(row[0].source, f"no rule uses it: name it in one, or write it under `{MENTION}`")


def _ready(production: Production, rules: Sequence[Read]) -> Ready:
    written = production.written
    steps = []
    for row, (step, shown) in enumerate(zip(production.steps, written.steps, strict=True)):
        terminal = step.terminal
        part = PARTS[terminal.name] if terminal and terminal.kind == "category" else None
        if step.look.startswith("<") and part is not None:
            raise error(production.source, f"`{shown}`: only words can be looked for behind")
        if shown.keep and step.rule is None:
            given = int if part is None else part.gives
            check_kept(production, row, int if step.many in ("*", "+") else given, MAKERS)
        read = rules[step.rule] if step.rule is not None else part.read if part else None
        if part and part.gives is None and step.look == ">":
            steps.append(Step(part.read))  # it reads nothing by itself
        else:
            steps.append(made_step(step, shown.keep, read, behind=True))
    return Ready(production, tuple(steps), MAKERS.get(written.meaning, _alone))


def _alone(naming: Naming, end: int, **kept: Any) -> Any:
    """The one thing kept, or that it stands there."""
    return next(iter(kept.values()), True)


def _begun(firsts: Sequence[First], symbols: Symbols, steps: Sequence[Compiled]) -> Begun:
    """What some steps may begin with."""
    first = first_of(steps, firsts, symbols)
    needed = any(step.many not in ("?", "*") and not step.look for step in steps)
    words = first.words if needed and first == First(words=first.words) else None
    sorts = ANY
    for step in steps:
        terminal = step.terminal
        if terminal and (step.look == ">" or (not step.look and step.many not in ("?", "*"))):
            if terminal.kind == "category":
                sorts &= PARTS[terminal.name].begins
            elif step.look:
                words = terminal.words
        if not step.look:
            break
    return Begun(words, sorts)


def _rule(row: Sequence[Ready], begun: Begins) -> Read:
    """Reads the first production that fits; what may begin at a sort of token is looked up once."""
    branches = _branches(row, 0, begun)
    words = frozenset().union(*(branch.words or () for branch in branches))
    live: dict[tuple[str, str], tuple[Branch, ...]] = {}

    def read(naming: Naming, at: int) -> Hit:
        norm = naming.page.norm(at)
        key = norm if norm in words else "", naming.page.sort(at)
        able = live.get(key)
        if able is None:
            able = live[key] = tuple(_live(branches, *key))
        return _read(able, {}, naming, at, at) if able else None

    return read


def _live(branches: Iterable[Branch], word: str, sort: str) -> Iterator[Branch]:
    """The branches that may begin with a word, or with any other of that sort."""
    for branch in branches:
        if sort in branch.sorts and (branch.words is None or word in branch.words):
            yield branch._replace(words=None)


def _branches(row: Sequence[Ready], depth: int, begun: Begins) -> tuple[Branch, ...]:
    """Productions by what they read next; only those in a row are put together, so that their order stays."""
    found: list[Branch] = []
    for step, alike in groupby(row, lambda ready: ready.production.written.steps[depth : depth + 1]):
        several = list(alike)
        if not step:
            found.append(Branch(None, (), (), several[0]))
            continue
        words, sorts = reduce(Begun.either, (begun(ready.production.steps[depth:]) for ready in several))
        steps, then = several[0].steps[depth : depth + 1], _branches(several, depth + 1, begun)
        if len(then) == 1:  # one way only
            found.append(then[0]._replace(words=words, steps=(*steps, *then[0].steps), sorts=sorts))
        else:
            found.append(Branch(words, steps, then, None, sorts))
    return tuple(found)


def _read(branches: Sequence[Branch], kept: Mapping[str, Any], naming: Naming, start: int, at: int) -> Hit:
    """Where the first production that fits ends, and its value; read up to a token from a start on."""
    norm = naming.page.norm(at)
    for words, steps, then, ends, _ in branches:
        if words is not None and norm not in words:
            continue
        place, values = at, kept
        for read, keep, _ in steps:
            hit = read(naming, place)
            if hit is None:
                break
            place = hit[0]
            if keep:
                values = {**values, keep: hit[1]}
        else:
            if ends is None:
                found = _read(then, values, naming, start, place)
                if found is not None:
                    return found
                continue
            value = ends.make(naming, place, **values)
            if value is not None:
                naming.note(start, place, value, ends.production)
                return place, value
    return None
