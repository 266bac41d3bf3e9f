"""Runs the examples that stand beside rules of mentions: each must be read by the rule it stands beside."""

from collections.abc import Callable, Iterator

from newsfacts.grammar.types import Production
from newsfacts.lexicon.lexicon import Reading
from newsfacts.packs.read import PatternError
from newsfacts.quotes.mention import READ
from newsfacts.quotes.mentions import mentions_of
from newsfacts.quotes.quotes import QuoteExtractor


def mention_faults(quotes: QuoteExtractor, read: Callable[[str], Reading]) -> Iterator[PatternError]:
    """The examples that fail, each with file and line; `read` makes a Reading of a text."""
    for production in quotes.mentions.productions:
        if production.written.example and (wrong := _fault(quotes, production, read)):
            source = production.source
            yield PatternError(source.origin, source.line, f"{source.key}.{source.rule}", wrong)


def _fault(quotes: QuoteExtractor, production: Production, read: Callable[[str], Reading]) -> str | None:
    """What is wrong with the example of a production; None where it reads what is marked in it, or all."""
    before, opened, rest = production.written.example.partition("[")
    inside, _, after = rest.partition("]")
    marked = inside if opened else before
    reading = read(before + inside + after)
    reading.notes = []
    mentions_of(quotes.page(reading))
    notes = [note for note in reading.notes if note.kind == READ]
    source = production.source
    found = [reading.span(note.start, note.end) for note in notes if note.origin == source.place]
    if marked in found:
        return None
    if found:
        return f"`{marked}` is not what it reads in its example: {', '.join(f'`{text}`' for text in found)}"
    others = {note.origin for note in notes if reading.span(note.start, note.end) == marked}
    return f"its example is read by {', '.join(sorted(others))}" if others else "does not read its example"
