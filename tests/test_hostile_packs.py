"""Hostile pattern files: one line with file, line and remedy, exit code 2, in little time and memory."""

import os
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from figures import figures
from hostile_packs import HOSTILE, Hostile
from newsfacts.commands.app import app
from newsfacts.packs.read import PatternError, parse

pytestmark = pytest.mark.slow

SECONDS, MEGABYTES = 2.0, 500


def written(folder: Path, hostile: Hostile) -> None:
    path = folder / "my" / hostile.name
    path.parent.mkdir(parents=True)
    path.write_text(hostile.text, encoding="utf-8")


@pytest.mark.parametrize("name", HOSTILE)
def test_one_line_with_file_line_and_remedy(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = HOSTILE[name]
    written(tmp_path, hostile)
    monkeypatch.chdir(tmp_path)
    began = time.process_time()
    result = CliRunner().invoke(app, ["extract", "--patterns", "my", "no-such-text.txt"])
    seconds = time.process_time() - began
    [line] = result.stderr.splitlines()
    assert line.startswith(f"my/{hostile.name}{hostile.said}")
    assert len(line) < 1000
    assert line.isprintable()
    assert (result.exit_code, result.stdout) == (2, "")
    assert seconds < SECONDS


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="no figures of a single process")
@pytest.mark.parametrize("name", HOSTILE)
def test_seconds_and_memory_of_the_command(name: str, tmp_path: Path) -> None:
    written(tmp_path, HOSTILE[name])
    code, seconds, most, _ = figures([sys.executable, "-m", "newsfacts", "patterns", "test", "my"], tmp_path)
    assert code == 2
    assert seconds < SECONDS
    assert most < MEGABYTES


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: [(folder / f"{i}.yaml").touch() for i in range(600)], "holds too many files"),
        (lambda folder: (folder / "again").symlink_to(folder), "holds no .yaml file"),
        (lambda folder: os.mkfifo(folder / "pipe.yaml"), "holds no .yaml file"),
        (lambda folder: (folder / "x.yaml").symlink_to("nowhere"), "holds no .yaml file"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="no links and pipes")
def test_a_folder_that_is_no_pack(make: object, said: str, tmp_path: Path) -> None:
    make(tmp_path)  # type: ignore[operator]
    result = CliRunner().invoke(app, ["patterns", "list", str(tmp_path)])
    [line] = result.stderr.splitlines()
    assert line.startswith(f"{tmp_path}: {said}")
    assert result.exit_code == 2


@pytest.mark.parametrize(
    "value",
    ["{NORM: {IN: [Μαΐου, ΠΕΡΣΙΝΗΣ]}}", "{NORM: Μαΐου}", "{NORM: {REGEX: '^(μαΐ|περσινής)'}}"],
)
def test_values_need_not_be_spelt_folded(value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list need not be spelt with a plain sigma for the final one, without accents, in small letters."""
    import newsfacts

    text = f"kind: speed\nunits:\n  - symbols: [mps]\n    never_if:\n      - after: [{value}]\n"
    written(tmp_path, Hostile("quantities/a.yaml", text, ""))
    nlp = newsfacts.load([tmp_path / "my"], kinds=["speed"])
    assert newsfacts.extract("Τρέχει 5 mps Μαΐου", nlp=nlp) == []
    assert [fact.text for fact in newsfacts.extract("Τρέχει 5 mps σήμερα", nlp=nlp)] == ["5 mps"]


def test_half_a_character_in_the_text_of_a_pattern_file() -> None:
    """No file holds one, but a pipeline that was saved and loaded may be given it."""
    with pytest.raises(PatternError, match="surrogates not allowed"):
        parse("fillers: [\ud800]", "a.yaml")
