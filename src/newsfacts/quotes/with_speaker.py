"""Who speaks behind `με` and before `να`: `με τον Χ να δηλώνει`."""

from newsfacts.quotes.mentions import Mention
from newsfacts.quotes.scene import Scene
from newsfacts.quotes.some import share_of
from newsfacts.quotes.verb_forms import has_verb

_FAR_BACK = 24
_ASIDE = 8


def with_speaker(scene: Scene, first: int, token: int) -> Mention | None:
    """`με τον Χ (, ρόλο της Ψ,) να δηλώνει`: who is named between the preposition and the particle.

    No farther back than `first`.
    """
    page, words = scene.page, scene.words
    for start in range(token - 2, max(first, token - _FAR_BACK) - 1, -1):
        if page.norm(start) not in words.with_:
            continue
        if author := scene.subjects.author(start + 1, token):
            return author if token - author.end <= 4 else None  # `με έρευνα της Χ του 2025 να δείχνει`
        if share_of(page, start + 1, token):
            return Mention(start, start + 1, "noun")
        if page.norm(start + 1) in words.articles:
            mention = scene.subjects.at(start + 1, token)
            if mention is None or mention.kind == "noun":
                return None
            return mention if _only_aside(scene, mention.end, token) else None
        return _people_without_name(scene, start + 1, token)
    return None


def _people_without_name(scene: Scene, start: int, end: int) -> Mention | None:
    """`με (πολλούς) αναλυτές να εκτιμούν`: those told by what they are, right up to the particle."""
    page = scene.page
    for at in range(start, min(start + 2, end)):
        mention = scene.subjects.at(at, end)
        if mention is not None and page.word(at).islower():
            fits = mention.kind == "nameless" and mention.start == at and _only_aside(scene, mention.end, end)
            return mention if fits else None
    return None


def _only_aside(scene: Scene, at: int, end: int) -> bool:
    """`με τη Χ, από την πλευρά της, να αναφέρει`: whether nothing stands here but a comma and an aside."""
    page, words = scene.page, scene.words
    if end - at <= 1:
        return True
    told = page.norm(at) == words.subjunctive and page.verb(at + 1) is not None
    if told and page.norm(end - 1) in words.and_:
        return True  # `με τον Χ να μιλά για «A» και να τονίζει ότι B`
    at += page.norm(at) == ","
    opens = page.norm(at) in words.prepositions | words.agent | words.adverbs
    opens = opens and (page.norm(end - 1) == "," or page.norm(at) not in words.topics)  # `για την ανάγκη να`
    return opens and end - at <= _ASIDE and not has_verb(scene, at, end)
