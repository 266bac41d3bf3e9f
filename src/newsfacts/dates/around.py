"""Tests of the words around: what stands before an expression, and what follows it."""

from collections.abc import Callable, Mapping
from string import digits
from typing import Any

from newsfacts.dates.shapes import Hit, Test, any_of, words_of
from newsfacts.grammar.predicates import of_word
from newsfacts.grammar.types import Predicate
from newsfacts.lexicon.lexicon import Reading
from newsfacts.packs.date_schema import DatesFile

# How many words a name has at most.
_NAME = 6


def around_tests(patterns: DatesFile) -> Mapping[str, Predicate]:
    """All of them by name."""
    shapes, the = patterns.patterns, words_of(patterns, "the")
    return {
        "after_from": Predicate(_past_article(words_of(patterns, "from"), the)),
        "after_between": Predicate(_past_article(words_of(patterns, "between"), the)),
        "after_event": Predicate(
            _after_event(
                words_of(patterns, "event"), words_of(patterns, "event_noun"), any_of(shapes.ordinal_ending)
            )
        ),
        "after_verb": Predicate(_shaped(any_of(shapes.verb))),
        "after_reported_over": Predicate(
            _behind_article(words_of(patterns, "reported_over"), words_of(patterns, "reported_the"))
        ),
        "after_report": Predicate(_past_of(any_of(shapes.report), words_of(patterns, "of"))),
        "after_digit": Predicate(_after_digit),
        "count_noun": Predicate(_counted(any_of(shapes.count_noun), words_of(patterns, "no_noun"))),
        "name_follows": Predicate(_name(the | words_of(patterns, "no_name")), "capital"),
        "latin_name": Predicate(_latin_name),
        "line_break": Predicate(_line_break),
        "clock_time": of_word(r"\d{1,2}[:.]\d\d", "digit"),
        "name_before_quote": Predicate(_quoted_name, "capital"),
    }


def _past_article(words: frozenset[str], the: frozenset[str]) -> Test:
    """Looking back: one of these words, an article after it or not."""

    def test(reading: Reading, token: int) -> Hit:
        norm = reading.norm(token)
        there = norm in words or (norm in the and reading.norm(token - 1) in words)
        return (token + 1, True) if there else None

    return test


def _behind_article(words: frozenset[str], the: frozenset[str]) -> Test:
    """Looking back: an article, and one of these words before it."""

    def test(reading: Reading, token: int) -> Hit:
        there = reading.norm(token) in the and reading.norm(token - 1) in words
        return (token + 1, True) if there else None

    return test


def _past_of(fits: Callable[[str], Any], of: frozenset[str]) -> Test:
    """Looking back: a word of a shape, an article after it or not."""

    def test(reading: Reading, token: int) -> Hit:
        norm = reading.norm(token)
        return (token + 1, True) if fits(reading.norm(token - 1) if norm in of else norm) else None

    return test


def _counted(fits: Callable[[str], Any], never: frozenset[str]) -> Test:
    """A word in small letters, or in a line of capitals, that may be a noun in the plural."""

    def test(reading: Reading, token: int) -> Hit:
        word, norm = reading.word(token), reading.norm(token)
        plain = word.islower() or (word.isupper() and len(word) > 3)
        return (token + 1, word) if plain and norm not in never and fits(norm) else None

    return test


def _after_event(events: frozenset[str], nouns: frozenset[str], nth: Callable[[str], Any]) -> Test:
    """Looking back: a name with such a word in it, after such a noun, or the how-manieth of its name.

    `World Congress`, `έκθεση Beta`, `5ο Aegean Startup`, `Συνέδριο Ενέργειας (ΣΕΝ`.
    """

    def test(reading: Reading, token: int) -> Hit:
        for at in range(token, max(token - _NAME, -1), -1):
            norm, word = reading.norm(at), reading.word(at)
            if norm in events or norm in nouns or (at < token and _counted_off(norm, nth)):
                return token + 1, True
            short = word == "(" and at == token - 1  # `Συνέδριο Ενέργειας (ΣΕΝ 2026)`
            if not (word[:1].isupper() or word == "&" or short):
                return None
        return None

    return test


def _counted_off(norm: str, nth: Callable[[str], Any]) -> bool:
    """`5ο`, but not `5G`."""
    ending = norm.lstrip(digits)
    return len(norm) - len(ending) in (1, 2) and bool(nth(ending))


def _shaped(fits: Callable[[str], Any]) -> Test:
    def test(reading: Reading, token: int) -> Hit:
        return (token + 1, True) if fits(reading.norm(token)) else None

    return test


def _after_digit(reading: Reading, token: int) -> Hit:
    """Looking back: a dash glued to digits, or a plus after them: what follows is the tail of a number."""
    sign, before = reading.norm(token), reading.norm(token - 1)
    glued = reading.glued(token) and reading.glued(token + 1)
    loose = sign == "+" and not reading.glued(token) and not reading.glued(token + 1)
    there = sign in ("-", "+") and (glued or loose) and before[:1].isdigit()
    return (token + 1, True) if there else None


def _name(never: frozenset[str]) -> Test:
    """A word with a Greek capital that goes on in small letters, as names do; `never` are other words."""

    def test(reading: Reading, token: int) -> Hit:
        word = reading.word(token)
        name = len(word) > 1 and word[:1].isupper() and not word.isascii() and not word.isupper()
        return (token + 1, word) if name and reading.norm(token) not in never else None

    return test


def _line_break(reading: Reading, token: int) -> Hit:
    """The end of a line that no blank stands for."""
    return (token + 1, True) if "\n" in reading.norm(token) else None


def _latin_name(reading: Reading, token: int) -> Hit:
    """A name in Latin letters, which takes the number after it for itself: `Office 2024`."""
    word = reading.norm(token)
    return (token + 1, word) if word.isascii() and word.isalpha() and len(word) > 2 else None


def _quoted_name(reading: Reading, token: int) -> Hit:
    """A name that goes on with four digits and then a quotation mark: `«Ερμής 2030»`."""
    named = reading.word(token)[:1].isupper() and reading.norm(token + 2) == '"'
    return (token + 1, True) if named else None
