"""Words in the genitive, as far as endings tell: small ones behind a role tell what it is of."""

from newsfacts.quotes.page import Page

_BY_NAME = 3
"""So many words has what a company is called besides, in marks, at most."""


def is_genitive(page: Page, at: int) -> bool:
    """Whether a word looks like a genitive, by its ending; no given name."""
    norm = page.norm(at)
    if len(norm) < 4 or not page.word(at).isalpha() or norm in page.words.given:
        return False
    return norm.endswith(page.words.genitive_endings)


def by_name(page: Page, at: int) -> int:
    """`του «γίγαντα» των τσιπ`: past marks that hold small words and no name; 0 where none open here."""
    close = page.opens[at].close if at in page.opens else at
    if not 1 < close - at <= _BY_NAME + 1:
        return 0
    for k in range(at + 1, close):
        if not page.word(k).islower() or page.is_latin(k) or page.verb(k):
            return 0
        if page.norm(k) in page.words.function:
            return 0
    return close + 1


def small_genitive(page: Page, at: int) -> int:
    """`διαχειριστής κεφαλαίων`: past a bare genitive in small letters."""
    words, norm = page.words, page.norm(at)
    if not page.word(at).islower() or norm in words.articles or norm in words.function:
        return 0
    if page.verb(at) or (norm in words.companies and norm not in words.houses) or norm in words.times:
        return 0
    if norm.endswith(words.gerund_endings):
        return 0
    return at + 1 if is_genitive(page, at) else 0
