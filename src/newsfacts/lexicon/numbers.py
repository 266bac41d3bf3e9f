"""The one reader of numbers over the tokens of a text, for quantities, durations, decades and counts.

It reads a whole number or nothing: never the last piece of one that it doesn't understand. For one number

    number_at(reading, token)      -> Amount(start, end, value, …) | None

reads what starts at a token; a text keeps its `NumberReader`, which `reader_of` gives.
"""

from decimal import Decimal
from typing import NamedTuple

from newsfacts.lexicon.lexicon import Reading
from newsfacts.lexicon.number_parts import (
    LAST_GROUP,
    YEAR,
    Parts,
    after_group,
    before_magnitude,
    link,
    piece_before,
)
from newsfacts.text.digits import read_digits
from newsfacts.text.numbers import Number, Part, combine

# No number of a newspaper takes more tokens than this; it bounds the work on worst cases.
MOST_TOKENS = 24
_ONE = Decimal(1)
# How far after a number `αντίστοιχα` may stand.
_RESPECTIVELY = 4


class Amount(NamedTuple):
    """A number read: tokens `start` to `end` (exclusive) and its value.

    `indefinite`: only its order is known (millions of); `hedge`: the qualifier of words inside it or of its
    form, `plus` where that is a `+`; `magnitude`: the one that it says, 1 where it says none; `terms`: of how
    many parts with a magnitude of their own it is put together.
    """

    start: int
    end: int
    value: Decimal
    indefinite: bool = False
    hedge: str | None = None
    plus: bool = False
    magnitude: Decimal = _ONE
    terms: int = 1


def number_at(reading: Reading, token: int) -> Amount | None:
    """The whole number that starts at a token: digits, words, magnitudes and what is put together of them.

    None where no number starts there, or one that began before goes on there: the 500 of `1 500 000`. A hedge
    or unit after it is left unread, so `end` is the token right after the number; `value` is an exact Decimal
    with the magnitude in it.
    """
    return reader_of(reading).starting(token)


def respectively(reading: Reading, end: int) -> bool:
    """Whether a word such as `αντίστοιχα` soon after token `end` tells that two amounts are two."""
    return any(reading.starting(token, "respectively") for token in range(end, end + _RESPECTIVELY))


def reader_of(reading: Reading) -> "NumberReader":
    """The one reader of the numbers of a text, made when somebody first asks for it."""
    reader = reading.numbers
    if reader is None:
        reader = reading.numbers = NumberReader(reading)
    return reader  # type: ignore[no-any-return]


