"""Whether a company that a sentence names may own an amount of it, by what stands between them."""

from bisect import bisect_left
from collections.abc import Sequence

from newsfacts.meaning.asked import Said
from newsfacts.meaning.mentions import Companies, Mention
from newsfacts.meaning.row import Row
from newsfacts.meaning.spoken import item_at
from newsfacts.meaning.words import Words

_APPOSED = 8
"""So many words lie at most between what is measured and the name of `της εταιρείας …, της Alpha`."""
_CALLED = 3
"""So many words call a firm before its name: `της γερμανικής μητρικής εταιρείας`."""
_PLAIN = frozenset({"word", "company"})
_TOLD = 5
"""So many words before a name `σύμφωνα με` stands at most."""
_BOUGHT = (None, "deal")
_VERBS = frozenset({"verb", "copula"})
_CLAUSES, _PAUSES = frozenset({"relative", "break"}), frozenset({"comma", "dash"})
_HAVING = frozenset({"with", "and"})
_RAISED = ("funding", "valuation")


def may_own(mention: Mention, *, owned: bool) -> bool:
    """Whether it may own at all; behind a role only what is `owned`."""
    return mention.case != "at" and not mention.of_name and (owned or not mention.of_role)


def only_tells(mention: Mention, said: Said, companies: Companies) -> bool:
    """Whether it tells of the company that the text is about, or gives the money that another raises."""
    other = companies.dominant is not None and mention.key != companies.dominant
    return other and (mention.reports or (mention.backs and said.topic.measure in _RAISED))


def without_tellers(row: Row, before: list[Mention], said: Said, words: Words) -> list[Mention]:
    """`Τα έσοδα της Alpha θα φτάσουν, σύμφωνα με τη Beta, τα 5 εκατ.`: who tells of the one named before."""
    others = [m for m in before if not m.reports]
    if not others:
        return before
    s, start = row.sentence, said.topic.start
    begin = others[0].start if start is None else s.reading.starts[s.first + start]
    begin = max(begin, others[0].start)
    return [m for m in before if not (m.start > begin and (m.reports or _according(row, m, words)))]


def _according(row: Row, mention: Mention, words: Words) -> bool:
    """`σύμφωνα με αναλυτές της Alpha`."""
    s = row.sentence
    at = bisect_left(s.reading.starts, mention.start) - s.first
    return not words.according.isdisjoint(s.norms[max(0, at - _TOLD) : at])


def aside(row: Row, mention: Mention, at: int, said: Said, *, owned: bool) -> bool:
    """Whether it stands in a bracket that is closed, or has a relative clause that tells of another.

    As in `η επένδυση των Alpha (όχημα της Beta) αξίας …`, but `η Ένωση Αλφάδων (Alpha) επενδύει`, and in `η
    επένδυση της Alpha στη Beta, η οποία φτάνει τα …`.
    """
    if not owned and _where(row, mention, at):
        return True
    s, end, behind = row.sentence, said.topic.end, item_at(row, mention.end)
    if mention.led and end is not None and s.reading.ends[s.first + end - 1] < mention.start:
        return True
    if said.topic.measure in _BOUGHT and _object(row, mention, at):
        return True
    bracket = row.bracket(behind)
    if bracket is None or bracket >= at or row.has(bracket, "open"):
        return False
    return not (bracket == behind and row.has(item_at(row, mention.start) - 1, "open"))


def _where(row: Row, mention: Mention, at: int) -> bool:
    """`το πάρκο, όπου βρίσκονται τα ορυχεία της Alpha, θα κοστίσει …`: named in a clause of another noun."""
    if mention.case != "owner":
        return False
    begin = item_at(row, mention.start)
    first = next((k for k in range(begin - 1, max(0, begin - _APPOSED), -1) if row.any(k, _CLAUSES)), None)
    if first is None or not row.any(first - 1, _PAUSES) or not row.any(first + 1, _VERBS):
        return False
    closed = next((k for k in range(begin + 1, at) if row.any(k, _PAUSES)), None)
    return closed is not None and any(row.any(k, _VERBS) for k in range(closed, at))


