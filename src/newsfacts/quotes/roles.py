"""What people are: `αναπληρωτής διευθυντής πωλήσεων της Χ για την Ελλάδα`, up to the name."""

import unicodedata
from typing import NamedTuple

from newsfacts.quotes.names import Tokens, is_genitive, is_person, is_strong, name_at
from newsfacts.quotes.page import Page

_LONGEST = 14
_LOWER_LATIN = ("of", "for", "and", "&", "-", "the")


class Role(NamedTuple):
    """A role: its words, whose it is, and the token after all that belongs to it.

    `whose` is the token of a noun that stands for the organisation (`της εταιρείας`), -1 for a
    possessive (`ο δικηγόρος της`) or a role that wants a company and names none, else 0.
    """

    tokens: Tokens
    organization: Tokens | None
    whose: int
    end: int


def role_at(page: Page, at: int, end: int) -> Role | None:
    """The role that starts at a token, with what it is a role of."""
    found = _head(page, at, end)
    if found is None:
        return None
    start, stop, kind = found
    stop = _complements(page, stop, kind, end)
    organization, whose, after = affiliation(page, stop, end)
    if organization is None and not whose:
        longer = _of_common(page, stop, end)
        after = stop = longer
        if kind == "company":
            whose = -1
    if organization is not None and page.norm(after) == "(" and page.norm(after + 2) == ")":
        after += 3  # `της Αρχής Δικτύων (ΑΔ)`
    detail = _topic(page, after, end) if after > stop else after
    return Role((start, stop), organization, whose, max(after, _second(page, detail, end)))


def _head(page: Page, at: int, end: int) -> tuple[int, int, str] | None:
    """`γενική διευθύντρια`, `Senior Threat Analyst`, `Α’ Αντιπρόεδρος`: start, end and kind of the role word."""
    words, token = page.words, at
    while token < min(at + 5, end):
        found = page.form(token, "quote.role")
        # of several role words in a row the last is the head: `επικεφαλής αναλυτής`
        if found and found[0] <= end:
            stop, kind = found
            further = page.form(stop, "quote.role")
            if not further or page.norm(stop) in words.given:
                return at, stop, kind
            token = stop
            continue
        norm = page.norm(token)
        ordinal = len(page.word(token)) == 1 and page.norm(token + 1) in ("’", "'", "΄")
        if ordinal:
            token += 2
        elif norm in words.modifiers or (page.is_latin(token) and _latin_title(page, token)):
            token += 1 + (page.norm(token + 1) == "-")
        elif page.norm(token + 1) == "." and norm in words.abbreviations | words.shortened:
            token += 2
        else:
            return None
    return None


def _latin_title(page: Page, at: int) -> bool:
    """`Senior Threat Analyst`: a word of an English title, whose head comes."""
    word = page.word(at)
    return word.isalpha() and word.isascii() and (word[0].isupper() or page.norm(at) in page.words.modifiers)


# -- complements --------------------------------------------------------------------------------


def _complements(page: Page, stop: int, kind: str, end: int) -> int:
    """Past second roles, bare genitives, portfolios, `για θέματα …`, and English words of a title."""
    limit = min(end, stop + _LONGEST)
    while stop < limit:
        step = (
            _joined(page, stop, limit)
            or _english(page, stop, limit)
            or _field(page, stop, limit, kind)
            or _small_genitive(page, stop)
            or (_topic(page, stop, limit) if _topic(page, stop, limit) > stop else 0)
        )
        if step <= stop:
            break
        stop = step
    return stop


def _joined(page: Page, at: int, end: int) -> int:
    """`ιδρυτής και CEO`, `πρόεδρος, ιδρυτής και CEO`: past the next role."""
    words, norm = page.words, page.norm(at)
    if norm not in words.and_ and norm not in (",", "-", "/"):
        return 0
    found = _head(page, at + 1, end)
    if found is None or page.norm(at + 1) in words.articles:
        return 0
    if norm == "," and page.norm(found[1]) not in words.and_:
        return 0
    return found[1]


def _english(page: Page, at: int, end: int) -> int:
    """`Head of Growth`, `Marketing Manager Greece`, `Vice President Sales`: past the English words."""
    if not page.word(at).isascii():
        return 0
    if page.norm(at) in ("of", "for") and page.is_latin(at - 1):
        stop = at + 1
        while (
            stop < end
            and page.word(stop).isascii()
            and (page.is_capital(stop) or page.norm(stop) in _LOWER_LATIN)
        ):
            stop += 1
        return stop
    # a capital up to a Greek article is part of the title, one up to a name is whose it is
    stop = at
    while stop < end and page.is_latin(stop) and page.word(stop).isalpha() and page.is_capital(stop):
        stop += 1
    closed = page.norm(stop) in page.words.other
    if stop > at and closed and not page.form(at, "quote.organization"):
        return stop
    return 0


