"""Who is who in a document, and whom a mention means."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from newsfacts.quotes.affiliations import affiliation
from newsfacts.quotes.bodies import body_at, is_body_noun
from newsfacts.quotes.companies import company_at
from newsfacts.quotes.full_names import fullest
from newsfacts.quotes.holders import all_holders, holder, only_one
from newsfacts.quotes.mention import LATTER
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.names import Tokens
from newsfacts.quotes.page import Page
from newsfacts.quotes.pairs import firms_at
from newsfacts.quotes.persons import Person, given_fit, parts
from newsfacts.quotes.role_text import organization_of, role_of
from newsfacts.quotes.roster import Cast
from newsfacts.text.fold import fold

_PEOPLE = 100
MENTIONS = 200
"""So many are asked: a document of thousands must not take the square of its time."""
_NEAR = 6
_HEADLINE = 10


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


def jointly(speakers: Sequence[Speaker]) -> Speaker:
    """Several who say one thing: names joined by a semicolon."""
    names = list(dict.fromkeys(s.name for s in speakers if s.name))
    if len(names) < 2:
        return speakers[0]
    types = {s.type for s in speakers}

    def joined(values: list[str | None]) -> str | None:
        return "; ".join(dict.fromkeys(v for v in values if v)) or None

    return Speaker(
        "; ".join(names),
        "person" if "person" in types else "organization",
        joined([s.role for s in speakers]),
        joined([s.organization for s in speakers]),
        speakers[0].start,
        speakers[-1].end,
    )


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
        return Speaker(_body(cast, mention), "organization", **place)
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
    return _nameless(cast, mention, spoken, place) if mention.kind == "nameless" else Speaker(**place)


def _body(cast: Cast, mention: Mention) -> str:
    """The organisation that a name means by its fullest name; of a board the one whose it is."""
    page, name = cast.page, mention.name or (0, 0)
    if page.norm(name[0]) in page.words.lists["boards"]:
        name = affiliation(page, mention.end, mention.end + _NEAR)[0] or name  # `το Δ.Σ. της Χ`
    return fullest(page, cast.organizations, name)


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
    wanted, several = [page.stem(k) for k in range(*role)], _are_several(page, role)
    for mention in cast.mentions[:MENTIONS]:
        many = mention.plural or (mention.role is not None and _are_several(page, mention.role))
        if not mention.role or not mention.subject or many != several:
            continue  # `Οι υπουργοί έφυγαν. Ο υπουργός είπε ότι`
        if [page.stem(k) for k in range(*mention.role)] == wanted:
            return own if mention.role == role else page.reading.span(*mention.role)
    return own


def _are_several(page: Page, role: Tokens) -> bool:
    return page.norm(role[0]).endswith(page.words.many_endings)


def _nameless(
    cast: Cast, mention: Mention, spoken: Sequence[tuple[int, Speaker]], place: dict[str, Any]
) -> Speaker:
    """A role alone is the person who has that role in the document, if there is one."""
    page = cast.page
    assert mention.role is not None
    organization = organization_of(page, cast.organizations, mention)
    opens = not mention.case and (mention.start == 0 or "\n" in page.word(mention.start - 1))
    headed = opens and any(page.norm(k) == ":" for k in range(mention.end, mention.end + _HEADLINE))
    if (mention.case or headed) and not mention.plural:
        said = [speaker.name for _, speaker in spoken]
        chosen = holder(cast, mention, organization, said) or only_one(cast, mention, organization)
        if chosen is not None:
            return as_speaker(cast, chosen, place)
    if mention.plural and (several := all_holders(cast, mention)):
        return replace(jointly([as_speaker(cast, person, place) for person in several]), **place)
    feminine = {"f": True, "m": False}.get(mention.gender)
    role = role_of(page, mention, organization) or mention.role
    return Speaker(None, None, page.reading.span(*role), organization, **place, feminine=feminine)


def _same_one(
    cast: Cast, mention: Mention, spoken: Sequence[tuple[int, Speaker]], place: dict[str, Any]
) -> Speaker:
    """`ο ίδιος`: the last one of that sex who spoke or was named; for want of one the body that spoke."""
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
    if person := last_person(cast, mention.start, mention.gender):
        return as_speaker(cast, person, place)
    last = spoken[-1][1] if spoken else None
    body = last is not None and last.type == "organization" and mention.gender != "n"
    return replace(last, **place) if last is not None and body else Speaker(**place)


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
