"""The company that is told of by its country alone: `ο γερμανικός όμιλος`, `την ελληνική εταιρεία`."""

from newsfacts.meaning.asked import Said
from newsfacts.meaning.mentions import Companies, kin_of
from newsfacts.meaning.row import ITEMS, Row
from newsfacts.meaning.words import Words

_FAR = 5000
"""So many letters before its sentence a company is named at most."""
_SUBJECTS = frozenset({"subject", "genitive"})


def of_nation(row: Row, at: int, said: Said, begin: int, companies: Companies, words: Words) -> str | None:
    """The one that was named with this country, else the only one that none was named with."""
    nation = _nation(row, at, said, words)
    if nation is None:
        return None
    near = [m for m in companies.between(max(0, begin - _FAR), begin) if not m.reports]
    kin = {m.key: m.kin for m in near if m.kin}
    same = [m.key for m in near if kin.get(m.key) == nation]
    if same:
        return same[-1]
    rest = {m.key for m in near if m.key not in kin}
    if kin:
        return rest.pop() if len(rest) == 1 else None
    here = row.sentence.reading.sentences.paragraph(begin)[0]
    acting = [m.key for m in near if m.start >= here and m.case == "subject" and not m.of_name]
    return acting[-1] if acting else None  # the one told of last in the paragraph


def _nation(row: Row, at: int, said: Said, words: Words) -> str | None:
    """What country the firm before an amount is said to be of; an object has figures, but buys nothing."""
    s, measure = row.sentence, said.topic.measure
    first = row.items[max(0, at - ITEMS)].start
    for k in range(row.items[at].start - 1, max(1, first), -1):
        if s.roles[k] != "company" or s.roles[k + 1] == "name":
            continue
        adjective = k - 1 if s.norms[k - 1] in words.nations else k - 2
        if s.norms[adjective] not in words.nations:
            continue
        had = measure in words.accounts or measure == "valuation"
        return kin_of(s.norms[adjective]) if s.roles[adjective - 1] in _SUBJECTS or had else None
    return None
