"""What stands before the noun or name of a mention: article, title, adjectives, nouns of organisations."""

from collections.abc import Mapping

from newsfacts.quotes.genitives import is_genitive
from newsfacts.quotes.leading import is_age, is_head, leads, leads_firm, stands_alone
from newsfacts.quotes.mention import Naming, article_at
from newsfacts.quotes.names import is_adjective
from newsfacts.quotes.naming_parts.part import ANY, Part
from newsfacts.quotes.page import Hit, Page

_MOST_DIGITS = 3


def _opening(naming: Naming, at: int) -> Hit:
    """Asks whether nothing stands before, no article either."""
    return (at, None) if at == naming.base.start else None


def _bare(naming: Naming, at: int) -> Hit:
    """Asks whether no article stands before."""
    return None if naming.base.case else (at, None)


def _definite(naming: Naming, at: int) -> Hit:
    """Asks whether an article stands before."""
    return (at, None) if naming.base.case else None


def _subject(naming: Naming, at: int) -> Hit:
    """Asks whether an article of a subject stands before."""
    return (at, None) if naming.base.case == "nominative" else None


def _explained(naming: Naming, at: int) -> Hit:
    """Asks whether a noun of organisations stands before: `η εταιρεία`."""
    return (at, None) if naming.head else None


def _small(naming: Naming, at: int) -> Hit:
    """A word without a capital."""
    return (at + 1, at) if naming.page.word(at).islower() else None


def _capital(naming: Naming, at: int) -> Hit:
    """A word written as names are."""
    return (at + 1, at) if naming.page.is_capital(at) else None


def _word(naming: Naming, at: int) -> Hit:
    """A word or a name, no sign and no figure."""
    return (at + 1, at) if naming.page.word(at)[:1].isalpha() else None


def _verb(naming: Naming, at: int) -> Hit:
    """A verb of saying."""
    verb = naming.page.verb(at)
    return (verb[0], at) if verb else None


def _no_noun(naming: Naming, at: int) -> Hit:
    """Asks whether a verb or a sign stands here, so that the word before it is one by itself."""
    return (at, None) if stands_alone(naming.page, at - 1) else None


def _several(naming: Naming, at: int) -> Hit:
    """Asks whether an article of several stands right before."""
    return (at, None) if naming.base.plural and at == naming.base.end else None


def _titled(naming: Naming, at: int) -> Hit:
    """Asks whether a title stands before."""
    return (at, None) if naming.base.titled else None


def _initial(naming: Naming, at: int) -> Hit:
    """One capital, as that of a name."""
    word = naming.page.word(at)
    return (at + 1, at) if len(word) == 1 and word.isupper() else None


def _aged(naming: Naming, at: int) -> Hit:
    """How old somebody is: `58χρονη`, the number and the ending perhaps two tokens."""
    page = naming.page
    if not is_age(page, at):
        return None
    return at + 1 + (page.norm(at + 1) in page.words.age), at


def _number(naming: Naming, at: int) -> Hit:
    """A number of up to three digits, as years are told: `58 ετών`."""
    word = naming.page.word(at)
    return (at + 1, at) if word.isdecimal() and len(word) <= _MOST_DIGITS else None


def _agreeing(naming: Naming, at: int) -> Hit:
    """An article in the case and number of the one before."""
    article, base = article_at(naming.page, at), naming.base
    agrees = article is not None and (article.case, article.plural) == (base.case, base.plural)
    return (at + 1, at) if agrees else None


def _apposing(naming: Naming, at: int) -> Hit:
    """An article behind a name, in its case and gender: `ο Π. Μ., ο πρόεδρος`."""
    article, base = article_at(naming.page, at), naming.base
    if article is None or article.case != (base.case or "nominative"):
        return None
    return (at + 1, at) if article.gender == "n" or base.gender in ("", article.gender) else None


