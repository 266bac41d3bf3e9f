"""Which organisation is meant: short names to full ones, and `η εταιρεία` to the company spoken of."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from newsfacts.quotes.genitives import is_genitive
from newsfacts.quotes.initials import spelt_out
from newsfacts.quotes.looks import abbreviates_body, are_things, is_place
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.names import Tokens, stems_of
from newsfacts.quotes.page import Page

_REMEMBERED = 60
_SPELT_OUT = 400


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
        main = main or page.reading.ending(mention.start, "quote.phrase") is not None
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
    if not words.no_companies.isdisjoint(norms) or (len(norms) == 1 and norms[0] in words.companies):
        return False  # `Η Εταιρεία` is no name
    if page.norm(name[0] - 1) in words.bodies or page.norm(name[0] - 2) in words.passes_on:
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


# -- full names ---------------------------------------------------------------------------------


def fullest(page: Page, known: Organizations, name: Tokens) -> str:
    """The fullest form that the document has of a name, in the nominative where it has that."""
    stems = stems_of(page, name)
    if name[1] - name[0] == 1 and is_place(page, name):
        return nominative(page, known, name)  # no `Ελλάδας–Κύπρου` for `Κύπρου`
    longer = (
        spelt_out(page, (one.name for one in islice(known.named, _SPELT_OUT)), name)
        or _by_name(page, known, name)
        or _longest(page, known, stems)
        or name
    )
    return nominative(page, known, longer)


def nominative(page: Page, known: Organizations, name: Tokens) -> str:
    """A name in the nominative where the document has it, else as it stands."""
    own = page.reading.span(*name)
    if own.isascii():
        return own
    stems = stems_of(page, name)
    held = known.holding.get(stems[0], ()) if stems else ()
    for one in held:
        if one.stems == stems and one.alike and not page.reading.span(*one.name).isupper():
            return page.reading.span(*one.name)
    same = [one for one in held if one.stems == stems and one.name != name]
    upper = own.isupper() and len(own) > 6
    return page.reading.span(*same[0].name) if upper and same else own


def _longest(page: Page, known: Organizations, stems: tuple[str, ...]) -> Tokens | None:
    best: Tokens | None = None
    size = len(stems)
    held = known.holding.get(stems[0], ()) if stems else ()
    products = {one.stems for one in held if one.product}
    for one in held:
        if one.stems in products or len(one.stems) <= size or (best and len(one.stems) <= best[1] - best[0]):
            continue
        if _extends(page, one, stems) and (
            _is_full(page, one, size) or not _named_before(page, held, one, stems)
        ):
            best = one.name
    return best


def _is_full(page: Page, one: Named, size: int) -> bool:
    """Whether what a longer name has more makes it no part of a company: a legal form, Greek words, `&`."""
    rest, legal = _words_of(page, one)[size:], page.words.legal
    return "&" in one.stems or all(page.norm(k) in legal or not page.is_latin(k) for k in rest)


def _words_of(page: Page, one: Named) -> list[int]:
    """The tokens of a name that are words, without its hyphens and stops."""
    return [k for k in range(*one.name) if page.word(k)[:1].isalnum()]


def _named_before(page: Page, held: Sequence[Named], one: Named, stems: tuple[str, ...]) -> bool:
    """`η Χ … η Χ Cloud`: whether the short name stands before the longer one, and not in a headline only."""
    headline = page.token(page.text.find("\n") + 1)
    return any(headline <= other.name[0] < one.name[0] for other in held if other.stems == stems)


def _extends(page: Page, one: Named, stems: tuple[str, ...]) -> bool:
    """`Harrow` and `Harrow & Finch`, `Αρχή` and `Ρυθμιστική Αρχή Ενέργειας`; not `Meta` and `Meta Quest`."""
    words, size = page.words, len(stems)
    first = one.name[0]
    if one.stems[:size] == stems:
        rest = _words_of(page, one)[size:]
        if any(page.norm(k) in words.countries for k in rest):
            return False
        fits = all(
            page.norm(k) in words.hints or (is_genitive(page, k) and not page.is_latin(k)) for k in rest
        )
        return fits or "&" in one.stems or (one.nominative and one.company and len(rest) == 1)
    generic = size == 1 and (
        page.norm(first) in words.hints or page.norm(first).endswith(words.adjective_endings)
    )
    inner = generic and stems[0] in one.stems and one.name[0] != one.name[1] - 1
    return inner or _is_led(page, one, stems)


def _is_led(page: Page, one: Named, stems: tuple[str, ...]) -> bool:
    """`Τράπεζα Λαμίας` for `Λαμίας`, `Nordic Lumen AG` for `Lumen`: what leads is part of the name."""
    words, own = page.words, list(one.stems)
    tail = [page.norm(k) for k in _words_of(page, one)]
    while tail and tail[-1] in words.legal:
        tail.pop()
        own.pop()
    ends = len(own) > len(stems) and tuple(own[-len(stems) :]) == stems
    if not ends or not one.company or not one.nominative:
        return False
    noun = tail[0] in words.hints and tail[0] not in words.companies
    latin = all(page.is_latin(k) for k in _words_of(page, one))
    return latin or (noun and len(own) == len(stems) + 1)


def _by_name(page: Page, known: Organizations, name: Tokens) -> Tokens | None:
    """`η Κομισιόν`, where the text has `Ευρωπαϊκή Επιτροπή` too: the full name."""
    full = page.words.by_names.get(page.norm(name[0])) if name[1] - name[0] == 1 else None
    held = known.holding.get(full[0], ()) if full else ()
    return next((one.name for one in held if one.stems == full and one.nominative), None)
