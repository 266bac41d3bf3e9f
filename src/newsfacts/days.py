"""A day as people type it and as records carry it."""

import re
from datetime import date

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
