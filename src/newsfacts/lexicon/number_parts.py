"""The pieces of numbers at the tokens of a text: digits, words, magnitudes and what holds them together."""

import re
from decimal import Decimal

from newsfacts.lexicon.lexicon import Reading
from newsfacts.text.digits import read_digits, read_fraction, writes_greek_decimals, writes_thousandths
from newsfacts.text.numbers import Part

DIGITS = re.compile(r"\d[\d.,]*(?:['’]\d{3})*")
YEAR = re.compile(r"(?:19|20)\d\d")
FRACTION = re.compile(r"\d*[½¼¾]|[13]/[24]")
LAST_GROUP = re.compile(r"\d{3}(?:,\d+|\.\d\d?)?")
_DECIMALS = re.compile(r"\d\d?")
# what asks for one amount
_ASKED = ("hedge_before", "range_decimals_after")
_FIRST_GROUP, _GROUP = re.compile(r"\d{1,3}"), re.compile(r"\d{3}")
_POINT_DECIMAL = re.compile(r"\d+\.(?:\d\d?|\d{4,})")
_LATIN = re.compile(r"[A-Za-z]")
# letters typed for a nought or a one, alone or after digits
_LIKE_DIGITS = re.compile(r"[0-9]*[OoΟοlI]+")
_MOST_GROUPS = 6
_ZERO = Decimal(0)

_ROLES = (
    ("number", "word"),
    ("number_about", "word"),
    ("indefinite", "indefinite"),
    ("magnitude", "magnitude"),
    ("and_half", "half"),
    ("fraction", "fraction"),
    ("decimal_comma", "comma"),
)
GOES_ON = frozenset({"hedge_inside", *(category for category, _ in _ROLES)})
"""Categories of which one begins right after the digits of a number that goes on, if no digit does."""


def reads_as_name(word: str) -> bool:
    """Whether a word is a name by its letters alone: Latin ones, as in `iPhone`, `Wi-Fi`, `Galaxy`."""
    return _LATIN.search(word) is not None and len(word) > 1


class Parts(dict[int, tuple[int, Part] | None]):
    """The piece of a number that starts at each token, with the token after it; None where none does."""

    def __init__(self, reading: Reading) -> None:
        """Those of one reading, found as they are asked for."""
        super().__init__()
        self.reading = reading
        self.words: dict[int, tuple[int, Part]] = {}
        """The words among them, magnitudes too, by the token they start at."""
        self.starts: dict[int, int] = {}
        """Where the word, or hedge inside a number, starts that ends before a token."""
        for category, role in reversed(_ROLES):
            if category in reading.rows:
                for start, (end, value) in reading.forms(category).items():
                    self.words[start] = end, Part(role, value)
                    self.starts[end] = min(start, self.starts.get(end, start))
        if "hedge_inside" in reading.rows:
            for start, (end, _) in reading.forms("hedge_inside").items():
                self.starts.setdefault(end, start)

    def __missing__(self, token: int) -> tuple[int, Part] | None:
        """Looked up once."""
        part = self[token] = self.words.get(token) or _part(self.reading, token)
        return part


def opens_decimals(reading: Reading, token: int) -> bool:
    """Whether `,89 ευρώ` begins at a token: a mark glued to the digits after it and to nothing before."""
    if reading.word(token) not in (",", ".") or not reading.glued(token + 1):
        return False
    # `1 ,5%`: a blank too many, and no number of its own
    before = reading.word(token - 1)
    before = before if reading.glued(token) or before[-1:].isdigit() else ""
    return reading.word(token + 1).isdecimal() and not before[-1:].isalnum()


