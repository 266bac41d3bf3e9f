"""Who may be the subject of a verb, by the words around: pure questions of the mentions of a document."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newsfacts.quotes.bare_roles import is_second_role
from newsfacts.quotes.cues import Cue
from newsfacts.quotes.mentions import Mention, article_at, mention_at
from newsfacts.quotes.page import Page
from newsfacts.quotes.quote_words import STOPS
from newsfacts.quotes.roster import Cast
from newsfacts.quotes.some import are_some

SPEAK = ("person", "organization", "nameless", "company")
"""The kinds of mentions that may say something by what they are called."""

_EXAMPLES = 12
_PAST_NAME = 3
"""So many tokens before a title its office may end: a word of the house and a comma."""
_NEAR, _JOINED = 8, 20

NAMED = (*SPEAK, "same")

_UTTERED = frozenset({"quote", "clause", "last"})


def between(cast: Cast, start: int, limit: int) -> list[Mention]:
    """The mentions in a stretch outside of marks, in order, with the other nouns that are subjects."""
    if start >= limit:
        return []
    page = cast.page
    row = bisect_left(cast.starts, start)
    if row and cast.mentions[row - 1].end > start:
        row -= 1
    found: list[Mention] = []
    for mention in cast.mentions[row : bisect_left(cast.starts, limit)]:
        if mention.start >= limit:
            break
        around = page.marks_around(mention.start)
        if around and not (mention.name and around.open == mention.name[0] - 1):
            continue
        if mention.start < start or mention.end > limit:
            cut = mention_at(page, max(start, mention.start), limit, cast.late)
            if cut and cut.kind != "noun":
                found.append(cut)
            continue
        found.append(mention)
    return sorted([*found, *_nouns(cast, found, start, limit)], key=lambda m: m.start)


def _nouns(cast: Cast, found: Sequence[Mention], start: int, limit: int) -> Iterator[Mention]:
    """Things that are subjects: `η τιμή`."""
    page = cast.page
    taken = {k for m in found for k in range(m.start, m.end)}
    for token in range(start, limit):
        if page.norm(token) not in page.words.subject or token in taken or page.marks_around(token):
            continue
        article = article_at(page, token)
        if (
            article
            and page.word(token + 1)[:1].isalpha()
            and page.norm(token + 1) not in page.words.relatives
        ):
            yield Mention(
                token, token + 2, "noun", case=article.case, gender=article.gender, plural=article.plural
            )


def is_apposition(page: Page, mention: Mention, found: Sequence[Mention]) -> bool:
    """`ο ΟΔΑΝ, ο διαχειριστής του δικτύου, …`, `προς τον πρόεδρο της Χ, κ. Ρήγα, …`: who tells of another."""
    if page.norm(mention.start - 1) != ",":
        return False
    if mention.kind == "person" and mention.titled and not mention.case:
        near = range(mention.start - _PAST_NAME, mention.start)
        return any(m.end in near and m.kind == "nameless" and m.case and not m.subject for m in found)
    if mention.kind not in ("nameless", "company"):
        return False
    case = mention.case or "nominative"  # `όπως λένε στη Χ, ο πρόεδρος της Ψ ανέφερε`
    beside = [m for m in found if m.end == mention.start - 1 and m.kind == "organization"]
    return any(m.case in ("", case) and not _in_aside(page, m) for m in beside)


def _in_aside(page: Page, mention: Mention) -> bool:
    """`όπως μετέδωσε το Χ, ο πρόεδρος της Ψ ανέφερε`: whether somebody is the subject of an aside."""
    verb = page.reading.ending(mention.start, "quote.verb") is not None
    return verb and any(page.norm(k) in page.words.as_ for k in range(mention.start - 4, mention.start))


def after_preposition(page: Page, token: int) -> bool:
    """Whether a neuter article is an object's: `για το Χ`."""
    words = page.words
    token -= page.norm(token - 1) in words.pointing  # `σε αυτό το πλαίσιο`
    before = page.norm(token - 1)
    return (
        (before in words.prepositions and before not in words.adverbs)  # `δημοσίευσε χθες το Χ`
        or before in words.lists["concerning"]
        or before in words.topics
        or before in words.with_
        or before in words.agent
    )


def can_speak(page: Page, mention: Mention) -> bool:
    """Whether a subject by its article may say something: a neuter one may be an object."""
    if mention.kind not in NAMED or _is_example(page, mention):
        return False
    if mention.gender != "n":
        return True
    if page.norm(mention.start - 1) in page.words.seats or after_preposition(page, mention.start):
        return False
    if mention.kind == "organization" and mention.name and page.norm(mention.name[0]) in page.words.places:
        return False
    # `το μέλος του Δ.Σ., Π. Μ.`
    return mention.kind in ("organization", "company", "nameless") or mention.role is not None


def _is_example(page: Page, mention: Mention) -> bool:
    """`εταιρείες όπως η Χ και η Ψ`: one of several that are named as examples, which do nothing."""
    words, at = page.words, mention.start - 1
    listed = words.and_or_comma | words.articles
    while at > mention.start - _EXAMPLES and (page.norm(at) in listed or page.is_capital(at)):
        at -= 1
    return page.norm(at) in words.as_ and page.verb(mention.end) is None and not page.is_capital(at)


def is_where(page: Page, mention: Mention) -> bool:
    """`απόφαση δικαστηρίου στις ΗΠΑ, που έκρινε ότι`: a place that tells where, and says nothing."""
    words = page.words
    if mention.name is None or not {page.norm(mention.start - 1), page.norm(mention.start)} & words.locative:
        return False
    return page.norm(mention.name[0]) in words.lands


