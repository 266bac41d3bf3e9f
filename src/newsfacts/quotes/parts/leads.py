"""What leads in to a headline, before who speaks: `Βίντεο | Χ: «Q»`, `12:45 – Χ: «Q»`, `Το έργο – Χ: C`."""

import re

from newsfacts.quotes.candidates import SPEAK
from newsfacts.quotes.mention import Mention
from newsfacts.quotes.page import CLOCK
from newsfacts.quotes.scene import Scene

_LONGEST_LABEL = 16  # tokens from a sign that sets off to the colon
_JOINING = frozenset({"|", "-", "/"})
_SIGNS = _JOINING | {":"}
_CLOCK = re.compile(CLOCK)


def past_lead(scene: Scene, start: int, colon: int) -> int:
    """Where who speaks before a colon begins; `start` itself where nothing is set off before him.

    `Χ Ψ – CEO της Ω: «Q»` is one person, and `Χ – Ψ: «Q»` two.
    """
    behind = after_lead(scene, start, colon)
    whole = scene.subjects.at(start, colon) if behind > start else None
    if behind == start or (whole is not None and whole.end == colon):
        return start
    mention = scene.subjects.at(behind, colon)
    if mention is None or mention.kind not in SPEAK or not _reaches(scene, mention, colon):
        return start
    sign = scene.page.norm(behind - 1)
    joined = sign in _JOINING and whole is not None and whole.kind == "person"
    return start if joined or (sign == "-" and mention.kind == "organization") else behind


def after_lead(scene: Scene, start: int, colon: int) -> int:
    """Behind the last sign or time of day that sets something off before a colon, else `start`."""
    places = range(colon - 2, max(start, colon - _LONGEST_LABEL) - 1, -1)
    return next((k + 1 for k in places if _sets_off(scene, k)), start)


def _sets_off(scene: Scene, token: int) -> bool:
    return scene.page.norm(token) in _SIGNS or _CLOCK.fullmatch(scene.page.word(token)) is not None


def _reaches(scene: Scene, mention: Mention, colon: int) -> bool:
    """Whether nothing but where or to whom somebody spoke follows him up to the colon."""
    return mention.end == colon or scene.page.norm(mention.end) in scene.words.prepositions
