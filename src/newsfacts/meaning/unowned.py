"""Whether a quantity is no company's: a market's, a survey's, several companies'."""

from collections.abc import Sequence

from newsfacts.meaning.asked import Said
from newsfacts.meaning.items import Item
from newsfacts.meaning.mentions import Companies, Mention
from newsfacts.meaning.phrases import Topic, index_named
from newsfacts.meaning.row import CLAUSE, ITEMS, PREPOSITIONS, Row
from newsfacts.meaning.words import Words

_OF_MARKETS = (None, "market", "rate", "consumption")
_GOVERNING = PREPOSITIONS | {"and", "number"}
"""Behind one of these a noun without an article is no subject: `σε 5 νοικοκυριά και επιχειρήσεις`."""
_VERBS = frozenset({"verb", "copula", "noun"})
"""Also a noun: `είχε` and `έχει` are left out of a row."""
_OWNERS = frozenset({"genitive", "owner"})
_LOST = ("cost", "damage")
_SOLD = (None, "revenue")
_ANYBODY = 25
"""So many words before what he has somebody who is not known is told of."""
_ASKED = 10
"""So many words before an amount it is told that it was asked for."""
_INVESTING = 3
"""So many words behind him it is said that he puts money into something."""
_PRICE = 5_000
_PLANT = 50_000
"""What has less watts, or watt-hours, is a product."""


def nobodys(row: Row, at: int, said: Said, words: Words) -> bool:
    """Whether what is measured is a market's, a country's, the state's or an index's."""
    if row.is_index(at + 1) or _anybodys(row, at, words):
        return True
    held = said.topic.measure == "share" and row.has(at - 1, "verb") and row.has(at - 2, "name")
    if (
        (not held and _of_state(row, said, words))
        or _given_by_state(row, at, words)
        or _of_economy(row, at, said, words)
    ):
        return True
    if said.topic.measure in words.owned:
        return False
    moving = () if said.verb is None else _norms(row, said.verb)
    about = _about(row, said)
    nobody = not words.nobody.isdisjoint((*about, *moving))  # `η ύφεση έφτασε το 5%`
    nobody = nobody and not _ratio(row, said, about, words)
    return nobody or index_named(row, said.topic.noun, words) or _of_market(row, at, said, words)


def asked_for(row: Row, at: int, words: Words, *, named: bool) -> bool:
    """`Οι αιτήσεις σύνδεσης φτάνουν τα 40 GW`: asked of who runs the network, and not its own.

    But `η Alpha κατέθεσε αιτήσεις για 2 GW`, and what she has terms for who is `named`.
    """
    quantity, here = row.items[at].quantity, row.items[at].start
    if quantity is None or quantity.kind not in ("power", "energy"):
        return False
    near = row.sentence.norms[max(0, here - _ASKED) : here]
    if not words.requests.isdisjoint(near):
        return words.submitting.isdisjoint(near)
    return not named and not words.terms.isdisjoint(near)


def _anybodys(row: Row, at: int, words: Words) -> bool:
    """`Αν κάποιος είχε επενδύσει 1.000 ευρώ σε μετοχές της Alpha, θα είχε κέρδος 300 ευρώ`."""
    s, here = row.sentence, row.items[at].start
    for k in range(max(1, here - _ANYBODY), here):
        if f"{s.norms[k - 1]} {s.norms[k]}" in words.anybody:
            near = s.tags[k + 1 : k + 1 + _INVESTING]
            return any(says.measure == "investment" for tag in near for says in tag.measures)
    return False


def _ratio(row: Row, said: Said, about: Sequence[str], words: Words) -> bool:
    """`Δείκτης NPEs 7,4%`, `δείκτης δανείων προς καταθέσεις`: what a bank tells of itself."""
    end, norms = said.topic.end, row.sentence.norms
    behind = norms[end : end + 1] if end is not None and end >= 0 else []
    return not words.ratios.isdisjoint((*about, *behind))


