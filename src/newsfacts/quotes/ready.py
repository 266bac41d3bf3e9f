"""Cues as they stand in a sentence: with auxiliary and particle, and those that say nothing left out."""

from newsfacts.quotes.candidates import NAMED
from newsfacts.quotes.cues import Cue
from newsfacts.quotes.quote_words import STOPS
from newsfacts.quotes.scene import Scene
from newsfacts.quotes.verb_forms import ENDS, has_verb
from newsfacts.quotes.with_speaker import with_speaker

_LONGEST_NAMING = 10
_TELLS = {"quote", "clause", "last"}


def ready(scene: Scene, first: int, cue: Cue) -> Cue | None:
    """The cue with its auxiliary, or None where it is denied, wished for or nobody's.

    The sentence that it stands in starts at `first`; the scene may be still before it.
    """
    page, words = scene.page, scene.words
    if cue.what != "verb":
        return cue
    start, said = cue.start, cue.says
    if said.within and not _is_told(scene, first, cue):
        return None
    willing = page.reading.ending(start, "quote.willing")
    helper = _adverbs_before(scene, start - 1, first)  # `έχει ήδη δηλώσει`
    if willing:
        denied = page.norm(willing[0] - 1) in words.negations  # `δεν θέλησε να πει ότι`
        return None if denied else cue._replace(start=willing[0], head=cue.start)
    if page.norm(helper) in words.auxiliaries:
        start = helper
        several = said.form == "infinitive" and page.norm(helper).endswith(words.plural_verb_endings)
        cue = cue._replace(many=several)
    elif said.form == "infinitive":
        purpose = page.norm(start - 1) == words.subjunctive and page.norm(start - 2) in words.about
        # `Για να καταλήξει: «Q»`
        able = purpose and (start > first + 2 or page.norm(cue.end) == ":")
        return cue._replace(start=start - 2, head=start) if able else None
    back = start - 1
    while page.norm(back) in words.clitics and back >= first:
        back -= 1
    if page.norm(back) == words.subjunctive and with_speaker(scene, first, back):
        return cue._replace(start=back, head=cue.start, with_speaker=True)
    # `παράλληλα δε επισήμανε`: the particle, no denial
    particle = page.norm(back) in words.adverbs and page.norm(back - 1) in words.adverbs
    denied = page.norm(back) in words.negations and not particle
    if denied != said.negated or page.norm(back) in words.modal:
        return None
    back = _as_before(scene, back, first, cue)
    if page.norm(back) in words.as_:
        # `όπως το αποκαλούν` names a thing
        return cue._replace(start=back, head=start, aside=True) if said.frames & _TELLS else None
    return cue._replace(start=start, head=cue.start, aside=_between_dashes(scene, start, cue))


def _between_dashes(scene: Scene, start: int, cue: Cue) -> bool:
    """`Το έργο -είπε ο Χ- θα γίνει`: whether a verb stands between dashes, with no words of its own there."""
    page, words = scene.page, scene.words
    if page.norm(start - 1) != "-" or "last" not in cue.says.frames or not page.word(start).islower():
        return False
    at = cue.end
    while page.norm(at) in words.adverbs:
        at += 1
    if page.norm(at) not in words.subject | words.prepositions | words.speaking | {"-"}:
        return False  # `-δήλωσε παρών-`
    for token in range(at, min(at + _LONGEST_NAMING, len(page.reading))):
        if page.norm(token) == "-":
            return True
        if token in page.opens or page.norm(token) == ":" or page.norm(token) in words.that | ENDS:
            return False
    return False


def _is_told(scene: Scene, first: int, cue: Cue) -> bool:
    """Whether a passive verb has somebody who says it: `αναφέρεται από τη Χ`, `στην ανακοίνωση της Χ`."""
    by = scene.page.norm(cue.end) in scene.words.agent
    return by or _tells_of_document(scene, first, cue) or _in_document(scene, first, cue.start)


def _in_document(scene: Scene, first: int, head: int) -> bool:
    """`Στην έκθεση της Χ αναφέρεται ότι`: whether a clause opens with a document of somebody and goes on."""
    page, words, at = scene.page, scene.words, first
    while page.norm(at) in words.opening:
        at += 1
    if scene.subjects.told_in(head) is not None or scene.subjects.told_from(head, at) is not None:
        return True  # `ανακοίνωση, στην οποία αναφέρεται ότι C`, `Από τη Χ αναφέρεται ότι C`
    inside = page.norm(at) in words.inside
    if inside and _is_document_of_its(scene, at, head):
        return True
    author = scene.subjects.author(at + 1, head) if inside else None
    if author is None:  # `Στην ανακοίνωση αναφέρεται ότι C`
        known = scene.subjects.known_author(at + 1) or scene.subjects.told_again(at)
        return inside and head <= at + 3 and known is not None
    if has_verb(scene, author.end, head):
        return False
    named = "" if author.name is None else page.norm(author.name[0])
    return named not in words.lands  # `Στην έκθεση της Θεσσαλονίκης`


def _is_document_of_its(scene: Scene, at: int, head: int) -> bool:
    """`Στην ανακοίνωσή της αναφέρεται ότι`: whether a clause opens with a document of whom it speaks."""
    noun = scene.subjects.document_noun(at + 1)
    whose = noun == head - 2 and scene.page.norm(noun + 1) in scene.words.clitics
    return whose and scene.subjects.is_document(noun)


def _tells_of_document(scene: Scene, first: int, cue: Cue) -> bool:
    """`«Q», αναφέρεται στην ανακοίνωση (της Χ)`: whether a verb behind a pause tells where that was said."""
    page, words, at = scene.page, scene.words, cue.end
    if page.norm(_adverbs_before(scene, cue.start - 1, first)) not in words.pauses:
        return False
    while page.norm(at) in words.adverbs:
        at += 1
    subjects = scene.subjects
    return page.norm(at) in words.inside and subjects.is_document(subjects.document_noun(at + 1))


def _as_before(scene: Scene, back: int, first: int, cue: Cue) -> int:
    """The word for as before adverbs or the subject of its verb: `όπως ο ίδιος είπε`; else the token."""
    page, words = scene.page, scene.words
    if (between := _adverbs_before(scene, back, first)) < back and page.norm(between) in words.as_:
        return between  # `όπως χαρακτηριστικά είπε`
    return back if page.norm(cue.end) in words.that else _named_after_as(scene, back, first, cue)


def _adverbs_before(scene: Scene, at: int, first: int) -> int:
    """The token before the adverbs that end at a token."""
    start = at
    while at > start - 3 and at >= first and scene.page.norm(at) in scene.words.adverbs:
        at -= 1
    return at


def _named_after_as(scene: Scene, back: int, first: int, cue: Cue) -> int:
    """`όπως ο Χ είπε`: the word for as, where only whose verb it is stands between; else the token itself."""
    for at in range(back - 1, max(first, back - _LONGEST_NAMING) - 1, -1):
        if scene.page.norm(at) in STOPS:
            return back
        if scene.page.norm(at) in scene.words.as_:
            mention = scene.subjects.at(at + 1, cue.start)
            named = mention is not None and mention.subject and mention.kind in NAMED
            fits = named and mention is not None and mention.end == back + 1 and mention.plural == cue.plural
            return at if fits else back
    return back
