"""Whom a role without a name means: `ο πρόεδρος της Χ`, `ο Γάλλος υπουργός`."""

from bisect import bisect_left
from collections.abc import Sequence

from newsfacts.quotes.looks import alike
from newsfacts.quotes.loose_roles import is_another, is_his
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.page import Page
from newsfacts.quotes.persons import Person
from newsfacts.quotes.role_text import role_stems
from newsfacts.quotes.roster import Cast
from newsfacts.text.fold import fold

_PEOPLE = 100
_RECENT = 6


def only_one(cast: Cast, mention: Mention, organization: str | None) -> Person | None:
    """`ο νεαρός επιχειρηματίας`, `το στέλεχος`, where the document names one person only, and before it."""
    if len(cast.people) != 1 or mention.role is None or not mention.case:
        return None
    person = cast.people[0]
    neuter = mention.gender == "n"
    unnamed = cast.page.norm(mention.role[0]) in cast.page.words.unnamed and not neuter
    fits = neuter or "" in (person.gender, mention.gender) or person.gender == mention.gender
    fits = fits and not is_his(cast.page, person, mention)
    fits = fits and not is_another(cast.page, person, mention, organization)
    return person if fits and not unnamed and person.at < mention.start else None


def holder(
    cast: Cast, mention: Mention, organization: str | None, said: Sequence[str | None] = ()
) -> Person | None:
    """The person of the document who has the role of a mention; `said` are the names of who spoke before."""
    page = cast.page
    assert mention.role is not None
    wanted, nations = role_stems(page, mention.role), _nations(page, mention)
    fitting = [
        person
        for person in cast.people[-_PEOPLE:]
        if person.role
        and _role_fits(page, wanted, role_stems(page, person.role))
        and (not nations or _may_be_states(page, nations, wanted, person))
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
        return max(before, key=lambda p: _last_place(cast, p, mention.start, said))
    return fitting[0] if len(fitting) == 1 else None


def all_holders(cast: Cast, mention: Mention) -> list[Person]:
    """`ο Χ και η Ψ … Οι δύο υπουργοί`: the people whom a role with a number means, if so many are known.

    They have the role, or are all whom the text has named so far and no role is told of them.
    """
    page = cast.page
    assert mention.role is not None
    count = page.norm(mention.role[0] - 1)
    number = 2 if count in page.words.two else 3 if count in page.words.three else 0
    before = [person for person in cast.people[-_PEOPLE:] if person.at < mention.start]
    if not number or len(before) < number or not mention.case:
        return []
    wanted = role_stems(page, mention.role)
    fitting = [p for p in before if p.role and _role_fits(page, wanted, role_stems(page, p.role))]
    unknown = [] if fitting or any(person.role for person in before) else before
    return next((several for several in (fitting, unknown) if len(several) == number), [])


def _last_place(cast: Cast, person: Person, at: int, said: Sequence[str | None]) -> tuple[bool, int]:
    """Where somebody was named last; whoever speaks or acts comes before whom a text only mentions."""
    row = bisect_left(person.places, at)
    acting = [place for place in person.places[max(0, row - _RECENT) : row] if _is_subject(cast, place)]
    known = bool(acting) or (person.name in said and not _is_explained(cast, person.places[row - 1]))
    return known, acting[-1] if acting else person.places[row - 1]


def _is_explained(cast: Cast, place: int) -> bool:
    """`απαντώντας στον Χ, ο οποίος είχε πει ότι`: one who speaks by the way only."""
    page, row = cast.page, bisect_left(cast.starts, place)
    if row == len(cast.starts) or cast.starts[row] != place or cast.mentions[row].subject:
        return False
    end = cast.mentions[row].end
    pronoun = end + 1 + (page.norm(end + 1) in page.words.articles)
    return page.norm(end) == "," and page.norm(pronoun) in page.words.relatives


def _is_subject(cast: Cast, place: int) -> bool:
    row = bisect_left(cast.starts, place)
    return row < len(cast.starts) and cast.starts[row] == place and cast.mentions[row].subject


def _nations(page: Page, mention: Mention) -> set[str]:
    """`ο Γάλλος πρόεδρος`: the states that a role is told by, by the stems of who belongs to them."""
    role = mention.role or (mention.start, 0)
    before = range(mention.start, role[0])
    return {page.stem(k) for k in before if page.norm(k) in page.words.nationalities}


def _may_be_states(page: Page, nations: set[str], wanted: set[str], person: Person) -> bool:
    """Whether somebody has the very role, of that state as far as is told, and not in a company."""
    role, house = person.role or (0, 0), fold(person.organization or "")
    before = role[0] - 1
    if page.norm(before) in page.words.nationalities and page.stem(before) not in nations:
        return False  # `ο Κινέζος πρόεδρος Π. Μ. … Ο Γάλλος πρόεδρος`
    state = not house or house in page.words.lands
    return state and not wanted.isdisjoint(role_stems(page, role))


def _is_short(page: Page, short: str, name: str) -> bool:
    """`ο πρόεδρος της Συνομοσπονδίας … ο πρόεδρος της ΕΣΕΕ`: initials that may be those of a body."""
    noun = name.split()[0]
    if fold(short) == fold("".join(word[0] for word in name.split())) and len(short) > 1:
        return True  # `ο διοικητής της ΤτΕ`
    initials = short.isupper() and 2 < len(short) < 7 and not page.words.bodies.isdisjoint({fold(noun)})
    return initials and noun[:1].upper() in short


def _role_fits(page: Page, wanted: set[str], held: set[str]) -> bool:
    leaders = page.words.leader_stems
    former, passing = page.words.former_stems, page.words.passing_stems
    if wanted & former and held & former:
        wanted, held = wanted - former, held - former
    wanted, held = wanted - passing, held - passing
    shared = wanted & held
    if len(shared) == 1 and wanted - held and held - wanted:
        return False  # two ministers
    return bool(shared) or bool(wanted & leaders and held & leaders)
