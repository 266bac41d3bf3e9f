"""The rules of `measures.yaml`: constructions in which a quantity stands, found over the items of a sentence.

They are written and checked as all productions are. Items are few and known by their roles alone, so that a
production becomes a regular expression over one letter an item.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from newsfacts.grammar import Grammar, Source, Symbols, compile_grammar
from newsfacts.grammar.order import error
from newsfacts.grammar.sources import RuleFile, sources
from newsfacts.grammar.types import Compiled, Production
from newsfacts.meaning.found import MEANINGS, Found

_BEFORE, _AFTER = 14, 8
"""So many items before and after a quantity are looked at."""
_SINGLE = (
    *("in", "from", "with", "by", "for", "versus", "prep", "comma", "open", "close", "colon", "dash"),
    *("and", "break", "relative", "size", "dimension", "end", "number", "joint", "per", "unit", "thereof"),
    *("name", "risen", "more", "rise", "rate", "copula", "sum", "rest", "next"),
)
_CHANGES = ("", "rise", "rate", "more", "risen")
ASKED = "!"
"""Stands before the letter of the quantity that is asked about."""


def _role_sets() -> Iterator[frozenset[str]]:
    """All sets of roles that an item may have."""
    for role in _SINGLE:
        yield frozenset({role})
    for per, signed in product(("", "per"), ("", "signed")):
        yield frozenset({"quantity", per, signed} - {""})
    for change in _CHANGES:
        yield frozenset({"genitive", change} - {""})
        yield frozenset({"noun", change} - {""})
        yield frozenset({"noun", "nominative", change} - {""})
    yield frozenset({"name", "owner"})
    kinds = ("verb", "level", "show", "adds", "wipes")
    for kind, mover, sayer in product(kinds, ("", "mover"), ("", "sayer")):
        yield frozenset({"verb", kind, mover, sayer} - {""})


LETTERS: Mapping[frozenset[str], str] = {roles: chr(0xE000 + i) for i, roles in enumerate(_role_sets())}
"""A letter for each set of roles."""

_EDGE, _PAIR = "^", 2
"""What stands where a sentence begins or ends."""
_ANY = frozenset((*LETTERS.values(), _EDGE))

ROLES = frozenset(role for roles in LETTERS for role in roles)


class Rule(NamedTuple):
    """A production as a regular expression over letters; `kept` are its groups, in order.

    It is compiled when a quantity first stands so that it may fit: all at once took a tenth of loading.
    `before`, `letters` and `after` are what may stand right before the quantity, as it, and right after.
    """

    production: Production
    pattern: str
    kept: tuple[str, ...]
    before: frozenset[str]
    letters: frozenset[str]
    after: frozenset[str]


class Rules:
    """All productions that say what a quantity is about, those listed first before others."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        """In the order in which they are tried; those that may fit beside two letters are found once."""
        self.rules = tuple(rules)
        self._met: dict[str, tuple[tuple[Rule, re.Pattern[str]], ...]] = {}
        self._compiled = cache(re.compile)

    def _beside(self, here: str) -> tuple[tuple[Rule, re.Pattern[str]], ...]:
        """The rules that may fit a quantity, by the letters before it, of it and after it."""
        known = self._met.get(here)
        if known is None:
            before, letter, after = tuple(here)
            known = self._met[here] = tuple(
                (rule, self._compiled(rule.pattern))
                for rule in self.rules
                if before in rule.before and letter in rule.letters and after in rule.after
            )
        return known

    def constructions(self, letters: str, q: int) -> Iterator[tuple[Source, list[Found]]]:
        """The productions that fit a quantity, each with all that it finds, the nearest first."""
        first = max(0, q - _BEFORE)
        window = letters[first:q] + ASKED + letters[q : q + 1 + _AFTER]
        here = (letters[q - 1] if q else _EDGE) + letters[q : q + 2]
        for rule, find in self._beside(here if len(here) > _PAIR else here + _EDGE):
            found: list[Found] = []
            match = find.search(window)
            while match is not None:
                values = [_item(match, name, first, q) for name in rule.kept]
                found.append(rule.production.value(tuple(values), (0, 0)))
                match = find.search(window, match.start() + 1)
            if found:
                yield rule.production.source, found[::-1]


def _item(match: re.Match[str], name: str, first: int, q: int) -> int | None:
    """The item that a group begins at; those from the quantity on stand behind its mark."""
    if match[name] is None:
        return None
    at = first + match.start(name)
    return at - 1 if at > q else at


def compiled(files: Sequence[RuleFile]) -> Rules:
    """The rules of all files. Raises PatternError for the first that can't be used."""
    grammar = compile_grammar(sources(files), Symbols(ROLES, frozenset(), {}, MEANINGS))
    rules = []
    for productions in grammar.productions:
        for production in productions:
            _refuse_words(production)
            kept = tuple(step.keep for step in production.written.steps if step.keep)
            if production.written.meaning:
                pattern = _pattern(production, grammar, top=True)
                rules.append(Rule(production, pattern, kept, *_around(production, grammar)))
    return Rules(rules)


def _refuse_words(production: Production) -> None:
    """Refuse what is no item of a sentence: words are known by their roles alone here."""
    for step, shown in zip(production.steps, production.written.steps, strict=True):
        if step.terminal is not None and step.terminal.kind != "category":
            words = f"`{shown.text}` can't stand here"
            raise error(production.source, f"{words}: name roles, and list words under `words`")


def _around(
    production: Production, grammar: Grammar
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The letters that may stand right before the quantity, as it, and right after it."""
    names = [step.keep for step in production.written.steps]
    at = names.index("q")
    before = _next(production.steps[at - 1 :: -1] if at else (), grammar, back=True)
    letters = _next(production.steps[at : at + 1], grammar, back=False)
    return before, letters, _next(production.steps[at + 1 :], grammar, back=False)


def _next(steps: Sequence[Compiled], grammar: Grammar, *, back: bool) -> frozenset[str]:
    """The letters that steps may begin with, or backwards end with; any where all of them may be left out."""
    found: set[str] = set()
    for step in steps:
        if step.look:
            continue
        if step.rule is None:
            assert step.terminal is not None
            name = step.terminal.name
            found |= {letter for roles, letter in LETTERS.items() if name in roles}
        else:
            for inner in grammar.productions[step.rule]:
                found |= _next(inner.steps[::-1] if back else inner.steps, grammar, back=back)
        if step.many in ("", "+"):
            return frozenset(found)
    return _ANY


def _pattern(production: Production, grammar: Grammar, *, top: bool) -> str:
    names = [step.keep for step in production.written.steps]
    return "".join(
        _step(step, grammar, name if top else "") for step, name in zip(production.steps, names, strict=True)
    )


def _step(step: Compiled, grammar: Grammar, name: str) -> str:
    if step.rule is not None:
        inner = "|".join(_pattern(p, grammar, top=False) for p in grammar.productions[step.rule])
        inner = f"(?:{inner})"
    else:
        assert step.terminal is not None
        inner = _letters(step.terminal.name)
    if name == "q":
        return f"{ASKED}(?P<q>{inner})"
    if step.look:
        return {"<": "(?<={})", "<!": "(?<!{})", ">": "(?={})", ">!": "(?!{})"}[step.look].format(inner)
    many = {"*": "{0,16}", "+": "{1,16}"}.get(step.many, step.many)
    return f"(?P<{name}>{inner}){many}" if name else inner + many


@lru_cache(maxsize=1000)
def _letters(name: str) -> str:
    """The letters of all items that have a role; a few roles stand in hundreds of rules."""
    return "[" + "".join(c for roles, c in LETTERS.items() if name in roles) + "]"
