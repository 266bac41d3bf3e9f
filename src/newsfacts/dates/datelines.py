"""The day on which a text was written, as people type it and as articles carry it."""

import re
from collections.abc import Callable
from datetime import date

from newsfacts.facts import AnyFact, DateFact

# A dateline stands in the first lines, near the beginning of its line.
_LINES = 6
_LEAD = 60
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")


def read_reference_date(text: str) -> date | None:
    """A day as people and records write it: ISO 8601, with or without a time, or in Greek or English words.

    None where it is none. A day must be all there: a month, or a word such as `yesterday`, is none, so
    the clock is never asked.

    >>> read_reference_date("2025-09-23T10:00:00Z"), read_reference_date("23 Σεπτεμβρίου 2025")
    (datetime.date(2025, 9, 23), datetime.date(2025, 9, 23))
    >>> read_reference_date("Σεπτέμβριος 2025"), read_reference_date("31/2/2025")
    (None, None)
    """
    text = text.strip()
    iso = _ISO.fullmatch(text)
    if iso:
        try:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        except ValueError:
            return None
    # what it would read without a digit is relative to the clock
    if not re.search(r"\d{4}|\d[/.-]\d\d$", text):
        return None
    import dateparser

    settings = {
        "DATE_ORDER": "DMY",
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],
    }
    try:
        found = dateparser.parse(text, languages=["el", "en"], settings=settings)
    except ValueError:  # a number too large for a year, say
        return None
    return found.date() if found else None


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
