"""Productions out of pattern files: those of later packs first, those switched off left out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newsfacts.grammar.notation import NotationError, read_production
from newsfacts.grammar.order import NEVER
from newsfacts.grammar.types import Source
from newsfacts.packs.read import Parsed


class RuleFile(NamedTuple):
    """What a pattern file says of rules: productions by the name of their rule, and what it switches off.

    `never` holds, by the name of a rule and `before` or `after`, what must not stand there. `key` is the one
    that the rules stand under.
    """

    rules: Mapping[str, Sequence[str]]
    off: Sequence[str]
    origin: str
    parsed: Parsed
    never: Mapping[str, Mapping[str, Sequence[str]]] = {}
    key: str = "rules"

    def written(self) -> Iterator[tuple[str, str, int | None]]:
        """Rule, text and line of each production; contexts are productions of rules of their own."""
        lines = self.parsed.lines
        for rule, texts in self.rules.items():
            for i, text in enumerate(texts):
                yield rule, text, lines.get((self.key, rule, i))
        for rule, sides in self.never.items():
            for side, texts in sides.items():
                for i, text in enumerate(texts):
                    yield f"{NEVER}{rule}.{side}", text, lines.get(("never", rule, side, i))


def sources(files: Sequence[RuleFile]) -> list[Source]:
    """The productions of all files in use, `files` in the order in which they lie over each other.

    A file switches off those below it: a rule by its name, a production by its text without the example.
    """
    found: list[Source] = []
    off: set[str] = set()
    for file in reversed(files):
        for rule, text, line in file.written():
            if rule not in off and off.isdisjoint(_plain([text])):
                found.append(Source(rule, text, file.origin, line, file.key))
        off.update(_plain(file.off))
    return found


def emptied(files: Sequence[RuleFile], found: Iterable[Source]) -> set[str]:
    """The rules of which nothing is left."""
    return {rule for file in files for rule, _, _ in file.written()} - {source.rule for source in found}


def _plain(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        try:
            yield str(read_production(text))
        except NotationError:
            yield text  # said where it is compiled
