"""The templates and mentions in files under `quotes/`, with their lines, and what is refused in them."""

import difflib
from collections.abc import Callable, Collection, Iterator

from newsfacts.grammar.sources import RuleFile
from newsfacts.packs.check import Checked, Patterns
from newsfacts.packs.quote_schema import QuotesFile
from newsfacts.packs.read import PatternError
from newsfacts.quotes.mention_rules import compile_mentions
from newsfacts.quotes.naming_parts import PARTS as MENTION_PARTS
from newsfacts.quotes.parts import PARTS
from newsfacts.quotes.quote_words import Words
from newsfacts.quotes.quotes import QuoteExtractor
from newsfacts.quotes.template_checks import CUES
from newsfacts.quotes.templates import all_templates, compile_templates


def quote_extractor(patterns: Patterns) -> QuoteExtractor:
    """What finds quotes by the words, templates and mentions of all files in use.

    Raises PatternError for the first that can't be used.
    """
    words = Words([patterns.merged(QuotesFile)])
    taken = PARTS.keys() | CUES | MENTION_PARTS.keys()
    _refuse(patterns, lambda name: "a part is called so too: choose another name" if name in taken else "")
    templates = compile_templates(_rules(patterns, "rules"), words)
    mentions = compile_mentions(_rules(patterns, "mentions"), words)
    written = [template.written for template in all_templates(templates)]
    written += [production.written for production in mentions.productions]
    used = {step.text for production in written for step in production.steps}
    known = used & words.lists.keys()
    _refuse(patterns, lambda name: "" if name in used else _unused(known, name))
    return QuoteExtractor(words, templates, mentions)


def _refuse(patterns: Patterns, wrong: Callable[[str], str]) -> None:
    """Refuse the first list of words of which something is wrong."""
    for checked, content in _files(patterns):
        for name in content.words:
            if message := wrong(name):
                line = checked.parsed.lines.get(("words", name))
                raise PatternError(checked.file.origin, line, f"words.{name}", message)


def _rules(patterns: Patterns, key: str) -> list[RuleFile]:
    """The rules under a key of all files in use, in order."""
    return [
        RuleFile(getattr(content, key), content.off, checked.file.origin, checked.parsed, key=key)
        for checked, content in _files(patterns)
    ]


def _files(patterns: Patterns) -> Iterator[tuple[Checked, QuotesFile]]:
    for checked in patterns.checked:
        if isinstance(checked.content, QuotesFile):
            yield checked, checked.content


def _unused(used: Collection[str], name: str) -> str:
    close = difflib.get_close_matches(name, used, 1, 0.5)
    hint = f"did you mean `{close[0]}`?" if close else "name it in one"
    return f"neither a template nor a mention uses it, {hint}"
