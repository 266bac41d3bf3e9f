"""Counts over annotated texts, and the mistakes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from newsfacts.evaluation.compare import Row, meaning_right, pair, plain, value_right
from newsfacts.evaluation.gold import MEANING, Gold

ATTRIBUTES = ("qualifier", "style", "role")
_AROUND = 40
Counts = dict[str, Counter[str]]


class Mistake(NamedTuple):
    """`what` is `missed`, `false`, `value`, or the name of an attribute that is wrong."""

    kind: str
    what: str
    id: str
    text: str
    context: str
    want: str = ""
    got: str = ""


class Score(NamedTuple):
    """Counts a kind (`hit`, `gold`, `found`), of attributes (`right`, `of`), and the mistakes."""

    spans: Counts
    values: Counts
    meaning: Counts
    attributes: Counts
    mistakes: list[Mistake]


class Ratio(NamedTuple):
    """Precision, recall and their harmonic mean, each from 0 to 1."""

    precision: float
    recall: float
    f1: float


def ratio(counts: Mapping[str, int]) -> Ratio:
    """The ratios of counts; 0 where nothing was counted.

    >>> ratio({"hit": 1, "gold": 2, "found": 1})
    Ratio(precision=1.0, recall=0.5, f1=0.6666666666666666)
    """
    hit, gold, found = (counts.get(name, 0) for name in ("hit", "gold", "found"))
    precision, recall = (hit / n if n else 0.0 for n in (found, gold))
    both = precision + recall
    return Ratio(precision, recall, 2 * precision * recall / both if both else 0.0)


def total(counts: Counts) -> Counter[str]:
    """The counts of all kinds together."""
    return sum(counts.values(), Counter[str]())


def score(pairs: Iterable[tuple[Gold, list[dict[str, Any]]]]) -> Score:
    """Judge the facts found in each text against those annotated in it.

    Of texts with spans alone only the annotated kinds count, and a span is right where it is equal.
    """
    result = Score(defaultdict(Counter), defaultdict(Counter), defaultdict(Counter), defaultdict(Counter), [])
    for gold, found in pairs:
        kinds = {f["kind"] for f in gold.facts} | {f["kind"] for f in found}
        for kind in sorted(kinds):
            golds = [f for f in gold.facts if f["kind"] == kind]
            _score_kind(result, gold, kind, golds, [f for f in found if f["kind"] == kind])
    return result


def _score_kind(result: Score, gold: Gold, kind: str, golds: Sequence[Row], found: Sequence[Row]) -> None:
    matched = pair(golds, found, exact=not gold.valued)
    right = {i for i, j in matched.items() if not gold.valued or value_right(golds[i], found[j])}
    for table, hits in ((result.spans, len(matched)), (result.values, len(right))):
        table[kind].update(hit=hits, gold=len(golds), found=len(found))
    for i, want in enumerate(golds):
        got = found[matched[i]] if i in matched else None
        if got is None:
            result.mistakes.append(_mistake(gold, want, "missed", values_of(want)))
        elif i not in right:
            result.mistakes.append(_mistake(gold, want, "value", values_of(want), values_of(got)))
        elif gold.valued:
            _score_meaning(result, gold, want, got)
            _score_attributes(result, gold, want, got)
    for j, got in enumerate(found):
        if j not in matched.values():
            result.mistakes.append(_mistake(gold, got, "false", got=values_of(got)))


def _score_meaning(result: Score, gold: Gold, want: Row, got: Row) -> None:
    if "measure" not in want:
        return
    for name in MEANING:
        wanted, have = want[name], got.get(name)
        right = meaning_right(name, wanted, have)
        result.meaning[name].update(hit=int(right), gold=int(bool(wanted)), found=int(bool(have)))
        if not right and (wanted or have):
            result.mistakes.append(_mistake(gold, want, name, wanted or "", have or ""))


def _score_attributes(result: Score, gold: Gold, want: Row, got: Row) -> None:
    names = (*ATTRIBUTES, "organization") if want["kind"] == "quote" else ATTRIBUTES
    for name in names:
        if name in want:
            right = plain(want[name]) == plain(got.get(name))
            result.attributes[name].update(of=1, right=int(right))
            if not right:
                result.mistakes.append(_mistake(gold, want, name, want[name] or "", got.get(name) or ""))


def values_of(fact: Row) -> str:
    """The values of a fact in one line."""
    names = {
        "date": ("start_date", "end_date"),
        "duration": ("iso",),
        "quote": ("speaker", "speaker_type"),
    }.get(fact["kind"], ("low", "high", "unit"))
    return " ".join(str(fact.get(name)) for name in names if fact.get(name) is not None) or "no value"


def _mistake(gold: Gold, fact: Row, what: str, want: str = "", got: str = "") -> Mistake:
    start, end = fact["start_char"], fact["end_char"]
    before, after = gold.text[max(0, start - _AROUND) : start], gold.text[end : end + _AROUND]
    context = " ".join(f"…{before}[{gold.text[start:end]}]{after}…".split())
    text = " ".join(gold.text[start:end].split())
    return Mistake(fact["kind"], what, gold.id, text, context, want, got)
