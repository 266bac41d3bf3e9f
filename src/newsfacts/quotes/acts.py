"""What a speaker does next, and what is told of what he said: no part of it."""

from newsfacts.quotes.candidates import SPEAK, between, can_speak
from newsfacts.quotes.occasions import is_occasion, is_own_occasion
from newsfacts.quotes.others import another_says, another_share, left_out
from newsfacts.quotes.scene import Scene
from newsfacts.quotes.verb_forms import gerund_at, past_at, verb_at

# Text without full stops stays linear.
_LONGEST_CLAUSE, _NEAR, _FEW = 120, 14, 8
# What a verb that tells of words of its own is good for; others only tell what somebody does.
_SAYS = {"quote", "object"}


def next_act(scene: Scene, start: int, end: int) -> int:
    """Where the speaker's next act begins: `ότι «A» και καλεί …`, `ότι A, και επέβαλε …`; else the end."""
    page, words = scene.page, scene.words
    marks = page.opens.get(start)
    if marks and _acts_after_marks(scene, marks.close + 1):
        return min(end, marks.close + 1)
    lists, norm, joints = False, page.norm, words.and_or_comma
    # `Όπως είπε ο Χ, C, ζητώντας …`: what somebody in the clause does, whose verb is the main one
    main = scene.cue.aside or scene.cue.what == "phrase"
    for token in range(start + 1, min(end, start + _LONGEST_CLAUSE)):
        if is_own_occasion(scene, token):
            return token
        if page.marks_around(token):
            continue
        bare = norm(token) in words.while_ and norm(token - 1) != "," and not main
        if bare and _acts_after_comma(scene, token - 1, end, lists, main=main):
            return token  # `ότι A ενώ αναφέρθηκε και στο Χ`, without a comma
        if norm(token) not in joints:
            continue
        if norm(token + (norm(token) == ",")) in words.and_ and left_out(scene, token, end):
            return token  # `κατηγορεί τον Χ ότι A, και η Ψ τη Ζ ότι B`
        if token > start + 1 and not main and _says_next(scene, start, token):
            return _joint_before(scene, start, token)
        if norm(token) != ",":
            if token > start + 1 and not main and _acts_after_and(scene, start, token):
                return token
        elif _acts_after_comma(scene, token, end, lists or main, main=main):
            return token
        else:
            lists = lists or past_at(scene, token + 1)  # `αύξησε τα έσοδα, μείωσε το χρέος, και …`
    return end


def _acts_after_marks(scene: Scene, joint: int) -> bool:
    """`ότι «Q» και καλεί …`, `ότι «Q» ενώ παράλληλα επέκρινε …`: whether he acts behind his words."""
    words, norm = scene.words, scene.page.norm(joint)
    if norm in words.and_:
        return verb_at(scene, joint + 1)
    return norm in words.while_ and past_at(scene, _past_adverbs(scene, joint + 1))


def _says_next(scene: Scene, start: int, joint: int) -> bool:
    """`είπε ότι A και τόνισε την ανάγκη`, `…, αναφέρθηκε σε …`: whether the speaker says more behind `and`.

    Not where somebody in the clause may say it, who acts in it in the same tense.
    """
    page, words = scene.page, scene.words
    at = _past_adverbs(scene, joint + 1)
    if not _tells(scene, at) or (past := _is_past(scene, at)) != _told_in_past(scene):
        return False
    many = page.norm(at).endswith(words.plural_verb_endings)
    if many != scene.cue.plural or page.norm(at + 1) in words.subject_not_neuter:
        return False  # `ότι το έργο είχε πληρωθεί και μίλησε ο Χ`
    if past and not any(_is_past(scene, k) for k in range(start, joint)):
        return True
    return not _another_may_say(scene, start, joint, many=many)


def _joint_before(scene: Scene, start: int, token: int) -> int:
    """`ότι A, ενώ κλείνοντας, ευχαρίστησε …`: the comma before the conjunction; else the token itself."""
    page = scene.page
    commas = (k for k in range(token - 1, max(start, token - _NEAR), -1) if page.norm(k) == ",")
    comma = next(commas, token)
    led = page.norm(comma + 1) in scene.words.linking and gerund_at(scene, comma + 2)
    return comma if led else token


