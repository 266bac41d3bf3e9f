"""Signs and small words inside names: full stops, hyphens, particles."""

from newsfacts.quotes.page import Page
from newsfacts.text.fold import fold_once

HYPHENS = ("-", "‑", "–", "'", "’")
DASHES = ("-", "–", "—")
_JOINING = ("of", "for", "the")
_SYLLABLE = 5
"""So many letters have the two parts of a given name such as `Μινγκ-Τσι` at most."""
_MOST_INITIALS, _LONGEST = 3, 5
_NICK = 2
"""So many words has a nickname at most."""


def keeps_stop(page: Page, at: int) -> bool:
    """Whether a full stop at the end of a name belongs to it: `Alpha Α.Ε.`, but not `του ΟΡΕ. Όπως`."""
    return "." in page.word(at) or page.norm(at) in page.words.abbreviations


def is_joined(page: Page, at: int) -> bool:
    """Whether a small word or a number behind a hyphen is part of a name: not `ως` in `Ρήγας-ως πρόεδρος`."""
    words, norm = page.words, page.norm(at)
    return page.word(at).isalnum() and (page.is_latin(at) or norm not in words.function | words.articles)


def full_stop(page: Page, stop: int, end: int, following: bool) -> int:
    """`Χρ. Δ. Παππάς`; `Alpha Α.Ε. κατέθεσε`: a stop that belongs to the word before it."""
    if not page.reading.glued(stop):
        return 0
    word = page.word(stop - 1)
    dotted = "." in word and all(len(part) == 1 for part in word.split("."))
    if page.norm(stop - 1) in page.words.hints or (dotted and not following):
        goes_on = page.word(stop + 1)[:1].islower() or page.norm(stop + 1) in (",", ")") or following
        return int((len(word) <= 4 or dotted) and goes_on and stop + 1 < end)
    return int(following and _is_short(page, stop - 1))


def _is_short(page: Page, at: int) -> bool:
    word = page.word(at)
    if len(word) > 1 and word.isupper() and not page.word(at + 2).isupper():
        return "." in word  # `για τον ΟΡΕ.Κοστίζει`
    given = (len(word) <= 3 and not page.is_latin(at)) or page.norm(at) in page.words.short_names
    return given or len(word) <= 2 or all(len(part) == 1 for part in word.split("."))


def is_concept(page: Page, at: int) -> bool:
    """`η Τεχνητή Νοημοσύνη`, `η Κυβερνοασφάλεια`: what has a capital and is neither person nor firm."""
    words = page.words
    if page.norm(at) in words.concepts:
        return True
    adjective = page.norm(at).endswith(words.adjective_name_endings)
    return adjective and page.is_capital(at + 1) and page.norm(at + 1) in words.concepts


def particle(page: Page, at: int, end: int) -> bool:
    """`van der Berg`, `αλ-Μαχρί`: particles up to a capital, perhaps with a hyphen."""
    for k in range(at + 1, min(at + 3, end)):
        if page.is_capital(k):
            return True
        hyphen = page.norm(k) in HYPHENS and page.reading.glued(k) and page.reading.glued(k + 1)
        if not hyphen and page.norm(k) not in page.words.particles:
            return False
    return False


def english(page: Page, at: int) -> int:
    """`Center for Grids`, `Institute for the Grid`: how many small words join Latin capitals here."""
    stop = at
    while page.norm(stop) in _JOINING and stop < at + 2:
        stop += 1
    joins = stop > at and page.is_latin(at - 1) and page.is_latin(stop) and page.is_capital(stop)
    return stop - at if joins else 0


def partners_follow(page: Page, comma: int) -> bool:
    """`Lorimer, Finch & Sons`: whether two Latin words joined by `&` stand behind a comma."""
    both = page.is_capital(comma + 1) and page.is_capital(comma + 3) and page.word(comma + 2) == "&"
    return both and page.is_latin(comma + 1)


def nickname(page: Page, at: int, end: int) -> int:
    """`Τζο «Λάκης» Ρέντας`: how many tokens a nickname in marks or brackets takes before a surname."""
    close = page.opens[at].close if at in page.opens else at + 2 if page.word(at) == "(" else at
    inside = range(at + 1, close)
    if not 0 < len(inside) <= _NICK or close + 1 >= end or (page.word(at) == "(" and page.word(close) != ")"):
        return 0
    named = all(page.word(k).istitle() and page.norm(k) not in page.words.function for k in inside)
    behind = page.word(close + 1).istitle() and page.norm(close + 1) not in page.words.function
    return close + 1 - at if named and behind and not page.role(close + 1) else 0


