"""Where sentences end, for the tense of a date."""

from newsfacts.dates.tense_words import TenseWords
from newsfacts.lexicon.lexicon import Reading

SENTENCE_END = frozenset(".;!·…")
"""Signs that end a sentence."""


def ends_clause(words: TenseWords, norm: str) -> bool:
    """Whether a clause ends at a token: with the text, a line, a sentence, or a word such as `που`."""
    return not norm or norm in SENTENCE_END or "\n" in norm or norm in words.clause_end


def ends_sentence(reading: Reading, words: TenseWords, token: int, norm: str) -> bool:
    """Whether a sign ends a sentence, and does not shorten a word."""
    return norm in SENTENCE_END and not _goes_on(reading, words, token)


def _goes_on(reading: Reading, words: TenseWords, token: int) -> bool:
    """Whether a sentence goes on after a stop: one that shortens a word, dots before a small letter."""
    if reading.norm(token) == "…":
        return reading.word(token + 1)[:1].islower()
    return _abbreviated(reading, words, token)


def _abbreviated(reading: Reading, words: TenseWords, token: int) -> bool:
    """Whether a full stop belongs to the word before it."""
    before = reading.norm(token - 1)
    short = before in words.abbreviations or (len(before) == 1 and before.isalpha()) or "." in before
    return short and reading.glued(token)
