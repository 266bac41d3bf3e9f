"""Whose somebody is: `της Χ`, `στο Χ`, `της εταιρείας`."""

from newsfacts.quotes.body_names import lists_genitives
from newsfacts.quotes.genitives import by_name, is_genitive, small_genitive
from newsfacts.quotes.name_signs import is_initial, past_place
from newsfacts.quotes.names import Tokens, is_strong, name_at
from newsfacts.quotes.owners import further_owners
from newsfacts.quotes.page import Page
from newsfacts.quotes.portfolios import is_full_name, owns
from newsfacts.quotes.possessives import is_enclitic, is_possessive


def affiliation(page: Page, at: int, end: int) -> tuple[Tokens | None, int, int]:
    """`της Χ`, `στο Χ`, `της εταιρείας`, `της`: the organisation or `whose` (see Role), and where it ends."""
    words = page.words
    if at >= end:
        return None, 0, at
    if page.norm(at) not in words.of:
        return _clipped(page, at, end) or _bare(page, at, end)
    if is_enclitic(page, at):
        return None, -2, at + 1
    place = page.norm(at) in words.locative and past_place(page, at + 1) > at + 1
    named, company = _named(page, at, end, place=place)
    if named is not None:
        further = further_owners(page, named[0], end) if named[0] is not None else ()
        return (named[0], named[1], further[-1][1]) if further else named
    if company:
        return _of_company(page, at, company, end)
    his = not place and not by_name(page, at + 1) and is_possessive(page, at)
    return (None, -2, at + 1) if his else (None, 0, at)


def _named(
    page: Page, at: int, end: int, *, place: bool
) -> tuple[tuple[Tokens | None, int, int] | None, int]:
    """The organisation named after an article, if one is; and the noun for one that stands there."""
    company, inside = 0, 0
    for k in range(at + 1, min(at + 7, end)):
        if k in page.opens:
            close = inside = page.opens[k].close
            if by_name(page, k):
                continue
            return (((k + 1, close), 0, close + 1) if close - k < 8 else (None, 0, at)), company
        if k == inside:
            continue
        told = page.role(k) and not page.is_capital(k) and page.norm(k) not in page.words.houses
        if told and not _before_company(page, k):
            break
        name = None if place else name_at(page, k, end, organization=True)
        if name and _is_common_owner(page, k, at, company):
            return None, 0  # `της ευρωπαϊκής διπλωματίας Ζοζέπ Μοράλ`
        if name and (
            page.norm(k) not in page.words.given
            or is_strong(page, name)
            or _is_shouted(page, name)
            or _is_before_name(page, name)
        ):
            return _organization(page, name, k, at, end, company), company
        if page.norm(k) in page.words.companies:
            company = company or k
        elif k > inside and not _goes_on(page, k, company):
            break
    return None, company


def _is_shouted(page: Page, name: Tokens) -> bool:
    """`της ΗΛΕΚΤΡΑ`: one word in capitals alone, which spelt otherwise would be a given name."""
    word = page.word(name[0])
    return name[1] - name[0] == 1 and word.isupper() and len(word) > 2 and not page.word(name[1]).isupper()


def _is_before_name(page: Page, name: Tokens) -> bool:
    """`ο αναλυτής της Charles Alba, Μάικ Ράις`: Latin words that somebody's name in Greek follows."""
    named = page.norm(name[1]) == "," and page.is_capital(name[1] + 1) and page.is_capital(name[1] + 2)
    return named and page.is_latin(name[0]) and not page.is_latin(name[1] + 1)


def _goes_on(page: Page, k: int, company: int) -> bool:
    """Whether a small word may stand before the name: an adjective, or the genitive of a noun."""
    norm = page.norm(k)
    if not page.word(k).isalpha() or norm in page.words.articles_and_given:
        return False
    if company:
        # `του ομίλου σούπερ μάρκετ Χ`
        return is_genitive(page, k) or page.word(k).isascii() or norm.endswith(page.words.foreign_endings)
    several = norm in page.words.firms and page.is_capital(k + 1)  # `των εταιρειών Χ και Ψ`
    return several or _adjective(page, k) or _before_company(page, k)


