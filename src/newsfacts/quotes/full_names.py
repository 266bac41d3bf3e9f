"""The fullest name that a document has of an organisation: `Κομισιόν`, `Ευρωπαϊκή Επιτροπή`."""

from collections.abc import Sequence
from itertools import islice

from newsfacts.quotes.genitives import is_genitive
from newsfacts.quotes.initials import spelt_out
from newsfacts.quotes.looks import is_place
from newsfacts.quotes.names import Tokens, stems_of
from newsfacts.quotes.organizations import Named, Organizations
from newsfacts.quotes.page import Page

_SPELT_OUT = 400


def fullest(page: Page, known: Organizations, name: Tokens) -> str:
    """The fullest form that the document has of a name, in the nominative where it has that."""
    stems = stems_of(page, name)
    called = _by_name(page, known, name)
    if called is None and name[1] - name[0] == 1 and is_place(page, name):
        return nominative(page, known, name)  # no `Ελλάδας–Κύπρου` for `Κύπρου`
    longer = (
        called
        or spelt_out(page, (one.name for one in islice(known.named, _SPELT_OUT)), name)
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