def _slipped(reading: Reading, token: int) -> bool:
    """Whether digits end a number with a slip in it: `ο,6%`, `1 ,5%`, `στα 12, 5 εκατ.`, `στα 12. 500`."""
    mark, before = reading.word(token - 1), reading.word(token - 2)
    if mark not in (",", "."):
        return False
    if reading.glued(token):
        apart = not reading.glued(token - 1)
        return before[-1:].isdigit() if apart else _LIKE_DIGITS.fullmatch(before) is not None
    if not reading.glued(token - 1):
        return False
    if not _FIRST_GROUP.fullmatch(before) or not _one_blank(reading, token) or _is_listed(reading, token):
        return False
    long = _GROUP.fullmatch(reading.word(token)) is not None
    # of percents the last may stand alone: `σε 2, 7%`
    decimals = mark == "," and reading.word(token + 1) != "%"
    return (long or decimals) and reading.ending(token - 2, "range_opened_by") is not None


def _is_listed(reading: Reading, token: int) -> bool:
    """Whether after digits behind a comma a list goes on: `12, 15 και 20%`, `10, 16, 25 ή 40 kW`."""
    hit, joint = reading.starting(token + 1, "number_and"), reading.starting(token + 1, "joint")
    if hit is None and joint is not None and joint[1] == "either":
        hit = joint
    comma = reading.word(token + 1) == "," and not reading.glued(token + 2)
    after = hit[0] if hit is not None else token + 2
    return (hit is not None or comma) and reading.word(after)[:1].isdigit()


def _set_apart(reading: Reading, token: int) -> str | None:
    """The decimals that a blank behind the comma set apart: `κατά 22, 7%`, `στα 12, 5 εκατ.`, `0, 5%`.

    Only where one amount is asked for, and a magnitude, a unit or the other end of a range follows:
    `Galaxy 22, 7% κάτω` are two numbers, and so are those of a list.
    """
    if reading.word(token + 1) != "," or not reading.glued(token + 1) or reading.glued(token + 2):
        return None
    word, decimals, end = reading.word(token), reading.word(token + 2), token + 3
    written = _FIRST_GROUP.fullmatch(word) and _DECIMALS.fullmatch(decimals) and _one_blank(reading, end - 1)
    if not written or not (word == "0" or any(reading.ending(token, before) for before in _ASKED)):
        return None
    joint = reading.starting(end, "joint")
    follows = before_magnitude(reading, end) or reading.starting(end, "unit") is not None
    return decimals if follows or (joint is not None and joint[1] == "to") else None


def after_group(reading: Reading, token: int) -> bool:
    """Whether a blank sets a token apart from up to three digits before it, as thousands are.

    So may two, where a text is justified: nobody can tell, so it is a piece of them.
    """
    return (
        token > 0
        and reading.starts[token] - reading.ends[token - 1] in (1, 2)
        and bool(_FIRST_GROUP.fullmatch(reading.word(token - 1)))
    )


def before_magnitude(reading: Reading, token: int) -> bool:
    """Whether a magnitude starts at a token."""
    return reading.starting(token, "magnitude") is not None


def _part(reading: Reading, token: int) -> tuple[int, Part] | None:
    word = reading.word(token)
    if word in (",", ".") and opens_decimals(reading, token):
        return token + 2, Part("digits", Decimal(f"0.{reading.word(token + 1)}"))
    if not word[:1].isnumeric():
        return None
    if (decimals := _set_apart(reading, token)) is not None:
        return token + 3, Part("digits", Decimal(f"{word}.{decimals}"))
    if _slipped(reading, token):
        return None
    if FRACTION.fullmatch(word):
        fraction = read_fraction(word)
        return None if fraction is None else (token + 1, Part("piece", fraction))
    return _digits(reading, token) if DIGITS.fullmatch(word) else None


def _digits(reading: Reading, token: int) -> tuple[int, Part] | None:
    end = _spaced_groups(reading, token)
    text = "".join(map(reading.word, range(token, end)))
    single = "," in text and "." not in text and not before_magnitude(reading, end)
    english = single and (_writes_english(reading) or _round_money(reading, token, end, text))
    value = read_digits(text, english=english)
    return (end, Part("digits", value)) if value is not None else None