def _leads(naming: Naming, at: int) -> bool:
    """Whether a word may stand before the noun of a mention at all."""
    page, norm = naming.page, naming.page.norm(at)
    words = page.words
    if not naming.base.case and norm not in words.companies and norm not in words.hints:
        return False
    return page.word(at).isalpha() and norm not in words.function and not page.verb(at)


def _noun_of_firms(naming: Naming, at: int) -> Hit:
    """A noun of organisations before their name: `εταιρεία`, `τηλεοπτικό δίκτυο`."""
    page = naming.page
    noun = page.company(at)
    if noun and noun[0] > at + 1:
        return noun[0], noun[0] - 1
    known = page.norm(at) in page.words.companies and _leads(naming, at)
    return (at + 1, naming.head or at) if known else None


def _noun_before_name(naming: Naming, at: int) -> Hit:
    """Any other noun right before one Latin word, or marks: `η κίνηση «Εμπρός»`, `το πρόγραμμα Χ`."""
    page = naming.page
    noun = is_head(page, at) and page.norm(at) not in page.words.articles and _leads(naming, at)
    return (at + 1, naming.head or at) if noun else None


def _maker(naming: Naming, at: int) -> Hit:
    """A role that says what a firm does: `η εκδότρια εταιρεία`; not `ο Διευθυντής Γραφείου Τύπου`."""
    page = naming.page
    found = page.role(at)
    return (found[0], at) if found and leads_firm(page, at, found[0], naming.base.case) else None


def _adjective(naming: Naming, at: int) -> Hit:
    """A word that belongs to the noun or name behind it: `νέος`, `Ελληνική`, `βετεράνος`."""
    page, norm = naming.page, naming.page.norm(at)
    words = page.words
    if not _leads(naming, at):
        return None
    small = page.word(at).islower() and norm not in words.articles
    if small and (norm.endswith(words.adjective_endings) or norm in words.modifiers or leads(page, at)):
        return at + 1, at
    return (at + 1, at) if is_adjective(page, at) or _is_owner(page, at) else None


def _is_owner(page: Page, at: int) -> bool:
    """`η εταιρεία τηλεπικοινωνιών`, `του ομίλου εταιρειών`: a genitive behind a noun or another genitive."""
    if not is_genitive(page, at):
        return False
    after_noun = page.norm(at - 1) in page.words.companies
    return after_noun or (page.word(at).islower() and is_genitive(page, at - 1))


def _genitive_word(naming: Naming, at: int) -> Hit:
    """A word without a capital that looks like a genitive, or one of no endings up to a Latin name."""
    page = naming.page
    foreign = page.norm(at).endswith(page.words.foreign_endings) and page.is_latin(at + 1)
    fits = is_genitive(page, at) or (foreign and page.is_capital(at + 1))
    return (at + 1, at) if page.word(at).islower() and fits else None


PARTS: Mapping[str, Part] = {
    "opening": Part(_opening),
    "bare": Part(_bare),
    "definite": Part(_definite),
    "subject": Part(_subject),
    "explained": Part(_explained),
    "small_word": Part(_small, int, ANY - {"capital"}),
    "capital": Part(_capital, int),
    "word": Part(_word, int),
    "verb": Part(_verb, int),
    "no_noun": Part(_no_noun),
    "several_before": Part(_several),
    "titled": Part(_titled),
    "initial": Part(_initial, int),
    "aged": Part(_aged, int, ANY - {"capital", "small"}),
    "number": Part(_number, int, ANY - {"capital", "small"}),
    "agreeing": Part(_agreeing, int),
    "apposing": Part(_apposing, int),
    "noun_of_firms": Part(_noun_of_firms, int),
    "noun_before_name": Part(_noun_before_name, int, ANY - {"capital"}),
    "maker": Part(_maker, int),
    "adjective": Part(_adjective, int, ANY - {"other"}),
    "genitive_word": Part(_genitive_word, int),
}
