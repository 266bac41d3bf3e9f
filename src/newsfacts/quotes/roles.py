"""What people are: `αναπληρωτής διευθυντής πωλήσεων της Χ για την Ελλάδα`, up to the name."""

from typing import NamedTuple

from newsfacts.quotes.affiliations import affiliation
from newsfacts.quotes.divisions import of_division, of_holder, small_list
from newsfacts.quotes.fields import fields_end, in_part, owner_of
from newsfacts.quotes.genitives import is_genitive, small_genitive
from newsfacts.quotes.leading import role_prefix
from newsfacts.quotes.looks import is_person
from newsfacts.quotes.name_signs import past_place
from newsfacts.quotes.names import Tokens, is_strong, name_at
from newsfacts.quotes.page import Page
from newsfacts.quotes.portfolios import field_end
from newsfacts.quotes.topics import own_topic, topic

_LONGEST, _BRACKET = 14, 6
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
    stop = of_division(page, stop, end) or in_part(page, stop, end) or stop
    if his := of_holder(page, stop, end):
        whole = topic(page, his, end)
        return Role((start, whole), None, 0, whole)
    organization, whose, after = affiliation(page, stop, end)
    if organization is None and not whose:
        head, stop = stop, fields_end(page, stop, end)
        organization, whose, after = owner_of(page, head, stop, end)
        if organization is None and not whose and _is_of_firm(page, head, stop, kind):
            whose = -1
    if organization is not None and page.norm(after) == "(":
        close = (k for k in range(after + 2, min(after + _BRACKET, end)) if page.norm(k) == ")")
        after = next(close, after - 1) + 1  # `της Αρχής Δικτύων (ΑΔ)`, `(ΑΔ/ΒΓ)`
    detail = topic(page, after, end) if after > stop else after
    return Role((start, stop), organization, whose, max(after, _second(page, detail, end)))


def _is_of_firm(page: Page, head: int, stop: int, kind: str) -> bool:
    """Whether a role wants a company where it names none: `αντιπρόεδρος του τμήματος συσκευών`."""
    lists = page.words.lists
    part = any(page.norm(k) in lists["staff_parts"] for k in range(head, stop))
    scholar = page.norm(head - 1) in lists["scholars"]
    return kind == "company" or page.norm(stop - 1) in lists["firm_fields"] or (part and not scholar)


def _head(page: Page, at: int, end: int) -> tuple[int, int, str] | None:
    """Start, end and kind of the role word: `γενική διευθύντρια`, `Senior Threat Analyst`."""
    words, token = page.words, at
    while token < min(at + 7, end):
        found = page.role(token)
        # of several role words in a row the last is the head: `επικεφαλής αναλυτής`
        if found and found[0] <= end:
            stop, kind = found
            further = page.role(stop)
            if not further or page.norm(stop) in words.given:
                return at, stop, kind
            token = stop
            continue
        norm = page.norm(token)
        prefix = role_prefix(page, token)
        ordinal = len(page.word(token)) == 1 and page.norm(token + 1) in ("’", "'", "΄")
        if prefix or ordinal:
            token += 2
        elif norm in words.modifiers or (page.is_latin(token) and _latin_title(page, token)):
            token += 1 + (page.norm(token + 1) == "-")
        elif page.norm(token + 1) == "." and norm in words.written_short:
            token += 2
        else:
            return None
    return None


def _latin_title(page: Page, at: int) -> bool:
    """`Senior Threat Analyst`: a word of an English title, whose head comes."""
    word = page.word(at)
    return word.isalpha() and word.isascii() and (word[0].isupper() or page.norm(at) in page.words.modifiers)


def _complements(page: Page, stop: int, kind: str, end: int) -> int:
    """Past second roles, bare genitives, portfolios, `για θέματα …`, and English words of a title."""
    limit = min(end, stop + _LONGEST)
    while stop < limit:
        step = (
            _joined(page, stop, limit)
            or _english(page, stop, limit)
            or field_end(page, stop, limit, kind)
            or small_genitive(page, stop)
            or small_list(page, stop, limit)
            or own_topic(page, stop, limit)  # where none is, that is where it was
        )
        if step <= stop:
            break
        stop = step
    return stop + _is_some_firm(page, stop)


