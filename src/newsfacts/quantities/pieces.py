"""Numbers that are a piece of something else than an amount: of how many, or added to another."""

from newsfacts.lexicon.lexicon import Reading
from newsfacts.lexicon.number_parts import YEAR
from newsfacts.lexicon.numbers import Amount
from newsfacts.quantities.ends import Reader

# Of so many a share is told: `σε 3 από τα 10 ευρώ`.
_OUT_OF = (10, 100)


def is_share(reader: Reader, whole: Amount, floor: int) -> bool:
    """`τρία στα τέσσερα ευρώ`: of how many, with no `από` before."""
    reading = reader.numbers.reading
    of = reading.ending(whole.start, "range_out_of")
    part = reader.numbers.ending(of[0], floor) if of is not None and of[0] > floor else None
    if part is None or part.magnitude != 1 or whole.magnitude != 1 or not 0 < part.value < whole.value:
        return False
    digits = reading.word(part.start)[:1].isdigit()
    # `έπεσε στα 45 από τα 60 ευρώ`
    reached = reading.ending(part.start, "range_reached") is not None and digits
    moved = reached and reading.ending(whole.start, "range_change_from") is not None
    if (moved and whole.value not in _OUT_OF) or YEAR.fullmatch(reading.span(part.start, part.end)):
        return False
    # `PlayStation 5 στα 449 ευρώ`: a number behind a word may end a name
    known = any(reading.ending(part.start, what) for what in ("article", "hedge_before", "range_opened_by"))
    named = digits and reading.word(part.start - 1).isalnum() and not known
    alike = digits == reading.word(whole.start)[:1].isdigit() or whole.value in _OUT_OF
    return alike and not named and reading.ending(part.start, "range_change_from") is None


def is_added(reading: Reading, start: int) -> bool:
    """Whether a number is added to one before it: `4+6 δισ.`, `4 + 6 MW`; neither is all that is meant."""
    plus = start if reading.norm(start) == "+" else start - 1
    added = plus > 0 and reading.norm(plus) == "+" and reading.glued(plus) == reading.glued(plus + 1)
    return added and reading.word(plus - 1)[-1:].isdigit()
