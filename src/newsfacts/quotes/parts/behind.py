"""Where what an attribution tells starts behind it: `όπως V ο S (στο Χ), C`."""

from newsfacts.quotes.acts import does_next
from newsfacts.quotes.ends import past_day, past_list, past_title
from newsfacts.quotes.occasions import is_occasion
from newsfacts.quotes.scene import Scene
from newsfacts.quotes.stretches import after_comma
from newsfacts.quotes.verb_forms import has_verb, is_time

_TAIL, _FAR_TAIL = 14, 30
_THING = 8  # so many words has a thing that an attribution names: `το κείμενο της απόφασης`
# what closes an aside, by what opens it
_CLOSES = {"-": "-", "(": ")"}


def start_after(scene: Scene, stop: int) -> tuple[int, bool]:
    """Where the clause after an aside starts, and whether a comma or marks set it apart."""
    page, words = scene.page, scene.words
    if page.norm(stop) == "(":  # `Σύμφωνα με τον Χ (Ψ), C`
        close = next((k for k in range(stop, min(scene.end, stop + 10)) if page.norm(k) == ")"), stop - 1)
        stop = close + 1
    if page.norm(stop - 1) in words.locative:
        stop -= 1  # no adverb, as in `στη συνέχεια`
    stop = _past_document(scene, stop)
    comma = stop
    sign = _CLOSES.get(page.norm(scene.cue.start - 1), ",")
    marks = {sign, '"'}
    leads = _goes_on(scene, stop)
    restricted = scene.cue.what == "phrase" and is_relative(scene, stop)  # `πηγές που μίλησαν στο Ζ, C`
    # `όπως είπε ο Χ κατά την παρουσίαση έρευνας που έγινε στο Ψ, C`
    far = stop + (_FAR_TAIL if leads else _TAIL)
    while comma < min(scene.end, far) and page.norm(comma) not in marks:
        comma = past_title(scene, comma + 1)
    closed = comma < scene.end and page.norm(comma) in marks
    relative = next((k for k in range(stop, comma) if page.norm(k) in words.relatives), comma)
    leads = leads or (closed and _is_named_thing(scene, stop, comma)) or _are_adverbs(scene, stop, comma)
    past = stop + (page.norm(stop) in words.speaking)  # `όπως είπε ο Χ μιλώντας στο Ψ, C`
    if comma > stop and not restricted and (not leads or has_verb(scene, past, relative)):
        closed = False
    if not closed:
        return stop, False
    after = comma if page.norm(comma) == '"' else comma + 1
    led = page.norm(after + 1) in words.seats or page.role(after + 1)  # `…, με επικεφαλής τον Χ, C`
    seat = page.norm(after) in words.with_ and led
    occasion = page.norm(after) in words.speaking or is_occasion(scene, after)
    occasion = occasion or (page.norm(after) in words.indefinite and page.norm(after + 1) in words.agent)
    if seat or occasion or is_relative(scene, after) or does_next(scene, after):
        restricted = restricted or is_relative(scene, after)
        after = after_comma(scene, after)  # `Σύμφωνα με τη Χ, με έδρα το Ψ, C`
    after = past_list(scene, after) if restricted else after
    return past_day(scene, after), True


def _goes_on(scene: Scene, stop: int) -> bool:
    """Whether what stands behind who speaks belongs to him: `σχετικά με`, `κοντά στη Χ`, `του Πολίτη`."""
    page, words = scene.page, scene.words
    norm, behind = page.norm(stop), page.norm(stop + 1)
    near = norm in words.function and behind in words.locative | words.prepositions
    regarding = norm in words.adverbs and behind in words.with_
    # `σύμφωνα με το υπουργείο Προστασίας του Πολίτη, C`: a genitive goes on with whose words they are
    tails = (words.prepositions, words.and_, words.genitive, words.speaking)
    return near or regarding or any(norm in told for told in tails) or _is_when(scene, stop)


def _past_document(scene: Scene, at: int) -> int:
    """`σύμφωνα με την έκθεση της Χ «Τα δίκτυα», C`: past the title of what a phrase names; else the token."""
    page, marks = scene.page, scene.page.opens.get(at)
    if marks is None or scene.cue.what != "phrase" or has_verb(scene, at + 1, marks.close):
        return at
    named = any(page.norm(k) in scene.words.reports for k in range(scene.cue.end, at))
    goes_on = page.norm(marks.close + 1) == "," and has_verb(scene, marks.close + 1, scene.end)
    return marks.close + 1 if named and goes_on else at


def _is_named_thing(scene: Scene, start: int, comma: int) -> bool:
    """`όπως αναφέρει σχετική ανακοίνωση, C`: whose verb it is, where that is nobody who could be known."""
    page, adverbs = scene.page, scene.words.adverbs
    bare = scene.cue.aside and all(page.norm(k) in adverbs for k in range(scene.cue.end, start))
    if not bare or page.norm(comma) != "," or comma - start > _THING:
        return False
    return not is_relative(scene, comma + 1) and has_verb(scene, comma + 1, scene.end)


def _are_adverbs(scene: Scene, start: int, comma: int) -> bool:
    """`όπως είπε πολύ σωστά, C`: whether up to three small words only tell how it is said."""
    page, endings = scene.page, scene.words.adverb_endings
    known = scene.words.adverbs
    small = (page.norm(k) in known or page.norm(k).endswith(endings) for k in range(start, comma))
    return comma - start <= 3 and all(small) and page.reading.span(start, comma).islower()


def _is_when(scene: Scene, at: int) -> bool:
    """`όπως είπε ο Χ την Τρίτη, C`, `… το βράδυ της Κυριακής, C`: whether a time stands here."""
    return scene.page.norm(at) in scene.words.articles and is_time(scene, at + 1)


def is_relative(scene: Scene, token: int) -> bool:
    """Whether a relative pronoun stands at a token, perhaps behind an article."""
    page = scene.page
    return page.norm(token + (page.norm(token) in scene.words.articles)) in scene.words.relatives
