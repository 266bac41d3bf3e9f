"""Texts as they come: folded lines, signs unseen, blanks left out, sentences that end in a letter."""

import datetime
import textwrap
from collections import Counter
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from cases import cases_in, check_case
from newsfacts import extract
from newsfacts.text.plain import plain_text

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
KINDS = {"money", "power", "energy", "compute", "percent", "multiple", "date", "duration", "quote"}
DAY = datetime.date(2025, 11, 20)
LEAST_KEPT = 0.97


@pytest.mark.parametrize(
    "row",
    cases_in(
        "text/unseen.yaml",
        "text/spacing.yaml",
        "text/sentences.yaml",
        "text/lines.yaml",
        "text/broken_lines.yaml",
    ),
)
def test_facts_of_texts_as_they_come(row: dict[str, Any]) -> None:
    check_case(row, KINDS)


def folded(text: str, width: int, end: str) -> str:
    """A text with each line folded, as mail programs do it."""
    lines = [
        piece
        for line in text.split("\n")
        for piece in textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]
    ]
    return end.join(lines)


def facts_of(text: str, margin: str = "") -> Counter[str]:
    """The facts of a text without their places; blanks, line ends and margins are one blank."""
    facts: Counter[str] = Counter()
    for fact in extract(text, reference_date=DAY):
        row = {k: v for k, v in fact.to_dict().items() if not k.endswith(("_start", "_end", "_char"))}
        written = " ".join(f"{key}={value}" for key, value in row.items())
        if margin:
            written = written.replace("\n" + margin, " ")
        facts[" ".join(written.split())] += 1
    return facts


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_folded_samples_give_the_facts_of_the_unfolded(width: int, end: str) -> None:
    lost, whole = Counter[str](), 0
    for sample in SAMPLES:
        text = sample.read_text(encoding="utf-8")
        want, got = facts_of(text), facts_of(folded(text, width, end))
        assert not got - want, sample.name
        lost += want - got
        whole += want.total()
    assert whole - lost.total() >= LEAST_KEPT * whole, lost


def broken(text: str, widths: Sequence[int]) -> str:
    """A text broken by no width, before small words, as people break press releases."""
    width = cycle(widths)
    lines = []
    for line in text.split("\n"):
        lines.append("")
        most = next(width)
        for word in line.split(" "):
            is_prose = line[-1:] in (".", "»")
            if is_prose and len(lines[-1]) >= most and word[:1].islower() and lines[-1][-1].isalnum():
                lines.append("")
                most = next(width)
            lines[-1] += (" " if lines[-1] else "") + word
    return "\n".join(lines)


@pytest.mark.parametrize("widths", [(30, 74, 52, 91, 40), (60, 20, 110), (25,), (8, 130)], ids=str)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_samples_broken_anywhere_give_the_facts_of_the_whole(sample: Path, widths: Sequence[int]) -> None:
    text = sample.read_text(encoding="utf-8")
    assert facts_of(broken(text, widths)) == facts_of(text)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_quoted_mail_and_margins_give_the_facts_of_the_unfolded(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    want = facts_of(text)
    for margin in ("> ", ">> ", "    ", "\t"):
        lines = folded(text, 72, "\n").split("\n")
        assert facts_of("\n".join(margin + line for line in lines), margin) == want, repr(margin)


def test_all_places_are_of_the_text_as_given() -> None:
    text = "Τα\u200b καθαρα\u0301 κέρδη ανήλθαν σε 5 εκατ.ευρώ.Ο Νίκος Βέρ\u2060γος δήλωσε ότι αρκούν."
    rows = [fact.to_dict() for fact in extract(text)]
    spans = [(r[f"{name}_start"], r[f"{name}_end"]) for r in rows for name in ("about", "mention")]
    found = [text[start:end] for start, end in spans if start is not None]
    assert found == ["καθαρα\u0301 κέρδη", "Νίκος Βέρ\u2060γος"]


@pytest.mark.parametrize(
    "text",
    [
        "Τίτλος\n\nΗ Altera επενδύει 5 εκατ. ευρώ.\n- πρώτο\n- δεύτερο\n",
        "Η ΕΛ.ΑΣ., η ΕΛ.ΣΤΑΤ., η Δ.Ε.Η και ο Ο.Τ.Ε. του Δ.Σ. το 44 π.Χ.",
        "Το Α.Ε.Π ανέβηκε 2.5 φορές, στις 10:30 π.μ., κ.λπ., κ.ο.κ.",
        "Ό,τι είπε στο www.altera.gr και στο Node.js, v2.5.1, ISO 14001:2015, 3:2",
        "Το «έξυπνο» (σπίτι), το «Α»· το 1.200,50 και το 3/4/2025",
    ],
)
def test_a_plain_text_is_left_as_it_is(text: str) -> None:
    assert plain_text(text).text is text
