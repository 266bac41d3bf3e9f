"""What amounts are counted by, which is no amount itself."""

from newsfacts.lexicon.lexicon import Reading
from newsfacts.quantities.ends import Ends

# `12 ευρώ τις 100 kWh`: prices are told for one or so many of a thing
_COUNTED_BY = {1, 10, 100, 1000}


def is_rate(reading: Reading, ends: Ends, *, percent: bool) -> bool:
    """`€28,7/100 kWh`, `ανά 100 kWh`: what is counted by is no amount; `50 MW/100 MWh` are two."""
    if reading.ending(ends.start, "range_counted_by") is not None:
        return True
    one = reading.ending(ends.start, "range_counted_by_one") if ends.low in _COUNTED_BY else None
    if one is not None and (paid := reading.ending(one[0], "unit")) is not None:
        return paid[1].kind == "money" and not percent
    if reading.norm(ends.start - 1) != "/" or not reading.glued(ends.start):
        return False
    counted = reading.ending(ends.start - 1, "unit")
    return counted is None or counted[1].kind == "money"
