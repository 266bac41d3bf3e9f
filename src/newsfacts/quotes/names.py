"""Runs of capitalised words that name somebody."""

from newsfacts.quotes.body_names import (
    goes_on_behind_comma,
    is_field_of_body,
    is_firm_of_people,
    is_hinted,
    of_body,
    past_its_task,
)
from newsfacts.quotes.genitives import is_genitive
from newsfacts.quotes.name_signs import (
    HYPHENS,
    english,
    full_stop,
    is_concept,
    is_initial,
    is_joined,
    is_no_small_word,
    is_numbered,
    is_prefixed,
    keeps_stop,
    nickname,
    particle,
    person_behind,
    reaches_initials,
    spaced,
)
from newsfacts.quotes.page import Page

Tokens = tuple[int, int]
"""A stretch of tokens: its first, and the one after its last."""

_LONGEST = 12


def name_at(page: Page, at: int, end: int, *, organization: bool = False) -> Tokens | None:
    """The name that starts at a token: capitals, with initials, particles, hyphens and `&` in it.

    `organization`: it stands where an organisation does (`της …`), so that a person's name may follow it.
    """
    place = at, end, organization
    if place not in page.names:  # many parts ask for the same one
        page.names[place] = _name_at(page, at, end, organization)
    return page.names[place]


def _name_at(page: Page, at: int, end: int, organization: bool) -> Tokens | None:
    known = page.organization(at)
    if known and at < end and page.is_capital(at):
        stop = known[0]
        while stop < end and page.is_capital(stop) and page.norm(stop) in page.words.hints:
            stop += 1
        legal = stop < end and page.norm(stop) in page.words.legal and page.is_capital(stop)
        stopped = legal and page.norm(stop + 1) == "." and keeps_stop(page, stop)
        return at, stop + legal + stopped
    if at >= end or not starts_name(page, at):
        return None
    stop = at + 1
    while stop < end and stop - at < _LONGEST:
        step = _step(page, at, stop, end, organization)
        if not step:
            break
        stop += step
    stop -= page.word(stop - 1) == "." and not keeps_stop(page, stop - 2)
    return at, min(stop, end)


def starts_name(page: Page, at: int) -> bool:
    """Whether a name may start at a token."""
    if not page.is_capital(at):
        return is_prefixed(page, at) or is_numbered(page, at)
    norm, words = page.norm(at), page.words
    if page.word(at) == "The" and page.is_latin_name(at + 1) and page.is_capital(at + 1):
        return True
    if norm in words.articles or norm in words.function:
        return is_initial(page, at) or is_no_small_word(page, at)
    given = norm in words.given and page.is_capital(at + 1)
    if at in page.days or is_adjective(page, at) or is_concept(page, at):
        return given
    named = given or norm not in words.not_names or is_initial(page, at)
    return named and not page.verb(at)


def is_adjective(page: Page, at: int) -> bool:
    """`της Ελληνικής αγοράς`: an adjective with a capital before a noun without one names nobody."""
    words, norm, noun = page.words, page.norm(at), page.norm(at + 1)
    if not norm.endswith(words.adjective_name_endings) or not page.word(at).istitle():
        return False
    if norm in words.given or norm in words.lands or page.organization(at):
        return False
    if not page.word(at + 1).islower() or noun in words.function or noun in words.contracted:
        return False
    if page.verb(at + 1):
        return False
    both = is_genitive(page, at) and is_genitive(page, at + 1)
    return both or (not is_genitive(page, at) and noun.endswith(words.noun_endings) and len(noun) > 4)


def _step(page: Page, at: int, stop: int, end: int, organization: bool) -> int:
    """How many tokens from `stop` on still belong to a name that starts at `at`."""
    words, word, norm = page.words, page.word(stop), page.norm(stop)
    following = stop + 1 < end and page.is_capital(stop + 1)
    if page.is_capital(stop):
        return int(_continues(page, at, stop, end, organization))
    if word == ".":
        return full_stop(page, stop, end, following)
    if word in HYPHENS:
        glued = page.reading.glued(stop) and page.reading.glued(stop + 1)
        if glued:
            return 2 if following or is_joined(page, stop + 1) else 0
    if word == "&":
        return 2 if following else 0
    if not organization and (
        more := nickname(page, stop, end) or (stop == at + 1 and spaced(page, stop, end))
    ):
        return more
    if norm in words.particles and norm not in words.articles:
        return int(particle(page, stop, end))
    if small := english(page, stop):
        return small + 1
    if organization and norm in words.genitive and following:
        return 2 * (is_hinted(page, at, stop) and of_body(page, at, stop))
    if norm == "," and following:
        return 2 * goes_on_behind_comma(page, at, stop, end)
    if norm in words.and_ and following and is_hinted(page, at, stop):
        return 2 if is_genitive(page, stop + 1) and is_genitive(page, stop - 1) else 0
    return organization * past_its_task(page, at, stop, end)


