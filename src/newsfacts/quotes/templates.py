"""The orders of the parts of a quote: templates out of pattern files, checked and made ready.

The notation and what is refused at load are those of the grammar. Its chart is not used: it reads from a
token on to the right, each rule once at each token, whereas parts of quotes are stretches that end where
the next part says so, hang on what was read of the sentence before, and stand on both sides of a cue. So
a template is read outwards from its cue: what stands before it backwards, then what stands behind it.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations, product
from typing import NamedTuple

from newsfacts.grammar.compile import compile_grammar
from newsfacts.grammar.notation import Written
from newsfacts.grammar.order import error
from newsfacts.grammar.sources import RuleFile, sources
from newsfacts.grammar.types import Compiled, Production, Source, Symbols
from newsfacts.packs.quote_schema import EVERY_FRAME
from newsfacts.quotes.gates import Gates, gates_of
from newsfacts.quotes.parts import PARTS
from newsfacts.quotes.quote_words import Words
from newsfacts.quotes.scene import AHEAD
from newsfacts.quotes.steps import Read, Step, made_step
from newsfacts.quotes.template_checks import CUES, checked_parts, origin
from newsfacts.quotes.told import TELLERS, Teller


class Template(NamedTuple):
    """A template ready to be read; `kept` is the name under which it keeps the marks it is read from.

    Its steps are read in this order: those before the cue, the nearest first, those behind it, and those
    that hang on what was said. `ahead` is what may come first after its verb; `marked`: it asks for words in
    marks before it.
    """

    source: Source
    written: Written
    cue: str
    before: tuple[Step, ...]
    behind: tuple[Step, ...]
    late: tuple[Step, ...]
    tell: Teller
    kept: str
    ahead: frozenset[str]
    marked: bool


OfVerb = tuple[frozenset[str], bool, str, bool]
"""The frames of a verb, whether it is a gerund, what comes first after it, whether marks stand before it."""


class Templates(NamedTuple):
    """All templates by what they are read from, in the order in which they are tried.

    `of_verb` has those of verbs by what a verb is and stands between. A text that opens none of the `gates`
    need not be read.
    """

    by_cue: Mapping[str, tuple[Template, ...]]
    of_verb: Mapping[OfVerb, tuple[Template, ...]]
    gates: Gates


def compile_templates(files: Sequence[RuleFile], words: Words) -> Templates:
    """The templates of all files. Raises PatternError for the first that can't be used."""
    found = sources(files)
    # what is being read is handed to all functions besides what is kept
    tellers = {name: partial(teller, None) for name, teller in TELLERS.items()}
    symbols = Symbols(frozenset({*PARTS, *CUES}), frozenset(), {}, tellers, lists=words.lists)
    for source in found:
        if source.rule in symbols.categories or source.rule in symbols.lists:
            raise error(source, "a part is called so too: choose another name")
    grammar = compile_grammar(found, symbols)
    place = {source: row for row, source in enumerate(found)}
    productions = sorted((p for row in grammar.productions for p in row), key=lambda p: place[p.source])
    templates = [_template(production) for production in productions]
    by_cue = {cue: tuple(t for t in templates if t.cue == cue) for cue in {*CUES, "marks"}}
    by_cue["phrase.statement"] = tuple(t for t in templates if t.cue in ("phrase", "phrase.statement"))
    of_verbs = [p for p, t in zip(productions, templates, strict=True) if t.cue.startswith("verb")]
    of_marks = [p for p, t in zip(productions, templates, strict=True) if t.cue == "marks"]
    return Templates(by_cue, _of_verb(templates), gates_of(of_marks, of_verbs, words))


def all_templates(templates: Templates) -> Iterator[Template]:
    """Each template once."""
    for cue, row in templates.by_cue.items():
        yield from (template for template in row if template.cue == cue)


def _of_verb(templates: Sequence[Template]) -> Mapping[OfVerb, tuple[Template, ...]]:
    found: dict[OfVerb, tuple[Template, ...]] = {}
    sets = (frozenset(s) for size in range(len(EVERY_FRAME) + 1) for s in combinations(EVERY_FRAME, size))
    for frames, gerund in product(sets, (False, True)):
        # a gerund closes no clause
        cues = {"verb", *(f"verb.{frame}" for frame in frames if not (gerund and frame == "last"))}
        fitting = [template for template in templates if template.cue in cues]
        for ahead in AHEAD:
            able = [template for template in fitting if ahead in template.ahead]
            found[frames, gerund, ahead, True] = tuple(able)
            found[frames, gerund, ahead, False] = tuple(t for t in able if not t.marked)
    return found


def _template(production: Production) -> Template:
    source, steps = production.source, production.steps
    at, cue = origin(production)
    parts = checked_parts(production, at, cue)
    keeps = [step.keep for step in production.written.steps]
    late = [row for row, part in parts.items() if part.late and row < at]
    made = {
        row: made_step(step, keeps[row], _part(source, step, behind=row > at), behind=row > at)
        for row, step in enumerate(steps)
        if row != at
    }
    return Template(
        source,
        production.written,
        cue,
        before=tuple(made[row] for row in range(at - 1, -1, -1) if row not in late),
        behind=tuple(made[row] for row in range(at + 1, len(steps))),
        late=tuple(made[row] for row in late),
        tell=TELLERS[production.written.meaning],
        kept=keeps[at],
        ahead=AHEAD.intersection(*(part.ahead for part in parts.values())),
        marked=any(part.marks for row, part in parts.items() if row < at),
    )


def _part(source: Source, step: Compiled, *, behind: bool) -> Read | None:
    """What reads a part behind the cue, or before it; None for words. Raises PatternError."""
    terminal = step.terminal
    if terminal is None or terminal.kind != "category":
        return None
    part = PARTS[terminal.name]
    read = part.after if behind else part.before
    if read is None:
        side, other = ("behind", "before") if behind else ("before", "behind")
        raise error(source, f"`{terminal.name}` can't stand {side} what it is read from, only {other} it")
    return read
