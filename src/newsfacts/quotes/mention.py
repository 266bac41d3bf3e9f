"""What a mention is, and what articles tell."""

from collections.abc import Callable, Container, Iterable
from typing import Literal, NamedTuple

from newsfacts.grammar.types import Production
from newsfacts.quotes.looks import leads_foreign
from newsfacts.quotes.names import Tokens, stems_of
from newsfacts.quotes.page import Page

Kind = Literal["person", "organization", "nameless", "company", "same", "noun"]


LATTER = -3
"""What `whose` is of a mention that means the one named last: `ο τελευταίος`."""


class Article(NamedTuple):
    """What an article tells: `case` is nominative, genitive or accusative."""

    case: str
    gender: str
    plural: bool


class Mention(NamedTuple):
    """One place where somebody is named; token numbers, ends exclusive, article and title included.

    `kind`: `person` and `organization` have a name; `nameless` has a role only (`ο υπουργός`); `company`
    is a noun for an organisation spoken of (`η εταιρεία`, at `whose`); `same` is `ο ίδιος`; `noun` is
    something else with an article. `case` is empty without an article. `whose` as in `Role`.
    """

    start: int
    end: int
    kind: Kind
    name: Tokens | None = None
    role: Tokens | None = None
    organization: Tokens | None = None
    whose: int = 0
    case: str = ""
    gender: str = ""
    plural: bool = False
    titled: bool = False

    @property
    def subject(self) -> bool:
        """Whether its article says that it is a subject."""
        return self.case == "nominative"


class Known(NamedTuple):
    """What a document has told: stems of the last names of people, and of the names of organisations."""

    people: Container[str]
    firms: Container[str]


class Told(NamedTuple):
    """What is known, put together."""

    people: frozenset[str]
    firms: frozenset[str]


class Late(Container[str]):
    """A set that is put together when somebody asks for a word of it, and knows whether somebody did."""

    __slots__ = ("_words", "asked")

    def __init__(self, words: Callable[[], Container[str]]) -> None:
        """`words` makes the set, or keeps it."""
        self._words, self.asked = words, False

    def __contains__(self, word: object) -> bool:
        """Whether a word is in the set."""
        self.asked = True
        return word in self._words()


READ = "mention"
"""The kind of the notes that tell which production read a mention, or a part of one."""

NOBODY_KNOWN = Known(frozenset(), frozenset())


class Naming(NamedTuple):
    """A place where somebody may be named, as it is read: what stood before, and where to stop.

    `base` is a mention with what its article and its title told; it ends behind the article. `head` is the
    token of a noun of organisations before, as in `η εταιρεία Χ`; 0 where none stands there.
    """

    page: Page
    base: Mention
    end: int
    known: Known
    head: int = 0

    @property
    def first(self) -> int:
        """Nothing before it is read."""
        return self.base.start

    def note(self, start: int, end: int, value: object, production: Production) -> None:
        """Tell those who ask which production read what."""
        if self.page.reading.notes is not None:
            if isinstance(value, Mention):
                start, end = value.start, value.end
            source = production.source
            what = f"{source.rule}: {production.written}"
            self.page.reading.note(start, end, READ, what, source.place, dropped=False)


def opened(page: Page, start: int, end: int, known: Known) -> Naming:
    """A place where somebody may be named, with the article that stands there, if one does."""
    article = article_at(page, start)
    if article is None:
        return Naming(page, Mention(start, start, "noun"), end, known)
    at = start + 1 + (page.norm(start + 1) == page.norm(start))  # typed twice: `ο ο υπουργός`
    case, gender, plural = article
    return Naming(page, Mention(start, at, "noun", case=case, gender=gender, plural=plural), end, known)


def article_at(page: Page, at: int) -> Article | None:
    """The article at a token."""
    words, norm = page.words, page.norm(at)
    if norm not in words.articles or page.is_or(at):
        return None
    case = "nominative" if norm in words.subject else "genitive" if norm in words.genitive else "accusative"
    gender = "f" if norm in words.feminine else "n" if norm in words.neuter else "m"
    return Article(case, gender, norm in words.plural)


def known_of(page: Page, mentions: Iterable[Mention]) -> Told:
    """The names of those who are surely people, and surely organisations."""
    people: set[str] = set()
    firms: set[str] = set()
    for mention in mentions:
        if mention.organization and mention.organization[1] - mention.organization[0] == 1:
            firms.add(page.stem(mention.organization[0]))
        elif mention.organization and leads_foreign(page, mention.role, mention.organization):
            firms.add(" ".join(stems_of(page, mention.organization)))
        if mention.kind != "person" or not mention.name:
            continue
        several = mention.name[1] - mention.name[0] > 1
        if mention.role or mention.titled or several:
            people.add(page.stem(mention.name[1] - 1))
    return Told(frozenset(people), frozenset(firms - people))