def _is_some_firm(page: Page, at: int) -> bool:
    """`αναλυτής μεγάλης τράπεζας`: a firm behind its adjective that is not named, so part of the role."""
    words = page.words
    firm = page.norm(at) in words.companies and page.word(at).islower() and is_genitive(page, at)
    described = page.norm(at - 1).endswith(words.genitive_endings) and not page.role(at - 1)
    alone = not page.is_capital(at + 1) and page.norm(at + 1) not in words.genitive
    return firm and described and alone and page.norm(at - 1) not in words.articles


def _joined(page: Page, at: int, end: int) -> int:
    """`ιδρυτής και CEO`, `πρόεδρος, ιδρυτής και CEO`: past the next role."""
    words, norm = page.words, page.norm(at)
    if norm not in words.and_ and norm not in (",", "-", "/"):
        return 0
    start = at + 1 + (page.norm(at + 1) in words.lately)  # `και νυν διευθυντής`
    found = _head(page, start, end)
    if found is None or page.norm(at + 1) in words.articles:
        return 0
    english = page.is_latin(at - 1) and page.is_latin(start)  # `Co-Founder, CEO, Helion`
    if norm == "," and page.norm(found[1]) not in words.and_ and not english:
        return 0
    return found[1]


def _english(page: Page, at: int, end: int) -> int:
    """Past English words: `Head of Growth`, `Marketing Manager Greece`, `Partner Solutions Manager`."""
    if not page.word(at).isascii():
        return 0
    stop, last = at, 0
    of = page.norm(at) in ("of", "for") and page.is_latin(at - 1)
    if of and page.stem(at - 1) in page.words.leader_stems:
        return 0  # `CEO of Helion`
    while stop < end and stop < at + 9 and page.word(stop).isascii():
        word, norm = page.word(stop), page.norm(stop)
        small = norm in _LOWER_LATIN or (of and word.isalpha())
        if not small and not (word.isalpha() and page.is_capital(stop)):
            break
        found = page.role(stop)
        last = found[0] if found else last
        stop += 1
    if of or last:
        return stop if of else last
    # a capital up to a Greek article is part of the title, one up to a name is whose it is
    closed = page.norm(stop) in page.words.of and page.is_capital(at)
    named = page.organization(at) or page.norm(at) in page.words.given
    return stop if stop > at and closed and not named else 0


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
    if norm == "," and small and not page.verb(at + 1) and page.norm(at + 1) not in words.function:
        for k in range(at + 2, min(at + 14, end - 1)):
            if page.norm(k) == ",":
                name = name_at(page, k + 1, end)
                full = name is not None and not is_strong(page, name)
                return k if full and name and name[1] - name[0] > 1 else at
            if not page.word(k)[:1].isalpha() or page.verb(k):
                break
    if norm in words.detail_heads and norm not in words.topics:
        return _detail(page, at, end)
    return at


def _detail(page: Page, at: int, end: int) -> int:
    """`ο επικεφαλής της Χ στην Ελλάδα, Π. Μ.`: past a detail that a name follows, else `at`."""
    first = max(at + 2, past_place(page, at + 1))  # `στη Νέα Υόρκη Π. Μ.`
    for k in range(at + 1, min(at + 10, end)):
        if page.norm(k) == ",":
            titled = 2 * (page.norm(k + 1) in page.words.titles and page.norm(k + 2) == ".")
            name = name_at(page, k + 1 + titled, end)
            several = name is not None and (titled or name[1] - name[0] > 1)
            return k if several and name and not is_strong(page, name) else at
        if page.is_capital(k) and k >= first and (page.norm(k - 1) not in page.words.articles):
            name = name_at(page, k, end)
            person = name and name[1] - name[0] > 1 and is_person(page, name, "m", ())
            if person:
                return k
        short = page.norm(k) == "(" and page.norm(k + 2) == ")"  # `της Τράπεζας του Σικάγο (ΤΣ), Π. Μ.`
        if page.verb(k) or not (page.word(k)[:1].isalpha() or short or page.norm(k - 2) == "("):
            break
    return at
