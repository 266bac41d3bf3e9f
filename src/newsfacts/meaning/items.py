"""Items of a sentence: words in a row that play one part."""

from typing import NamedTuple

from newsfacts.meaning.sentence import Quantity, Sentence
from newsfacts.meaning.words import WORD, Tag

ARTICLES = frozenset({"subject", "neuter", "object", "genitive"})
DROPPED = frozenset({"hedge", "times", "particle", "quote", "each"})
_ALONE = frozenset({"genitive", "subject", "neuter", "object", "mark", "quote", "time"})
_VERBS = frozenset({"verb", "level", "show", "adds", "wipes"})
_NEARBY = frozenset({"size", "sum", "dimension", "mark", "rest"})
NOMINAL = _NEARBY | {"word", "name", "company", "risen", "more", "rise", "rate", "time", "glue"}
_PLAIN = frozenset({"word", "risen", "more", "hedge"})
_ADJECTIVES = 2
"""So many adjectives stand before a possessive and its noun."""
_LEADING = frozenset({"in", "from", "level", "more"})
_MARKS = frozenset({"mark", "rest"})
_SKIPPED = ARTICLES | DROPPED


class Item(NamedTuple):
    """Tokens of a sentence that play one part; `roles` are the names that rules know it by.

    `article` is the case that its article says; `change` the direction that it says by itself.
    """

    start: int
    end: int
    roles: frozenset[str]
    article: str | None = None
    tag: Tag = WORD
    quantity: Quantity | None = None
    word: int = 0
    """Of a noun that says a movement: where the word stands that says it."""

    @property
    def change(self) -> str | None:
        """The direction that it says by itself."""
        return self.tag.change


def leads(s: Sentence, at: int) -> bool:
    """Whether a quantity follows a word, with nothing but articles and hedges between."""
    skipped = _SKIPPED | {"from"} if s.roles[at] == "size" else _SKIPPED
    if s.roles[at] in _MARKS and s.roles[at - 1] not in ARTICLES | {"in"} and s.roles[at + 1] != "genitive":
        return False
    at += 1
    while s.roles[at] in skipped:
        at += 1
    return s.roles[at] == "quantity"


def governs(s: Sentence, at: int) -> bool:
    """Whether an article stands before a noun phrase, with hedges between: `του συνολικού μείγματος`."""
    return nominal(s, _past_hedges(s, at + 1))


def _past_hedges(s: Sentence, at: int) -> int:
    """The place after hedges and a possessive that follows one: `τα συνολικά της έσοδα`."""
    while s.roles[at] in ("quote", "hedge"):
        at += 1
    owned = s.roles[at - 1] == "hedge" and s.roles[at] == "genitive" and s.roles[at - 2] in ARTICLES
    return at + 1 if owned and nominal(s, at + 1) else at


def nominal(s: Sentence, at: int) -> bool:
    """Whether a word may be part of a noun phrase where it stands."""
    role = s.roles[at]
    if role == "quote":
        return nominal(s, at + 1)
    return role in NOMINAL and not (role in _NEARBY and leads(s, at))


def _joins(s: Sentence, at: int) -> bool:
    """A slash or a dash with no blank around it: `Δανεισμός/EBITDA`, `τιμή-στόχος`."""
    if s.roles[at] not in ("joint", "dash") or not nominal(s, at + 1):
        return False
    here = s.first + at
    return s.reading.glued(here) and s.reading.glued(here + 1)


def _inside(s: Sentence, start: int, at: int) -> bool:
    """`τις λειτουργικές της δαπάνες`: a possessive before a measure that is in no genitive itself.

    But `τα έσοδα της κινητής`, `η αύξηση της τιμής` have a genitive behind them.
    """
    if s.roles[at] != "genitive" or at + 1 not in s.nouns:
        return False
    ends = [s.nouns[k][0] for k in range(start, at) if k in s.nouns]
    if ends:
        return max(ends) > at + 1  # `την ενεργειακή της απόδοση`, told as one
    word = s.word(at + 1)
    plain = all(s.roles[k] in _PLAIN for k in range(start, at)) and at - start <= _ADJECTIVES
    return plain and word.islower() and not word.isascii() and not s.norms[at + 1].endswith(s.genitives)


