"""Everybody who is quoted, once: the rows of `--people`."""

from collections.abc import Iterable
from typing import Any

from newsfacts.facts import AnyFact, QuoteFact
from newsfacts.text.fold import fold

PEOPLE_COLUMNS = ("speaker", "speaker_type", "role", "organization", "quotes")


def people(facts: Iterable[AnyFact]) -> list[dict[str, Any]]:
    """A row for each speaker, the most quoted first; quotes whose speaker is unknown are left out.

    Names are compared without case and accents; role and organisation are the first ones given.

    >>> common = dict(kind="quote", text="α", start_char=0, end_char=1, cue=None, style="direct")
    >>> said = QuoteFact(**common, speaker="Ρένα Κοντού", speaker_type="person", role=None, organization=None)
    >>> [row["quotes"] for row in people([said, said.model_copy(update={"role": "πρόεδρος"})])]
    [2]
    """
    rows: dict[str, dict[str, Any]] = {}
    for fact in facts:
        if not isinstance(fact, QuoteFact) or fact.speaker is None:
            continue
        key = " ".join(fold(word) for word in fact.speaker.split())
        row = rows.setdefault(key, dict.fromkeys(PEOPLE_COLUMNS) | {"quotes": 0})
        for name in PEOPLE_COLUMNS[:-1]:
            row[name] = row[name] or getattr(fact, name)
        row["quotes"] += 1
    return sorted(rows.values(), key=lambda row: -row["quotes"])
