"""What a cue is, and what was found by one."""

from typing import Any, NamedTuple

from newsfacts.quotes.cast import Speaker


class Cue(NamedTuple):
    """A form that may introduce speech: `what` is verb, phrase or noun, `says` its payload.

    `head` is where the verb itself starts, `start` where its auxiliary, `as` or particle does.
    `with_speaker`: the speaker stands before it, `με τον Χ να δηλώνει`. `statement`: a phrase that goes on
    to what was said, `σύμφωνα με δήλωση`. `many`: its auxiliary is that of several, `έχουν δηλώσει`.
    """

    start: int
    end: int
    what: str
    says: Any
    head: int = -1
    aside: bool = False
    with_speaker: bool = False
    statement: bool = False
    many: bool = False

    @property
    def plural(self) -> bool:
        """Whether it is a verb of several."""
        return self.what == "verb" and (self.many or self.says.form == "plural")


class Found(NamedTuple):
    """What was said: offsets, cue as written, style; `at` is the token it is read at."""

    start: int
    end: int
    cue: str | None
    style: str
    at: int


Quote = tuple[Found, Speaker]
