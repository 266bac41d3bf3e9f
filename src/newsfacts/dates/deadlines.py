"""Dates that lie ahead whatever the tense: deadlines, and what was put off until them."""

from newsfacts.dates.tense_words import TenseWords
from newsfacts.lexicon.lexicon import Reading

NEAR = 4
"""How many tokens before an expression the words stand that it is a deadline of, or a report on."""

SENTENCE_END = frozenset(".;!·…")
"""Signs that end a sentence."""


def is_deadline(reading: Reading, words: TenseWords, start: int) -> bool:
    """`έως τον Μάρτιο`, `η προθεσμία λήγει στις 3 Μαρτίου`."""
    for at in range(start - 1, start - 2 * NEAR, -1):
        norm = reading.norm(at)
        if norm in words.ahead and _only_articles(reading, words, at, start):
            return True
        if not norm or "\n" in norm or norm in SENTENCE_END or norm in words.clause_end:
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
        if not norm or norm in SENTENCE_END or "\n" in norm or norm in words.clause_end:
            return False
        if words.put_off(norm):
            return True
    return False