def _before_company(page: Page, at: int) -> bool:
    """`της ταχέως αναπτυσσόμενης εταιρείας`: small words, and the noun of a company within three behind."""
    for k in range(at, at + 4):
        if page.norm(k) in page.words.companies:
            return k > at
        if not page.word(k).islower() or page.norm(k) in page.words.function:
            break
    return False


def _of_company(page: Page, at: int, company: int, end: int) -> tuple[Tokens | None, int, int]:
    """`της εταιρείας`, `της ελληνικής θυγατρικής της Χ`, `του «κολοσσού» streaming`."""
    stop = company + 1
    if stop in page.closes and page.closes[stop].open > at:
        stop += 1
    if page.norm(stop) in page.words.genitive:
        further = affiliation(page, stop, end)
        if further[0] is not None:
            return further
    while stop < end and (small_genitive(page, stop) or goes_on_in_latin(page, stop)):
        stop += 1
    return None, company, stop


def _adjective(page: Page, at: int) -> bool:
    words, norm = page.words, page.norm(at)
    return page.word(at).islower() and (norm.endswith(words.adjective_endings) or norm in words.modifiers)


def _is_common_owner(page: Page, k: int, at: int, company: int) -> bool:
    """`της ευρωπαϊκής διπλωματίας | Ζοζέπ Μοράλ`: a noun that is no firm's, and behind it somebody's name."""
    noun = k - 2 > at or page.norm(k - 1) in page.words.divisions
    told = noun and page.word(k - 1).islower() and not page.word(k - 1).isascii()
    return told and not company and not page.organization(k) and _is_someone(page, k)


def _is_someone(page: Page, at: int) -> bool:
    """`της τράπεζας Λουκά Ρέππα`: two capitals that are no genitives of a name after a noun."""
    both = page.is_capital(at + 1) and not page.is_latin(at) and not page.is_latin(at + 1)
    return both and not (is_genitive(page, at) and is_genitive(page, at + 1))


def _organization(
    page: Page, name: Tokens, k: int, at: int, end: int, company: int
) -> tuple[Tokens | None, int, int]:
    """The name after `της`, with its noun before it or without a person's name after it."""
    if name[1] - k > 1 and owns(page, k) and all(page.word(t).isupper() for t in range(k + 1, name[1])):
        k, name = k + 1, (k + 1, name[1])  # `του Ομίλου ΔΕΚ`
    before = k - 1
    noun = page.norm(k) in page.words.companies and page.norm(k) not in page.words.bodies
    generic = name[1] - name[0] == 1 and noun
    if generic and not page.is_latin(k):
        further = name_at(page, name[1], end, organization=True)
        if further is not None and is_strong(page, further):
            return further, 0, further[1]  # `ο CEO του Ομίλου Alpha Bank`
        written = page.is_latin(name[1]) or (page.word(name[1]).isupper() and len(page.word(name[1])) > 1)
        if further is not None and written and page.norm(name[1]) not in page.words.given:
            return _organization(page, further, further[0], at, end, k)  # `ο CEO του Ομίλου Helion`
        called = name[1] + 1
        if further is not None and is_full_name(page, called + (page.norm(called) == ",")):
            return (k, called), 0, called  # `ο πρόεδρος του Ομίλου Λαγκάδη (,) Νίκος Ρήγας`
        return None, k, name[1]  # `ο CEO του Οργανισμού`
    stop = person_after(page, name, end)
    initial = company == k - 1 and is_initial(page, k) and not is_strong(page, name)
    person = page.norm(k) in page.words.given or initial
    if company and stop == name[1] and person and name[1] - k > 1 and not page.is_latin(k):
        return None, company, k  # `ο πρόεδρος του ομίλου Ηρακλής Ρήγας`, `… του συλλόγου Η. Ρήγας`
    if company and before == company and is_genitive(page, k) and not page.is_latin(k):
        stop = _further_fields(page, company, name[1], end)
        return (before, stop), 0, stop
    if stop == k or (company and _is_someone(page, k)):
        return None, company or -1, k
    return (k, stop), 0, stop


