"""What productions of mentions of organisations mean: those called by their noun, or named in marks."""

from collections.abc import Mapping

from newsfacts.quotes.genitives import is_genitive
from newsfacts.quotes.leading import past_genitives
from newsfacts.quotes.mention import Mention, Naming
from newsfacts.quotes.names import Tokens, is_strong
from newsfacts.quotes.naming_parts.part import Maker


def _firms(naming: Naming, end: int, n: int) -> Mention:
    """Organisations spoken of, told by a noun and small words behind it."""
    stop = past_genitives(naming.page, end, naming.end)
    return naming.base._replace(end=stop, kind="company", whose=n)


def _institution(naming: Naming, end: int, i: int) -> Mention:
    """An organisation whose noun begins its name."""
    return naming.base._replace(end=end, kind="organization", name=(i, end))


def _quoted(naming: Naming, end: int, n: Tokens) -> Mention:
    """An organisation named in marks."""
    return naming.base._replace(end=end, kind="organization", name=n)


def _in_marks(naming: Naming, end: int, n: Tokens, q: Tokens) -> Mention | None:
    """A body and its name in marks: of one that is no name itself, by what stands in the marks."""
    page = naming.page
    if not page.word(q[0])[:1].isupper():
        return None
    if is_strong(page, n):
        return naming.base._replace(end=end, kind="organization", name=n)
    plain = n[1] - n[0] > 1 and all(is_genitive(page, k) for k in range(*n))
    return _quoted(naming, end, q) if plain and naming.base.case == "genitive" else None


HOUSE_MAKERS: Mapping[str, Maker] = {
    "firms_spoken_of": _firms,
    "institution": _institution,
    "organization": _quoted,
    "in_marks": _in_marks,
}
