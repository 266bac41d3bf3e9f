"""Which texts need not be read: most words of saying and most marks stand in no quote."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsfacts.grammar.types import Compiled, Production
from newsfacts.lexicon.lexicon import Reading, word_keys
from newsfacts.quotes.cues import Cue
from newsfacts.quotes.parts import PARTS
from newsfacts.quotes.quote_words import Words
from newsfacts.text.marks import Pair

_BLANKS = " \u00a0\t"
# Parts that stand only where the gates look anyhow.
_SEEN_TO = frozenset({"gap", "passed", "sentence", "topped"})


class Gates(NamedTuple):
    """What a text must hold so that a template may fit in it, besides what all built-in ones ask for.

    `beside_marks`: words next to marks without a cue. `with_marks`, `with_verbs`: words (as `word_keys` gives
    them) somewhere beside marks or verbs. `any_marks`, `any_verb`: a template has no words of its own.
    """

    beside_marks: frozenset[str]
    with_marks: frozenset[int]
    with_verbs: frozenset[int]
    any_marks: bool
    any_verb: bool


def gates_of(of_marks: Iterable[Production], of_verbs: Iterable[Production], words: Words) -> Gates:
    """The gates that templates without a cue, and those of verbs, ask for."""
    beside: set[str] = set()
    marked: set[str] = set()
    told: set[str] = set()
    any_marks = any_verb = False
    for production in of_marks:
        if not any(_name(step) in _SEEN_TO for step in production.steps):
            near, anywhere = _near_marks(production), _needed(production)
            beside |= near
            marked |= frozenset() if near else anywhere
            any_marks = any_marks or not (near or anywhere)
    for production in of_verbs:
        if not any(_name(step) in _SEEN_TO or _asks_for_marks(step) for step in production.steps):
            needed = _rarest(production, words)
            told |= needed
            any_verb = any_verb or not needed
    return Gates(frozenset(beside), word_keys(marked), word_keys(told), any_marks, any_verb)


def _name(step: Compiled) -> str:
    return step.terminal.name if step.terminal else ""


def _asks_for_marks(step: Compiled) -> bool:
    return _is_needed(step) and _name(step) in PARTS and PARTS[_name(step)].marks


def _is_needed(step: Compiled) -> bool:
    return not step.look and step.many in ("", "+")


def _needed(production: Production) -> frozenset[str]:
    """The words and signs that a template can't do without."""
    return frozenset().union(*(s.terminal.words for s in production.steps if s.terminal and _is_needed(s)))


def _rarest(production: Production, words: Words) -> frozenset[str]:
    """Of the words and signs that a template can't do without the shortest list; articles tell nothing."""
    lists = (s.terminal.words - words.pauses for s in production.steps if s.terminal and _is_needed(s))
    return min((one for one in lists if one - words.articles), key=len, default=frozenset())


def _near_marks(production: Production) -> frozenset[str]:
    """Those right before or behind its marks."""
    steps = [step for step in production.steps if _is_needed(step) and _name(step) != "blanks"]
    at = next(row for row, step in enumerate(steps) if _name(step) == "marks")
    near = steps[max(at - 1, 0) : at + 2]
    return frozenset().union(*(step.terminal.words for step in near if step.terminal))


def may_attribute(gates: Gates, words: Words, reading: Reading, cues: Sequence[Cue]) -> bool:
    """Whether cues may attribute anything in a text."""
    if any(cue.what == "phrase" and _opens_phrase(words, reading, cue) for cue in cues):
        return True
    if all(cue.what == "phrase" for cue in cues):
        return False
    if gates.any_verb or reading.holds(words.before_speech) or reading.holds(gates.with_verbs):
        return True
    last = any(cue.what == "verb" and "last" in cue.says.frames for cue in cues)
    return last and reading.holds(words.after_speech)


def _opens_phrase(words: Words, reading: Reading, cue: Cue) -> bool:
    """Whether a phrase stands where one may attribute: one with other meanings opens a clause."""
    before = reading.norm(cue.start - 1)
    if cue.says == "anybody" or not before.isalpha() or before in words.while_:
        return True
    statement = reading.starting(cue.end, "quote.statement")
    return statement is not None or reading.norm(cue.end + 1) in words.relatives


def may_stand_alone(gates: Gates, words: Words, reading: Reading) -> bool:
    """Whether any pair of marks may be speech without a cue: after a colon, or opening a sentence."""
    if not reading.holds(words.mark):
        return False
    if gates.any_marks or reading.holds(gates.with_marks):
        return True
    text = reading.text
    for pair in reading.sentences.outer:
        before = pair.open - 1
        while before >= 0 and text[before] in _BLANKS:
            before -= 1
        if before < 0 or not (text[before].isalnum() or text[before] == ","):
            return True
        if _has_word_beside(gates, reading, pair):
            return True
    return False


def _has_word_beside(gates: Gates, reading: Reading, pair: Pair) -> bool:
    """Whether a word or sign that a template has beside its marks stands next to a pair of marks."""
    first, after = bisect_left(reading.starts, pair.open), bisect_left(reading.starts, pair.end) + 1
    return reading.norm(first - 1) in gates.beside_marks or reading.norm(after) in gates.beside_marks
