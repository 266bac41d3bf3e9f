"""Who is who in a document: the people it names, and whom a mention means."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from newsfacts.quotes.mentions import Known, Mention, known_of, mentions_of
from newsfacts.quotes.names import Tokens
from newsfacts.quotes.organizations import Organizations, alike, company_at, fullest, organizations_of
from newsfacts.quotes.page import Page
from newsfacts.quotes.spelling import consonants, same_sound

_PEOPLE = 100
_NAMESAKES = 8
_MENTIONS = 200


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it, as a fact shows it; `start` and `end` are the offsets of the mention."""

    name: str | None = None
    type: str | None = None
    role: str | None = None
    organization: str | None = None
    start: int | None = None
    end: int | None = None
    feminine: bool | None = None


NOBODY = Speaker()


class Person(NamedTuple):
    """One person of the document, from all the places where he is named; `at` is the first, `places` all."""

    name: str
    stems: tuple[str, ...]
    role: Tokens | None
    organization: str | None
    gender: str
    at: int
    places: tuple[int, ...]


class Cast(NamedTuple):
    """All who are named in a document."""

    page: Page
    mentions: tuple[Mention, ...]
    people: tuple[Person, ...]
    starts: tuple[int, ...]
    """Where the mentions start."""
    named: Mapping[int, Person]
    """Who is named at a token."""
    organizations: Organizations
    known: Known


def cast_of(page: Page) -> Cast:
    """Read who is named in a document."""
    mentions = mentions_of(page)
    organizations = organizations_of(page, mentions)
    named = [m for m in mentions if m.kind == "person" and m.name]
    groups = _groups(page, named)
    people = tuple(_person(page, organizations, group) for group in groups)
    people = _with_loose_roles(page, mentions, organizations, people)
    known = known_of(page, mentions)
    men = {page.stem(m.name[1] - 1) for m in named if m.name and m.subject and m.gender == "m"}
    known = known._replace(people=known.people | men)
    places = {place: person for person in people for place in person.places}
    starts = tuple(m.start for m in mentions)
    return Cast(page, mentions, people, starts, places, organizations, known)


# -- people -------------------------------------------------------------------------------------


def parts(page: Page, name: Tokens) -> tuple[str, ...]:
    """The words of a person's name without their endings; an initial is one letter."""
    found: list[str] = []
    for k in range(*name):
        word = page.word(k)
        if not word[:1].isalpha():
            continue
        if "." in word:
            *initials, last = word.split(".")
            found += [page.words.stem(i) for i in initials if i]
            if last:
                found.append(page.words.stem(last))
        else:
            found.append(page.stem(k))
    return tuple(found)


def _groups(page: Page, named: Iterable[Mention]) -> list[list[Mention]]:
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
    """What a name may be found by: its last word in either alphabet, and its first if that is a given name."""
    assert mention.name is not None
    stems = parts(page, mention.name)
    if len(stems) > 2 and page.word(mention.name[1] - 2) == "-":
        return [stems[-1], stems[-2]]
    keys = [stems[-1], consonants(page.word(mention.name[1] - 1)) or stems[-1]] if stems else []
    return keys + [stems[0]] if stems and page.norm(mention.name[0]) in page.words.given else keys


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
    return not given or not known or alphabets or _given_fit(given, known)


