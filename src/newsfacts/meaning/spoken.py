"""The company that is spoken of without its name: `η εταιρεία`, `ο όμιλος`, or nothing at all."""

from bisect import bisect_left
from collections.abc import Sequence

from newsfacts.meaning.mentions import JOINTLY, Companies, Mention
from newsfacts.meaning.row import ITEMS, Row
from newsfacts.meaning.words import Words

_PARAGRAPH = 5000
_LAST = 300
"""So many letters before a sentence the one whose firm it tells of stands."""
_VERBS = frozenset({"verb", "mover", "level", "sayer", "copula", "particle"})
_OWN = 15
"""So many words before or after an amount the one who speaks says that it is his own."""
_MADE = 6
"""So many words before a firm the relative begins that says what it made."""
_HEAD = 40
"""So many letters before it has a name that begins its sentence at most."""
_STEM = 4
"""So many letters of a firm's noun are the same in all its forms."""
_ENDS = (". ", "\n")


def item_at(row: Row, offset: int) -> int:
    """The item that begins at an offset of the text, or behind it."""
    s = row.sentence
    token = bisect_left(s.reading.starts, offset) - s.first
    return bisect_left(row.items, token, key=lambda item: item.start)


def named_at(row: Row, at: int, named: Sequence[Mention]) -> Mention | None:
    """Which of some companies an item of a row names."""
    s, item = row.sentence, row.items[at]
    begin, end = s.reading.starts[s.first + item.start], s.reading.ends[s.first + item.end - 1]
    return next((m for m in named if begin <= m.start < end), None)


def spoken_between(row: Row, mention: Mention, at: int) -> bool:
    """Whether it says so between a mention and an amount."""
    return _says_company(row, range(item_at(row, mention.end), at))


def spoken_of(row: Row, at: int) -> bool:
    """Whether the sentence says `η εταιρεία`, `ο όμιλος`."""
    return _says_company(row, range(max(0, at - ITEMS), at))


def speaks_of_own(row: Row, at: int, words: Words) -> bool:
    """`το χαρτοφυλάκιό μας φτάνει τα 2 GW`, but not `η χώρα μας έχει 2 GW`."""
    norms = row.sentence.norms
    here = row.items[at].start
    for k in range(max(1, here - _OWN), min(len(norms), here + _OWN)):
        if norms[k] in words.ours and norms[k - 1] not in words.markets | words.state:
            return True
    return row.has(at - 1, "verb") and norms[row.items[at - 1].start].endswith(words.we_do)


def _says_company(row: Row, places: Sequence[int]) -> bool:
    s = row.sentence
    for place in places:
        item = row.items[place]
        tokens = range(item.start, item.end)
        if item.article in ("subject", "genitive") and any(s.roles[k] == "company" for k in tokens):
            return True
    return False


def only_makes(row: Row, at: int) -> bool:
    """`Το κινητό που έφτιαξε η εταιρεία κοστίζει 500 ευρώ`: spoken of as who made a thing, which has it."""
    s = row.sentence
    firms = [k for k in range(max(0, at - ITEMS), at) if _says_company(row, (k,))]
    made = [k for k in firms if row.items[k].article == "subject" and row.has(k - 1, "verb")]
    return firms == made and any(
        s.roles[t] == "relative"
        for k in made
        for t in range(max(0, row.items[k].start - _MADE), row.items[k].start)
    )


def another_firm(row: Row, at: int, words: Words) -> bool:
    """`η εταιρεία της Λάρισας`: not the one whose president spoke, as `η εταιρεία του` may be."""
    s = row.sentence
    firms = (k for k in range(row.items[at].start) if s.roles[k] == "company")
    return any(s.norms[k + 1] in words.possessives and s.roles[k + 2] == "name" for k in firms)


