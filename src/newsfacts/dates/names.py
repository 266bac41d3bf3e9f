"""Words that count only as they are written: names by their capitals, letters by their sign."""

import unicodedata
from collections.abc import Mapping

from newsfacts.dates.digits import DAY
from newsfacts.dates.shapes import Hit, Test, forms_of, words_of
from newsfacts.lexicon.lexicon import Reading
from newsfacts.packs.date_schema import DatesFile
from newsfacts.packs.forms import folded_forms
from newsfacts.text.fold import one_script, unaccented


def name_tests(patterns: DatesFile) -> Mapping[str, tuple[Test, str]]:
    """The tests of forms of the lexicon, by name, each with the category that it tests."""
    the, feminine = words_of(patterns, "the"), folded_forms(patterns.patterns.day_ending)
    one = frozenset(forms_of(patterns.words.get("exact_one", [])))
    shorts = {form: month.month for month in patterns.months for form in forms_of(month.short)}
    return {
        "weekday_name": (_weekday_name(the), "weekday"),
        "holiday_name": (_holiday_name(the), "holiday"),
        "unit": (_unit(one, words_of(patterns, "one_before")), "unit"),
        "capital_short": (_capital("date.month_short"), "month_short"),
        "exact_short": (_spelled(shorts), "month_short"),
        "weekdays_name": (_capital("date.weekday_plural"), "weekday_plural"),
        "lower_letter": (_letter, "letter"),
        "feminine": (_feminine(tuple(feminine)), "ordinal"),
    }


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
    return reading.norm(token - 1) in the or DAY.fullmatch(after) is not None or after == ","


def _unit(one: frozenset[str], one_before: frozenset[str]) -> Test:
    """A unit of time, and whether it is a plural; an accent may tell the plural from another word.

    Where accents are left out, as in capitals, the adjective before it does: `ΠΕΡΑΣΜΕΝΗ ΧΡΟΝΙΑ`.
    """
    bare = {unaccented(form).lower() for form in one}

    def test(reading: Reading, token: int) -> Hit:
        found = reading.starting(token, "date.unit")
        if found is None:
            return None
        end, (unit, many) = found
        word = unicodedata.normalize("NFC", reading.word(token))
        single = word in one or (word.lower() in bare and reading.norm(token - 1) in one_before)
        return end, (unit, many and not single)

    return test


def _spelled(shorts: Mapping[str, int]) -> Test:
    """The abbreviation of a month with its capital and accent."""

    def test(reading: Reading, token: int) -> Hit:
        month = shorts.get(reading.word(token))
        return None if month is None else (token + 1, month)

    return test


def _capital(category: str) -> Test:
    """A form with a capital."""

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
