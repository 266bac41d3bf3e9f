"""Which company is spoken of where a noun stands for it: `η εταιρεία`, `ο όμιλος`."""

from bisect import bisect_left
from collections.abc import Sequence

from newsfacts.quotes.full_names import fullest
from newsfacts.quotes.organizations import Named, Organizations
from newsfacts.quotes.page import Page

_BACK = 60


def company_at(page: Page, known: Organizations, token: int, noun: int = 0) -> str | None:
    """The company that `η εταιρεία` means at a token; `noun` is the token of that word, -1 a possessive.

    The one that a sentence near before is about, else the one named most.
    """
    if noun > 0 and (page.norm(noun) in page.words.institutions or page.norm(noun) in page.words.bodies):
        return _of_kind(page, known, noun)
    row = bisect_left(known.starts, token)
    if noun > 0 and page.norm(noun) in page.words.media_nouns:
        return _medium(page, known, known.named[max(0, row - _BACK) : row], noun)
    possessive = noun == -2
    near = [
        one
        for one in known.named[max(0, row - _BACK) : row]
        if one.company or (possessive and not one.product)
    ]
    kind = page.stem(noun) if noun > 0 else ""
    headed = [one for one in near if kind and kind in (one.head, *one.stems)]
    headed = [one for one in headed if one.subject] or headed
    if noun > 0 and page.norm(noun) in page.words.houses:
        return fullest(page, known, headed[-1].name) if headed else None
    chosen = headed[-1:] or _about(page, near, token, known.leading, possessive=possessive)
    best = chosen[0] if chosen else _leading(page, known, token, noun)
    return fullest(page, known, best.name) if best else None


def _medium(page: Page, known: Organizations, near: Sequence[Named], noun: int) -> str | None:
    """`η εφημερίδα`: the last medium named before, by its noun or known as one; never a company."""
    media = [
        one
        for one in near
        if page.stem(noun) == one.head or not page.words.media.isdisjoint(map(page.norm, range(*one.name)))
    ]
    return fullest(page, known, media[-1].name) if media else None


def _leading(page: Page, known: Organizations, token: int, noun: int) -> Named | None:
    """The company named most; for an office not one that the rest of its sentence brings in.

    `Ο CEO είπε ότι η εταιρεία θα πουλήσει τη Χ` leads another; and `ο οργανισμός` need not be a company, so
    it is none that is named behind it only.
    """
    leading = known.leading
    served = noun > 0 and page.norm(noun) in page.words.lists["served"]
    if served and leading is not None and token < leading.name[0]:
        return None
    later = noun < 0 and leading is not None and token < leading.name[0] < page.sentence(token)[1]
    return None if later else leading


def _of_kind(page: Page, known: Organizations, noun: int) -> str | None:
    """`το υπουργείο`, called `υπουργείο Ενέργειας` elsewhere."""
    stem = page.stem(noun)
    for one in known.holding.get(stem, ()):
        if len(one.stems) > 1:
            return fullest(page, known, one.name)
    near = known.named[: bisect_left(known.starts, noun)][-_BACK:]
    if page.norm(noun) in page.words.regulators:
        bodies = [one for one in near if len(one.stems) > 1 and _is_regulator(page, one)]
        if len({one.stems for one in bodies}) == 1:
            return fullest(page, known, bodies[-1].name)
    short = [one for one in near if one.subject and len(one.stems) == 1 and _are_initials(page, one)]
    only = len({one.stems for one in short}) == 1 and page.norm(noun) in page.words.bodies
    return fullest(page, known, short[-1].name) if only else None


def _is_regulator(page: Page, one: Named) -> bool:
    return any(page.norm(k) in page.words.regulators for k in range(*one.name))


def _are_initials(page: Page, one: Named) -> bool:
    """`η ΑΒΓ`: Greek initials, which a body is called by."""
    word = page.word(one.name[0])
    return word.isupper() and len(word) > 2 and not page.is_latin(one.name[0])


def _about(
    page: Page, near: Sequence[Named], token: int, leading: Named | None, *, possessive: bool
) -> list[Named]:
    """The company that is the subject of the last sentence with one; in the same sentence any before."""
    here, _ = page.sentence(token)
    same = [one for one in near if one.name[0] >= here]
    if same:
        return ([one for one in same if one.subject] or same)[-1:]
    first = page.token(page.sentences.paragraph(page.reading.starts[token])[0])
    paragraph = [one for one in near if one.name[0] >= first]
    if subjects := [one for one in paragraph if one.subject]:
        return subjects[-1:]
    told = {one.stems[:1] for one in near if one.subject} | ({leading.stems[:1]} if leading else set())
    if len({one.stems[:1] for one in paragraph}) == 1 and paragraph[-1].stems[:1] in told:
        return paragraph[-1:]
    return [one for one in near if one.subject][-1:] if possessive else []
