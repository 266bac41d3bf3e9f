"""What is found out of one quantity."""

from typing import NamedTuple

from newsfacts.meaning.phrases import Phrase, noun_in
from newsfacts.meaning.sentence import Quantity, Sentence
from newsfacts.meaning.words import Tag, Words


class Finding(NamedTuple):
    """What a quantity is about: the phrase, the measure, the movement; `verb` is where its verb stands.

    `rule` names the construction.
    """

    quantity: Quantity
    phrase: Phrase | None = None
    measure: str | None = None
    change: str | None = None
    verb: int | None = None
    rule: str = ""


def measure_of(s: Sentence, phrase: Phrase, q: Quantity, words: Words) -> str | None:
    """The measure of a phrase beside a quantity: that of its first noun that has one, or of the thing it names."""
    for chunk in phrase.chunks:
        noun = noun_in(s, chunk.start, chunk.end, q.kind, relative=q.relative)
        if noun is not None:
            return noun.measure
    head = phrase.head
    for at in range(head.start, head.end):
        hit = words.things.starting(s.norms, at, head.end)
        if hit is not None and q.kind in hit[1].kinds:  # type: ignore[attr-defined]
            return hit[1].measure  # type: ignore[attr-defined, no-any-return]
    return words.by_kind.get(q.kind)


def verb_measure(tag: Tag, kind: str) -> str | None:
    """The measure that a verb says by itself of this kind of quantity."""
    return next((says.measure for says in tag.measures if kind in says.kinds), None)
