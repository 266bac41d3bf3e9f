"""Who speaks where there is no cue: before a colon, behind a dash, in the speech before."""

from collections.abc import Sequence

from newsfacts.quotes.cast import NOBODY, Speaker, as_speaker
from newsfacts.quotes.loose_roles import is_public
from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.parts.known_names import is_known
from newsfacts.quotes.parts.leads import past_lead
from newsfacts.quotes.parts.part import Part
from newsfacts.quotes.quote_words import STOPS
from newsfacts.quotes.roster import Cast
from newsfacts.quotes.scene import Continued, Hit, Line, Named, Scene, Stretch
from newsfacts.quotes.verb_forms import has_verb

_PEOPLE = 100
_LONGEST_NAMING, _FEW = 16, 6


def _label(scene: Scene, at: int) -> Hit:
    """Who stands before a colon; nobody where that is no speaker: `Διαβάστε: «…»`."""
    return at, Named(_labelled(scene, at), at)


def _labelled(scene: Scene, colon: int) -> Speaker | None:
    page, words, marks = scene.page, scene.words, scene.marks
    assert marks is not None
    start = max(scene.done, scene.first)
    while page.norm(start) in STOPS:
        start += 1
    label = page.norm(start)
    if label in words.labels and marks.open - start <= 3:
        answers = label in words.answers
        subjects = scene.subjects
        return (_interviewee(subjects.cast, start, subjects.spoken) or NOBODY) if answers else None
    if page.norm(colon - 1) in words.called:
        return None  # `ημερίδα με θέμα: «…»`
    mention = _present(scene, colon)
    if mention is not None:
        return scene.subjects.resolve(mention)
    start = past_lead(scene, start, colon)
    mention = scene.subjects.at(start, colon)
    if person := _shouted(scene, mention):
        return person
    speaker, end = scene.subjects.joined(mention) if mention else (NOBODY, start)
    near = marks.open - end <= _FEW or page.norm(end) in words.prepositions
    if mention and mention.kind in ("person", "organization", "nameless") and near:
        titled = mention.kind == "organization" and not has_verb(scene, marks.open + 1, marks.close)
        article = page.norm(start) in words.articles
        bare = mention.kind == "person" and not mention.role and not article and mention.name
        titled = titled or bool(bare and not is_known(scene, bare))  # `Διαβάστε: «…»`
        return None if titled else speaker  # `ΥΠΑΔ: «Ενίσχυση δήμων»`
    if marks.close - marks.open < _FEW and not _was_clear(scene, start, colon):
        return None
    if scene.speaker is not None and start >= colon:
        return scene.speaker  # `Ο Χ είπε ότι C: «Q»`
    return scene.subjects.before(colon, start, objects=True)


def _was_clear(scene: Scene, start: int, colon: int) -> bool:
    """`Για τις θέσεις ο Χ ήταν σαφής: «Q»`: whether a few words in marks are a clause, said in some way."""
    page, marks = scene.page, scene.marks
    assert marks is not None
    was = any(page.norm(k) in scene.words.copulas for k in range(max(start, colon - _FEW), colon))
    return (was or _is_described(scene, start, colon)) and has_verb(scene, marks.open + 1, marks.close)


def _is_described(scene: Scene, start: int, colon: int) -> bool:
    """`Αισιόδοξος ο Χ: «Q»`: whether one word, no verb, tells how he is who is named up to the colon."""
    if scene.page.norm(start + 1) not in scene.words.subject or has_verb(scene, start, start + 1):
        return False
    mention = scene.subjects.at(start + 1, colon)
    return mention is not None and mention.kind in ("person", "nameless") and mention.end == colon


def _interviewee(cast: Cast, at: int, spoken: Sequence[tuple[int, Speaker]]) -> Speaker | None:
    """Who answers in an interview: the one quoted in its headline, else the first one introduced."""
    for _, speaker in spoken[:1]:
        if speaker.type == "person":
            return speaker
    with_roles = [person for person in cast.people if person.role]
    return as_speaker(cast, with_roles[0], {}) if with_roles and with_roles[0].at < at else None


def _present(scene: Scene, colon: int) -> Mention | None:
    """`Η Χ εγκαινίασε το Ψ παρουσία του Ω: «Q»`: who is named up to the colon."""
    page = scene.page
    for token in range(colon - 2, max(scene.first, colon - _LONGEST_NAMING), -1):
        if page.norm(token) in scene.words.present:
            mention = scene.subjects.at(token + 1, colon)
            return mention if mention and mention.kind == "person" and mention.end == colon else None
    return None


def _shouted(scene: Scene, mention: Mention | None) -> Speaker | None:
    """`ΜΑΡΗ: «Q»`: the person of the text whose name is written in capitals here, if it is one's."""
    page, name = scene.page, mention.name if mention and not mention.case and not mention.role else None
    if name is None or page.is_latin(name[0]) or not all(page.word(k).isupper() for k in range(*name)):
        return None
    cast, stem = scene.subjects.cast, scene.words.stem
    # the stem of a word in capitals is that of an acronym
    stems = tuple(stem(page.word(k).lower()) for k in range(*name))
    meant = [p for p in cast.people[-_PEOPLE:] if p.stems[-len(stems) :] == stems and not p.name.isupper()]
    place = {"start": page.reading.starts[name[0]], "end": page.reading.ends[name[1] - 1]}
    return as_speaker(cast, meant[-1], place) if meant else None


