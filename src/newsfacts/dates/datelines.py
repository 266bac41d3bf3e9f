"""The day on which a text was written, as articles carry it: found among their dates before any has days."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import islice

from newsfacts.dates.explained import Found
from newsfacts.dates.latent import AbsoluteDate
from newsfacts.dates.resolve import resolve
from newsfacts.lexicon.lexicon import Reading

# A dateline stands in the first lines, near the beginning of its line.
_LINES = 6
_LEAD = 60
_PLACE = re.compile(r"(?:[^\W\d]+ ?){1,3}[,|–-]")
_END = re.compile(r"[-–—|:.(]|\d{1,2}[:.]\d\d")


def dateline(reading: Reading, found: Sequence[Found]) -> date | None:
    """The day in a line such as `Αθήνα, 23 Σεπτεμβρίου 2025 –` of the head of a text, as `head_of` gives it.

    `found` are the expressions of it. A dateline is a full date, the first of its line, with no more
    than a place before it, and nothing or a dash after it.
    """
    at = 0
    for line in reading.text.splitlines(keepends=True):
        start, at = at, at + len(line)
        day = _heads(reading, start, start + len(line.rstrip()), found)
        if day is not None:
            return day
    return None


def head_of(text: str) -> str:
    """The beginnings of the first lines, in which a dateline may stand."""
    lines = (line for line in text.splitlines() if line.strip())
    return "\n".join(line[: 3 * _LEAD] for line in islice(lines, _LINES))


def _heads(reading: Reading, start: int, end: int, found: Sequence[Found]) -> date | None:
    """The full date that heads a line: a place of three words at most before it, a dash after it."""
    one = next((f for f in found if start <= reading.starts[f.start] < end and _is_day(f)), None)
    if one is None:
        return None
    before = reading.text[start : reading.starts[one.start]].strip()
    after = reading.text[reading.ends[one.end - 1] : end].strip()
    # `Αθήνα,` or `ΑΘΗΝΑ -`, but not `Στις`
    place = not before or (_PLACE.fullmatch(before) and len(before) <= _LEAD)
    if not place or (after and not _END.match(after)):
        return None
    resolved = resolve(one.said, None)
    return resolved.start if resolved else None


def _is_day(found: Found) -> bool:
    return isinstance(found.said, AbsoluteDate) and found.said.year.number is not None