def _field(page: Page, at: int, end: int, kind: str) -> int:
    """`υπουργός Ψηφιακής Πολιτικής και Ενέργειας`, `διευθυντής Υποδομών`: past the capitals in the genitive."""
    words, stop, limit = page.words, at, min(end, at + 9)
    ends: list[int] = []
    while stop < limit:
        norm = page.norm(stop)
        if page.is_capital(stop) and page.word(stop).isalpha() and not page.is_latin(stop):
            if not _may_be_field(page, stop) or page.form(stop, "quote.role"):
                break
            stop += 1
            ends.append(stop)
        elif ends and (norm in words.and_ or norm == ",") and page.is_capital(stop + 1):
            if norm == "," and not _lists(page, stop, limit):
                break
            stop += 1
        else:
            break
    return _before_name(page, ends, kind)


def _lists(page: Page, comma: int, end: int) -> bool:
    """`Έρευνας, Καινοτομίας και Ανάπτυξης`: a comma that joins parts of a portfolio."""
    for k in range(comma + 1, min(end, comma + 5)):
        if page.norm(k) in page.words.and_:
            return page.is_capital(k + 1) and _may_be_field(page, k + 1) and not _is_full_name(page, k + 1)
        if not page.is_capital(k) or not _may_be_field(page, k):
            return False
    return False


def _is_full_name(page: Page, at: int) -> bool:
    return page.norm(at) in page.words.given and page.is_capital(at + 1)


def _may_be_field(page: Page, at: int) -> bool:
    words, norm = page.words, page.norm(at)
    if norm in words.given or page.norm(at + 1) == ".":
        return False
    upper = page.word(at).isupper() and 2 < len(norm) < 7
    return upper or is_genitive(page, at)


def _before_name(page: Page, ends: list[int], kind: str) -> int:
    """Where the portfolio ends: of words that all may belong to it the last may be a given name."""
    while ends:
        stop = ends[-1]
        last = page.norm(stop - 1)
        left = 0
        while page.is_capital(stop + left):
            initial = "." in page.word(stop + left) or (
                page.norm(stop + left + 1) == "." and len(page.word(stop + left)) <= 3
            )
            left += 1 + initial
        sure = is_field(page, stop - 1)
        named = not sure and not _sure(page, ends[:-1]) and len(ends) > 2
        if page.norm(stop) == "," and page.is_capital(stop + 1):
            return stop  # the name comes behind the comma
        unsure = len(ends) > 1 and not sure and not _sure(page, ends[:-1])
        if left == 0 and (named or (unsure and len(ends) == 2)) and ends[-2] == stop - 1:
            ends = ends[:-2]
            continue
        if left != 1 or sure or page.norm(stop) in page.words.articles:
            surname = (
                last.endswith(page.words.surname_endings)
                and page.stem(stop - 1) not in page.words.given_stems
            )
            if left == 0 and not sure and surname and kind != "portfolio" and len(ends) > 1:
                ends = ends[:-2]
                continue
            return stop if left or kind == "portfolio" or sure or page.norm(stop) in page.words.closing else 0
        ends = ends[:-1]
    return 0


def _sure(page: Page, ends: list[int]) -> bool:
    """Whether the last of these words is surely of a field, not of a name."""
    return bool(ends) and is_field(page, ends[-1] - 1)


def is_field(page: Page, at: int) -> bool:
    """Whether a word is surely of a portfolio and no name: `Ψηφιακής`, `ΥΠΕΝ`, but not `Ζήσης`."""
    word = page.word(at)
    norm, words = page.norm(at), page.words
    many = len(word) > 3 and norm.endswith(words.plural_endings)
    return (
        word.isupper()
        or many
        or norm in words.countries
        or (len(word) > 6 and norm.endswith(words.field_endings))
    )


def _small_genitive(page: Page, at: int) -> int:
    """`διαχειριστής κεφαλαίων`: past a bare genitive in small letters."""
    words, norm = page.words, page.norm(at)
    if not page.word(at).islower() or norm in words.articles or norm in words.function:
        return 0
    if page.form(at, "quote.verb") or norm in words.companies or norm in words.times:
        return 0
    return at + 1 if is_genitive(page, at) else 0


