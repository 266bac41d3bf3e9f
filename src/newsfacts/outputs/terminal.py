"""For the eyes: the text with its facts highlighted, then a table of them."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any, TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from newsfacts.documents.model import Document
from newsfacts.facts import AnyFact, QuantityFact
from newsfacts.outputs.values import NOTHING, Values
from newsfacts.packs.check import Patterns
from newsfacts.text.harmless import harmless

NARROW = 60
LONGEST_SHOWN = 50_000
_PIPED_WIDTH = 120
# what calls itself narrower, as serial lines that say 0, does not know its width: nothing would be shown
_LEAST_WIDTH = 20
_STYLES = {
    "money": "bold green",
    "power": "bold yellow",
    "energy": "bold dark_orange",
    "compute": "bold magenta",
    "percent": "bold cyan",
    "multiple": "bold blue",
    "date": "bold red",
    "duration": "bold bright_red",
    "quote": "italic bright_blue",
}
_OTHER_STYLES = ("bold bright_green", "bold bright_yellow", "bold bright_cyan", "bold bright_magenta")
_ARROWS = {"up": "↑", "down": "↓"}
_Row = tuple[Text, Text, Text, Text, str]


def style_of(kind: str) -> str:
    """The style of a kind; a user's kind has always the same one too."""
    return _STYLES.get(kind) or _OTHER_STYLES[sum(map(ord, kind)) % len(_OTHER_STYLES)]


def highlighted(text: str, facts: Sequence[AnyFact]) -> Text:
    """The text with its facts in the styles of their kinds; a fact inside another stays visible."""
    shown = Text(harmless(text))
    for fact in sorted(facts, key=lambda f: f.start_char - f.end_char):
        # underlined too, so that it can be seen where there are no colours
        style = style_of(fact.kind) if fact.kind == "quote" else f"{style_of(fact.kind)} underline"
        shown.stylize(style, fact.start_char, fact.end_char)
    return shown


class Places:
    """Offsets as people count them: lines and columns from 1."""

    def __init__(self, text: str) -> None:
        """Note where the lines of a text begin."""
        self._starts = [0, *(i + 1 for i, char in enumerate(text) if char == "\n")]

    def of(self, offset: int) -> str:
        r"""`LINE:COLUMN` of an offset.

        >>> Places("ab\r\ncd").of(5)
        '2:2'
        """
        line = bisect_right(self._starts, offset)
        return f"{line}:{offset - self._starts[line - 1] + 1}"


class TableWriter:
    """Writes each document as its text (on a terminal only) and a table of its facts."""

    def __init__(self, stream: TextIO, patterns: Patterns) -> None:
        """`patterns` give the words for values."""
        self._console, self._values, self._first = make_console(stream), Values(patterns), True

    def write(self, document: Document, facts: Sequence[AnyFact]) -> None:
        """Write a document with its facts."""
        if not self._first:
            self._console.print()
        self._first = False
        self._console.print(_headline(document))
        if self._console.is_terminal:
            self._show_text(document.text, facts)
        if facts:
            self._console.print(self._table(document.text, facts))
        else:
            self._console.print("no facts", style="dim")

    def close(self) -> None:
        """Nothing stands after the last table."""

    def _show_text(self, text: str, facts: Sequence[AnyFact]) -> None:
        if len(text) > LONGEST_SHOWN:
            self._console.print(f"(the text is not shown: {len(text):,} characters)", style="dim")
        else:
            self._console.print()
            self._console.print(highlighted(text.rstrip(), facts))
            self._console.print()

    def _table(self, text: str, facts: Sequence[AnyFact]) -> Table:
        places = Places(text)
        rows = [
            (
                Text(f.kind, style_of(f.kind)),
                _cell(f.text),
                _cell(self._values.of(f)),
                _cell(about(f)),
                places.of(f.start_char),
            )
            for f in facts
        ]
        return _narrow(rows) if self._console.width < NARROW else _wide(rows)


def _headline(document: Document) -> Text:
    named = [document.source, *([document.id] if document.id else [])]
    return Text(harmless(" · ".join(named)), "bold")


def _cell(text: str) -> Text:
    return Text(harmless(" ".join(text.split())))


def about(fact: AnyFact) -> str:
    """What an amount is about, whose it is and which way it moved: `EBITDA · OTE · ↑`."""
    if not isinstance(fact, QuantityFact):
        return ""
    arrow = _ARROWS[fact.change] if fact.change else None
    return " · ".join(part for part in (fact.measure or fact.about, fact.organization, arrow) if part)


def _wide(rows: Sequence[_Row]) -> Table:
    table = _new_table()
    table.add_column("kind", no_wrap=True)
    table.add_column("text", overflow="fold")
    table.add_column("value", overflow="fold")
    table.add_column("about", overflow="fold")
    table.add_column("where", justify="right", no_wrap=True)
    for row in rows:
        table.add_row(*row)
    return table


def _narrow(rows: Sequence[_Row]) -> Table:
    """Two columns, two or three lines a fact."""
    table = _new_table()
    table.add_column("kind\nwhere", no_wrap=True)
    table.add_column("text\nvalue", overflow="fold")
    for kind, text, value, about, where in rows:
        lines = [text, value, about] if about else [text, value]
        table.add_row(Text("\n").join([kind, Text(where, "dim")]), Text("\n").join(lines))
    return table


class TableRows:
    """Rows of any columns as one table, written when the last is known."""

    def __init__(self, stream: TextIO, columns: Sequence[str]) -> None:
        """`columns` are the keys of the rows to show, in order."""
        self._console, self._columns, self._table = make_console(stream), columns, _new_table()
        for column in columns:
            self._table.add_column(column, overflow="fold")

    def row(self, row: Mapping[str, Any]) -> None:
        """Keep one row."""
        values = [row.get(column) for column in self._columns]
        self._table.add_row(*(_cell(NOTHING if value is None else str(value)) for value in values))

    def close(self) -> None:
        """Write the table."""
        self._console.print(self._table)


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Pass on the error that Rich calls this for; by itself it would end the command with 1."""
        raise


def make_console(stream: TextIO) -> Console:
    """A console on a stream: colours on a terminal only, and never with NO_COLOR."""
    console = _Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=False)
    if not console.is_terminal and "COLUMNS" not in console._environ:
        console.width = _PIPED_WIDTH
    if console.width < _LEAST_WIDTH:
        console.width = _PIPED_WIDTH
    return console


def _new_table() -> Table:
    return Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
