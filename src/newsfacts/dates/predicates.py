"""Tests of what stands at a token that dates need and that no list of words can hold."""

from collections.abc import Mapping

from newsfacts.dates.amounts import amount
from newsfacts.dates.around import around_tests
from newsfacts.dates.digits import (
    code_test,
    digit_tests,
    fiscal_figure,
    lettered_tests,
    ordinal_tests,
)
from newsfacts.dates.names import name_tests
from newsfacts.dates.numeric import numeric_tests
from newsfacts.grammar.types import Predicate, Size
from newsfacts.lexicon.number_parts import GOES_ON
from newsfacts.packs.date_schema import DatesFile


def predicates_of(patterns: DatesFile) -> Mapping[str, Predicate]:
    """All of them by name; the words that they go by are those of the files."""
    numbers = frozenset({"number", "number_about", "magnitude"})
    found = {name: Predicate(test, "digit", size="one") for name, test in digit_tests(patterns).items()}
    found |= {name: Predicate(test, "joined", size="one") for name, test in ordinal_tests(patterns).items()}
    found |= {name: Predicate(test, "numeric") for name, test in numeric_tests().items()}
    found |= {name: Predicate(test, "lettered") for name, test in lettered_tests(patterns).items()}
    for name, (test, category) in name_tests(patterns).items():
        size: Size = "any" if name == "lower_letter" else "form"
        found[name] = Predicate(test, "form", frozenset({f"date.{category}"}), size)
    return {
        **found,
        **around_tests(patterns),
        "digit_code": Predicate(code_test(patterns), "mixed"),
        "fiscal_figure": Predicate(fiscal_figure, "mixed", size="one"),
        "amount": Predicate(amount, "digit", numbers, longer=GOES_ON),
        "number_words": Predicate(amount, "form", numbers),
    }