def _topic(page: Page, at: int, end: int) -> int:
    """`για θέματα ανταγωνισμού`, `για την Ευρώπη`, `επί θεμάτων …`: past what a role is for; else `at`."""
    words = page.words
    if page.norm(at) not in words.topics:
        return at
    stop = at + 1
    while stop < min(end, at + 8):
        norm = page.norm(stop)
        if page.is_capital(stop):
            place = norm in words.places or (norm in words.countries)
            upper = page.word(stop).isupper() and len(norm) > 1
            if not place and not upper and page.is_capital(stop + 1):
                break
            told = is_genitive(page, stop) or page.norm(stop - 1) in words.articles
            if not place and not upper and (page.is_latin(stop) or not told):
                break
        elif (
            not page.word(stop).isalpha()
            or page.form(stop, "quote.verb")
            or norm in words.function - words.and_
        ):
            break
        stop += 1
    while stop > at + 1 and (page.norm(stop - 1) in words.articles or page.norm(stop - 1) in words.and_):
        stop -= 1
    return stop if stop > at + 1 else at


def _of_common(page: Page, stop: int, end: int) -> int:
    """`πρόεδρος της επιτροπής διαγωνισμού`: a genitive in small letters belongs to the role."""
    words = page.words
    if stop + 1 >= end or page.norm(stop) not in words.genitive or not page.word(stop + 1).islower():
        return stop
    at = stop + 1
    while at < end and at < stop + 5 and _small_genitive(page, at):
        at += 1
    return at if at > stop + 1 else stop


def _second(page: Page, at: int, end: int) -> int:
    """`καθηγητής του ΕΜΠ και πρόεδρος της Χ`, `CEO της Χ, μητρικής της Ψ,`: past what is told besides."""
    words, norm = page.words, page.norm(at)
    if norm in words.and_ and (_head(page, at + 1, end) or page.norm(at + 1) in words.articles):
        start = at + 1 + (page.norm(at + 1) in words.articles)
        found = _head(page, start, end)
        if found:
            _, _, after = affiliation(page, _complements(page, found[1], found[2], end), end)
            return after
        return at
    small = page.word(at + 1).islower() and page.norm(at + 1).endswith(words.genitive_endings)
    if (
        norm == ","
        and small
        and not page.form(at + 1, "quote.verb")
        and page.norm(at + 1) not in words.function
    ):
        for k in range(at + 2, min(at + 14, end - 1)):
            if page.norm(k) == ",":
                name = name_at(page, k + 1, end)
                full = name is not None and not is_strong(page, name)
                return k if full and name and name[1] - name[0] > 1 else at
            if not page.word(k)[:1].isalpha() or page.form(k, "quote.verb"):
                break
    if norm in words.detail_heads and norm not in words.topics:
        return _detail(page, at, end)
    return at


def _detail(page: Page, at: int, end: int) -> int:
    """`ο επικεφαλής της Χ στην Ελλάδα, Π. Μ.`: past a detail that a name follows, else `at`."""
    for k in range(at + 1, min(at + 10, end)):
        if page.norm(k) == ",":
            name = name_at(page, k + 1, end)
            return k if name and name[1] - name[0] > 1 and not is_strong(page, name) else at
        if page.is_capital(k) and k > at + 1 and (page.norm(k - 1) not in page.words.articles):
            name = name_at(page, k, end)
            person = name and name[1] - name[0] > 1 and is_person(page, name, "m", ())
            if person:
                return k
        if not page.word(k)[:1].isalpha() or page.form(k, "quote.verb"):
            break
    return at


# -- whose --------------------------------------------------------------------------------------


