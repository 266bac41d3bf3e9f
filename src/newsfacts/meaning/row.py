"""A sentence as a short row of items: nouns, verbs, quantities and the small words between.

What never tells which noun a number belongs to is left out: hedges, dates, possessives, particles.
"""

from bisect import bisect_left
from collections.abc import Iterator

from newsfacts.meaning.items import ARTICLES, DROPPED, NOMINAL, Item, chunks, governs, leads, nominal, single
from newsfacts.meaning.rules import LETTERS
from newsfacts.meaning.sentence import Sentence

PREPOSITIONS = frozenset({"in", "from", "with", "by", "for", "versus", "prep"})
CLAUSE = frozenset({"relative", "break", "end"})
"""Where a clause begins or ends."""
ITEMS = 100
"""So many items of a sentence lie at most between an owner and its amount."""
_UNIT = 4
"""So many letters has the symbol of a unit at most."""
_AMOUNTS = frozenset({"in", "by", "quantity", "hedge", "object", "neuter"})
_LEADING = frozenset({"in", "for"})
_BRACKETS = frozenset({"open", "close"})


class Row:
    """The items of a sentence, with a letter for the roles of each."""

    def __init__(self, sentence: Sentence) -> None:
        """The items are made at once."""
        self.sentence = sentence
        self.items = list(_items(sentence))
        self.letters = "".join(LETTERS[item.roles] for item in self.items)
        self._brackets = [k for k, item in enumerate(self.items) if not _BRACKETS.isdisjoint(item.roles)]

    def __len__(self) -> int:
        """How many items there are."""
        return len(self.items)

    def has(self, at: int, role: str) -> bool:
        """Whether an item of this role stands at a place."""
        return 0 <= at < len(self.items) and role in self.items[at].roles

    def bracket(self, at: int) -> int | None:
        """Where the first bracket stands from a place on, an opening or a closing one."""
        row = bisect_left(self._brackets, at)
        return self._brackets[row] if row < len(self._brackets) else None

    def has_subject(self, at: int) -> bool:
        """Whether a noun that is a subject stands before a place."""
        return any(self.has(k, "nominative") for k in range(max(0, at - ITEMS), at))

    def is_index(self, at: int) -> bool:
        """`του S&P 500`: whether an owner with a number stands here, which is an index and no company."""
        return self.has(at, "owner") and self.has(at + 1, "number")

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
            _drop_comparison(row, relative=relative, definite=s.roles[at - 1] in ARTICLES)
            at, per = _counted(s, _past_unit(s, quantity.end))
            roles = {"quantity", "per" if per else "", "signed" if quantity.sign else ""} - {""}
            row.append(Item(quantity.start, quantity.end, frozenset(roles), quantity=quantity))
        elif _reckoned(s, at):
            row.append(Item(at, at + 1, frozenset({"verb", "level"}), tag=s.tags[at]))
            at += 1
        elif role == "date":
            _drop_prepositions(row)
            at += 1
        elif _says_nothing(s, at, role) or (role == "size" and row and "versus" in row[-1].roles):
            at += 1
        elif role in ARTICLES or nominal(s, at):
            phrase = chunks(s, at)
            at = phrase[-1].end
            if "sum" in phrase[0].roles:
                phrase = _summed(s, phrase, at)
            elif "time" in phrase[0].roles:
                _drop_prepositions(row)
            row += (item for item in phrase if "time" not in item.roles)
        else:
            row.append(single(s, at, role))
            at += 1
    return iter(row)


def _summed(s: Sentence, phrase: list[Item], at: int) -> list[Item]:
    """A sum alone says nothing, but `ποσό αυξημένο κατά 25%` and `το ύψος των εσόδων` do."""
    if len(phrase) > 1:
        return phrase
    if s.roles[at] != "genitive" or not nominal(s, at + 1):
        return []
    roles = {"noun", "nominative"} if phrase[0].article in ("subject", "neuter") else {"noun"}
    return [phrase[0]._replace(roles=frozenset(roles))]


