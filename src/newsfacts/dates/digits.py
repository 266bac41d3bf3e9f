"""Days, years and periods in digits."""

import re
from collections.abc import Mapping, Sequence

from newsfacts.dates.latent import Length, Period, Year
from newsfacts.dates.lengths import iso_length
from newsfacts.dates.shapes import Hit, Test, forms_of, of_norm, words_of
from newsfacts.lexicon.lexicon import Reading
from newsfacts.packs.date_schema import DatesFile
from newsfacts.text.digits import read_digits
from newsfacts.text.fold import fold

DAY = re.compile(r"0?[1-9]|[12]\d|3[01]")
"""A day of a month."""

_YEAR = re.compile(r"1\d{3}|2[01]\d\d")
_FISCAL = re.compile(r"fy'?(\d\d|20\d\d)")
_DECIMALS = re.compile(r"[.,:]\d")


def digit_tests(patterns: DatesFile) -> Mapping[str, Test]:
    """The tests of tokens that may be digits and no more, by name."""
    return {
        "day_digits": of_norm(DAY, int),
        "year_digits": of_norm(_YEAR, int),
        "two_digits": of_norm(re.compile(r"\d\d"), int),
        "few_digits": of_norm(re.compile(r"\d{1,4}"), int),
        "short_count": of_norm(re.compile(r"\d{1,3}"), int),
        "week_digits": of_norm(re.compile(r"[1-9]|[1-4]\d|5[0-3]"), int),
        "decade_digits": of_norm(re.compile(r"\d0"), int),
        "year_figure": _bare_year(words_of(patterns, "old_year_before")),
    }


def ordinal_tests(patterns: DatesFile) -> Mapping[str, Test]:
    """The tests of tokens of digits with an ending or a comma, by name."""
    endings = ordinal_endings(patterns)
    return {
        "ordinal_digits": of_norm(re.compile(rf"(\d{{1,2}})(?:{endings})"), int),
        "count_ordinal": of_norm(re.compile(rf"\d{{1,3}}(?:{endings})"), str),
        "comma_number": of_norm(re.compile(r"\d{1,2},\d{1,2}"), str),
    }


def lettered_tests(patterns: DatesFile) -> Mapping[str, Test]:
    """The tests of digits with letters in them or glued to them, by name."""
    return {
        "digit_period": _digit_period,
        "digit_compound": _digit_compound,
        "digit_noun": _digit_noun,
        "decade_code": of_norm(re.compile(r"(\d0)'s|([12]\d\d0)'?s"), int),
        "code": code_test(patterns),
    }


def ordinal_endings(patterns: DatesFile) -> str:
    """What may follow the digits of an ordinal, as a regular expression."""
    return "|".join(patterns.patterns.ordinal_ending) or "(?!)"


def full_year(two_digits: int, *, pivot: int = 35) -> int:
    """The year that two digits stand for.

    >>> full_year(98), full_year(21), full_year(60, pivot=69)
    (1998, 2021, 2060)
    """
    return two_digits + (2000 if two_digits <= pivot else 1900)


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
    if _in_number_of_act(reading, token, before):
        return None
    if before[:1].isdigit() or (reading.glued(token) and before[:1].isalpha()):
        return None
    return token + 1, int(norm)


def _in_number_of_act(reading: Reading, token: int, before: str) -> bool:
    """`C(2020) 6754`, `SA.58616 (2020/N)`."""
    if before == "(" and reading.glued(token) and reading.glued(token - 1):
        return len(reading.norm(token - 2)) == 1
    slash = reading.norm(token + 1) == "/" and reading.glued(token + 1) and reading.glued(token + 2)
    return slash and len(reading.word(token + 2)) == 1 and reading.word(token + 2).isupper()


def fiscal_figure(reading: Reading, token: int) -> Hit:
    """`FY25`, `FY'25`, `FY2025`: the year."""
    found = _FISCAL.fullmatch(reading.norm(token))
    if found is None:
        return None
    return token + 1, Year(full_year(int(found[1]), pivot=69) if len(found[1]) == 2 else int(found[1]))


def _digit_period(reading: Reading, token: int) -> Hit:
    """`9μηνο`: the months."""
    norm = reading.norm(token)
    if not norm.isdigit() or len(norm) > 2 or not reading.glued(token + 1):
        return None
    glued = reading.starting(token + 1, "date.glued")
    return (glued[0], int(norm)) if glued and glued[1][1] else None


def _digit_compound(reading: Reading, token: int) -> Hit:
    """`24μηνη`, `24-μηνη`."""
    value = read_digits(reading.norm(token))
    at = token + 2 if reading.norm(token + 1) == "-" and reading.glued(token + 1) else token + 1
    glued = reading.starting(at, "date.glued") if value is not None and reading.glued(at) else None
    return (glued[0], Length(iso_length(value, glued[1][0]))) if glued and value is not None else None


def _digit_noun(reading: Reading, token: int) -> Hit:
    """The `24ωρα` that may be counted."""
    value = read_digits(reading.norm(token))
    glued = reading.starting(token + 1, "date.glued") if reading.glued(token + 1) else None
    counted = glued is not None and glued[1][2]
    return (glued[0], iso_length(value, glued[1][0])) if glued and counted and value is not None else None


def code_test(patterns: DatesFile) -> Test:
    """`Q3`, `4Q`, `H1`, `9M`, each alone or with a year glued to it: the period, with its year where said."""
    codes = patterns.quarter_codes, patterns.half_codes, patterns.month_codes
    quarter, half, month = map(_code_shape, codes)
    fits = re.compile(
        rf"(?:(?:{quarter})(?P<q>[1-4])|(?P<q2>[1-4])(?:{quarter})|(?:{half})(?P<h>[12])|(?P<h2>[12])(?:{half})"
        rf"|(?P<m>[369]|12)(?:{month}))(?:'?(?P<y>\d\d)|[/'-]?(?P<Y>\d{{4}}))?"
    ).fullmatch

    def test(reading: Reading, token: int) -> Hit:
        word, end = fold(reading.word(token)), token + 1
        if word.isdigit():  # a letter that is also a magnitude is cut from its digits
            word, end = word + reading.norm(token + 1) if reading.glued(token + 1) else word, token + 2
        found = fits(word)
        if found is None or (reading.word(end - 1).islower() and not _YEAR.fullmatch(reading.norm(end))):
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


def _code_shape(shorts: Sequence[str]) -> str:
    """Letters alone may be folded to Greek, those beside digits are not."""
    forms = {folded for form in forms_of(shorts) for folded in (fold(form), fold(form + "1")[:-1])}
    return "|".join(map(re.escape, sorted(forms))) or "(?!)"
