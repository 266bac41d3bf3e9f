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


# What a rule keeps: the quantity `q`, a noun `n`, a verb `v`, another quantity before `p`.
MEANINGS: Mapping[str, Any] = {
    "beside": lambda q, n: Found("beside", q, noun=n),
    "moved": lambda q, v, n=None: Found("moved", q, noun=n, verb=v),
    "level": lambda q, v=None: Found("level", q, verb=v),
    "said": lambda q, v: Found("said", q, verb=v),
    "same": lambda q, p: Found("same", q, other=p),
    "in_list": lambda q, p: Found("in_list", q, other=p),
    "again": lambda q, p: Found("again", q, other=p),
    "moved_so": lambda q, p: Found("moved_so", q, other=p),
    "summed": lambda q, p, v: Found("summed", q, verb=v, other=p),
    "likened": lambda q, p: Found("likened", q, other=p),
    "turned": lambda q, n: Found("turned", q, noun=n),
    "or_else": lambda q, p: Found("or_else", q, other=p),
    "within": lambda q, n: Found("within", q, noun=n),
    "rose_in": lambda q, v, n=None: Found("rose_in", q, noun=n, verb=v),
    "column": lambda q, p: Found("column", q, other=p),
    "likewise_part": lambda q, p: Found("likewise_part", q, other=p),
    "listed": lambda q, p, n=None: Found("listed", q, noun=n, other=p),
    "listed_gain": lambda q, v: Found("listed_gain", q, verb=v),
    "level_of": lambda q, v: Found("level_of", q, verb=v),
    "led": lambda q, n: Found("led", q, noun=n),
    "likewise": lambda q, p, n: Found("likewise", q, noun=n, other=p),
    "foreseen": lambda q, p, n: Found("foreseen", q, noun=n, other=p),
    "valued": lambda q, v, n: Found("valued", q, noun=n, verb=v),
    "anew": lambda q, p, n: Found("anew", q, noun=n, other=p),
    "paired": lambda q, p, n: Found("paired", q, noun=n, other=p),
    "numbered": lambda q, n: Found("numbered", q, noun=n),
    "fragment": lambda q: Found("fragment", q),
    "carried": lambda q: Found("carried", q),
    "price": lambda q: Found("price", q),
    "stock": lambda q: Found("stock", q),
    "part": lambda q: Found("part", q),
    "gapped": lambda q: Found("gapped", q),
    "bought": lambda q, n: Found("bought", q, noun=n),
    "sized": lambda q, n: Found("sized", q, noun=n),
    "added": lambda q, n: Found("added", q, noun=n),
    "wiped": lambda q, n: Found("wiped", q, noun=n),
    "of_those": lambda q, n: Found("of_those", q, noun=n),
    "converted": lambda q, v: Found("converted", q, verb=v),
    "paced": lambda q, v, n: Found("paced", q, noun=n, verb=v),
    "paired_of": lambda q, p, n: Found("paired_of", q, noun=n, other=p),
    "ran": lambda q, v: Found("ran", q, verb=v),
    "sold_for": lambda q, v, n=None: Found("sold_for", q, noun=n, verb=v),
    "paid_for": lambda q, p: Found("paid_for", q, other=p),
    "counted_alone": lambda q: Found("counted_alone", q),
    "told_that": lambda q: Found("told_that", q),
    "paid_as": lambda q, n: Found("paid_as", q, noun=n),
    "piece": lambda q, n: Found("piece", q, noun=n),
    "owned": lambda q: Found("owned", q),
    "remaining": lambda q: Found("remaining", q),
    "elsewhere": lambda q, p, n=None: Found("elsewhere", q, noun=n, other=p),
    "counted": lambda q, n: Found("counted", q, noun=n),
    "cell": lambda q, n: Found("cell", q, noun=n),
    "guessed": lambda q, p, v: Found("guessed", q, verb=v, other=p),
    "so_much": lambda q, v, n=None: Found("so_much", q, noun=n, verb=v),
    "kept": lambda q, v: Found("kept", q, verb=v),
    "awaited": lambda q, p, v: Found("awaited", q, verb=v, other=p),
    "times": lambda q, p, n: Found("times", q, noun=n, other=p),
    "told_by": lambda q, n: Found("told_by", q, noun=n),
    "held": lambda q, n: Found("held", q, noun=n),
    "dealt": lambda q, n: Found("dealt", q, noun=n),
    "lowered": lambda q, n: Found("lowered", q, noun=n),
    "share_alone": lambda q: Found("share_alone", q),
    "around": lambda q, v: Found("around", q, verb=v),
    "gone_on": lambda q, p, n: Found("gone_on", q, noun=n, other=p),
    "lost": lambda q, n: Found("lost", q, noun=n),
    "grew": lambda q, v: Found("grew", q, verb=v),
    "share": lambda q, n: Found("share", q, noun=n),
    "after": lambda q, n: Found("after", q, noun=n),
}
