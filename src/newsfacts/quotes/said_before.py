"""What stands before its verb of saying: whether that may be what was said."""

from newsfacts.quotes.cast import Speaker
from newsfacts.quotes.occasions import is_occasion
from newsfacts.quotes.scene import Scene
from newsfacts.quotes.verb_forms import gerund_at, has_verb, verb_at


def is_manner(scene: Scene, start: int, end: int) -> bool:
    """Whether a stretch tells when or how something is said: `Με πυρά κατά των «παλιών», απάντησε ο Χ`."""
    first = next(iter(scene.page.marks_in(start, end)), None)
    if first is None or scene.page.norm(start) not in scene.words.with_:
        return is_occasion(scene, start)
    return not has_verb(scene, start, first.open)


def may_be_said(scene: Scene, start: int, end: int, speaker: Speaker) -> bool:
    """Whether a stretch before a verb may be what was said, and is not what it is said of.

    `Την έκδοση, που θα γίνει, ανακοίνωσε η Χ` is an act; `Στόχος μια νέα Ελλάδα, τόνισε ο Χ` is speech.
    """
    page, words = scene.page, scene.words
    relative = next((k for k in range(start, end) if page.norm(k) in words.relatives), end)
    if has_verb(scene, start, relative) or _goes_on(scene, relative, end):
        return True
    if page.norm(start) in words.other and page.norm(start) not in words.locative:
        return False
    if _has_main_verb(scene, relative, end):
        return True
    denies = page.norm(start) in words.neither  # `Καμία μείωση στις τιμές, λέει η Χ`
    # `Όσοι ζουν στην πόλη που ψήφισε έφτασαν το 5%`: a verb may follow what no comma sets off
    closed = relative == end or "," in (page.norm(relative - 1), page.norm(relative - 2))
    says = speaker.type != "organization" and not (scene.cue.says.acts and closed)
    return (denies or says) and end - start > 2 and not gerund_at(scene, start)


def _has_main_verb(scene: Scene, relative: int, end: int) -> bool:
    """`Οι τιμές που ανέβηκαν θα πέσουν`: whether a second verb follows that of a relative clause."""
    page, words, verb = scene.page, scene.words, relative + 1
    if relative >= end or page.norm(relative - 1) == ",":
        return False
    led = words.verbal | words.clitics
    while verb < end and page.norm(verb) in led:
        verb += 1
    verb = next((k for k in range(verb, end) if verb_at(scene, k)), end)
    inner = words.linking | words.inner | words.modal | {","}
    mains = (k for k in range(verb + 1, end) if verb_at(scene, k) or page.norm(k) in words.verbal)
    main = next(mains, end)
    return main < end and not any(page.norm(k) in inner - words.verbal for k in range(verb + 1, main))


def _goes_on(scene: Scene, relative: int, end: int) -> bool:
    """`Οι άλλοι, που έφυγαν, γύρισαν`: whether a verb, with a subject or without, follows a comma."""
    page, words = scene.page, scene.words
    commas = [k for k in range(relative, end) if page.norm(k) == ","]
    starts = [k + 1 for k in commas if page.norm(k + 1) in words.subject or has_verb(scene, k + 1, k + 2)]
    stops = {k for k in range(relative, end) if page.norm(k) in words.relatives} | {*commas, end}
    return any(has_verb(scene, k, min(stop for stop in stops if stop > k)) for k in starts)
