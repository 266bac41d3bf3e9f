"""The engine of rules: what productions read, what is refused at load, how time grows."""

from collections.abc import Callable
from functools import cache
from time import process_time
from typing import TYPE_CHECKING, Any

import pytest

from newsfacts import PatternError, load
from newsfacts.grammar import Chart, Grammar, Source, Symbols, compile_grammar, derivation
from newsfacts.grammar.examples import example_faults
from newsfacts.grammar.predicates import COMMON
from newsfacts.grammar.sources import RuleFile, sources
from newsfacts.lexicon.lexicon import Lexicon, Reading
from newsfacts.packs.read import parse

if TYPE_CHECKING:
    from spacy.language import Language


def lexicon() -> Lexicon:
    words = Lexicon()
    words.add("fruit.apple", "apple", ["μήλ(ο|α|ων)"])
    words.add("fruit.apple", "basket", ["καλάθι με μήλα"])
    words.add("fruit.pear", "pear", ["αχλάδι(|α)"])
    words.add_beside("fruit.the", True, ["το", "τα", "των"])
    words.build()
    return words


def pair(first: str, second: str, span: tuple[int, int]) -> tuple[str, str, tuple[int, int]]:
    return first, second, span


def only_apples(what: str) -> str | None:
    return what if what == "apple" else None


def maybe(what: str, other: str | None = None) -> str:
    return what + (other or "")


MEANINGS: dict[str, Callable[..., Any]] = {"pair": pair, "only_apples": only_apples, "maybe": maybe}


def grammar(*rows: str) -> Grammar:
    """Rows are `rule: production`."""
    categories = frozenset({"fruit.apple", "fruit.pear", "fruit.the"})
    symbols = Symbols(categories, frozenset({"fruit.the"}), COMMON, MEANINGS, "fruit.")
    written = [row.partition(": ") for row in rows]
    return compile_grammar(
        [Source(rule, text, "rules.yaml", i + 1) for i, (rule, _, text) in enumerate(written)], symbols
    )


@cache
def pipeline() -> "Language":
    """Its vocabulary folds words, which is all that is wanted of it."""
    return load()


def read(text: str) -> Reading:
    return lexicon().read(pipeline().make_doc(text))


@pytest.mark.parametrize(
    ("rows", "text", "expected"),
    [
        (["x: a=apple"], "μήλα", (1, "apple")),
        (["x: a=apple"], "καλάθι με μήλα", (3, "basket")),
        (["x: apple"], "μήλων", (1, True)),
        (["x: a=apple"], "αχλάδι", None),
        (["x: the a=apple"], "τα μήλα", (2, "apple")),
        (["x: the? a=apple"], "μήλα", (1, "apple")),
        (["x: first=apple /(και|ή)/ second=pear -> pair"], "μήλο ΚΑΙ αχλάδι", (3, ("apple", "pear", (0, 3)))),
        (["x: first=apple \"-\" second=pear -> pair"], "μήλο–αχλάδι", (3, ("apple", "pear", (0, 3)))),
        (["x: first=apple _ \"-\" _ second=pear -> pair"], "μήλο - αχλάδι", None),
        (["x: what=apple other=pear? -> maybe"], "μήλο", (1, "apple")),
        (["x: what=apple other=pear? -> maybe"], "μήλο αχλάδι", (2, "applepear")),
        (["x: what=apple -> only_apples"], "μήλο", (1, "apple")),
        (["x: what=apple -> only_apples"], "καλάθι με μήλα", None),
        (["x: a=capital+"], "Ένα Δύο τρία", (2, ("Ένα", "Δύο"))),
        (["x: apple a=capital*"], "μήλα", (1, ())),
        (["x: a=apple >pear"], "μήλα αχλάδια", (1, "apple")),
        (["x: a=apple >!pear"], "μήλα αχλάδια", None),
        (["x: a=apple >line_end"], "μήλα", (1, "apple")),
        (["f: a=apple", "f: a=pear", "x: \"(\" a=f \")\""], "(αχλάδι)", (3, "pear")),
        (["x: a=apple", "x: a=apple pear"], "μήλα αχλάδια", (2, "apple")),
    ],
)  # fmt: skip
def test_reads(rows: list[str], text: str, expected: Any) -> None:
    assert Chart(grammar(*rows), read(text)).longest("x", 0) == expected


@pytest.mark.parametrize(
    ("row", "text", "token", "found"),
    [
        ("x: <the a=apple", "τα μήλα", 1, True),
        ("x: <the a=apple", "μήλα", 0, False),
        ("x: <!the a=apple", "τα μήλα", 1, False),
        ("x: </από/ a=apple", "από μήλα", 1, True),
        ('x: <!"(" a=apple', "(μήλα", 1, False),
    ],
)
def test_looks_behind(row: str, text: str, token: int, found: bool) -> None:
    assert (Chart(grammar(row), read(text)).longest("x", token) is not None) is found


