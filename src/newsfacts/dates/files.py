"""The rules in files under `dates/`, with their lines."""

from newsfacts.dates.vocabulary import symbols_of
from newsfacts.grammar.compile import compile_grammar
from newsfacts.grammar.sources import RuleFile, sources
from newsfacts.grammar.types import Grammar
from newsfacts.packs.check import Patterns
from newsfacts.packs.date_schema import DatesFile


def date_grammar(patterns: Patterns) -> Grammar:
    """The grammar of dates of all files in use. Raises PatternError for the first rule that can't be used."""
    return compile_grammar(sources(date_rules(patterns)), symbols_of(patterns.merged(DatesFile)))


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
        for checked in patterns.checked
        if isinstance(content := checked.content, DatesFile)
    ]
