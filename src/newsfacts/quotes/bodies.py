"""Which body is meant where its noun takes it up again: `η ΑΧΨ επέβαλε πρόστιμα. Η Αρχή αναφέρει ότι`."""

from bisect import bisect_left
from collections.abc import Sequence

from newsfacts.quotes.full_names import fullest, nominative
from newsfacts.quotes.names import Tokens
from newsfacts.quotes.organizations import Named, Organizations
from newsfacts.quotes.page import Page

_LOOKED_AT = 400


def is_body_noun(page: Page, name: Tokens) -> bool:
    """Whether a name is nothing but the noun of a body or company, `η Αρχή`, `ο Οργανισμός`."""
    nouns = page.words.bodies, page.words.companies
    return name[1] - name[0] == 1 and any(page.norm(name[0]) in words for words in nouns)


def body_at(page: Page, known: Organizations, noun: int) -> str | None:
    """The body that a noun at a token means: one whose name holds the noun, else the only authority.

    None where it may be several, or the text names none; an institution then keeps its noun as its name.
    """
    stem = page.stem(noun)
    row = bisect_left(known.starts, noun)
    before = known.named[max(0, row - _LOOKED_AT) : row]
    holding = [one for one in known.holding.get(stem, ()) if len(one.stems) > 1]
    near = [one for one in holding if one.name[0] < noun] or holding or _courts(page, before, noun)
    found = _only(near) or (None if near else _only(_authorities(page, before, noun)))
    if found is not None:
        return fullest(page, known, found.name)
    named = page.norm(noun) in page.words.institutions or (not near and _is_proper(page, noun))
    return nominative(page, known, (noun, noun + 1)) if named else None


def _courts(page: Page, named: Sequence[Named], noun: int) -> list[Named]:
    """`Το Διοικητικό Εφετείο απέρριψε … Το δικαστήριο έκρινε`: the courts named before a noun for one."""
    courts = page.words.lists["courts"]
    if page.norm(noun) not in courts:
        return []
    full = (one for one in named if len(one.stems) > 1)
    return [one for one in full if not courts.isdisjoint(map(page.norm, range(*one.name)))]


def _is_proper(page: Page, noun: int) -> bool:
    """`η Επιτροπή ανακοίνωσε`: a noun that is the name of one body where it has a capital."""
    return page.norm(noun) in page.words.own_names and page.word(noun).istitle()


def _only(named: Sequence[Named]) -> Named | None:
    """The one that all of them name, by its longest name; None for several."""
    longest = max(named, key=lambda one: len(one.stems), default=None)
    words = set(longest.stems) if longest else set()
    return longest if all(words.issuperset(one.stems) for one in named) else None


def _authorities(page: Page, named: Sequence[Named], noun: int) -> list[Named]:
    """The authorities named by their initials, of the noun's gender."""
    words = page.words
    neuter, feminine = page.norm(noun - 1) in words.neuter, page.norm(noun - 1) in words.feminine
    found = [one for one in named if page.norm(one.name[0]) in words.authorities]
    fitting = [one for one in found if (page.norm(one.name[0] - 1) in words.neuter) == neuter]
    if fitting and page.norm(noun) in words.bodies:
        return fitting
    short = [one for one in named if _abbreviates(page, one, noun)]
    return [one for one in short if (page.norm(one.name[0] - 1) in words.feminine) == feminine]


def _abbreviates(page: Page, one: Named, noun: int) -> bool:
    """Whether a name is initials of which the noun may be the first: `ο ΟΛΡ … Ο Οργανισμός`."""
    word = page.word(one.name[0])
    initials = word.isupper() and 2 < len(word) < 9 and one.name[1] - one.name[0] == 1
    return initials and page.norm(one.name[0])[:1] == page.norm(noun)[:1]
