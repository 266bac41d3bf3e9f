"""Short-hand for inflected forms: `stem(a|b)` lists endings, `word(|s)` an optional one."""

import itertools
import re
from functools import lru_cache

_PIECE = re.compile(r"\(([^()]*)\)|([^()]+)")


@lru_cache(maxsize=20_000)
def expand(short: str) -> tuple[str, ...]:
    """All forms that a short-hand stands for, in order, each once.

    Raises ValueError where brackets do not pair.

    >>> expand("μεγαβάτ"), expand("δολάρι(ο|α|ου|ων) ΗΠΑ")[:2], expand("megawatt(|s)")
    (('μεγαβάτ',), ('δολάριο ΗΠΑ', 'δολάρια ΗΠΑ'), ('megawatt', 'megawatts'))
    """
    if "(" not in short and ")" not in short:
        return (" ".join(short.split()),) if short.strip() else ()
    pieces = list(_PIECE.finditer(short))
    if "".join(m.group() for m in pieces) != short:
        raise ValueError(f"brackets do not pair in {short!r}: write endings as stem(a|b)")
    choices = [m.group(1).split("|") if m.group(1) is not None else [m.group(2)] for m in pieces]
    forms = (" ".join("".join(parts).split()) for parts in itertools.product(*choices))
    return tuple(dict.fromkeys(form for form in forms if form))