def _speech_before(scene: Scene, at: int) -> Hit:
    """Speech in marks that ends right before: who speaks, and the cue where that is in the same paragraph."""
    if scene.previous is None:
        return None
    stop, (found, speaker) = scene.previous
    page = scene.page
    gap = page.text[page.reading.ends[stop - 1] : page.reading.starts[at]]
    if gap.strip() or found.style != "direct":
        return None
    return at, Continued(Named(speaker, at), None if "\n" in gap else found.cue)


def _last_speaker(scene: Scene, at: int) -> Hit:
    """Whoever spoke last, or whom the sentences before are about."""
    return at, Named(scene.subjects.remembered(at) or NOBODY, at)


def _known_speaker(scene: Scene, at: int) -> Hit:
    """Whose announcement is named right before: `Η Χ εξέδωσε ανακοίνωση. Όπως τονίζεται: «Q»`.

    An organisation that has made it, or has spoken; nobody known where none is.
    """
    before = scene.first - 1
    while before > 0 and scene.page.word(before).isspace():
        before -= 1
    if before <= 0:
        return None
    (first, end), subjects = scene.page.sentence(before), scene.subjects
    if maker := subjects.document_in(first, end):
        known = subjects.resolve(maker)
    else:
        known = next((speaker for k, speaker in subjects.spoken[-1:] if k >= first), NOBODY)
    return at, Named(known if known.type == "organization" else NOBODY, at)


def _headed(scene: Scene, at: int) -> Hit:
    """A person before the colon of a line, known or with a role; perhaps with where he spoke."""
    line, page = _line(scene), scene.page
    mention = scene.subjects.at(past_lead(scene, at, line.colon), line.colon)
    if mention is None or mention.kind not in ("person", "nameless") or mention.plural:
        return None
    # `Πρόεδρος ΡΕΗ: C`: the initials are read as part of the role
    whose = mention.organization or (mention.role and page.word(mention.role[1] - 1).isupper())
    if mention.kind == "nameless" and not (whose or mention.case or is_public(page, mention)):
        return None
    if mention.end != line.colon and page.norm(mention.end) not in scene.words.prepositions:
        return None  # `Χ σε φοιτητές: C`
    if mention.name and not mention.organization and not is_known(scene, mention.name):
        return None
    return line.colon, Named(scene.subjects.resolve(mention), line.colon)


def _tells(scene: Scene, at: int) -> Hit:
    """Whether the rest of a line has a verb, no verb of saying with a clause of its own, and asks nothing."""
    line, page = _line(scene), scene.page
    # `Χ: Τι δήλωσε για το ρεύμα`, `Χ: Όλα όσα δήλωσε`
    asks = any(page.norm(k) in scene.words.asking for k in (line.colon + 1, line.colon + 2))
    if asks or _announces(scene, line) or not has_verb(scene, line.colon + 1, line.stop):
        return None
    verbs, that = page.forms("quote.verb"), scene.words.that
    said = (verbs[k][0] for k in range(line.colon, line.stop) if k in verbs)
    # a dateline: `ΝΕΑ ΥΟΡΚΗ: Η Χ ανακοίνωσε ότι …`
    return None if any(page.norm(end) in that for end in said) else (at, None)


def _announces(scene: Scene, line: Line) -> bool:
    """`Χ: Η δήλωση για το ρεύμα που συζητήθηκε`: what was said is named, and not told."""
    page = scene.page
    at = line.colon + 1
    at += page.norm(at) in scene.words.articles
    if not page.form(at, "quote.noun"):
        return False
    relative = next((k for k in range(at, line.stop) if page.norm(k) in scene.words.relatives), line.stop)
    return not has_verb(scene, at + 1, relative)


def _headline(scene: Scene, at: int) -> Hit:
    """The rest of a line; not what a dash sets off: `C – Τι είπε για τις τιμές`, `C – Διέψευσε ο Ψ`."""
    page, stop = scene.page, _line(scene).stop
    dashes = (k for k in range(at + 1, stop - 1) if page.norm(k) == "-")
    stop = next((k for k in dashes if page.norm(k + 1) in scene.words.asking or _tells_next(scene, k)), stop)
    return stop, Stretch(at, stop, whole=False)


def _tells_next(scene: Scene, dash: int) -> bool:
    """Whether a verb of saying and its subject stand behind a dash."""
    told = scene.page.verb(dash + 1)
    return told is not None and scene.page.norm(told[0]) in scene.words.subject


def _line(scene: Scene) -> Line:
    assert scene.line is not None
    return scene.line


PARTS = {
    "label": Part(before=_label, gives=Named, beside=("marks",)),
    "speech_before": Part(before=_speech_before, gives=Continued),
    "last_speaker": Part(before=_last_speaker, late=True, gives=Named),
    "known_speaker": Part(before=_known_speaker, late=True, gives=Named),
    "headed": Part(_headed, gives=Named, beside=("line",)),
    "headline": Part(_headline, gives=Stretch, beside=("line",)),
    "tells": Part(_tells, beside=("line",)),
}