def _is_remark(scene: Scene, token: int, end: int) -> bool:
    """`ανακοίνωσε ότι A, γεγονός που προκάλεσε …`: what is told of something said in the past.

    Not where what is said goes on behind it, with a conjunction of its own.
    """
    page, words = scene.page, scene.words
    pronoun = token + 2 + (page.norm(token + 2) in words.articles)
    if page.norm(token + 1) not in words.remarks or page.norm(pronoun) not in words.relatives:
        return False
    if page.norm(pronoun + 1) == ",":
        return False  # `…, κάτι που, όπως είπε, θα κοστίσει`
    if page.marks_in(pronoun, end) and not page.verb(pronoun + 1):
        return False  # `…, κάτι που σημαίνει «νέα εποχή»`
    if _says_on(scene, pronoun, end):
        return False
    if any(page.norm(k) in words.rebuts for k in range(pronoun + 1, min(end, pronoun + _FEW))):
        return True  # `…, κάτι που η Ψ αρνείται`
    return _told_in_past(scene) and (_is_told_by_others(scene, pronoun + 1, end) or _is_announced(scene))


def _is_told_by_others(scene: Scene, at: int, end: int) -> bool:
    """`…, κάτι που εξόργισε τους πελάτες`, `…, κάτι που αρνείται η Χ`: what came of it, or another's view."""
    page, words = scene.page, scene.words
    while page.norm(at) in words.before_verb or page.norm(at) in words.negations:
        at += 1
    mention = scene.subjects.at(at + 1, end)
    another = mention is not None and mention.subject and mention.kind in ("person", "organization")
    return _is_past(scene, at) or another


def _is_announced(scene: Scene) -> bool:
    """Whether an act is announced, or a firm speaks: what it will bring is for the reporter to tell."""
    if scene.cue.what != "verb":
        return True
    speaker = scene.subject_of(scene.ahead.at).speaker
    return scene.cue.says.acts or (speaker is not None and speaker.type == "organization")


def _says_on(scene: Scene, start: int, end: int) -> bool:
    """`ότι A, χωρίς να αλλάξει B, και ότι C`: whether what is said goes on, with a conjunction of its own."""
    page, words = scene.page, scene.words
    end = min(end, start + _LONGEST_CLAUSE)
    return any(page.norm(k) in words.that and page.norm(k - 1) in words.and_ for k in range(start + 1, end))


def _past_adverbs(scene: Scene, at: int) -> int:
    """Past adverbs and pronouns before a verb."""
    while scene.page.norm(at) in scene.words.before_verb:
        at += 1
    return at


def _tells(scene: Scene, token: int) -> bool:
    """Whether a verb of saying, thanking or asking stands at a token."""
    page, words, norm = scene.page, scene.words, scene.page.norm(token)
    if not page.word(token).islower():
        return False
    if norm in words.thanks or norm in words.asks:
        return True
    if (said := page.verb(token)) is None or said[1].within:
        return False
    return bool(said[1].frames & _SAYS) and said[1].form in ("singular", "plural")


def _is_past(scene: Scene, token: int) -> bool:
    """Whether a verb in the past stands at a token, of one or of several."""
    page, words, norm = scene.page, scene.words, scene.page.norm(token)
    if not page.word(token).islower() or len(norm) < 4 or norm in words.function:
        return False
    return norm.endswith(words.past_endings + words.past_plural_endings)


def _told_in_past(scene: Scene) -> bool:
    """Whether the verb being read is in the past, `έχει δηλώσει` too."""
    return scene.cue.says.form == "infinitive" or any(
        _is_past(scene, k) for k in range(scene.cue.head, scene.cue.end)
    )


