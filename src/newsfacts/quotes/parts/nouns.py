"""Nouns that cue: `η δέσμευση της S ότι C`."""

from bisect import bisect_left
from collections.abc import Container

from newsfacts.quotes.candidates import SPEAK
from newsfacts.quotes.cast import NOBODY, resolve
from newsfacts.quotes.cues import Cue
from newsfacts.quotes.genitives import is_genitive
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.parts.part import Part
from newsfacts.quotes.scene import Hit, Named, Scene, Stretch, TellingVerb

_CUES_AHEAD = 4
_GAP = 6
_ADJECTIVES = 3
_LONGEST = 60  # tokens of a clause


def _owner(scene: Scene, at: int) -> Hit:
    """Whose what a noun means is, in the genitive or as a possessive: `η δέσμευση της S`, `η δέσμευσή της`.

    The value is the mention; none for a possessive.
    """
    norm = scene.page.norm(at)
    # `η απάντησή της ήταν`: a verb tells that it is a possessive
    if norm in scene.words.of and scene.page.norm(at + 1) not in scene.words.verbal:
        mention = scene.subjects.at(at, scene.end)
        if mention and mention.kind not in ("noun", "same"):
            return mention.end, mention
        if (
            mention
            and is_genitive(scene.page, at + 1)
            and scene.page.norm(at + 1) not in scene.words.articles
        ):
            return None  # `το μήνυμα της ημέρας`: an article, no possessive
    return (at + 1, None) if norm in scene.words.clitics else None


def _described(scene: Scene, at: int) -> Hit:
    """Up to three words that say what kind of thing a noun means: `η πρώτη επίσημη αντίδραση`."""
    page, start = scene.page, at
    while start > max(scene.first, at - _ADJECTIVES) and page.word(start - 1).islower():
        if page.norm(start - 1) in scene.words.articles:
            break
        start -= 1
    return start, None


def _few(scene: Scene, at: int) -> Hit:
    """A few words up to a colon, with no marks and no cue among them."""
    page = scene.page
    colon = next((k for k in range(at, min(at + _GAP, scene.end)) if page.norm(k) == ":"), None)
    if colon is None or page.marks_in(at, colon):
        return None
    told = bisect_left(scene.starts, colon) > bisect_left(scene.starts, at)
    return None if told else (colon, colon > at)  # `Σε δήλωσή της ανέφερε: «Q»`


def _verb_behind(scene: Scene) -> Cue | None:
    row = bisect_left(scene.starts, scene.cue.end)
    following = scene.cues[row : row + _CUES_AHEAD]
    return next((cue for cue in following if cue.what == "verb" and not cue.aside), None)


def _clause_to_verb(scene: Scene, at: int) -> Hit:
    """A clause that ends where a verb of saying stands: `Την εκτίμηση ότι C εξέφρασε ο X`."""
    verb = _verb_behind(scene)
    if verb is None or verb.start - at <= 1:
        return None
    return verb.start, Stretch(at, verb.start)


def _clause_to_giving(scene: Scene, at: int) -> Hit:
    """A clause that ends where somebody gives what a noun means: `Τη δήλωση ότι C έκανε ο X`."""
    return _clause_to_act(scene, at, scene.words.sent)


def _clause_to_going(scene: Scene, at: int) -> Hit:
    """A clause that ends where somebody comes to what a noun means: `Στην εκτίμηση ότι C, προχώρησε ο X`."""
    return _clause_to_act(scene, at, scene.words.lists["went"])


def _clause_to_act(scene: Scene, at: int, acts: Container[str]) -> Hit:
    page = scene.page
    for token in range(at + 2, min(scene.end, at + _LONGEST)):
        if page.norm(token) in acts and _is_actor(scene, token + 1):
            end = token - (page.norm(token - 1) == ",")
            return end, Stretch(at, end)
    return None


def _is_actor(scene: Scene, at: int) -> bool:
    """Whether a subject stands at a token; a neuter one only where it is a body: `έδωσε το υπουργείο`."""
    if scene.page.norm(at) in scene.words.subject_not_neuter:
        return True
    mention = scene.subjects.at(at, scene.end) if scene.page.norm(at) in scene.words.subject else None
    return mention is not None and mention.kind in ("organization", "company") and mention.subject


def _verb_subject(scene: Scene, at: int) -> Hit:
    """That verb and the subject behind it."""
    verb = _verb_behind(scene)
    found = scene.subjects.after(verb) if verb is not None else None
    return (found[1], TellingVerb(verb, Named(*found))) if verb and found else None


def _giver(scene: Scene, at: int) -> Hit:
    """Who gives what a noun means: `από τον S την απάντηση: «Q»`, else the subject before it."""
    page, cue, subjects = scene.page, scene.cue, scene.subjects
    for token in range(cue.start - 1, max(scene.first, scene.done, cue.start - 12), -1):
        if page.norm(token) in scene.words.agent:
            mention = subjects.at(token + 1, cue.start)
            if mention and mention.kind in SPEAK:
                giver = subjects.resolve(mention)
                if giver.name or mention.organization:
                    return at, Named(giver, at)
                # `από τη Γαλλίδα επιστήμονα`: the woman who spoke before
                same = resolve(subjects.cast, mention._replace(kind="same"), subjects.spoken)
                return at, Named(same if same.name else giver, at)
    return at, Named(scene.named_before() or NOBODY, at)


def _sentence_start(scene: Scene, at: int) -> Hit:
    """Whether the sentence begins here."""
    return (at, None) if at == scene.first else None


PARTS = {
    "owner": Part(_owner, gives=Mention),
    "described": Part(before=_described),
    "few": Part(_few, gives=bool),
    "clause_to_verb": Part(_clause_to_verb, gives=Stretch),
    "clause_to_giving": Part(_clause_to_giving, gives=Stretch),
    "clause_to_going": Part(_clause_to_going, gives=Stretch),
    "verb_subject": Part(_verb_subject, gives=TellingVerb),
    "giver": Part(before=_giver, late=True, gives=Named),
    "sentence_start": Part(before=_sentence_start),
}
