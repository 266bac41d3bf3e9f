"""What the words around a number say of it: about, at most, more than …"""

from newsfacts.lexicon.lexicon import Reading
from newsfacts.packs.schema import Hedge

_MOST_CONTEXT = 4
# `ξεπερνούν, όπως όλα δείχνουν, τα 9 δισ.`: so many tokens an aside may have
_MOST_ASIDE = 12
# `δεν θα είναι ποτέ λιγότερα από`: so many words between what denies and a comparison
_MOST_DENIED = 4
_DENIED = {"more_than": "at_most", "less_than": "at_least", "about": "less_than"}
# before and after a hedge that is set off from its amount
_OPENS, _CLOSES = frozenset(",(-"), frozenset(",.;!·…)-\n")
COMPARISONS = frozenset({"more_than", "less_than", "at_most", "at_least"})


def qualifier(reading: Reading, start: int, end: int) -> str | None:
    """The qualifier that the words before or after tokens `start` to `end` give, if any."""
    before = _hedge_before(reading, start, end)
    if before == "about":  # `της τάξης του 20% ή παραπάνω`
        after = _hedge_after(reading, end)
        return after if after in COMPARISONS else before
    return before or _hedge_after(reading, end)


def _hedge_before(reading: Reading, start: int, end: int) -> str | None:
    """The qualifier of the hedge that leads up to a number."""
    at = start
    only_articles = True
    limited = reading.ending(start, "bound") is not None
    for _ in range(_MOST_CONTEXT):
        hit = reading.ending(at, "hedge_before")
        # `ξεπέρασε κατά 15%` says by how much: no filler may stand between a verb and its object
        gap = reading.ending(at, "hedge_gap") if only_articles else None
        if gap is not None and (hit is None or hit[0] > gap[0]):
            hit = gap
        if hit is not None:
            return _said(reading, hit, article=at < start and not limited, end=end)
        step = reading.ending(at, "bound") or reading.ending(at, "article")
        if step is None:
            step, only_articles = reading.ending(at, "filler"), False
        if step is None:
            break
        at = step[0]
    return _hedge_over_gap(reading, start, end)


def _said(reading: Reading, hit: tuple[int, Hedge], *, article: bool, end: int) -> str | None:
    """The qualifier of a hedge; None where it compares with an amount that is known already.

    So do `20% περισσότερα από τα 40 TOPS` and `περισσότερα από τα 40 TOPS που ζητά`.
    """
    start, hedge = hit
    if (article and _is_known(reading, hedge, end)) or _ends_tag(reading, start):
        return None
    if hedge.comparative:
        known = article and (hedge.bare or reading.starting(end, "that") is not None)
        if known or (start > 0 and reading.ending(start, "unit") is not None):
            return None
    return _meant(reading, hit)


def _ends_tag(reading: Reading, token: int) -> bool:
    """Whether a `>` ends a tag that was left in the text: `<b>5 MW</b>`."""
    return reading.norm(token) == ">" and reading.glued(token) and reading.norm(token - 1)[-1:].isalpha()


def _meant(reading: Reading, hit: tuple[int, Hedge]) -> str:
    """The qualifier of a hedge, the other way round where it is denied: `όχι μικρότερο από`."""
    start, hedge = hit
    said = str(hedge.qualifier)
    # `δεν είναι περίπου 5` denies nothing but the number
    turned = _DENIED.get(said) if hedge.gap or said != "about" else None
    return turned if turned and _is_denied(reading, start) else said


def _is_denied(reading: Reading, start: int) -> bool:
    at = start
    for _ in range(_MOST_DENIED):
        if reading.ending(at, "denied_by") is not None:
            return True
        over = reading.ending(at, "denied_over")
        if over is None:
            return False
        at = over[0]
    return False


def _is_known(reading: Reading, hedge: Hedge, end: int) -> bool:
    """Whether a comparison is with an amount that is told: `ξεπερνώντας τα 7,9 δισ. που περίμεναν`."""
    return hedge.qualifier in ("more_than", "less_than") and reading.starting(end, "that") is not None


def _hedge_over_gap(reading: Reading, start: int, end: int) -> str | None:
    """A verb such as `ξεπερνά` a few words, or an aside in commas, before the article of its object."""
    bound = reading.ending(start, "bound")
    article = reading.ending(bound[0] if bound is not None else start, "object")
    if article is None and bound is not None:
        article = reading.ending(bound[0] - 1, "object")  # `το εντυπωσιακό όριο των`
    if article is None:
        return None
    at = _before_aside(reading, article[0])
    first = at
    for _ in range(_MOST_CONTEXT):
        hit = reading.ending(at, "hedge_gap")
        if hit is not None and hit[1].gap >= first - at:
            known = bound is None and _is_known(reading, hit[1], end)
            return None if known else _meant(reading, hit)
        at -= 1
        if at <= 0 or not reading.word(at)[0].isalnum():
            break
    return None


def _before_aside(reading: Reading, at: int) -> int:
    """The token at which an aside in commas begins that ends before a token, or that token."""
    if reading.word(at - 1) != ",":
        return at
    for comma in range(at - 2, max(0, at - _MOST_ASIDE), -1):
        if reading.word(comma) == ",":
            return comma
        if reading.word(comma) in (".", ";", "!", "·", "»"):
            break
    return at


def _set_off(reading: Reading, end: int) -> tuple[int, str] | None:
    """`10%, περίπου, φέτος`, `10% (περίπου)`: nothing follows it that it could belong to."""
    if reading.norm(end) not in _OPENS:
        return None
    hit = reading.starting(end + 1, "hedge_after")
    closed = hit is not None and (hit[0] >= len(reading) or reading.norm(hit[0])[:1] in _CLOSES)
    return hit if closed else None


def _hedge_after(reading: Reading, end: int) -> str | None:
    """The qualifier of a hedge right after the unit: `και άνω`, or a plus sign glued to it."""
    hit = reading.starting(end, "hedge_after") or _set_off(reading, end)
    if hit is not None:
        return str(hit[1])
    plus = end < len(reading) and reading.word(end) == "+" and reading.glued(end)
    return (
        "at_least" if plus and not (reading.glued(end + 1) and reading.word(end + 1)[:1].isdigit()) else None
    )
