"""Numbers before units of time."""

from decimal import Decimal

from newsfacts.lexicon.lexicon import Reading
from newsfacts.lexicon.numbers import number_at


def amount(reading: Reading, token: int) -> tuple[int, Decimal] | None:
    """The whole number that starts at a token, in digits or words; none where only its order is known."""
    number = number_at(reading, token)
    return None if number is None or number.indefinite else (number.end, number.value)