def _further_fields(page: Page, noun: int, at: int, end: int) -> int:
    """`υπουργείου Έρευνας, Παιδείας και Υγείας`: past more fields of a ministry, no person's name."""
    if page.norm(noun) not in page.words.institutions:
        return at
    comma = page.norm(at) == "," and lists_genitives(page, at, end)
    while at < end and (comma or page.norm(at) in page.words.and_) and is_genitive(page, at + 1):
        more = name_at(page, at + 1, end, organization=True)
        if more is None or page.is_latin(at + 1) or page.stem(at + 1) in page.words.given_stems:
            break
        at, comma = more[1], page.norm(more[1]) == "," and comma
    return at


def person_after(page: Page, name: Tokens, end: int) -> int:
    """`του Bruegel Dieter Amberg`: where the two names at the end of Latin words start, else their end."""
    start, stop = name
    known = page.organization(start)
    to_come = page.norm(stop) == "," and page.is_capital(stop + 1)
    if stop - start > 2 and not to_come and _is_man(page, stop - 2):
        return stop - 2  # `της Ένωσης Μηχανικών Γιώργης Λαγκάδης`
    if stop - start < 3 or to_come or (known and known[0] > stop - 2):
        return stop
    last = range(stop - 2, stop)
    if any(page.norm(k) in page.words.hints or page.organization(k) for k in last):
        return stop
    return stop - 2 if all(map(page.is_latin_name, last)) and page.is_latin(stop - 3) else stop


def _is_man(page: Page, at: int) -> bool:
    """Whether a man's name in the nominative, with a surname's ending, stands at a token in Greek."""
    words = page.words
    given = page.is_capital(at) and page.norm(at).endswith(words.masculine_endings)
    return given and not page.is_latin(at) and page.norm(at + 1).endswith(words.man_endings)


def _clipped(page: Page, at: int, end: int) -> tuple[Tokens | None, int, int] | None:
    """`ο πρόεδρος τη Χ Γιώργος Ράπτης`: an article typed without its last letter, between role and name."""
    name = name_at(page, at + 1, end, organization=True) if page.norm(at) in page.words.clipped else None
    if name is None or page.norm(name[1]) not in page.words.given or not page.is_capital(name[1] + 1):
        return None
    return name, 0, name[1]


def _bare(page: Page, at: int, end: int) -> tuple[Tokens | None, int, int]:
    """`ο CEO Helion, Π. Μ.`, `ο διευθυντής Ομίλου Helion`: an organisation right after a role."""
    called = name_at(page, at + 1, end, organization=True) if owns(page, at) else None
    if called is not None:
        return _organization(page, called, at + 1, at, end, at)
    if page.word(at).islower() and page.norm(at) in page.words.companies and is_full_name(page, at + 1):
        return None, at, at + 1  # `ο διευθυντής ομίλου Π. Μ.`
    found = page.organization(at)
    if found and page.is_capital(at):
        return (at, found[0]), 0, found[0]
    name = name_at(page, at, end, organization=True) if page.is_capital(at) else None
    if name is None or goes_on_in_latin(page, name[1]):
        return None, 0, at
    named = page.norm(name[1]) == "," and page.is_capital(name[1] + 1)
    short = page.word(at).isupper() and len(page.word(at)) > 1 and page.norm(name[1]) == ":"
    greek = page.norm(name[1]) in page.words.given and not page.is_latin(name[1]) and page.is_latin(at)
    titled = page.norm(name[1]) in page.words.titles  # `ο Πρόεδρος του Δ.Σ. Χ κ. Ρήγας`
    latin = named and page.is_latin(at) and name[1] - at == 1
    if short or greek or titled or latin or is_strong(page, name):
        return name, 0, name[1]
    return None, 0, at


def goes_on_in_latin(page: Page, at: int) -> bool:
    """`Computing in Medicine`: a small Latin word behind a capital makes it no organisation's name."""
    word = page.word(at)
    return word.isascii() and word.isalpha() and word.islower()