def spaced(page: Page, at: int, end: int) -> int:
    """`Μινγκ – Τσι Ρέντας`: 2 where a dash between blanks joins two syllables of a given name."""
    if page.word(at) not in DASHES:
        return 0
    parts = page.word(at - 1), page.word(at + 1)
    short = all(part.istitle() and part.isalpha() and len(part) <= _SYLLABLE for part in parts)
    named = (
        short
        and at + 2 < end
        and page.word(at + 2).istitle()
        and not page.words.given.intersection((page.norm(at - 1), page.norm(at + 1)))
    )
    return 2 if named and page.norm(at + 1) not in page.words.function else 0


def is_prefixed(page: Page, at: int) -> bool:
    """`e-Nautis`: a small Latin letter before a hyphen and a capital."""
    if page.norm(at + 1) not in HYPHENS or not page.is_capital(at + 2) or not page.is_latin(at):
        return False
    small = len(page.word(at)) == 1 and page.word(at).islower()
    return small and page.reading.glued(at + 1) and page.reading.glued(at + 2)


def is_numbered(page: Page, at: int) -> bool:
    """`4Chain`, `η 3M`: a name that begins with a number, no unit and no `5G`."""
    word = page.word(at)
    if not word[:1].isdigit():
        return False
    letters = word.lstrip("0123456789")
    if letters:
        return letters.istitle() and len(letters) > 3 and letters.isascii()
    capital = page.reading.glued(at + 1) and len(page.word(at + 1)) == 1 and page.is_capital(at + 1)
    return capital and page.norm(at - 1) in page.words.feminine


def is_initial(page: Page, at: int) -> bool:
    """`Π. Μ.`: a capital with a full stop before another name."""
    word = page.word(at)
    short = len(word) == 1 or all(len(part) == 1 for part in word.split("."))
    return word[:1].isupper() and short and page.norm(at + 1) == "." and page.is_capital(at + 2)


def person_behind(page: Page, at: int, stop: int) -> bool:
    """`της Telmar | Γ. Ρήγας`, `της Telmar | Αλ. Ρήγας`: whether a person is named behind a body.

    Not `του Ιδρύματος Α. Ρήγα`, `της J. P. Helion`, `του Ομίλου Χ. Ρήγας ΑΕ`.
    """
    words, norm = page.words, page.norm(stop)
    if norm in words.hints or (page.is_latin(stop) and len(norm) > 1) or is_initial(page, at):
        return False  # `Helion Co. Ltd`
    places = range(stop + 2, stop + 2 * _MOST_INITIALS + 1, 2)
    surname = next((k for k in places if not is_initial(page, k)), stop + 2)
    masculine = page.norm(surname).endswith(words.masculine_endings)
    called_after = stop == at + 1 and page.norm(at) in words.hints and not masculine
    return page.norm(surname + 1) not in words.legal and not called_after


def is_no_small_word(page: Page, at: int) -> bool:
    """Whether a word with a capital, which folded is a small word, is a name: `Άντι Β.`, `Αν-Λιζ`."""
    hyphen = page.norm(at + 1) in HYPHENS and page.reading.glued(at + 1) and page.reading.glued(at + 2)
    double = hyphen and page.word(at).istitle() and page.word(at + 2).istitle()
    return double or _is_stressed_otherwise(page, at) or _are_latin_initials(page, at)


def _are_latin_initials(page: Page, at: int) -> bool:
    """`της MEN`: Latin capitals behind a Greek article, which written small would be a Greek word, `μεν`."""
    word = page.word(at)
    latin = word.isascii() and word.isupper() and len(word) > 1
    return latin and page.norm(at - 1) in page.words.articles and not page.word(at - 1).isascii()


def _is_stressed_otherwise(page: Page, at: int) -> bool:
    """`Άντι Β.`: a given name that but for its accent is a small word, as `αντί` is."""
    word, words = page.word(at), page.words
    if page.norm(at) not in words.folded_small or not word.istitle() or not page.is_capital(at + 1):
        return False
    return fold_once(word) != word.lower() and word.lower() not in words.small_as_written


def reaches_initials(page: Page, at: int, stop: int) -> bool:
    """`Συνδικάτου Οδηγών Ταξί (ΣΟΤ)`: whether only capitals stand up to its initials in brackets."""
    k = stop
    while k < stop + _LONGEST and page.is_capital(k):
        k += 1
    short = page.word(k + 1)
    return initials_at(page, k) and short[:1] == page.word(at)[:1] and len(short) >= k - at


def initials_at(page: Page, at: int) -> bool:
    """`(ΣΟΤ)`: whether initials stand in brackets that open at a token."""
    short = page.word(at + 1)
    return page.word(at) == "(" and page.word(at + 2) == ")" and short.isupper() and len(short) > 1


def past_place(page: Page, at: int) -> int:
    """`Λονδίνο`, `Νέα Υόρκη`: where the place ends that starts at a token; the token where none does."""
    words, norm = page.words, page.norm(at)
    if f"{norm} {page.norm(at + 1)}" in words.places:
        return at + 2
    return at + (norm in words.places)
