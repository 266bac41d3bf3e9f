"""The number or range that a unit belongs to: before it, or after a currency's sign."""

import re
from decimal import Decimal

from newsfacts.lexicon.lexicon import Reading
from newsfacts.lexicon.number_parts import YEAR
from newsfacts.lexicon.numbers import Amount
from newsfacts.quantities.ends import Ends, Reader, free_after
from newsfacts.quantities.pieces import is_added, is_share
from newsfacts.quantities.ranges import Joint, after_between, chained, join, joint_at, joint_before
from newsfacts.quantities.rates import is_rate
from newsfacts.quantities.vocabulary import UnitForm

_LETTER = re.compile(r"[^\W\d_]")
_OPENING = frozenset("([{«\"“‘'")
_ENGLISH_SIGNS = {"USD", "GBP", "JPY", "CNY", "CAD", "AUD", "HKD", "SGD", "NZD"}
_LEFT_OUT = re.compile(r"(?:…|\.{3})\s*?(?:\n|$)")
_WRITTEN_OUT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")


def beside(reader: Reader, start: int, end: int, unit: UnitForm, used: int) -> Ends | None:
    """The number of a unit at tokens `start` to `end`, reaching back to token `used` at most."""
    reading = reader.numbers.reading
    after = _after_sign(reader, end, unit) if unit.prefix else None
    glued_before = reading.glued(start)
    if after is not None and reading.glued(end) and not glued_before:
        return _from_sign(reader, start, after, unit)
    before = before_unit(reader, start, used, unit)
    if before is not None and after is not None and not glued_before and _is_year(reading, before):
        before = None
    if before is not None:
        return before
    if after is not None:
        return _from_sign(reader, start, after, unit)
    return _after_word(reader, end) if unit.leading else None


def _after_sign(reader: Reader, end: int, unit: UnitForm) -> Amount | None:
    after = reader.numbers.starting(end, english=unit.unit in _ENGLISH_SIGNS)
    reading = reader.numbers.reading
    if after is None or after.indefinite or _noted(reading, after.end) or _cut_off(reading, after.end):
        return None
    hit = reading.starting(after.end, "unit")
    # `€39 σεντς`: the smaller unit is what is counted
    cents = hit is not None and hit[1].unit == unit.unit and hit[1].factor != unit.factor
    return None if cents else after


def _noted(reading: Reading, end: int) -> bool:
    """`€152[2] εκατ.`: whether the mark of a note stands between a number and its magnitude."""
    closed = reading.word(end) == "[" and reading.glued(end) and reading.word(end + 2) == "]"
    return closed and reading.starting(end + 3, "magnitude") is not None


def _cut_off(reading: Reading, end: int) -> bool:
    """`€2,4 δι…`: whether a line ends behind a number in the head of a word."""
    return _LETTER.match(reading.word(end)) is not None and (
        reading.glued(end + 1) and _LEFT_OUT.match(reading.text, reading.starts[end + 1]) is not None
    )


def _after_word(reader: Reader, end: int) -> Ends | None:
    """`ευρώ 17.461.000`: a number written out after the currency's word, which counts nothing else."""
    number = reader.numbers.starting(end)
    if number is None or number.indefinite or not free_after(reader, number.end):
        return None
    written_out = number.end == end + 1 and _WRITTEN_OUT.fullmatch(reader.numbers.reading.word(end))
    return _single(number) if written_out or number.magnitude > 1 else None


def _is_year(reading: Reading, amount: Ends) -> bool:
    return YEAR.fullmatch(reading.span(amount.start, amount.end)) is not None


# -- before a unit ----------------------------------------------------------------------------------


def before_unit(reader: Reader, token: int, floor: int, unit: UnitForm) -> Ends | None:
    """The number or range that ends right before a unit, not reaching before token `floor`."""
    reading = reader.numbers.reading
    at = token
    if reading.norm(at - 1) == "-" and reading.glued(at) and reading.glued(at - 1) and not unit.prefix:
        at -= 1  # `5-gigawatt`
    second = reader.numbers.ending(at, floor)
    ends = _bracketed(reader, at, floor) if second is None else _number_or_range(reader, second, floor, unit)
    return None if ends is None or is_rate(reading, ends, percent=unit.signed) else ends._replace(end=token)


def _single(number: Amount) -> Ends:
    value = number.value
    return Ends(
        number.start, number.end, value, value, number.indefinite, number.plus, number.hedge, number.magnitude
    )


def _bracketed(reader: Reader, at: int, floor: int) -> Ends | None:
    """Accounting brackets: `(3,2) εκατ.` is negative; but `τρία (3) ευρώ` repeats its number."""
    reading = reader.numbers.reading
    magnitude = reading.ending(at, "magnitude")
    close = (magnitude[0] if magnitude is not None else at) - 1
    if close <= floor or reading.word(close) != ")":
        return None
    inner = reader.numbers.ending(close, floor)
    if inner is None or reading.word(inner.start - 1) != "(" or inner.indefinite:
        return None
    value = inner.value * (magnitude[1] if magnitude is not None else 1)
    spelt = reader.numbers.ending(inner.start - 1, floor)
    if spelt is None:
        return Ends(inner.start - 1, at, -value, -value)
    return Ends(spelt.start, at, value, value) if spelt.value == inner.value else None


