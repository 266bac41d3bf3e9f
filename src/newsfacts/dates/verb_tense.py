"""The tense of one verb with its particle and auxiliary: `θα ανοίξει`, `είχε ανοίξει`, `να ανοίξει`."""

from newsfacts.dates.deadlines import NEAR
from newsfacts.dates.placing import Tense
from newsfacts.dates.stops import ends_clause
from newsfacts.dates.tense_words import TenseWords
from newsfacts.lexicon.lexicon import Reading


def tense_of(reading: Reading, words: TenseWords, token: int, norm: str) -> Tense:
    """What the word at a token tells of the time of its clause; nothing where it is no verb."""
    if words.future(norm):
        return "" if norm in words.particle and _past_follows(reading, words, token) else "future"
    if norm in words.wish:
        return _wished(reading, words, token)
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


def _wished(reading: Reading, words: TenseWords, token: int) -> Tense:
    """`σχεδιάζει να ανοίξει` leads ahead, and so may `να ανοίξει`, but not `κατάφερε να ανοίξει`."""
    for at in range(token - 1, token - 2 * NEAR, -1):
        norm = reading.norm(at)
        if ends_clause(words, norm):
            break
        if words.plan(norm):
            return "future"
        if words.past(norm) and norm not in words.not_past:
            return ""
    owed = reading.norm(token - 1) in words.have
    return "planned" if words.once(_verb_after(reading, words, token)) and not owed else ""


def _perfect(reading: Reading, words: TenseWords, token: int) -> Tense:
    """`έχει ανοίξει`, but `έχει γραφεία`; `έχει προγραμματιστεί` looks ahead."""
    verb = _verb_after(reading, words, token)
    if words.scheduled(verb):
        return "planned"
    if not words.perfect(verb):
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
