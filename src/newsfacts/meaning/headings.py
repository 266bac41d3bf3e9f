"""Names that head a text or a line."""

from collections.abc import Sequence

_SHORT = 4
_HEADLINE = 60


def titled(text: str, start: int, end: int) -> bool:
    """Whether a name stands alone before a colon at the head of a line: `Vellona: Στα 5 εκατ. τα κέρδη`.

    So may, in a first line, a person's company (`Ίων Βέργης (Vellona): «…»`), or it is nothing but the name.
    """
    if start == 0 and text[end : end + 1] == "\n":
        return True
    if text[start - 1 : start] == "(" and text[end : end + 2] == "):":
        return start <= _HEADLINE and "\n" not in text[:start]
    return text[end : end + 2] == ": " and (start == 0 or text[start - 1] == "\n")


def heads(words: Sequence[str]) -> bool:
    """Whether a name that heads a text is more of a company's for it: `Alba: …`, `ΑΛΒΗ: …`, not `ΑΘΗΝΑ: …`.

    That of a thing is not: `Talora B1: …`.
    """
    short = words[0].isupper() and len(words[0]) <= _SHORT
    return (words[0].isascii() or short) and not words[-1][1:].isdigit()
