"""A sentence as its quotes are read: frozen, and made anew with each quote that is found."""

from typing import NamedTuple

from newsfacts.quotes.cast import Speaker
from newsfacts.quotes.cues import Cue, Found, Quote
from newsfacts.quotes.page import Hit as Hit
from newsfacts.quotes.page import Marks, Page
from newsfacts.quotes.quote_words import Words
from newsfacts.quotes.subjects import Subjects

AHEAD = frozenset({"that", "colon", "marks", "none"})
"""What may come first after a verb: a conjunction, a colon, words in marks, or none of these."""


class Line(NamedTuple):
    """A line such as `Χ: C`: its first token, the colon, and the token after its last."""

    start: int
    colon: int
    stop: int


class Ahead(NamedTuple):
    """What comes first after a verb, one of `AHEAD`, and where."""

    what: str
    at: int


class Scene(NamedTuple):
    """A sentence from token `first` up to `end`, and what is known of it.

    `cues` are its verbs, phrases and nouns, `starts` where they start; `capitals`: it is all in capitals.
    `done`: up to here all is read. `used`: the pairs of marks that are part of a quote, by their opening
    token. `speaker` spoke last in this sentence; `previous` is the last quote and where its sentence ends.
    `cue`, or `marks`, or `line` is what is being read just now, and `ahead` what follows a verb.
    """

    page: Page
    words: Words
    subjects: Subjects
    first: int
    end: int
    capitals: bool = False
    cues: tuple[Cue, ...] = ()
    starts: tuple[int, ...] = ()
    done: int = 0
    used: frozenset[int] = frozenset()
    speaker: Speaker | None = None
    previous: tuple[int, Quote] | None = None
    cue: Cue = Cue(0, 0, "", None)
    marks: Marks | None = None
    line: Line | None = None
    ahead: Ahead = Ahead("none", 0)

    def subject_of(self, limit: int) -> "Named":
        """Whose the verb being read is, its words beginning at `limit`."""
        speaker, named = self.subjects.of_verb(self.cue, limit, self.speaker, self.done)
        return Named(speaker, self.cue.end, named)

    def named_before(self) -> Speaker | None:
        """Whom the sentence names before what is being read, else who spoke last."""
        earlier = self.subjects.before(self.cue.start, self.done)
        return earlier or self.subjects.remembered(self.cue.start)

    def spoken_of(self) -> Speaker | None:
        """Whom a pronoun means: who speaks in this sentence, else who spoke last."""
        earlier = self.subjects.before(self.cue.start, self.done)
        return earlier or self.speaker or self.subjects.remembered(self.cue.start)


class Named(NamedTuple):
    """A speaker and where the naming of him ends; no speaker where what speaks is a thing.

    `named`: he is named in the sentence. `start`: where the naming of him starts, where that matters.
    """

    speaker: Speaker | None
    stop: int
    named: bool = True
    start: int = -1


class Stretch(NamedTuple):
    """Tokens from `start` up to `end`; `whole`: one that is all in marks is words in marks.

    `done`: up to here all is read with it.
    """

    start: int
    end: int
    whole: bool = True
    done: int = 0


class Continued(NamedTuple):
    """Speech in marks that goes on: its speaker, and the cue where that stands in the same paragraph."""

    named: Named
    cue: str | None


class TellingVerb(NamedTuple):
    """A verb of saying and its subject."""

    verb: Cue
    named: Named


class Said(NamedTuple):
    """What is a quote: words in marks or a stretch, whose, and by which cue if it is not the one being read.

    `told` is how the cue is written where it stands in a sentence before.
    """

    what: Marks | Stretch
    speaker: Speaker
    cue: Cue | None = None
    told: str | None = None


class Told(NamedTuple):
    """What a template read: perhaps nothing; `done` is up to where it read at least."""

    said: tuple[Said, ...] = ()
    done: int = 0


class Cut(NamedTuple):
    """A quote cut out of its sentence, with the marks used and up to where all is read."""

    found: Found
    speaker: Speaker
    used: tuple[int, ...]
    done: int
