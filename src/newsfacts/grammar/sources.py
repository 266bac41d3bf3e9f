"""Productions out of pattern files: those of later packs first, those switched off left out."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from newsfacts.grammar.notation import NotationError, read_production
from newsfacts.grammar.types import Source
from newsfacts.packs.read import Parsed


class RuleFile(NamedTuple):
    """What a pattern file says of rules: productions by the name of their rule, and what it switches off."""

    rules: Mapping[str, Sequence[str]]
    off: Sequence[str]
    origin: str
    parsed: Parsed


def sources(files: Sequence[RuleFile]) -> list[Source]:
    """The productions of all files in use, `files` in the order in which they lie over each other.

    A file switches off those below it: a rule by its name, a production by its text without the example.
    """
    found: list[Source] = []
    off: set[str] = set()
    for file in reversed(files):
        for rule, texts in file.rules.items():
            for i, text in enumerate(texts):
                if rule not in off and off.isdisjoint(_plain([text])):
                    line = file.parsed.lines.get(("rules", rule, i))
                    found.append(Source(rule, text, file.origin, line))
        off.update(_plain(file.off))
    return found


def _plain(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        try:
            yield str(read_production(text))
        except NotationError:
            yield text  # said where it is compiled
