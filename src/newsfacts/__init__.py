"""Facts from Greek technology news as data: money, power, dates, executive quotes.

>>> from datetime import date
>>> import newsfacts
>>> [fact] = newsfacts.extract("Επένδυση έως και 100 δισ. δολάρια", reference_date=date(2025, 9, 23))
>>> fact.kind, fact.text, fact.to_dict()["high"], fact.to_dict()["qualifier"]
('money', '100 δισ. δολάρια', 100000000000, 'at_most')
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = [
    "DateFact",
    "DurationFact",
    "Fact",
    "PatternError",
    "QuantityFact",
    "QuoteFact",
    "explain",
    "extract",
    "load",
    "to_frame",
]

if TYPE_CHECKING:
    from newsfacts.api import extract, load
    from newsfacts.explaining import explain
    from newsfacts.facts import DateFact, DurationFact, Fact, QuantityFact, QuoteFact
    from newsfacts.outputs.frames import to_frame
    from newsfacts.packs.read import PatternError

_HOMES = {
    "extract": "newsfacts.api",
    "load": "newsfacts.api",
    "explain": "newsfacts.explaining",
    "to_frame": "newsfacts.outputs.frames",
    "PatternError": "newsfacts.packs.read",
    **dict.fromkeys(("DateFact", "DurationFact", "Fact", "QuantityFact", "QuoteFact"), "newsfacts.facts"),
}


def __getattr__(name: str) -> Any:
    """Import what is asked for: `newsfacts --help` needs no spaCy."""
    if name in _HOMES:
        from importlib import import_module

        value = getattr(import_module(_HOMES[name]), name)
        globals()[name] = value  # found there the next time
        return value
    raise AttributeError(f"module 'newsfacts' has no attribute {name!r}")
