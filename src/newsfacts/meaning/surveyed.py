"""Whether an amount is what a study or an authority found."""

from newsfacts.meaning.row import ITEMS, Row
from newsfacts.meaning.words import Words

_FOUND = 12
"""So many words behind a study the verb stands that tells what it found."""


def surveyed(row: Row, at: int, words: Words) -> bool:
    """`αποκαλύπτει έρευνα του …`, `η έρευνα έδειξε`, `σύμφωνα με την ΕΛΣΤΑΤ`: no company's.

    So even where the text is about one.
    """
    norms, roles = row.sentence.norms, row.sentence.roles
    near = row.items[max(0, at - ITEMS) : at + ITEMS]
    first = near[0].start if at > ITEMS else 0
    last = near[-1].end if at + ITEMS < len(row) else len(norms) - 1
    for k in range(first, last):
        norm = norms[k]
        if norm in words.studies and not words.finding.isdisjoint(norms[k + 1 : min(last, k + _FOUND)]):
            return True
        if norm in words.reports and roles[k + 1] == "genitive" and roles[k + 2] == "name":
            return True
        if norm in words.according and any(near in words.authorities for near in norms[k + 1 : k + 4]):
            return True
    return False


def of_study(row: Row, at: int, words: Words) -> bool:
    """`σύμφωνα με έρευνα της εταιρείας, το 38% …`: the company is only named as who asked."""
    norms, roles = row.sentence.norms, row.sentence.roles
    before = range(max(0, row.items[at].start - ITEMS), row.items[at].start - 2)
    return any(norms[k] in words.reports and roles[k + 2] == "company" for k in before)
