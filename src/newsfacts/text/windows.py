"""Where a long text is cut, so that what it takes to read it is bounded."""

import re
from collections.abc import Iterator

WINDOW = 400_000
"""The longest text that is read in one piece, in characters."""

_BREAKS = (r"\n\n", r"\n", r"[.!;]\s+(?=[^\W\d_a-zά-ώ]|[«“])", r"\s")


def windows(text: str, size: int = WINDOW) -> Iterator[tuple[int, int]]:
    """Where to cut a text: before the last blank line of each piece, else a line, a sentence, a word.

    >>> list(windows("ab cd. ef gh", 8))
    [(0, 7), (7, 12)]
    """
    start = 0
    while len(text) - start > size:
        end = _cut(text, start, start + size)
        yield start, end
        start = end
    yield start, len(text)


def _cut(text: str, start: int, end: int) -> int:
    for mark in _BREAKS:
        places = [m.end() for m in re.finditer(mark, text[start + (end - start) // 2 : end])]
        if places:
            return start + (end - start) // 2 + places[-1]
    return end
