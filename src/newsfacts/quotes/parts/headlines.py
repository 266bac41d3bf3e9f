"""Headlines that name an outcry and whose it is: `Σήμα κινδύνου από τους S: «Q»`, `Μήνυμα S: «Q»`."""

from newsfacts.quotes.candidates import SPEAK
from newsfacts.quotes.cast import NOBODY
from newsfacts.quotes.genitives import is_genitive
from newsfacts.quotes.mention import Mention
from newsfacts.quotes.name_signs import DASHES
from newsfacts.quotes.names import Tokens, is_strong, name_at
from newsfacts.quotes.parts.leads import after_lead
from newsfacts.quotes.parts.part import Part
from newsfacts.quotes.scene import Hit, Named, Scene
from newsfacts.quotes.stretches import trim_start
from newsfacts.quotes.verb_forms import has_verb

_LONGEST, _FAR, _FEW_WORDS = 14, 4, 3
# so many words or more has a clause that is no title of a song
_LONGER = 5


def _outcry(scene: Scene, at: int) -> Hit:
    """Whose outcry the head of a line names, up to a colon; nobody's where that is not told."""
    page, words = scene.page, scene.words
    start = after_lead(scene, scene.first, at)
    noun = next((k for k in range(start, min(start + _FAR, at)) if page.norm(k) in words.outcries), None)
    if noun is None or at - start > _LONGEST or at - noun < 2 or has_verb(scene, start, at):
        return None
    if any(page.word(k)[:1].isupper() for k in range(start + 1, noun)):
        return None
    mention = _owner(scene, noun + 1, at)
    said = scene.marks is not None and scene.marks.close - scene.marks.open > _FEW_WORDS
    speaker = scene.subjects.resolve(mention) if mention is not None else NOBODY
    known = speaker.name or speaker.role
    return at, Named(speaker if known and (said or speaker.type != "organization") else None, at)


def _owner(scene: Scene, start: int, colon: int) -> Mention | None:
    """Who is named behind the noun: behind `from`, in the genitive, or by a bare name."""
    page, words = scene.page, scene.words
    start += start in page.closes  # `Ηχηρό «όχι» από τους S`
    agent = next((k for k in range(start, colon) if page.norm(k) in words.agent), None)
    for token in range(start, min(start + _FAR, colon)) if agent is None else (agent + 1,):
        if agent is not None or page.norm(token) in words.genitive:
            mention = scene.subjects.at(token, colon)
            return mention if mention is not None and mention.kind in SPEAK else None
        role = page.word(token).islower() and page.role(token)
        if role and role[0] >= colon:
            mention = scene.subjects.at(token, colon)
            return mention if mention is not None and mention.kind == "nameless" else None
        if name := name_at(page, token, colon):
            return _bare(scene, name)
        if not (page.word(token).islower() and is_genitive(page, token)):
            return None
    return None


def _bare(scene: Scene, name: Tokens) -> Mention | None:
    """A name without an article, as headlines have it: of an organisation, or of somebody known."""
    page, cast = scene.page, scene.subjects.cast
    upper = page.word(name[0]).isupper() and len(page.word(name[0])) > 1
    named = upper or page.stem(name[0]) in cast.organizations.holding
    if is_strong(page, name) or (named and name[1] - name[0] == 1):
        return Mention(*name, "organization", name=name)
    given = page.stem(name[0]) in scene.words.given_stems and name[1] - name[0] > 1
    known = page.stem(name[1] - 1) in cast.known.people
    surname = page.norm(name[1] - 1).endswith(scene.words.man_endings)
    return Mention(*name, "person", name=name) if given or known or surname else None


def _bare_owner(scene: Scene, at: int) -> Hit:
    """Whose what a noun means is, by a bare name: `το μήνυμα Ρήγα`."""
    name = name_at(scene.page, at, scene.end)
    mention = _bare(scene, name) if name else None
    return (mention.end, Named(scene.subjects.resolve(mention), mention.end)) if mention else None


def _topped(scene: Scene, at: int) -> Hit:
    """Who is named at the head of a line, up to a dash and the words in marks that end the line.

    With what it is about: `Χ για τη ζέστη – «Q»`, and no work, whose title the marks would hold; without
    that only before a longer clause.
    """
    page, marks = scene.page, scene.marks
    assert marks is not None
    if not page.word(at - 1).endswith(DASHES):
        return None
    at -= len(page.word(at - 1)) == 1  # else glued to a word: `Χ για τη ζέστη-«Q»`
    words = marks.close - marks.open - 1
    ends = trim_start(scene, marks.close + 1, scene.end) >= scene.end
    if not ends or words <= _FEW_WORDS or not has_verb(scene, marks.open + 1, marks.close):
        return None
    mention = scene.subjects.at(scene.first, at) if at - scene.first <= _LONGEST else None
    if mention is None or mention.kind != "person" or page.norm(scene.first) in scene.words.articles:
        return None
    if not (_tells_topic(scene, mention.end, at) or (mention.end == at and words > _LONGER)):
        return None
    return at, Named(scene.subjects.resolve(mention), at)


def _tells_topic(scene: Scene, start: int, end: int) -> bool:
    """`για τη ζέστη`, but not `για το βιβλίο της`: whether a stretch is what somebody speaks about."""
    page, words = scene.page, scene.words
    work = any(page.norm(k) in words.works for k in range(start, end))
    return page.norm(start) in words.about and not work and not has_verb(scene, start, end)


PARTS = {
    "outcry": Part(before=_outcry, gives=Named, beside=("marks",)),
    "bare_owner": Part(_bare_owner, gives=Named, beside=("noun",)),
    "topped": Part(before=_topped, gives=Named, beside=("marks",)),
}
