"""Where sentences end, and what belongs to them although marks stand around it, for the tense of a date."""

from collections.abc import Iterator

from newsfacts.dates.tense_words import TenseWords
from newsfacts.lexicon.lexicon import Reading

_TITLE = 6  # tokens of a name in marks, at most
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


def outside_names(reading: Reading, tokens: range) -> Iterator[int]:
    """Tokens outwards from a date without short names in marks: `το «Κινούμαι» θα συνεχιστεί τον Μάρτιο`."""
    step, hidden = tokens.step, 0
    for token in tokens:
        if hidden:
            hidden -= 1
        elif not (hidden := _name_ends(reading, token, step)):
            yield token


def _name_ends(reading: Reading, token: int, step: int) -> int:
    """How many tokens away the other mark stands of a short name whose mark is met at a token; else 0."""
    inward = token if step < 0 else token + 1
    if reading.norm(token) != '"' or not reading.glued(inward) or reading.glued(inward - step):
        return 0
    found = next((k for k in range(1, _TITLE + 1) if reading.norm(token + k * step) in ('"', "")), 0)
    return found if found > 1 and reading.norm(token + found * step) else 0
