"""What a verb may be told of: the nouns before it in its clause, and a name that acts by itself."""

from collections.abc import Iterator

from newsfacts.meaning.phrases import opened
from newsfacts.meaning.row import PREPOSITIONS, Row

_NOT_SUBJECT = PREPOSITIONS - {"with"} | {"number"}
_INSIDE = 12
"""So many items before a name another clause begins."""
_VERB = 8
"""So many items before an amount its verb stands."""
_NAMES = frozenset({"name", "noun", "genitive"})
_JOINED, _PARTED = frozenset({"comma", "and"}), frozenset({"comma", "and", "close"})
_OWN = frozenset({"relative", "verb", "copula"})
_VERBS, _STOPS = frozenset({"verb", "copula"}), frozenset({"break", "comma", "end"})
_REACH = 60
"""So many items before a number or verb its noun may stand."""


def name_acts(row: Row, verb: int) -> bool:
    """Whether a name right before a verb may be its subject: `Η Alpha έπεσε`, but not `Στη Γαλλία έπεσε`.

    So also in `με την Alpha να πέφτει`.
    """
    described = _described(row, verb - 1)
    if described is not None:
        return True
    if not row.has(verb - 1, "name"):
        return False
    return _absolute_name(row, verb) or not row.any(verb - 2, PREPOSITIONS)


def _described(row: Row, at: int) -> int | None:
    """The noun that only says who a name is: `Η Alpha, μεγάλη κερδισμένη της χρονιάς, έπεσε 3%`.

    It is the only thing between two commas, right behind the name; `at` is the second of them.
    """
    if not row.has(at, "comma"):
        return None
    noun = at - 1
    while row.has(noun, "genitive") or row.has(noun, "owner"):
        noun -= 1
    if row.has(noun - 1, "in") or row.has(noun - 1, "for"):
        noun -= 2  # `Η Alpha, ηγέτιδα στον κλάδο, …`
    named = row.has(noun, "noun") and row.has(noun - 1, "comma") and row.has(noun - 2, "name")
    if not named or row.items[noun - 2].article != "subject" or row.any(noun - 3, PREPOSITIONS):
        return None
    item = row.items[noun]
    own = any(k in row.sentence.nouns for k in range(item.start, item.end))
    return None if own or item.article not in (None, "subject") else noun


def _absolute_name(row: Row, verb: int) -> bool:
    """`με την Alpha να πέφτει 3% και τη Beta να χάνει 2%`: who has a clause of its own."""
    led = row.has(verb, "verb") and row.sentence.roles[row.items[verb].start - 1] == "particle"
    if led and row.has(verb - 1, "name") and row.has(verb - 2, "and") and row.has(verb - 3, "name"):
        return row.has(verb - 4, "with")  # `με τις Alpha και Beta να πέφτουν 2%`
    joined = row.any(verb - 2, _JOINED) and row.items[verb - 1].article == "object"
    return led and row.has(verb - 1, "name") and (row.has(verb - 2, "with") or joined)


def absolute(row: Row, noun: int, verb: int) -> bool:
    """Whether a noun has a clause of its own: `με τις ταξινομήσεις να αυξάνονται`."""
    joined = any(row.any(k, _PARTED) for k in range(noun, verb))
    acts = row.has(verb, "verb") or (
        row.has(verb - 1, "level") and row.sentence.roles[row.items[verb - 1].start - 1] == "particle"
    )
    return row.has(noun - 1, "with") and acts and not joined


def _led_bare(row: Row, at: int) -> bool:
    """`πωλήσεις αυτοκινήτων με μπαταρία`: no subject, for it has no article."""
    item = row.items[at]
    if item.article is not None or any(k in row.sentence.nouns for k in range(item.start, item.end)):
        return False
    return row.has(at - 1, "with")


def _joined_aside(row: Row, at: int) -> bool:
    """`έφτασε σε 5.000 νοικοκυριά και επιχειρήσεις, σημειώνοντας …`: joined with what is no subject."""
    joined = row.has(at - 1, "and") and row.has(at - 2, "noun") and row.items[at].article is None
    return joined and row.has(at - 3, "number") and row.any(at - 4, PREPOSITIONS)