def pointed_at(row: Row, at: int, begin: int, companies: Companies, words: Words) -> str | None:
    """`η συγκεκριμένη εταιρεία`: the one named last, best where it is called so too."""
    s = row.sentence
    until = row.items[at].start
    pointed = (k + 1 for k in range(until) if s.norms[k] in words.pointing)
    firm = next((s.norms[k] for k in pointed if s.roles[k] == "company"), None)
    if firm is None:
        return None
    near = [m for m in companies.between(max(0, begin - _PARAGRAPH), begin) if not m.reports]
    called = [m for m in near if m.called]
    so = [m for m in called if m.called[:_STEM] == firm[:_STEM]]  # `ο όμιλος Alpha`, but `η εταιρεία Beta`
    return (so or called or near)[-1].key if near else None


def told_within(row: Row, at: int, begin: int, companies: Companies) -> str | None:
    """`Ο πρόεδρος της Alpha είπε ότι η εταιρεία επενδύει`: whose people tell of it in the same sentence."""
    here = row.sentence.reading.starts[row.sentence.first + row.items[at].start]
    named = [m for m in companies.between(begin, here) if not m.reports]
    led = [m for m in named if m.of_role]
    keys = {m.key for m in named}
    return led[0].key if led and len(keys) == 1 and spoken_between(row, led[-1], at) else None


def told_before(row: Row, begin: int, companies: Companies) -> str | None:
    """`Η Beta, αντίθετα, άνοιξε γραφεία. Η εταιρεία έχει έσοδα 5 εκατ.`: who alone acts right before.

    Both begin their sentences, and are told of in one paragraph.
    """
    s, reading = row.sentence, row.sentence.reading
    first = row.items[0] if row.items else None
    if first is None or first.article != "subject" or s.roles[first.start] != "company" or begin < _HEAD:
        return None
    start = reading.sentences.bounds(begin - 2, begin - 1)[0]
    near = companies.between(max(start, reading.sentences.paragraph(begin)[0]), begin)
    heads = bool(near) and near[0].case == "subject" and near[0].start - start <= _HEAD
    others = any(m.key != near[0].key and m.case == "subject" for m in near)
    return near[0].key if heads and not others and not near[0].reports else None


def led_firm(row: Row, at: int, begin: int, companies: Companies, words: Words) -> str | None:
    """`…, είπε ο Ίων Βέργης της Alpha. Η εταιρεία του χτίζει …`: the one of who spoke."""
    s = row.sentence
    here = row.items[at].start
    firms = (k for k in range(1, here - 2) if s.roles[k] == "company" and s.roles[k - 1] == "subject")
    firm = next(firms, None)
    if firm is None or s.norms[firm + 1] not in words.possessives or s.roles[firm + 2] not in _VERBS:
        return None
    near = companies.between(max(0, begin - _LAST), begin)
    return near[-1].key if near and near[-1].of_role else None


def last_subject(begin: int, companies: Companies, text: str) -> Sequence[str]:
    """The company spoken of last before the sentence; who is named later takes nothing away."""
    near = companies.between(max(0, begin - _PARAGRAPH), begin)
    first = near[0].key if near else None  # `η Alpha Capital` puts money into no other where none is named
    acting = [m for m in reversed(near) if _acts(m) and (not m.backs or m.key == first)]
    acting = [m for m in acting if not m.reports] or acting
    owning = [m for m in acting if m.case == "subject" or m.has]  # `τα έσοδα της Alba`, not `η πλατφόρμα της`
    if not acting:
        return ()
    last, *others = (owning or acting)[:2]
    if others and others[0].key != last.key and others[0].case == last.case == "subject":
        between = text[others[0].end : last.start]
        if len(between) <= JOINTLY:
            return (others[0].key, last.key)
        if not any(end in between for end in _ENDS):
            return ()  # `η Alpha κέρδισε 5% και η Beta 3%`: nobody knows who is spoken of next
    return (last.key,)


def _acts(mention: Mention) -> bool:
    """Whether it is a subject, or an owner by itself."""
    owns = mention.case == "owner" and not mention.of_name and not mention.of_role
    return mention.case == "subject" or owns
