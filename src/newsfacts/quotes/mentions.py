"""Who is named in a text, place by place: people, organisations, and those who are named by role only.

Ask with `mentions_of(page)` for all mentions of a document, in order, none inside another:

    page = extractor.page(reading)         # of a `QuoteExtractor`
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
from itertools import chain

from newsfacts.quotes.appointed import with_appointments
from newsfacts.quotes.leading import names_nobody, past_genitives, start_before
from newsfacts.quotes.mention import NOBODY_KNOWN, Known, Late, Mention, Told, article_at, known_of, opened
from newsfacts.quotes.name_signs import is_prefixed
from newsfacts.quotes.page import ADDRESS, Page
from newsfacts.quotes.shared import with_fields_of_office, with_shared_roles

_LONGEST, _MOST_BEFORE = 48, 8
# letters that start a word and are no small Latin or Greek ones, `xAI` and `newsroom.gr`; each begins with
# the sign that it is about, so that the search skips the others fast
_CAPITAL = re.compile(r"[^\W\d_a-z\u03ac-\u03ce](?<!\w.)")
_CAPITAL_INSIDE = re.compile(rf"(?=[a-z\d])(?:(?<!\w)(?:[a-z]+|\d{{1,3}})[A-Z]|(?<![\w.]){ADDRESS})")


def mention_at(page: Page, start: int, end: int, known: Known = NOBODY_KNOWN) -> Mention | None:
    """The mention that starts at a token with its article, up to token `end`."""
    end = min(end, start + _LONGEST)
    place = start, end
    if place in page.read:
        read: Mention | None = page.read[place]
        return read
    people, firms = Late(lambda: known.people), Late(lambda: known.firms)
    mention = _starting(page, start, end, Known(people, firms))
    if not people.asked and not firms.asked:
        page.read[place] = mention  # whatever else becomes known, it stays so
    return mention


def _starting(page: Page, start: int, end: int, known: Known) -> Mention | None:
    """Reads the rule of mentions behind the article and the small words there, up to a noun or name."""
    naming = opened(page, start, end, known)
    at = naming.base.end
    if at == start and names_nobody(page, start):
        return None
    for _ in range(_MOST_BEFORE):
        hit = page.mention(naming, at) if at < naming.end else None
        if hit is None:
            break
        if isinstance(hit[1], Mention):
            return hit[1]
        at, naming = hit
    if naming.head:
        stop = past_genitives(page, naming.head + 1, end)
        return naming.base._replace(end=stop, kind="company", whose=naming.head)
    base = naming.base
    if not base.case or not page.word(base.start + 1)[:1].isalpha():
        return None
    return base._replace(end=min(end, base.start + 2))


def mentions_of(page: Page) -> tuple[Mention, ...]:
    """All mentions of a document that name somebody or something that can speak, in order."""
    pivots = _pivots(page)
    first = tuple(_all(page, pivots, NOBODY_KNOWN))
    known = known_of(page, first)
    if _tells(page, pivots, first, known):
        first = tuple(_all(page, pivots, Known(*known)))
    return with_appointments(page, with_fields_of_office(page, with_shared_roles(page, first)))


def _tells(page: Page, pivots: Sequence[int], mentions: Iterable[Mention], known: Told) -> bool:
    """Whether what is known tells anything of a name: one that stands somewhere by itself."""
    stems = known.people | known.firms
    if not stems:
        return False
    sure = {k for m in mentions if m.role or m.titled or m.end - m.start > 2 for k in range(m.start, m.end)}
    sure -= {k for m in mentions if m.organization for k in range(*m.organization)}
    return any(page.stem(k) in stems for k in pivots if k not in sure)


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
    matches = chain(_CAPITAL.finditer(page.text), _CAPITAL_INSIDE.finditer(page.text))
    found = {token for match in matches if (token := _exact(page, match.start())) >= 0}
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
