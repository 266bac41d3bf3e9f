"""Whether the clause of an expression looks back or ahead."""

from collections.abc import Sequence
from typing import NamedTuple

from newsfacts.dates.placing import Tense
from newsfacts.dates.tense_words import TenseWords
from newsfacts.lexicon.lexicon import Reading

# How many tokens of its clause tell the tense of a date, at most.
_CLAUSE = 25
# How far before an expression the words stand that it is a deadline of, or a report on.
_NEAR = 4
_SENTENCE_END = frozenset(".;!·…")
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
    if _put_off(reading, words, start):
        return "future"
    back = _side(reading, words, range(start - 1, start - _CLAUSE, -1))
    ahead = _side(reading, words, range(end, end + _CLAUSE))
    # `που θα ανοίξει τον Μάιο κόστισε`: the verb after belongs to another clause
    own = _nearest(back.clause, ()) if back.bound else ""
    found = own or _nearest(back.clause, ahead.clause)
    if not found and not back.verb and not ahead.verb:
        found = _nearest(back.beyond, ahead.beyond)
    if found == "past" and _announced(reading, words, start):
        return ""
    if found in ("", "planned") and _deadline(reading, words, start):
        return "future"
    return found or ("present" if back.verb or ahead.verb else "")


def is_reported(reading: Reading, words: TenseWords, start: int) -> bool:
    """`κέρδη εξαμήνου`: a word for results stands right before."""
    return any(words.report(reading.norm(token)) for token in range(start - 1, start - _NEAR, -1))


def _nearest(back: Sequence[Tense], ahead: Sequence[Tense]) -> Tense:
    """The first tense from the expression outwards."""
    for near in range(max(len(back), len(ahead))):
        for side in (back, ahead):
            if near < len(side) and side[near]:
                return side[near]
    return ""


def _side(reading: Reading, words: TenseWords, tokens: range) -> _Side:
    """The words on one side of an expression, up to the end of its clause."""
    side = _Side([], [])
    current, aside, verb = side.clause, False, False
    for token in tokens:
        norm = reading.norm(token)
        if not norm or "\n" in norm or norm in _QUOTES:
            break
        if norm in words.clause_end:
            return side._replace(verb=verb, bound=tokens.step < 0 and current is side.clause)
        if norm in _SENTENCE_END and not _goes_on(reading, words, token):
            break
        if norm in _PAUSES and (aside or (norm == "," and reading.norm(token + 1) in words.aside)):
            aside = not aside
        elif norm in _PAUSES:
            if current is side.beyond:
                break
            current = side.beyond
        if aside or norm in _PAUSES:
            current.append("")
            continue
        current.append(_tense_of(reading, words, token, norm))
        verb = verb or (current is side.clause and bool(words.present(norm)))
    return side._replace(verb=verb)


def _goes_on(reading: Reading, words: TenseWords, token: int) -> bool:
    """Whether a sentence goes on after a stop: one that shortens a word, dots before a small letter."""
    if reading.norm(token) == "…":
        return reading.word(token + 1)[:1].islower()
    return _abbreviated(reading, words, token)


def _abbreviated(reading: Reading, words: TenseWords, token: int) -> bool:
    """Whether a full stop belongs to the word before it."""
    before = reading.norm(token - 1)
    short = before in words.abbreviations or len(before) == 1 or "." in before
    return short and reading.glued(token)


def _tense_of(reading: Reading, words: TenseWords, token: int, norm: str) -> Tense:
    if words.future(norm):
        return "" if norm in words.particle and _past_follows(reading, words, token) else "future"
    if norm in words.wish:
        return "future" if _planned(reading, words, token) else ""
    if norm in words.have:
        return _perfect(reading, words, token)
    if words.past(norm) and norm not in words.not_past:
        return "" if _after_particle(reading, words, token) else "past"
    if words.planned(norm):
        return "" if _after_particle(reading, words, token) else "planned"
    return ""


def _verb_after(reading: Reading, words: TenseWords, token: int) -> str:
    """The word after a particle, past pronouns and adverbs."""
    for at in range(token + 1, token + 4):
        if reading.norm(at) not in words.between:
            return reading.norm(at)
    return ""


def _past_follows(reading: Reading, words: TenseWords, token: int) -> bool:
    """`θα ήταν`, `θα μπορούσε`."""
    return bool(words.past(_verb_after(reading, words, token)))


def _planned(reading: Reading, words: TenseWords, token: int) -> bool:
    """`σχεδιάζει να ανοίξει`."""
    for at in range(token - 1, token - 2 * _NEAR, -1):
        norm = reading.norm(at)
        if not norm or "\n" in norm or norm in _SENTENCE_END or norm in words.clause_end:
            return False
        if words.plan(norm):
            return True
    return False


def _perfect(reading: Reading, words: TenseWords, token: int) -> Tense:
    """`έχει ανοίξει`, but `έχει γραφεία`."""
    if not words.perfect(_verb_after(reading, words, token)):
        return ""
    return "" if _after_particle(reading, words, token) else "past"


def _after_particle(reading: Reading, words: TenseWords, token: int) -> bool:
    for at in range(token - 1, token - 4, -1):
        norm = reading.norm(at)
        if norm in words.particle or norm in words.wish:
            return True
        if norm not in words.between:
            return False
    return False


def _deadline(reading: Reading, words: TenseWords, start: int) -> bool:
    """`έως τον Μάρτιο`, `η προθεσμία λήγει στις 3 Μαρτίου`."""
    for at in range(start - 1, start - 2 * _NEAR, -1):
        norm = reading.norm(at)
        if norm in words.ahead and _only_articles(reading, words, at, start):
            return True
        if not norm or "\n" in norm or norm in _SENTENCE_END or norm in words.clause_end:
            return False
    return False


def _after_deadline(reading: Reading, words: TenseWords, start: int) -> bool:
    """`η προθεσμία λήγει στις 3 Μαρτίου`, but not `η προθεσμία έληξε`."""
    for at in range(start - 1, start - 2 * _NEAR, -1):
        norm = reading.norm(at)
        if norm in words.deadline:
            return True
        if not norm or "\n" in norm or norm in _SENTENCE_END or words.past(norm):
            return False
    return False


def _only_articles(reading: Reading, words: TenseWords, at: int, start: int) -> bool:
    return all(
        reading.norm(token) in words.the or reading.norm(token) in words.between
        for token in range(at + 1, start)
    )


def _put_off(reading: Reading, words: TenseWords, start: int) -> bool:
    """`παρατάθηκε έως τις 3 Μαρτίου`: a past verb that leads ahead; so does a noun such as `προθεσμία`."""
    if _after_deadline(reading, words, start):
        return True
    if not _deadline(reading, words, start):
        return False
    for at in range(start - 1, start - 12, -1):
        norm = reading.norm(at)
        if not norm or norm in _SENTENCE_END or "\n" in norm or norm in words.clause_end:
            return False
        if words.put_off(norm):
            return True
    return False


def _announced(reading: Reading, words: TenseWords, start: int) -> bool:
    """`ανακοίνωσε την κυκλοφορία τον Μάιο`: the verb is past, what it announces need not be."""
    begins = False
    for at in range(start - 1, start - _CLAUSE, -1):
        norm = reading.norm(at)
        if not norm or norm in _SENTENCE_END or "\n" in norm or norm in words.clause_end:
            return False
        if words.announce(norm):
            return begins
        if words.past(norm) and norm not in words.not_past:
            return False
        begins = begins or norm in words.beginning
    return False
