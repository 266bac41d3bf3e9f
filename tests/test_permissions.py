"""Files and folders that may not be read or written: one line each, and the rest is read."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from files import put
from newsfacts import PatternError
from newsfacts.batch import BatchError, BatchOptions, run_batch
from newsfacts.batch.find import Asked, find
from newsfacts.commands.app import app
from newsfacts.documents.inputs import InputError, read_documents
from newsfacts.packs.find import read_pack
from powers import no_more_than_others

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no permissions of this kind")
TEXT = "Κόστισε 5 εκατ. ευρώ."
MAY_NOT = "may not be read: give yourself the permission (chmod u+r)"


@pytest.fixture
def news(tmp_path: Path) -> Iterator[Path]:
    """A folder with a file to read, one not to, a folder not to look into, and one to list only."""
    folder = tmp_path / "news"
    for name in (
        "a.txt",
        "secret.txt",
        "locked/b.txt",
        "locked/deep/c.txt",
        "listed/d.txt",
        "listed/deep/e.txt",
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path, TEXT)
    put(folder / "z.txt", TEXT)
    for name, mode in (("secret.txt", 0), ("locked", 0), ("listed", 0o600)):
        (folder / name).chmod(mode)
    yield folder
    for name in ("locked", "listed"):
        (folder / name).chmod(0o700)


def found(inputs: list[Path], glob: str | None = None) -> tuple[list[str], list[str]]:
    """What is found in the folder, and what is said, both without its path."""
    said: list[str] = []
    asked = Asked([str(one) for one in inputs], glob, "", lambda error: said.append(str(error)))
    files = [entry.source for entry in find(asked)]
    return [one.rpartition("/news/")[2] for one in files], [one.rpartition("/news/")[2] for one in said]


@pytest.mark.parametrize("name", ["secret.txt", "locked/b.txt", "locked/deep/c.txt", "listed/d.txt"])
def test_a_file(news: Path, name: str) -> None:
    with no_more_than_others(news.parent), pytest.raises(InputError) as caught:
        list(read_documents(news / name))
    assert str(caught.value) == f"{news / name}: {MAY_NOT}"


def test_all_below_a_folder(news: Path) -> None:
    with no_more_than_others(news.parent):
        files, said = found([news])
    assert files == ["a.txt", "listed/d.txt", "secret.txt", "z.txt"]  # reading two of them says why not
    assert said == [
        "listed/deep: can't be read: Permission denied",
        "locked: can't be read: Permission denied",
    ]


def test_a_glob_below_a_folder(news: Path) -> None:
    with no_more_than_others(news.parent):
        files, said = found([news], "**/*.txt")
    assert files == ["a.txt", "listed/d.txt", "secret.txt", "z.txt"]
    assert said == []


def test_one_by_one(news: Path) -> None:
    """What may not be asked for ends nothing that comes after it."""
    inputs = [news / "locked" / "b.txt", news / "listed" / "*.txt", news / "locked", news / "z.txt"]
    with no_more_than_others(news.parent):
        files, said = found(inputs)
    assert files == ["listed/d.txt", "z.txt"]
    assert said == ["locked/b.txt: Permission denied", "locked: can't be read: Permission denied"]


@pytest.mark.slow
def test_a_run(news: Path, tmp_path: Path) -> None:
    said = io.StringIO()
    with no_more_than_others(tmp_path):
        options = BatchOptions(workers=1)
        summary = run_batch([news], tmp_path / "out", options, console=Console(file=said, width=500))
    assert summary.exit_code == 1
    lines = said.getvalue().splitlines()
    for name, why in (
        ("secret.txt", MAY_NOT),
        ("listed/d.txt", MAY_NOT),
        ("locked", "can't be read: Permission denied"),
        ("listed/deep", "can't be read: Permission denied"),
    ):
        assert f"{news / name}: {why}" in lines
    assert len([part for part in (tmp_path / "out").glob("*.jsonl") if part.read_text()]) == 1


@pytest.mark.parametrize("name", ["locked/out", "locked/out.jsonl", "locked/out.csv", "listed/out"])
def test_an_output(news: Path, name: str) -> None:
    with no_more_than_others(news.parent), pytest.raises(BatchError, match="Permission denied") as caught:
        run_batch([news / "a.txt"], news / name, BatchOptions(workers=1), console=Console(file=io.StringIO()))
    assert str(news / "l") in str(caught.value)


@pytest.mark.parametrize("name", ["locked", "locked/deep", "listed/deep"])
def test_a_pack(news: Path, name: str) -> None:
    with no_more_than_others(news.parent), pytest.raises(PatternError, match="Permission denied") as caught:
        read_pack(news / name)
    assert str(caught.value) == f"{news / name}: Permission denied"


def test_a_pattern_file(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    put(pack / "numbers.yaml", "fillers: [μόλις]\n").chmod(0)
    with no_more_than_others(tmp_path), pytest.raises(PatternError) as caught:
        read_pack(pack)
    assert str(caught.value) == f"{pack / 'numbers.yaml'}: Permission denied"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["extract", "secret.txt"], 1, f"secret.txt: {MAY_NOT}"),
        (["extract", "a.txt", "-p", "locked/deep"], 2, "locked/deep: Permission denied"),
        (["extract", "a.txt", "-o", "locked/out.csv"], 2, "can't write: locked/out.csv: Permission denied"),
        (["report", "locked/b.txt", "-o", "r.html"], 1, f"locked/b.txt: {MAY_NOT}"),
        (["report", "secret.jsonl", "-o", "r.html"], 1, f"secret.jsonl: {MAY_NOT}"),
        (["report", "locked/b.jsonl", "-o", "r.html"], 1, f"locked/b.jsonl: {MAY_NOT}"),
        (["report", "a.txt", "-o", "locked/r.html"], 2, "can't write locked/r.html: Permission denied"),
        (["patterns", "test", "locked/deep"], 2, "locked/deep: Permission denied"),
        (["explain", "secret.txt"], 1, f"secret.txt: {MAY_NOT}"),
        (["batch", "a.txt", "-o", "locked/out"], 1, "locked/out: Permission denied"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_a_command(
    news: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, said: str
) -> None:
    put(news / "secret.jsonl", "").chmod(0)
    monkeypatch.chdir(news)
    with no_more_than_others(news.parent):
        done = CliRunner().invoke(app, arguments)
    assert (done.exit_code, done.stderr.splitlines()) == (code, [said])
