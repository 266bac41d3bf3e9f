"""A sentence as a short row of items: nouns, verbs, quantities and the small words between.

What never tells which noun a number belongs to is left out: hedges, dates, possessives, particles.
"""

from collections.abc import Iterator
from typing import NamedTuple

from newsfacts.meaning.rules import LETTERS
from newsfacts.meaning.sentence import Quantity, Sentence
from newsfacts.meaning.words import WORD, Tag

_NOMINAL = frozenset(
    {
        *(
            "word",
            "name",
            "risen",
            "more",
            "rise",
            "rate",
            "company",
            "dimension",
            "mark",
            "time",
            "size",
            "sum",
            "glue",
        )
    }
)
_ARTICLES = frozenset({"subject", "neuter", "object", "genitive"})
PREPOSITIONS = frozenset({"in", "from", "with", "by", "for", "versus", "prep"})
_DROPPED = frozenset({"hedge", "particle", "quote", "each"})
_ALONE = frozenset({"genitive", "subject", "neuter", "object", "mark", "quote", "time"})
_VERBS = frozenset({"verb", "level", "show"})
_NEARBY = frozenset({"size", "sum", "dimension", "mark"})
_LEADING = frozenset({"in", "for"})
_SKIPPED = _ARTICLES | _DROPPED


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


class Row:
    """The items of a sentence, with a letter for the roles of each."""

    def __init__(self, sentence: Sentence) -> None:
        """The items are made at once."""
        self.sentence = sentence
        self.items = list(_items(sentence))
        self.letters = "".join(LETTERS[item.roles] for item in self.items)

    def __len__(self) -> int:
        """How many items there are."""
        return len(self.items)

    def has(self, at: int, role: str) -> bool:
        """Whether an item of this role stands at a place."""
        return 0 <= at < len(self.items) and role in self.items[at].roles

    def any(self, at: int, roles: frozenset[str]) -> bool:
        """Whether an item of one of these roles stands at a place."""
        return 0 <= at < len(self.items) and not roles.isdisjoint(self.items[at].roles)


def _items(s: Sentence) -> Iterator[Item]:
    row: list[Item] = []
    quantities = {q.start: q for q in s.quantities}
    at, size = 0, len(s.tags)
    while at < size:
        role = s.roles[at]
        if role == "quantity":
            quantity = quantities[at]
            relative = quantity.relative and "mark" not in s.roles[max(0, at - 2) : at]
            _drop_comparison(row, relative=relative)
            at, per = _counted(s, quantity.end)
            roles = {"quantity", "per" if per else "", "signed" if quantity.sign else ""} - {""}
            row.append(Item(quantity.start, quantity.end, frozenset(roles), quantity=quantity))
        elif role == "date":
            _drop_prepositions(row)
            at += 1
        elif _says_nothing(s, at, role):
            at += 1
        elif role in _ARTICLES or _nominal(s, at):
            chunks = _chunks(s, at)
            at = chunks[-1].end
            if "sum" in chunks[0].roles:
                continue
            if "time" in chunks[0].roles:
                _drop_prepositions(row)
            else:
                row += chunks
        else:
            row.append(_single(s, at, role))
            at += 1
    return iter(row)


def _says_nothing(s: Sentence, at: int, role: str) -> bool:
    if role == "sum":
        return _leads(s, at)
    if s.norms[at] == "+" and s.roles[at + 1] == "quantity":
        return True
    if role == "point" or (
        role == "dash" and s.roles[at + 1] == "quantity" and s.reading.glued(s.first + at + 1)
    ):
        return True
    if role in _DROPPED or (role in ("mark", "break") and _leads(s, at)):
        return True
    return role in _ARTICLES and not _nominal(s, at + 1)


def _counted(s: Sentence, at: int) -> tuple[int, bool]:
    """The place after what an amount is counted by (`ανά μετοχή`, `/MWh`); whether it is a price then."""
    if s.roles[at] == "per":
        return at + 1, True
    if s.roles[at] in ("each", "joint") and s.roles[at + 1] in _NOMINAL | {"unit"}:
        return at + 2, s.roles[at + 1] == "unit"
    return at, False


def _drop_comparison(row: list[Item], *, relative: bool) -> None:
    """`υψηλότερα από τα 5 εκατ.` hedges the number and says no movement; but `έχασε πάνω από 5%` does."""
    if row and row[-1].roles == {"more"}:
        row.pop()
    elif len(row) > 1 and "from" in row[-1].roles and row[-2].roles == {"more"}:
        place = row[-1]._replace(roles=frozenset({"in"}))
        led = len(row) > 2 and not _LEADING.isdisjoint(row[-3].roles)
        row[-2:] = [] if relative or led else [place]


def _drop_prepositions(row: list[Item]) -> None:
    while row and not PREPOSITIONS.isdisjoint(row[-1].roles):
        row.pop()


def _leads(s: Sentence, at: int) -> bool:
    """Whether a quantity follows a word, with nothing but articles and hedges between."""
    skipped = _SKIPPED | {"from"} if s.roles[at] == "size" else _SKIPPED
    if s.roles[at] == "mark" and s.roles[at - 1] not in _ARTICLES | {"in"} and s.roles[at + 1] != "genitive":
        return False
    at += 1
    while s.roles[at] in skipped:
        at += 1
    return s.roles[at] == "quantity"


def _nominal(s: Sentence, at: int) -> bool:
    role = s.roles[at]
    if role == "quote":
        return _nominal(s, at + 1)
    return role in _NOMINAL and not (role in _NEARBY and _leads(s, at))


def _joins(s: Sentence, at: int) -> bool:
    """A slash or a dash with no blank around it: `Δανεισμός/EBITDA`, `τιμή-στόχος`."""
    if s.roles[at] not in ("joint", "dash") or not _nominal(s, at + 1):
        return False
    here = s.first + at
    return s.reading.glued(here) and s.reading.glued(here + 1)


def _chunks(s: Sentence, at: int) -> list[Item]:
    article = None
    if s.roles[at] in _ARTICLES:
        article, at = s.roles[at], at + 1
    else:
        article = _article_before_date(s, at)
    while s.roles[at] == "quote":
        at += 1
    end = at + 1
    while _nominal(s, end) or _joins(s, end):
        if s.roles[end] == "quote" and s.roles[end + 1] not in _NOMINAL:
            break
        end += 1
    if s.roles[end] == "sum" and _leads(s, end):
        return [_noun(s, end, end + 1, None)]  # adjectives of the sum
    if end - at > 1 and s.roles[end - 1] in ("risen", "more"):
        return [_noun(s, at, end - 1, article), _noun(s, end - 1, end, None)]
    return [_noun(s, at, end, article)]


def _article_before_date(s: Sentence, at: int) -> str | None:
    """`του φετινού προϋπολογισμού`: the article stands before an adjective that is a date."""
    first = at
    while s.roles[first - 1] == "date":
        first -= 1
    return s.roles[first - 1] if first < at and s.roles[first - 1] in _ARTICLES else None


def _rate(s: Sentence, at: int) -> bool:
    return at in s.nouns and s.nouns[at][1].measure == "rate"


def _noun(s: Sentence, start: int, end: int, article: str | None) -> Item:
    roles = {s.roles[at] for at in range(start, end)} - {"quote", "joint", "dash"}
    said = next((at for at in range(start, end) if s.tags[at].change is not None), None)
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


def _single(s: Sentence, at: int, role: str) -> Item:
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
