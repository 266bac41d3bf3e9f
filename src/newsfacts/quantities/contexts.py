"""The contexts in which a unit makes a fact, or none, matched by spaCy's Matcher."""

from collections.abc import Iterable, Sequence

from spacy.matcher import Matcher
from spacy.vocab import Vocab

from newsfacts.lexicon.lexicon import Reading
from newsfacts.packs.schema import Context, Rules

_MOST_CONTEXT = 4


class ContextRules:
    """Runs the `only_if` and `never_if` patterns of the files with spaCy's Matcher."""

    def __init__(self, vocab: Vocab) -> None:
        """No rules yet."""
        self._vocab = vocab
        self._rules: list[tuple[list[tuple[str, Matcher]], list[tuple[str, Matcher]]]] = []

    def add(self, rules: Rules) -> int:
        """Compile rules; returns their number for `allow`."""
        self._rules.append((self._compiled(rules.only_if), self._compiled(rules.never_if)))
        return len(self._rules) - 1

    def add_any(self, rules: Rules | None) -> list[int]:
        """As `add`, for rules that may be missing or empty."""
        return [self.add(rules)] if rules is not None and (rules.only_if or rules.never_if) else []

    def _compiled(self, contexts: Iterable[Context]) -> list[tuple[str, Matcher]]:
        sides: list[tuple[str, Matcher]] = []
        for side in ("before", "after"):
            patterns = [getattr(c, side) for c in contexts if getattr(c, side)]
            if patterns:
                matcher = Matcher(self._vocab)
                matcher.add(side, patterns)
                sides.append((side, matcher))
        return sides

    def allow(self, reading: Reading, start: int, end: int, numbers: Sequence[int]) -> bool:
        """Whether the tokens around `start` to `end` let a fact stand there."""
        for number in numbers:
            only_if, never_if = self._rules[number]
            if only_if and not any(_fits(reading, start, end, *rule) for rule in only_if):
                return False
            if any(_fits(reading, start, end, *rule) for rule in never_if):
                return False
        return True


def _fits(reading: Reading, start: int, end: int, side: str, matcher: Matcher) -> bool:
    if side == "before":
        window = reading.window(max(0, start - _MOST_CONTEXT), start)
        return any(stop == len(window) for _, _, stop in matcher(window)) if len(window) else False
    window = reading.window(end, end + _MOST_CONTEXT)
    return any(first == 0 for _, first, _ in matcher(window)) if len(window) else False
