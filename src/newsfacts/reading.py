"""From a document to its facts, whatever its length, with the day that its relative dates count from."""

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from newsfacts.extractors.datelines import dateline
from newsfacts.facts import AnyFact
from newsfacts.inputs import Document

if TYPE_CHECKING:
    from spacy.language import Language

    from newsfacts.pipeline import NewsFacts

WINDOW = 400_000
_BREAKS = ("\n\n", "\n", ". ", " ")
_HEAD = 4000


def facts_of(
    nlp: "Language",
    document: Document,
    reference_date: datetime.date | None = None,
    component: "NewsFacts | None" = None,
) -> Iterator[AnyFact]:
    """The facts of a document, `source` and `id` filled in, as soon as they are known.

    Relative dates count from `reference_date`, else from the document's own date, else from its
    dateline. A text longer than WINDOW characters is read piece by piece, cut between paragraphs,
    so that memory is bounded. What a piece leaves behind in spaCy's vocabulary is freed after it.
    `component` is the one in `nlp` if it is not given.
    """
    finder = component or cast("NewsFacts", nlp.get_pipe("newsfacts"))

    def find(text: str, day: datetime.date | None = None) -> list[AnyFact]:
        with nlp.memory_zone():
            return finder.find(nlp.make_doc(text), day)

    day = reference_date or document.date or dateline(document.text[:_HEAD], find)
    for start, end in windows(document.text):
        for fact in find(document.text[start:end], day):
            yield _placed(fact, document, start)


def windows(text: str, size: int = WINDOW) -> Iterator[tuple[int, int]]:
    """Where to cut a text: before the last blank line of each piece, else a line, a sentence, a word.

    >>> list(windows("ab cd. ef gh", 8))
    [(0, 7), (7, 12)]
    """
    start = 0
    while len(text) - start > size:
        end = _cut(text, start, start + size)
        yield start, end
        start = end
    yield start, len(text)


def _cut(text: str, start: int, end: int) -> int:
    for mark in _BREAKS:
        at = text.rfind(mark, start + (end - start) // 2, end)
        if at >= 0:
            return at + len(mark)
    return end


def _placed(fact: AnyFact, document: Document, offset: int) -> AnyFact:
    changes: dict[str, Any] = {"source": document.source, "id": document.id}
    if offset:
        for name in ("start_char", "end_char", "mention_start", "mention_end"):
            value = getattr(fact, name, None)
            if value is not None:
                changes[name] = value + offset
    return fact.model_copy(update=changes)
