"""The notation of productions: a row of symbols, what to keep of them, and what that means.

    d=day of? m=month_name -> day ~ 23 Σεπτεμβρίου

| written | meaning |
| --- | --- |
| `month_name` | a rule, a category of the lexicon or a predicate |
| `"-"` | a token, letter by letter; `","` and other signs too |
| `/ημέρ(α|ες)/` | one word, compared folded, endings as everywhere in pattern files |
| `d=day` | keep what it stands for, to be handed to the meaning as `d` |
| `of?` | may be missing (what is kept is then None) |
| `capital+`, `word*` | several, at most 16; what is kept is a tuple |
| `<from`, `<!from` | right before this place it must stand, or must not; nothing is read |
| `>unit`, `>!unit` | right after this place it must begin, or must not; nothing is read |
| `_` | no blank stands here |
| `-> day` | the function that makes the value; with none, the one thing kept is the value |
| `~ 23 Σεπτεμβρίου` | an example that this production reads whole, or its part in [brackets] |
"""

import re
from typing import Literal, NamedTuple

_SYMBOL = re.compile(
    r"""(?:(?P<keep>[a-z_]\w*)=)?
        (?P<look>[<>]!?)?
        (?:"(?P<literal>[^"\s]+)"|/(?P<word>[^/]+)/|(?P<name>[a-z]\w*(?:\.\w+)*)|(?P<glue>_(?!\w)))
        (?P<many>[?*+])?(?=\s|$)""",
    re.VERBOSE,
)
_ARROW = re.compile(r"\s->\s+(\w+)\s*$")
_EXAMPLE = re.compile(r"\s~\s+(.*)$", re.DOTALL)

Kind = Literal["name", "literal", "word", "glue"]
Many = Literal["", "?", "*", "+"]
Look = Literal["", "<", "<!", ">", ">!"]


class NotationError(ValueError):
    """A production that can't be read; the text says what to do."""


class Step(NamedTuple):
    """One symbol of a production: what it is, how often, and where it is looked for."""

    kind: Kind
    text: str
    keep: str = ""
    many: Many = ""
    look: Look = ""

    def __str__(self) -> str:
        """As written."""
        quoted = {"literal": f'"{self.text}"', "word": f"/{self.text}/", "glue": "_"}.get(
            self.kind, self.text
        )
        return f"{self.keep}={quoted}{self.many}" if self.keep else f"{self.look}{quoted}{self.many}"


class Written(NamedTuple):
    """A production as written: its symbols, the name of its meaning, and its example."""

    steps: tuple[Step, ...]
    meaning: str
    example: str

    def __str__(self) -> str:
        """In one form, without the example: two that look so are the same."""
        arrow = f" -> {self.meaning}" if self.meaning else ""
        return " ".join(map(str, self.steps)) + arrow


class Marked(NamedTuple):
    """The text of an example and the part of it that its rule reads: all of it where nothing is marked."""

    text: str
    start: int
    end: int


def marked(example: str) -> Marked | None:
    """An example without its [brackets]; None where they are not one pair.

    >>> marked("από [23 - ημέρα]"), marked("23")
    (Marked(text='από 23 - ημέρα', start=4, end=14), Marked(text='23', start=0, end=2))
    """
    before, opened, rest = example.partition("[")
    inside, closed, after = rest.partition("]")
    if bool(opened) != bool(closed) or "[" in inside + after or "]" in before + after:
        return None
    text = before + inside + after
    return Marked(text, len(before), len(before) + len(inside)) if opened else Marked(text, 0, len(text))


def read_production(text: str) -> Written:
    """Read a production. Raises NotationError.

    >>> one = read_production('<from d=day of? "-" /ημέρ(α|ες)/ -> day ~ από [23 - ημέρα]')
    >>> [step.kind for step in one.steps], one.meaning, one.example
    (['name', 'name', 'name', 'literal', 'word'], 'day', 'από [23 - ημέρα]')
    >>> str(one)
    '<from d=day of? "-" /ημέρ(α|ες)/ -> day'
    """
    rest, example = text, ""
    if found := _EXAMPLE.search(rest):
        rest, example = rest[: found.start()], found[1].strip()
    meaning = ""
    if found := _ARROW.search(rest):
        rest, meaning = rest[: found.start()], found[1]
    steps: list[Step] = []
    at = 0
    rest = rest.strip()
    while at < len(rest):
        symbol = _SYMBOL.match(rest, at)
        if symbol is None:
            raise NotationError(f"`{rest[at:].split()[0]}` is no symbol: see the table in docs/patterns.md")
        steps.append(_step(symbol))
        at = symbol.end()
        while at < len(rest) and rest[at].isspace():
            at += 1
    if not steps:
        raise NotationError("holds no symbol: write what it reads")
    return Written(tuple(steps), meaning, example)


def _step(symbol: re.Match[str]) -> Step:
    kind: Kind = "glue" if symbol["glue"] else "name"
    kind = "literal" if symbol["literal"] else "word" if symbol["word"] else kind
    text = symbol["literal"] or symbol["word"] or symbol["name"] or "_"
    keep, look, many = symbol["keep"] or "", symbol["look"] or "", symbol["many"] or ""
    if look and (keep or many):
        raise NotationError(f"`{symbol[0]}` only looks: it can keep nothing and takes no ?, * or +")
    if kind == "glue" and (keep or many or look):
        raise NotationError(f"`{symbol[0]}`: `_` stands alone")
    return Step(kind, text, keep, many, look)  # type: ignore[arg-type]
