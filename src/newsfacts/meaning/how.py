"""The meanings that rules name, each as a construction that says what a quantity is about."""

from collections.abc import Callable, Mapping

from newsfacts.meaning import constructions, joined, moving, shares, tables, trading, worth
from newsfacts.meaning.asked import Asked, Said
from newsfacts.meaning.found import Found

HOW: Mapping[str, Callable[[Asked, Found], Said | None]] = {
    "beside": constructions.beside,
    "after": constructions.after,
    "moved": moving.moved,
    "level": constructions.level,
    "said": constructions.said,
    "same": joined.same,
    "again": joined.again,
    "moved_so": joined.moved_so,
    "summed": joined.summed,
    "likened": joined.likened,
    "turned": constructions.turned,
    "or_else": joined.or_else,
    "within": constructions.within,
    "column": joined.column,
    "likewise_part": joined.likewise_part,
    "listed": joined.listed,
    "so_much": moving.so_much,
    "kept": moving.kept,
    "rose_in": moving.rose_in,
    "level_of": moving.level_of,
    "listed_gain": trading.listed_gain,
    "led": constructions.led,
    "anew": joined.anew,
    "paired": joined.paired,
    "carried": constructions.last,
    "price": constructions.price,
    "stock": constructions.stock,
    "part": shares.part,
    "gapped": joined.gapped,
    "likewise": joined.likewise,
    "foreseen": joined.foreseen,
    "valued": constructions.valued,
    "sized": constructions.sized,
    "bought": worth.bought,
    "added": worth.added,
    "wiped": worth.wiped,
    "of_those": shares.of_those,
    "remaining": shares.remaining,
    "elsewhere": joined.elsewhere,
    "counted": shares.counted,
    "guessed": joined.guessed,
    "awaited": joined.awaited,
    "times": joined.times,
    "cell": tables.cell,
    "told_by": shares.told_by,
    "held": shares.held,
    "share_alone": shares.share_alone,
    "share": shares.share,
}
"""The constructions by the name of their meaning."""