def _continues(page: Page, at: int, stop: int, end: int, organization: bool) -> bool:
    """Whether a capitalised word goes on with a name."""
    words, norm = page.words, page.norm(stop)
    if (
        page.norm(stop + 1) == "."
        and len(norm) < 4
        and page.is_capital(stop + 2)
        and page.reading.glued(stop + 1)
    ):
        # `της Alpha Α.Ε. | Νίκος Ρ.`
        return not person_behind(page, at, stop) if organization else norm not in words.hints
    # `Αμίτ Μέτα`: behind a given name a word in a capital is a surname
    behind_given = stop == at + 1 and page.norm(at) in words.given and page.word(stop).istitle()
    if norm in words.articles or (norm in words.function and not behind_given) or page.verb(stop):
        return False
    if page.norm(stop - 1) == "." and page.norm(stop - 2) in words.hints:
        return False
    if page.norm(stop - 1) == "." or page.word(stop - 1) in HYPHENS:
        return True
    if not organization:
        named = norm in words.given and page.norm(stop - 1) not in words.given and not page.is_latin(stop)
        surname = stop == at + 1 and not page.is_capital(stop + 1)  # `ο Ρήγας Νίκος`
        if named and is_field_of_body(page, at, stop):
            return True
        if named and (page.is_latin(stop - 1) or (is_genitive(page, stop - 1) and not surname)):
            return False  # `της Νέας Δημοκρατίας | Άννα Α.`
        if behind_given and page.norm(stop + 1) not in words.of and not page.is_capital(stop + 1):
            return True  # `Νίκος Ψαράς`
        heads = norm in words.modifiers and page.role(stop + 1)
        return not (heads or page.role(stop)) or norm in words.given
    if norm in words.given and not page.is_latin(stop - 1):
        return is_field_of_body(page, at, stop)
    return _goes_on(page, at, stop, end) or reaches_initials(page, at, stop)


def _goes_on(page: Page, at: int, stop: int, end: int) -> bool:
    """`της Telmar | Ρένα Κοντού`, `της Vantera Ελλάδας`, `του Bruegel | Dieter Amberg`."""
    words, norm = page.words, page.norm(stop)
    if norm in words.hints or norm in words.countries:
        return True
    if page.is_latin(stop):
        named = norm in words.given and page.is_capital(stop + 1) and stop + 1 < end
        return (not named and page.is_latin(stop - 1)) or is_firm_of_people(page, at, stop)
    if norm in words.given:
        return False
    if page.word(stop).isupper() and len(page.word(stop)) > 1:
        return True
    foreign = page.is_latin(stop - 1) or (page.word(stop - 1).isupper() and len(page.word(stop - 1)) > 1)
    if not is_genitive(page, stop):
        closed = page.norm(stop + 1) == "," or not (is_genitive(page, at) or page.is_capital(stop + 1))
        if closed and is_hinted(page, at, stop) and norm.endswith(words.foreign_endings):
            return is_genitive(page, stop - 1)  # `Ένωση Οδηγών Ταξί`
        opens = page.norm(at).endswith(words.adjective_endings) or page.norm(at) in words.companies
        return stop == at + 1 and not foreign and opens and not is_genitive(page, at)
    more = stop + 1 < end and page.is_capital(stop + 1) and not page.is_latin(stop + 1)
    return not (more and foreign)


def stems_of(page: Page, name: Tokens) -> tuple[str, ...]:
    """The words of a name without their endings."""
    return tuple(page.stem(k) for k in range(*name) if page.word(k)[:1].isalnum() or page.word(k) == "&")


# -- person or organisation ---------------------------------------------------------------------


def is_strong(page: Page, name: Tokens) -> bool:
    """Whether the name itself says that it is an organisation's."""
    words = page.words
    titled = page.norm(name[0]) == "the" and name[1] - name[0] > 1  # `The Ledger`
    if page.organization(name[0]) or name[0] - 1 in page.opens or titled:
        return True
    norms = [page.norm(k) for k in range(*name)]
    if "&" in norms:
        return True
    if len(norms) > 1 and norms[0] in words.given:
        return norms[-1] in words.hints and page.is_latin(name[0]) and page.is_latin(name[1] - 1)
    return any(n in words.hints for n in norms)
