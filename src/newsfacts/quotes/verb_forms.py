"""Whether a verb or a time stands somewhere, by its word and its ending: pure questions of a sentence."""

from newsfacts.quotes.scene import Scene

ENDS = frozenset({".", ";", "!", "\u037e", "…"})
"""What ends a sentence."""

_TIMES = ("date.weekday", "date.month", "date.unit", "date.shift", "date.adjective")


def has_verb(scene: Scene, start: int, end: int) -> bool:
    """Whether a stretch has something like a finite verb, as a clause has and a noun phrase has not."""
    page, words = scene.page, scene.words
    norm, verb, verbal, contracted = page.norm, page.verb, words.verbal, words.contracted
    for k in range(start, min(end, start + 60)):
        if (word := norm(k)) in verbal or verb(k):
            return True
        if word in contracted and (k == start or page.word(k).islower()):
            return True  # `Χ: Ξεκινά το έργο`
        like = len(word) > 3 and word.endswith(words.verb_endings) and word not in words.verbless
        # a capital makes it a name, unless all is in capitals
        if like and (scene.capitals or k == start or page.word(k).islower()):
            return True
    return False


def gerund_at(scene: Scene, token: int) -> bool:
    """Whether a gerund stands at a token."""
    found = scene.page.verb(token)
    gerund = scene.page.norm(token).endswith(scene.words.gerund_endings)
    return gerund or bool(found and found[1].form == "gerund")


def past_at(scene: Scene, token: int) -> bool:
    """Whether a verb in the past, third person, stands at a token or after the pronouns there."""
    page = scene.page
    while page.norm(token) in scene.words.clitics:
        token += 1
    word = page.word(token)
    return word.islower() and len(word) > 4 and page.norm(token).endswith(scene.words.past_endings)


def verb_at(scene: Scene, token: int) -> bool:
    """Whether something like a finite verb stands at a token, in the past or in the present."""
    page, norm = scene.page, scene.page.norm(token)
    like = len(norm) > 3 and norm.endswith(scene.words.verb_endings) and norm not in scene.words.verbless
    known = norm in scene.words.contracted or page.verb(token) is not None
    return page.word(token).islower() and (like or known or past_at(scene, token))


def is_time(scene: Scene, token: int) -> bool:
    """`δήλωσε ο Χ την Τρίτη`: a day or a time of day, which is no object."""
    timed = any(scene.page.form(token, category) for category in _TIMES)
    return timed or scene.page.norm(token) in scene.words.times


def only_tail(scene: Scene, start: int) -> bool:
    """Whether only adverbs, times and prepositional phrases follow, up to the end or a comma."""
    page, words = scene.page, scene.words
    if start >= scene.end or page.norm(start) in ENDS or page.norm(start) == ",":
        return True
    timed = page.norm(start) in words.articles and is_time(scene, start + 1)  # `πρόσθεσε το Σάββατο`
    small = words.adverbs | words.prepositions | words.speaking
    if page.norm(start) not in small and not timed:
        return False
    start += page.norm(start) in words.speaking  # `πρόσθεσε μιλώντας στο Χ`
    return not has_verb(scene, start, scene.end)
