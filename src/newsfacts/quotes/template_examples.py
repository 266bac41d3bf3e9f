"""Runs the examples that stand beside templates: each must be read by the template it stands beside."""

from collections.abc import Callable, Iterator

from newsfacts.lexicon.lexicon import Reading
from newsfacts.packs.read import PatternError
from newsfacts.quotes.quotes import QuoteExtractor
from newsfacts.quotes.templates import Template, all_templates


def template_faults(quotes: QuoteExtractor, read: Callable[[str], Reading]) -> Iterator[PatternError]:
    """The examples that fail, each with file and line; `read` makes a Reading of a text."""
    for template in all_templates(quotes.templates):
        if template.written.example and (wrong := _fault(quotes, template, read)):
            source = template.source
            yield PatternError(source.origin, source.line, f"rules.{source.rule}", wrong)


def _fault(quotes: QuoteExtractor, template: Template, read: Callable[[str], Reading]) -> str | None:
    """What is wrong with the example of a template; None where a quote in it is read by it."""
    before, opened, rest = template.written.example.partition("[")
    inside, _, after = rest.partition("]")
    reading = read(before + inside + after)
    reading.notes = []
    facts = quotes.find(reading, None, ())
    read_by = {note.origin for note in reading.notes if not note.dropped and note.origin}
    if template.source.place not in read_by:
        others = ", ".join(sorted(read_by))
        return f"its example is read by {others}" if others else "does not read its example"
    if opened and inside not in [fact.text for fact in facts]:
        found = ", ".join(f"`{fact.text}`" for fact in facts)
        return f"`{inside}` is not what is said in its example: {found}"
    return None
