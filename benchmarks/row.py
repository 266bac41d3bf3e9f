"""One row of the table, and how rows are measured."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.texts import Text

Run = Callable[[Sequence[str]], int]
"""Reads texts and says how much was found, so that nobody can skip the work."""


@dataclass
class Row:
    """One line of the table. `words`: only that many are read (0: all) and the time is scaled."""

    name: str
    label: str
    run: Run
    words: int = 0
    load_seconds: float | None = None
    whole: bool = False
    """Whether it gets the text in one go: worker processes would start again for each slice."""


class UnavailableError(Exception):
    """A row that cannot be measured here, and why."""


def counting(read: Callable[[str], Any]) -> Run:
    """A run that counts what is found in each text."""
    return lambda texts: sum(len(read(text)) for text in texts)


@dataclass
class Measured:
    """A row's times over the rounds, each scaled to the whole text."""

    row: Row
    words: int
    seconds: list[float]
    found: int


def measure(rows: Sequence[Row], text: Text, *, rounds: int, slices: int = 10) -> list[Measured]:
    """Run all rows in turn over one slice of the text after another, `rounds` times.

    In turn, so that a machine that slows down slows all rows down. One round before those that
    count warms up vocabularies, caches and worker processes.
    """
    total = text.words
    texts = {row.name: text.head(row.words) if 0 < row.words < total else text for row in rows}
    measured = {row.name: Measured(row, texts[row.name].words, [], 0) for row in rows}
    parts = {row.name: [texts[row.name]] if row.whole else texts[row.name].slices(slices) for row in rows}
    order = list(rows)
    for turn in range(rounds + 1):
        spent = dict.fromkeys(measured, 0.0)
        found = dict.fromkeys(measured, 0)
        for number in range(slices):
            for row in order:
                if number < len(parts[row.name]):
                    pieces = parts[row.name][number].pieces
                    start = time.perf_counter()
                    found[row.name] += row.run(pieces)
                    spent[row.name] += time.perf_counter() - start
        order.append(order.pop(0))  # nobody always comes after the same one
        if turn == 0:
            continue
        for name, result in measured.items():
            result.seconds.append(spent[name] * total / max(1, result.words))
            result.found = found[name]
    return [measured[row.name] for row in rows]