def affiliation(page: Page, at: int, end: int) -> tuple[Tokens | None, int, int]:
    """`της Χ`, `στο Χ`, `της εταιρείας`, `της`: the organisation or `whose` (see Role), and where it ends."""
    words = page.words
    if at >= end:
        return None, 0, at
    if page.norm(at) not in words.of:
        return _bare(page, at, end)
    if _is_enclitic(page, at):
        return None, -2, at + 1
    place = page.norm(at + 1) in words.places and page.norm(at) in words.locative
    company = 0
    for k in range(at + 1, min(at + 7, end)):
        if k in page.opens:
            close = page.opens[k].close
            return ((k + 1, close), 0, close + 1) if close - k < 8 else (None, 0, at)
        if page.form(k, "quote.role") and not page.is_capital(k):
            break
        name = None if place else name_at(page, k, end, organization=True)
        if name and (page.norm(k) not in words.given or is_strong(page, name)):
            return _organization(page, name, k, at, end, company)
        norm = page.norm(k)
        if norm in words.companies:
            company = company or k
        elif (
            not page.word(k).isalpha()
            or norm in words.articles
            or norm in words.given
            or (not company and not _adjective(page, k))
            or (company and not is_genitive(page, k) and not page.word(k).isascii())
        ):
            break
    if company:
        if page.norm(company + 1) in words.genitive:
            further = affiliation(page, company + 1, end)
            if further[0] is not None:
                return further  # `της ελληνικής θυγατρικής της Χ`
        stop = company + 1
        while stop < end and _small_genitive(page, stop):
            stop += 1
        return None, company, stop
    following = page.norm(at + 1)
    ends = not page.word(at + 1)[:1].islower() or following in words.function or following in words.locative
    if page.is_capital(at + 1) and not page.is_latin(at + 1) and page.norm(at) in words.genitive:
        # `ο γιατρός του Γιάννης Ρ.`, but `ο γιατρός του Γιάννη Ρ.`
        ends = page.norm(at + 1).endswith("\u03c3") is (page.norm(at) not in words.feminine)
    bare = page.norm(at) in words.clitics and (ends or page.form(at + 1, "quote.verb") is not None)
    return (None, -2, at + 1) if bare and not place else (None, 0, at)


def _adjective(page: Page, at: int) -> bool:
    words, norm = page.words, page.norm(at)
    return page.word(at).islower() and (norm.endswith(words.adjective_endings) or norm in words.modifiers)


def _is_enclitic(page: Page, at: int) -> bool:
    """`ο πρόεδρός της Γ. Στάσσης`: a second accent on the role says that the pronoun is no article."""
    accents = sum(sign == "\u0301" for sign in unicodedata.normalize("NFD", page.word(at - 1)))
    person = page.norm(at + 2) == "." or (page.is_capital(at + 2) and not page.is_latin(at + 1))
    return accents > 1 and page.norm(at) in page.words.clitics and page.is_capital(at + 1) and person


def _is_someone(page: Page, at: int) -> bool:
    """`της τράπεζας Λουκά Ρέππα`: two capitals that are no genitives of a name after a noun."""
    both = page.is_capital(at + 1) and not page.is_latin(at) and not page.is_latin(at + 1)
    return both and not (is_genitive(page, at) and is_genitive(page, at + 1))


def _organization(
    page: Page, name: Tokens, k: int, at: int, end: int, company: int
) -> tuple[Tokens | None, int, int]:
    """The name after `της`, with its noun before it or without a person's name after it."""
    before = k - 1
    generic = name[1] - name[0] == 1 and page.norm(k) in page.words.companies - page.words.bodies
    if generic and not page.is_latin(k):
        return None, k, name[1]  # `ο CEO του Οργανισμού`
    if company and before == company and is_genitive(page, k) and not page.is_latin(k):
        return (before, name[1]), 0, name[1]
    stop = person_after(page, name, end)
    if company and stop == name[1] and page.norm(k) in page.words.given and name[1] - k > 1:
        return None, company, k
    if stop == k or (company and _is_someone(page, k)):
        return None, company or -1, k
    return (k, stop), 0, stop


def person_after(page: Page, name: Tokens, end: int) -> int:
    """`του Bruegel Dieter Amberg`: where the two names at the end of Latin words start, else their end."""
    start, stop = name
    known = page.form(start, "quote.organization")
    to_come = page.norm(stop) == "," and page.is_capital(stop + 1)
    if stop - start < 3 or to_come or (known and known[0] > stop - 2):
        return stop
    last = range(stop - 2, stop)
    if any(page.norm(k) in page.words.hints or page.form(k, "quote.organization") for k in last):
        return stop
    return stop - 2 if all(map(page.is_latin_name, last)) and page.is_latin(stop - 3) else stop


def _bare(page: Page, at: int, end: int) -> tuple[Tokens | None, int, int]:
    """`ο CEO Helion, Π. Μ.`: an organisation right after a role."""
    found = page.form(at, "quote.organization")
    if found and page.is_capital(at):
        return (at, found[0]), 0, found[0]
    name = name_at(page, at, end, organization=True) if page.is_capital(at) else None
    if name is None:
        return None, 0, at
    named = page.norm(name[1]) == "," and page.is_capital(name[1] + 1)
    if is_strong(page, name) or (named and page.is_latin(at) and name[1] - at == 1):
        return name, 0, name[1]
    return None, 0, at
