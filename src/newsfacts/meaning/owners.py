"""Whose a quantity is: the company named as its owner, else the subject, else the company spoken of."""

from newsfacts.meaning.companies import Companies, Names
from newsfacts.meaning.resolve import Said
from newsfacts.meaning.row import Row


def owner(row: Row, at: int, said: Said, companies: Companies, names: Names) -> str | None:
    """The company that a quantity belongs to, in its fullest form."""
    s = row.sentence
    reading = s.reading
    if not companies.mentions:
        return None
    here = reading.starts[s.first + row.items[at].start]
    begin = reading.starts[s.first]
    before = companies.between(begin, here)
    if before:
        return companies.names[before[-1].key]
    spoken = companies.before(here)
    if spoken:
        key = max((m.key for m in spoken), key=lambda k: companies.counts[k])
        return companies.names[key]
    return None
