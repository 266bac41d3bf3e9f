"""What the vocabulary of quotes puts into the lexicon: phrases, verbs, roles, names of organisations."""

from collections.abc import Iterable, Sequence
from typing import Any

from newsfacts.lexicon.lexicon import Lexicon
from newsfacts.packs.forms import expand, folded_forms, without
from newsfacts.packs.quote_schema import QuotesFile
from newsfacts.quotes.quote_words import Words
from newsfacts.quotes.saying import forms_of
from newsfacts.text.sentences import SentenceWords


def register(words: Words, lexicon: Lexicon) -> None:
    """Put all phrases and verbs into the lexicon; forms that need an auxiliary give way to others."""
    starters = words.articles | words.prepositions | words.adverbs | words.openers | words.verbal | words.as_
    lexicon.sentence_words = SentenceWords(
        words.abbreviations,
        words.titles | words.shortened | words.short_names,
        starters | words.linking | words.starters,
        words.neuter,
        words.goes_on,
    )
    files, ends = words.files, _endings(words.files)
    forms = [form for file in files for verb in file.verbs for form in forms_of(file, verb, ends)]
    forms.sort(key=lambda pair: pair[1].form != "infinitive")
    off = folded_forms(form for file in files for form in file.off)

    def add(category: str, payload: Any, shorts: Iterable[str]) -> None:
        lexicon.add(category, payload, without(shorts, off))

    for shorts, said in forms:
        add("quote.verb", said, shorts)
    for file in files:
        for phrase in file.phrases:
            add("quote.phrase", phrase.names, phrase.words)
        add("quote.willing", True, file.willing)
        add("quote.noun", True, file.nouns)
        add("quote.statement", True, file.statements)
        add("quote.company", True, [*file.companies, *file.houses, *file.institutions])
        own = file.grammar
        add("quote.same", True, [*own.same, *own.latter, *own.he, *own.she])
        for role in file.roles:
            kind = "portfolio" if role.portfolio else "company" if role.company else "role"
            add("quote.role", kind, role.words)
        for name in file.organizations:
            lexicon.add("quote.organization", expand(name)[0], [name])


def _endings(files: Sequence[QuotesFile]) -> dict[str, dict[str, list[str]]]:
    """The endings of verbs by name; later files replace those of earlier ones."""
    return {name: endings.model_dump() for file in files for name, endings in file.endings.items()}
