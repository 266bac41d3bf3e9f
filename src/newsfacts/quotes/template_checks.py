"""What is refused in templates, besides what the grammar refuses in rules."""

from collections.abc import Mapping

from newsfacts.grammar.order import error
from newsfacts.grammar.types import Compiled, Production
from newsfacts.packs.quote_schema import EVERY_FRAME
from newsfacts.quotes.kept import check_kept
from newsfacts.quotes.page import Marks
from newsfacts.quotes.parts import PARTS, Part
from newsfacts.quotes.told import TELLERS

CUES = (
    *("verb", *(f"verb.{frame}" for frame in EVERY_FRAME)),
    *("aside", "phrase", "phrase.statement", "noun", "line"),
)
"""What a template may be read outwards from; without one it is read from the first `marks` in it."""


def origin(production: Production) -> tuple[int, str]:
    """Where in a template stands what it is read from, and what that is. Raises PatternError."""
    source = production.source
    if any(step.rule is not None for step in production.steps):
        raise error(source, "names another template: a template is made of parts and words")
    names = [step.terminal.name if step.terminal else "" for step in production.steps]
    cues = [row for row, name in enumerate(names) if name in CUES]
    if len(cues) > 1:
        raise error(source, f"two cues, `{names[cues[0]]}` and `{names[cues[1]]}`: a template has one")
    if not cues and "marks" not in names:
        raise error(source, f"nothing to read it from: name `marks`, or one of {', '.join(CUES)}")
    at = cues[0] if cues else names.index("marks")
    if production.steps[at].many or production.steps[at].look:
        raise error(source, f"`{names[at]}` is what it is read from: it stands there once, without a sign")
    return at, names[at]


def checked_parts(production: Production, at: int, cue: str) -> Mapping[int, Part]:
    """The parts of a template by their row; `at` is where its cue stands.

    Raises PatternError for one that can't be read beside the cue, or that is kept as what it is not.
    """
    source, steps = production.source, production.steps
    if not production.written.meaning:
        raise error(source, f"does not tell who said what: add `->` and one of {', '.join(sorted(TELLERS))}")
    parts = {row: PARTS[t.name] for row, s in enumerate(steps) if (t := s.terminal) and t.name in PARTS}
    for row, part in parts.items():
        name = str(production.written.steps[row])
        if part.beside and cue.split(".")[0] not in part.beside:
            raise error(source, f"`{name}` is not read beside `{cue}`, only beside {', '.join(part.beside)}")
        if part.late and row < at and not production.written.steps[row].keep:
            raise error(source, f"what `{name}` reads is lost: keep it, as in `s=`")
    for row, step in enumerate(steps):
        if production.written.steps[row].keep:
            given = Marks if row == at and cue == "marks" else _given(step, parts.get(row))
            check_kept(production, row, given, TELLERS)
    return parts


def _given(step: Compiled, part: Part | None) -> type | None:
    """What a step gives to be kept: nothing where it is a cue or only asks."""
    if part is None:
        return None if step.terminal and step.terminal.kind == "category" else int
    return int if step.many in ("*", "+") else part.gives
