"""A quantity that is asked about, and what can be found out of the row around it."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from newsfacts.grammar import Source
from newsfacts.meaning.items import Item
from newsfacts.meaning.phrases import Topic, measure_of, measured, opened, phrase, span, thing_in
from newsfacts.meaning.row import Row
from newsfacts.meaning.sentence import Quantity
from newsfacts.meaning.subjects import absolute, heads_before, own_subject
from newsfacts.meaning.words import Words

_NOUNS = frozenset({"noun", "genitive"})
_JOINTS = frozenset({"comma", "and", "close"})
_VERBS = frozenset({"verb", "copula"})
_CLAUSE = frozenset({"relative", "verb", "copula", "quantity", "break", "end"})
_INNER = frozenset({"name", "owner"})
_TELLER = frozenset({"verb", "noun", "name", "genitive", "owner"})
_REACH = 40
_ASIDE = frozenset({"in", "from", "prep", "versus"})
_HAD = _NOUNS | {"quantity"}

Plain = Callable[[], Row | None]
"""Reads the sentence right before, where it holds no quantity."""


class Before(NamedTuple):
    """What was told of in the sentence before, and in which unit."""

    topic: Topic
    unit: str


class Said(NamedTuple):
    """What is found out of one quantity: its topic, the movement, and the production that told."""

    topic: Topic = Topic()
    change: str | None = None
    source: Source | None = None
    verb: int | None = None
    """The item that says how: a verb, or a noun of movement."""


class Asked(NamedTuple):
    """A quantity with what stands around it and what is known so far."""

    row: Row
    words: Words
    done: Mapping[int, Said]
    last: int | None
    at: int
    quantity: Quantity
    before: Before | None
    plain: Plain
    moves: bool = False

    @property
    def relative(self) -> bool:
        """Whether any measure may be told in it: a movement in percent or as a multiple."""
        quantity = self.quantity
        moves = self.moves or quantity.sign is not None or quantity.fact.text.isalpha()
        return quantity.relative and moves

    @property
    def kind(self) -> str:
        """The kind of the quantity."""
        return self.quantity.kind


def fits(asked: Asked, noun: int) -> bool:
    """Whether a noun is a measure that is told in this kind."""
    row = asked.row
    if measured(row, noun, asked.kind, relative=asked.relative):
        return True
    item = row.items[noun]
    through = not asked.words.through.isdisjoint(row.sentence.norms[item.start : item.end])
    # `το ύψος των εσόδων` is told of what stands in the genitive
    of = through and row.has(noun + 1, "genitive")
    return of and measured(row, noun + 1, asked.kind, relative=asked.relative)


def told(asked: Asked, noun: int) -> bool:
    """Whether a noun is a measure, or a thing that stands for one beside this kind."""
    item = asked.row.items[noun]
    return fits(asked, noun) or thing_in(asked.row, item, asked.kind, asked.words) is not None


_WORTH = 1e8
"""What is worth less may be a thing that is called by a name."""


def topic_of(asked: Asked, noun: int, stop: int | None = None) -> Topic:
    """A noun with its complements, up to an item, as a topic."""
    row = asked.row
    chunks = phrase(row, noun, len(row) if stop is None else stop)
    topic = topic_of_chunks(asked, chunks, noun)
    explained = noun + len(chunks) + 1
    if row.has(explained - 1, "open") and row.has(explained + 1, "close") and fits(asked, explained):
        short = topic_of_chunks(asked, [row.items[explained]], explained)
        return topic._replace(measure=short.measure)  # `λειτουργικές ζημίες (EBIT)`
    return topic._replace(measure="valuation") if topic.measure is None and _worth(asked, noun) else topic


def _worth(asked: Asked, noun: int) -> bool:
    """`η αξία της Alpha έφτασε τα 3 δισ.`: what a company is worth."""
    item, fact = asked.row.items[noun], asked.quantity.fact
    alone = asked.row.sentence.norms[item.end - 1] in asked.words.by_value and asked.row.has(
        noun + 1, "owner"
    )
    return alone and asked.kind == "money" and max(fact.low or 0, fact.high or 0) >= _WORTH


def topic_of_chunks(asked: Asked, chunks: list[Item], noun: int) -> Topic:
    """The items of a phrase as a topic."""
    signed = asked.quantity.sign is not None and not asked.moves
    measure = measure_of(
        asked.row, chunks, asked.kind, asked.words, relative=asked.relative, moves=not signed
    )
    start, end = span(asked.row, chunks) or (None, None)
    if start is not None and end is not None and _describes_name(asked, start, end):
        start = end = None
    if start and asked.row.sentence.norms[start - 1] in asked.words.negated:
        start -= 1  # `μη επιστρεπτέα επιχορήγηση`
    return Topic(start, end, measure, noun)


def _describes_name(asked: Asked, start: int, end: int) -> bool:
    """`της γερμανικής Beta`, `το νέο Nova`: adjectives that a name follows name nothing themselves."""
    s, words = asked.row.sentence, asked.words
    return s.roles[end] == "name" and (words.nations | words.fresh).issuperset(s.norms[start:end])


def subject(asked: Asked, before: int) -> Topic | None:
    """What a verb is told of: the nearest measure before it in the clause, else the nearest noun."""
    antecedent = _antecedent(asked, before)
    if antecedent is not None:
        return antecedent
    if own_subject(asked.row, before):
        return None
    nearest = None
    for at in heads_before(asked.row, before):
        if nearest is not None and (_another(asked.row, at, nearest) or absolute(asked.row, nearest, before)):
            break
        if fits(asked, at):
            return topic_of(asked, at, asked.at)
        if nearest is None or (_acts(asked.row, at) and not _acts(asked.row, nearest)):
            nearest = at
    after = _noun_after(asked)
    if after is not None and (nearest is None or fits(asked, after)):
        return topic_of(asked, after)
    if nearest is None or not _acts(asked.row, nearest):
        # `το ποσοστό όσων δεν γνωρίζουν τη χώρα ανέρχεται στο 4%`
        nearest = nearest if (whole := _before_relative(asked, before)) is None else whole
        part = asked.quantity.fact.unit == "%" and asked.row.has(asked.at + 1, "genitive")
        if nearest is None and not part:  # but `θέσεις που αντιστοιχούν στο 36% του συνόλου`
            return _antecedent(asked, before, any_noun=True)
    return None if nearest is None else topic_of(asked, nearest, asked.at)


def _before_relative(asked: Asked, before: int) -> int | None:
    """`Το ποσοστό των πολιτών που λένε ότι ξέρουν έφτασε το 5%`: a measure with a clause of its own."""
    row = asked.row
    for at in range(before - 1, max(-1, before - _REACH), -1):
        if row.has(at, "end"):
            return None
        if row.has(at, "nominative") and fits(asked, at):
            behind = at + 1
            while row.has(behind, "genitive") or row.has(behind, "owner"):
                behind += 1
            return at if row.has(behind, "relative") else None
    return None


def _antecedent(asked: Asked, before: int, *, any_noun: bool = False) -> Topic | None:
    """The measure that a relative clause is told of: `από τις δαπάνες, που έφτασαν τα 5 εκατ.`.

    `any_noun`: what is no measure too, as in `κάμψη είχαν οι εισαγωγές, που έφτασαν το 4%`.
    """
    row, at = asked.row, before - 1
    while before == asked.at and at > 0 and not row.any(at, _VERBS):
        at -= 1
    at -= before == asked.at
    while at > 0 and not row.any(at, _CLAUSE):
        at -= 1
    at = _past_that(asked, at)
    if not row.has(at, "relative"):
        return None
    at -= 2 if row.has(at - 1, "comma") else 1
    if at in asked.done:
        return asked.done[at].topic  # `5 εκατ. ευρώ, ποσό που μειώθηκε κατά 15%`
    at = opened(row, at) - 1 if row.has(at, "close") else at  # `τα κέρδη (EBIT), τα οποία έφτασαν`
    while at > 0 and (row.any(at, _INNER) or _of_firm(row, at)):
        at -= 1
    while any_noun and at > 0 and row.has(at, "genitive"):
        at -= 1  # `από τον μέσο όρο των χωρών, που ήταν 5 ευρώ`
    if not row.any(at, _NOUNS) or "rise" in row.items[at].roles:
        return None
    return topic_of(asked, at) if any_noun or fits(asked, at) else None


def _of_firm(row: Row, at: int) -> bool:
    """`τα έσοδα της εταιρείας, τα οποία …`: whose they are stands between."""
    item = row.items[at]
    return row.has(at, "genitive") and "company" in row.sentence.roles[item.start : item.end]


def _past_that(asked: Asked, at: int) -> int:
    """`τα κέρδη, τα οποία αναλυτές εκτιμούν ότι φτάνουν τα 5 εκατ.`: who tells it stands between."""
    row = asked.row
    if not row.has(at, "break") or row.sentence.norms[row.items[at].start] not in asked.words.that:
        return at
    back = at - 1
    while back > 0 and row.any(back, _TELLER):
        back -= 1
    return back if row.has(back, "relative") else at


def _another(row: Row, at: int, nearest: int) -> bool:
    """Whether the nearest noun is subject of a clause of its own: `έσοδα 5 εκατ., ο όγκος έφτασε …`."""
    item = row.items[nearest]
    if "nominative" not in item.roles or not row.any(nearest - 1, _JOINTS):
        return False
    if any(row.sentence.roles[k] == "company" for k in range(item.start, item.end)):
        return False
    return any(row.has(k, "quantity") for k in range(at, nearest))


def _acts(row: Row, at: int) -> bool:
    """Whether a noun may be a subject, by its article; `με τις τιμές να πέφτουν` has another one."""
    return row.items[at].article != "object" or row.has(at - 1, "with")


def _noun_after(asked: Asked) -> int | None:
    """The subject behind its number: `στα 5 εκατ. ανήλθαν τα έσοδα`."""
    row, at = asked.row, asked.at + 1
    at += row.has(at, "comma") and row.has(at + 1, "show")  # `αύξηση 5%, σημείωσαν τα έσοδα`
    while row.has(at, "verb") or row.has(at, "owner") or (row.any(at, _ASIDE) and row.any(at + 1, _HAD)):
        at += 2 if row.any(at, _ASIDE) else 1
    at += row.has(at, "and") and row.has(at - 1, "verb")  # `πτώση 5% είχαν και οι πωλήσεις`
    if row.has(at, "noun") and row.items[at].article in ("subject", "neuter"):
        return at
    return None
