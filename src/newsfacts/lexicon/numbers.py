"""The one reader of numbers over the tokens of a text, for quantities, durations, decades and counts.

It reads a whole number or nothing: never the last piece of one that it doesn't understand.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from newsfacts.lexicon.lexicon import Reading
from newsfacts.text.digits import read_digits, read_fraction, writes_greek_decimals
from newsfacts.text.numbers import Number, Part, combine

DIGITS = re.compile(r"\d[\d.,]*(?:['’]\d{3})*")
YEAR = re.compile(r"(?:19|20)\d\d")
_FRACTION = re.compile(r"\d*[½¼¾]|[13]/[24]")
_FIRST_GROUP, _GROUP = re.compile(r"\d{1,3}"), re.compile(r"\d{3}")
_LAST_GROUP = re.compile(r"\d{3}(?:,\d+|\.\d\d?)?")
_POINT_DECIMAL = re.compile(r"\d+\.(?:\d\d?|\d{4,})")
_LATIN = re.compile(r"[A-Za-z]")
_MOST_GROUPS = 6
# No number of a newspaper takes more tokens than this; it bounds the work on worst cases.
MOST_TOKENS = 24

_ROLES = (
    ("number", "word"),
    ("number_about", "word"),
    ("indefinite", "indefinite"),
    ("magnitude", "magnitude"),
    ("and_half", "half"),
    ("fraction", "fraction"),
    ("decimal_comma", "comma"),
)
_PIECES = (*(category for category, _ in _ROLES), "hedge_inside")
_ZERO = Decimal(0)


def reads_as_name(word: str) -> bool:
    """Whether a word is a name by its letters alone: Latin ones, as in `iPhone`, `Wi-Fi`, `Galaxy`."""
    return _LATIN.search(word) is not None and len(word) > 1


class Amount(NamedTuple):
    """A number read: tokens `start` to `end` (exclusive) and its value.

    `indefinite`: only its order is known (millions of); `hedge`: the qualifier of words inside it or of its form,
    `plus` where that is a `+`; `magnitude`: the one that it says, 1 where it says none or several terms.
    """

    start: int
    end: int
    value: Decimal
    indefinite: bool = False
    hedge: str | None = None
    plus: bool = False
    magnitude: Decimal = Decimal(1)
    terms: int = 1


class NumberReader:
    """Reads the numbers of a Reading, from or up to a token.

    The words are those of `numbers.yaml`, which the quantities register.
    """

    def __init__(self, reading: Reading) -> None:
        """One reader for one reading."""
        self.reading = reading
        self._parts: dict[int, tuple[int, Part] | None] = {}
        self._english: bool | None = None

    def starting(self, token: int, *, english: bool = False) -> Amount | None:
        """The whole number that starts at a token; None where none does, or one that began before it goes on.

        `english`: a sign such as `$` stands before, so `1,299` is thousands. Hedges between the number and what
        follows are left unread, so `end` is the token after the number itself.
        """
        amount = self._read(token, english=english)
        return None if amount is None or self._goes_on(token, max(0, token - MOST_TOKENS)) else amount

    def ending(self, token: int, floor: int = 0) -> Amount | None:
        """The whole number that ends right before a token; None where none does, or it reaches before `floor`.

        A hedge between the number and the token (`30 περίπου MW`) belongs to it, so `end` is always `token`.
        """
        self._parts.clear()  # what is read here over and over is not read again elsewhere
        floor = max(floor, token - MOST_TOKENS, 0)
        for start in range(self._leftmost(token, floor), token):
            amount = self._read(start)
            if amount is not None and (amount := self._up_to(amount, token)) is not None:
                return None if self._goes_on(start, floor) else amount
        return None

    # -- parts ----------------------------------------------------------------------------------

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
        word = reading.word(token)
        if word[:1] in ",." and word and self._opens_decimals(token):
            return token + 2, Part("digits", Decimal(f"0.{reading.word(token + 1)}"))
        if not word[:1].isnumeric():
            return None
        if _FRACTION.fullmatch(word):
            fraction = read_fraction(word)
            return None if fraction is None else (token + 1, Part("piece", fraction))
        return self._digits(token) if DIGITS.fullmatch(word) else None

    def _opens_decimals(self, token: int) -> bool:
        """`,89 ευρώ`: a mark glued to the digits after it and to nothing before."""
        reading = self.reading
        before = reading.word(token - 1) if reading.glued(token) else ""
        return reading.glued(token + 1) and reading.word(token + 1).isdecimal() and not before[-1:].isalnum()

    def _digits(self, token: int) -> tuple[int, Part] | None:
        end = self._spaced_groups(token)
        text = "".join(self.reading.word(t) for t in range(token, end))
        english = "," in text and "." not in text and self._writes_english()
        value = read_digits(text, english=english and not self._before_magnitude(end))
        return (end, Part("digits", value)) if value is not None else None

    def _spaced_groups(self, token: int) -> int:
        """The end of thousands set apart by blanks: `1 000 000`, `12 500,50`."""
        reading, end = self.reading, token + 1
        if not _FIRST_GROUP.fullmatch(reading.word(token)) or self._after_group(token):
            return end
        while end < len(reading) and end - token < _MOST_GROUPS and not reading.glued(end):
            if not _LAST_GROUP.fullmatch(reading.word(end)) or not self._one_blank(end):
                break
            end += 1
            if not _GROUP.fullmatch(reading.word(end - 1)):
                break
        # `iPhone 17 599 ευρώ`: whose number 17 is nobody can tell
        named = end == token + 2 and reading.word(end - 1) != "000" and reads_as_name(reading.word(token - 1))
        return token + 1 if named else end

    def _after_group(self, token: int) -> bool:
        """Whether a blank sets this group apart from one before it, so that no number starts here."""
        reading = self.reading
        return token > 0 and self._one_blank(token) and bool(_FIRST_GROUP.fullmatch(reading.word(token - 1)))

    def _one_blank(self, token: int) -> bool:
        return self.reading.starts[token] - self.reading.ends[token - 1] == 1

    def _before_magnitude(self, token: int) -> bool:
        return self.reading.starting(token, "magnitude") is not None

    def _writes_english(self) -> bool:
        """Whether the text writes its decimals with a point and a comma only before three digits."""
        if self._english is None:
            self._english = not writes_greek_decimals(self.reading.text) and any(
                _POINT_DECIMAL.fullmatch(self.reading.word(token))
                for start, end, _ in self.reading.found("unit")
                for token in (start - 1, end)
            )
        return self._english

    # -- numbers --------------------------------------------------------------------------------

    def _read(self, token: int, *, english: bool = False) -> Amount | None:
        """The number that starts at a token, as long as it can be."""
        parts: list[Part] = []
        ends: list[int] = []
        hedge, at = None, token
        while at < len(self.reading) and len(parts) < MOST_TOKENS:
            step = self.part(at) or self._link(at, parts)
            if step is None:
                inside = self._inside(at) if parts else None
                if inside is None or self.part(inside[0]) is None:
                    break
                at, hedge = inside
                continue
            if english and not parts and step[1].role == "digits":
                step = step[0], self._english_digits(at, step)
            at, part = step
            parts.append(part)
            ends.append(at)
        number = self._apart(combine(parts), parts, ends)
        if number is None:
            return None
        end = ends[number.used - 1]
        if self.reading.starting(token, "number_about") is not None:
            hedge = "about"
        amount = Amount(
            token, end, number.value, number.indefinite, hedge, False, number.magnitude, number.terms
        )
        return self._of_magnitude(amount) if parts[0].role == "magnitude" else amount

    def _link(self, at: int, parts: list[Part]) -> tuple[int, Part] | None:
        """What holds two parts of a number together: `και`, a comma, a hyphen, the article of a magnitude."""
        reading = self.reading
        role = parts[-1].role if parts else ""
        if role == "magnitude":
            if reading.word(at) == ",":
                return (at + 1, Part("pause", _ZERO)) if self.part(at + 1) is not None else None
            if (hit := reading.starting(at, "number_and")) is not None and self.part(hit[0]) is not None:
                return hit[0], Part("joint", _ZERO)
        if role == "word" and reading.norm(at) == "-" and reading.glued(at) and reading.glued(at + 1):
            return at + 1, Part("hyphen", _ZERO)
        if role == "fraction" and (hit := reading.starting(at, "article")) is not None:
            return self.part(hit[0])
        return None

    def _apart(self, number: Number | None, parts: list[Part], ends: list[int]) -> Number | None:
        """Without what `αντίστοιχα` sets apart: `5 εκατ. και 300 χιλ. ευρώ αντίστοιχα` are two numbers."""
        if number is None or number.terms == 1:
            return number
        joints = [i for i, part in enumerate(parts[: number.used]) if part.role in ("joint", "pause")]
        end = ends[number.used - 1]
        if joints and any(self.reading.starting(t, "respectively") for t in range(end, end + 4)):
            return combine(parts[: joints[0]])
        return number

    def _english_digits(self, at: int, step: tuple[int, Part]) -> Part:
        """A digit group after `$`: `$1,299` is thousands, but not `$1,299 δισ.`."""
        if self._before_magnitude(step[0]):
            return step[1]
        value = read_digits(self.reading.word(at), english=True)
        return Part("digits", value) if value is not None and step[0] == at + 1 else step[1]

    def _inside(self, at: int) -> tuple[int, str] | None:
        """A hedge between a number and its magnitude: the token after it and its qualifier."""
        hit = self.reading.starting(at, "hedge_inside")
        return None if hit is None or (self.reading.word(at) == "+" and not self.reading.glued(at)) else hit

    def _of_magnitude(self, amount: Amount) -> Amount | None:
        """A magnitude alone: `εκατομμύρια` are millions, `το εκατομμύριο` is one; an abbreviation is nothing."""
        reading, start = self.reading, amount.start
        if amount.end - start > 2 or any(c.isdigit() for c in reading.word(start - 1)):
            return None
        if reading.starting(start, "singular") is not None:
            one = reading.ending(start, "article") is not None
            return amount._replace(indefinite=False) if one else None
        return amount if reading.starting(start, "plural") is not None else None

    # -- from the right -------------------------------------------------------------------------

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
            step = self._before(at)
            if step is None or step < floor:
                break
            at = step
        while at < token and self.part(at) is None:
            at += 1
        return at

    def _before(self, at: int) -> int | None:
        """Where the piece of a number, or what links two, starts that ends before token `at`."""
        reading = self.reading
        word = reading.word(at - 1)
        if word[:1].isnumeric() and (DIGITS.fullmatch(word) or _FRACTION.fullmatch(word)):
            return at - 2 if self._is_decimal_mark(at - 2) else at - 1
        if at in reading.tails:
            for category in _PIECES:
                if (hit := reading.ending(at, category)) is not None:
                    return hit[0]
        if word == "," or (reading.norm(at - 1) == "-" and reading.glued(at) and reading.glued(at - 1)):
            return at - 1
        for category in ("number_and", "article"):
            if (hit := reading.ending(at, category)) is not None:
                return hit[0] if self._before_link(hit[0], category) else None
        return None

    def _is_decimal_mark(self, at: int) -> bool:
        return at >= 0 and self.reading.word(at) in (",", ".") and self._opens_decimals(at)

    def _before_link(self, at: int, category: str) -> bool:
        wanted = "magnitude" if category == "number_and" else "fraction"
        return self.reading.ending(at, wanted) is not None

    def _goes_on(self, token: int, floor: int) -> bool:
        """Whether a number that began before this token goes on here, so that what starts here is a piece of it."""
        reading, left = self.reading, self._leftmost(token, floor)
        if left == token:
            return False
        if any((number := self._read(s)) is not None and number.end > token for s in range(left, token)):
            return True
        before = next((s for s in range(token - 1, left - 1, -1) if (p := self.part(s)) and p[0] == token), None)
        if before is None:
            return False
        role, here = self._parts[before][1].role, self.part(token)  # type: ignore[index]
        if YEAR.fullmatch(reading.word(before)) or here is None:
            return False
        if here[1].role == "digits" and role in ("digits", "piece"):
            return self._after_group(token) and bool(_LAST_GROUP.fullmatch(reading.word(token)))
        if role == "magnitude":
            return before > left and here[1].role != "digits"
        return role == "digits" or (role == "word" and here[1].role != "digits")
