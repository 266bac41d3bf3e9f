"""Names written in Greek and in Latin letters, compared by how they sound."""

import re
from functools import lru_cache

# Consonants that writers use for one another in the two alphabets; vowels do not count.
_PAIRS = {
    "μπ": "B",
    "ντ": "T",
    "γκ": "K",
    "γγ": "NK",
    "τζ": "S",
    "τσ": "S",
    "γχ": "NK",
    "ου": "",
    "ευ": "B",
    "αυ": "B",
    **dict.fromkeys(("γουα", "γουε", "γουι", "γουο"), "B"),
    "ch": "S",
    "sh": "S",
    "th": "T",
    "ph": "B",
    "ck": "K",
    "gh": "",
    "qu": "K",
    "tz": "S",
    "ts": "S",
    "dz": "S",
    "zh": "S",
    "wh": "B",
    "kn": "N",
    "wr": "R",
    "ng": "NK",
    "nk": "NK",
}
_SINGLE = {
    **dict.fromkeys("βπφbpvfw", "B"),
    **dict.fromkeys("δτθdt", "T"),
    **dict.fromkeys("γκχgkcqh", "K"),
    **dict.fromkeys("ζσszj", "S"),
    **dict.fromkeys("λl", "L"),
    **dict.fromkeys("μm", "M"),
    **dict.fromkeys("νn", "N"),
    **dict.fromkeys("ρr", "R"),
    "ξ": "KS",
    "x": "KS",
    "ψ": "BS",
}
_PART = re.compile("|".join([*_PAIRS, "."]), re.DOTALL)


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """The consonants of a folded word by their classes, doubled ones once.

    >>> sound("ντάλτον") == sound("dalton"), sound("χουανγκ") == sound("huang")
    (True, True)
    >>> sound("cook") == sound("μασκ")
    False
    """
    found = "".join(_PAIRS.get(part, _SINGLE.get(part, "")) for part in _PART.findall(word))
    return re.sub(r"(.)\1+", r"\1", found)
