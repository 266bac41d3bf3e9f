"""The command `newsfacts evaluate`: arguments and exit codes."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsfacts.commands.errors import WRONG_USAGE, stop
from newsfacts.commands.options import PatternsOption

if TYPE_CHECKING:
    from newsfacts.evaluation.gold import Gold
    from newsfacts.evaluation.score import Score

BELOW = 1


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Annotated JSON Lines, XML, a folder, or IOB2.")
    ],
    against: Annotated[
        Path | None,
        typer.Option(metavar="FILE.jsonl", help="Judge these facts, not those that newsfacts finds."),
    ] = None,
    min_f1: Annotated[
        float | None, typer.Option(min=0, max=1, help="Exit with 1 where the F1 of all kinds is below.")
    ] = None,
    mistakes: Annotated[int, typer.Option(min=0, help="Show up to so many of each sort.")] = 5,
    label: Annotated[
        list[str] | None,
        typer.Option(metavar="LABEL=KIND[,KIND]", help="IOB2: the kinds of a label; may be repeated."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object, no mistakes.")] = False,
    patterns: PatternsOption = None,
) -> None:
    """Say how well facts are found in annotated texts, and list the mistakes.

    \b
    Example:
      newsfacts evaluate gold.jsonl --mistakes 3 --min-f1 0.95
    """
    from newsfacts.evaluation.gold import GoldError
    from newsfacts.evaluation.score import score
    from newsfacts.packs.read import PatternError

    try:
        result = score(_judged(gold, against, _labels(label or []), patterns or []))
    except (GoldError, PatternError) as error:
        stop(str(error), WRONG_USAGE)
    except (OSError, UnicodeDecodeError) as error:
        stop(f"can't read: {error}", WRONG_USAGE)
    if not result.values:
        stop(f"{gold}: no annotated facts in it", WRONG_USAGE)
    _tell(result, None if as_json else mistakes, min_f1)


def _tell(result: "Score", mistakes: int | None, min_f1: float | None) -> None:
    """Print how well facts were found, as JSON where `mistakes` is None; end where that is too little."""
    from newsfacts.evaluation.score import ratio, total
    from newsfacts.evaluation.show import lines, summary

    if mistakes is None:
        typer.echo(json.dumps(summary(result), ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(lines(result, mistakes)))
    reached = ratio(total(result.values)).f1
    if min_f1 is not None and reached < min_f1:
        stop(f"F1 {reached:.4f} is below {min_f1}", BELOW)


def _labels(pairs: list[str]) -> dict[str, tuple[str, ...]]:
    from newsfacts.evaluation.gold import DEFAULT_LABELS

    if not pairs:
        return dict(DEFAULT_LABELS)
    split = [pair.partition("=") for pair in pairs]
    if not all(label and kind for label, _, kind in split):
        raise typer.BadParameter("write LABEL=KIND, say MONEY=money", param_hint="--label")
    return {label: tuple(kind.split(",")) for label, _, kind in split}


def _judged(
    path: Path, against: Path | None, labels: dict[str, tuple[str, ...]], packs: list[Path]
) -> Iterator[tuple["Gold", list[dict[str, Any]]]]:
    from newsfacts.evaluation.gold import as_labelled, read_gold, read_predictions

    if against:
        predictions = read_predictions(against)
        for gold in read_gold(path, labels):
            found = predictions.get(gold.id, [])
            yield gold, found if gold.valued else as_labelled(gold.text, found, labels)
        return
    from newsfacts.api import extract
    from newsfacts.commands.extract import load_pipeline

    nlp = load_pipeline(packs)
    for gold in read_gold(path, labels):
        rows = [fact.to_dict() for fact in extract(gold.text, reference_date=gold.day, nlp=nlp)]
        yield gold, rows if gold.valued else as_labelled(gold.text, rows, labels)