def of_model(row: Row, at: int, said: Said, words: Words) -> bool:
    """`Η ζήτηση του Talos 2 είναι μεγάλη, με τις πωλήσεις 12% υψηλότερες`: a model is no company."""
    if said.topic.measure not in _SOLD:
        return False
    s = row.sentence
    for k in range(max(1, at - ITEMS), at):
        item = row.items[k]
        word = s.word(item.end - 1)
        numbered = word.isascii() and (word[-1].isdigit() or row.has(k + 1, "number"))
        if item.article == "genitive" and numbered and s.norms[item.start - 1] not in words.feminine:
            return True
    return False


def _norms(row: Row, at: int) -> Sequence[str]:
    item = row.items[at]
    return row.sentence.norms[item.start : item.end]


def _of_state(row: Row, said: Said, words: Words) -> bool:
    """`το ποσοστό του δημοσίου`, `οι δαπάνες του κράτους`: the genitive behind what is measured."""
    noun = said.topic.noun
    if noun is None or not row.has(noun + 1, "genitive"):
        return False
    return _is_state(row, row.items[noun + 1], words)


def _is_state(row: Row, item: Item, words: Words) -> bool:
    """`του δήμου`, but not `του δήμου Άρδας`."""
    s = row.sentence
    named = any(s.word(k)[:1].isupper() for k in range(item.start + 1, min(item.end + 1, len(s.tags))))
    return not named and not words.state.isdisjoint(s.norms[item.start : item.end])


def _given_by_state(row: Row, at: int, words: Words) -> bool:
    """`900 εκατ. ευρώ θα δώσει το Δημόσιο`."""
    if not row.has(at + 1, "verb") or at + 2 >= len(row):
        return False
    item = row.items[at + 2]
    subject = item.article in ("subject", "neuter")
    return subject and not words.state.isdisjoint(row.sentence.norms[item.start : item.end])


def _of_economy(row: Row, at: int, said: Said, words: Words) -> bool:
    """`η επίθεση στοίχισε στην οικονομία 5 εκατ. ευρώ`."""
    if said.topic.measure not in _LOST or at == 0 or not row.has(at - 2, "in") or not row.has(at - 3, "verb"):
        return False
    item = row.items[at - 1]
    return not words.markets.isdisjoint(row.sentence.norms[item.start : item.end])


def _of_market(row: Row, at: int, said: Said, words: Words) -> bool:
    """`η αγορά των φορητών αυξήθηκε κατά 5%`; but `η αγορά του οικοπέδου κόστισε 5 εκατ.` is a purchase."""
    quantity, noun, measure = row.items[at].quantity, said.topic.noun, said.topic.measure
    if quantity is None or noun is None or measure not in _OF_MARKETS:
        return False
    if quantity.fact.unit != "%" and measure != "market":
        return False
    item = row.items[noun]
    return not words.markets.isdisjoint(row.sentence.norms[item.start : item.end])


def small(row: Row, at: int, said: Said) -> bool:
    """Whether a power or an energy is that of a product: `φορτιστής 120 W`; no plant has as little.

    So is a sum of money that no measure is told of: a thing costs it.
    """
    quantity = row.items[at].quantity
    if quantity is None:
        return False
    most = max(quantity.fact.low or 0, quantity.fact.high or 0)
    if quantity.kind == "money":
        return said.topic.measure is None and said.change is None and most < _PRICE
    return quantity.kind in ("power", "energy") and most < _PLANT


def market_acts(row: Row, at: int, words: Words) -> bool:
    """`Ο κλάδος είχε έσοδα 2 δισ. ευρώ`: the subject of the clause is a market, or the country."""
    for k in range(at - 1, max(-1, at - ITEMS), -1):
        if row.any(k, CLAUSE) or row.has(k, "comma"):
            return False
        item = row.items[k]
        if item.article != "subject":
            continue
        norms = row.sentence.norms[item.start : item.end]
        behind = k + 1
        while not words.state.isdisjoint(norms) and row.any(behind, _OWNERS):
            behind += 1  # `η κυβέρνηση της Ταϊβάν θα δώσει`
        if row.any(behind, _VERBS):
            # of a company's own branches too `ο κλάδος λογισμικού`, but not `η παγκόσμια αγορά λογισμικού`
            alone = len(norms) == 1 or not words.others.isdisjoint(norms[:1])
            return alone and not (words.markets | words.state).isdisjoint(norms)
    return False