def in_subordinate(page: Page, token: int, first: int, head: int) -> bool:
    """Whether a subject belongs to a clause that ends before the verb at `head`: `που ανέλαβε η Χ, …`."""
    words, verb = page.words, False
    if page.norm(token - 2) == words.subjunctive and token - 2 >= first:
        return True  # `την προσπάθεια να κερδίσει η Χ`
    for k in range(token - 1, max(first, token - 14) - 1, -1):
        norm = page.norm(k)
        if norm in (".", ";", ":") or k in page.closes:
            return False
        if norm == ",":
            return False
        if _asks(page, k, first):
            return True  # `Ερωτηθείς ποιος ήταν ο στόχος απάντησε`
        if norm in words.relatives or norm in words.subordinators or (norm in words.that and k < token):
            after = any(page.norm(i) == "," for i in range(token, head))
            near = norm in words.relatives and token - k > 1
            return near or after
        verb = verb or page.verb(k) is not None
    return False


def in_question(page: Page, token: int, first: int, head: int) -> bool:
    """`δεν είπε τι σκέφτεται ο Χ, τόνισε όμως ότι`: whether a subject is of what is asked."""
    words = page.words
    for k in range(token - 1, max(first, token - _NEAR), -1):
        if not page.word(k).isalpha():
            return False
        if page.norm(k) in words.asking:
            return any(page.norm(i) == "," for i in range(token, head))
    return False


def _asks(page: Page, token: int, first: int) -> bool:
    """Whether a word begins what somebody was asked: `Σε ερώτηση αν θα ανέβει η τιμή απάντησε`."""
    words, norm = page.words, page.norm(token)
    if norm not in words.asking and norm not in words.subordinators:
        return False
    if norm in words.asking and page.norm(first) in words.speaking:
        return True
    return any(page.norm(k) in words.inquiries for k in range(max(first, token - 4), token))


def bare_subject(page: Page, mention: Mention, first: int) -> bool:
    """Whether a mention without an article may be a subject: where a clause begins, or with a title."""
    if mention.case:
        return False
    words, before = page.words, page.norm(mention.start - 1)
    opens = mention.start <= first or before in STOPS or before in words.linking or before in words.adverbs
    opens = (
        opens
        or before in words.indefinite
        or "\n" in page.word(mention.start - 1)
        or mention.start - 1 in page.closes
    )
    opens = opens or (before in words.relatives and mention.kind == "nameless")  # `που αναλυτές εκτιμούν`
    opens = opens or are_some(page, mention, first)
    if not opens and not mention.titled:
        return False
    if mention.kind == "nameless":
        return mention.plural or before not in words.and_ or not is_second_role(page, mention.start - 1)
    if mention.kind == "organization":
        return before in words.indefinite or mention.start <= first or "\n" in page.word(mention.start - 1)
    single = mention.name is not None and mention.name[1] - mention.name[0] == 1
    if single and not mention.titled and not mention.role and before in STOPS and mention.start > first:
        return False
    return mention.kind == "person"


def opens_phrase(page: Page, token: int) -> bool:
    """Whether an attribution starts at a token: `Σύμφωνα με`."""
    return page.form(token, "quote.phrase") is not None


def several_before(cast: Cast, first: int, stop: int) -> Mention | None:
    """Several people who are told by what they are, the last before a token."""
    found = between(cast, max(first, stop - _EXAMPLES), stop)
    several = [m for m in found if m.kind == "nameless" and (m.plural or not m.case)]
    return several[-1] if several else None


def is_asker(page: Page, mention: Mention, cue: Cue) -> bool:
    """`όταν του ζήτησε ο Χ να …, απάντησε ότι`: whether a mention is of somebody who gets an answer."""
    asks = page.norm(mention.start - 1) in page.words.asks
    return asks and any(page.norm(k) in page.words.replying for k in range(cue.start, cue.end))


def is_object(page: Page, cue: Cue, mention: Mention) -> bool:
    """Whether a neuter name behind a verb is its object: `χαρακτήρισε το Χ «Q»`, `προειδοποίησε το Χ ο Ψ`."""
    if cue.what != "verb":
        return False
    follows = page.norm(mention.end) in page.words.subject_not_neuter
    return not cue.says.frames & _UTTERED or (cue.says.addressed and follows)


def names_time(page: Page, token: int) -> bool:
    """Whether a day or a time stands at a token, which does nothing."""
    timed = ("date.weekday", "date.month", "date.unit", "date.shift", "date.adjective")
    return any(page.form(token, name) for name in timed) or page.norm(token) in page.words.times


def is_adjacent(page: Page, noun: Mention, head: int) -> bool:
    """Whether a thing stands right before a verb, with no comma between."""
    return head - noun.start <= _NEAR and all(page.norm(k) != "," for k in range(noun.start, head))


def opens_with_noun(page: Page, opening: int, head: int) -> bool:
    """`Ο κηπουρός, μετά τη βροχή, είπε ότι`, `Η συμφωνία έκλεισε και προβλέπει ότι`: a noun that opens it."""
    noun = page.norm(opening) in page.words.subject_not_neuter and page.word(opening + 1).islower()
    near = any(page.norm(k) == "," for k in range(opening + 2, min(opening + _NEAR, head - 1)))
    joined = page.norm(head - 1) in page.words.and_ and all(page.norm(k) != "," for k in range(opening, head))
    return noun and ((near and page.norm(head - 1) == ",") or (joined and head - opening <= _JOINED))


def before_aside(page: Page, start: int, limit: int) -> int:
    """`δήλωσε, όπως μετέδωσε το Ζ, ότι`: where an aside begins, whose subject is another; else `limit`."""
    as_ = (k for k in range(start + 1, limit) if page.norm(k) in page.words.as_ and page.norm(k - 1) == ",")
    return next(as_, limit)