class NumberReader:
    """Reads the numbers of a Reading, from or up to a token.

    The words are those of `numbers.yaml`.
    """

    def __init__(self, reading: Reading) -> None:
        """One reader for one reading."""
        self.reading = reading
        self._parts = Parts(reading)
        self._known: dict[int, Amount | None] = {}

    def starting(self, token: int, *, english: bool = False) -> Amount | None:
        """The whole number that starts at a token, as `number_at` says.

        `english`: a sign such as `$` stands before, so `1,299` is thousands.
        """
        amount = self._read(token, english=english)
        if amount is None:
            return None
        left = self._leftmost(token, max(0, token - MOST_TOKENS))
        return None if self._goes_on(token, left) else amount

    def ending(self, token: int, floor: int = 0) -> Amount | None:
        """The whole number that ends right before a token, not reaching before `floor`; None where none does.

        A hedge between the number and the token (`30 περίπου MW`) belongs to it, so `end` is always `token`.
        """
        left = self._leftmost(token, max(floor, token - MOST_TOKENS, 0))
        for start in range(left, token):
            amount = self._read(start)
            if amount is not None and (amount := self._up_to(amount, token)) is not None:
                return None if self._goes_on(start, left) else amount
        return None

    def _read(self, token: int, *, english: bool = False) -> Amount | None:
        """The number that starts at a token, as long as it can be."""
        if english:
            return self._longest(token, english=True)
        if token not in self._known:
            self._known[token] = self._longest(token)
        return self._known[token]

    def _longest(self, token: int, *, english: bool = False) -> Amount | None:
        first = self._parts[token]
        if first is None:
            return None
        if english and first[1].role == "digits":
            first = first[0], self._english_digits(token, first)
        parts, ends, hedge = self._row(first)
        number = self._apart(token, combine(parts), parts, ends)
        if number is None:
            return None
        if self.reading.starting(token, "number_about") is not None:
            hedge = "about"
        end = ends[number.used - 1]
        amount = Amount(
            token, end, number.value, number.indefinite, hedge, False, number.magnitude, number.terms
        )
        return self._of_magnitude(amount) if parts[0].role == "magnitude" else amount

    def _row(self, first: tuple[int, Part]) -> tuple[list[Part], list[int], str | None]:
        """The parts that follow one another, the token after each, and the hedge between them."""
        at, parts, ends, hedge = first[0], [first[1]], [first[0]], None
        while at < len(self.reading) and len(parts) < MOST_TOKENS:
            step = self._parts[at] or link(self._parts, at, parts[-1].role)
            if step is None:
                inside = self._inside(at)
                if inside is None or self._parts[inside[0]] is None:
                    break
                at, hedge = inside
                continue
            at, part = step
            parts.append(part)
            ends.append(at)
        return parts, ends, hedge

    def _apart(self, token: int, number: Number | None, parts: list[Part], ends: list[int]) -> Number | None:
        """The first of two: `5 εκατ. και 300 χιλ. ευρώ αντίστοιχα`, `€2 δισ. και 300 εκατ. δολάρια`."""
        if number is None or number.terms == 1:
            return number
        joints = [i for i, part in enumerate(parts[: number.used]) if part.role in ("joint", "pause")]
        end = ends[number.used - 1]
        two = joints and (respectively(self.reading, end) or self._two_units(token, end))
        return combine(parts[: joints[0]]) if two else number

    def _two_units(self, start: int, end: int) -> bool:
        """Whether a number stands between the sign of one currency and the unit of something else."""
        before, after = self.reading.ending(start, "unit"), self.reading.starting(end, "unit")
        return (
            before is not None and after is not None and before[1].prefix and before[1].unit != after[1].unit
        )

    def _english_digits(self, at: int, step: tuple[int, Part]) -> Part:
        """A digit group after `$`: `$1,299` is thousands, but not `$1,299 δισ.`."""
        if before_magnitude(self.reading, step[0]):
            return step[1]
        value = read_digits(self.reading.word(at), english=True)
        return Part("digits", value) if value is not None and step[0] == at + 1 else step[1]

    def _inside(self, at: int) -> tuple[int, str] | None:
        """A hedge between a number and its magnitude: the token after it and its qualifier."""
        hit = self.reading.starting(at, "hedge_inside")
        return None if hit is None or (self.reading.word(at) == "+" and not self.reading.glued(at)) else hit

    def _of_magnitude(self, amount: Amount) -> Amount | None:
        """A magnitude alone: `εκατομμύρια`, `το εκατομμύριο`; an abbreviation is nothing."""
        reading, start = self.reading, amount.start
        if amount.end - start > 2 or any(c.isdigit() for c in reading.word(start - 1)):
            return None
        if reading.starting(start, "singular") is not None:
            one = reading.ending(start, "article") is not None
            return amount._replace(indefinite=False) if one else None
        return amount if reading.starting(start, "plural") is not None else None

    def _up_to(self, amount: Amount, token: int) -> Amount | None:
        """The number with a hedge or a `+` after it, where that brings it to the token."""
        if amount.end == token:
            return amount
        inside = self._inside(amount.end)
        if inside is None or inside[0] != token:
            return None
        plus = self.reading.word(amount.end) == "+"
        return amount._replace(end=token, hedge=inside[1], plus=plus)

    def _leftmost(self, token: int, floor: int) -> int:
        """How far left the tokens before `token` could be part of its number."""
        at = token
        while at > floor:
            step = piece_before(self._parts, at)
            if step is None or step < floor:
                break
            at = step
        while at < token and self._parts[at] is None:
            at += 1
        return at

    def _goes_on(self, token: int, left: int) -> bool:
        """Whether a number that began before this token goes on here, which so is a piece of it."""
        if left == token:
            return False
        if any((number := self._read(s)) is not None and number.end > token for s in range(left, token)):
            return True
        for start in range(token - 1, left - 1, -1):
            before = self._parts[start]
            if before is not None and before[0] == token:
                return self._runs_on(start, before[1].role, token, left)
        return False

    def _is_whole(self, left: int, token: int) -> bool:
        """Whether figures with their magnitude are one number up to a token: `240 εκατ.`."""
        first, number = self._parts[left], self._read(left)
        return first is not None and first[1].role == "digits" and number is not None and number.end == token

    def _runs_on(self, start: int, role: str, token: int, left: int) -> bool:
        """Whether a piece and the one right after it are one number that nobody can read."""
        here = self._parts[token]
        if here is None or YEAR.fullmatch(self.reading.word(start)):
            return False
        if self.reading.starting(token, "number_about") is not None:
            return role != "word"  # `μια δεκαριά`
        if role == here[1].role == "magnitude":
            return True  # `100 δισ. εκατομμυρίων`
        digits = here[1].role == "digits"
        if digits and role in ("digits", "piece"):
            return after_group(self.reading, token) and bool(LAST_GROUP.fullmatch(self.reading.word(token)))
        if role == "magnitude":
            return start > left and not digits and not self._is_whole(left, token)
        words = here[1].role == "word"
        # `4.151 ένα χρόνο νωρίτερα` are two numbers: nobody goes on in words after figures
        return not words if role == "digits" else role == "word" and not digits
