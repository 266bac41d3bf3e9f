"""Those who are told by how many they are: `δύο αναλυτές`, `πολλοί`, `τρεις στους δέκα`."""

from newsfacts.quotes.cast import Speaker
from newsfacts.quotes.mention import Mention
from newsfacts.quotes.page import Page
from newsfacts.quotes.quote_words import STOPS

_TOKENS_BACK = 60  # how far before a verb they may stand
_SHARE = 8


def are_some(page: Page, mention: Mention, first: int) -> bool:
    """`Δύο αναλυτές εκτιμούν`, `πάνω από 500 υπάλληλοι λένε`: whether a number of people opens a clause."""
    at = mention.start - 1
    if mention.kind != "nameless" or not (page.norm(at) in page.words.several or page.word(at).isdigit()):
        return False
    at = _past_hedge(page, at)
    before = page.norm(at - 1)
    opening = (page.words.linking | page.words.adverbs) - page.words.and_
    return at == first or before in STOPS or before in opening


def _past_hedge(page: Page, number: int) -> int:
    """`περίπου 500`, `πάνω από 500`: back to where a number begins with what hedges it."""
    words, before = page.words, page.norm(number - 1)
    if before in words.agent and page.norm(number - 2) in words.more:
        return number - 2
    return number - (before in words.hedged)


def many_before(page: Page, start: int, head: int) -> bool:
    """`Δύο πελάτες αναφέρουν ότι`, `Πολλοί λένε ότι`: who were not named, where a clause begins."""
    for token in range(max(start, head - _TOKENS_BACK), head):
        several = page.norm(token) in page.words.several
        people = several and page.norm(token + 1).endswith(page.words.many_endings)
        if (people and not page.form(token + 1, "date.unit")) or _is_share(page, token, head):
            return _opens(page, token, start)
    return False


def share_before(page: Page, start: int, head: int) -> bool:
    """`Έξι στους δέκα λένε ότι`, `Το 40% των στελεχών λέει ότι`: those who only make up a number."""
    near = range(max(start, head - _TOKENS_BACK), head)
    share = next((k for k in near if _is_share(page, k, head)), None)
    return share is not None and _opens(page, share, start)


def share_of(page: Page, start: int, particle: int) -> bool:
    """`με μόλις 19% των πολιτών να πιστεύει`: whether a share of people stands right before the particle."""
    share = start + (page.norm(start) in page.words.hedged)
    share += page.norm(share) in page.words.articles
    number = page.word(share)[:1].isdigit() and page.norm(share + 1) == "%"
    return number and page.norm(share + 2) in page.words.genitive and particle - share <= _SHARE


def _opens(page: Page, token: int, start: int) -> bool:
    """Whether a clause begins at a token, or at the article or hedge before it, and not in marks."""
    at = _past_hedge(page, token - (page.norm(token - 1) in page.words.subject))
    opens = at <= start or page.norm(at - 1) in page.words.opening or "\n" in page.word(at - 1)
    return opens and not page.marks_around(token)


def _is_share(page: Page, token: int, head: int) -> bool:
    """Whether so many of so many, a share of some, or a number right before a verb begins at a token."""
    words, after = page.words, page.norm(token + 1)
    digits = page.word(token)[:1].isdigit()
    if of_many(page, token):
        return True
    if digits and after == "%":
        of_some = token + 2 == head or page.norm(token + 2) in words.genitive
        return of_some and not _acts_first(page, token, head)
    acts = token + 1 == head or after.endswith(words.plural_verb_endings)
    return page.norm(token) in words.several and acts


def of_many(page: Page, token: int) -> bool:
    """`τρεις στους δέκα`, `8 στους 10`: whether so many of so many begin at a token."""
    words, of = page.words, page.norm(token + 1) in page.words.locative
    some = page.word(token)[:1].isdigit() or page.norm(token) in words.several | words.indefinite
    return of and some and (page.norm(token + 2) in words.several or page.word(token + 2)[:1].isdigit())


def _acts_first(page: Page, token: int, head: int) -> bool:
    """`Το 40% των εσόδων ανέβηκε και πρόσθεσε ότι`: whether `and` joins a verb to its own."""
    joined = page.norm(head - 1) in page.words.linking | page.words.and_
    return joined and any(page.norm(k).endswith(page.words.verb_endings) for k in range(token + 3, head - 1))


def is_several(page: Page, mention: Mention) -> bool:
    """`funds και ηγέτες εταιρειών`: people told by what they are, who are no subject of a verb of one."""
    if mention.kind != "nameless" or mention.role is None:
        return False
    return mention.plural or (
        not mention.case and page.norm(mention.role[0]).endswith(page.words.many_endings)
    )


def are_people(page: Page, speaker: Speaker) -> bool:
    """`Αναλυτές εκτιμούν ότι`: whether those who spoke are several, told by what they are."""
    if speaker.name or not speaker.role or speaker.start is None:
        return False
    return page.norm(page.token(speaker.start)).endswith(page.words.many_endings)


def some_of_whom(page: Page, head: int) -> bool:
    """`…, πολλοί από τους οποίους δήλωσαν`: whether some of several who were just named act at a verb."""
    words = page.words
    some = page.norm(head - 4) in words.several and page.norm(head - 3) in words.prepositions
    return some and page.norm(head - 1) in words.relatives
