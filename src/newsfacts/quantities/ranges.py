"""What joins two numbers to a range, and what keeps them apart: a range joins like with like and rises."""

import re
from decimal import Decimal
from typing import NamedTuple

from newsfacts.lexicon.lexicon import Reading
from newsfacts.lexicon.number_parts import YEAR, reads_as_name
from newsfacts.lexicon.numbers import Amount

_WORD = re.compile(r"[^\W\d_]")
_GROUPED = re.compile(r"\d{1,3}(?:[.,' \u00a0\u2009\u202f]\d{3})+")
_SHARED_THOUSANDS = re.compile(r"\d{1,3}[.,](?:000|500)")
# marks that open where they are glued to what follows only
_STRAIGHT = frozenset("\"'")
_CLOSED = re.compile(r"[\d»”\"'%‰°/]$")
# `2 με 3`, `200 με 500`: with this word the second is no more than so many times the first
_LOOSE_RATIO = 10
# `EBITDA 42-44 εκατ.`: no more than so many times the first, a hyphen joins them whatever stands before;
# `PlayStation 5-449 ευρώ` is a name and its price
_NEAR_RATIO = 4


class Joint(NamedTuple):
    """Words that join two ends: their tokens; `how` as in `numbers.yaml`, `dash` or `glued` for a hyphen."""

    start: int
    end: int
    how: str


def joint_before(reading: Reading, token: int) -> Joint | None:
    """What joins the number that starts at a token to one before it; None where nothing does."""
    hit = reading.ending(token, "joint")
    return None if hit is None else _joint(reading, hit[0], token, hit[1])


def joint_at(reading: Reading, token: int) -> Joint | None:
    """What joins the number that ends before a token to one after it; None where nothing does."""
    hit = reading.starting(token, "joint")
    return None if hit is None else _joint(reading, token, hit[0], hit[1])


def _joint(reading: Reading, start: int, end: int, kind: str) -> Joint | None:
    if kind == "english":
        return Joint(start, end, kind) if reading.word(start).isascii() else None
    if end - start == 1 and reading.norm(start) == "-":
        before, after = reading.glued(start), reading.glued(end)
        if after and not before:
            return None  # a sign
        return Joint(start, end, "glued" if before and after else "dash")
    return Joint(start, end, kind)


def join(
    reading: Reading, first: Amount, joint: Joint, second: Amount, verb: re.Pattern[str], *, percent: bool
) -> tuple[Decimal, Decimal] | None:
    """Both ends of the range that two bare numbers make with what joins them; None where they are two.

    `verb` matches what reads as a verb; `percent`: of percents `το 18 με 20%` is said, of other things it
    names one.
    """
    if first.indefinite or second.indefinite or second.terms > 1:
        return None
    if joint.how == "between_and":
        return _rising(reading, first, second) if after_between(reading, first.start) else None
    if _is_year_alone(reading, first, second, joint):
        return None
    near = joint.how == "glued" and second.value <= first.value * _scale(first, second) * _NEAR_RATIO
    if not opens(reading, first, joint.how, verb, percent=percent, near=near):
        return None
    if joint.how == "spread":
        scale = _scale(first, second)
        low, high = first.value * scale - second.value, first.value * scale + second.value
        return (low, high) if second.value > 0 and low > 0 else None
    ends = _rising(reading, first, second)
    if ends is None:
        return None
    if joint.how == "loose" and ends[1] > ends[0] * _LOOSE_RATIO:
        return None
    own = first.value if first.magnitude == 1 else first.value / first.magnitude
    if joint.how == "either" and second.value / second.magnitude - own != 1:
        return None
    return ends


def after_between(reading: Reading, start: int) -> bool:
    """Whether `μεταξύ` stands before a number, with or without an article."""
    if reading.ending(start, "range_between") is not None:
        return True
    article = reading.ending(start, "article")
    return article is not None and reading.ending(article[0], "range_between") is not None


def _scale(first: Amount, second: Amount) -> Decimal:
    """What the first number shares of the second's magnitude."""
    return second.magnitude if first.magnitude == 1 and first.terms == 1 else Decimal(1)


def _rising(reading: Reading, first: Amount, second: Amount) -> tuple[Decimal, Decimal] | None:
    low, high = first.value * _scale(first, second), second.value
    thousands = _SHARED_THOUSANDS.fullmatch(reading.span(second.start, second.end))
    if thousands and first.magnitude == 1 and low * 1000 < high:
        low *= 1000  # `20-30.000`
    return (low, high) if low < high else None


def _is_year_alone(reading: Reading, first: Amount, second: Amount, joint: Joint) -> bool:
    """`το 2024 με 2.500 ευρώ`, but `2000-2500 MW`."""
    if not YEAR.fullmatch(reading.span(first.start, first.end)):
        return False
    if joint.how == "glued" and second.value > first.value and second.magnitude == 1:
        return False
    alike = re.fullmatch(r"\d{4}", reading.span(second.start, second.end)) is not None
    return not alike or reading.ending(first.start, "range_opened_by_one") is not None


def opens(
    reading: Reading, first: Amount, how: str, verb: re.Pattern[str], *, percent: bool, near: bool = False
) -> bool:
    """Whether a number can be the first of two with one unit: no name ends in it and it counts nothing.

    `how` they are joined is that of a Joint; `near`: a hyphen holds it to one of its size.
    """
    start = first.start
    before = reading.word(start - 1)
    if not before or "\n" in before:
        return True
    glued = reading.glued(start)
    if glued and (reading.norm(start - 1) == "-" or _WORD.search(before)):
        return False
    if not _WORD.search(before):
        if before in _STRAIGHT and glued and not reading.glued(start - 1):
            return True
        return _CLOSED.search(before) is None or _is_year(reading, start - 1)
    if (
        reading.ending(start, "range_opened_by") is not None
        or reading.ending(start, "hedge_before") is not None
    ):
        return True
    if reading.ending(start, "range_opened_by_one") is not None:
        return percent or how == "glued" or _is_amount(reading, first)
    if reads_as_name(before) or (before[0].isupper() and not near and not _begins(reading, start - 1)):
        return False
    return how == "glued" or _is_amount(reading, first) or verb.fullmatch(reading.norm(start - 1)) is not None


def _begins(reading: Reading, token: int) -> bool:
    """Whether a word begins a sentence, so that its capital says nothing."""
    start = reading.starts[token]
    return bool(reading.sentences.bounds(start, start + 1)[0] == start)


def chained(reading: Reading, first: Amount, joint: Joint) -> bool:
    """Whether hyphens hold more than two numbers together, as in `10-20-30`: nobody knows what they say."""
    start = first.start - 1
    dash = joint.how == "glued" and reading.norm(start) == "-" and reading.glued(first.start)
    return dash and reading.glued(start) and reading.word(start - 1)[-1:].isdigit()


def _is_year(reading: Reading, token: int) -> bool:
    return YEAR.fullmatch(reading.word(token)) is not None


def _is_amount(reading: Reading, first: Amount) -> bool:
    """Whether a number is written as no name is: with a decimal comma, thousands, a magnitude, in words."""
    text = reading.span(first.start, first.end)
    return (
        first.magnitude > 1 or "," in text or not text[:1].isdigit() or _GROUPED.fullmatch(text) is not None
    )
