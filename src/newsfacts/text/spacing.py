"""Blanks that were left out: `300 MW.Το έργο`, `δήλωσε:«`, `»,δήλωσε`, `5 εκατ.ευρώ`."""

import re
from collections.abc import Iterator

_SMALL = "α-ωάέήίόύώϊϋΐΰ"
_CAPITAL = "Α-ΩΆΈΉΊΌΎΏΪΫ"
_GREEK = _SMALL + _CAPITAL
_LETTER = r"[^\W\d_]"
_OPENING = "«“„"
_SIGNS = r"%€$£»”\")\]"
# Each begins with the signs it is about, so that the search skips letters fast.
_GLUED = re.compile(
    rf"[.,:;!…»\u037e{_OPENING}](?:"
    + "|".join(
        (
            # a capital after a stop, but not one of `π.Χ.`, `Δ.Ε.Η`, `ΕΛ.ΑΣ.`, nor behind an initial
            rf"(?<=[\w{_SIGNS}]\.)(?<!^[{_CAPITAL}]\.)(?<![\s«(][{_CAPITAL}]\.)(?=[{_CAPITAL}][{_SMALL}])",
            rf"(?:(?<=\w[{_SMALL}A-Za-z]\.)|(?<=[\d{_SIGNS}]\.))(?=[{_CAPITAL}](?:\s|$))",
            rf"(?<=[{_CAPITAL}]{{4}}\.)(?=[{_CAPITAL}]{{2}})",
            rf"(?:(?<=[A-Z\d]{{2}}\.)|(?<=[{_SIGNS}]\.))(?=[{_CAPITAL}]{{2,}}\s)",
            # words, which are longer than the letters of `π.χ.`, `κ.λπ.`
            rf"(?<=[{_SMALL}]{{2}}\.)(?=[{_SMALL}]{{3}}|[A-Z])",
            # but not `ό,τι`
            rf"(?:(?<=\w\w,)|(?<=[\d{_SIGNS}],))(?={_LETTER})",
            rf"(?<=[{_GREEK}»”:;!…\u037e][:;!…\u037e])(?={_LETTER}|\"\w)",
            rf"(?<={_LETTER}:)(?=[{_GREEK}])",
            rf"(?:(?<=[\w»”%)]:)|(?<=[\w»”%)][.,;!…\u037e])(?=.\w))(?=[{_OPENING}])",
            rf"(?<=»)(?={_LETTER}{{2}})",
            rf"(?<={_LETTER}[{_OPENING}])(?=\w)",  # not one typed for a closing mark: `«Ναι« είπε`
        )
    )
    + ")"
)


def blanks_left_out(text: str) -> Iterator[int]:
    """Where a blank should stand after a stop, comma, colon or mark, or before an opening mark.

    >>> text = "Ισχύς 300 MW.Το Δ.Σ. δήλωσε:«Ό,τι θέλω»,και στις 10:30 π.μ. έφυγε."
    >>> [text[at - 3 : at + 2] for at in blanks_left_out(text)]
    ['MW.Το', 'σε:«Ό', 'ω»,κα']
    """
    for match in _GLUED.finditer(text):
        yield match.start() if match[0] in _OPENING else match.end()
