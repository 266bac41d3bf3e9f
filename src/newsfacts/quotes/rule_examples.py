"""Runs the examples that stand beside templates and rules of mentions: each must be read by its own rule."""

from collections.abc import Callable, Iterable, Iterator

from newsfacts.grammar.examples import NOTHING_MARKED
from newsfacts.grammar.notation import marked
from newsfacts.grammar.order import error
from newsfacts.grammar.types import Production
from newsfacts.lexicon.lexicon import Reading
from newsfacts.packs.read import PatternError
from newsfacts.quotes.mention import READ
from newsfacts.quotes.mentions import mentions_of
from newsfacts.quotes.quotes import QuoteExtractor
from newsfacts.quotes.templates import Template, all_templates


def quote_faults(quotes: QuoteExtractor, read: Callable[[str], Reading]) -> Iterator[PatternError]:
    """The examples that fail, each with file and line; `read` makes a Reading of a text."""
    rules: list[Template | Production] = [*all_templates(quotes.templates), *quotes.mentions.productions]
    for rule in rules:
        if not rule.written.example:
            continue
        place = marked(rule.written.example)
        if place is None:
            yield error(rule.source, NOTHING_MARKED)
            continue
        reading = read(place.text)
        reading.notes = []
        of_rule = _of_template if isinstance(rule, Template) else _of_mention
        if wrong := of_rule(quotes, rule, reading, place.text[place.start : place.end]):
            yield error(rule.source, wrong)


def _of_template(quotes: QuoteExtractor, rule: Template | Production, reading: Reading, part: str) -> str:
    """What is wrong with the example of a template; nothing where a quote in it is read by it."""
    facts = quotes.find(reading, None, ())
    read_by = {note.origin for note in reading.notes or () if not note.dropped and note.origin}
    if rule.source.place not in read_by:
        return _read_by_others(read_by)
    if part != reading.text and part not in [fact.text for fact in facts]:
        return f"`{part}` is not what is said in its example: {_listed(fact.text for fact in facts)}"
    return ""


def _of_mention(quotes: QuoteExtractor, rule: Template | Production, reading: Reading, part: str) -> str:
    """What is wrong with the example of a mention; nothing where its rule reads what is marked."""
    mentions_of(quotes.page(reading))
    read = [
        (reading.span(note.start, note.end), note.origin) for note in reading.notes or () if note.kind == READ
    ]
    found = [text for text, origin in read if origin == rule.source.place]
    if part in found:
        return ""
    if found:
        return f"`{part}` is not what it reads in its example: {_listed(found)}"
    return _read_by_others({origin for text, origin in read if text == part})


def _read_by_others(places: set[str]) -> str:
    others = ", ".join(sorted(places))
    return f"its example is read by {others}" if others else "does not read its example"


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(f"`{text}`" for text in texts)