@pytest.mark.parametrize(
    ("rows", "line", "message"),
    [
        (["x: a=aple"], 1, "unknown symbol `aple`, did you mean `apple`?"),
        (["x: a=apple", "y: a=x b=y -> pair"], 2, "can't end: the rule uses itself (y → y); write `x+`"),
        (["x: a=y", "y: a=x"], 2, "can't end: the rule uses itself (x → y → x)"),
        (["x: a=apple -> only_apples", "x: b=pear", "x: a=apple"], 3, "ambiguous: it reads the same as "),
        (["x: a=apple?"], 1, "may read nothing at all"),
        (["x: a=apple b=pear"], 1, "keeps 2 values: end it with `-> name`"),
        (["x: a=apple a=pear -> pair"], 1, "`a=` stands twice"),
        (["x: first=apple -> pair"], 1, "`pair` wants `second=`"),
        (["x: first=apple second=pear third=pear -> pair"], 1, "`third=` is nothing that `pair` takes"),
        (["x: a=apple -> pear_of"], 1, "unknown meaning `pear_of`"),
        (["x: apple ]"], 1, "`]` is no symbol"),
        (["x: a=>apple"], 1, "only looks"),
        (["x: /μήλα δύο/"], 1, "more than one token"),
        (["x: apple", "never.y.after: pear"], 2, "no rule is called `y`"),
        (["y: apple", "x: <y apple"], 2, "only words and predicates can be looked for behind"),
    ],
)  # fmt: skip
def test_refuses(rows: list[str], line: int, message: str) -> None:
    with pytest.raises(PatternError) as caught:
        grammar(*rows)
    assert caught.value.line == line
    assert message in caught.value.message


@pytest.mark.parametrize(
    ("context", "text", "token", "found"),
    [
        ("never.x.before: the", "τα μήλα", 1, False),
        ("never.x.before: the pear", "τα αχλάδια μήλα", 2, False),
        ("never.x.before: the pear", "αχλάδια μήλα", 1, True),
        ("never.x.after: pear", "μήλα αχλάδια", 0, False),
        ("never.x.after: pear", "μήλα", 0, True),
    ],
)
def test_contexts(context: str, text: str, token: int, found: bool) -> None:
    chart = Chart(grammar("x: a=apple", context), read(text))
    assert (chart.longest("x", token) is not None) is found


def test_what_a_context_drops_is_noted() -> None:
    reading = read("μήλα αχλάδια")
    reading.notes = []
    Chart(grammar("x: a=apple", "never.x.after: pear"), reading).longest("x", 0)
    assert [(note.start, note.end, note.what, note.origin) for note in reading.notes] == [
        (0, 1, "pear", "rules.yaml:2")
    ]


def test_says_how_it_was_read() -> None:
    chart = Chart(grammar("f: a=pear", "x: first=apple /και/ second=f -> pair"), read("μήλο και αχλάδι"))
    found = derivation(chart, "x", 0, 3)
    assert found is not None
    assert (found.production.source.line, [part.production.source.line for part in found.parts]) == (2, [1])


def test_a_later_file_comes_first_and_switches_off() -> None:
    below = parse("rules:\n  x:\n  - a=apple -> only_apples ~ μήλα\n  - a=pear", "below.yaml")
    above = parse("rules:\n  x:\n  - b=apple", "above.yaml")
    files = [
        RuleFile(below.data["rules"], [], "below.yaml", below),
        RuleFile(above.data["rules"], ["a=apple -> only_apples"], "above.yaml", above),
    ]
    assert [(s.origin, s.line, s.text) for s in sources(files)] == [
        ("above.yaml", 3, "b=apple"),
        ("below.yaml", 4, "a=pear"),
    ]


def test_time_grows_with_the_text_only() -> None:
    rules = grammar(
        "list: a=apple", "list: a=pear", 'x: first=list "," second=list+ -> pair', "y: a=capital+"
    )

    def seconds(times: int) -> float:
        reading = read("μήλα, αχλάδια Άλφα " * times)
        chart, begun = Chart(rules, reading), process_time()
        for token in range(len(reading)):
            chart.longest("x", token)
            chart.longest("y", token)
        return process_time() - begun

    once = min(seconds(500) for _ in range(3))
    assert min(seconds(2000) for _ in range(3)) < once * 8


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        (["x: a=apple ~ μήλα"], None),
        (["x: a=apple ~ τα [μήλα] τους"], None),
        (["x: a=apple ~ αχλάδια"], "does not read its example `αχλάδια`; `x` reads nothing there"),
        (["x: a=apple ~ μήλα αχλάδια"], "`x` reads `μήλα` there"),
        (["x: a=apple", 'x: a=apple ","? ~ μήλα'], "is read by rules.yaml:1 before it"),
        (["x: a=apple ~ μ[ήλα]"], "marks half a word: `ήλα`"),
        (["x: a=apple ~ [μήλα"], "one pair of [brackets]"),
        (["x: a=apple ~ [μήλα] [μήλα]"], "one pair of [brackets]"),
    ],
)
def test_examples_of_productions(rows: list[str], fault: str | None) -> None:
    faults = [str(error) for error in example_faults(grammar(*rows), read)]
    assert len(faults) == (fault is not None)
    assert fault is None or fault in faults[0]
    assert not faults or faults[0].startswith(f"rules.yaml:{len(rows)}: rules.x: ")
