"""The organisations that a document names, and how it names them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsfacts.quotes.looks import abbreviates_body, are_things, is_place
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.names import Tokens, stems_of
from newsfacts.quotes.page import Page

_REMEMBERED = 60


class Named(NamedTuple):
    """An organisation named at a place: its name, the stems of it, and how it is named there."""

    name: Tokens
    stems: tuple[str, ...]
    nominative: bool
    subject: bool
    """Whether it is the subject of a main clause."""
    company: bool
    """Whether `the company` may mean it: no authority, medium, place or product."""
    product: bool
    """Whether its article is that of a thing: `το Novabook Air`."""
    head: str
    """The stem of the noun before the name (`ο όμιλος Χ`), or nothing."""
    alike: bool = False
    """Whether its form is that of the nominative, as in `την Επιτροπή`."""


class Organizations(NamedTuple):
    """All that a document names, in order of place; `starts` are the tokens where their names start."""

    named: tuple[Named, ...]
    starts: tuple[int, ...]
    leading: Named | None
    """The company named most, where it is first named."""
    holding: Mapping[str, Sequence[Named]]
    """By each of their words (its stem), the organisations that it is part of, the first few."""


def organizations_of(page: Page, mentions: Sequence[Mention]) -> Organizations:
    """The organisations that a document names, also beside roles."""
    named = sorted(
        (one for mention in mentions for one in _named(page, mention)), key=lambda one: one.name[0]
    )
    bodies = {one.stems for one in named if abbreviates_body(page, one.name)}
    if bodies:
        named = [one._replace(company=False) if one.stems in bodies else one for one in named]
    if not any(one.company for one in named):
        named = _with_speaking(page, mentions, named)
    counts = Counter(one.stems[:1] for one in named if one.company)
    subjects = Counter(one.stems[:1] for one in named if one.company and one.subject)
    best = max(counts, key=lambda key: counts[key] + 2 * subjects[key], default=())
    leading = next((one for one in named if one.company and one.stems[:1] == best), None)
    holding: dict[str, list[Named]] = {}
    for one in named:
        for stem in set(one.stems):
            row = holding.setdefault(stem, [])
            if len(row) < _REMEMBERED:
                row.append(one)
    return Organizations(tuple(named), tuple(one.name[0] for one in named), leading, holding)


def _with_speaking(page: Page, mentions: Sequence[Mention], named: list[Named]) -> list[Named]:
    """Where no firm is named, neuter names that say something are firms': a medium hardly is alone."""
    heard = [m.name for m in mentions if m.name and _speaks(page, m)]
    speaking = {stems_of(page, name) for name in heard if not page.organization(name[0])}
    return [
        one._replace(company=may_be_company(page, one.name), product=False) if one.stems in speaking else one
        for one in named
    ]


def _speaks(page: Page, mention: Mention) -> bool:
    """`το Streamora ανέφερε`: whether a neuter name is a firm's, as no product says anything."""
    firm = mention.kind == "organization" and mention.gender == "n" and mention.subject
    word = page.word(mention.end - 1)
    named = page.is_latin(mention.end - 1) and word[:1].isupper() and not word.isupper()
    return firm and named and page.verb(mention.end) is not None


def _named(page: Page, mention: Mention) -> list[Named]:
    found = []
    if mention.kind == "organization" and mention.name:
        neuter = (mention.gender == "n" and not mention.whose) or are_things(page, mention.name[0])
        head = (
            page.stem(mention.name[0] - 1) if page.norm(mention.name[0] - 1) in page.words.companies else ""
        )
        marked = (
            mention.name[0] - 1 in page.opens and page.norm(mention.name[0] - 2) not in page.words.articles
        )
        nominative = mention.subject or not mention.case or marked
        one = _one(page, mention.name, nominative, head, product=neuter)
        thing = (neuter and not head) or page.norm(mention.name[0] - 1) in page.words.products
        main = mention.subject and not in_relative(page, mention.start)
        main &= page.norm(mention.start - 1) not in page.words.as_  # `επενδυτές όπως η Χ`
        main |= page.reading.ending(mention.start, "quote.phrase") is not None
        # a bare word in capitals may be a unit, a bare name a product
        word = mention.name[1] - mention.name[0] == 1 and not page.is_latin(mention.name[0])
        place = word and not page.word(mention.name[0]).isupper() and not mention.subject and not head
        company = one.company and bool(mention.case or head) and not place
        alike = nominative or (mention.gender == "f" and mention.case == "accusative")
        found.append(one._replace(company=company, subject=main, product=thing, alike=alike))
    if mention.organization:
        found.append(_one(page, mention.organization, False, "", product=False))
    return found


def _one(page: Page, name: Tokens, nominative: bool, head: str, *, product: bool) -> Named:
    company = not (product and not head) and may_be_company(page, name)
    return Named(name, stems_of(page, name), nominative, False, company, product, head)


def may_be_company(page: Page, name: Tokens) -> bool:
    """Whether a name may be a company's: no authority, no medium, no place."""
    words = page.words
    norms = [page.norm(k) for k in range(*name)]
    if not words.by_names.keys().isdisjoint(norms):
        return False  # `η Κομισιόν`
    if not words.no_companies.isdisjoint(norms) or (len(norms) == 1 and norms[0] in words.companies):
        return False  # `Η Εταιρεία` is no name
    before = page.norm(name[0] - 1)
    if before in words.bodies or before in words.media_nouns or page.norm(name[0] - 2) in words.passes_on:
        return False
    if is_place(page, name) or page.norm(name[0] - 1) in words.seats:
        return False
    one_greek = len(norms) == 1 and not page.is_latin(name[0]) and norms[0] not in words.hints
    if one_greek and page.norm(name[0] - 1) in words.locative:
        return False
    return not (
        one_greek and not page.word(name[0]).isupper() and page.norm(name[0] - 1) not in words.articles
    )


def in_relative(page: Page, token: int) -> bool:
    """Whether a subject stands in a relative clause: `που ρώτησε η Χ`."""
    for k in range(token - 1, max(-1, token - 8), -1):
        if page.norm(k) in (",", ".", ":", ";") or "\n" in page.word(k):
            return False
        if page.norm(k) in page.words.relatives:
            return True
    return False