def among_places(row: Row, at: int) -> int | None:
    """Where the preposition of a list stands: `στη Γαλλία, την Ισπανία και την περιοχή του Ρήνου`."""
    k = at
    if row.items[at].article == "neuter" and not row.has(at - 1, "and"):
        return None  # `Στη Μεσόγειο, τα πλαστικά αποτελούν …`
    while row.items[k].article in ("object", "neuter") and row.any(k - 1, _JOINED) and row.any(k - 2, _NAMES):
        if at - k > _INSIDE:
            return None
        k -= 2
        while row.has(k, "owner") or row.has(k, "genitive"):
            k -= 1
        if row.has(k - 1, "in"):
            return k - 1 if row.has(k, "name") else None
    return None


def _is_rate(row: Row, at: int) -> bool:
    """`Η Alpha είχε κέρδη 3% και η Beta …`: no profits, where a percent stands beside them."""
    quantity = row.items[at + 1].quantity if row.has(at, "rate") and at + 1 < len(row) else None
    return quantity is not None and quantity.fact.unit == "%"


def _predicate(row: Row, at: int) -> bool:
    """`Αν και οι περικοπές είναι μεγάλες, …`: what is only said of a subject."""
    item = row.items[at]
    bare = item.article is None and not any(k in row.sentence.nouns for k in range(item.start, item.end))
    return bare and row.has(at - 1, "copula") and row.has(at - 2, "noun")


def own_subject(row: Row, end: int) -> bool:
    """`Αν και τα έσοδα μειώθηκαν, η Alpha έφτασε τα 5 εκατ.`: who acts behind a clause of something else.

    So does who has a clause of its own: `η αγορά έπεσε, με την Alpha να χάνει 3%`.
    """
    verb = next((k for k in range(end, max(1, end - _VERB), -1) if row.has(k, "verb")), 0)
    name = verb - 1
    if _absolute_name(row, verb):
        return True
    if not (row.has(name, "name") and row.items[name].article == "subject" and row.has(name - 1, "comma")):
        return False
    before = range(name - 2, max(-1, name - _INSIDE), -1)
    stop = next((k for k in before if row.any(k, _STOPS)), max(-1, name - _INSIDE))
    return row.has(stop, "break") and any(row.any(k, _VERBS) for k in range(stop + 1, name - 1))


def heads_before(row: Row, end: int) -> Iterator[int]:
    """Nouns before an item in its clause that may be what a verb is told of, the nearest first."""
    at = end - 1
    while at >= max(0, end - _REACH):
        if row.has(at, "break") or row.has(at, "end"):
            return
        if row.has(at, "close"):
            at = opened(row, at)
        acts = row.has(at, "noun") and not ("rise" in row.items[at].roles or _is_rate(row, at))
        aside = row.any(at - 1, _NOT_SUBJECT) or _led_bare(row, at) or _predicate(row, at)
        aside = aside or _joined_aside(row, at) or among_places(row, at) is not None
        aside = aside or _describes(row, at)
        if acts and not (aside or _counted_with(row, at, end)):
            yield at
        at -= 1


def _describes(row: Row, at: int) -> bool:
    """Whether a noun stands between two commas behind a name, and only says who that is."""
    end = at + 1
    while row.has(end, "genitive") or row.has(end, "owner"):
        end += 1
    if row.has(end, "in") or row.has(end, "for"):
        end += 2
    return _described(row, end) == at


def _counted_with(row: Row, at: int, end: int) -> bool:
    """`Τα κέρδη προσαρμόζονται με την πρόβλεψη 3 εκατ. ευρώ και φτάνουν τα …`: not what the verb tells of.

    But `με τα έσοδα των 3 εκατ. ευρώ να φτάνουν τα …` is a clause of its own.
    """
    counted = next((k for k in range(at, end) if row.has(k, "quantity")), None)
    if counted is None or not row.has(at - 1, "with"):
        return False
    if any(row.any(k, _OWN) for k in range(at, counted)):
        # `με τα έσοδα να αυξάνονται 20%, φτάνοντας τα …`, and
        return False  # `με οφειλές που ξεπερνούν το 85% του συνόλου και φτάνουν τα …`
    verb = next((k for k in range(counted, min(end + 1, len(row))) if row.has(k, "verb")), None)
    return verb is None or row.sentence.roles[row.items[verb].start - 1] != "particle"
