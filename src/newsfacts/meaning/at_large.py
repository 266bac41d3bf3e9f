"""Whether a quantity is told of the world, a trade or a home at large, though a company is told of too."""

from newsfacts.meaning.asked import Said
from newsfacts.meaning.row import CLAUSE, ITEMS, Row
from newsfacts.meaning.words import Words

_HOME = ("cost", "consumption", "price", "tax", "discount", None)
"""What homes have."""
_WORLD = ("cost", "investment")
_ACTS = frozenset({"noun", "name"})
_SUBJECT = ("subject", None)
_FROM = frozenset({"from", "in"})
_FIRM = frozenset({"company", "name"})
_NEAR = 12
"""So many words before an amount the home that has it stands."""
_OF_THINGS = ("performance", "efficiency")
"""Of these so many percents more are those of a thing."""
_LEFT = 4
"""So many words before an amount `οι υπόλοιποι με` stands."""


def at_large(row: Row, at: int, said: Said, words: Words) -> bool:
    """`Παγκοσμίως, οι πληρωμές έπεσαν 35%`, `τα ασφάλιστρα του κλάδου`, `σε ένα σπίτι`, `οι άλλοι με 29%`."""
    s, here, measure = row.sentence, row.items[at].start, said.topic.measure
    quantity = row.items[at].quantity
    percent = quantity is not None and quantity.fact.unit == "%"
    left = range(max(1, here - _LEFT), here)
    if (
        percent
        and row.items[at - 1].article == "subject"
        and not words.rivals.isdisjoint(s.norms[max(0, here - 2) : here])
    ):
        return True  # `ενώ ο πλησιέστερος ανταγωνιστής μόλις 6%`
    if percent and any(s.norms[k] in words.left and s.norms[k - 1] in words.all_of_them for k in left):
        return True
    if (
        _of_work(row, said, words)
        or _of_firms(row, said, words)
        or _of_world(row, said, words)
        or _by_people(row, at, said, words)
    ):
        return True
    if _of_tourism(row, at, said, words) or (percent and _kept(row, at, said, words)):
        return True
    if measure in words.owned:
        return measure == "valuation" and _of_trade(row, said, words)
    grown = percent or (quantity is not None and quantity.relative and said.verb is not None)
    if grown and measure in _OF_THINGS and _no_own(row, said, words):
        return True
    if not words.worldwide.isdisjoint(s.norms[:1]) or _of_trade(row, said, words):
        return True
    home = s.norms[max(0, here - _NEAR) : here]
    return measure in _HOME and not words.homes.isdisjoint(home)


def _no_own(row: Row, said: Said, words: Words) -> bool:
    """`Η Alpha λέει ότι η απόδοση της CPU αυξήθηκε 18%`, but `βελτίωσε την ενεργειακή της απόδοση`."""
    noun, s = said.topic.noun, row.sentence
    if noun is None or said.change is None:
        return False
    item = row.items[noun]
    if not words.possessives.isdisjoint(s.norms[item.start : item.end]):
        return False
    if row.has(noun + 1, "owner"):
        return not words.authorities.isdisjoint(s.norms[row.items[noun + 1].start : row.items[noun + 1].end])
    return not _owned_behind(row, noun + 1, item.end, words)


def _by_people(row: Row, at: int, said: Said, words: Words) -> bool:
    """`Οι καταναλωτές δαπάνησαν 5 εκατ. ευρώ για το κινητό`: no company does."""
    if said.topic.noun is not None and said.topic.noun < at:
        return False
    behind = at + 2 + row.has(at + 2, "and")  # `5 εκατ. ευρώ τοποθέτησαν και ιδιώτες επενδυτές`
    if row.has(at + 1, "verb") and row.any(behind, _ACTS) and row.items[behind].article in _SUBJECT:
        return not words.people.isdisjoint(
            row.sentence.norms[row.items[behind].start : row.items[behind].end]
        )
    for k in range(at - 1, max(-1, at - ITEMS), -1):
        going_on = k == at - 2 and row.has(at - 1, "verb")  # `…, διοχετεύοντας 5 δισ. ευρώ`
        if row.any(k, CLAUSE) or (row.has(k, "comma") and not going_on):
            return False
        if row.items[k].article == "subject":
            return not words.people.isdisjoint(row.sentence.norms[row.items[k].start : row.items[k].end])
    return False


