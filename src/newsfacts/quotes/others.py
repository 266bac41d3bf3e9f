"""What others say or do behind what is said: no part of it."""

from newsfacts.quotes.candidates import SPEAK
from newsfacts.quotes.scene import Scene
from newsfacts.quotes.some import of_many
from newsfacts.quotes.verb_forms import has_verb, past_at

_NEAR, _FAR = 4, 12


def another_says(scene: Scene, start: int, end: int) -> bool:
    """Whether somebody stands at a token, and right behind him a verb of saying.

    In the past behind a name; with its clause behind those told by what they are: `αναλυτές λένε ότι`.
    """
    page, mention = scene.page, scene.subjects.at(start, end)
    said = page.verb(mention.end) if mention is not None else None
    if mention is None or said is None:
        return False
    if mention.kind == "nameless":
        return (mention.subject or not mention.case) and page.norm(said[0]) in scene.words.that
    return mention.subject and mention.kind in ("person", "organization") and past_at(scene, mention.end)


def shares_at(scene: Scene, at: int) -> bool:
    """`(μόλις) το 63%`, `8 στους 10`: whether a share of those who were asked stands at a token."""
    page, words = scene.page, scene.words
    for token in range(at, min(at + _NEAR, scene.end)):
        if page.norm(token + 1) == "%" or of_many(page, token):
            return True
        if page.norm(token) not in words.articles and page.norm(token) not in words.adverbs | words.hedged:
            return False
    return False


def another_share(scene: Scene, at: int) -> bool:
    """`Το 92% δηλώνει ότι A, ενώ το 63% …`: whether others of those who were asked stand at a token."""
    first = max(scene.first, scene.done)
    return shares_at(scene, at) and any(shares_at(scene, k) for k in range(first, scene.cue.start))


def left_out(scene: Scene, token: int, end: int) -> bool:
    """`ο Χ κατηγορεί τον Ψ ότι A, και η Ω τη Ζ ότι B`: whether somebody else says more, with no verb."""
    page, words = scene.page, scene.words
    start = token + 1 + (page.norm(token) == ",")
    mention = scene.subjects.at(start, end) if page.norm(start) in words.subject_not_neuter else None
    if mention is None or mention.kind not in SPEAK or page.norm(mention.end) not in words.articles:
        return False
    near = range(mention.end, min(mention.end + _FAR, end))
    that = next((k for k in near if page.norm(k) in words.that), None)
    return that is not None and not has_verb(scene, mention.end, that)
