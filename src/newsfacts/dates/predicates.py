"""Tests of what stands at a token that dates need and that no list of words can hold: digits and capitals."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from newsfacts.dates.amounts import amount, digits_value, number_words
from newsfacts.dates.latent import AbsoluteDate, Length, Period, Span, Year
from newsfacts.dates.lengths import iso_length
from newsfacts.grammar.types import Predicate
from newsfacts.lexicon.lexicon import Reading
from newsfacts.packs.date_schema import DatesFile
from newsfacts.packs.forms import expand, folded
from newsfacts.text.fold import fold, one_script, unaccented

Hit = tuple[int, Any] | None
Test = Callable[[Reading, int], Hit]

_YEAR = re.compile(r"1\d{3}|2[01]\d\d")
_DAY = re.compile(r"0?[1-9]|[12]\d|3[01]")
_DECIMALS = re.compile(r"[.,:]\d")
# A date in digits may be the end of a range, so a dash may stand before a whole one.
_NUMERIC = re.compile(
    r"(?<![\w.,/:])(?:"
    r"(?P<y>\d{4})(?P<ysep>[/.-])(?P<m>\d{1,2})(?P=ysep)(?P<d>\d{1,2})(?=T\d|(?!\d))(?!-\d)"
    r"|(?P<D>\d{1,2})(?P<sep>[/.-])(?P<M>\d{1,2})(?P=sep)(?P<Y>\d{4}|\d{2})"
    r"|(?P<my>(?<!-)\d{1,2})[/-](?P<yy>(?:19|20|21)\d\d)"
    r"|(?P<y1>(?<!-)(?:19|20|21)\d\d)/(?P<y2>\d{4}|\d{2})"
    r"|(?P<ds>\d{1,2})/(?P<ms>\d{1,2})"
    r"|(?P<dp>\d{1,2})\.(?P<mp>\d{1,2})"
    r")(?![\w/%]|[.,:]\d|-\d(?!\d?[/.]\d|\d{0,3}[/.]\d{1,2}[/.]\d))"
)
SEPARATED = re.compile(
    r"(?<![\w.,/-])(?=\d+[/.-]\d|[12]\d{3}(?!\w)|[1-9][^\W\d]|[^\W\d][1-4](?!\d)|[^\W\d][1-4]'?\d\d)"
)
"""A cheap look for dates in digits, years and codes of quarters."""


def full_year(two_digits: int, *, pivot: int = 35) -> int:
    """The year that two digits stand for.

    >>> full_year(98), full_year(21), full_year(60, pivot=69)
    (1998, 2021, 2060)
    """
    return two_digits + (2000 if two_digits <= pivot else 1900)


def predicates_of(patterns: DatesFile) -> Mapping[str, Predicate]:
    """All of them by name; the words that they go by are those of the files."""
    endings = "|".join(patterns.patterns.ordinal_ending) or "(?!)"
    the, feminine = words_of(patterns, "the"), folded_forms(patterns.patterns.day_ending)
    one = {form for short in patterns.words.get("exact_one", []) for form in expand(short)}
    shorts = {form: month.month for month in patterns.months for s in month.short for form in expand(s)}
    digit: dict[str, Test] = {
        "day_digits": _of_norm(_DAY, int),
        "year_digits": _of_norm(_YEAR, int),
        "two_digits": _of_norm(re.compile(r"\d\d"), int),
        "few_digits": _of_norm(re.compile(r"\d{1,4}"), int),
        "week_digits": _of_norm(re.compile(r"[1-9]|[1-4]\d|5[0-3]"), int),
        "decade_digits": _of_norm(re.compile(r"\d0"), int),
        "ordinal_digits": _of_norm(re.compile(rf"(\d{{1,2}})(?:{endings})"), int),
        "year_figure": _bare_year(words_of(patterns, "old_year_before")),
        "full_numeric": _numeric(_full),
        "pointed_numeric": _numeric(_pointed),
        "short_numeric": _numeric(_short),
        "short_pointed": _numeric(_pointed_short),
        "sure_numeric": _numeric(_sure),
        "numeric_month": _numeric(_month_of_year),
        "numeric_years": _numeric(_two_years),
        "digit_period": _digit_period,
        "digit_compound": _digit_compound,
        "digit_noun": _digit_noun,
        "code": _code(patterns),
    }
    form: dict[str, tuple[Test, str]] = {
        "weekday_name": (_weekday_name(the), "weekday"),
        "holiday_name": (_holiday_name(the), "holiday"),
        "unit": (_unit(one), "unit"),
        "capital_short": (_capital_short, "month_short"),
        "exact_short": (lambda r, at: _spelled(r, at, shorts), "month_short"),
        "weekdays_name": (_capital("date.weekday_plural"), "weekday_plural"),
        "lower_letter": (_letter, "letter"),
        "feminine": (_feminine(tuple(feminine)), "ordinal"),
    }
    found = {name: Predicate(test, "digit") for name, test in digit.items()}
    for name, (test, category) in form.items():
        found[name] = Predicate(test, "form", frozenset({f"date.{category}"}))
    found["digit_code"] = Predicate(found["code"].test, "mixed")
    names = ("number", "magnitude")
    found["amount"] = Predicate(amount, "digit", frozenset(names))
    found["after_from"] = Predicate(_past_article(words_of(patterns, "from"), the))
    found["after_between"] = Predicate(_past_article(words_of(patterns, "between"), the))
    found["number_words"] = Predicate(number_words, "form", frozenset({"number"}))
    found["after_verb"] = Predicate(_shaped(any_of(patterns.patterns.verb)))
    found["after_report"] = Predicate(_past_of(any_of(patterns.patterns.report), words_of(patterns, "of")))
    found["after_digit"] = Predicate(_after_digit)
    found["short_count"] = Predicate(_of_norm(re.compile(r"\d{1,3}"), int), "digit")
    found["name_follows"] = Predicate(_name, "capital")
    found["latin_name"] = Predicate(_latin_name)
    found["name_before_quote"] = Predicate(_quoted_name, "capital")
    return found


def any_of(shapes: Sequence[str]) -> Callable[[str], Any]:
    """A test whether a folded word has one of these shapes."""
    joined = "|".join(f"(?:{shape})" for shape in shapes) or "(?!)"
    return lru_cache(maxsize=50_000)(re.compile(joined).fullmatch)


def folded_forms(shorts: Iterable[str]) -> frozenset[str]:
    """All forms of short-hands, folded."""
    return frozenset(folded(form) for short in shorts for form in expand(short))


def _forms(shorts: Iterable[str]) -> Iterator[str]:
    return (form for short in shorts for form in expand(short))


def words_of(patterns: DatesFile, name: str) -> frozenset[str]:
    """The words of a list, folded; none where no file has it."""
    return folded_forms(patterns.words.get(name, []))


def _of_norm(pattern: re.Pattern[str], value: Callable[[str], Any]) -> Test:
    """Where a whole folded token fits; its value is that of the first group, or of the whole."""
    fits = pattern.fullmatch

    def test(reading: Reading, token: int) -> Hit:
        found = fits(reading.norm(token))
        return (token + 1, value(found[found.lastindex or 0])) if found else None

    return test


def _past_article(words: frozenset[str], the: frozenset[str]) -> Test:
    """Looking back: one of these words, an article after it or not."""

    def test(reading: Reading, token: int) -> Hit:
        norm = reading.norm(token)
        there = norm in words or (norm in the and reading.norm(token - 1) in words)
        return (token + 1, True) if there else None

    return test


def _past_of(fits: Callable[[str], Any], of: frozenset[str]) -> Test:
    """Looking back: a word of a shape, an article after it or not."""

    def test(reading: Reading, token: int) -> Hit:
        norm = reading.norm(token)
        return (token + 1, True) if fits(reading.norm(token - 1) if norm in of else norm) else None

    return test


def _shaped(fits: Callable[[str], Any]) -> Test:
    def test(reading: Reading, token: int) -> Hit:
        return (token + 1, True) if fits(reading.norm(token)) else None

    return test


def _after_digit(reading: Reading, token: int) -> Hit:
    """Looking back: a dash glued to digits before it, so that what follows is the tail of a number."""
    there = reading.norm(token) == "-" and reading.glued(token) and reading.norm(token - 1)[:1].isdigit()
    return (token + 1, True) if there and reading.glued(token + 1) else None


def _name(reading: Reading, token: int) -> Hit:
    """A word with a Greek capital that goes on in small letters, as names do."""
    word = reading.word(token)
    name = len(word) > 1 and word[:1].isupper() and not word.isascii() and not word.isupper()
    return (token + 1, word) if name else None


# -- years ------------------------------------------------------------------------------------


def _bare_year(old: frozenset[str]) -> Test:
    """Four digits that nothing glued to them makes a part of something else; `old` are before old years."""

    def test(reading: Reading, token: int) -> Hit:
        return _year_there(reading, token, old)

    return test


def _year_there(reading: Reading, token: int, old: frozenset[str]) -> Hit:
    norm = reading.norm(token)
    if not _YEAR.fullmatch(norm) or _DECIMALS.match(reading.text, reading.ends[token]):
        return None
    before = reading.norm(token - 1)
    if not 1900 <= int(norm) <= 2100 and before not in old and before != "(":
        return None
    if before == "-" and reading.norm(token - 2)[:1].isdigit():
        return None
    if before[:1].isdigit() or (reading.glued(token) and before[:1].isalpha()):
        return None
    return token + 1, int(norm)


def _digit_period(reading: Reading, token: int) -> Hit:
    """`9μηνο`: the months."""
    norm = reading.norm(token)
    if not norm.isdigit() or len(norm) > 2 or not reading.glued(token + 1):
        return None
    glued = reading.starting(token + 1, "date.glued")
    return (glued[0], int(norm)) if glued and glued[1][1] else None


def _digit_compound(reading: Reading, token: int) -> Hit:
    """`24μηνη`, `24-μηνη`."""
    value = digits_value(reading.norm(token))
    at = token + 2 if reading.norm(token + 1) == "-" and reading.glued(token + 1) else token + 1
    glued = reading.starting(at, "date.glued") if value is not None and reading.glued(at) else None
    return (glued[0], Length(iso_length(value, glued[1][0]))) if glued and value is not None else None


def _digit_noun(reading: Reading, token: int) -> Hit:
    """The `24ωρα` that may be counted."""
    value = digits_value(reading.norm(token))
    glued = reading.starting(token + 1, "date.glued") if reading.glued(token + 1) else None
    counted = glued is not None and glued[1][2]
    return (glued[0], iso_length(value, glued[1][0])) if glued and counted and value is not None else None


def _code(patterns: DatesFile) -> Test:
    """`Q3`, `4Q`, `H1`, `9M`, each alone or with a year glued to it: the period, with its year where said."""
    codes = patterns.quarter_codes, patterns.half_codes, patterns.month_codes
    quarter, half, month = map(_code_shape, codes)
    fits = re.compile(
        rf"(?:(?:{quarter})(?P<q>[1-4])|(?P<q2>[1-4])(?:{quarter})|(?:{half})(?P<h>[12])|(?P<h2>[12])(?:{half})"
        rf"|(?P<m>[369]|12)(?:{month}))(?:'?(?P<y>\d\d)|(?P<Y>\d{{4}}))?"
    ).fullmatch

    def test(reading: Reading, token: int) -> Hit:
        word, end = fold(reading.word(token)), token + 1
        if word.isdigit():  # a letter that is also a magnitude is cut from its digits
            word, end = word + reading.norm(token + 1) if reading.glued(token + 1) else word, token + 2
        found = fits(word)
        if found is None or reading.word(end - 1).islower():
            return None
        if not found["y"] and not found["Y"] and reading.norm(end) == "'" and reading.glued(end):
            return None  # `Q3 '24`, `Q3'24` where the tokenizer cut it: see the rules
        year = Year(int(found["Y"])) if found["Y"] else Year()
        year = Year(full_year(int(found["y"]), pivot=69)) if found["y"] else year
        if quarter_number := found["q"] or found["q2"]:
            return end, Period(3 * int(quarter_number) - 2, 3, year, ended=True)
        if half_number := found["h"] or found["h2"]:
            return end, Period(6 * int(half_number) - 5, 6, year, ended=True)
        return end, Period(1, int(found["m"]), year, ended=True)

    return test


# -- days in digits ---------------------------------------------------------------------------


def _code_shape(shorts: Sequence[str]) -> str:
    """Letters alone may be folded to Greek, those beside digits are not."""
    forms = {folded for form in _forms(shorts) for folded in (fold(form), fold(form + "1")[:-1])}
    return "|".join(map(re.escape, sorted(forms))) or "(?!)"


def _numeric(read: Callable[[re.Match[str]], Any]) -> Test:
    def test(reading: Reading, token: int) -> Hit:
        if not reading.norm(token)[:1].isdigit():
            return None
        match = _NUMERIC.match(reading.text, reading.starts[token])
        if match is None:
            return None
        end = bisect_left(reading.ends, match.end()) + 1
        if end > len(reading) or reading.ends[end - 1] != match.end():
            return None
        value = read(match)
        return None if value is None else (end, value)

    return test


def _full(match: re.Match[str]) -> AbsoluteDate | None:
    """`23/9/2025`, `2025-09-23`, `23.09.25`; not `1.2.10`, which is a version."""
    if match["y"]:
        return AbsoluteDate(int(match["m"]), int(match["d"]), Year(int(match["y"])))
    if not match["D"]:
        return None
    short = len(match["Y"]) == 2
    if short and (match["sep"] == "-" or (match["sep"] == "." and len(match["D"] + match["M"]) < 4)):
        return None
    return _day_first(match)


def _pointed(match: re.Match[str]) -> AbsoluteDate | None:
    """`23.9.25`, where the words around say that it is a day."""
    return _day_first(match) if match["D"] and match["sep"] == "." else None


def _day_first(match: re.Match[str]) -> AbsoluteDate:
    year = int(match["Y"]) if len(match["Y"]) == 4 else full_year(int(match["Y"]), pivot=69)
    return AbsoluteDate(int(match["M"]), int(match["D"]), Year(year))


def _short(match: re.Match[str]) -> AbsoluteDate | None:
    """`23/9`."""
    return AbsoluteDate(int(match["ms"]), int(match["ds"])) if match["ds"] else None


def _pointed_short(match: re.Match[str]) -> AbsoluteDate | None:
    """`11.5`, where a range says that it is a day."""
    return AbsoluteDate(int(match["mp"]), int(match["dp"])) if match["dp"] else None


def _sure(match: re.Match[str]) -> AbsoluteDate | None:
    """`23/9` that can be no other thing than a day."""
    return _short(match) if match["ds"] and int(match["ds"]) > 12 and int(match["ms"]) <= 12 else None


def _month_of_year(match: re.Match[str]) -> Period | None:
    """`9/2025`."""
    month = int(match["my"] or 0)
    return Period(month, 1, Year(int(match["yy"]))) if 1 <= month <= 12 else None


def _two_years(match: re.Match[str]) -> Span | None:
    """`2025/26`."""
    if not match["y1"]:
        return None
    first, second = int(match["y1"]), int(match["y1"][: 4 - len(match["y2"])] + match["y2"])
    return Span(Period(1, 12, Year(first)), Period(1, 12, Year(second))) if second == first + 1 else None


# -- names ------------------------------------------------------------------------------------


def _weekday_name(the: frozenset[str]) -> Test:
    """A weekday written as a name: without capital and accent some of them are ordinals."""

    def test(reading: Reading, token: int) -> Hit:
        found = reading.starting(token, "date.weekday")
        if found is None:
            return None
        end, (weekday, days, exact) = found
        if exact is not None and not _is_name(reading, token, end, exact, the):
            return None
        return end, (weekday, days)

    return test


def _holiday_name(the: frozenset[str]) -> Test:
    """A holiday written as a name where it is another word too."""

    def test(reading: Reading, token: int) -> Hit:
        found = reading.starting(token, "date.holiday")
        if found is None:
            return None
        end, (latent, exact) = found
        return (end, latent) if exact is None or _is_name(reading, token, end, exact, the) else None

    return test


def _is_name(reading: Reading, token: int, end: int, exact: frozenset[str], the: frozenset[str]) -> bool:
    """Whether capitals and accents are those of a name; headlines are all in capitals."""
    word = unicodedata.normalize("NFC", one_script(reading.span(token, end)))
    if word in exact or word in {unaccented(form) for form in exact}:
        return True
    if not word.isupper() or len(word) == 1:
        return False
    after = reading.norm(end)
    return reading.norm(token - 1) in the or _DAY.fullmatch(after) is not None or after == ","


def _unit(one: set[str]) -> Test:
    """A unit of time, and whether it is a plural; an accent may tell the plural from another word."""

    def test(reading: Reading, token: int) -> Hit:
        found = reading.starting(token, "date.unit")
        if found is None:
            return None
        end, (unit, many) = found
        return end, (unit, many and unicodedata.normalize("NFC", reading.word(token)) not in one)

    return test


def _capital_short(reading: Reading, token: int) -> Hit:
    """The abbreviation of a month with its capital."""
    return reading.starting(token, "date.month_short") if reading.word(token)[:1].isupper() else None


def _spelled(reading: Reading, token: int, shorts: Mapping[str, int]) -> Hit:
    month = shorts.get(reading.word(token))
    return None if month is None else (token + 1, month)


def _capital(category: str) -> Test:
    def test(reading: Reading, token: int) -> Hit:
        return reading.starting(token, category) if reading.word(token)[:1].isupper() else None

    return test


def _letter(reading: Reading, token: int) -> Hit:
    """A letter that counts, with its sign or without: `β΄`, `Β`."""
    found = reading.starting(token, "date.letter")
    if found is None:
        return None
    end, number = found
    return (end + 1, number) if reading.norm(end) == "'" else found


def _feminine(endings: tuple[str, ...]) -> Test:
    """An ordinal that days go by: `πέμπτη Οκτωβρίου`."""

    def test(reading: Reading, token: int) -> Hit:
        found = reading.starting(token, "date.ordinal")
        if found is None or not 1 <= found[1] <= 31:
            return None
        small = reading.word(token)[:1].islower() or reading.word(token).isupper()
        return found if small and reading.norm(found[0] - 1).endswith(endings) else None

    return test


def _latin_name(reading: Reading, token: int) -> Hit:
    """A name in Latin letters, which takes the number after it for itself: `Office 2024`."""
    word = reading.norm(token)
    return (token + 1, word) if word.isascii() and word.isalpha() and len(word) > 2 else None


def _quoted_name(reading: Reading, token: int) -> Hit:
    """A name that goes on with four digits and then a quotation mark: `«Ερμής 2030»`."""
    named = reading.word(token)[:1].isupper() and reading.norm(token + 2) == '"'
    return (token + 1, True) if named else None
