"""Texts of all sorts for laws that hold for every text."""

import datetime
import random
import re
from pathlib import Path

from hypothesis import strategies as st

from fuzz.mutate import mutated

SAMPLES = [path.read_text(encoding="utf-8") for path in sorted(Path("samples").glob("*.txt"))]
PIECES = [
    "5",
    "1,2",
    "500",
    "1.000",
    "10-15",
    "έως",
    "και",
    "από",
    "μέχρι",
    "πάνω από",
    "εκατ.",
    "δισ.",
    "τρισ.",
    "ευρώ",
    "δολάρια",
    "€",
    "$",
    "%",
    "MW",
    "GWh",
    "φορές",
    "χθες",
    "αύριο",
    "το 2026",
    "Σεπτέμβριο",
    "τρίμηνο",
    "του",
    "το",
    "στις",
    "23",
    "χρόνια",
    "πριν",
    "σε",
    "δύο",
    "δεκάδες",
    "«",
    "»",
    "“",
    "”",
    ":",
    ",",
    ".",
    ";",
    "-",
    "–",
    "δήλωσε",
    "είπε ότι",
    "σύμφωνα με τον",
    "ο",
    "η",
    "Πέτρος",
    "Βέργος",
    "διευθύνων σύμβουλος",
    "της",
    "εταιρείας",
    "Τ-",
    "\n",
    "\n\n",
    "\r",
    "\t",
    "\xa0",
    "\u200b",
    "\xad",
    "́",
    "\ufeff",
    "(",
    ")",
    "'",
    "’",
    "/",
    "+",
    "−",
    "½",
    "²",
    "٣",
    "Ⅳ",
    "😀",
    "&",
    "=",
    "@",
    "¶",
    "10^",
    "×",
]
HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
DAYS = st.none() | st.dates() | st.sampled_from([datetime.date.min, datetime.date.max])
ANY_TEXT = st.text(st.characters(), max_size=120)
LETTERS = "αάεέηήιίϊΐοόυύωώςσβγδζθκλμνξπρτφχψΑΆΕΗΙΟΣ 0123456789.,%€$-«»'’\n"
GREEK = st.text(st.sampled_from(LETTERS), max_size=120)
PHRASES = st.lists(st.sampled_from(PIECES), max_size=30).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words)])
)
MUTATED = st.builds(
    lambda seed, text: mutated(text, random.Random(seed))[:4000],
    st.integers(0, 2**32),
    st.sampled_from(SAMPLES),
)
TEXTS = ANY_TEXT | GREEK | PHRASES | MUTATED
