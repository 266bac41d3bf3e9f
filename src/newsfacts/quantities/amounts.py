"""Numbers and ranges beside a unit, read from the tokens of a text."""

import re
from decimal import Decimal
from typing import NamedTuple

from newsfacts.lexicon.lexicon import Reading
from newsfacts.text.numbers import Part, combine, read_digits

_DIGITS = re.compile(r"\d[\d.,]*")
_FIRST_GROUP, _GROUP = re.compile(r"\d{1,3}"), re.compile(r"\d{3}")
_MOST_GROUPS = 6
# No number of a newspaper takes more tokens than this; it bounds the work on worst cases.
_MOST_TOKENS = 24
_LETTER = re.compile(r"[^\W\d_]")


class Amount(NamedTuple):
    """A number or range read: tokens `start` to `end` (exclusive), with both ends of its value."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    indefinite: bool = False
    plus: bool = False
    hedge: str | None = None


class NumberReader:
    """Reads the numbers of a Reading, at or before a token."""

    def __init__(self, reading: Reading) -> None:
        """One reader for one reading."""
        self.reading = reading
        self._parts: dict[int, tuple[int, Part] | None] = {}

    def part(self, token: int) -> tuple[int, Part] | None:
        """The piece of a number that starts at a token, and the token after it."""
        if token not in self._parts:
            self._parts[token] = self._part(token)
        return self._parts[token]

    def _part(self, token: int) -> tuple[int, Part] | None:
        reading = self.reading
        if token in reading.heads:
            for category, role in _ROLES:
                if (hit := reading.starting(token, category)) is not None:
                    return hit[0], Part(role, hit[1])
        if (digits := self._digits(token)) is not None:
            return digits
        if reading.starting(token, "decimal_comma") is not None:
            return token + 1, Part("comma", Decimal(0))
        return None

    def _digits(self, token: int) -> tuple[int, Part] | None:
        word = self.reading.word(token)
        if not word[:1].isdigit() or not _DIGITS.fullmatch(word):
            return None
        end = self._spaced_groups(token)
        value = read_digits("".join(self.reading.word(t) for t in range(token, end)))
        return (end, Part("digits", value)) if value is not None else None

    def _spaced_groups(self, token: int) -> int:
        """The end of thousands set apart by blanks: `1 000 000`; with plain blanks it must end in `000`."""
        reading, end = self.reading, token + 1
        if not _FIRST_GROUP.fullmatch(reading.word(token)):
            return end
        while end < len(reading) and end - token < _MOST_GROUPS and _GROUP.fullmatch(reading.word(end)):
            if reading.glued(end):
                break
            end += 1
        plain = any(reading.text[reading.ends[t]] == " " for t in range(token, end - 1))
        return end if not plain or reading.word(end - 1) == "000" else token + 1

    def starting(self, token: int, *, english: bool = False) -> Amount | None:
        """The number that starts at a token, as long as it can be."""
        parts: list[Part] = []
        ends: list[int] = []
        hedge = None
        plus = False
        at = token
        while at < len(self.reading) and len(parts) < _MOST_TOKENS:
            step = self.part(at)
            if step is None:
                inside = self._inside(at, parts)
                if inside is None or (self.part(inside[0]) is None and not inside[2]):
                    break
                at, hedge, plus = inside
                if plus:
                    ends[-1] = at
                continue
            if english and not parts and step[1].role == "digits":
                step = step[0], self._english(at, step)
            at, part = step
            parts.append(part)
            ends.append(at)
        number = combine(parts)
        if number is None:
            return None
        if number.indefinite and self._counts_one(token, ends[number.used - 1]):
            number = number._replace(indefinite=False)
        return Amount(
            token,
            ends[number.used - 1],
            number.value,
            number.value,
            number.indefinite,
            plus,
            hedge,
        )

    def _english(self, at: int, step: tuple[int, Part]) -> Part:
        """A digit group after `$`: `$1,299` is thousands, but not `$1,299 δισ.`."""
        if self.reading.starting(step[0], "magnitude") is not None:
            return step[1]
        value = read_digits(self.reading.word(at), english=True)
        return Part("digits", value) if value is not None else step[1]

    def _inside(self, at: int, parts: list[Part]) -> tuple[int, str, bool] | None:
        """A hedge between a number and its magnitude or unit: the token after it, qualifier, whether `+`."""
        if not parts:
            return None
        hit = self.reading.starting(at, "hedge_inside")
        if hit is None:
            return None
        is_plus = self.reading.word(at) == "+"
        if is_plus and not self.reading.glued(at):
            return None
        return hit[0], hit[1], is_plus

    def _counts_one(self, start: int, end: int) -> bool:
        """Whether a lone magnitude is one of it: singular in form, or after a singular article."""
        return end - start <= 2 and self.reading.starting(start, "singular") is not None

    def ending(self, token: int, floor: int, *, signed: bool) -> Amount | None:
        """The number or range that ends right before `token`, not reaching before token `floor`."""
        self._parts.clear()  # what is read here over and over is not read again elsewhere
        first = self._leftmost(token, floor)
        for start in range(first, token):
            amount = self._range_from(start, token)
            if amount is not None:
                return self._signed(amount, floor, bullets=not signed)
        return None

    def _leftmost(self, token: int, floor: int) -> int:
        """How far left the tokens before `token` could be part of its number."""
        at = token
        floor = max(floor, token - _MOST_TOKENS)
        while at > floor:
            step = self._before(at)
            if step is None or step < floor:
                break
            at = step
        while at < token and self.part(at) is None:
            at += 1
        return at

    def _before(self, at: int) -> int | None:
        """Where the piece of a number that ends before token `at` starts."""
        reading = self.reading
        if _DIGITS.fullmatch(reading.word(at - 1)):
            return at - 1
        for category in _PIECES if at in reading.tails else _JOINTS:
            if (hit := reading.ending(at, category)) is not None:
                return hit[0]
        return None

    def _range_from(self, start: int, end: int) -> Amount | None:
        """The number or range from `start` that ends exactly at `end`."""
        first = self.starting(start)
        if first is None:
            return None
        if first.end == end or self._hedged_to(first.end, end):
            return self._closed(first, end)
        after = joint(self.reading, first.end, start)
        if after is None:
            return None
        second = self._range_from(after, end)
        if second is None:
            return None
        low, high = _shared(self.reading, first, second)
        if low is None or high is None or low > high:
            return None
        return second._replace(start=start, low=low, high=high)

    def _hedged_to(self, at: int, end: int) -> bool:
        hit = self.reading.starting(at, "hedge_inside")
        return hit is not None and hit[0] == end and self.reading.word(at) != "+"

    def _closed(self, amount: Amount, end: int) -> Amount | None:
        if amount.indefinite and self._is_caption(amount):
            return None
        if amount.end == end:
            return amount
        hit = self.reading.starting(amount.end, "hedge_inside")
        return amount._replace(end=end, hedge=hit[1] if hit else amount.hedge)

    def _is_caption(self, amount: Amount) -> bool:
        """`(σε εκατ. ευρώ)` heads a table: an abbreviated magnitude alone after a preposition."""
        if self.reading.starting(amount.start, "indefinite") is not None:
            return False
        text = self.reading.span(amount.start, amount.end)
        abbreviated = text.endswith(".") or len(text) <= 5
        return abbreviated and self.reading.ending(amount.start, "caption") is not None

    def _signed(self, amount: Amount, floor: int, *, bullets: bool) -> Amount:
        """With the sign glued to its front, as in `-1,29%`; `bullets`: at the start of a line it is none."""
        sign = amount.start - 1
        if bullets and (sign <= 0 or "\n" in self.reading.word(sign - 1) or self.reading.norm(sign) == "+"):
            return amount
        if sign < floor or not self.reading.glued(amount.start):
            return amount
        word = self.reading.norm(sign)
        if word not in ("-", "+") or (
            self.reading.glued(sign) and _LETTER.match(self.reading.word(sign - 1)[-1:])
        ):
            return amount
        if word == "+":
            return amount._replace(start=sign)
        if amount.low != amount.high:
            return amount._replace(start=sign, low=-amount.low)
        return amount._replace(start=sign, low=-amount.low, high=-amount.high)

    def prefixed_range(self, first: Amount, unit: str) -> Amount:
        """`$2-3 δισ.`, `€1 δισ. έως €2 δισ.`: the range that a prefixed number opens, or the number."""
        reading = self.reading
        after = joint(reading, first.end, first.start)
        if after is None:
            return first
        hit = reading.starting(after, "unit")
        if hit is not None and hit[1].unit == unit:
            after = hit[0]
        second = self.starting(after)
        if second is None or reading.starting(second.end, "unit") is not None:
            return first
        low, high = _shared(reading, first, second)
        if low is None or high is None or low >= high:
            return first
        return second._replace(start=first.start, low=low, high=high)


_ROLES = (
    ("number", "word"),
    ("indefinite", "indefinite"),
    ("magnitude", "magnitude"),
    ("and_half", "half"),
)
_JOINTS = ("range_to", "range_and")
_PIECES = ("and_half", "number", "magnitude", "indefinite", "hedge_inside", *_JOINTS, "decimal_comma")


def joint(reading: Reading, at: int, start: int) -> int | None:
    """The token after the words at `at` that join two ends of a range; None where nothing does."""
    if (hit := reading.starting(at, "range_to")) is not None:
        return int(hit[0])
    if (hit := reading.starting(at, "range_and")) is not None and _after_between(reading, start):
        return int(hit[0])
    return None


def _after_between(reading: Reading, start: int) -> bool:
    if reading.ending(start, "range_between") is not None:
        return True
    article = reading.ending(start, "article")
    return article is not None and reading.ending(article[0], "range_between") is not None


def _shared(reading: Reading, first: Amount, second: Amount) -> tuple[Decimal | None, Decimal | None]:
    """Both ends of a range, where the first end takes the magnitude that only the second says."""
    low, high = first.low, second.high
    if first.indefinite or second.indefinite:
        return None, None
    own = any(
        reading.starting(t, "magnitude") is not None or reading.starting(t, "indefinite") is not None
        for t in range(first.start, first.end)
    )
    if not own:
        low *= _magnitude_of(reading, second)
        if low == first.low and _grouped_thousands(reading, second) and low < 1000 and second.low > low * 10:
            low *= 1000  # `20-30.000`
    return low, high


def _magnitude_of(reading: Reading, amount: Amount) -> Decimal:
    factor = Decimal(1)
    for token in range(amount.start, amount.end):
        hit = reading.starting(token, "magnitude")
        if hit is not None and hit[0] <= amount.end:
            factor *= hit[1]
    # two-part amounts and words such as `δύο χιλιάδες πεντακόσια` share no magnitude
    return factor if reading.ending(amount.end, "magnitude") is not None else Decimal(1)


def _grouped_thousands(reading: Reading, amount: Amount) -> bool:
    return re.fullmatch(r"\d{1,3}\.000", reading.span(amount.start, amount.start + 1)) is not None
