"""The rules of `measures.yaml`: constructions in which a quantity stands, found over the items of a sentence.

They are written and checked as all productions are. Items are few and known by their roles alone, so that a
production becomes a regular expression over one letter an item.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple

from newsfacts.grammar import Grammar, Source, Symbols, compile_grammar
from newsfacts.grammar.sources import RuleFile, sources
from newsfacts.grammar.types import Compiled, Production

_BEFORE, _AFTER = 14, 5
"""So many items before and after a quantity are looked at."""
_SINGLE = (
    *("in", "from", "with", "by", "for", "versus", "prep", "comma", "open", "close", "colon", "dash"),
    *("and", "break", "relative", "size", "dimension", "end", "number", "joint", "per", "unit", "thereof"),
    *("name", "risen", "more", "rise", "rate", "copula"),
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
    for kind, mover, sayer in product(("verb", "level", "show"), ("", "mover"), ("", "sayer")):
        yield frozenset({"verb", kind, mover, sayer} - {""})


LETTERS: Mapping[frozenset[str], str] = {roles: chr(0xE000 + i) for i, roles in enumerate(_role_sets())}
"""A letter for each set of roles."""

ROLES = frozenset(role for roles in LETTERS for role in roles)


class Found(NamedTuple):
    """A construction: the quantity, and the items that say what it is about, all by number.

    `noun` heads a noun phrase, `verb` says how, `other` is a quantity before.
    """

    how: str
    q: int
    noun: int | None = None
    verb: int | None = None
    other: int | None = None


def _beside(q: int, n: int) -> Found:
    return Found("beside", q, noun=n)


def _moved(q: int, v: int, n: int | None = None) -> Found:
    return Found("moved", q, noun=n, verb=v)


def _level(q: int, v: int | None = None) -> Found:
    return Found("level", q, verb=v)


def _said(q: int, v: int) -> Found:
    return Found("said", q, verb=v)


def _same(q: int, p: int) -> Found:
    return Found("same", q, other=p)


def _again(q: int, p: int) -> Found:
    return Found("again", q, other=p)


def _anew(q: int, p: int, n: int) -> Found:
    return Found("anew", q, noun=n, other=p)


def _likewise(q: int, p: int, n: int) -> Found:
    return Found("likewise", q, noun=n, other=p)


def _foreseen(q: int, p: int, n: int) -> Found:
    return Found("foreseen", q, noun=n, other=p)


def _valued(q: int, v: int, n: int) -> Found:
    return Found("valued", q, noun=n, verb=v)


def _led(q: int, n: int) -> Found:
    return Found("led", q, noun=n)


def _carried(q: int) -> Found:
    return Found("carried", q)


def _price(q: int) -> Found:
    return Found("price", q)


def _part(q: int) -> Found:
    return Found("part", q)


def _gapped(q: int) -> Found:
    return Found("gapped", q)


def _sized(q: int, n: int) -> Found:
    return Found("sized", q, noun=n)


def _share_alone(q: int) -> Found:
    return Found("share_alone", q)


def _stock(q: int) -> Found:
    return Found("stock", q)


def _share(q: int, n: int) -> Found:
    return Found("share", q, noun=n)


def _after(q: int, n: int) -> Found:
    return Found("after", q, noun=n)


MEANINGS: Mapping[str, Any] = {
    "beside": _beside,
    "moved": _moved,
    "level": _level,
    "said": _said,
    "same": _same,
    "again": _again,
    "led": _led,
    "likewise": _likewise,
    "foreseen": _foreseen,
    "valued": _valued,
    "anew": _anew,
    "carried": _carried,
    "price": _price,
    "stock": _stock,
    "part": _part,
    "gapped": _gapped,
    "sized": _sized,
    "share_alone": _share_alone,
    "share": _share,
    "after": _after,
}


class Rule(NamedTuple):
    """A production as a regular expression over letters; `kept` are its groups, in order."""

    production: Production
    find: re.Pattern[str]
    kept: tuple[str, ...]


class Rules(NamedTuple):
    """All productions that say what a quantity is about, those listed first before others."""

    rules: tuple[Rule, ...]

    def constructions(self, letters: str, q: int) -> Iterator[tuple[Source, list[Found]]]:
        """The productions that fit a quantity, each with all that it finds, the nearest first."""
        first = max(0, q - _BEFORE)
        window = letters[first:q] + ASKED + letters[q : q + 1 + _AFTER]
        for rule in self.rules:
            found: list[Found] = []
            match = rule.find.search(window)
            while match is not None:
                values = [_item(match, name, first, q) for name in rule.kept]
                found.append(rule.production.value(tuple(values), (0, 0)))
                match = rule.find.search(window, match.start() + 1)
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
            kept = tuple(step.keep for step in production.written.steps if step.keep)
            if production.written.meaning:
                rules.append(Rule(production, re.compile(_pattern(production, grammar, top=True)), kept))
    return Rules(tuple(rules))


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
        inner = "[" + "".join(c for roles, c in LETTERS.items() if step.terminal.name in roles) + "]"
    if name == "q":
        return f"{ASKED}(?P<q>{inner})"
    if step.look:
        return {"<": "(?<={})", "<!": "(?<!{})", ">": "(?={})", ">!": "(?!{})"}[step.look].format(inner)
    many = {"*": "{0,16}", "+": "{1,16}"}.get(step.many, step.many)
    return f"(?P<{name}>{inner}){many}" if name else inner + many
