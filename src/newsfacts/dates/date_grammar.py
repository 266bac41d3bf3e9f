"""The grammar of calendar expressions and lengths of time.

At a token it reads the longest of: `[modifier] period [of year]`, `[weekday] day month [year]`,
`part of period`, ranges of all of them, and `number unit`. All words come from the pattern files.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from newsfacts.dates.calendar import Part, Range, Resolved, Tense, Turn, Unit, When, resolve
from newsfacts.facts import AnyFact, DateFact, DurationFact
from newsfacts.lexicon.lexicon import Reading
from newsfacts.packs.date_schema import DatesFile
from newsfacts.packs.forms import expand
from newsfacts.text.fold import fold, one_script, unaccented
from newsfacts.text.numbers import LONGEST

# How many tokens of its clause tell the tense of a date, at most.
_CLAUSE = 25
_YEAR = re.compile(r"1\d{3}|2[01]\d\d")
_DAY = re.compile(r"0?[1-9]|[12]\d|3[01]")
_DIGITS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?")
NUMERIC = re.compile(
    r"(?<![\w.,/:-])(?:"
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?=T\d|\b)(?!-\d)"
    r"|(?P<D>\d{1,2})(?P<sep>[/.-])(?P<M>\d{1,2})(?P=sep)(?P<Y>\d{4}|\d{2})"
    r"|(?P<yy>\d{4})(?P<sep2>[/.])(?P<mm>\d{2})(?P=sep2)(?P<dd>\d{2})"
    r"|(?P<my>\d{1,2})[/-](?P<yy2>(?:19|20|21)\d\d)"
    r"|(?P<y1>(?:19|20|21)\d\d)/(?P<y2>\d{4}|\d{2})"
    r"|(?P<ds>\d{1,2})/(?P<ms>\d{1,2})"
    r")(?![\w/%]|[.,:-]\d)"
)
_DECIMALS = re.compile(r"[.,:]\d")
_COUNT = re.compile(r"\d{1,3}")
_DECADE = re.compile(r"'?\d0")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_ISO = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}
_TIME_UNITS = {"second", "minute", "hour"}
_YEARS = {"decade": 10, "century": 100, "millennium": 1000}
_SIZE = ["second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "millennium"]
_SENTENCE_END = {".", ";", "!", "·", "…"}
_CLAUSE_END = {",", ":", "-", "(", ")"}
_RECURRING = ("day", "months", "season", "holiday", "easter", "month_week")


class Found(NamedTuple):
    """An expression read at a token: where it ends, what it says, and what `never` calls it."""

    end: int
    when: When | Range
    name: str = "date"


class Length(NamedTuple):
    """A length of time read at a token."""

    end: int
    iso: str
    name: str


class YearRef(NamedTuple):
    """The year of an expression: a number, or so many years from the reference."""

    end: int
    year: int | None
    shift: int | None


class Numbers(NamedTuple):
    """A number and where it ends."""

    end: int
    value: Decimal


@lru_cache(maxsize=20_000)
def iso_length(value: Decimal, unit: str) -> str:
    """An ISO 8601 duration; parts of years and hours become whole months and minutes.

    >>> [iso_length(Decimal(n), u) for n, u in (("1.5", "year"), ("0.5", "century"), (48, "hour"))]
    ['P18M', 'P50Y', 'PT48H']
    """
    if unit in _YEARS:
        value, unit = value * _YEARS[unit], "year"
    for big, small, times in (
        ("year", "month", 12),
        ("day", "hour", 24),
        ("hour", "minute", 60),
        ("minute", "second", 60),
    ):
        if unit == big and value % 1 and not (value * times) % 1:
            value, unit = value * times, small
    amount = f"{value.normalize():f}"
    return f"P{'T' if unit in _TIME_UNITS else ''}{amount}{_ISO[unit]}"


class _Sets(dict[str, frozenset[str]]):
    """Word lists by name, empty where no file has one."""

    def __missing__(self, name: str) -> frozenset[str]:
        return frozenset()


class Vocabulary:
    """The words of the pattern files in the form in which the grammar asks for them."""

    def __init__(self, patterns: DatesFile) -> None:
        """Expand and fold the short word lists; the long ones go to the lexicon."""
        self.sets = _Sets((name, _folded(shorts)) for name, shorts in patterns.words.items())
        self.exact_one = {form for short in patterns.words.get("exact_one", []) for form in expand(short)}
        self.future = _alternatives(patterns.patterns.get("future", []))
        endings = "|".join(patterns.patterns.get("ordinal_ending", [])) or "(?!)"
        self.ordinal = re.compile(rf"(\d{{1,2}})(?:{endings})")
        self.report = _alternatives(patterns.patterns.get("report", []))
        self.past = _alternatives(patterns.patterns.get("past", []))
        self.never: dict[str, list[tuple[re.Pattern[str] | None, re.Pattern[str] | None]]] = {}
        for row in patterns.never:
            pair = (
                re.compile(row.before) if row.before else None,
                re.compile(row.after) if row.after else None,
            )
            for name in row.of:
                self.never.setdefault(name, []).append(pair)


def _folded(shorts: Sequence[str]) -> frozenset[str]:
    return frozenset(" ".join(fold(w) for w in form.split()) for short in shorts for form in expand(short))


def _alternatives(patterns: Sequence[str]) -> Callable[[str], Any]:
    joined = "|".join(f"(?:{p})" for p in patterns) or "(?!)"
    return lru_cache(maxsize=50_000)(re.compile(joined).fullmatch)


class Grammar:
    """Reads expressions in one text.

    It remembers the last year that it read, for `the same year`.
    """

    def __init__(
        self, reading: Reading, words: Vocabulary, reference: date | None, heads: Mapping[int, frozenset[str]]
    ) -> None:
        """`heads`: which categories have a form at a token; `reference`: the day of writing, where known."""
        self.reading, self.words, self.reference = reading, words, reference
        self.size = len(reading)
        self.last_year: int | None = None
        self.norm = reading.norm  # the folded word of a token
        self._sets, self._form_heads = words.sets, reading.heads
        self.heads = heads

    # What stands at a token

    def has(self, token: int, name: str) -> bool:
        """Whether a token is in a word list."""
        return self.norm(token) in self._sets[name]

    def at(self, token: int, category: str) -> Any:
        """The longest form of a category that starts at a token: its end and payload, or None."""
        return self.reading.starting(token, f"date.{category}") if token in self._form_heads else None

    def unit_at(self, token: int) -> tuple[int, str, bool] | None:
        """End and name of a unit of time, and whether it is a plural."""
        found = self.at(token, "unit")
        if not found:
            return None
        end, (name, many) = found
        return (
            end,
            name,
            many and unicodedata.normalize("NFC", self.reading.word(token)) not in self.words.exact_one,
        )

    def after(self, token: int, name: str) -> int:
        """The token after one that is in a word list, else the same token."""
        return token + 1 if self.has(token, name) else token

    def never(self, name: str, start: int, end: int) -> bool:
        """Whether the words around say that this is none."""
        rows = self.words.never.get(name)
        if not rows:
            return False
        before = " ".join(self._around(range(start - 1, start - 5, -1))[::-1])
        after = " ".join(self._around(range(end, end + 4)))
        return any((b and b.search(before)) or (a and a.search(after)) for b, a in rows)

    def _around(self, tokens: range) -> list[str]:
        words = []
        for token in tokens:
            if not 0 <= token < self.size or "\n" in self.reading.word(token):
                break
            words.append(self.norm(token))
        return words

    # Facts

    def read(self, token: int) -> Found | Length | None:
        """The longest expression that starts at a token."""
        length, found = self.length(token), self.expression(token)
        if length and (found is None or length.end > found.end):
            never = self.never(length.name, token, length.end) or self.never("duration", token, length.end)
            return None if never else length
        if found is None or self.never(found.name, token, found.end):
            return None
        return found

    def fact(self, token: int, found: Found | Length) -> AnyFact | None:
        """The fact that an expression states; None where no calendar has such a day."""
        start, end = self.reading.starts[token], self.reading.ends[found.end - 1]
        place: dict[str, Any] = {
            "text": self.reading.text[start:end],
            "start_char": self.reading.offset + start,
            "end_char": self.reading.offset + end,
            "sentence": self.reading.sentences.text_at(start, end),
        }
        if isinstance(found, Length):
            return DurationFact(**place, iso=found.iso)
        tense = self.tense(token, found.end) if _open(found.when) else ""
        if not tense and found.name == "weekday" and self._until(token):
            tense = "future"
        resolved: Resolved | None = resolve(found.when, self.reference, tense)
        if resolved is None:
            return None
        if resolved.start:
            self.last_year = resolved.start.year
        return DateFact(**place, start_date=resolved.start, end_date=resolved.end, timex=resolved.timex)

    def _until(self, token: int) -> bool:
        """`έως και την Παρασκευή`: with no past verb, the one to come."""
        before = token - 1 - self.has(token - 1, "the")
        return self.has(before - self.has(before, "and"), "to")

    def tense(self, start: int, end: int) -> Tense:
        """Past or future, as the clause of an expression says; the verb nearest to it decides."""
        ahead, back = self._side(range(end, end + _CLAUSE)), self._side(range(start - 1, start - _CLAUSE, -1))
        for near, far in zip(ahead, back, strict=True):
            for tense in _nearest(near, far):
                if tense:
                    return tense
        return ""

    def _side(self, tokens: range) -> tuple[list[Tense], list[Tense]]:
        """Tenses of the words on one side: in the clause, and beyond its comma in the sentence."""
        clause: list[Tense] = []
        beyond: list[Tense] = []
        current = clause
        for token in tokens:
            norm = self.norm(token)
            if not norm or norm in _SENTENCE_END or "\n" in norm:
                break
            if norm in _CLAUSE_END or norm in self._sets["clause_end"]:
                if current is beyond:
                    break
                current = beyond
            current.append(self._tense_of(token, norm))
        return clause, beyond

    def _tense_of(self, token: int, norm: str) -> Tense:
        if self.words.future(norm):
            return "future"
        if self.words.past(norm) and norm not in self._sets["not_past"]:
            # the verb after a future particle is no past: `θα αποφασίσει`, `να πείσει`
            return "" if self.has(token - 1, "particle") else "past"
        return ""

    # Expressions

    def expression(self, token: int) -> Found | None:
        """A date, or a range of dates."""
        first = self.simple(token)
        return self.ranged(token, first) if first else None

    def simple(self, token: int) -> Found | None:
        """The longest date that is no range."""
        if token >= self.size:
            return None
        best: Found | None = None
        for rule in self._rules_at(token):
            found = rule(self, token)
            if found and (best is None or found.end > best.end):
                best = found
        return best

    def _rules_at(self, token: int) -> "Sequence[Rule]":
        """The rules that can read what stands at a token."""
        if self.norm(token)[:1].isdigit():
            return _DIGIT_RULES
        heads = self.heads.get(token)
        return () if heads is None else _rules_for(heads)

    def ranged(self, token: int, first: Found) -> Found:
        """A range where a second date follows, else the first alone."""
        if isinstance(first.when, Range):
            return first
        second = self._second(token, first)
        if second is None or isinstance(second.when, Range):
            return first
        when = _joined(first.when, second.when)
        if when and not _open(when) and resolve(when, self.reference) is None:
            # `Φεβρουάριος 2018 - Ιανουάριος 2018` compares
            return first
        return Found(second.end, when, "range") if when else first

    def _second(self, token: int, first: Found) -> Found | None:
        """The end of a range; the word before says whether unlike things make one."""
        at, opened = first.end, self._opened(token)
        assert isinstance(first.when, When)
        if self.norm(at) == "-":
            short = self._short_end(at, first.when)
            if short:
                return short
            second = self._loose(at + 1)
        elif self.has(at, "to"):
            second = self._loose(self.after(self.after(at + 1, "and"), "the"))
        elif opened == "between" and self.has(at, "and"):
            second = self._loose(self.after(at + 1, "the"))
        else:
            return None
        if second is None or isinstance(second.when, Range):
            return None
        return second if opened or _kind(first.when) == _kind(second.when) else None

    def _opened(self, token: int) -> str:
        """Whether a word before, past its article, opens a range."""
        for before in (token - 1, token - 2):
            if self.has(before, "between"):
                return "between"
            if self.has(before, "from"):
                return "from"
            if not self.has(before, "the"):
                return ""
        return ""

    def _short_end(self, dash: int, first: When) -> Found | None:
        """The second year of `2025-26`."""
        word = self.norm(dash + 1)
        if first.unit != "year" or first.year is None or not re.fullmatch(r"\d\d", word):
            return None
        year = first.year // 100 * 100 + int(word)
        glued = self.reading.glued(dash) and self.reading.glued(dash + 1)
        return Found(dash + 2, When("year", year=year)) if glued and year > first.year else None

    def _loose(self, token: int) -> Found | None:
        """A date in a place where a bare number can only be a year."""
        year = self.year_number(token)
        found = self.simple(token) if token < self.size else None
        if year and (found is None or found.end < year.end):
            return Found(year.end, When("year", year=year.year))
        return found

    # Years

    def year_number(self, token: int) -> YearRef | None:
        """Four digits, or two after an apostrophe; `A.D.` belongs to it."""
        if token >= self.size:
            return None
        short = self.at(token, "short_year")
        if short:
            return YearRef(short[0], _full_year(int(self.norm(short[0] - 1)[-2:])), None)
        era = self.at(token + 1, "after_christ")
        norm = self.norm(token)
        if not (_YEAR.fullmatch(norm) or (era and re.fullmatch(r"\d{1,4}", norm) and int(norm))):
            return None
        return YearRef(era[0] if era else token + 1, int(self.norm(token)), None)

    def year(self, token: int) -> Found | None:
        """A bare year, where the words around do not count something with it."""
        before_christ = self._before_christ(token)
        if before_christ:
            return before_christ
        ref = self.year_number(token)
        if ref is None or ref.year is None:
            return None
        if ref.end == token + 1 and not self._is_year(token, ref.year):
            return None
        if self.norm(token).startswith("'") and not self.has(token - 1, "the"):
            return None
        return Found(ref.end, When("year", year=ref.year), "calendar_year")

    def _before_christ(self, token: int) -> Found | None:
        era = self.at(token + 1, "before_christ") if self.norm(token).replace(".", "").isdigit() else None
        return Found(era[0], When("undated", label=f"BC{self.norm(token)}")) if era else None

    def _is_year(self, token: int, year: int) -> bool:
        before = self.norm(token - 1)
        if not 1900 <= year <= 2100 and before != "(" and before not in self._sets["old_year_before"]:
            return False
        if before == "-" and self.norm(token - 2)[:1].isdigit():
            return False
        if before[:1].isdigit() or (self.reading.glued(token) and before[:1].isalpha()):
            return False
        end = self.reading.ends[token]
        if _DECIMALS.match(self.reading.text, end):
            return False
        # `«Ερμής 2030»` is a name too
        if self.norm(token + 1) == '"' and self.reading.word(max(token - 1, 0))[:1].isupper():
            return False
        # `Office 2024`: a name in Latin letters takes the number for itself
        return not (before.isascii() and before.isalpha() and len(before) > 2)

    def year_of(self, token: int, *, bare: int = 0) -> YearRef | None:
        """The year after a month, season or period; `bare`: what `του χρόνου` means here."""
        after = self.after(token, "of")
        year = self.year_number(self.after(after, "year_noun"))
        if year:
            return year
        turned = self.at(after, "turn")
        if turned and self.has(turned[0], "year_noun"):
            return YearRef(turned[0] + 1, None, _steps(turned[1]))
        shift = self.at(token, "shift")
        if shift and shift[1][0] == "year" and after == token:
            return YearRef(shift[0], None, shift[1][1])
        if after == token:
            return None
        if self.has(after, "same") and self.has(after + 1, "bare_year"):
            return YearRef(after + 2, self.last_year, None if self.last_year else 0)
        if self.has(after, "bare_year"):
            return YearRef(after + 1, None, bare if self.has(after, "next_year") else 0)
        return None

    def dated(self, end: int, when: When, *, bare: int = 0) -> Found:
        """An expression that comes round every year, with the year that follows it."""
        if self.norm(end) == "'":
            pass
        ref = self.year_of(end, bare=bare)
        if ref is None:
            return Found(end, when)
        return Found(ref.end, when._replace(year=ref.year, shift=ref.shift))

    # Days and months

    def numeric(self, token: int) -> Found | None:
        """A date in digits."""
        match = NUMERIC.match(self.reading.text, self.reading.starts[token])
        if not match:
            return None
        return self._numeric(token, match, self.has(token - 1, "numeric_before") or self._in_brackets(token))

    def _in_brackets(self, token: int) -> bool:
        """`την Παρασκευή (8/6)`; by itself only a day above 12 is no fraction: `(22/7)`."""
        if self.norm(token - 1) != "(":
            return False
        day = self.norm(token).split("/")[0]
        named = self.reading.ending(token - 1, "date.weekday") or self.reading.ending(token - 1, "date.shift")
        return self.norm(token + 1) == ")" and (named is not None or (day.isdigit() and int(day) > 12))

    def _numeric(self, token: int, match: re.Match[str], short: bool) -> Found | None:
        end = bisect_left(self.reading.ends, match.end()) + 1
        if end > self.size or self.reading.ends[end - 1] != match.end():
            return None
        g = match.groupdict()
        era = self.at(end, "after_christ")
        end = era[0] if era else end
        if g["y"] or g["yy"]:
            year, month, day = (g["y"], g["m"], g["d"]) if g["y"] else (g["yy"], g["mm"], g["dd"])
            return Found(end, When("day", int(month), int(day), int(year)))
        if g["D"]:
            return self._day_first(end, g)
        if g["my"]:
            when = When("months", int(g["my"]), 1, int(g["yy2"]))
            return Found(end, when, "numeric_month") if 1 <= when.a <= 12 else None
        if g["y1"]:
            first, second = int(g["y1"]), int(g["y1"][: 4 - len(g["y2"])] + g["y2"])
            years = Range(When("year", year=first), When("year", year=second))
            return Found(end, years) if second == first + 1 else None
        return Found(end, When("day", int(g["ms"]), int(g["ds"])), "numeric_short") if short else None

    def _day_first(self, end: int, g: dict[str, str]) -> Found | None:
        """`23/9/2025`; with points and a short year only `23.09.25`, since `1.2.10` is a version."""
        if len(g["Y"]) == 2 and (g["sep"] == "-" or (g["sep"] == "." and len(g["D"] + g["M"]) < 4)):
            return None
        year = int(g["Y"]) if len(g["Y"]) == 4 else _full_year(int(g["Y"]), pivot=69)
        return Found(end, When("day", int(g["M"]), int(g["D"]), year))

    def day_number(self, token: int) -> int | None:
        """A day of the month, in digits, as an ordinal, or `πρώτη`."""
        norm = self.norm(token)
        if _DAY.fullmatch(norm):
            return int(norm)
        ordinal = self.words.ordinal.fullmatch(norm)
        if ordinal:
            return int(ordinal[1]) if 1 <= int(ordinal[1]) <= 31 else None
        return 1 if norm in self._sets["day_word"] else None

    def day_month(self, token: int) -> Found | None:
        """`23 Σεπτεμβρίου 2025`, `3-5 Ιουνίου`, `11 του μήνα`."""
        first = self.day_number(token)
        if first is None or self._part_of_number(token):
            return None
        at, last = token + 1, first
        joined = self._next_day(at)
        if joined:
            at, last = joined
        end = self._month_after(at)
        if end is None:
            return self._day_of_this_month(at, first) if last == first else None
        month = end[1]
        found = self.dated(end[0], When("day", month, last), bare=1)
        assert isinstance(found.when, When)
        if last == first and not joined:
            return found
        when = Range(found.when._replace(b=first), found.when)
        return Found(found.end, when) if first < last else None

    def _part_of_number(self, token: int) -> bool:
        """Whether digits stand right before, so that this is the tail of something longer."""
        before = self.norm(token - 1)
        return before == "-" and self.reading.glued(token) and self.norm(token - 2)[:1].isdigit()

    def _next_day(self, at: int) -> tuple[int, int] | None:
        """The second day of `3-5 Ιουνίου`, `28 και 29 Ιουνίου`."""
        if not (self.norm(at) == "-" or self.has(at, "to") or self.has(at, "and")):
            return None
        after = at + 1
        if self.has(at, "to"):
            after = self.after(self.after(after, "and"), "the")
        day = self.day_number(after)
        return (after + 1, day) if day and self._month_after(after + 1) else None

    def _month_after(self, at: int) -> tuple[int, int] | None:
        """End and number of the month that follows a day."""
        at = self.after(at, "of")
        found = self.at(at, "month")
        if found:
            return found[0], found[1]
        short = self.at(at, "month_short")
        return (short[0], short[1][0]) if short else None

    def _day_of_this_month(self, at: int, day: int) -> Found | None:
        if not self.has(at, "of"):
            return None
        if self.has(at + 1, "bare_month"):
            return Found(at + 2, When("month_day", 0, day, shift=0))
        turned = self.at(at + 1, "turn")
        if turned and self.has(turned[0], "bare_month"):
            return Found(turned[0] + 1, When("month_day", 0, day, shift=_steps(turned[1])))
        return None

    def month(self, token: int) -> Found | None:
        """A month, with its year where one follows."""
        # `45 Ιανουαρίου` is no January
        if _COUNT.fullmatch(self.norm(token - 1)):
            return None
        found = self.at(token, "month")
        if found:
            dated = self.dated(found[0], When("months", found[1], 1), bare=1)
            return dated._replace(name="month")
        short = self.at(token, "month_short")
        if not short or not self.reading.word(token)[:1].isupper():
            return None
        end, (month, spelled) = short
        dated = self.dated(end, When("months", month, 1))
        alone = self.has(token - 1, "short_before") and self.reading.word(token) in spelled
        return dated if dated.end > end or alone else None

    # Weekdays

    def weekday_at(self, token: int) -> tuple[int, int, int] | None:
        """End, number and length in days of a weekday, where capital and accent fit."""
        found = self.at(token, "weekday")
        if not found:
            return None
        end, (weekday, days, exact) = found
        if exact is None:
            return end, weekday, days
        return (end, weekday, days) if self._exact(token, end, exact) else None

    def _exact(self, token: int, end: int, exact: frozenset[str]) -> bool:
        """Whether capitals and accents are those of a name; headlines are all in capitals."""
        word = unicodedata.normalize("NFC", one_script(self.reading.span(token, end)))
        if word in exact or word in {unaccented(form) for form in exact}:
            return True
        if not word.isupper() or len(word) == 1:
            return False
        return self.has(token - 1, "the") or self.day_number(end) is not None or self.norm(end) == ","

    def weekday(self, token: int) -> Found | None:
        """A weekday, with the date that follows it."""
        found = self.weekday_at(token)
        end = found[0] if found else (self.at(token, "weekday_short") or (0,))[0]
        if not end:
            return self._plural_weekday(token)
        dated = self._date_after(end + (self.norm(end) == ",")) or self._day_range_after(end)
        if dated:
            if found and found[2] == 1 and isinstance(dated.when, When):
                return dated._replace(when=dated.when._replace(weekday=found[1]))
            return dated
        if not found:
            return None
        if self._looks_ordinal(token, end):
            return None
        when = When("weekday", found[1], found[2])
        week = self._of_week(end)
        if week:
            return Found(week.end, when._replace(shift=week.shift), "weekday")
        if self.has(token - 1, "every"):
            return Found(end, When("undated", label=f"XXXX-WXX-{found[1] + 1}"), "weekday")
        return Found(end, when, "weekday")

    def _date_after(self, at: int) -> Found | None:
        """The date that a weekday belongs to."""
        if at >= self.size:
            return None
        match = NUMERIC.match(self.reading.text, self.reading.starts[at])
        return (self._numeric(at, match, True) if match else None) or self.day_month(at)

    def _day_range_after(self, at: int) -> Found | None:
        """`Δευτέρα 6 έως και την Κυριακή 12 Οκτωβρίου`, read at the 6."""
        day = self.day_number(at)
        if day is None or not (self.norm(at + 1) == "-" or self.has(at + 1, "to")):
            return None
        last = self.weekday(self.after(self.after(at + 2, "and"), "the"))
        if last is None or isinstance(last.when, Range) or last.when.unit != "day" or last.when.b <= day:
            return None
        return Found(last.end, Range(last.when._replace(b=day, weekday=None), last.when))

    def _plural_weekday(self, token: int) -> Found | None:
        found = self.at(token, "weekday_plural")
        if not found or not self.reading.word(token)[:1].isupper():
            return None
        # every one of them: no day follows
        return Found(found[0], When("undated", label=f"XXXX-WXX-{found[1] + 1}"))

    def _looks_ordinal(self, token: int, end: int) -> bool:
        """Whether a name follows, as in `Τετάρτη Βιομηχανική Επανάσταση` or a person's surname."""
        if end >= self.size or self.has(token - 1, "weekday_before"):
            return False
        word = self.reading.word(end)
        return word[:1].isupper() and not word.isascii() and len(word) > 1 and not word.isupper()

    def _of_week(self, end: int) -> YearRef | None:
        if not self.has(end, "of"):
            return None
        turned = self.at(end + 1, "turn")
        if turned and self.has(turned[0], "week_noun"):
            return YearRef(turned[0] + 1, None, _steps(turned[1]))
        return None

    # Named periods

    def named(self, token: int) -> Found | None:
        """A season or a holiday, with its year where one follows."""
        season = self.at(token, "season")
        if season:
            found = self.dated(season[0], season[1], bare=1)
            return Found(self._winter_end(found), found.when, "season")
        holiday = self.at(token, "holiday")
        if not holiday:
            return None
        when, exact = holiday[1]
        if exact and not self._exact(token, holiday[0], exact):
            return None
        return self.dated(holiday[0], when, bare=1)

    def _winter_end(self, found: Found) -> int:
        """`χειμώνας 2025-26` is one winter."""
        when = found.when
        if not isinstance(when, When) or when.a != 12 or when.year is None or self.norm(found.end) != "-":
            return found.end
        following = str(when.year + 1)
        return found.end + 2 if self.norm(found.end + 1) in (following, following[2:]) else found.end

    def ordinal(self, token: int) -> tuple[int, int] | None:
        """End and number of an ordinal: `πρώτο`, `2ο`, `Β΄`; -1 is the last."""
        letter = self.at(token, "letter")
        if letter and self.norm(letter[0]) == "'":
            return letter[0] + 1, letter[1]
        if letter and self.reading.word(token).isupper():
            return letter[0], letter[1]
        digits = self.words.ordinal.fullmatch(self.norm(token))
        if digits:
            return token + 1, int(digits[1])
        found = self.at(token, "ordinal")
        return (found[0], found[1]) if found else None

    def ordinal_period(self, token: int) -> Found | None:
        """`δεύτερο εξάμηνο του 2026`, `πρώτο μισό του έτους`, `εννεάμηνο`."""
        joined = self.at(token, "lettered")
        if joined:
            return self.dated(joined[0], When("months", *joined[1]))
        ordinal = self.ordinal(token)
        if ordinal is None:
            return self._bare_period(token)
        at, number = ordinal
        return (
            self._numbered_period(at, number)
            or self._half_of(at, number)
            or self._block_of(at, number)
            or self._first_months(token, at, number)
        )

    def period_at(self, at: int) -> tuple[int, int] | None:
        """End and length in months of a word such as `τρίμηνο` or `9μηνο`."""
        found = self.at(at, "period")
        if found:
            return found[0], found[1]
        glued = self.at(at + 1, "glued") if self.norm(at).isdigit() and len(self.norm(at)) <= 2 else None
        if glued and glued[1][1] and self.reading.glued(at + 1):
            return glued[0], int(self.norm(at))
        return None

    def _numbered_period(self, at: int, number: int) -> Found | None:
        period = self.period_at(at)
        if not period:
            return None
        end, months = period
        listed = self._month_list(end)
        if listed:
            return listed
        first = 13 - months if number == -1 else (number - 1) * months + 1
        if not 1 <= first <= 13 - months:
            return None
        found = self.dated(end, When("months", first, months))
        if number == -1 and found.end == end:
            return Found(end, When("span", 0, months, shift=-1)) if months in (3, 4, 6) else None
        return found

    def _bare_period(self, token: int) -> Found | None:
        """A period without an ordinal: a reporting period where a year or such a context is near."""
        period = self.period_at(token)
        if not period:
            return None
        end, months = period
        if not 1 <= months <= 11:
            return None
        listed = self._month_list(end)
        if listed:
            return listed
        found = self.dated(end, When("months", 1, months))
        if found.end > end and months > 1:
            return found
        if self.reading.ending(token, "number"):
            return None
        return found if months == 9 or (months == 6 and self._reported(token)) else None

    def _reported(self, token: int) -> bool:
        """`κέρδη εξαμήνου`, `στο εξάμηνο`: a reporting period, the first half-year."""
        if self.has(token - 1, "report_in"):
            return True
        return bool(self.words.report(self.norm(token - 1 - self.has(token - 1, "of"))))

    def _month_list(self, at: int) -> Found | None:
        """`τετράμηνο Ιανουαρίου-Απριλίου 2017`."""
        first = self.month(self.after(at, "of"))
        if first is None:
            return None
        found = self.ranged(at, first)
        return found if isinstance(found.when, Range) else None

    def _half_of(self, at: int, number: int) -> Found | None:
        half = self.at(at, "half")
        if not half or number not in (1, 2) or not self.has(half[0], "of"):
            return None
        whole = self.whole(half[0] + 1)
        if whole is None:
            return None
        if whole.when.unit == "year":
            return Found(whole.end, whole.when._replace(unit="months", a=6 * number - 5, b=6))
        part: Part = "half1" if number == 1 else "half2"
        return Found(whole.end, whole.when._replace(part=part))

    def _block_of(self, at: int, number: int) -> Found | None:
        """`δεύτερο δεκαπενθήμερο του Μαΐου`."""
        block = self.at(at, "block")
        if not block:
            return None
        parts: list[Part] = ["half1", "half2"] if block[1] == 15 else ["early", "mid", "late"]
        if not (1 <= number <= len(parts) or number == -1):
            return None
        whole = self.whole(self.after(block[0], "of"))
        if whole is None or whole.when.unit not in ("months", "month") or whole.when.b > 1:
            return None
        return Found(whole.end, whole.when._replace(part=parts[number - 1 if number > 0 else -1]))

    def _first_months(self, token: int, at: int, number: int) -> Found | None:
        """`πρώτους εννέα μήνες του έτους`."""
        count = self.number(at)
        if number != 1 or not self.has(token, "first_some") or not count or not 1 <= count.value <= 12:
            return None
        unit = self.unit_at(count.end)
        if not unit or unit[1] != "month":
            return None
        found = self.dated(unit[0], When("months", 1, int(count.value)))
        return found if found.end > unit[0] else None

    def whole(self, at: int) -> "FoundOne | None":
        """What a part or a half can be part of: a dated thing or `έτους`, `μήνα`, `δεκαετίας`."""
        found = self._loose(at)
        bare = self._bare_unit(at)
        if bare and (found is None or found.end <= bare.end):
            return bare
        if found is None or isinstance(found.when, Range):
            return None
        if found.when.unit in ("day", "days", "month_day", "weekday", "holiday", "vague", "undated"):
            return None
        return FoundOne(found.end, found.when) if not found.when.part else None

    def _bare_unit(self, at: int) -> "FoundOne | None":
        units: tuple[tuple[str, Unit], ...] = (
            ("bare_year", "year"), ("bare_month", "month"), ("bare_week", "week"),
            ("bare_decade", "decade"), ("bare_century", "century"),
        )  # fmt: skip
        if self.has(at, "same") and self.has(at + 1, "bare_year"):
            year = self.last_year
            return FoundOne(at + 2, When("year", year=year, shift=None if year else 0))
        for name, unit in units:
            if self.has(at, name):
                return FoundOne(at + 1, When(unit, shift=0))
        return None

    def part_of(self, token: int) -> Found | None:
        """`αρχές Απριλίου`, `μέσα της δεκαετίας του 2010`, `τέλος του έτους`."""
        part = self.at(token, "part")
        if not part:
            return None
        at = self.after(part[0], "of")
        whole = self.whole(at)
        if whole is None or (at == part[0] and self._bare_unit(at)):
            return None
        return Found(whole.end, whole.when._replace(part=part[1]))

    def decade(self, token: int) -> Found | None:
        """`δεκαετία του ’90`, `δεκαετία του 1990`, `δεκαετία του ογδόντα`."""
        if not self.has(token, "decade"):
            return None
        at = self.after(token + 1, "of")
        year = self.year_number(at)
        if year and year.year and year.end == at + 1:
            end, start = year.end, year.year
        else:
            short = self._short_decade(at)
            if not short:
                return None
            end, start = short
        if self.norm(end) == "-" and (second := self.year_number(end + 1)):
            return Found(second.end, Range(When("year", year=start), When("year", year=second.year)))
        return Found(end, When("years", start // 10 * 10, 10))

    def _short_decade(self, at: int) -> tuple[int, int] | None:
        """`’90`, `90`, `ενενήντα`: end and first year."""
        after = at + 1 if self.norm(at) == "'" else at
        if _DECADE.fullmatch(self.norm(after)):
            number = int(self.norm(after)[-2:])
        else:
            word = self.reading.starting(at, "number") if at < self.size else None
            if not word or word[1] % 10 or not 20 <= word[1] <= 90:
                return None
            after, number = word[0] - 1, int(word[1])
        return after + 1, _full_year(number, pivot=20)

    def century(self, token: int) -> Found | None:
        """`21ος αιώνας`; before Christ there are no days to give."""
        ordinal = self.ordinal(token)
        if not ordinal or not self.has(ordinal[0], "century") or not 1 <= ordinal[1] <= 30:
            return None
        end, number = ordinal[0] + 1, ordinal[1]
        before = self.at(end, "before_christ")
        if before:
            return Found(before[0], When("undated", label=f"BC{number - 1:02}XX"))
        era = self.at(end, "after_christ")
        return Found(era[0] if era else end, When("years", number * 100 - 99, 100))

    def code(self, token: int) -> Found | None:
        """`Q3 2025`, `H1 2026`, `Τ3 2025`."""
        code = self.at(token, "code")
        if not code or not self.reading.word(token)[:1].isupper():
            return None
        end, (months, number) = code
        found = self.dated(end, When("months", (number - 1) * months + 1, months))
        if found.end > end:
            return found
        return found if self.has(token - 1, "code_before") else None

    def iso_week(self, token: int) -> Found | None:
        """`εβδομάδα 39 του 2025`, `εβδομάδα 2 του Μαΐου`."""
        if not self.has(token, "week_noun") or not re.fullmatch(r"\d{1,2}", self.norm(token + 1)):
            return None
        at = self.after(token + 2, "of")
        number = int(self.norm(token + 1))
        year = self.year_number(at)
        if year:
            return Found(year.end, When("week", number, year=year.year))
        month = self.at(at, "month")
        return self.dated(month[0], When("month_week", number, month[1])) if month else None

    # Relative

    def shifted(self, token: int) -> Found | None:
        """`χθες`, `φέτος το καλοκαίρι`."""
        found = self.at(token, "shift")
        if not found:
            return None
        end, (unit, shift) = found
        if unit == "days":
            return Found(end, When("days", shift=shift), "today" if shift == 0 else "date")
        if unit == "year" and not (end > token + 1):
            inner = self._recurring(self.after(end, "the"))
            if inner:
                return Found(inner.end, inner.when._replace(shift=shift))
        elif self.has(end, "the") and (inner := self._recurring(end + 1)):
            return Found(inner.end, inner.when._replace(shift=shift))
        return Found(end, When("year", shift=shift), "shift_next_year" if end > token + 1 else "date")

    def _recurring(self, at: int) -> "FoundOne | None":
        """Something without a year that comes round every year."""
        if at >= self.size:
            return None
        found = self.simple(at)
        if found is None or isinstance(found.when, Range) or found.when.unit not in _RECURRING:
            return None
        if found.when.year is not None or found.when.shift is not None or found.when.turn:
            return None
        return FoundOne(found.end, found.when)

    def adjective(self, token: int) -> Found | None:
        """`χθεσινή`, `περσινό καλοκαίρι`."""
        found = self.at(token, "adjective")
        if not found:
            return None
        end, (unit, shift) = found
        if unit == "days":
            return Found(end + 1 if self.has(end, "day_noun") else end, When("days", shift=shift))
        inner = self._recurring(end)
        if inner:
            return Found(inner.end, inner.when._replace(shift=shift))
        return Found(end + 1 if self.has(end, "year_noun") else end, When("year", shift=shift))

    def turned(self, token: int) -> Found | None:
        """`περασμένη Τρίτη`, `επόμενο μήνα`, `επόμενες εβδομάδες`."""
        found = self.at(token, "turn")
        if not found:
            return self._last_some(token)
        at, (turn, steps) = found
        weekday = self.weekday_at(at)
        if weekday:
            dated = self._date_after(weekday[0])
            if dated:
                return dated
            when = When("weekday", weekday[1], weekday[2], turn=turn)
            return Found(weekday[0], when._replace(shift=0) if turn == "this" else when)
        return self._turned_unit(token, at, turn, steps) or self._turned_period(at, turn)

    def _turned_unit(self, token: int, at: int, turn: Turn, steps: int) -> Found | None:
        shift = _steps((turn, steps))
        period = self.at(at, "period")
        if period and period[1] in (2, 3, 4, 6):
            return Found(period[0], When("span", 0, period[1], shift=shift))
        unit = self.unit_at(at)
        if not unit:
            return None
        end, name, many = unit
        if many:
            vague = turn != "this" and name not in _TIME_UNITS
            return Found(end, When("vague", shift=shift)) if vague else None
        if name == "day":
            # `η επόμενη μέρα` is what comes after, not a day
            metaphor = turn == "this" or self.has(token - 1, "nominative")
            return None if metaphor else Found(end, When("days", shift=shift))
        kinds: dict[str, Unit] = {
            "week": "week", "month": "month", "year": "year", "decade": "decade", "century": "century",
        }  # fmt: skip
        return Found(end, When(kinds[name], shift=shift)) if name in kinds else None

    def _turned_period(self, at: int, turn: Turn) -> Found | None:
        inner = self._recurring(at)
        return Found(inner.end, inner.when._replace(turn=turn)) if inner else None

    def _last_some(self, token: int) -> Found | None:
        """`τελευταία χρόνια`, `τελευταίο μήνα`: no days follow."""
        if not self.has(token, "last_some"):
            return None
        unit = self.unit_at(token + 1)
        if not unit or unit[1] in _TIME_UNITS or self.has(token + 1, "last_years"):
            return None
        if unit[1] in ("decade", "day") and not unit[2]:
            return None
        return Found(unit[0], When("vague", shift=-1), "last_some")

    # Lengths

    def number(self, token: int) -> Numbers | None:
        """A number in digits or words, with a magnitude in words."""
        if token >= self.size:
            return None
        number = self._digits(token) or self._number_words(token)
        if not number:
            return None
        magnitude = self.reading.starting(number.end, "magnitude") if number.end < self.size else None
        if magnitude and len(self.norm(number.end)) > 1:
            return Numbers(magnitude[0], number.value * magnitude[1])
        return number

    def _digits(self, token: int) -> Numbers | None:
        value = _value_of(self.norm(token))
        return None if value is None else Numbers(token + 1, value)

    def _number_words(self, token: int) -> Numbers | None:
        """`εκατόν είκοσι πέντε`: each word smaller than the place the one before leaves open."""
        first = self.reading.starting(token, "number")
        if not first:
            return None
        end, value = first
        room = _room(value)
        while end < self.size and room and (following := self.reading.starting(end, "number")):
            if not 1 <= following[1] < room or following[1] % 1:
                break
            end, value, room = following[0], value + following[1], _room(following[1])
        return Numbers(end, value)

    def length(self, token: int) -> Length | None:
        """`18 μήνες`, `δεκαετής`, `32χρονη`, `δύο ώρες και 20 λεπτά`."""
        compound = self.at(token, "compound")
        if compound and not self.never("compound", token, compound[0]):
            return None if self._years_follow(compound[0]) else Length(compound[0], compound[1], "duration")
        number = self.number(token)
        if number is None or self._part_of_number(token):
            return None
        low, end = number.value, number.end
        if self.norm(end) == "-" or self.has(end, "number_to"):
            high = self.number(end + 1)
            if high and high.value > low:
                end = high.end
        return self._unit_after(end, low) or (
            self._unit_after(number.end, low) if end != number.end else None
        )

    def _years_follow(self, at: int) -> bool:
        """`τριετία 2025-2027`: the years say it."""
        return bool(self.year_number(at)) and self.norm(at + 1) == "-"

    def _unit_after(self, end: int, value: Decimal) -> Length | None:
        at = end
        for _ in range(3):
            if self.has(at, "and") and self.has(at + 1, "more"):
                at += 2
            elif self.has(at, "filler"):
                at += 1
        glued = self._glued(end, value) if at == end else None
        if glued:
            return glued
        unit = self.unit_at(at)
        if unit:
            _, name, many = unit
            if value > 2 and not many:
                return None
            iso = iso_length(value, name)
            return self._and_smaller(Length(unit[0], iso, name), value, name)
        noun = self.at(at, "compound_noun")
        if noun and value:
            return Length(noun[0], _times(noun[1], value), "duration")
        return self._numbered_noun(at, value)

    def _numbered_noun(self, at: int, value: Decimal) -> Length | None:
        """`δύο 24ωρα`."""
        digits = self._digits(at)
        glued = self.at(digits.end, "glued") if digits else None
        if not digits or not glued or not glued[1][2] or not self.reading.glued(digits.end):
            return None
        return Length(glued[0], iso_length(digits.value * value, glued[1][0]), "duration")

    def _glued(self, end: int, value: Decimal) -> Length | None:
        """`24μηνη`, `24-μηνη`."""
        at = end + 1 if self.norm(end) == "-" and self.reading.glued(end) else end
        glued = self.at(at, "glued")
        if not glued or not self.reading.glued(at):
            return None
        return Length(glued[0], iso_length(value, glued[1][0]), "duration")

    def _and_smaller(self, first: Length, value: Decimal, name: str) -> Length:
        """`δύο ώρες και 20 λεπτά` is one length."""
        at = self.after(first.end, "and")
        second = self.number(at)
        unit = self.unit_at(second.end) if second else None
        if not second or not unit or value % 1 or unit[1] not in _ISO or name not in _ISO:
            return first
        if _SIZE.index(unit[1]) >= _SIZE.index(name) or (name in _TIME_UNITS) != (unit[1] in _TIME_UNITS):
            return first
        rest = iso_length(second.value, unit[1])[1:].removeprefix("T")
        return Length(unit[0], first.iso + rest, first.name)


Rule = Callable[[Grammar, int], Found | None]

# What reads an expression that begins with digits, and what reads one that begins with a form.
_DIGIT_RULES: tuple[Rule, ...] = (
    Grammar.numeric,
    Grammar.day_month,
    Grammar.year,
    Grammar.ordinal_period,
    Grammar.century,
)
_RULES: tuple[tuple[Rule, frozenset[str]], ...] = tuple(
    (rule, frozenset(f"date.{name}" for name in names.split()))
    for rule, names in (
        (Grammar.day_month, "ordinal"),
        (Grammar.weekday, "weekday weekday_short weekday_plural"),
        (Grammar.month, "month month_short"),
        (Grammar.year, "year short_year"),
        (Grammar.part_of, "part"),
        (Grammar.ordinal_period, "ordinal letter lettered period"),
        (Grammar.named, "season holiday"),
        (Grammar.shifted, "shift"),
        (Grammar.adjective, "adjective"),
        (Grammar.turned, "turn ordinal"),
        (Grammar.decade, "unit"),
        (Grammar.century, "ordinal letter"),
        (Grammar.code, "code"),
        (Grammar.iso_week, "unit"),
    )
)


@lru_cache(maxsize=2_000)
def _rules_for(heads: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that can read an expression that begins with forms of these categories."""
    return tuple(rule for rule, names in _RULES if not names.isdisjoint(heads))


@lru_cache(maxsize=20_000)
def _value_of(word: str) -> Decimal | None:
    """A number in digits, as Greek writes it.

    >>> _value_of("1.234,5"), _value_of("2,5"), _value_of("1.5"), _value_of("1.2.3")
    (Decimal('1234.5'), Decimal('2.5'), Decimal('1.5'), None)
    """
    if len(word) > LONGEST or not _DIGITS.fullmatch(word):
        return None
    thousands = _THOUSANDS.fullmatch(word)
    return Decimal((word.replace(".", "") if thousands else word).replace(",", "."))


class FoundOne(NamedTuple):
    """A date that is no range."""

    end: int
    when: When


def _steps(turned: tuple[Turn, int]) -> int:
    turn, steps = turned
    return {"last": -steps, "next": steps}.get(turn, 0)


def _full_year(two_digits: int, *, pivot: int = 35) -> int:
    """The year that two digits stand for.

    >>> _full_year(98), _full_year(21), _full_year(60, pivot=69)
    (1998, 2021, 2060)
    """
    return two_digits + (2000 if two_digits <= pivot else 1900)


def _room(value: Decimal) -> int:
    """How large a number word may be that follows another."""
    if value % 1 or value < 20:
        return 0
    return 1000 if value == 1000 else 100 if value % 100 == 0 else 10 if value % 10 == 0 else 0


def _times(iso: str, value: Decimal) -> str:
    """A multiple of a length.

    >>> _times("P3Y", Decimal(2)), _times("PT24H", Decimal(3))
    ('P6Y', 'PT72H')
    """
    match = re.fullmatch(r"(PT?)(\d+)(\w)", iso)
    assert match
    return f"{match[1]}{(Decimal(match[2]) * value).normalize():f}{match[3]}"


def _kind(when: When) -> str:
    """Things of one kind make a range without more ado."""
    return when.unit + ("+" if when.part else "")


def _open(when: When | Range) -> bool:
    """Whether the tense decides what is meant."""
    if isinstance(when, Range):
        return _open(when.first) or _open(when.last)
    if when.unit == "weekday":
        return not when.turn and when.shift is None
    return when.unit in _RECURRING and when.year is None and when.shift is None and not when.turn


def _joined(first: When, last: When) -> Range | None:
    """A range; a year said once belongs to both ends."""
    if not {"vague", "undated"}.isdisjoint((first.unit, last.unit)):
        return None
    if last.unit == "days" or first.unit == "days":
        return None
    same = first.unit in _RECURRING and last.unit in _RECURRING
    if same and first.year is None and first.shift is None:
        wraps = int((first.a, first.b) > (last.a, last.b)) if first.unit == last.unit else 0
        if last.year is not None:
            first = first._replace(year=last.year - wraps)
        elif last.shift is not None:
            first = first._replace(shift=last.shift - wraps)
    if first.unit == last.unit == "year" and None not in (first.year, last.year):
        assert first.year is not None
        assert last.year is not None
        if not first.part and not last.part and not first.year < last.year <= first.year + 300:
            return None
    return Range(first, last)


def _nearest(ahead: list[Tense], back: list[Tense]) -> Iterator[Tense]:
    """Words before and after, from the nearest outwards."""
    for k in range(max(len(ahead), len(back))):
        if k < len(back):
            yield back[k]
        if k < len(ahead):
            yield ahead[k]
