"""The people of a document, each from all the places where he is named."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.names import Tokens
from newsfacts.quotes.organizations import Organizations
from newsfacts.quotes.page import Page
from newsfacts.quotes.role_text import organization_of, role_of
from newsfacts.quotes.spelling import consonants, same_sound

_NAMESAKES = 8


class Person(NamedTuple):
    """One person of the document, from all the places where he is named; `at` is the first, `places` all."""

    name: str
    stems: tuple[str, ...]
    role: Tokens | None
    organization: str | None
    gender: str
    at: int
    places: tuple[int, ...]


def parts(page: Page, name: Tokens) -> tuple[str, ...]:
    """The words of a person's name without their endings; an initial is one letter."""
    found: list[str] = []
    for k in range(*name):
        word = page.word(k)
        if not word[:1].isalpha():
            continue
        if "." in word:
            *initials, last = word.split(".")
            found += [_initial(page, i, name) for i in initials if i]
            if last:
                found.append(page.words.stem(last))
        else:
            found.append(_initial(page, word, name) if len(word) == 1 else page.stem(k))
    return tuple(found)


def _initial(page: Page, letters: str, name: Tokens) -> str:
    """An initial in the letters of the last name: `A. Dorn` may be `Andy Dorn`, whose `A` is no alpha."""
    return letters.lower() if page.is_latin(name[1] - 1) else page.words.stem(letters)


def groups_of(page: Page, named: Iterable[Mention]) -> list[list[Mention]]:
    """The mentions of each person: longer names first, told apart by given names and initials."""
    groups: list[list[Mention]] = []
    by_key: dict[str, list[list[Mention]]] = {}
    order = sorted(named, key=lambda m: -len(parts(page, m.name or (0, 0))))
    for mention in order:
        keys = _keys(page, mention)
        near = [group for key in keys for group in by_key.get(key, [])[-_NAMESAKES:]]
        fitting = [group for group in near if any(_same(page, mention, other) for other in group[:3])]
        before = [group for group in fitting if group[0].start <= mention.start]
        if fitting:
            (before or fitting)[-1].append(mention)
            continue
        group = [mention]
        groups.append(group)
        for key in keys:
            by_key.setdefault(key, []).append(group)
    return sorted(groups, key=lambda group: min(m.start for m in group))


def _keys(page: Page, mention: Mention) -> list[str]:
    """What a name may be found by: its last word in either alphabet, its first if it is a given name."""
    assert mention.name is not None
    stems = parts(page, mention.name)
    if len(stems) > 2 and page.word(mention.name[1] - 2) == "-":
        return [stems[-1], stems[-2]]
    keys = [_undoubled(stems[-1]), consonants(page.word(mention.name[1] - 1)) or stems[-1]] if stems else []
    return [*keys, stems[0]] if stems and page.norm(mention.name[0]) in page.words.given else keys


def _same(page: Page, one: Mention, other: Mention) -> bool:
    """Whether two mentions with names may be of one person."""
    assert one.name is not None
    assert other.name is not None
    short, long = parts(page, one.name), parts(page, other.name)
    several = one.plural or other.plural
    if not short or not long or ({one.gender, other.gender} == {"m", "f"} and not several):
        return False
    if not _last_fits(page, one.name, other.name, short, long):
        return False
    given, known = short[:-1], long[:-1]
    alphabets = page.is_latin(one.name[0]) != page.is_latin(other.name[0])
    return not given or not known or alphabets or given_fit(given, known)


def _undoubled(stem: str) -> str:
    """A word with doubled letters written once: one name in two spellings, `Στάσσης` and `Στάσης`."""
    return "".join(letter for letter, _ in groupby(stem))


def _last_fits(page: Page, one: Tokens, other: Tokens, short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if _undoubled(short[-1]) == _undoubled(long[-1]):
        return True
    if len(long) > 2 and page.word(other[1] - 2) == "-" and short[-1] == long[-2]:
        return True
    if len(short) == 1 and len(long) > 1 and short[0] == long[0] and page.norm(one[0]) in page.words.given:
        return True  # `ο Elon`
    return same_sound(page.word(one[1] - 1), page.word(other[1] - 1))


def given_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether given names may be one: the same word, or an initial of it."""
    if set(one) & set(other):
        return True
    return any(a[:1] == b[:1] for a in one for b in other if len(a) <= 2 or len(b) <= 2)


def person_from(page: Page, organizations: Organizations, group: Sequence[Mention]) -> Person:
    """One person from the mentions of him."""
    ordered = sorted(group, key=lambda m: m.start)
    best = max(ordered, key=lambda m: _fullness(page, m))
    assert best.name is not None
    roles = [m for m in ordered if m.role]
    # an office tells more than an epithet, a subject more than another case
    first = min(
        roles,
        key=lambda m: (_is_epithet(page, m), _is_short(page, m), m.case not in ("nominative", "")),
        default=None,
    )
    organization = None
    for mention in ([first] if first else []) + ordered:
        organization = organization or organization_of(page, organizations, mention)
    gender = next((m.gender for m in ordered if m.gender in ("m", "f")), "")
    return Person(
        page.reading.span(*best.name),
        parts(page, best.name),
        role_of(page, first, organization) if first else None,
        organization,
        gender,
        ordered[0].start,
        tuple(m.start for m in ordered),
    )


def _is_epithet(page: Page, mention: Mention) -> bool:
    return mention.role is not None and page.norm(mention.role[0]) in page.words.epithets


def _is_short(page: Page, mention: Mention) -> bool:
    """`ο ΥΠΕΞ`: a role by its first letters, which an office told in words says better."""
    return (
        mention.role is not None
        and mention.role[1] - mention.role[0] == 1
        and page.word(mention.role[0]).isupper()
    )


def _fullness(page: Page, mention: Mention) -> tuple[int, int, int, int]:
    assert mention.name is not None
    words = parts(page, mention.name)
    whole = sum(len(word) > 2 for word in words)
    shouted = page.reading.span(*mention.name).isupper()
    case = {"nominative": 2, "": 1, "accusative": int(mention.gender == "f")}.get(mention.case, 0)
    return whole, len(words), case - 2 * shouted, -mention.start
