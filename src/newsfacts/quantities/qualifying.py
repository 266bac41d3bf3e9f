"""The qualifier of a quantity, told by the words around it or by the quantity before it."""

from newsfacts.lexicon.lexicon import Reading
from newsfacts.quantities import hedges
from newsfacts.quantities.carried import Found
from newsfacts.quantities.ranges import joint_before

# `από 131 ευρώ στη νότια Ιταλία έως 170 ευρώ`: so many tokens may stand between both
_MOST_BETWEEN = 8


def said_of(reading: Reading, found: Found, last: tuple[Found, str] | None) -> str:
    """The qualifier of a quantity; `last` is the one before it in the text, with its own."""
    amount = found.amount
    if amount.low != amount.high:
        return "range"
    if amount.indefinite:
        return "indefinite"
    said = amount.hedge or hedges.qualifier(reading, found.start, found.end)
    if said == "at_most" and last is not None and _reaches_from(reading, found, last[0]):
        return "exact"
    return said or _carried_over(reading, found, last) or "exact"


def _reaches_from(reading: Reading, found: Found, first: Found) -> bool:
    """`από 131 ευρώ στη Βουλγαρία έως 170 ευρώ στην Ουκρανία`: both ends are known, and none is a limit."""
    if found.unit.unit != first.unit.unit or first.amount.low != first.amount.high:
        return False
    joint = joint_before(reading, found.start)
    if joint is None or joint.how != "to" or not 0 < joint.start - first.end <= _MOST_BETWEEN:
        return False
    if reading.ending(first.start, "range_change_from") is None:
        return False
    rises = first.unit.in_base_units(first.amount.low) < found.unit.in_base_units(found.amount.low)
    return rises and not any(_parts(reading, token) for token in range(first.end, joint.start))


def _parts(reading: Reading, token: int) -> bool:
    """`από 2 εκατ. ευρώ και επιδότηση έως 5 εκατ. ευρώ`: whether something of its own begins at a token."""
    return reading.word(token)[:1] in ",;:·.\n" or reading.starting(token, "number_and") is not None


def _carried_over(reading: Reading, found: Found, last: tuple[Found, str] | None) -> str | None:
    """`ξεπερνούν τα 5 δισ. ευρώ και τα 3 GW`: the comparison of the amount that `και` joins this one to."""
    if last is None:
        return None
    if last[1] not in hedges.COMPARISONS:
        return "about" if last[1] == "about" and _other_side(reading, found, last[0]) else None
    article = reading.ending(found.start, "article")
    if article is None and found.unit.kind != last[0].unit.kind:
        return last[1] if _other_side(reading, found, last[0]) else None
    joint = reading.ending(article[0] if article is not None else found.start, "number_and")
    return last[1] if joint is not None and joint[0] == last[0].end else None


def _other_side(reading: Reading, found: Found, last: Found) -> bool:
    """`έως 900 MW/1.800 MWh`: a slash holds two measures of one thing; a price or a share is another's."""
    slash = found.start == last.end + 1 and reading.norm(last.end) == "/"
    measures = not any(f.unit.signed or f.unit.kind == "money" for f in (found, last))
    return slash and measures and found.unit.kind != last.unit.kind
