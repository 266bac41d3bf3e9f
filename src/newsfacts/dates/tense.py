"""Whether the clause of an expression looks back or ahead."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsfacts.dates.deadlines import (
    NEAR,
    ahead_of,
    is_announced,
    is_backdated,
    is_compared,
    is_delivered,
    is_put_off,
    still_open,
)
from newsfacts.dates.placing import Tense
from newsfacts.dates.stops import ends_clause, ends_sentence, outside_names
from newsfacts.dates.tense_words import TenseWords
from newsfacts.dates.verb_tense import tense_of
from newsfacts.lexicon.lexicon import Reading

# How many tokens of its clause tell the tense of a date, at most.
_CLAUSE = 25
_PAUSES = frozenset(',:-()"')
_QUOTES = frozenset('"')


class _Side(NamedTuple):
    """Tenses of the words on one side: in the clause, and beyond its comma."""

    clause: list[Tense]
    beyond: list[Tense]
    verb: bool = False
    """Whether the clause has a verb of its own, in the present too."""
    bound: bool = False
    """Whether a word such as `που` ends it, so that the clause is a subordinate one."""


def tense_at(reading: Reading, words: TenseWords, start: int, end: int) -> Tense:
    """What the clause of the expression between two tokens says; the verb nearest to it decides."""
    if fixed := _whatever_the_verb(reading, words, start, end):
        return fixed
    back = _main(reading, words, start, _side(reading, words, range(start - 1, start - _CLAUSE, -1)))
    ahead = _side(reading, words, range(end, _joined_clause(reading, words, end, back)))
    # `που θα ανοίξει τον Μάιο κόστισε`: the verb after belongs to another clause
    own = _nearest(back.clause, ()) if back.bound else ""
    found = own or _nearest(back.clause, ahead.clause)
    if not found and not back.verb and not ahead.verb:
        found = _nearest(back.beyond, ahead.beyond)
        found = "" if found == "planned" else found
    if found == "past" and is_announced(reading, words, start, end):
        return ""
    if found == "past" and (aim := still_open(reading, words, start, end)):
        return aim
    if is_compared(reading, words, start):
        return "past"
    if found in ("", "planned") and (aim := ahead_of(reading, words, start, end)):
        return aim
    if found == "past" and (_is_of_noun(reading, words, start) or _precedes(reading, words, start)):
        return "told"
    if found in ("planned", "future") and _is_of_noun(reading, words, start):
        return "" if found == "planned" or _follows(reading, words, start) else found
    if found or back.verb or ahead.verb:
        return found or _goes_on(reading, words, start, end)
    return "planned" if _foreseen(reading, words, start) else ""


def _whatever_the_verb(reading: Reading, words: TenseWords, start: int, end: int) -> Tense:
    """What is told by the words right beside the expression, before any verb is asked."""
    if is_put_off(reading, words, start, end):
        return "future"
    if when := _when(reading, words, end):
        return when
    if is_backdated(reading, words, start):
        return "lasting"
    if is_delivered(reading, words, start):
        return "planned"
    return ""


def _goes_on(reading: Reading, words: TenseWords, start: int, end: int) -> Tense:
    """`από τον Μάρτιο λειτουργεί`: what has gone on since then; else the present of its clause."""
    since = reading.norm(start - 1 - (reading.norm(start - 1) in words.the)) in words.since
    sides = range(start - 1, start - _CLAUSE, -1), range(end, end + _CLAUSE)
    lasting = since and any(map(words.lasting, (n for side in sides for n in _clause(reading, words, side))))
    return "lasting" if lasting else "present"


def _joined_clause(reading: Reading, words: TenseWords, end: int, back: _Side) -> int:
    """`θα διατεθεί τον Μάιο και έχει εγκριθεί`: where another clause begins, behind one that has its verb.

    A clause behind `που` that has one ends at its comma too.
    """
    stop = end + _CLAUSE
    if not back.verb and not any(back.clause):
        return stop
    if back.bound and reading.norm(end) == ",":
        return end
    for at in range(end, stop):
        norm = reading.norm(at + 1)
        joined = reading.norm(at) in words.joint
        if joined and (tense_of(reading, words, at + 1, norm) or words.present(norm)):
            return at
    return stop


def _main(reading: Reading, words: TenseWords, start: int, back: _Side) -> _Side:
    """`ο νόμος που ψηφίστηκε τον Ιούλιο ισχύει από`: of two verbs behind `που` the nearer is the main one."""
    if not back.bound:
        return back
    for row, tense in enumerate(back.clause):
        if tense in ("past", "future"):
            return back
        norm = reading.norm(start - 1 - row)
        if words.present(norm) and not words.once(norm):
            further = any(other in ("past", "future") for other in back.clause[row + 1 :])
            return back._replace(clause=back.clause[: row + 1], bound=False) if further else back
    return back


def _foreseen(reading: Reading, words: TenseWords, start: int) -> bool:
    """`εκτιμήσεις για έσοδα 5 δισ. δολαρίων στο τέταρτο τρίμηνο`."""
    return any(map(words.foreseen, _clause(reading, words, range(start - 1, start - _CLAUSE, -1))))


def _clause(reading: Reading, words: TenseWords, tokens: range) -> Iterator[str]:
    """The words of a clause on one side; the full stop of `εκατ.` ends none."""
    for at in tokens:
        norm = reading.norm(at)
        if ends_clause(words, norm) and not (norm == "." and not ends_sentence(reading, words, at, norm)):
            return
        yield norm


def _when(reading: Reading, words: TenseWords, end: int) -> Tense:
    """`τον Ιανουάριο, όταν άνοιξε`: what a clause after the expression tells of it."""
    at = end + (reading.norm(end) == ",")
    if reading.norm(at) not in words.when:
        return ""
    tenses = (tense_of(reading, words, token, reading.norm(token)) for token in range(at + 1, at + 1 + NEAR))
    return next((tense for tense in tenses if tense in ("past", "future")), "")


def _is_of_noun(reading: Reading, words: TenseWords, start: int) -> bool:
    """`η απόφαση της Τρίτης`, which a verb beside it tells nothing of; `το πρωί της Τρίτης` is a time."""
    return reading.norm(start - 1) in words.of and reading.norm(start - 2) not in words.day_part


def _follows(reading: Reading, words: TenseWords, start: int) -> bool:
    """`μετά την αναθεώρηση του καλοκαιριού`: what something will follow is not told by its verb."""
    return any(reading.norm(token) in words.following for token in range(start - 3, start - 2 * NEAR, -1))


def _precedes(reading: Reading, words: TenseWords, start: int) -> bool:
    """`άνοιξαν πριν από τις 28 Νοεμβρίου`: what was before a day does not say that the day is over."""
    at = start - 1 - (reading.norm(start - 1) in words.the)
    return reading.norm(at - (reading.norm(at) in words.since)) in words.preceding_it


def is_reported(reading: Reading, words: TenseWords, start: int) -> bool:
    """`κέρδη εξαμήνου`, `κέρδη προ φόρων της Χ για το εξάμηνο`: a word for results stands before."""
    return any(map(words.report, _before(reading, words, start)))


def _before(reading: Reading, words: TenseWords, start: int) -> Iterator[str]:
    """The words that tell what a period is of: those right before, of its clause where it is `for` one."""
    if reading.norm(start - 1 - (reading.norm(start - 1) in words.the)) in words.meant_for:
        return _clause(reading, words, range(start - 1, start - _CLAUSE, -1))
    return map(reading.norm, range(start - 1, start - NEAR, -1))


def is_forecast(reading: Reading, words: TenseWords, start: int, end: int) -> bool:
    """`οι πωλήσεις του τριμήνου θα φτάσουν`, but not `θα ανακοινώσει τα κέρδη του τριμήνου`."""
    if not any(map(words.figure, _before(reading, words, start))):
        return False
    sides = range(start - 1, start - _CLAUSE, -1), range(end, end + _CLAUSE)
    back, ahead = (list(_clause(reading, words, tokens)) for tokens in sides)
    if any(words.publish(norm) or words.announce(norm) for norm in (*back, *ahead)):
        return False
    found = _nearest(*(_side(reading, words, tokens).clause for tokens in sides))
    foresees = any(words.forecast(norm) or words.foreseen(norm) for norm in back)
    return found in ("future", "planned") or (not found and foresees)


def _nearest(back: Sequence[Tense], ahead: Sequence[Tense]) -> Tense:
    """The first tense from the expression outwards; the future outweighs what is planned."""
    planned = False
    for near in range(max(len(back), len(ahead))):
        for side in (back, ahead):
            if near < len(side) and (tense := side[near]):
                if tense != "planned":
                    return "planned" if planned and tense == "past" else tense
                planned = True
    return "planned" if planned else ""


def _side(reading: Reading, words: TenseWords, tokens: range) -> _Side:
    """The words on one side of an expression, up to the end of its clause."""
    side = _Side([], [])
    current, aside, verb, verb_beyond = side.clause, False, False, False
    for token in outside_names(reading, tokens):
        norm = reading.norm(token)
        if not norm or "\n" in norm or norm in _QUOTES or ends_sentence(reading, words, token, norm):
            break
        if norm in words.clause_end:
            return side._replace(verb=verb, bound=tokens.step < 0 and current is side.clause)
        if norm in _PAUSES and (aside or (norm == "," and reading.norm(token + 1) in words.aside)):
            aside = not aside
        elif norm in _PAUSES:
            # back over a list, whose commas end no clause: `θα φέρει τα τρία, το ένα, το άλλο, τον Μάιο`
            listed = norm == "," and tokens.step < 0 and not verb_beyond and not any(current)
            if current is side.beyond and not listed:
                break
            current = side.beyond
        if aside or norm in _PAUSES:
            current.append("")
            continue
        current.append(tense_of(reading, words, token, norm))
        if words.present(norm):
            verb, verb_beyond = verb or current is side.clause, current is side.beyond
    return side._replace(verb=verb)
