"""What is said of a quantity in a table that is written in lines: a heading, and rows with dashes."""

from newsfacts.meaning.asked import Asked, Said, topic_of
from newsfacts.meaning.found import Found
from newsfacts.meaning.words import Noun

_LINES, _TOKENS = 30, 600
"""So many lines, and so many tokens, lie at most between a row and its heading."""
_HEAD = 3
"""The measure of a heading begins in its first words."""


def cell(asked: Asked, one: Found) -> Said | None:
    """`Κύκλος εργασιών ανά τομέα`, and below it `Λογισμικό — 61,3 — 48,0 — +27,7%`: a row of its measure."""
    assert one.noun is not None
    topic = topic_of(asked, one.noun, one.noun + 1)
    if topic.measure is not None:
        return Said(topic)
    above = _above(asked, asked.row.items[one.noun].start)
    return None if above is None else Said(topic._replace(measure=above.measure))


def _above(asked: Asked, start: int) -> Noun | None:
    """The measure of the nearest line above that begins with one and is no row; none past a blank line."""
    s = asked.row.sentence
    end = s.first + start
    lines, at = 0, end - 1
    while at >= 0 and lines < _LINES and end - at < _TOKENS:
        stop = at
        while at >= 0 and "\n" not in s.reading.word(at):
            at -= 1
        line = range(at + 1, stop + 1)
        noun = _heading(asked, line)
        if noun is not None:
            return noun
        if at >= 0 and s.reading.word(at).count("\n") > 1:
            return None
        lines, at = lines + 1, at - 1
    return None


def _heading(asked: Asked, line: range) -> Noun | None:
    reading, words = asked.row.sentence.reading, asked.words
    norms = [reading.norm(at) for at in line]
    if any(words.tag(reading.word(at), norm).role == "dash" for at, norm in zip(line, norms, strict=True)):
        return None
    for at in range(min(_HEAD, len(norms))):
        hit = words.nouns.starting(norms, at, len(norms))
        if hit is not None:
            return hit[1] if hit[1].measure is not None else None
    return None
