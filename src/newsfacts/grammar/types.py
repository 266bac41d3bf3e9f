"""What a grammar is made of, all frozen."""

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from newsfacts.grammar.notation import Written
from newsfacts.lexicon.lexicon import Reading

Test = Callable[[Reading, int], tuple[int, Any] | None]
Meaning = Callable[..., Any]
Size = Literal["one", "form", "any"]


class Predicate(NamedTuple):
    """A test of what stands at a token: the token after it and its value, or None.

    `first` says which tokens it is worth asking at: those that begin with a digit (`joined`: and hold more
    than digits or have something glued to them; `lettered`: something that is no sign of figures; `numeric`:
    up to four digits, `/`, `.` or `-`, and a digit), those that begin with a capital, those of letters that
    end with a digit (`mixed`), any, or only those at which a form of one of `categories` starts.
    `size` says how much it reads: just one token, just one form of `categories`, or any number of tokens.
    `longer` are the categories of which one stands second, or a digit, where it begins with a digit and reads
    more than that token; None where that can't be told.
    """

    test: Test
    first: Literal["digit", "joined", "lettered", "numeric", "capital", "mixed", "any", "form"] = "any"
    categories: frozenset[str] = frozenset()
    size: Size = "any"
    longer: frozenset[str] | None = None


class Source(NamedTuple):
    """A production where it was written: the rule that it belongs to, its text, its file and line.

    `key` is the one in the file that its rule stands under.
    """

    rule: str
    text: str
    origin: str
    line: int | None = None
    key: str = "rules"

    @property
    def place(self) -> str:
        """File and line."""
        return f"{self.origin}:{self.line}" if self.line else self.origin


class Terminal(NamedTuple):
    """What reads tokens: a category of the lexicon, words (folded), a literal token, or a predicate."""

    kind: Literal["category", "words", "literal", "predicate", "glue"]
    name: str = ""
    words: frozenset[str] = frozenset()
    test: Test | None = None
    categories: frozenset[str] = frozenset()


class First(NamedTuple):
    """What something may begin with; `any` where that can't be told from the token alone."""

    categories: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    digit: bool = False
    joined: bool = False
    lettered: bool = False
    numeric: bool = False
    capital: bool = False
    mixed: bool = False
    any: bool = False

    def __or__(self, other: "First") -> "First":
        """What either may begin with."""
        return First(
            self.categories | other.categories,
            self.words | other.words,
            self.digit or other.digit,
            self.joined or other.joined,
            self.lettered or other.lettered,
            self.numeric or other.numeric,
            self.capital or other.capital,
            self.mixed or other.mixed,
            self.any or other.any,
        )


class Opening(NamedTuple):
    """A symbol that a production may begin with: a rule by its number, else what a terminal begins with.

    `after` is what may stand next, and `ends` whether nothing has to; `longer` is that of a predicate.
    """

    rule: int | None
    first: First
    size: Size
    after: First
    ends: bool
    longer: frozenset[str] | None = None


class Compiled(NamedTuple):
    """A step with its symbol resolved: a rule by its number, else a terminal, which `read` reads.

    One that looks behind asks by `read` what ends before a token. `ways`: it may lead to several places, or
    to the one that it is asked at.
    """

    rule: int | None
    terminal: Terminal | None
    keep: bool
    many: str
    look: str
    read: Test | None = None
    ways: bool = False


class Production(NamedTuple):
    """A production ready to be read: `value` makes its value of what was kept and the tokens read.

    `lead` is the rule that it begins with, if it does: `looks` are the steps before it, `rest` those after;
    `next_words` and `next_rule` are what must follow it. `unit` where it is that rule and nothing else.
    """

    source: Source
    written: Written
    steps: tuple[Compiled, ...]
    value: Callable[[tuple[Any, ...], tuple[int, int]], Any]
    first: First
    openings: tuple[Opening, ...] = ()
    lead: int | None = None
    unit: bool = False
    looks: tuple[Compiled, ...] = ()
    lead_kept: bool = False
    rest: tuple[Compiled, ...] = ()
    next_words: frozenset[str] | None = None
    next_rule: int | None = None


class Never(NamedTuple):
    """The rules, by number, that a rule must not follow and must not be followed by.

    `reach` is how many tokens the one before may have.
    """

    before: int | None = None
    after: int | None = None
    reach: int = 0


class Grammar(NamedTuple):
    """Rules by number, in an order in which each uses only those before it.

    `never` holds for each rule where it reads nothing.
    """

    names: Mapping[str, int]
    productions: tuple[tuple[Production, ...], ...]
    never: tuple[Never | None, ...]


class Symbols(NamedTuple):
    """What names in productions may stand for besides rules; `prefix` is put before categories.

    `lists` are words of one token, folded, that need no place in the lexicon.
    """

    categories: frozenset[str]
    beside: frozenset[str]
    predicates: Mapping[str, Predicate]
    meanings: Mapping[str, Meaning]
    prefix: str = ""
    lists: Mapping[str, frozenset[str]] = {}
