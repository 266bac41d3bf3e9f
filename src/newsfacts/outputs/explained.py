"""What `newsfacts explain` prints: a block for each fact, then what was dropped."""

from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from rich.text import Text

from newsfacts.explaining import Explained, Reason
from newsfacts.outputs.terminal import make_console, style_of
from newsfacts.outputs.values import Values
from newsfacts.text.harmless import harmless


def print_explained(stream: TextIO, explained: Sequence[Explained], values: Values) -> None:
    """Print facts with the rules and words that made them, and candidates with what dropped them."""
    console = make_console(stream)
    for one in explained:
        console.print(_headline(one, values), soft_wrap=True)
        for reason in (*one.rules, *one.words):
            console.print(_line(reason), soft_wrap=True)
    if not explained:
        console.print("no facts, and nothing that was dropped", style="dim")


def _headline(one: Explained, values: Values) -> Text:
    value = f"  {values.of(one.fact)}" if one.fact is not None else "  dropped"
    text = harmless(" ".join(one.text.split()))
    return Text.assemble((f"{one.kind}  ", style_of(one.kind)), (text, "bold"), (value, "dim"))


def _line(reason: Reason) -> Text:
    return Text.assemble(f"    {harmless(reason.what)}", (f"  {harmless(reason.origin)}".rstrip(), "dim"))


def explained_rows(explained: Iterable[Explained]) -> Iterable[dict[str, Any]]:
    """The same as rows: `fact` is the whole fact, null where it was dropped."""
    for one in explained:
        yield {
            **one._asdict(),
            "fact": None if one.fact is None else one.fact.to_dict(),
            "rules": [reason._asdict() for reason in one.rules],
            "words": [reason._asdict() for reason in one.words],
        }