def _says_nothing(s: Sentence, at: int, role: str) -> bool:
    if role == "sum":
        return leads(s, at)
    if role == "break" and s.roles[at - 1] == "comma" == s.roles[at + 1]:
        return True  # `οι εξαγωγές, ωστόσο, μειώθηκαν`
    if s.norms[at] == "+" and s.roles[at + 1] == "quantity":
        return True
    if role == "number" and (
        s.roles[at - 1] == "number" or s.roles[at + 1 : at + 3] == ["times", "quantity"]
    ):
        return True  # `έργα 2 x 45 MW`, `18,6 εκατ. χρήστες`
    if role == "word" and _how(s, at):
        return True
    if role == "point" or (
        role == "dash" and s.roles[at + 1] == "quantity" and s.reading.glued(s.first + at + 1)
    ):
        return True
    if role in DROPPED or (role in ("mark", "break") and leads(s, at)):
        return True
    return role in ARTICLES and not governs(s, at)


def _reckoned(s: Sentence, at: int) -> bool:
    """`Το κόστος, που αφορά 50 άτομα, υπολογίζεται σε 5 εκατ. ευρώ`: a verb of its own."""
    alone = s.roles[at] == "particle" and s.roles[at - 1] == "comma" and s.roles[at + 1] == "in"
    return alone and leads(s, at + 1)


def _how(s: Sentence, at: int) -> bool:
    """`έφτασε προσωρινά στα 5 ευρώ`: an adverb, for such a verb has no object there."""
    moves = s.roles[at - 1] == "level" or (s.roles[at - 1] == "verb" and s.tags[at - 1].change is not None)
    between = moves and s.roles[at + 1] in _AMOUNTS
    return between and at not in s.nouns and s.word(at).endswith(s.adverb_accents)


def _past_unit(s: Sentence, at: int) -> int:
    """The place after a unit that is said once more in brackets: `5 τεραβατώρες (TWh)`."""
    bracketed = s.roles[at] == "open" and s.roles[at + 1] in ("name", "word") and s.roles[at + 2] == "close"
    word = s.word(at + 1) if bracketed else ""
    return at + 3 if word.isascii() and word.isalpha() and len(word) <= _UNIT else at


def _counted(s: Sentence, at: int) -> tuple[int, bool]:
    """The place after what an amount is counted by (`ανά μετοχή`, `/MWh`); whether it is a price then."""
    if s.roles[at] == "per":
        while s.roles[at] == "per":
            at += 1
        return at, True
    if s.roles[at] in ("each", "joint") and s.roles[at + 1] in NOMINAL | {"unit"}:
        return at + 2, s.roles[at + 1] == "unit"
    return at, False


def _drop_comparison(row: list[Item], *, relative: bool, definite: bool) -> None:
    """`υψηλότερα από τα 5 εκατ.` hedges the number and says no movement; but `έχασε πάνω από 5%` does.

    So does `αυξήθηκε πάνω από 5 εκατ.` without an article, but `μειώθηκε κάτω από το 5%` tells a level.
    """
    if row and row[-1].roles == {"more"}:
        if not (relative and len(row) > 1 and "comma" in row[-2].roles):  # but `5 εκατ. ευρώ, χαμηλότερα 9%`
            row.pop()
    elif len(row) > 1 and "from" in row[-1].roles and row[-2].roles == {"more"}:
        place = row[-1]._replace(roles=frozenset({"in"}))
        led = len(row) > 2 and not _LEADING.isdisjoint(row[-3].roles)
        moved = len(row) > 2 and "mover" in row[-3].roles
        if moved and relative:
            relative = not (definite and row[-3].change == row[-2].change == "down")
        row[-2:] = [] if relative or led or (moved and not definite) else [place]


def _drop_prepositions(row: list[Item]) -> None:
    while row and not PREPOSITIONS.isdisjoint(row[-1].roles):
        row.pop()
