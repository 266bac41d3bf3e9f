"""Where sentences begin and end, given the paired quotation marks of the text."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from newsfacts.text.fold import fold
from newsfacts.text.marks import Pair

# `;` is the Greek question mark; its other code point is U+037E.
_STOP = re.compile('[.!;\u037e…]+[»”"’)\\]]*(?=\\s)')
_BREAK = re.compile("\n")
_NEAR = 2000
_WORD_BEFORE = re.compile(r"[^\W\d_][\w.]*$")
_NEXT = re.compile(r"\s+[-–—•«“„\"(\[]*\s*(\w+)")
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")


class SentenceWords(NamedTuple):
    """Words (folded, without full stop) that tell where sentences end.

    `titles` never end one, `abbreviations` only before a capital, initials only before `starters`: small
    words that are no surname. No person follows a `neuter` article: `στο X. Πληροφορίες`, `στον X. Βέργο`.
    What goes `on` behind an abbreviation may have a capital: `70 εκατ. Ευρώ`.
    """

    abbreviations: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    neuter: frozenset[str] = frozenset()
    on: frozenset[str] = frozenset()


class Sentences:
    """The sentences of a text, found paragraph by paragraph when somebody asks."""

    def __init__(
        self,
        text: str,
        pairs: Sequence[Pair],
        words: SentenceWords,
    ) -> None:
        """Nothing is read yet."""
        self._text = text
        self.outer = [pair for pair in pairs if pair.depth == 0]
        self._opens = [pair.open for pair in self.outer]
        self._words = words
        self._breaks: list[int] | None = None
        self._known: dict[int, list[int]] = {}
        # many facts stand in one sentence: it is found and its text put together once
        self._last = 0, 0
        self._texts: dict[tuple[int, int], str] = {}

    def paragraph(self, offset: int) -> tuple[int, int]:
        """The paragraph around an offset; speech that runs on in marks joins none."""
        if self._breaks is None:
            self._breaks = [-1, *(m.start() for m in _BREAK.finditer(self._text)), len(self._text)]
        row = bisect_right(self._breaks, offset - 1) if offset else 1
        row = min(max(row, 1), len(self._breaks) - 1)
        return self._breaks[row - 1] + 1, self._breaks[row]

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """The sentence that holds `start`, made longer where the span reaches past it.

        >>> text = "Κόστισε 5 εκατ. ευρώ. Ο κ. Βέργος ρώτησε «Γιατί; Πώς;» και έφυγε."
        >>> from newsfacts.text.marks import pair_marks
        >>> words = SentenceWords(frozenset({"εκατ"}), frozenset({"κ"}))
        >>> found = Sentences(text, pair_marks(text), words)
        >>> text[slice(*found.bounds(8, 9))]
        'Κόστισε 5 εκατ. ευρώ.'
        >>> text[slice(*found.bounds(42, 48))]
        'Ο κ. Βέργος ρώτησε «Γιατί; Πώς;» και έφυγε.'
        """
        left, right = self._around(start)
        if end > right:
            _, right = self._around(end - 1)
        while left < right and self._text[left].isspace():
            left += 1
        while right > left and self._text[right - 1].isspace():
            right -= 1
        return left, right

    def text_at(self, start: int, end: int) -> str:
        """The text of the sentence around a span, on one line; of text without full stops what is near."""
        left, right = self.bounds(start, end)
        if right - left > 2 * _NEAR:
            # cut at round places, so that facts that stand together share one text
            left = max(left, (start // _NEAR - 1) * _NEAR)
            right = min(right, (end // _NEAR + 2) * _NEAR)
        text = self._texts.get((left, right))
        if text is None:
            text = self._texts[left, right] = " ".join(self._text[left:right].split())
        return text

    def _around(self, offset: int) -> tuple[int, int]:
        left, right = self._last
        if not left <= offset < right:
            left, right = self._last = self._found(offset)
        return left, right

    def _found(self, offset: int) -> tuple[int, int]:
        first, last = self.paragraph(offset)
        ends = self._known.get(first)
        if ends is None:
            ends = self._known[first] = self._split(first, last)
        row = bisect_right(ends, offset)
        return (ends[row - 1] if row else first), (ends[row] if row < len(ends) else last)

    def _split(self, first: int, last: int) -> list[int]:
        return [
            match.end()
            for match in _STOP.finditer(self._text, first, last)
            if not self._within_marks(match) and self._ends_sentence(match, first)
        ]

    def _within_marks(self, match: re.Match[str]) -> bool:
        row = bisect_right(self._opens, match.start()) - 1
        return row >= 0 and self.outer[row].close > match.end()

    def _ends_sentence(self, match: re.Match[str], first: int) -> bool:
        following = _NEXT.match(self._text, match.end())
        if following and following[1][0].islower():
            return False
        if match[0] != ".":
            return True
        before = _WORD_BEFORE.search(self._text, max(first, match.start() - 24), match.start())
        if not before:
            return True
        word = fold(before[0])
        if word in self._words.titles:
            return False
        if before[0].isupper() and _INITIALS.fullmatch(before[0]):
            # `με 5G. Η εταιρεία`, `στο X. Οι χρήστες`, but `Κ. Βέργος`, `μέλος του Δ.Σ. Νίκος Βέργος`
            is_unit = self._text[before.start() - 1 : before.start()].isdigit()
            return is_unit or following is None or self._starts(following[1]) or self._is_neuter(before)
        if word not in self._words.abbreviations:
            return True
        # an amount's `εκατ.` may end a sentence: a capital says so, but not among capitals
        if following is None or not following[1][0].isupper() or fold(following[1]) in self._words.on:
            return False
        # `5 ΕΚΑΤ. ΕΥΡΩ`, but `για το ΑΙ. Έτσι`
        return not (
            len(word) > 1 and before[0].isupper() and len(following[1]) > 1 and following[1].isupper()
        )

    def _is_neuter(self, letter: re.Match[str]) -> bool:
        """Whether a Latin letter is a name, as in `στο X.`; `στο Ν. Ηράκλειο` is an abbreviation."""
        article = _WORD_BEFORE.search(self._text, max(0, letter.start() - 8), letter.start() - 1)
        return letter[0].isascii() and article is not None and fold(article[0]) in self._words.neuter

    def _starts(self, word: str) -> bool:
        """Whether a word in a capital begins a sentence, whatever is before it."""
        return fold(word) in self._words.starters and (len(word) == 1 or not word.isupper())