def _last_fits(page: Page, one: Tokens, other: Tokens, short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if short[-1] == long[-1] or (len(long) > 2 and page.word(other[1] - 2) == "-" and short[-1] == long[-2]):
        return True
    if len(short) == 1 and len(long) > 1 and short[0] == long[0] and page.norm(one[0]) in page.words.given:
        return True  # `ο Elon`
    return same_sound(page.word(one[1] - 1), page.word(other[1] - 1))


def _given_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if set(one) & set(other):
        return True
    return any(a[:1] == b[:1] for a in one for b in other if len(a) <= 2 or len(b) <= 2)


def _person(page: Page, organizations: Organizations, group: Sequence[Mention]) -> Person:
    ordered = sorted(group, key=lambda m: m.start)
    best = max(ordered, key=lambda m: _fullness(page, m))
    assert best.name is not None
    roles = [m for m in ordered if m.role]
    first = next((m for m in roles if m.case in ("nominative", "")), None) or next(iter(roles), None)
    organization = None
    for mention in ([first] if first else []) + ordered:
        organization = organization or organization_of(page, organizations, mention)
    gender = next((m.gender for m in ordered if m.gender in ("m", "f")), "")
    return Person(
        page.reading.span(*best.name),
        parts(page, best.name),
        first.role if first else None,
        organization,
        gender,
        ordered[0].start,
        tuple(m.start for m in ordered),
    )


def _fullness(page: Page, mention: Mention) -> tuple[int, int, int, int]:
    assert mention.name is not None
    words = parts(page, mention.name)
    whole = sum(len(word) > 2 for word in words)
    shouted = page.reading.span(*mention.name).isupper()
    case = {"nominative": 2, "": 1}.get(mention.case, 0)
    return whole, len(words), case - 2 * shouted, -mention.start


def organization_of(page: Page, organizations: Organizations, mention: Mention) -> str | None:
    """Whose role a mention tells, by name."""
    if mention.organization:
        return fullest(page, organizations, mention.organization)
    if mention.whose:
        return company_at(page, organizations, mention.start, mention.whose)
    return None


def _with_loose_roles(
    page: Page, mentions: Sequence[Mention], organizations: Organizations, people: tuple[Person, ...]
) -> tuple[Person, ...]:
    """`γράφει η Ρ. Κ. Η πρόεδρος του ομίλου εκτίμησε`: a role without a name for the one person without a role."""
    bare = [person for person in people if person.role is None]
    loose = [m for m in mentions if m.kind == "nameless" and m.subject and not m.plural and m.role]
    taken = {stem for person in people if person.role for stem in role_stems(page, person.role)}
    loose = [m for m in loose if m.role and not taken & role_stems(page, m.role)]
    if len(bare) != 1 or not loose or not bare[0].stems:
        return people
    person, first = bare[0], loose[0]
    fits = (
        person.gender in ("", first.gender) and page.norm(first.role[0]) not in page.words.unnamed
        if first.role
        else False
    )
    if any(first.start < place <= first.end + 2 for place in person.places[:_PEOPLE]):
        return people  # `ο σύμβουλος του Γ. Ντόβα`
    if not fits or (len(people) > 1 and not any(abs(first.start - p) < 60 for p in person.places)):
        return people
    organization = person.organization or organization_of(page, organizations, first)
    told = person._replace(role=first.role, organization=organization, gender=first.gender)
    return tuple(told if one is person else one for one in people)


def role_stems(page: Page, role: Tokens) -> set[str]:
    """The words of a role without their endings and small words."""
    return {page.stem(k) for k in range(*role) if page.word(k)[:1].isalpha() and len(page.norm(k)) > 2}


# -- whom a mention means -----------------------------------------------------------------------


def resolve(cast: Cast, mention: Mention, spoken: Sequence[tuple[int, Speaker]] = ()) -> Speaker:
    """Who a mention stands for; `spoken` are those who spoke before, with the token of it."""
    page = cast.page
    starts, ends = page.reading.starts, page.reading.ends
    first = mention.start
    if mention.end - first > 1 and page.norm(first) in page.words.articles:
        first += 1
    place: dict[str, Any] = {"start": starts[first], "end": ends[mention.end - 1]}
    if mention.kind == "person" and mention.name:
        person = person_of(cast, mention)
        return as_speaker(cast, person, place) if person else _unknown(cast, mention, place)
    if mention.kind == "organization" and mention.name:
        return Speaker(fullest(page, cast.organizations, mention.name), "organization", **place)
    if mention.kind == "company":
        name = company_at(page, cast.organizations, mention.start, mention.whose)
        return Speaker(name, "organization" if name else None, **place)
    if mention.kind == "same":
        return _same_one(cast, mention, spoken, place)
    return _nameless(cast, mention, place) if mention.kind == "nameless" else Speaker(**place)


def _unknown(cast: Cast, mention: Mention, place: dict[str, Any]) -> Speaker:
    assert mention.name is not None
    span = cast.page.reading.span
    role = span(*mention.role) if mention.role else None
    return Speaker(
        span(*mention.name), "person", role, organization_of(cast.page, cast.organizations, mention), **place
    )


def person_of(cast: Cast, mention: Mention) -> Person | None:
    """The person of the cast whom a mention with a name means."""
    page = cast.page
    assert mention.name is not None
    if mention.start in cast.named:
        return cast.named[mention.start]
    stems = parts(page, mention.name)
    fitting = [
        p for p in cast.people[-_PEOPLE:]
        if stems and p.stems and p.stems[-1] == stems[-1] and (not stems[:-1] or not p.stems[:-1] or _given_fit(stems[:-1], p.stems[:-1]))
    ]  # fmt: skip
    return fitting[-1] if fitting else None


def as_speaker(cast: Cast, person: Person, place: dict[str, Any]) -> Speaker:
    """A person as a fact shows him."""
    role = _role_text(cast, person.role) if person.role else None
    feminine = {"f": True, "m": False}.get(person.gender)
    return Speaker(person.name, "person", role, person.organization, **place, feminine=feminine)


def _role_text(cast: Cast, role: Tokens) -> str:
    """A role as written, in the nominative where the document has the same words so."""
    page = cast.page
    own = page.reading.span(*role)
    wanted = [page.stem(k) for k in range(*role)]
    for mention in cast.mentions[:_MENTIONS]:
        if mention.role and mention.subject and [page.stem(k) for k in range(*mention.role)] == wanted:
            return own if mention.role == role else page.reading.span(*mention.role)
    return own


def _nameless(cast: Cast, mention: Mention, place: dict[str, Any]) -> Speaker:
    """A role alone is the person who has that role in the document, if there is one."""
    page = cast.page
    assert mention.role is not None
    organization = organization_of(page, cast.organizations, mention)
    opens = not mention.case and (mention.start == 0 or "\n" in page.word(mention.start - 1))
    if (mention.case or (opens and page.norm(mention.end) == ":")) and not mention.plural:
        chosen = _holder(cast, mention, organization)
        if chosen is not None:
            return as_speaker(cast, chosen, place)
    feminine = {"f": True, "m": False}.get(mention.gender)
    return Speaker(None, None, page.reading.span(*mention.role), organization, **place, feminine=feminine)


def _holder(cast: Cast, mention: Mention, organization: str | None) -> Person | None:
    page = cast.page
    assert mention.role is not None
    wanted = role_stems(page, mention.role)
    fitting = [
        person
        for person in cast.people[-_PEOPLE:]
        if person.role
        and _role_fits(page, wanted, role_stems(page, person.role))
        and not (
            mention.gender in ("m", "f") and person.gender in ("m", "f") and mention.gender != person.gender
        )
        and (
            not organization
            or not person.organization
            or not mention.organization
            or alike(page, organization, person.organization)
        )
    ]
    before = [person for person in fitting if person.at < mention.start]
    if before:
        return max(before, key=lambda p: p.places[bisect_left(p.places, mention.start) - 1])
    return fitting[0] if len(fitting) == 1 else None


def _role_fits(page: Page, wanted: set[str], held: set[str]) -> bool:
    leaders = page.words.leader_stems
    shared = wanted & held
    if len(shared) == 1 and wanted - held and held - wanted:
        return False  # two ministers
    return bool(shared) or bool(wanted & leaders and held & leaders)


def _same_one(
    cast: Cast, mention: Mention, spoken: Sequence[tuple[int, Speaker]], place: dict[str, Any]
) -> Speaker:
    """`ο ίδιος`: the last one of that sex who spoke, else who was named last."""
    feminine = mention.gender == "f"
    for at, speaker in reversed(spoken[-6:]):
        if at < mention.start and speaker.type == "person" and speaker.feminine in (None, feminine):
            return Speaker(
                speaker.name, "person", speaker.role, speaker.organization, **place, feminine=speaker.feminine
            )
    person = last_person(cast, mention.start, mention.gender)
    return as_speaker(cast, person, place) if person else Speaker(**place)


def last_person(cast: Cast, at: int, gender: str = "") -> Person | None:
    """The person named last before a token, of a sex if one is asked for."""
    best: tuple[int, Person] | None = None
    for person in cast.people[-_PEOPLE:]:
        if gender in ("m", "f") and person.gender in ("m", "f") and person.gender != gender:
            continue
        row = bisect_left(person.places, at)
        place = person.places[row - 1] if row else -1
        if place >= 0 and (best is None or place > best[0]):
            best = place, person
    return best[1] if best else None


def interviewee(cast: Cast, at: int, spoken: Sequence[tuple[int, Speaker]]) -> Speaker | None:
    """Who answers in an interview: the one quoted in its headline, else the first one introduced."""
    for _, speaker in spoken[:1]:
        if speaker.type == "person":
            return speaker
    with_roles = [person for person in cast.people if person.role]
    return as_speaker(cast, with_roles[0], {}) if with_roles and with_roles[0].at < at else None
