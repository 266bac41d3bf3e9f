"""Who is named in a text, place by place: people, organisations, and those who are named by role only.

Ask with `mentions_of(page)` for all mentions of a document, in order, none inside another:

    page = Page(reading, words)            # `words` as `QuoteExtractor.words`
    for mention in mentions_of(page):
        mention.kind                       # "person", "organization", "nameless", "company", "same"
        mention.name                       # tokens of the name; page.reading.span(*mention.name) is its text
        mention.case, mention.gender       # "nominative" where it may be a subject

or with `mention_at(page, token, end)` for the one that starts at a token. Offsets are token numbers, ends
exclusive; `page.reading.starts` and `ends` turn them into characters.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from newsfacts.quotes.leading import (
    is_head,
    is_pair,
    is_title,
    names_nobody,
    past_genitives,
    skip,
    stands_alone,
    start_before,
)
from newsfacts.quotes.mention import LATTER, NOBODY_KNOWN, Known, Late, Mention, Told, article_at
from newsfacts.quotes.names import is_genitive, is_prefixed, lists_genitives, name_at, starts_name
from newsfacts.quotes.naming import name_first, role_first
from newsfacts.quotes.page import ADDRESS, Page
from newsfacts.quotes.roles import role_at
from newsfacts.quotes.shared import with_shared_roles

_LONGEST = 48
# letters that start a word and are no small Latin or Greek ones, `xAI` and `newsroom.gr`
_CAPITAL = re.compile(
    rf"(?<!\w)[^\W\d_a-z\u03ac-\u03ce]|(?<!\w)(?:[a-z]+|\d{{1,3}})[A-Z]|(?<![\w.]){ADDRESS}"
)


def mention_at(page: Page, start: int, end: int, known: Known = NOBODY_KNOWN) -> Mention | None:
    """The mention that starts at a token with its article, up to token `end`."""
    end = min(end, start + _LONGEST)
    place = start, end
    mention: Mention | None
    if place in page.read:
        mention = page.read[place]
        return mention
    people, firms = Late(lambda: known.people), Late(lambda: known.firms)
    mention = _starting(page, start, end, Known(people, firms))
    if not people.asked and not firms.asked:
        page.read[place] = mention  # whatever else becomes known, it stays so
    return mention


def _starting(page: Page, start: int, end: int, known: Known) -> Mention | None:
    article = article_at(page, start)
    at = start + (article is not None)
    at += article is not None and page.norm(at) == page.norm(start)  # typed twice: `ο ο υπουργός`
    if article is None and names_nobody(page, start):
        return None
    if article is None and page.norm(start) in page.words.pronouns:
        return _pronoun(page, start)
    if article is None and page.norm(start) in page.words.indefinite:
        at = start + 1
    case, gender, plural = article or ("", "", False)
    base = Mention(start, at, "noun", case=case, gender=gender, plural=plural)
    if plural and is_pair(page, at):
        return base._replace(end=past_genitives(page, at + 2, end), kind="company", whose=at + 1)
    head = 0
    for _ in range(7):
        if at >= end:
            break
        found = _read(page, base, at, end, known, head)
        if found is not None:
            return found
        step, head, titled = _step(page, at, head, article is not None)
        if not step:
            break
        if titled:
            base = base._replace(titled=True)
        at += step
    if head:
        return base._replace(end=past_genitives(page, head + 1, end), kind="company", whose=head)
    if article is None or not page.word(start + 1)[:1].isalpha():
        return None
    return base._replace(end=min(end, start + 2))


def _step(page: Page, at: int, head: int, article: bool) -> tuple[int, int, bool]:
    """How many tokens stand here before a name, where the noun is, whether they are a title."""
    step, titled = skip(page, at, article)
    if not step and head and page.norm(at) in page.words.genitive and page.word(at + 1).islower():
        step = 2 * is_genitive(page, at + 1)
    noun = page.company(at)
    if noun and noun[0] > at + 1:
        step, head = noun[0] - at, noun[0] - 1
    if step and not titled and (page.norm(at) in page.words.companies or is_head(page, at)):
        head = head or at
    return step, head, titled


def _pronoun(page: Page, at: int) -> Mention | None:
    alone = page.norm(at + 1) not in page.words.articles and not page.is_capital(at + 1)
    gender = "f" if page.norm(at) in page.words.she else "m"
    return Mention(at, at + 1, "same", case="nominative", gender=gender) if alone else None


def _read(page: Page, base: Mention, at: int, end: int, known: Known, head: int) -> Mention | None:
    """The mention whose noun or name stands here, if one does."""
    words = page.words
    if page.norm(at) in words.same and base.case:
        return _same(page, base, at, end, known)
    if page.norm(at) in words.latter and base.case and stands_alone(page, at):
        return base._replace(end=at + 1, kind="same", whose=LATTER)
    if page.norm(at) in words.institutions and page.word(at).islower():
        return _institution(page, base, at, end)
    if page.norm(at) in words.nationalities and base.case and page.word(at + 1)[:1].isalpha():
        return None
    if is_title(page, at) and (page.norm(at + 1) == "." or page.is_capital(at + 1)):
        return None
    role = role_at(page, at, end)
    if role is not None and _is_ministry(page, base, at):
        role = None
    if role is not None and page.norm(role.tokens[1]) in words.companies:
        return None  # `η εκδότρια εταιρεία`
    if role is not None and not head and page.norm(at) not in words.companies:
        return role_first(page, base, role, end, known)
    if at in page.opens and (base.case or head):
        close = page.opens[at].close
        if close - at > 8 or close >= end:
            return None
        return base._replace(end=close + 1, kind="organization", name=(at + 1, close))
    particle = base.titled and page.norm(at) in words.particles and page.norm(at) not in words.articles
    if particle and page.word(at).islower():
        later = next((k for k in (at + 1, at + 2) if page.is_capital(k)), None)
        name = name_at(page, later, end) if later is not None else None
        return base._replace(end=name[1], kind="person", name=(at, name[1])) if name else None
    name = name_at(page, at, end, organization=bool(head))
    return name_first(page, base, name, end, known, head) if name else None


def _same(page: Page, base: Mention, at: int, end: int, known: Known) -> Mention | None:
    """`ο ίδιος`; `ο ίδιος ο Χ`; `το ίδιο άτομο`."""
    if page.norm(at + 1) in page.words.articles and at + 1 < end:
        return mention_at(page, at + 1, end, known)
    role = role_at(page, at + 1, end) if page.word(at + 1).islower() else None
    if role is not None:
        return role_first(page, base, role, end, known)
    return base._replace(end=at + 1, kind="same")


def _is_ministry(page: Page, base: Mention, at: int) -> bool:
    """`το ΥΠΕΝ`: an abbreviation that would be a minister's with another article."""
    return page.word(at).isupper() and not page.is_latin(at) and base.gender == "n"


