"""A construction in which a quantity stands: how it is called in the rules, and the items that it names."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Found(NamedTuple):
    """A construction: the quantity, and the items that say what it is about, all by number.

    `noun` heads a noun phrase, `verb` says how, `other` is a quantity before.
    """

    how: str
    q: int
    noun: int | None = None
    verb: int | None = None
    other: int | None = None


def _beside(q: int, n: int) -> Found:
    return Found("beside", q, noun=n)


def _moved(q: int, v: int, n: int | None = None) -> Found:
    return Found("moved", q, noun=n, verb=v)


def _level(q: int, v: int | None = None) -> Found:
    return Found("level", q, verb=v)


def _said(q: int, v: int) -> Found:
    return Found("said", q, verb=v)


def _same(q: int, p: int) -> Found:
    return Found("same", q, other=p)


def _again(q: int, p: int) -> Found:
    return Found("again", q, other=p)


def _summed(q: int, p: int, v: int) -> Found:
    return Found("summed", q, verb=v, other=p)


def _likened(q: int, p: int) -> Found:
    return Found("likened", q, other=p)


def _rose_in(q: int, v: int, n: int | None = None) -> Found:
    return Found("rose_in", q, noun=n, verb=v)


def _listed(q: int, p: int, n: int | None = None) -> Found:
    return Found("listed", q, noun=n, other=p)


def _level_of(q: int, v: int) -> Found:
    return Found("level_of", q, verb=v)


def _within(q: int, n: int) -> Found:
    return Found("within", q, noun=n)


def _turned(q: int, n: int) -> Found:
    return Found("turned", q, noun=n)


def _or_else(q: int, p: int) -> Found:
    return Found("or_else", q, other=p)


def _anew(q: int, p: int, n: int) -> Found:
    return Found("anew", q, noun=n, other=p)


def _paired(q: int, p: int, n: int) -> Found:
    return Found("paired", q, noun=n, other=p)


def _likewise(q: int, p: int, n: int) -> Found:
    return Found("likewise", q, noun=n, other=p)


def _foreseen(q: int, p: int, n: int) -> Found:
    return Found("foreseen", q, noun=n, other=p)


def _valued(q: int, v: int, n: int) -> Found:
    return Found("valued", q, noun=n, verb=v)


def _led(q: int, n: int) -> Found:
    return Found("led", q, noun=n)


def _carried(q: int) -> Found:
    return Found("carried", q)


def _price(q: int) -> Found:
    return Found("price", q)


def _part(q: int) -> Found:
    return Found("part", q)


def _gapped(q: int) -> Found:
    return Found("gapped", q)


def _sized(q: int, n: int) -> Found:
    return Found("sized", q, noun=n)


def _share_alone(q: int) -> Found:
    return Found("share_alone", q)


def _stock(q: int) -> Found:
    return Found("stock", q)


def _share(q: int, n: int) -> Found:
    return Found("share", q, noun=n)


def _after(q: int, n: int) -> Found:
    return Found("after", q, noun=n)


MEANINGS: Mapping[str, Any] = {
    "beside": _beside,
    "moved": _moved,
    "level": _level,
    "said": _said,
    "same": _same,
    "again": _again,
    "summed": _summed,
    "likened": _likened,
    "turned": _turned,
    "or_else": _or_else,
    "within": _within,
    "rose_in": _rose_in,
    "listed": _listed,
    "level_of": _level_of,
    "led": _led,
    "likewise": _likewise,
    "foreseen": _foreseen,
    "valued": _valued,
    "anew": _anew,
    "paired": _paired,
    "carried": _carried,
    "price": _price,
    "stock": _stock,
    "part": _part,
    "gapped": _gapped,
    "sized": _sized,
    "share_alone": _share_alone,
    "share": _share,
    "after": _after,
}
