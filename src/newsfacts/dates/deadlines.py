"""Dates that lie ahead or back whatever the tense: deadlines, what was put off, what is compared with."""

from newsfacts.dates.placing import Tense
from newsfacts.dates.stops import SENTENCE_END, ends_clause, ends_sentence
from newsfacts.dates.tense_words import TenseWords
from newsfacts.lexicon.lexicon import Reading

# How many tokens before it may tell whether it is still to come.
_CLAUSE = 25
NEAR = 4
"""How many tokens before an expression the words stand that it is a deadline of, or a report on."""


def ahead_of(reading: Reading, words: TenseWords, start: int, end: int) -> Tense:
    """`έως τον Μάρτιο` is still to come; `για τον Μάρτιο` is, unless the last March is much nearer."""
    if not is_deadline(reading, words, start) or _opens_with(reading, words, start, end):
        return ""
    at = start - 1
    while reading.norm(at) not in words.ahead and at > start - 2 * NEAR:
        at -= 1
    return "planned" if reading.norm(at) in words.meant_for else "future"


def _opens_with(reading: Reading, words: TenseWords, start: int, end: int) -> bool:
    """`Για το εννεάμηνο, ο όμιλος εμφανίζει κέρδη`: what a sentence is on opens it, and lies nowhere."""
    at = start - 1 - (reading.norm(start - 1) in words.the)
    before = reading.norm(at - 1)
    first = not before or before in SENTENCE_END or "\n" in before
    return first and reading.norm(at) in words.meant_for and reading.norm(end) == ","


def is_deadline(reading: Reading, words: TenseWords, start: int) -> bool:
    """`έως τον Μάρτιο`, `η προθεσμία λήγει στις 3 Μαρτίου`."""
    for at in range(start - 1, start - 2 * NEAR, -1):
        norm = reading.norm(at)
        if norm in words.ahead and _only_articles(reading, words, at, start):
            return True
        if ends_clause(words, norm):
            return False
    return False


def _after_deadline(reading: Reading, words: TenseWords, start: int) -> bool:
    """`η προθεσμία λήγει στις 3 Μαρτίου`, but not `η προθεσμία έληξε`."""
    for at in range(start - 1, start - 2 * NEAR, -1):
        norm = reading.norm(at)
        if norm in words.deadline:
            return True
        if not norm or "\n" in norm or norm in SENTENCE_END or words.past(norm):
            return False
    return False


def _only_articles(reading: Reading, words: TenseWords, at: int, start: int) -> bool:
    """Whether nothing stands between but articles, pronouns and a part of the day: `έως το πρωί της`."""
    return all(
        norm in words.the or norm in words.between or norm in words.day_part
        for norm in map(reading.norm, range(at + 1, start))
    )


def is_put_off(reading: Reading, words: TenseWords, start: int, end: int) -> bool:
    """`παρατάθηκε έως τις 3 Μαρτίου`: a past verb that leads ahead; so does a noun such as `προθεσμία`."""
    if _after_deadline(reading, words, start):
        return True
    if not is_deadline(reading, words, start):
        return False
    if any(words.put_off(reading.norm(at)) for at in range(end, end + 2)):
        return True
    for at in range(start - 1, start - 12, -1):
        norm = reading.norm(at)
        if ends_clause(words, norm):
            return False
        if words.put_off(norm):
            return True
    return False


def is_backdated(reading: Reading, words: TenseWords, start: int) -> bool:
    """`θα ισχύσει αναδρομικά από την 1η Ιανουαρίου`: it began before now, whatever will be."""
    since = start - 1 - (reading.norm(start - 1) in words.the)
    return reading.norm(since) in words.since and reading.norm(since - 1) in words.backdated


def still_open(reading: Reading, words: TenseWords, start: int, end: int) -> Tense:
    """`παρουσίασε το πρόγραμμα και δέχεται αιτήσεις μέχρι`, `άνοιξε για αιτήσεις έως`: the end is to come.

    Not so `δεχόταν αιτήσεις μέχρι`, `έχει πουλήσει πολλά μέχρι`: the verb nearest to the date decides.
    """
    aim = ahead_of(reading, words, start, end)
    if aim != "future":
        return ""
    for at in range(start - 1, start - _CLAUSE, -1):
        norm = reading.norm(at)
        if ends_clause(words, norm):
            return ""
        if words.begun(norm):
            return "planned"
        if norm in words.have or (words.past(norm) and norm not in words.not_past):
            return ""
        if words.present(norm) and not words.once(norm):
            return aim
    return ""


def is_compared(reading: Reading, words: TenseWords, start: int) -> bool:
    """`στο 10%, από 9% τον Σεπτέμβριο`: the date of an earlier amount, not `πουλά από 9 ευρώ τον Μάιο`."""
    if reading.norm(start - 1) not in words.the:
        return False
    for at in range(start - 3, start - 2 * NEAR, -1):
        norm = reading.norm(at)
        if norm in words.against:
            figure = reading.norm(at + 1)[:1].isdigit() or reading.norm(at + 2)[:1].isdigit()
            return figure and (norm in words.versus or _figure_before(reading, at))
        if not norm or "\n" in norm or norm == "," or ends_sentence(reading, words, at, norm):
            return False
    return False


def _figure_before(reading: Reading, token: int) -> bool:
    return any(reading.norm(at)[:1].isdigit() for at in range(token - 1, token - 2 * NEAR, -1))


def is_delivered(reading: Reading, words: TenseWords, start: int) -> bool:
    """`το Brent παραδόσεως Δεκεμβρίου κέρδισε 1%`: what is traded is delivered later, whatever it did."""
    at = start - 1 - (reading.norm(start - 1) in words.the)
    if reading.norm(at) in words.delivery:
        return reading.norm(at - 1) in words.delivery_before
    return reading.norm(at) in words.delivered


def has_begun(reading: Reading, words: TenseWords, start: int, end: int) -> bool:
    """`Το τέταρτο τρίμηνο ξεκίνησε δυναμικά`: what began is going on; not `το τρίμηνο ξεκίνησε το έργο`."""
    if not words.begun(reading.norm(end)) or reading.norm(start - 1) not in words.the:
        return False
    # `από το τρίτο τρίμηνο ξεκίνησε`: it is the time of something else
    first = not reading.norm(start - 2)[:1].isalpha() or reading.norm(start - 2) in words.clause_end
    return first and reading.norm(end + 1) not in words.the


def is_announced(reading: Reading, words: TenseWords, start: int, end: int) -> bool:
    """`ανακοίνωσε την κυκλοφορία τον Μάιο`: the verb is past, what it announces need not be.

    Nor in `ανακοίνωσε εκδήλωση για τον Μάιο`, but it is in `ανακοίνωσε στοιχεία για τον Μάιο`.
    """
    begins, aimed = False, is_deadline(reading, words, start)
    for at in range(end, end + NEAR):  # `επιδοτήσεις Φεβρουαρίου προανήγγειλε ο υπουργός`
        if words.foretell(reading.norm(at)):
            return True
        if ends_clause(words, reading.norm(at)):
            break
    for at in range(start - 1, start - _CLAUSE, -1):
        norm = reading.norm(at)
        if ends_clause(words, norm):
            return False
        if words.announce(norm):
            return begins or aimed or bool(words.foretell(norm))
        if words.past(norm) and norm not in words.not_past:
            return False
        begins = begins or norm in words.beginning
        aimed = aimed and not words.report(norm)
    return False
