"""Marks of speech that are written with other signs: `<<…>>`, `‹…›`, `‘…’`, `''…''`."""

import re
from collections.abc import Iterable, Iterator

from newsfacts.text.lines import Edit

_ANGLED = re.compile(r"<<(?=[^<>\n]{2,2000}>>)|(?<=[^<>\s])[ ]?>>")
_DOUBLED = re.compile(
    r"(?P<open>(?<![\w'‘‹΄´])(?:''|‘‘|‹‹|΄΄|´´)(?=[^\s'‘‹΄´]))|(?<=[^\s'’›΄´])(?:''|’’|››|΄΄|´´)(?![\w'’›΄´])"
)
OTHER = ("<<", "‘", "‹", "''", "΄΄", "´´")
"""What such marks begin with."""
_LONGEST = 1500
_OPENS = re.compile(r"(?<!\w)[‹‘](?=[^\W\d])")
_ENDS = {"‹": re.compile("[‹›\n]"), "‘": re.compile(r"[‘\n]|’(?!\w)")}
_CLOSES = {"‹": "›", "‘": "’"}
# `απ’`, `κι’`: what an apostrophe cuts short ends in a consonant that ends no whole word, or is tiny
_ELIDED = re.compile(r"(?:[βγδζθκλμξπρστφχψΒΓΔΖΘΚΛΜΞΠΡΤΦΧΨ]|(?<!\w)\w{1,2})$")


def other_marks(text: str) -> Iterator[Edit]:
    """Such marks as « » and “ ”, in order of place, where two belong together.

    >>> text = "<<Ναι>>, είπε. ‘Απ’ όλους;’ ρώτησε. ‹Όχι›. Γι’ αυτό, του ’70."
    >>> [(text[edit.start : edit.end], edit.new) for edit in other_marks(text)]
    [('<<', '«'), ('>>', '»'), ('‘', '“'), ('’', '”'), ('‹', '“'), ('›', '”')]
    >>> text = "Είπε: ''Ναι''. ‘‘Όχι’’, σε 5'20''."
    >>> [(text[edit.start : edit.end], edit.new) for edit in other_marks(text)]
    [("''", '“'), ("''", '”'), ('‘‘', '“'), ('’’', '”')]
    """
    doubled = list(_doubled(text))
    rest = _blanked(text, doubled)  # they are no single ones
    return iter(sorted([*_angled(rest), *doubled, *_single(rest)]))


def _blanked(text: str, edits: Iterable[Edit]) -> str:
    """A text with blanks where the edits are."""
    pieces, done = list[str](), 0
    for edit in edits:
        pieces += [text[done : edit.start], " " * (edit.end - edit.start)]
        done = edit.end
    return "".join([*pieces, text[done:]])


def _angled(text: str) -> Iterator[Edit]:
    opened = -1
    for match in _ANGLED.finditer(text):
        if match[0] == "<<":
            opened = match.start()
        elif opened >= 0:
            if "\n" not in text[opened : match.start()]:
                yield Edit(opened, opened + 2, "«")
                yield Edit(match.end() - 2, match.end(), "»")
            opened = -1


def _doubled(text: str) -> Iterator[Edit]:
    opened = -1
    for match in _DOUBLED.finditer(text):
        if match["open"]:
            opened = match.start()
        elif opened >= 0:
            if "\n" not in text[opened : match.start()]:
                yield Edit(opened, opened + 2, "“")
                yield Edit(match.start(), match.end(), "”")
            opened = -1


def _single(text: str) -> Iterator[Edit]:
    done = 0
    for match in _OPENS.finditer(text):
        if match.start() < done:
            continue
        close = _close(text, match.start())
        if close > 0:
            yield Edit(match.start(), match.end(), "“")
            yield Edit(close, close + 1, "”")
            done = close


def _close(text: str, opened: int) -> int:
    """Where the mark stands that closes the one at an offset, else -1."""
    sign = text[opened]
    for match in _ENDS[sign].finditer(text, opened + 1, opened + _LONGEST):
        if match[0] != _CLOSES[sign]:
            return -1
        if sign == "‹" or not _ELIDED.search(text, max(opened + 1, match.start() - 3), match.start()):
            return match.start()
    return -1
