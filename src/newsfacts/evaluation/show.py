"""A score as lines to read, and as one JSON object."""

from collections.abc import Iterator
from typing import Any

from newsfacts.evaluation.score import Score, ratio, total


def summary(score: Score) -> dict[str, Any]:
    """The ratios, each from 0 to 1, as plain values."""
    report: dict[str, Any] = {"kinds": {kind: _kind(score, kind) for kind in sorted(score.values)}}
    spans, values = total(score.spans), total(score.values)
    report["all"] = {**ratio(values)._asdict(), "span_f1": ratio(spans).f1, "gold": values["gold"]}
    report["meaning"] = {
        name: {**ratio(counts)._asdict(), "gold": counts["gold"]}
        for name, counts in score.meaning.items()
        if counts["gold"]
    }
    report["accuracy"] = {name: c["right"] / c["of"] for name, c in score.attributes.items()}
    return report


def _kind(score: Score, kind: str) -> dict[str, Any]:
    counts = score.values[kind]
    return {**ratio(counts)._asdict(), "span_f1": ratio(score.spans[kind]).f1, "gold": counts["gold"]}


def lines(score: Score, mistakes: int) -> Iterator[str]:
    """The ratios as a table, then up to so many mistakes a kind with their context."""
    report = summary(score)
    yield f"{'':14}{'precision':>10}{'recall':>9}{'F1':>9}{'span F1':>9}{'gold':>7}"
    rows = [*report["kinds"].items(), ("all", report["all"])]
    rows += [(f"of {name}", row) for name, row in report["meaning"].items()]
    for name, row in rows:
        span = f"{row['span_f1']:>9.4f}" if "span_f1" in row else f"{'':9}"
        numbers = f"{row['precision']:>10.4f}{row['recall']:>9.4f}{row['f1']:>9.4f}"
        yield f"{name:14}{numbers}{span}{row['gold']:>7}"
    for name, share in report["accuracy"].items():
        yield f"{name:14}{share:>10.4f} right"
    shown: dict[str, int] = {}
    for mistake in sorted(score.mistakes, key=lambda m: (m.kind, m.what)):
        key = f"{mistake.kind} {mistake.what}"
        shown[key] = shown.get(key, 0) + 1
        if shown[key] <= mistakes:
            yield f"[{key}] {mistake.id}: {mistake.context}{_difference(mistake.want, mistake.got)}"


def _difference(want: str, got: str) -> str:
    if not want and not got:
        return ""
    return f"  want: {want or '–'}  got: {got or '–'}"
