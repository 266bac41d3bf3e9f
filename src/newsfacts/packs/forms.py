"""Short-hand for inflected forms: `stem(a|b)` lists endings, `word(|s)` an optional one."""

import itertools
import math
import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from newsfacts.text.fold import fold_once

MOST_FORMS = 2_000
"""How many forms one short-hand may stand for."""

LONGEST_FORM = 200
"""How many characters a form may have."""

_PIECE = re.compile(r"\(((?:\\[()]|[^()])*)\)|((?:\\[()]|[^()])+)")
_BRACKET = re.compile(r"\\([()])")


@lru_cache(maxsize=20_000)
def expand(short: str) -> tuple[str, ...]:
    r"""All forms that a short-hand stands for, in order, each once.

    Raises ValueError where brackets do not pair, and for more than MOST_FORMS forms.

    >>> expand("μεγαβάτ"), expand("δολάρι(ο|α|ου|ων) ΗΠΑ")[:2], expand("megawatt(|s)")
    (('μεγαβάτ',), ('δολάριο ΗΠΑ', 'δολάρια ΗΠΑ'), ('megawatt', 'megawatts'))
    >>> expand(r"πέσο \((ARP|1983-1985)\)")
    ('πέσο (ARP)', 'πέσο (1983-1985)')
    """
    if "(" not in short and ")" not in short:
        return (" ".join(short.split()),) if short.strip() else ()
    choices = _choices(short)
    _refuse_too_many(math.prod(map(len, choices)))
    forms = (" ".join("".join(parts).split()) for parts in itertools.product(*choices))
    return tuple(dict.fromkeys(form for form in forms if form))


def escaped(form: str) -> str:
    r"""A form as the short-hand that stands for it alone.

    >>> expand(escaped("πέσο (ARP)"))
    ('πέσο (ARP)',)
    """
    return form.replace("(", r"\(").replace(")", r"\)")


def joined(*parts: Iterable[str]) -> list[str]:
    """What short-hands stand for when they are put together, each form as the short-hand for it alone.

    >>> joined(["δι", "τρι"], ["ετ(ής|ές)"])
    ['διετής', 'διετές', 'τριετής', 'τριετές']
    """
    forms = [[form for short in shorts for form in expand(short)] for shorts in parts]
    return [escaped("".join(row)) for row in itertools.product(*forms)]


@lru_cache(maxsize=20_000)
def check_short(short: str) -> int:
    """How many forms a short-hand stands for at most, found without making them.

    Raises ValueError where brackets do not pair, and for none, too many or too long ones.

    >>> check_short("δολάρι(ο|α|ου|ων)(|άκι)")
    8
    """
    choices = _choices(short)
    longest = sum(max(map(len, choice)) for choice in choices)
    if not any(form.strip() for choice in choices for form in choice):
        raise ValueError("holds no word")
    if longest > LONGEST_FORM:
        raise ValueError(f"has {longest:,} characters, more than {LONGEST_FORM}: name the words alone")
    count = math.prod(map(len, choices))
    _refuse_too_many(count)
    return count


def _choices(short: str) -> list[list[str]]:
    if "(" not in short and ")" not in short:
        return [[short]]  # as most are
    pieces = list(_PIECE.finditer(short))
    if "".join(m.group() for m in pieces) != short:
        raise ValueError(f"brackets do not pair in {short!r}: write endings as stem(a|b)")
    inside = [m.group(1).split("|") if m.group(1) is not None else [m.group(2)] for m in pieces]
    return [[_BRACKET.sub(r"\1", form) for form in choice] for choice in inside] if "\\" in short else inside


def _refuse_too_many(count: int) -> None:
    if count > MOST_FORMS:
        raise ValueError(
            f"stands for {shown_count(count)} forms, more than {MOST_FORMS:,}: list fewer endings"
        )


def shown_count(count: int) -> str:
    """A number of any size, in few characters.

    >>> shown_count(12345), shown_count(10**50)
    ('12,345', 'over 10^15')
    """
    return f"{count:,}" if count < 10**15 else "over 10^15"


def folded(form: str) -> str:
    """A form of one or more words as it is compared.

    >>> folded("Δολάρια  ΗΠΑ")
    'δολαρια ηπα'
    """
    return " ".join(map(fold_once, form.split()))


def folded_forms(shorts: Iterable[str]) -> frozenset[str]:
    """All forms of short-hands, as they are compared.

    >>> sorted(folded_forms(["έσοδ(α|ων)"]))
    ['εσοδα', 'εσοδων']
    """
    return frozenset(folded(form) for short in shorts for form in expand(short))


def without(shorts: Iterable[str], off: Collection[str]) -> list[str]:
    """The short-hands without the forms that are switched off (folded).

    >>> without(["έσοδ(α|ων)", "κέρδη"], {"εσοδα"})
    ['έσοδων', 'κέρδη']
    """
    if not off:
        return list(shorts)
    return [escaped(form) for short in shorts for form in expand(short) if folded(form) not in off]