def _institution(page: Page, base: Mention, at: int, end: int) -> Mention:
    """`η κυβέρνηση`, `το υπουργείο Υγείας`: its noun is its name."""
    stop = at + 1
    name = name_at(page, stop, end, organization=True) if stop < end else None
    if name and is_genitive(page, name[0]) and not page.is_latin(name[0]):
        stop = name[1]
        while page.is_capital(stop + 1) and (
            (page.norm(stop) in page.words.and_ and is_genitive(page, stop + 1))
            or (page.norm(stop) == "," and lists_genitives(page, stop, end))
        ):
            further = name_at(page, stop + 1, end, organization=True)
            stop = further[1] if further else stop + 2
    elif name and not starts_name(page, at):
        return base._replace(end=name[1], kind="organization", name=(at, name[1]))  # `η κυβέρνηση Χ`
    return base._replace(end=stop, kind="organization", name=(at, stop))


def mentions_of(page: Page) -> tuple[Mention, ...]:
    """All mentions of a document that name somebody or something that can speak, in order."""
    pivots = _pivots(page)
    first = tuple(_all(page, pivots, NOBODY_KNOWN))
    known = known_of(page, first)
    if _tells(page, pivots, first, known):
        first = tuple(_all(page, pivots, Known(*known)))
    return with_shared_roles(page, first)


def _tells(page: Page, pivots: Sequence[int], mentions: Iterable[Mention], known: Told) -> bool:
    """Whether what is known tells anything of a name: one that stands somewhere by itself."""
    stems = known.people | known.firms
    if not stems:
        return False
    sure = {k for m in mentions if m.role or m.titled or m.end - m.start > 2 for k in range(m.start, m.end)}
    sure -= {k for m in mentions if m.organization for k in range(*m.organization)}
    return any(page.stem(k) in stems for k in pivots if k not in sure)


def known_of(page: Page, mentions: Iterable[Mention]) -> Told:
    """The names of those who are surely people, and surely organisations."""
    people: set[str] = set()
    firms: set[str] = set()
    for mention in mentions:
        if mention.organization and mention.organization[1] - mention.organization[0] == 1:
            firms.add(page.stem(mention.organization[0]))
        if mention.kind != "person" or not mention.name:
            continue
        several = mention.name[1] - mention.name[0] > 1
        if mention.role or mention.titled or several:
            people.add(page.stem(mention.name[1] - 1))
    return Told(frozenset(people), frozenset(firms - people))


def _all(page: Page, pivots: Iterable[int], known: Known) -> Iterator[Mention]:
    done = limit = 0
    for pivot in pivots:
        if pivot < done:
            continue
        limit = limit if pivot < limit else _paragraph_end(page, pivot)
        start = start_before(page, pivot, done)
        mention = mention_at(page, start, limit, known)
        if start < pivot and (mention is None or mention.kind == "noun" or mention.end <= pivot):
            mention = mention_at(page, pivot, limit, known)
        if mention is not None and mention.kind != "noun" and mention.end > pivot:
            done = mention.end
            yield mention


def _pivots(page: Page) -> list[int]:
    """The tokens that a mention may be found by: capitals, roles, nouns of organisations."""
    found = {token for match in _CAPITAL.finditer(page.text) if (token := _exact(page, match.start())) >= 0}
    for first, last in page.shouted:
        found.difference_update(range(first, last))
    found = {k - 2 if page.norm(k - 1) == "-" and k > 1 and is_prefixed(page, k - 2) else k for k in found}
    for category in ("quote.role", "quote.company", "quote.same"):
        found.update(page.forms(category))
    return sorted(token for token in found if page.norm(token) not in page.words.articles)


def _exact(page: Page, offset: int) -> int:
    starts = page.reading.starts
    token = bisect_left(starts, offset)
    return token if token < len(starts) and starts[token] == offset else -1


def _paragraph_end(page: Page, token: int) -> int:
    return page.token(page.sentences.paragraph(page.reading.starts[token])[1])


__all__ = ["Known", "Late", "Mention", "Told", "article_at", "known_of", "mention_at", "mentions_of"]
