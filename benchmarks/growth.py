"""How time grows: with the length of a document, with its facts, and on texts made to be slow."""

import gc
import itertools
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.texts import from_samples

LIMIT = 2.3
"""What twice the text may take, at most, as a multiple of the time for the text."""

_START = 16_000  # characters of the first step of a climb

Reader = Callable[[str], object]

_seeds = itertools.count(1)


@dataclass(frozen=True)
class Case:
    """A text made to be slow: `build(n)` gives one of about `n` characters, another one at each call.

    Another one, so that what was remembered of the last does not hide what a new one costs. From
    `steady` characters on, two of one length cost the same: of short news one holds twice the facts
    of the other.
    """

    name: str
    build: Callable[[int], str]
    largest: int = 1_000_000
    steady: int = 8_000


def _repeat(unit: str) -> Callable[[int], str]:
    """`unit` over and over, after a number that no other text has."""
    return lambda n: f"{next(_seeds)}\n" + unit * max(1, n // len(unit))


def _glued(unit: str) -> Callable[[int], str]:
    """`unit` over and over with no blank, a number glued to its end: no cache has met this chunk."""
    return lambda n: unit * max(1, n // len(unit)) + str(next(_seeds))


def _capitals(n: int) -> str:
    rng = random.Random(next(_seeds))
    letters = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"
    words = ("".join(rng.choices(letters, k=rng.randint(2, 9))) for _ in range(n // 6))
    return " ".join(words)[:n]


def _names(n: int) -> str:
    rng = random.Random(next(_seeds))
    letters = "αβγδεζηθικλμνξοπρστυφχψω"
    words = ("".join(rng.choices(letters, k=rng.randint(2, 9))).capitalize() for _ in range(n // 6))
    return " ".join(words)[:n]


def _nested(n: int) -> str:
    half = n // 2
    return "«" * half + str(next(_seeds)) + "»" * half


def _one_paragraph(n: int) -> str:
    text = from_samples(max(1, n // 6), seed=next(_seeds))
    return " ".join(text.pieces)[:n]


def _no_full_stop(n: int) -> str:
    return _one_paragraph(n).replace(". ", " ").replace("· ", " ")


CASES = (  # first those named in the specification
    Case("a million digits, one token", _glued("1234567890")),
    Case("a million digits, a token each", _repeat("7 ")),
    Case("ten thousand «", _glued("«"), 10_000),
    Case("a hundred thousand «", _glued("«"), 100_000),
    Case("`από 1 έως `", _repeat("από 1 έως ")),
    Case("capital letters, words", _capitals),
    Case("capital letters, one token", _glued("ΑΒΓΔΕΖΗΘ")),
    Case("one cue verb", _repeat("δήλωσε ")),
    Case("one paragraph without a newline", _one_paragraph, steady=32_000),
    Case("currency words", _repeat("ευρώ ")),
    Case("unclosed quotes", _repeat("«λέξη ")),
    Case("doubled marks", _repeat("''λέξη'' ")),
    Case("`χθες `", _repeat("χθες ")),
    # others of their kind
    Case("« each a token", _repeat("« ")),
    Case("« nested and closed", _nested),
    Case('straight "', _repeat('" ')),
    Case("straight quotes glued", _glued('"')),
    Case("quoted words", _repeat("«λέξη» ")),
    Case("quoted words and a cue verb", _repeat("«λέξη», δήλωσε ")),
    Case("cue verb and that", _repeat("δήλωσε ότι ")),
    Case("`σύμφωνα με `", _repeat("σύμφωνα με ")),
    Case("`ο πρόεδρος της `", _repeat("ο πρόεδρος της ")),
    Case("names", _names),
    Case("no full stop", _no_full_stop, steady=32_000),
    Case("currency signs", _repeat("€ ")),
    Case("currency signs glued", _glued("€")),
    Case("magnitudes", _repeat("δισ. ")),
    Case("number words", _repeat("δύο ")),
    Case("number words, `εκατόν δύο χιλιάδες`", _repeat("εκατόν δύο χιλιάδες ")),
    Case("amounts", _repeat("5 εκατ. ευρώ ")),
    Case("amounts of one sentence after a noun", _repeat("έσοδα 5 εκατ. ευρώ, ")),
    Case("amounts that a verb reaches", _repeat("έφτασαν τα 5 εκατ. ευρώ και ")),
    Case("shares, each with its company", _repeat("η Alba Energy έχασε 5%, ")),
    Case("amounts of a company, without a comma", _repeat("η Alba ΑΕ έσοδα 5 εκατ. ευρώ κέρδη 4 MW ")),
    Case("amounts of nobody, without a comma", _repeat("έργα 5 MW η Λαδάκη πήρε ")),
    Case("nouns in the genitive before one amount", _repeat("έσοδα της αγοράς ")),
    Case("round amounts said again", _repeat("η Alba είπε ότι δίνει €5,000, όπως δήλωσε ο Ίων Βέργης και ")),
    Case("brackets after amounts", _repeat("έσοδα 5 εκατ. ευρώ (+2% ")),
    Case("result bullets", _repeat("• Έσοδα 5 εκατ. ευρώ (+2%)\n")),
    Case("amounts in a list", _repeat("5 ευρώ, ")),
    Case("numbers in a list", _repeat("5, ")),
    Case("numbers with `και`", _repeat("5 και ")),
    Case("numbers and hyphens", _glued("1-")),
    Case("numbers and slashes", _glued("1/")),
    Case("numbers and points", _glued("1.000.")),
    Case("numbers and units glued", _glued("5MW")),
    Case("percentages glued", _glued("5%")),
    Case("hedges", _repeat("περίπου ")),
    Case("months", _repeat("Μαΐου ")),
    Case("days and months", _repeat("5 Μαΐου ")),
    Case("years", _repeat("2025 ")),
    Case("`πριν από `", _repeat("πριν από ")),
    Case("`του `", _repeat("του ")),
    Case("blanks", _repeat(" ")),
    Case("no-break spaces", _glued("\u00a0")),
    Case("words and two blanks", _repeat("λέξη  ")),
    Case("newlines", _glued("\n")),
    Case("full stops", _repeat(". ")),
    Case("full stops glued", _glued(".")),
    Case("commas", _repeat(", ")),
    Case("brackets glued", _glued("(")),
    Case("apostrophes glued", _glued("'")),
    Case("hyphens glued", _glued("-")),
    Case("letters and hyphens", _glued("α-")),
    Case("combining accents", _glued("α\u0301")),
)

NAMED = tuple(case.name for case in CASES[:12])


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
        documents = [_one_paragraph(size) for _ in range(rounds)]
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