def _round_money(reading: Reading, start: int, end: int, text: str) -> bool:
    """Whether it is as in `€960,000`, which no decimals are; but `22,000 ευρώ` may be a price of shares."""
    if not text.endswith(",000"):
        return False
    before, after = reading.ending(start, "unit"), reading.starting(end, "unit")
    if not any(hit is not None and hit[1].kind == "money" for hit in (before, after)):
        return False
    if len(text) == len("000,000"):
        return True
    if reading.decimals is None:  # asked of the whole text, so once
        reading.decimals = writes_greek_decimals(reading.text) or writes_thousandths(reading.text)
    return not reading.decimals and not _is_price_of_one(reading, end if after is None else after[0])


def _is_price_of_one(reading: Reading, end: int) -> bool:
    """Whether a rate stands after an amount of money: `/kWh`, `ανά λίτρο`, `το λίτρο`, but not `το 2025`."""
    if reading.word(end) == "/" or reading.starting(end, "range_counted_by") is not None:
        return True
    one = reading.starting(end, "range_counted_by_one")
    return one is not None and not reading.word(one[0])[:1].isdigit()


def _spaced_groups(reading: Reading, token: int) -> int:
    """The end of thousands set apart by blanks: `1 000 000`, `12 500,50`."""
    end = token + 1
    if not LAST_GROUP.fullmatch(reading.word(end)) or not _FIRST_GROUP.fullmatch(reading.word(token)):
        return end
    if after_group(reading, token) or reading.word(token).startswith("0"):
        return end
    while end < len(reading) and end - token < _MOST_GROUPS:
        if not LAST_GROUP.fullmatch(reading.word(end)) or not _one_blank(reading, end):
            break
        end += 1
        if not _GROUP.fullmatch(reading.word(end - 1)):
            break
    # `iPhone 17 599 ευρώ`: whose number 17 is nobody can tell
    named = end == token + 2 and reading.word(end - 1) != "000" and reads_as_name(reading.word(token - 1))
    return token + 1 if named else end


def _one_blank(reading: Reading, token: int) -> bool:
    return reading.starts[token] - reading.ends[token - 1] == 1


def _writes_english(reading: Reading) -> bool:
    """Whether the text writes its decimals with a point and a comma only before three digits."""
    if reading.english is None:
        reading.english = not writes_greek_decimals(reading.text) and any(
            _POINT_DECIMAL.fullmatch(reading.word(token))
            for start, end, _ in reading.found("unit")
            for token in (start - 1, end)
        )
    return reading.english


def link(parts: Parts, at: int, role: str) -> tuple[int, Part] | None:
    """What holds the next part to one of this role: `και`, a comma, a hyphen, the article of a magnitude."""
    reading = parts.reading
    if role == "magnitude":
        if reading.word(at) == ",":
            return (at + 1, Part("pause", _ZERO)) if parts[at + 1] is not None else None
        if (hit := reading.starting(at, "number_and")) is not None and parts[hit[0]] is not None:
            return hit[0], Part("joint", _ZERO)
    if role == "word" and reading.norm(at) == "-" and reading.glued(at) and reading.glued(at + 1):
        return at + 1, Part("hyphen", _ZERO)
    if role == "fraction" and (hit := reading.starting(at, "article")) is not None:
        return parts[hit[0]]
    return None


def piece_before(parts: Parts, at: int) -> int | None:
    """Where the piece of a number, or what links two, starts that ends before token `at`."""
    reading = parts.reading
    word = reading.word(at - 1)
    if word[:1].isnumeric() and (DIGITS.fullmatch(word) or FRACTION.fullmatch(word)):
        return at - 2 if at > 1 and opens_decimals(reading, at - 2) else at - 1
    if (start := parts.starts.get(at)) is not None:
        return start
    if word == "," or (reading.norm(at - 1) == "-" and reading.glued(at) and reading.glued(at - 1)):
        return at - 1
    for category, wanted in (("number_and", "magnitude"), ("article", "fraction")):
        if (hit := reading.ending(at, category)) is not None:
            return hit[0] if reading.ending(hit[0], wanted) is not None else None
    return None
