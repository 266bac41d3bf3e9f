"""Offices that somebody takes: `Πρόεδρος της Χ εξελέγη ο Π. Μ.`, `ο Π. Μ. ανέλαβε τη θέση του CEO`."""

from collections.abc import Sequence

from newsfacts.quotes.mention import Mention
from newsfacts.quotes.page import Page

_FAR = 6
"""So many words stand between the office and who takes it at most."""


def with_appointments(page: Page, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, with the office that a person takes given to him who has none beside his name."""
    told = list(mentions)
    known: frozenset[str] | None = None
    for row, person in enumerate(told):
        if person.kind == "person" and person.subject and not person.role and not person.plural:
            office = _before(page, told, row) or _behind(page, told, row)
            if office is None or person.name is None:
                continue
            known = _with_office(page, mentions) if known is None else known
            if page.stem(person.name[1] - 1) not in known:
                told[row] = person._replace(
                    role=office.role, organization=office.organization, whose=office.whose
                )
    return tuple(told)


def _with_office(page: Page, mentions: Sequence[Mention]) -> frozenset[str]:
    """The last names beside which an office stands: the house of another would be taken for its own."""
    return frozenset(page.stem(m.name[1] - 1) for m in mentions if m.role and m.name)


def _before(page: Page, mentions: Sequence[Mention], row: int) -> Mention | None:
    """`Πρόεδρος της Χ εξελέγη χθες ο Π. Μ.`: the office that opens the clause of a person behind his verb."""
    office, person = mentions[row - 1], mentions[row]
    if row == 0 or office.kind != "nameless" or not 0 < person.start - office.end <= _FAR:
        return None
    verb = _past_small(page, office.end)
    named = page.norm(verb) in page.words.appointed or (not office.case and page.norm(verb) in page.words.is_)
    if not named or _past_small(page, verb + 1) != person.start:
        return None
    if page.norm(office.start - 1) in page.words.posts:
        return office
    return office if not office.case and _opens(page, office.start) else None


def _opens(page: Page, at: int) -> bool:
    """Whether a clause begins at a token, or at `νέος` before it."""
    start = page.sentence(at)[0]
    at -= at > start and page.norm(at - 1) in page.words.appointed_small
    joined = page.words.linking | {","}
    return at == start or page.norm(at - 1) in joined


def _behind(page: Page, mentions: Sequence[Mention], row: int) -> Mention | None:
    """`Ο Π. Μ. εξελέγη πρόεδρος της Χ`, `ο Π. Μ. διαδέχεται τον Ν. Ρ. στη θέση του CEO`: his office.

    Also `ο Π. Μ., ο οποίος ανέλαβε πρόεδρος`, `ο Π. Μ. είναι πρόεδρος`, `που εργάζεται ως αναλυτής`.
    """
    clause = _in_relative(page, mentions[row].end)
    verb = _past_small(page, clause)
    follows = page.norm(verb) in page.words.succeeds
    is_ = page.norm(verb) in page.words.is_
    if not follows and not is_ and page.norm(verb) not in page.words.appointed:
        return None
    at, row = _past_small(page, verb + 1), row + 1
    if follows:
        if row == len(mentions) or mentions[row].start != at or mentions[row].subject:
            return None
        at, row = mentions[row].end, row + 1
    post = at + (page.norm(at) in page.words.articles)
    held = page.norm(post) in page.words.posts
    at = _past_small(page, post + 1 if held else at)
    if row == len(mentions) or mentions[row].start != at or (follows and not held):
        return None
    # `στη θέση του προέδρου`, `είναι (ο) πρόεδρος`, `ανέλαβε πρόεδρος`
    cases = {"", "genitive"} if held else {"", "nominative"} if is_ else {""}
    office = mentions[row]
    return office if office.kind == "nameless" and office.case in cases and _is_ones(page, office) else None


def _in_relative(page: Page, at: int) -> int:
    """Past a comma and a relative pronoun; else the token itself."""
    pronoun = at + 1 + (page.norm(at + 1) in page.words.subject)
    return pronoun + 1 if page.norm(at) == "," and page.norm(pronoun) in page.words.relatives else at


def _is_ones(page: Page, office: Mention) -> bool:
    """Whether an office is that of one, as what somebody becomes is told."""
    assert office.role is not None
    return not (office.plural or page.norm(office.role[0]).endswith(page.words.many_endings))


def _past_small(page: Page, at: int) -> int:
    """Past adverbs and words such as `νέος`."""
    while page.norm(at) in page.words.adverbs or page.norm(at) in page.words.appointed_small:
        at += 1
    return at
