"""The forms of verbs of saying, made of their stems and endings, and what each of them is."""

from collections.abc import Iterable
from typing import NamedTuple

from newsfacts.packs.forms import folded_forms, joined
from newsfacts.packs.quote_schema import QuotesFile, Verb

_CLASSES = ("past", "present", "contracted", "passive_present")


class Said(NamedTuple):
    """What a form of a verb of saying is; `form` is singular, plural, gerund or infinitive."""

    frames: frozenset[str]
    form: str
    named: bool
    about: frozenset[str]
    negated: bool
    reported: bool = False
    addressed: bool = False
    within: bool = False
    acts: bool = False


def forms_of(
    file: QuotesFile, verb: Verb, endings: dict[str, dict[str, list[str]]]
) -> Iterable[tuple[list[str], Said]]:
    """All forms of a verb, by what they are."""
    about = folded_forms(verb.about)

    def said(form: str) -> Said:
        return Said(
            frozenset(verb.frames),
            form,
            verb.speaker != "any",
            about,
            verb.negated,
            verb.speaker in ("report", "within"),
            verb.addressed,
            verb.speaker == "within",
            verb.acts,
        )

    for name in _CLASSES:
        for form, tails in endings.get(name, {}).items():
            if forms := joined(getattr(verb, name), tails):
                yield forms, said(form)
    for shorts, form in ((verb.words, "singular"), (verb.plurals, "plural"), (verb.gerunds, "gerund")):
        if shorts:
            yield list(shorts), said(form)
