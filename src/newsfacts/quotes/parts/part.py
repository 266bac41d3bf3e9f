"""What a part of a template is."""

from collections.abc import Callable
from typing import NamedTuple

from newsfacts.quotes.scene import AHEAD, Hit, Scene

Read = Callable[[Scene, int], Hit]


class Part(NamedTuple):
    """How a part is read: behind the cue from its first token on, before the cue back from its end.

    `late`: it stands before the cue, takes no place, and is read last: what it is hangs on what was said.
    It is asked at the token where that begins. `ahead`: what may come first after a verb where it stands.
    `marks`: it asks for words in marks before the cue. `gives`: what its value is, nothing for one that is
    only asked for. `beside`: the cues that it can be read beside, all where there are none.
    """

    after: Read | None = None
    before: Read | None = None
    late: bool = False
    ahead: frozenset[str] = AHEAD
    marks: bool = False
    gives: type | None = None
    beside: tuple[str, ...] = ()