def describes(row: Row, mention: Mention, before: Sequence[Mention]) -> bool:
    """`η Alpha, η μεγαλύτερη εταιρεία του κλάδου και προμηθευτής της Beta, είχε …`: who Alpha is."""
    behind, begin = item_at(row, mention.end), item_at(row, mention.start)
    if mention.case != "owner" or not row.has(behind, "comma"):
        return False
    if not row.any(behind + 1, _VERBS) and row.sentence.roles[row.items[behind].end] != "particle":
        return False  # `είχε` and `θα` are no items
    subjects = (item_at(row, m.end) for m in before if m.case == "subject" and m.end < mention.start)
    return any(row.has(k, "comma") and k > begin - _APPOSED for k in subjects)


def _object(row: Row, mention: Mention, at: int) -> bool:
    """`της Alpha, την οποία εξαγόρασε έναντι 5 εκατ.`: somebody else acts."""
    s = row.sentence
    token = bisect_left(s.reading.starts, mention.end) - s.first
    if s.roles[token : token + 3] != ["comma", "object", "relative"]:
        return False
    return not any(row.has(k, "comma") for k in range(item_at(row, mention.end) + 1, at))


def announces(row: Row, mention: Mention, words: Words) -> bool:
    """`ο υπερυπολογιστής θα έχει επίδοση 5 petaflops, ανακοίνωσε η Alpha`."""
    s = row.sentence
    at = bisect_left(s.reading.starts, mention.start) - s.first
    return not words.announcing.isdisjoint(s.norms[max(0, at - 3) : at])


def tells_of_thing(row: Row, mention: Mention, at: int) -> bool:
    """`η Alpha απαντά με τον Ryzen, που έχει …`: what follows is told of the thing, not of its maker.

    But `έσοδα 5 εκατ., από τα οποία 40%` tells of the same.
    """
    items = range(item_at(row, mention.end), at)
    return any(row.has(k, "relative") and not row.has(k - 1, "from") and k > items.start + 1 for k in items)


def of_topic(row: Row, mention: Mention, said: Said) -> bool:
    """Whether a name follows what is measured: `στα 5 εκατ. ανήλθαν τα έσοδα της Alpha`."""
    end = said.topic.end
    if end is None:
        return False
    reading, last = row.sentence.reading, row.sentence.first + end
    if last >= len(reading) or mention.start <= reading.starts[last]:
        return False
    # `του Alpha`, `του Ομίλου Alpha`
    between = reading.text[reading.ends[last] : mention.start].split()
    if len(between) > 1 and between[-2].endswith(",") and len(between) <= _APPOSED:
        roles = row.sentence.roles[end : end + len(between)]
        return "company" in roles  # `της εταιρείας λογισμικού, της Alpha`
    return len(between) <= 1 or _called(row, end, len(between))


def _called(row: Row, end: int, words: int) -> bool:
    """`η μετοχή της μητρικής εταιρείας Alpha`: whether nothing but the noun of a firm stands between."""
    roles = row.sentence.roles[end : end + words + 1]
    return words <= _CALLED and roles[-1] == "company" and all(role in _PLAIN for role in roles[1:])


def broken(row: Row, at: int, mention: Mention) -> bool:
    """Whether another clause begins between an amount and a name behind it."""
    stop = item_at(row, mention.start)
    return row.has(at + 1, "relative") or any(row.has(k, "break") for k in range(at, min(stop, len(row))))


def has_price(row: Row, said: Said) -> bool:
    """`Με μεγάλη οθόνη και τιμή 449 ευρώ έφερε η Alpha το νέο κινητό`: the thing has it."""
    noun = said.topic.noun
    return said.topic.measure == "price" and noun is not None and row.any(noun - 1, _HAVING)
