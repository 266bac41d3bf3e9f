"""Facts of plain texts by the component of a pipeline, and their way back to the text as given."""

from datetime import date
from typing import TYPE_CHECKING, Any

from newsfacts.facts import AnyFact, QuantityFact, QuoteFact
from newsfacts.text.plain import Plain

if TYPE_CHECKING:
    from spacy.language import Language

    from newsfacts.component import NewsFacts
    from newsfacts.lexicon.lexicon import Reading


def facts_in(
    text: str, reference_date: date | str | None, nlp: "Language", component: "NewsFacts", offset: int = 0
) -> list[AnyFact]:
    """The facts of a plain text in order of place, by the component of a pipeline; `offset` as for `find`."""
    return component.find_in(reading_of(text, nlp, component, offset), reference_date)


def dateline_in(text: str, nlp: "Language", component: "NewsFacts") -> date | None:
    """The day on which a plain text says that it was written, by the component of a pipeline."""
    return component.dateline(reading_of(text, nlp, component))


def reading_of(text: str, nlp: "Language", component: "NewsFacts", offset: int = 0) -> "Reading":
    """A plain text as the component of a pipeline reads it; no Doc is made where its own tokenizer cuts."""
    if nlp.tokenizer is component.tokenizer and component.tokenizer.plain:
        return component.lexicon.read_text(text, nlp.vocab, offset)
    return component.lexicon.read(nlp.make_doc(text), text, offset)


def placed(fact: AnyFact, plain: Plain) -> AnyFact:
    """A fact found in a plain text as a fact of the text as given."""
    if plain.text is plain.given:
        return fact
    start, end = plain.span(fact.start_char, fact.end_char)
    moved: dict[str, Any] = {"start_char": start, "end_char": end, "text": plain.given[start:end]}
    if isinstance(fact, QuoteFact) and fact.mention_start is not None and fact.mention_end is not None:
        moved["mention_start"], moved["mention_end"] = plain.span(fact.mention_start, fact.mention_end)
    if isinstance(fact, QuantityFact) and fact.about_start is not None and fact.about_end is not None:
        start, end = plain.span(fact.about_start, fact.about_end)
        moved |= {"about_start": start, "about_end": end, "about": plain.given[start:end]}
    return fact.model_copy(update=moved)
