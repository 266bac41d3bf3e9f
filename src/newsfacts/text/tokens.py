"""Where Greek news is cut into tokens.

spaCy's own rules for Greek leave `500MW`, `$500`, `1,2δισ.` and `50-100` in one piece. These
rules cut numbers from the units glued to them and leave names such as `5G`, `X75`, `GPT-5`,
`SF-220W` and `31/12/2031` whole. Full stops are tokens of their own; a pattern such as
`εκατ.` is cut the same way, so it still meets its text.
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import srsly
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

from newsfacts.text.fold import fold

_LETTER = r"[^\W\d_]"
# A letter may be followed by combining accents (decomposed text) and soft hyphens.
_MARK = r"[\u0300-\u036f\u00ad]"
_CURRENCY = "".join(
    chr(c) for c in (*range(0x20, 0x2100), *range(0xFF00, 0xFFF0)) if unicodedata.category(chr(c)) == "Sc"
)
_DASHES = "-‐‑‒–—―−"
_DASH = f"[{_DASHES}]"
_LOWER = "[α-ωά-ώϊϋΐΰς]"
# Cut off wherever they stand.
_ALWAYS = '«»“”„‟"()[]{}<>‹›' + _CURRENCY + "%‰…~≤≥≈±÷!;;·*=|•▪►✓×"
# Cut off where a word begins or ends.
_EDGES = frozenset(_ALWAYS + _DASHES + ".,:?+/_#&" + "’‘ʼ΄᾽´`′'")
_LEADING = _EDGES | {"@"}

# Each begins with the sign it cuts, so that the search skips letters fast; what must stand before
# the sign is looked up behind it.
_INSIDE = re.compile(
    "|".join(
        (
            f"[{re.escape(_ALWAYS)}]",
            # a dash joins words and joins numbers, but belongs to the name in GPT-5
            rf"{_DASH}(?:(?<={_LETTER}{_DASH})|(?<={_MARK}{_DASH}))(?={_LETTER})",
            rf"{_DASH}(?:(?<=[\d.]{_DASH})(?=[\w{re.escape(_CURRENCY)}])|(?<=[%‰{re.escape(_CURRENCY)}]{_DASH}))",
            # a day or a year after a month or a day: `Απριλίου-2`, `Ιουλ-2025`, `3η-5η`; names (GPT-5) stay
            rf"{_DASH}(?:(?<={_LOWER}{_LOWER}{_DASH})|(?<=\d{_LOWER}{_DASH})"
            rf"|(?<=\d{_DASH}[Α-ΩΆ-Ώ]{{3}}{_DASH})|(?<=[Α-ΩΆ-ΏΪΫ]{{5}}{_DASH}))(?=\d)",
            # a slash between a unit and what it is counted by; `31/12/2031`, `8,5/10` stay
            rf"/(?:(?<={_LETTER}/)(?=\w)|(?<={_MARK}/)(?=\w)|(?<=\d/)(?={_LETTER}))",
            rf"/(?<=[%‰{re.escape(_CURRENCY)}]/)",
            # `330/790 MW/MWh`; no day and no year has three digits, and no law's year
            r"/(?<=\d{3}/)(?<!\d{4}/)(?=\d{3}(?!\d))",
            # `28,7/100 kWh`: so much for each hundred
            r"/(?<=\d/)(?=100(?!\d))",
            # a comma or a stop with no space after it
            rf"[,:](?:(?<={_LETTER}.)|(?<={_MARK}.))(?=\w)",
            rf",(?<=\d,)(?={_LETTER})",
            rf"\.(?<={_LOWER}.)(?=[Α-ΩΆ-Ώ/]|{_DASH})",
            rf"\.(?:(?<={_LOWER}{{3}}.)(?=\d)|(?<=[Α-ΩΆ-ΏΪΫ]{{3}}.)(?=[\dΑ-ΩΆ-Ώ/]|{_DASH}))",
            r"\+(?<=\d\+)(?=\d)",
        )
    )
)
_GLUED = re.compile(rf"(?<=\d)({_LETTER}(?:{_LETTER}|{_MARK})*)(?![\w\u0300-\u036f])")
# `500kW-2MW`, `900εκατ.-1,2`: a hyphen between a unit and a number
_UNIT_DASH = re.compile(rf"(?<=\d)({_LETTER}+)({_DASH})(?=[\d{re.escape(_CURRENCY)}])")
# `2 MW-3 MW`; `W-3` may be a name
_UNIT_FIRST = re.compile(rf"({_LETTER}{{2,}})({_DASH})(?=\d)")
# `2x150`: so many of what follows; `1920x1080` stays
_TIMES = re.compile(r"(?<![\w.,])\d{1,2}([xXхχ×])(?=\d)")
# `Μαρτίου2024`
_YEAR = re.compile(rf"(?<={_LOWER}{_LOWER}{_LOWER})[12]\d{{3}}(?![\w])")
# one by one, so that two of them in a row stay two and offsets hold
_HALF = re.compile("[\ud800-\udfff]")
_ADDRESS = re.compile(r"https?://|www\.|[\w.+-]+@[\w-]+\.")

# Runs between blanks whose cuts are kept. spaCy keeps 10,000, fewer than a day's news has; these
# take some ten megabytes.
_REMEMBERED = 100_000


class Cut(NamedTuple):
    """A place where a word is cut; spaCy asks for it as for a match of no width."""

    at: int

    def start(self) -> int:
        """The place."""
        return self.at

    def end(self) -> int:
        """The same place: nothing is cut out."""
        return self.at


def cuts(word: str, glued: frozenset[str]) -> list[Cut]:
    """Where a run of letters and signs with no blank in it is cut, in time linear in its length.

    `glued` are the folded units that are cut from the digits before them.

    >>> [cut.at for cut in cuts("(500MW,", frozenset({"mw"}))], cuts("X75", frozenset({"mw"}))
    ([1, 4, 6], [])
    """
    if word.isalpha() or word.isdigit():
        return []
    length = len(word)
    first, last = 0, length
    while first < last and word[first] in _LEADING:
        first += 1
    while last > first and word[last - 1] in _EDGES:
        last -= 1
    places = {*range(1, first + 1), *range(last, length)}
    if not _ADDRESS.match(word, first, last):
        for sign in _INSIDE.finditer(word, first, last):
            places.update(sign.span())
        if word[last - 1].isdigit():
            places.update(m.start() for m in _YEAR.finditer(word, first, last))
        places.update(m.start(1) for m in _GLUED.finditer(word, first, last) if fold(m[1]) in glued)
        if first < last and word[first].isdigit():
            for sign in _UNIT_DASH.finditer(word, first, last):
                if fold(sign[1]) in glued:
                    places.update((sign.start(2), sign.end(2)))
            if (times := _TIMES.match(word, first, last)) is not None:
                places.update(times.span(1))
        elif (unit := _UNIT_FIRST.match(word, first, last)) is not None and fold(unit[1]) in glued:
            places.update(unit.span(2))
    return [Cut(place) for place in sorted(places) if 0 < place < length]


def storable(text: str) -> str:
    """A text that can be encoded: a lone surrogate is U+FFFD.

    >>> storable("5 \\ud83d MW") == "5 \\ufffd MW"
    True
    """
    return text if text.isascii() else _HALF.sub("\ufffd", text)


def pieces(text: str, glued: frozenset[str]) -> list[str]:
    """A text in tokens, blanks left out; `glued` as for `cuts`.

    >>> pieces("δισ. MW/ώρα", frozenset())
    ['δισ', '.', 'MW', '/', 'ώρα']
    """
    return [
        word[start:end]
        for word in text.split()
        for start, end in pairwise([0, *(cut.at for cut in cuts(word, glued)), len(word)])
    ]


class NewsTokenizer(Tokenizer):  # type: ignore[misc]
    """spaCy's tokenizer with these cuts alone.

    spaCy's own prefixes and suffixes are stripped one by one, each time copying the rest, which
    takes a run of a hundred thousand quotation marks minutes; one list of cuts does not.
    """

    def __init__(self, vocab: Vocab, glued: Iterable[str] = ()) -> None:
        """`glued` are the folded units that may follow digits with no blank."""
        self.glued = frozenset(glued)
        self._last: tuple[Doc, str] | None = None
        super().__init__(vocab, rules={}, infix_finditer=self._cuts, max_cache_size=_REMEMBERED)

    @property
    def plain(self) -> bool:
        """Whether its cuts are all that it does: its users may have given it words of their own."""
        added = self.rules, self.prefix_search, self.suffix_search, self.token_match, self.url_match
        return not any(added) and self.infix_finditer == self._cuts

    def __call__(self, string: str) -> Doc:
        """The tokens of a text, which is kept at hand for `pop_text`.

        A lone surrogate, which spaCy can't store, is U+FFFD in the Doc.
        """
        try:
            doc: Doc = super().__call__(string)
        except UnicodeEncodeError:
            string = storable(string)
            doc = super().__call__(string)
        self._last = doc, string
        return doc

    def pop_text(self, doc: Doc) -> str | None:
        """The text of a Doc where it is the one made last, which is let go; else None.

        `doc.text` puts it together from the tokens at each asking, which takes longer than making them did.
        """
        last, self._last = self._last, None
        return last[1] if last is not None and last[0] is doc else None

    def _cuts(self, word: str) -> list[Cut]:
        return cuts(word, self.glued)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickles carry the units."""
        return NewsTokenizer, (self.vocab, self.glued)

    def to_bytes(self, **_: Any) -> bytes:
        """The units; the cuts are code."""
        data: bytes = srsly.msgpack_dumps(sorted(self.glued))
        return data

    def use(self, glued: Iterable[str]) -> None:
        """Cut these units from digits instead."""
        self.glued = frozenset(glued)
        self.infix_finditer = self._cuts  # forgets what was cut by other units

    def from_bytes(self, data: bytes, **_: Any) -> "NewsTokenizer":
        """Use the units that `to_bytes` gave."""
        self.use(srsly.msgpack_loads(data))
        return self

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """As `to_bytes`, into a file."""
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, **_: Any) -> "NewsTokenizer":
        """As `from_bytes`, from a file."""
        return self.from_bytes(Path(path).read_bytes())
