"""A bad pattern file gives one line, FILE:LINE: KEY: what is wrong and what to do, and exit code 2."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from newsfacts.commands.app import app

HEAD = "kind: speed\nunit: mps\n"
UNITS = "units:\n  - {symbols: [mps]}\n"

# name: (file in the pack, its text, how the line goes on after the pack's folder)
BROKEN: dict[str, tuple[str, str, str]] = {
    "typo in a key": (
        "quantities/a.yaml",
        HEAD + "units:\n  - {simbols: [mps]}\n",
        "a.yaml:4: units[0].simbols: unknown key, did you mean `symbols`?",
    ),
    "wrong type": (
        "quantities/a.yaml",
        HEAD + "units:\n  - {symbols: mps}\n",
        "a.yaml:4: units[0].symbols: input should be a valid list",
    ),
    "no number": (
        "quantities/a.yaml",
        HEAD + "units:\n  - symbols: [mps]\n    scale: big\n",
        "a.yaml:5: units[0].scale: input should be a valid decimal",
    ),
    "two equal keys": (
        "quantities/a.yaml",
        HEAD + UNITS + "unit: kmh\n",
        "a.yaml:5: unit: stands twice, first in line 2: keep one",
    ),
    "a key that is a list": (
        "quantities/a.yaml",
        HEAD + UNITS + "[a, b]: c\n",
        "a.yaml:5: a key must be a plain word",
    ),
    "a short-hand of nothing": (
        "quantities/a.yaml",
        HEAD + "units:\n  - words: ['(|)']\n",
        "a.yaml:4: units[0].words[0]: holds no word",
    ),
    "a word in a rule of roles": (
        "measures.yaml",
        "rules:\n  about:\n    - q=quantity n=noun /ωραία/ -> after ~ [5%] των εσόδων\n",
        "measures.yaml:3: rules.about: `ωραία` can't stand here: name roles",
    ),
    "a tab": (
        "quantities/a.yaml",
        HEAD + "units:\n\t- {symbols: [mps]}\n",
        "a.yaml:4: a tab: YAML indents by",
    ),
    "no kind": ("quantities/a.yaml", UNITS, "a.yaml:1: kind: is missing: add it"),
    "reserved kind": (
        "quantities/a.yaml",
        "unit: d\nkind: date\n",
        "a.yaml:2: kind: `date` is no quantity: choose another name",
    ),
    "bad kind": ("quantities/a.yaml", "kind: My Speed\n", "a.yaml:1: kind: string should match pattern"),
    "unknown place": (
        "notes.yaml",
        "words: [a]\n",
        "notes.yaml:1: what kind of file is it? put it under quantities/",
    ),
    "python object": (
        "quantities/a.yaml",
        HEAD + "description: !!python/object/apply:os.system ['touch HACKED']\n",
        "a.yaml:3: description: the tag tag:yaml.org,2002:python/object/apply:os.system is not allowed",
    ),
    "bad Matcher pattern": (
        "quantities/a.yaml",
        HEAD + UNITS + "never_if:\n  - before: [{NROM: {IN: [a]}}]\n",
        "a.yaml:6: never_if[0].before: is no spaCy Matcher pattern:",
    ),
    "unbalanced brackets": (
        "quantities/a.yaml",
        HEAD + "units:\n  - words: [ok, 'metr(o|a']\n",
        "a.yaml:4: units[0].words[1]: brackets do not pair in 'metr(o|a': write endings as stem(a|b)",
    ),
    "unknown qualifier": (
        "quantities/a.yaml",
        HEAD + "values:\n  - {value: 2, words: [two], qualifier: atmost}\n",
        "a.yaml:4: values[0].qualifier: 'atmost' is not one of",
    ),
    "no YAML": ("quantities/a.yaml", HEAD + "units: [\n", "a.yaml:4: not valid YAML:"),
    "no mapping": ("quantities/a.yaml", "- a\n", "a.yaml:1: is empty or no mapping: start with `kind:`"),
    "empty": ("quantities/a.yaml", "# later\n", "a.yaml:1: is empty or no mapping: start with `kind:`"),
    "bad regular expression": (
        "dates/a.yaml",
        "patterns:\n  past:\n  - '('\n",
        "a.yaml:3: patterns.past[0]: is no regular expression",
    ),
    "a misspelt key of word shapes": (
        "dates/a.yaml",
        "patterns:\n  futrue: [θα]\n",
        "a.yaml:2: patterns.futrue: unknown key, did you mean `future`?",
    ),
    "a list that no rule uses": (
        "dates/a.yaml",
        "words:\n  up_too: [ίσαμε]\n",
        "a.yaml:2: words.up_too: no rule uses it, did you mean `up_to`?",
    ),
    "a list that is called as a rule is": (
        "dates/a.yaml",
        "words:\n  whole: [μήνας]\n",
        "a.yaml:2: words.whole: a rule is called so too",
    ),
    "a context of no rule": (
        "dates/a.yaml",
        "never:\n  year_alnoe:\n    after:\n    - unit\n",
        "a.yaml:4: never.year_alnoe.after: no rule is called `year_alnoe`, did you mean `year_alone`?",
    ),
    "a side that is none": (
        "dates/a.yaml",
        "never:\n  year_alone:\n    behind: [unit]\n",
        "a.yaml:3: never.year_alone.behind: unknown key",
    ),
    "an unknown symbol in a rule": (
        "dates/a.yaml",
        "rules:\n  date:\n  - d=daay m=month -> day\n",
        "a.yaml:3: rules.date: unknown symbol `daay`, did you mean `day`?",
    ),
    "a rule that can't end": (
        "dates/a.yaml",
        "rules:\n  whole:\n  - w=part_of\n",
        "a.yaml:3: rules.whole: can't end: the rule uses itself (",
    ),
    "an ambiguous rule": (
        "dates/a.yaml",
        "rules:\n  day_month:\n  - d=day of? m=month_word -> day\n",
        "a.yaml:3: rules.day_month: ambiguous: it reads the same as patterns/dates/rules.yaml:",
    ),
}


def pack(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def the_line(result_stderr: str) -> str:
    [line] = result_stderr.splitlines()
    return line


@pytest.mark.parametrize("name", BROKEN)
def test_one_line_with_file_line_and_remedy(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    place, text, expected = BROKEN[name]
    path = pack(Path("my"), place, text)
    result = CliRunner().invoke(app, ["extract", "--patterns", "my", "no-such-text.txt"])
    assert the_line(result.stderr).startswith(f"{path.parent}/{expected}")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert not Path("HACKED").exists()


def test_not_utf8(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pack(Path("my"), "a.yaml", "").write_bytes("kind: ισχύς".encode("cp1253"))
    result = CliRunner().invoke(app, ["patterns", "list", "my"])
    assert the_line(result.stderr) == "my/a.yaml: is not UTF-8 text: save it as UTF-8"
    assert result.exit_code == 2


@pytest.mark.parametrize(
    "command", [["extract", "x.txt", "--patterns"], ["patterns", "test"], ["patterns", "list"]]
)
def test_no_such_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    Path("file.yaml").touch()
    for name, what in [
        ("nix", "no such folder"),
        ("empty", "holds no .yaml file: `newsfacts patterns new KIND` writes one"),
        ("file.yaml", "is a file: name the folder that holds it"),
    ]:
        result = CliRunner().invoke(app, [*command, name])
        assert (result.exit_code, the_line(result.stderr)) == (2, f"{name}: {what}")


def test_a_bad_pack_in_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pack(Path("good"), "quantities/a.yaml", HEAD + UNITS)
    pack(Path("bad"), "quantities/a.yaml", HEAD + "unots: []\n")
    for variable, code, line in [
        ("good", 1, "x.txt: no such file"),
        ("good:bad", 2, "bad/quantities/a.yaml:3: unots: unknown key, did you mean `units`?"),
        ("nix", 2, "nix: no such folder: NEWSFACTS_PATTERNS names it; change that, or unset it"),
    ]:
        monkeypatch.setenv("NEWSFACTS_PATTERNS", variable)
        for more in ([], ["--patterns", "good"]):
            result = CliRunner().invoke(app, ["extract", "x.txt", *more])
            assert (result.exit_code, the_line(result.stderr)) == (code, line)


def test_an_example_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pack(Path("my"), "quantities/a.yaml", HEAD + UNITS + "examples:\n  - text: '[3 mps]'\n    low: 4\n")
    result = CliRunner().invoke(app, ["patterns", "test", "my"])
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "my/quantities/a.yaml:7: examples[0].low: low of `3 mps` is 3, not 4",
        "1 example in 1 file: 1 failed",
    ]


def test_unknown_kind() -> None:
    result = CliRunner().invoke(app, ["extract", "x.txt", "--kind", "wind"])
    assert result.exit_code == 2
    assert the_line(result.stderr).startswith("unknown kind `wind`: choose from ")
