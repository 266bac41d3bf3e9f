"""Pattern files that are broken on purpose, and how the one line about each begins."""

from typing import NamedTuple


class Hostile(NamedTuple):
    """A file of a pack, its text, and the line, key and remedy that are said of it."""

    name: str
    text: str
    said: str


HEAD = "kind: speed\nunit: mps\n"
WORDS = HEAD + "units:\n  - words: "
CONTEXT = HEAD + "units:\n  - symbols: [mps]\n    never_if:\n      - before: "


def _quantity(text: str, said: str) -> Hostile:
    return Hostile("quantities/a.yaml", text, said)


def _words(words: str, said: str) -> Hostile:
    return _quantity(f"{WORDS}{words}\n", f":4: {said}")


def _context(pattern: str, said: str) -> Hostile:
    return _quantity(f"{CONTEXT}{pattern}\n", f":6: units[0].never_if[0].before: {said}")


def _aliases(levels: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, levels)]
    return "\n".join(lines) + "\n"


def _regex(regex: str, said: str) -> Hostile:
    return _context(f"[{{NORM: {{REGEX: '{regex}'}}}}]", said)


HOSTILE: dict[str, Hostile] = {
    # -- YAML
    "alias bomb": _quantity(_aliases(12), ":2: a1[0]: *a0 is an alias: write out what it stands for"),
    "cyclic alias": _quantity("kind: speed\nunits: &u [*u]\n", ":2: units[0]: *u is an alias"),
    "cyclic mapping": _quantity("&top\nkind: speed\nunits: *top\n", ":3: units: *top is an alias"),
    "merge key": _quantity("base: &b {x: 1}\nkind: speed\n<<: *b\n", ":3: <<: *b is an alias"),
    "deep lists": _quantity(
        HEAD + f"units: {'[' * 500}{']' * 500}\n", ":3: units[0][0]: nested more than 20"
    ),
    "deeper lists": _quantity(
        HEAD + f"units: {'[' * 100_000}\n", ":3: not valid YAML: exceeded maximum nest"
    ),
    "deep mappings": _quantity(HEAD + f"units: {'{a: ' * 50_000}\n", ":3: units.a.a: nested more than 20"),
    "deep blocks": _quantity(
        "".join(f"{' ' * i}a:\n" for i in range(1000)), ":22: a.a.a: nested more than 20"
    ),
    "deep examples": _quantity(
        HEAD + f"examples:\n  - text: a\n    facts: {'[' * 500}{']' * 500}\n", ":5: examples[0].facts: nes"
    ),
    "two documents": _quantity(HEAD + "---\nkind: x\n", ":3: a second document begins here"),
    "python object": _quantity("kind: !!python/name:os.system\n", ":1: kind: the tag"),
    "a million values": _quantity(HEAD + f"units: [{'a,' * 450_000}]\n", ":3: units[59996]: the file holds"),
    "a megabyte of key": _quantity(HEAD + f"? {'k' * 1_000_000}\n: 1\n", ":3: kkk"),
    "50 MB of words": _quantity(WORDS + "[" + "λέξη, " * 5_000_000 + "]\n", ": is larger than 1 MB"),
    "half a character": _quantity(HEAD + 'description: "\\ud800"\n', ":3: not valid YAML"),
    "an escape sequence": _quantity(HEAD + '"\\e[31mred": 1\n', ":3: \ufffd[31mred: unknown key"),
    "a key of many lines": _quantity(HEAD + '"a\\n\\nb": 1\n', ":3: a  b: unknown key"),
    # -- values
    "examples: 5": _quantity(HEAD + "examples: 5\n", ":3: examples: input should be a valid list"),
    "examples: text": _quantity(HEAD + "examples: abc\n", ":3: examples: input should be a valid list"),
    "examples: mapping": _quantity(HEAD + "examples: {a: 1}\n", ":3: examples: input should be a valid list"),
    "an example that is a numb": _quantity(HEAD + "examples: [5]\n", ":3: examples[0]: input should be"),
    "an exponent of thirty digits": _quantity(
        HEAD + f"units:\n  - scale: 1e{'4' * 30}\n", ":4: units[0].scale: a number of more than 40 digits"
    ),
    "a number of thousands of digits": _quantity(
        HEAD + f"units:\n  - scale: {'9' * 5000}\n", ":4: units[0].scale: a number of more than 40 digits"
    ),
    "an exponent": _quantity(HEAD + "units:\n  - scale: 1e999999\n", ":4: units[0].scale: a number of"),
    "an exponent of zero": _quantity(HEAD + "units:\n  - scale: 0e999999999\n", ":4: units[0].scale: a numb"),
    "an exponent in quotes": _quantity(HEAD + "units:\n  - scale: '1e999999'\n", ":4: units[0].scale: has m"),
    "an exponent in an example": _quantity(
        HEAD + "examples:\n  - {text: '[1 mps]', low: 1e999999}\n", ":4: examples[0].low: a number of"
    ),
    "infinity": _quantity(HEAD + "units:\n  - scale: Infinity\n", ":4: units[0].scale: input should be a"),
    "not a numb": _quantity(HEAD + "values:\n  - {value: nan, words: [a]}\n", ":4: values[0].value: input"),
    "zero as divisor": _quantity(HEAD + "units:\n  - per: 0\n", ":4: units[0].per: input should be greater"),
    "zero as factor": _quantity(HEAD + "units:\n  - scale: 0.0\n", ":4: units[0].scale: input should be"),
    "a gap beyond all texts": Hostile(
        "numbers.yaml", "hedges:\n  - {qualifier: about, gap: 99999999999}\n", ":2: hedges[0].gap: input"
    ),
    # -- forms
    "forms that expand": _words(f"['a{'(|b)' * 60}']", "units[0].words[0]: stands for over 10^15 forms"),
    "forms that expand a little": _words(f"['a{'(|b)' * 12}']", "units[0].words[0]: stands for 4,096 forms"),
    "many forms that expand": _words(
        "[" + ", ".join(f"'a{i}{'(α|β)' * 10}'" for i in range(10_000)) + "]", ""
    )._replace(said=":1: with the files before it, its words stand for"),
    "a word without end": _words(f"[{'λ' * 100_000}]", "units[0].words[0]: has 100,000 characters"),
    "brackets without end": _words(f"['{'(' * 100_000}']", "units[0].words[0]: brackets do not pair"),
    "endings that expand": Hostile(
        "quotes/a.yaml",
        "endings:\n  past:\n    singular: ["
        + ", ".join(f"ε{i}" for i in range(5000))
        + "]\nverbs:\n"
        + "".join(f"  - past: [δηλω{i}]\n" for i in range(2000)),
        ":1: endings: put together they stand for",
    ),
    "an ending with half a bracket": Hostile(
        "quotes/a.yaml",
        "endings:\n  past: {singular: ['ε(']}\nverbs:\n  - past: [δηλωσ]\n",
        ":2: endings.past.singular[0]: brackets do not pair",
    ),
    "compounds that expand": Hostile(
        "dates/a.yaml",
        "prefixes:\n"
        + "".join(f"  - {{value: 2, words: [δι{i}]}}\n" for i in range(2000))
        + "compounds:\n"
        + "".join(f"  - {{unit: year, endings: [ετία{i}]}}\n" for i in range(2000)),
        ":2002: compounds: put together they stand for",
    ),
    # -- Matcher patterns and regular expressions
    "an operator that counts": _context("[{NORM: a, OP: '{1000000}'}]", "counts too far with '{1000000}'"),
    "an operator that counts from": _context("[{NORM: a, OP: '{1000000,}'}]", "counts too far"),
    "an operator that counts to": _context("[{NORM: a, OP: '{0, 9999999}'}]", "counts too far"),
    "an operator that counts in many digits": _context(f"[{{OP: '{{{'9' * 6000}}}'}}]", "counts too far"),
    "no operator": _context("[{OP: '%'}]", "is no spaCy Matcher pattern: no operator is '%'; use"),
    "an extension attribute": _context("[{_: {x: 1}}]", "is no spaCy Matcher pattern: an attribute of"),
    "a parser's attribute": _context("[{DEP: nsubj}]", "is no spaCy Matcher pattern: `DEP` can't be known"),
    "a tagger's attribute": _context("[{pos: NOUN}]", "is no spaCy Matcher pattern: `pos` can't be known"),
    "an attribute in a set": _context("[{MORPH: {IN: [a]}}]", "is no spaCy Matcher pattern: `MORPH`"),
    "a long pattern": _context(f"[{', '.join(['{}'] * 5000)}]", "has 5000 tokens, more than 8"),
    "an empty pattern": _context("[]", "is empty"),
    "a wrong type in a pattern": _context(
        "[{LENGTH: {'>=': a}}]", "is no spaCy Matcher pattern: LENGTH takes a number, not 'a'"
    ),
    "a regular expression in no list": _context(
        "[{NORM: {REGEX: 5}}]", "is no spaCy Matcher pattern: NORM takes words, not 5"
    ),
    "a broken regular expression": _regex("(", "is no regular expression (missing )"),
    "one in a set": _context("[{NORM: {REGEX: {IN: ['a', '(']}}}]", "is no regular expression (missing )"),
    "one in another attribute": _context("[{text: {REGEX: '(x+x+)+y'}}]", "holds a repeat inside a repeat"),
    "one that explodes": _regex("^(α+)+$", "holds a repeat inside a repeat"),
    "one that explodes by alternatives": _regex("^(α|αα)*$", "repeats alternatives"),
    "one that explodes by other alternatives": _regex("^(αβ|αβγ|γ)*$", "repeats alternatives"),
    "one that grows by powers": _regex("α*α*α*α*α*α*β", "holds more than 3 open repeats"),
    "one that refers back": _regex("(α+)\\1\\1", "refers back to a group"),
    "one that overflows": _regex("α{99999999999}", "is no regular expression (the repetition number"),
    "one that is deep": _regex("(" * 900 + "α" + ")" * 900, ""),
    "one that is long": _regex("α" * 5000, "has 5,000 characters, more than 2,000"),
    "one in the word shapes of dates": Hostile(
        "dates/a.yaml", "patterns:\n  past: ['(α+)+$']\n", ":2: patterns.past[0]: holds a repeat"
    ),
    # -- the calendar
    "a day that no month has": Hostile(
        "dates/a.yaml", "holidays:\n  - {month: 2, day: 30, words: [α]}\n", ":2: holidays[0]: month 2 has no"
    ),
    "a month that no year has": Hostile(
        "dates/a.yaml", "holidays:\n  - {month: 13, day: 1, words: [α]}\n", ":2: holidays[0].month: input"
    ),
    "a holiday without a day": Hostile("dates/a.yaml", "holidays:\n  - words: [α]\n", ":2: holidays[0]: has"),
    "a holiday of centuries": Hostile(
        "dates/a.yaml", "holidays:\n  - {easter: 1, days: 99999999999, words: [α]}\n", ":2: holidays[0].days"
    ),
    "a shift out of the calendar": Hostile(
        "dates/a.yaml", "shifts:\n  - {unit: days, shift: 9999999999999999, words: [α]}\n", ":2: shifts[0]"
    ),
    "an ordinal of any size": Hostile(
        "dates/a.yaml", "ordinals:\n  - {value: 99999999999999999999, words: [α]}\n", ":2: ordinals[0].value"
    ),
}  # fmt: skip
