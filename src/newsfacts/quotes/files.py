"""The templates in files under `quotes/`, with their lines, and what is refused in them."""

import difflib
from collections.abc import Collection, Iterator

from newsfacts.grammar.sources import RuleFile
from newsfacts.packs.check import Checked, Patterns
from newsfacts.packs.quote_schema import QuotesFile
from newsfacts.packs.read import PatternError
from newsfacts.quotes.parts import PARTS
from newsfacts.quotes.quote_words import Words
from newsfacts.quotes.quotes import QuoteExtractor
from newsfacts.quotes.template_checks import CUES
from newsfacts.quotes.templates import Templates, all_templates, compile_templates


def quote_extractor(patterns: Patterns) -> QuoteExtractor:
    """What finds quotes by the words and templates of all files in use. Raises PatternError."""
    words = Words([patterns.merged(QuotesFile)])
    return QuoteExtractor(words, quote_templates(patterns, words))


def quote_templates(patterns: Patterns, words: Words) -> Templates:
    """The templates of all files in use. Raises PatternError for the first that can't be used."""
    for checked, content in _files(patterns):
        for name in content.words:
            if name in PARTS or name in CUES:
                raise _error(checked, name, "a part is called so too: choose another name")
    templates = compile_templates(quote_rules(patterns), words)
    used = {step.text for template in all_templates(templates) for step in template.written.steps}
    for checked, content in _files(patterns):
        for name in content.words:
            if name not in used:
                raise _error(checked, name, _unused(used & words.lists.keys(), name))
    return templates


def quote_rules(patterns: Patterns) -> list[RuleFile]:
    """The templates of all files in use, in order."""
    return [
        RuleFile(content.rules, content.off, checked.file.origin, checked.parsed)
        for checked, content in _files(patterns)
    ]


def _files(patterns: Patterns) -> Iterator[tuple[Checked, QuotesFile]]:
    for checked in patterns.checked:
        if isinstance(checked.content, QuotesFile):
            yield checked, checked.content


def _error(checked: Checked, name: str, message: str) -> PatternError:
    line = checked.parsed.lines.get(("words", name))
    return PatternError(checked.file.origin, line, f"words.{name}", message)


def _unused(used: Collection[str], name: str) -> str:
    close = difflib.get_close_matches(name, used, 1, 0.5)
    return "no template uses it, " + (f"did you mean `{close[0]}`?" if close else "name it in one")
