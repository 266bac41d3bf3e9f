"""From a document to its facts, whatever its length, with the day that its relative dates count from."""

import contextlib
import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from newsfacts.component import NewsFacts
from newsfacts.dates.datelines import head_of
from newsfacts.documents.model import Document
from newsfacts.facts import AnyFact
from newsfacts.plain_facts import dateline_in, facts_in, placed
from newsfacts.text.plain import plain_text
from newsfacts.text.windows import windows

if TYPE_CHECKING:
    from spacy.language import Language
_HEAD = 4000
_KEEP = 2_000_000
_ZONE = 1_000_000


class Reader:
    """Reads documents one after the other in bounded memory.

    spaCy keeps every distinct word it meets. The words of the first documents are kept, for most
    words of later ones are among them; what comes later is forgotten from time to time.
    """

    def __init__(self, nlp: "Language", component: "NewsFacts | None" = None) -> None:
        """`component` is the one in `nlp` if it is not given."""
        self._nlp = nlp
        self._component = component or cast(NewsFacts, nlp.get_pipe("newsfacts"))
        self._zone = contextlib.ExitStack()
        self._seen = self._since = 0

    def day(self, document: Document, reference_date: datetime.date | None) -> datetime.date | None:
        """The day that relative dates count from: this one, else the document's own, else its dateline's."""
        return reference_date or document.date or self._dateline(document.text[:_HEAD])

    def facts(self, document: Document, day: datetime.date | None) -> Iterator[AnyFact]:
        """The facts of a document, as soon as they are known, relative dates counted from this day.

        A text of more than WINDOW characters is read piece by piece, cut between paragraphs.
        """
        plain = plain_text(document.text)
        for start, end in windows(plain.text):
            for fact in self._find(plain.text[start:end], day, start):
                yield placed(fact, plain)

    def rows(
        self, document: Document, reference_date: datetime.date | None = None
    ) -> Iterator[dict[str, Any]]:
        """The rows of a document's facts, `source` and `id` filled in; relative dates as for `day`."""
        for fact in self.facts(document, self.day(document, reference_date)):
            yield {**fact.to_dict(), "source": document.source, "id": document.id}

    def _dateline(self, text: str) -> datetime.date | None:
        head = head_of(plain_text(text).text)
        return dateline_in(head, self._nlp, self._component) if head else None

    def _find(self, text: str, day: datetime.date | None = None, offset: int = 0) -> list[AnyFact]:
        self._forget()
        self._seen += len(text)
        self._since += len(text)
        return facts_in(text, day, self._nlp, self._component, offset)

    def _forget(self) -> None:
        """Drop the words met since the last time, if they are many; no Doc is alive here."""
        if self._seen < _KEEP or self._since < _ZONE:
            return
        self._zone.close()
        self._zone.enter_context(self._nlp.memory_zone())
        self._since = 0
