"""The rules in files under `dates/`, with their lines, and what is refused in them."""

import difflib
from collections.abc import Collection, Iterator

from newsfacts.dates.vocabulary import symbols_of
from newsfacts.grammar.compile import compile_grammar
from newsfacts.grammar.sources import RuleFile, emptied, sources
from newsfacts.grammar.types import Grammar, Symbols
from newsfacts.packs.check import Checked, Patterns
from newsfacts.packs.date_schema import DatesFile
from newsfacts.packs.read import PatternError

# The lists that the program asks for by name, besides those that rules name.
_ASKED = frozenset(
    {
        "abbreviation",
        "ahead",
        "aside",
        "against",
        "following",
        "preceding_it",
        "meant_for",
        "versus",
        "ended",
        "ending",
        "ended_which",
        "backdated",
        "delivered",
        "delivery",
        "delivery_before",
        "when",
        "between",
        "clause_end",
        "day_part",
        "deadline",
        "beginning",
        "event",
        "event_noun",
        "exact_one",
        "one_before",
        "reported_over",
        "reported_the",
    }
    | {"from", "have", "no_name", "no_noun", "not_past", "of", "old_year_before", "particle", "the"}
    | {"exact_one", "since", "verb_between", "wish"}
)


def date_grammar(patterns: Patterns) -> Grammar:
    """The grammar of dates of all files in use. Raises PatternError for the first rule that can't be used."""
    symbols = symbols_of(patterns.merged(DatesFile))
    files = date_rules(patterns)
    found = sources(files)
    grammar = compile_grammar(found, symbols, emptied(files, found))
    for checked, content in _files(patterns):
        _check_words(checked, content, grammar, symbols)
    return grammar


def date_rules(patterns: Patterns) -> list[RuleFile]:
    """The rules and contexts of all files in use, in order."""
    return [
        RuleFile(
            content.rules,
            content.off,
            checked.file.origin,
            checked.parsed,
            {name: sides.model_dump() for name, sides in content.never.items()},
        )
        for checked, content in _files(patterns)
    ]


def _files(patterns: Patterns) -> Iterator[tuple[Checked, DatesFile]]:
    for checked in patterns.checked:
        if isinstance(checked.content, DatesFile):
            yield checked, checked.content


def _check_words(checked: Checked, content: DatesFile, grammar: Grammar, symbols: Symbols) -> None:
    """Refuse a list that no rule uses, and one that is called as something else is."""
    steps = (step for row in grammar.productions for production in row for step in production.written.steps)
    used = _ASKED | {step.text for step in steps if step.kind == "name"}
    for name in content.words:
        wrong = _wrong(name, used, grammar, symbols)
        if wrong:
            line = checked.parsed.lines.get(("words", name))
            raise PatternError(checked.file.origin, line, f"words.{name}", wrong)


def _wrong(name: str, used: Collection[str], grammar: Grammar, symbols: Symbols) -> str:
    """What is wrong with the name of a list; empty where nothing is."""
    if name in grammar.names or name in symbols.predicates:
        what = "rule" if name in grammar.names else "test"
        return f"a {what} is called so too: choose another name"
    if name in used:
        return ""
    close = difflib.get_close_matches(name, used, 1, 0.5)
    return "no rule uses it, " + (f"did you mean `{close[0]}`?" if close else "name it in one")