def of_several(row: Row, at: int, words: Words) -> bool:
    """`Οι δύο εταιρείες θα επενδύσουν 5 εκατ.`: no single company does."""
    norms = row.sentence.norms
    for k in range(max(0, at - ITEMS), at):
        item = row.items[k]
        acts = item.article == "subject" or (item.article is None and not row.any(k - 1, _GOVERNING))
        if acts and any(norms[n] in words.several for n in range(item.start, item.end)):
            return True
    return False


def reported(row: Row, said: Said, before: Sequence[Mention], words: Words) -> bool:
    """`Σύμφωνα με την Alpha, οι τιμές αυξήθηκαν`: who tells of a market, or of people, does not own it."""
    return any(m.reports for m in before) and not (words.public | words.others).isdisjoint(_about(row, said))


def of_others(row: Row, at: int, said: Said, companies: Companies, words: Words) -> bool:
    """Whether what the text is about owns nothing here, as the sentence names nobody.

    `Το 40% των νοικοκυριών έχει ρομπότ` is told of others, `Το Talos-2 έχει τριπλάσια μνήμη` of a product,
    and what is told before the company is named at all (`Δώδεκα έργα 480 MW πέρασαν. …`) is not yet its own.
    """
    if said.topic.measure in words.owned:
        return False
    s = row.sentence
    quantity = row.items[at].quantity
    if said.topic.measure == "share" and _holds(row, at):
        return companies.since is None
    if quantity is not None and quantity.relative and said.topic == Topic() and said.change is None:
        return True  # `φορτίζει στο 80%`: nobody knows of what
    unnamed = companies.since is None or s.reading.starts[s.first + row.items[at].start] < companies.since
    return unnamed or of_product(row, at) or told_of_others(row, said, words) or _of_people(row, at, words)


def _of_people(row: Row, at: int, words: Words) -> bool:
    """`το 30% των Ελλήνων`: a name in the genitive, and no company's."""
    item = row.items[at + 1] if row.has(at + 1, "owner") else None
    return item is not None and not words.others.isdisjoint(row.sentence.norms[item.start : item.end])


def _holds(row: Row, at: int) -> bool:
    """`Κατέχει το 25% της παγκόσμιας αγοράς`: somebody has a share, and nobody else is named as subject."""
    if not row.has(at - 1, "sayer"):
        return False
    for k in range(at - 2, max(-1, at - ITEMS), -1):
        if row.any(k, CLAUSE) or row.has(k, "comma"):
            return True
        if row.has(k, "nominative") or row.has(k, "name") or row.has(k, "quantity"):
            return False
    return True


def of_product(row: Row, at: int) -> bool:
    """Whether a neuter name is subject of the clause: products and programmes are, hardly ever a company."""
    for k in range(at - 1, max(-1, at - ITEMS), -1):
        aside = row.has(k, "break") and row.has(k - 1, "comma") and row.has(k - 2, "name")
        if row.any(k, CLAUSE) and not aside:  # `το Talos-2, όπως λέγεται, έχει …`
            return False
        if row.has(k, "name") and row.items[k].article == "neuter":
            return True
    return False


def told_of_others(row: Row, said: Said, words: Words) -> bool:
    """`το 40% των νοικοκυριών`: what is measured is had by people and firms at large."""
    return not words.others.isdisjoint(_about(row, said))


def _about(row: Row, said: Said) -> Sequence[str]:
    start, end = said.topic.start, said.topic.end
    reading, first = row.sentence.reading, row.sentence.first
    return [] if start is None or end is None else [reading.norm(first + k) for k in range(start, end)]
