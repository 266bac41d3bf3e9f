"""The day on which a text was written, as articles carry it."""

import re
from collections.abc import Callable
from datetime import date

from newsfacts.facts import AnyFact, DateFact

# A dateline stands in the first lines, near the beginning of its line.
_LINES = 6
_LEAD = 60


def dateline(text: str, find: Callable[[str], list[AnyFact]]) -> date | None:
    """The day in a line such as `Αθήνα, 23 Σεπτεμβρίου 2025 –` among the first lines of a text.

    `find` gives the facts of a text without a reference date. A dateline is a full date with
    no more than a place before it, and nothing or a dash after it.
    """
    lines = [line for line in text.splitlines() if line.strip()][:_LINES]
    for line in lines:
        facts = find(line[: _LEAD * 3])
        dates = [f for f in facts if isinstance(f, DateFact) and f.start_date and f.start_date == f.end_date]
        for fact in dates[:1]:
            if _heads(line, fact):
                return fact.start_date
    return None


def _heads(line: str, fact: DateFact) -> bool:
    """Whether a date heads its line: a place of one to three words before it, a dash or the end after it."""
    before, after = line[: fact.start_char].strip(), line[fact.end_char :].strip()
    # `Αθήνα,` or `ΑΘΗΝΑ -`, but not `Στις`
    place = not before or (re.fullmatch(r"(?:[^\W\d]+ ?){1,3}[,|–-]", before) and len(before) <= _LEAD)
    ends = not after or re.match(r"[-–—|:.(]|\d{1,2}[:.]\d\d", after)
    return bool(place and ends)
