"""Texts made to be slow: one unit over and over, a sentence without an end, marks that never close."""

import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.texts import from_samples

_seeds = itertools.count(1)

_WORDS = """
«λέξη» « » , . : – ( ) και ενώ που ότι να όπως σύμφωνα με κατά δήλωσε τόνισε λέγοντας ανακοίνωσε αναφέρει
ο η του της τον την οι Νίκος Βέργης Orbix Alba εταιρεία ομίλου πρόεδρος CEO διευθύνων σύμβουλος Υπουργός
αναλυτές ίδιος έσοδα κέρδη πωλήσεις αύξηση αυξήθηκαν έφτασαν 5 εκατ. 100 δισ. ευρώ δολάρια € 20% 4 MW
από έως σε στις για μετά πριν έναντι περίπου πάνω θα Μαΐου 2025 χθες φέτος πέρυσι Τρίτη τρίμηνο ημέρες
φορές στην Αθήνα αγορά
"""
"""Those that rules hang on, and signs."""


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


def one_paragraph(n: int) -> str:
    """About `n` characters of the samples without a newline."""
    text = from_samples(max(1, n // 6), seed=next(_seeds))
    return " ".join(text.pieces)[:n]


def chance(seed: int) -> Case:
    """A few words by chance, over and over: no one thinks of them, and no rule was written for them."""
    rng = random.Random(seed)
    unit = " ".join(rng.choices(_WORDS.split(), k=rng.randint(3, 9))) + rng.choice(("", ",", ".", "\n"))
    return Case(f"by chance: `{unit.strip()}`", _repeat(unit + " "), 48_000)


def _no_full_stop(n: int) -> str:
    return one_paragraph(n).replace(". ", " ").replace("· ", " ")


CASES = (
    Case("a million digits, one token", _glued("1234567890")),
    Case("a million digits, a token each", _repeat("7 ")),
    Case("ten thousand «", _glued("«"), 10_000),
    Case("a hundred thousand «", _glued("«"), 100_000),
    Case("`από 1 έως `", _repeat("από 1 έως ")),
    Case("capital letters, words", _capitals),
    Case("capital letters, one token", _glued("ΑΒΓΔΕΖΗΘ")),
    Case("one cue verb", _repeat("δήλωσε ")),
    Case("one paragraph without a newline", one_paragraph, steady=32_000),
    Case("currency words", _repeat("ευρώ ")),
    Case("unclosed quotes", _repeat("«λέξη ")),
    Case("doubled marks", _repeat("''λέξη'' ")),
    Case("`χθες `", _repeat("χθες ")),
    Case("« each a token", _repeat("« ")),
    Case("« nested and closed", _nested),
    Case('straight "', _repeat('" ')),
    Case("straight quotes glued", _glued('"')),
    Case("quoted words", _repeat("«λέξη» ")),
    Case("a source, never closed", _repeat("κατά από θα ")),
    Case("rises of nothing", _repeat("Orbix 100 του ( αυξήθηκαν 100 ευρώ ")),
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