def chunks(s: Sentence, at: int) -> list[Item]:
    """The noun phrase that begins at a place, in one item or two."""
    article = None
    if s.roles[at] in ARTICLES:
        article, at = s.roles[at], at + 1
    else:
        article = _article_before_date(s, at)
    at = _past_hedges(s, at) if article is not None else at
    while s.roles[at] in ("quote", "hedge"):
        at += 1
    end = at + 1
    while nominal(s, end) or _joins(s, end) or (article not in (None, "genitive") and _inside(s, at, end)):
        if s.roles[end] == "quote" and s.roles[end + 1] not in NOMINAL:
            break
        end += 1
    if s.roles[end] == "sum" and leads(s, end):
        return [_noun(s, end, end + 1, None)]  # adjectives of the sum
    if end == at + 1 and s.roles[end] == "mark" and s.roles[at] == "word" and leads(s, end):
        # `στον μεσοπρόθεσμο στόχο του 2%` is `στο 2%`, but `ανέβασε τον ετήσιο στόχο των 5 εκατ. ευρώ`
        led = s.roles[at - 1 if article is None else at - 2] in _LEADING
        item = _noun(s, at, end + 1, article)
        return [item._replace(roles=frozenset({"sum"})) if led else item]
    if article == "subject":
        at = _nationality(s, at, end)
    named = _named(s, at, end)
    if named > at:
        return [_noun(s, at, named, article), _noun(s, named, end, None)]
    if end - at > 1 and s.roles[end - 1] in ("risen", "more"):
        return [_noun(s, at, end - 1, article), _noun(s, end - 1, end, None)]
    return [_noun(s, at, end, article)]


def _named(s: Sentence, at: int, end: int) -> int:
    """Where a measure begins behind a name that is none of its words: `στην Alpha πρόστιμο`."""
    firm = s.roles[at] == "company" and s.roles[at + 1] == "name"  # `στον όμιλο Alpha πρόστιμο`
    stop = at + firm
    led = s.roles[at - 1] == "in"
    while stop < end and (_foreign(s, stop) or (led and s.roles[stop] == "name" and stop not in s.nouns)):
        stop += 1
    # `στην Alpha διοικητικό πρόστιμο`, or behind an adjective
    other = stop in s.nouns or stop + 1 in s.nouns or s.roles[at - 2] in ARTICLES
    return stop if stop < end and other else at


def _nationality(s: Sentence, at: int, end: int) -> int:
    """Where the name begins in `η γαλλική Alba έργα 30 MW`: what follows is another phrase."""
    if at + 2 >= end or s.roles[at] != "word" or at in s.nouns or not _foreign(s, at + 1):
        return at
    stop = at + 1
    while stop < end and _foreign(s, stop):
        stop += 1
    return at + 1 if stop < end and s.roles[stop] == "word" else at


def _foreign(s: Sentence, at: int) -> bool:
    return s.roles[at] == "name" and (s.word(at).isascii() or s.word(at).isupper())


def _article_before_date(s: Sentence, at: int) -> str | None:
    """`του φετινού προϋπολογισμού`: the article stands before an adjective that is a date."""
    first = at
    while s.roles[first - 1] == "date":
        first -= 1
    return s.roles[first - 1] if first < at and s.roles[first - 1] in ARTICLES else None


def _rate(s: Sentence, at: int) -> bool:
    return at in s.nouns and s.nouns[at][1].measure == "rate"


def _movement(s: Sentence, start: int, end: int) -> int | None:
    """The word that says a movement: in `η μεγαλύτερη πτώση` the noun, not the adjective before it."""
    words = [at for at in range(start, end) if s.tags[at].change is not None]
    return next((at for at in words if s.roles[at] == "rise"), words[0] if words else None)


def _noun(s: Sentence, start: int, end: int, article: str | None) -> Item:
    roles = {s.roles[at] for at in range(start, end)} - {"quote", "joint", "dash"}
    said = _movement(s, start, end)
    if said is not None and any(_rate(s, at) for at in range(start, said)):
        said = None  # `ρυθμός αύξησης` is a level
    tag, word = (WORD, start) if said is None else (s.tags[said], said)
    if roles <= {"time"}:
        kind = {"time"}
    elif roles == {"sum"}:
        kind = {"sum"}
    elif roles <= {"name"}:
        kind = {"name"}
    elif roles <= {"risen", "more"} and said is not None:
        kind = {tag.role}
    else:
        kind = {"genitive" if article == "genitive" else "noun"}
        if said is not None:
            kind.add(tag.role)
    if article == "genitive" and "name" in kind:
        kind.add("owner")
    if article in ("subject", "neuter") and "noun" in kind:
        kind.add("nominative")
    return Item(start, end, frozenset(kind), article, tag, word=word)


def single(s: Sentence, at: int, role: str) -> Item:
    """A word that is an item by itself."""
    tag = s.tags[at]
    roles = {role}
    if role in _ALONE:
        return Item(at, at + 1, frozenset({"end"}), tag=tag)
    if role in _VERBS:
        roles.add("verb")
        if tag.change is not None:
            roles.add("mover")
        if tag.measures:
            roles.add("sayer")
    return Item(at, at + 1, frozenset(roles), tag=tag)
