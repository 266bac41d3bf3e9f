"""The order of rules, and what is refused of all of them together."""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsfacts.grammar.notation import Written
from newsfacts.grammar.types import Source
from newsfacts.packs.read import PatternError

NEVER = "never."
"""What the rules are called that contexts are read by: `never.RULE.before`, `never.RULE.after`."""

Rules = Mapping[str, Sequence[tuple[Source, Written]]]
"""Productions by their rule, those of upper files first."""


def error(source: Source, message: str) -> PatternError:
    """What is wrong with a production, with its file and line."""
    key = source.rule if source.rule.startswith(NEVER) else f"{source.key}.{source.rule}"
    return PatternError(source.origin, source.line, key, message)


def refuse_twin(source: Source, written: Written, others: Iterable[tuple[Source, Written]]) -> None:
    """Refuse a production that reads the same as another of its rule."""
    for other, before in others:
        if before.steps == written.steps:
            # the one in the upper file is the one that somebody has just added
            wrong, right = (source, other) if source.origin == other.origin else (other, source)
            raise error(wrong, f"ambiguous: it reads the same as {right.place}; drop one, or switch it `off`")


def refuse_lost(rules: Rules) -> None:
    """Refuse a context of a rule that is none."""
    known = [name for name in rules if not name.startswith(NEVER)]
    for name, row in rules.items():
        rule = name.removeprefix(NEVER).rpartition(".")[0]
        if name.startswith(NEVER) and row and rule not in rules:
            close = difflib.get_close_matches(rule, known, 1, 0.5)
            hint = f"did you mean `{close[0]}`?" if close else "name a rule"
            raise error(row[0][0], f"no rule is called `{rule}`, {hint}")


def ordered(rules: Rules) -> list[str]:
    """The names of the rules, each after those that it uses. Raises PatternError for one that uses itself."""
    done: dict[str, None] = {}
    path: list[tuple[str, Source]] = []

    def visit(name: str, asker: Source) -> None:
        if name in done:
            return
        if name in (step for step, _ in path):
            raise _ring(name, asker, path, rules)
        path.append((name, asker))
        for used, source in _uses(name, rules):
            visit(used, source)
        path.pop()
        done[name] = None

    for name, row in rules.items():
        if row:
            visit(name, row[0][0])
        done[name] = None
    return list(done)


def _uses(name: str, rules: Rules) -> Iterator[tuple[str, Source]]:
    """The rules that a rule names and its contexts, each with the production that does."""
    for source, written in rules[name]:
        for step in written.steps:
            if step.kind == "name" and step.text in rules:
                yield step.text, source
    for side in ("before", "after"):
        if rules.get(context := f"{NEVER}{name}.{side}"):
            yield context, rules[context][0][0]


def _ring(name: str, asker: Source, path: Sequence[tuple[str, Source]], rules: Rules) -> PatternError:
    """What is wrong with a rule that uses itself over those on the path."""
    # files by their place: the upper ones come first, and theirs is the production that somebody just added
    files: dict[str, int] = {}
    for row in rules.values():
        for source, _ in row:
            files.setdefault(source.origin, -len(files))
    names = [step for step, _ in path]
    at = names.index(name)
    ring = " → ".join([*names[at:], name])
    wrong = max([asker, *(by for _, by in path[at + 1 :])], key=lambda by: files[by.origin])
    return error(wrong, f"can't end: the rule uses itself ({ring}); write `x+` for several in a row")
