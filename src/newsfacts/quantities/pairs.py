"""Two numbers and their two units, each pair joined by a slash: `330/790 MW/MWh`."""

from newsfacts.lexicon.lexicon import Reading
from newsfacts.lexicon.numbers import Amount
from newsfacts.quantities.carried import Found
from newsfacts.quantities.ends import Ends, Reader
from newsfacts.quantities.vocabulary import UnitForm


def paired(reader: Reader, start: int, end: int, unit: UnitForm, floor: int) -> tuple[Found, Found] | None:
    """Both amounts, where a unit at tokens `start` to `end` is the first of a pair; None where it is not."""
    reading = reader.numbers.reading
    if not _slash(reading, end) or unit.kind == "money":
        return None
    hit = reading.starting(end + 1, "unit")
    if hit is None or hit[1].kind in (unit.kind, "money"):
        return None
    second = reader.numbers.ending(start, floor)
    if second is None or second.start - 1 <= floor or not _slash(reading, second.start - 1):
        return None
    first = reader.numbers.ending(second.start - 1, floor)
    if first is None or first.indefinite or second.indefinite:
        return None
    if _slash(reading, first.start - 1) or _slash(reading, hit[0]):
        return None  # more than two
    return _found(first, first.end, unit), _found(second, hit[0], hit[1])


def _slash(reading: Reading, token: int) -> bool:
    """Whether a slash stands at a token, glued to what is before it and after it."""
    if token + 1 >= len(reading) or reading.norm(token) != "/":
        return False
    return reading.glued(token) and reading.glued(token + 1)


def _found(number: Amount, end: int, unit: UnitForm) -> Found:
    return Found(number.start, end, Ends(number.start, number.end, number.value, number.value), unit)
