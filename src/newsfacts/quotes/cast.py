"""Who is who in a document, and whom a mention means."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from newsfacts.quotes.bodies import body_at, is_body_noun
from newsfacts.quotes.companies import company_at
from newsfacts.quotes.looks import alike
from newsfacts.quotes.mention import LATTER
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.names import Tokens
from newsfacts.quotes.organizations import fullest
from newsfacts.quotes.page import Page
from newsfacts.quotes.pairs import firms_at
from newsfacts.quotes.persons import Person, given_fit, is_his, organization_of, parts, role_stems
from newsfacts.quotes.roster import Cast
from newsfacts.text.fold import fold

_PEOPLE = 100
_MENTIONS = 200
_NEAR = 6


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
    if mention.kind == "organization" and mention.name and _takes_up(page, mention):
        body = body_at(page, cast.organizations, mention.name[0])
        if body is None and page.norm(mention.name[0]) not in page.words.bodies:
            body = company_at(page, cast.organizations, mention.start, mention.name[0])
        return Speaker(body, "organization" if body else None, **place)
    if mention.kind == "organization" and mention.name:
        return Speaker(fullest(page, cast.organizations, mention.name), "organization", **place)
    if mention.kind == "company" and page.norm(mention.whose) in page.words.media_nouns:
        for at, speaker in reversed(spoken[-4:]):
            if speaker.type == "organization" and at < mention.start:
                return Speaker(speaker.name, "organization", **place)  # `…, προσθέτει η εφημερίδα`
    if mention.kind == "company":
        name = _companies(cast, mention)
        role = page.word(mention.whose) if mention.plural and not name else None
        return Speaker(name, "organization" if name else None, role, **place)
    if mention.kind == "same" and mention.whose == LATTER:
        return _named_last(cast, mention, place)
    if mention.kind == "same":
        return _same_one(cast, mention, spoken, place)
    return _nameless(cast, mention, place) if mention.kind == "nameless" else Speaker(**place)


def _companies(cast: Cast, mention: Mention) -> str | None:
    """The company, or the several, that a noun means."""
    page, noun = cast.page, mention.whose
    if mention.plural and page.norm(noun) in page.words.firms:
        return firms_at(page, cast.organizations, mention.start, noun)
    return company_at(cast.page, cast.organizations, mention.start, mention.whose)


def _takes_up(page: Page, mention: Mention) -> bool:
    """Whether an article and the noun of a body take up one named elsewhere: `η Αρχή`."""
    return mention.name is not None and bool(mention.case) and is_body_noun(page, mention.name)


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
    fitting = [p for p in cast.people[-_PEOPLE:] if stems and p.stems and _may_be(p, stems)]
    return fitting[-1] if fitting else None


def _may_be(person: Person, stems: tuple[str, ...]) -> bool:
    given, known = stems[:-1], person.stems[:-1]
    return person.stems[-1] == stems[-1] and (not given or not known or given_fit(given, known))


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
        chosen = _holder(cast, mention, organization) or _only_one(cast, mention, organization)
        if chosen is not None:
            return as_speaker(cast, chosen, place)
    feminine = {"f": True, "m": False}.get(mention.gender)
    return Speaker(None, None, page.reading.span(*mention.role), organization, **place, feminine=feminine)


def _only_one(cast: Cast, mention: Mention, organization: str | None) -> Person | None:
    """`ο νεαρός επιχειρηματίας`, where the document names one person only, and before it."""
    if len(cast.people) != 1 or mention.role is None or not mention.case:
        return None
    person = cast.people[0]
    unnamed = cast.page.norm(mention.role[0]) in cast.page.words.unnamed
    other = organization and person.organization and not alike(cast.page, organization, person.organization)
    fits = "" in (person.gender, mention.gender) or person.gender == mention.gender
    fits = fits and not is_his(cast.page, person, mention)
    return person if fits and not unnamed and not other and person.at < mention.start else None


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
            or _is_short(page, organization, person.organization)
        )
    ]
    before = [person for person in fitting if person.at < mention.start]
    if before:
        return max(before, key=lambda p: p.places[bisect_left(p.places, mention.start) - 1])
    return fitting[0] if len(fitting) == 1 else None


def _is_short(page: Page, short: str, name: str) -> bool:
    """`ο πρόεδρος της Συνομοσπονδίας … ο πρόεδρος της ΕΣΕΕ`: initials that may be those of a body."""
    noun = name.split()[0]
    if fold(short) == fold("".join(word[0] for word in name.split())) and len(short) > 1:
        return True  # `ο διοικητής της ΤτΕ`
    initials = short.isupper() and 2 < len(short) < 7 and not page.words.bodies.isdisjoint({fold(noun)})
    return initials and noun[:1].upper() in short


def _role_fits(page: Page, wanted: set[str], held: set[str]) -> bool:
    leaders = page.words.leader_stems
    former = {page.words.stem(word) for word in page.words.former}
    if wanted & former and held & former:
        wanted, held = wanted - former, held - former
    shared = wanted & held
    if len(shared) == 1 and wanted - held and held - wanted:
        return False  # two ministers
    return bool(shared) or bool(wanted & leaders and held & leaders)


def _same_one(
    cast: Cast, mention: Mention, spoken: Sequence[tuple[int, Speaker]], place: dict[str, Any]
) -> Speaker:
    """`ο ίδιος`: the last one of that sex who spoke, else who was named last."""
    feminine = mention.gender == "f"
    many = cast.page.words.many_endings
    for at, speaker in reversed(spoken[-6:]):
        # `είπε ο βιομήχανος. Ο ίδιος πρόσθεσε`: one whom the text leaves without a name
        unnamed = speaker.name is None and speaker.role and not fold(speaker.role.split()[0]).endswith(many)
        able = speaker.type == "person" or (unnamed and speaker.feminine is not None)
        if able and at < mention.start and speaker.feminine in (None, feminine):
            return Speaker(
                speaker.name,
                speaker.type,
                speaker.role,
                speaker.organization,
                **place,
                feminine=speaker.feminine,
            )
    person = last_person(cast, mention.start, mention.gender)
    return as_speaker(cast, person, place) if person else Speaker(**place)


def _named_last(cast: Cast, mention: Mention, place: dict[str, Any]) -> Speaker:
    """`ο τελευταίος`: the person or organisation named last before, of that sex; else nobody."""
    row = bisect_left(cast.starts, mention.start)
    for other in reversed(cast.mentions[max(0, row - _NEAR) : row]):
        named = other.kind in ("person", "organization") and other.name is not None and not other.plural
        person = cast.named.get(other.start)
        gender = other.gender or (person.gender if person else "")
        if named and gender in ("", mention.gender):
            speaker = resolve(cast, other)
            return replace(speaker, **place)
    return Speaker(**place)


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
