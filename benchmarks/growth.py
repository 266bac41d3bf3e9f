"""How time grows: with the length of a document, with its facts, and on texts made to be slow."""

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.slow_texts import Case, one_paragraph

LIMIT = 2.3
"""What twice the text may take, at most, as a multiple of the time for the text."""

_START = 16_000  # characters of the first step of a climb

Reader = Callable[[str], object]


def seconds(read: Reader, text: str) -> float:
    """CPU seconds to read a text: others on the machine stretch them less than those of the clock.

    What was loaded before is hidden from Python's garbage collector: one look through all of it
    takes longer than many of these texts, and would come with one text and not with the next.
    """
    gc.collect()
    gc.freeze()
    start = time.process_time()
    read(text)
    return time.process_time() - start


@dataclass
class Doubling:
    """Times at `chars` and at twice as many."""

    chars: int
    seconds: float
    seconds_twice: float

    @property
    def ratio(self) -> float:
        """Time for 2n to time for n."""
        return self.seconds_twice / max(self.seconds, 1e-9)


def doubling(
    read: Reader, build: Callable[[int], str], n: int, *, rounds: int = 3, tries: int = 4
) -> Doubling:
    """The median pair of some at n and 2n, by their ratio; more are measured while it looks too steep.

    The two of a pair are read one after the other, so that a machine that works faster for a while
    is so for both: the least of all times would set one that was lucky against one that was not. A
    time that is truly not linear stays so however often it is measured.
    """
    pairs: list[Doubling] = []
    for _ in range(tries):
        pairs += [Doubling(n, seconds(read, build(n)), seconds(read, build(2 * n))) for _ in range(rounds)]
        pairs.sort(key=lambda pair: pair.ratio)
        if pairs[(len(pairs) - 1) // 2].ratio <= LIMIT:
            break
    return pairs[(len(pairs) - 1) // 2]


def climb(read: Reader, case: Case, largest: int, budget: float) -> list[tuple[int, float]]:
    """Times at doubling lengths up to `largest`, to where it is over time and too steep, or over all time."""
    sizes = [largest]
    while sizes[0] // 2 >= _START:
        sizes.insert(0, sizes[0] // 2)
    steps: list[tuple[int, float]] = []
    for size in sizes:
        steps.append((size, seconds(read, case.build(size))))
        took = steps[-1][1]
        steep = len(steps) > 1 and took > LIMIT * steps[-2][1]
        if took > (budget if steep else 5 * budget):
            break
    return steps


@dataclass
class Growth:
    """What a worst case gave: the largest length read, its time and what the last doubling cost."""

    name: str
    chars: int
    seconds: float
    ratio: float
    reached: bool

    @property
    def linear(self) -> bool:
        """Whether the full length was read, and twice the text took at most LIMIT times as long."""
        return self.reached and self.ratio <= LIMIT


def worst_case(read: Reader, case: Case, *, largest: int | None = None, budget: float = 8.0) -> Growth:
    """Climb to the full length, then measure the last doubling again where it looks too steep."""
    full = min(largest or case.largest, case.largest)
    chars, took = climb(read, case, full, budget)[-1]
    tries = 1 if took > budget else 5
    last = doubling(read, case.build, max(1, chars // 2), rounds=1, tries=tries)
    return Growth(case.name, chars, min(took, last.seconds_twice), last.ratio, chars >= full)


def lengths(read: Reader, sizes: tuple[int, ...], rounds: int = 3) -> Iterator[tuple[int, float]]:
    """Seconds for one document of each size in characters, the median of some rounds."""
    for size in sizes:
        documents = [one_paragraph(size) for _ in range(rounds)]
        yield size, sorted(seconds(read, text) for text in documents)[rounds // 2]


def fact_counts(
    read: Callable[[str], list[object]], counts: tuple[int, ...], chars: int, rounds: int = 3
) -> Iterator[tuple[int, float]]:
    """Facts found and seconds, for documents of one length with more and more facts in them."""
    filler = "Η πόλη ξύπνησε αργά και οι δρόμοι γέμισαν κόσμο που πήγαινε στις δουλειές του.\n"
    fact = "Το έργο κοστίζει 5 εκατ. ευρώ και έχει πια ισχύ 20 MW, είπαν χωρίς καμία βιασύνη.\n"
    for count in counts:
        lines = max(1, chars // len(filler))
        step = max(1, lines * 2 // count) if count else lines + 1
        text = "".join(fact if i % step == 0 and count else filler for i in range(lines))
        took = sorted(seconds(read, text) for _ in range(rounds))[rounds // 2]
        yield len(read(text)), took