def _number_or_range(reader: Reader, second: Amount, floor: int, unit: UnitForm) -> Ends | None:
    """A number, or the range whose second end it is; None where it is a piece of something else."""
    reading = reader.numbers.reading
    high = _signed(reading, _single(second), floor, bullets=not unit.signed)
    if is_added(reading, high.start) or is_share(reader, second, floor):
        return None
    joint = joint_before(reading, high.start)
    first = reader.numbers.ending(joint.start, floor) if joint is not None and joint.start > floor else None
    if joint is None or first is None:
        return high
    if chained(reading, first, joint):
        return None
    low = _signed(reading, _single(first), floor, bullets=not unit.signed)
    if low.low < 0 or high.low < 0:
        return _negative_range(low, joint, high) or high
    ends = join(reading, first, joint, second, reader.verb, percent=unit.signed)
    if ends is None:
        return high
    return Ends(low.start, second.end, *ends, plus=second.plus, magnitude=second.magnitude)


def _negative_range(low: Ends, joint: Joint, high: Ends) -> Ends | None:
    if joint.how not in ("to", "dash", "glued"):
        return None
    one, other = sorted((low.low, high.low))
    return high._replace(start=low.start, low=one, high=other) if one < other else None


def _signed(reading: Reading, amount: Ends, floor: int, *, bullets: bool) -> Ends:
    """With the sign glued to its front, as in `-1,29%`; `bullets`: at the start of a line it is none."""
    if amount.indefinite:
        return amount
    if (hit := reading.ending(amount.start, "minus")) is not None and hit[0] >= floor:
        return amount._replace(start=hit[0], low=-amount.low, high=-amount.high)
    sign = amount.start - 1
    if bullets and (sign <= 0 or "\n" in reading.word(sign - 1) or reading.norm(sign) == "+"):
        return amount
    word = reading.norm(sign)
    if word not in ("-", "+") or sign < floor:
        return amount
    if not reading.glued(amount.start) and not (word == "-" and _led_to(reading, sign)):
        return amount
    before = reading.word(sign - 1)
    # a hyphen after a digit, a unit, a word joins and is no sign
    if reading.glued(sign) and before not in _OPENING and (word == "-" or _LETTER.match(before[-1:])):
        return amount
    if word == "+":
        return amount._replace(start=sign)
    return amount._replace(start=sign, low=-amount.low, high=-amount.high)


def _led_to(reading: Reading, sign: int) -> bool:
    """`έναντι – 6,1 εκατ.`, `στο – 3,2%`: after a preposition a dash is a minus, set apart though it is."""
    led = ("range_compared", "range_change_from", "range_change_to")
    return not reading.glued(sign) and any(reading.ending(sign, by) is not None for by in led)


# -- after a sign -----------------------------------------------------------------------------------


def _from_sign(reader: Reader, start: int, first: Amount, unit: UnitForm) -> Ends:
    """`€5`, `-€5`, `$2-3 δισ.`, `€1 δισ. έως €2 δισ.`: the number after a sign, or its range."""
    reading = reader.numbers.reading
    ends = _opened_range(reader, first, unit)
    if ends is not None:
        return ends
    single = _single(first)
    if first.end < len(reading) and reading.word(first.end) == "+" and reading.glued(first.end):
        free = not reading.glued(first.end + 1) if first.end + 1 < len(reading) else True
        single = single._replace(hedge="at_least", plus=True, end=first.end + 1) if free else single
    negative = reading.norm(start - 1) == "-" and reading.glued(start) and start > 1
    loose = not reading.glued(start - 1) and "\n" not in reading.word(start - 2)
    if negative and loose:
        return single._replace(start=start - 1, low=-single.low, high=-single.high)
    return single


def _opened_range(reader: Reader, first: Amount, unit: UnitForm) -> Ends | None:
    """The range from a number after a currency's sign to the next number."""
    reading = reader.numbers.reading
    joint = joint_at(reading, first.end)
    if joint is None or first.terms > 1:
        return None
    hit = reading.starting(joint.end, "unit")
    same = hit is not None and reading.span(joint.end, hit[0]) == reading.word(first.start - 1)
    repeated = hit is not None and (same or hit[1].unit == unit.unit)
    after = hit[0] if hit is not None and repeated else joint.end
    second = reader.numbers.starting(after, english=unit.unit in _ENGLISH_SIGNS)
    if second is None or second.indefinite:
        return None
    counted = reading.starting(second.end, "unit")
    if counted is not None and not (repeated and counted[1].unit == unit.unit):
        return None
    if not (_repeats(reading, first, joint) if repeated else _shares(reader, first, joint, second)):
        return None
    ends = _ends_of(reading, first, second)
    return Ends(first.start, second.end, *ends) if ends is not None else None


def _repeats(reading: Reading, first: Amount, joint: Joint) -> bool:
    """Whether what stands between two amounts, each with its sign, makes a range of them."""
    if joint.how == "between_and":
        return after_between(reading, first.start - 1)
    return joint.how in ("to", "dash", "glued", "english")


def _shares(reader: Reader, first: Amount, joint: Joint, second: Amount) -> bool:
    """Whether a number without a sign is the other end of one with it, and no year or count."""
    reading = reader.numbers.reading
    if second.magnitude > first.magnitude == 1 and joint.how in ("to", "dash", "glued", "english", "loose"):
        return free_after(reader, second.end)
    if joint.how == "glued":
        return free_after(reader, second.end) or second.magnitude > 1
    if YEAR.fullmatch(reading.span(second.start, second.end)):
        return False
    if joint.how == "between_and":
        return after_between(reading, first.start - 1) and free_after(reader, second.end)
    return joint.how in ("to", "dash", "english") and free_after(reader, second.end)


def _ends_of(reading: Reading, first: Amount, second: Amount) -> tuple[Decimal, Decimal] | None:
    low, high = first.value, second.value
    if first.magnitude == 1:
        low *= second.magnitude
        grouped = re.fullmatch(r"\d{1,3}[.,]\d{3}", reading.span(second.start, second.end))
        if grouped and low < 1000 <= high and low * 100 < high:
            low *= 1000  # `$5-8,000`
    return (low, high) if low < high else None