def _of_work(row: Row, said: Said, words: Words) -> bool:
    """`Η Alpha λέει ότι τα έσοδα της ταινίας έφτασαν 5 εκατ.`, but not `τα έσοδα της ταινίας της Alpha`."""
    noun = said.topic.noun
    if noun is None or not row.has(noun + 1, "genitive"):
        return False
    item = row.items[noun + 1]
    work = not words.works.isdisjoint(row.sentence.norms[item.start : item.end])
    return work and not _owned_behind(row, noun + 2, item.end, words)


def _of_firms(row: Row, said: Said, words: Words) -> bool:
    """`οι δαπάνες των παρόχων`, told by a company; but those `των εταιρειών της Alpha` are its own."""
    noun, measure = said.topic.noun, said.topic.measure
    if noun is None or not (measure in words.owned - words.received or measure in _WORLD):
        return False
    s, behind = row.sentence, noun + 1
    end = row.items[noun].end
    if row.has(behind, "genitive"):
        behind, end = behind + 1, row.items[behind].end
    traded = not words.trades.isdisjoint(s.norms[row.items[noun].start : end])
    traded = traded or s.norms[end - 1] in words.trades_alone
    return traded and not _owned_behind(row, behind, end, words)


def _of_world(row: Row, said: Said, words: Words) -> bool:
    """`οι παγκόσμιες δαπάνες για λογισμικό φτάνουν τα 5 δισ.`: who tells of them spends but a part."""
    noun = said.topic.noun
    if noun is None or said.topic.measure not in _WORLD:
        return False
    item = row.items[noun]
    world = item.article == "subject" and row.sentence.norms[item.start] in words.others
    return world and not _owned_behind(row, noun + 1, item.end, words)


def _owned_behind(row: Row, at: int, end: int, words: Words) -> bool:
    """Whether a company or `της` stands behind a phrase, or a company in it."""
    s = row.sentence
    if row.has(at, "owner") or row.has(at, "name") or "name" in s.roles[row.items[at - 1].start : end]:
        return True
    if row.has(at, "genitive"):
        item = row.items[at]
        return any(s.roles[k] in _FIRM for k in range(item.start, item.end))
    return end < len(s.norms) and (s.norms[end] in words.possessives or s.norms[end] in words.theirs)


def _of_trade(row: Row, said: Said, words: Words) -> bool:
    """`τα ασφάλιστρα του κλάδου`: of a trade that nothing says more of."""
    noun = said.topic.noun
    if noun is None or said.topic.measure == "share" or not row.has(noun + 1, "genitive"):
        return False
    item = row.items[noun + 1]
    plain = item.end - item.start <= 2 and not row.has(noun + 2, "genitive")
    return plain and row.sentence.norms[item.end - 1] in words.markets


def _of_tourism(row: Row, at: int, said: Said, words: Words) -> bool:
    """`τα τουριστικά έσοδα`, `έσοδα 5 δισ. ευρώ από τον τουρισμό`: a country's, if no firm stands behind."""
    noun, s = said.topic.noun, row.sentence
    if noun is None or said.topic.measure != "revenue":
        return False
    last = noun + 1 + row.any(noun + 1, _FROM)
    told = last if last != noun + 1 and last < len(row) else noun
    end = row.items[told].end
    behind = row.items[at + 2] if row.has(at + 1, "from") and at + 2 < len(row) else row.items[noun]
    near = (*s.norms[row.items[noun].start : end], *s.norms[behind.start : behind.end])
    return not words.tourism.isdisjoint(near) and not _owned_behind(row, told + 1, end, words)


def _kept(row: Row, at: int, said: Said, words: Words) -> bool:
    """`διατηρεί το 98% της χωρητικότητάς της`: what a battery keeps."""
    s, here, end = row.sentence, row.items[at].start, row.items[at].end
    if said.topic.measure != "share" or not row.has(at + 1, "genitive"):
        return False
    lasting = not words.lasting.isdisjoint(s.norms[end : row.items[at + 1].end])
    return lasting and not words.keeping.isdisjoint(s.norms[max(0, here - _LEFT) : here])