def _another_may_say(scene: Scene, start: int, end: int, *, many: bool) -> bool:
    """Whether a stretch has a subject, of one or of several, that may say something: a report may, too."""
    page, words = scene.page, scene.words
    if any(page.norm(k) in words.whoever for k in range(start, end)):
        return True
    for mention in between(scene.subjects.cast, start, end):
        if not mention.subject or mention.plural != many:
            continue
        told = page.norm(mention.start + 1) in words.reports | words.documents
        if told or (mention.kind in SPEAK and can_speak(page, mention)):
            return True
    return False


def _acts_after_and(scene: Scene, start: int, token: int) -> bool:
    """`είπε ότι είναι έτοιμο και αποχώρησε`."""
    page = scene.page
    if not past_at(scene, token + 1) or (page.verb(token + 1) and not _asks(scene, token + 1)):
        return False
    clitic = page.norm(token + 1) in scene.words.clitics
    if page.norm(token + 2 + clitic) in scene.words.subject_not_neuter:
        return False  # `ότι το έργο είχε πληρωθεί και έφτασε η ώρα`
    return clitic or not any(past_at(scene, k) for k in range(start + 1, token + 1))


def does_next(scene: Scene, token: int) -> bool:
    """`…, ζητώντας μέτρα`, `…, χωρίς να δώσει λεπτομέρειες`: whether a speaker's own act begins at a token.

    `…, χωρίς να ανέβουν οι τιμές` is said.
    """
    page, words = scene.page, scene.words
    if page.norm(token) not in words.without:
        return page.norm(token) in words.acts
    near = range(token + 1, min(token + _FEW, scene.end))
    comma = next((k for k in near if page.norm(k) == ","), near.stop)
    verb = next((k + 1 for k in range(token + 1, comma) if page.norm(k) == words.subjunctive), token)
    verb = _past_adverbs(scene, verb)
    left_out = any(page.norm(k) in words.withheld for k in range(token + 1, comma))
    return left_out or page.norm(verb) in words.withholding


def _asks(scene: Scene, token: int) -> bool:
    """Whether a speaker asks for something, or refuses, behind what he said: `ζήτησε από τον Χ να …`."""
    page, words = scene.page, scene.words
    if page.norm(token) in words.negations and page.norm(token + 1) in words.withholds:
        return True
    asked = any(page.norm(k) == words.subjunctive for k in range(token + 1, token + 10))
    many = page.norm(token).endswith(words.plural_verb_endings)
    return page.norm(token) in words.asks and asked and many == scene.cue.plural


def _acts_after_comma(scene: Scene, token: int, end: int, lists: bool, *, main: bool) -> bool:
    page, words = scene.page, scene.words
    norm = page.norm(token + 1)
    if (does_next(scene, token + 1) and not main) or is_occasion(scene, token + 1):
        return not _says_on(scene, token, end)
    if norm in words.remarks and not main:
        return _is_remark(scene, token, end)
    if norm in words.while_:
        if _turned_out(scene, token + 2, end):
            return True  # `περίμενε ότι A, ωστόσο το πέτυχε νωρίτερα`
        if another_says(scene, token + 2, end) or another_share(scene, token + 2):
            return True  # `…, ενώ η Χ δεσμεύτηκε να …`
        if page.norm(token + 2) in words.thanks or _asks(scene, token + 2):
            return True  # `…, ενώ εξέφρασε την ελπίδα`, `…, αλλά ζήτησε να …`
        told = page.verb(token + 2)
        if told and "object" in told[1].frames:
            return True  # `…, ενώ αναφέρθηκε και στο Χ`
    return norm in words.and_ and not lists and past_at(scene, token + 2)


def _turned_out(scene: Scene, start: int, end: int) -> bool:
    """Whether what came of an expectation follows: a verb in the past, and nothing that is still to come."""
    page, words, cue = scene.page, scene.words, scene.cue
    if not any(page.norm(k) in words.awaited for k in range(cue.start, cue.end)):
        return False
    near = range(start, min(end, start + _NEAR))
    to_come = any(page.norm(k) in words.modal or page.norm(k) == words.subjunctive for k in near)
    return not to_come and any(_is_past(scene, k) for k in near)
