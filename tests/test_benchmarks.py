"""The benchmarks run, and the texts made to be slow are read in linear time."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import newsfacts
from benchmarks import growth, report, row, rows, slow_texts
from benchmarks.texts import from_path, from_samples

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent


def test_the_command_writes_the_named_rows(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    wanted = ["newsfacts", "kind:money", "pipe:1", "dateparser", "spacy-ner"]
    options = ["--words", "300", "--part", "60", "--rounds", "1", "--json", str(out)]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", *options, "--rows", *wanted],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    result = json.loads(out.read_text(encoding="utf-8"))
    assert [row["name"] for row in result["rows"]] == ["tokenizer", *wanted]
    assert result["rows"][0]["ratio"] == 1
    assert all(row["seconds"] > 0 and row["found"] >= 0 for row in result["rows"])
    assert result["text"]["words"] >= 300
    assert "newsfacts, all kinds" in done.stdout


def test_an_unknown_row_and_a_missing_text_are_told(tmp_path: Path) -> None:
    for options in (["--rows", "nothing"], ["--text", str(tmp_path / "none.txt")]):
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks", *options],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 2
        assert "none.txt" in done.stderr or "no row `nothing`" in done.stderr
        assert "Traceback" not in done.stderr


def test_iob2_tokens_are_joined_to_sentences(tmp_path: Path) -> None:
    (tmp_path / "a.iob2").write_text("Ο O\nΝίκος B-PERSON\n\nΧθες B-DATE\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Μία\n\nΔύο τρία\n", encoding="utf-8")
    assert from_path(tmp_path).pieces == ("Ο Νίκος", "Χθες", "Μία", "Δύο τρία")


def test_samples_are_repeated_to_the_length_asked_for() -> None:
    text = from_samples(5_000)
    assert 5_000 <= text.words < 5_200
    assert sum(part.words for part in text.slices(7)) == text.words
    assert text.head(100).words >= 100


def test_the_large_pack_loads(tmp_path: Path) -> None:
    assert rows.write_organizations(tmp_path, 50) == 50
    assert newsfacts.load([tmp_path])


def test_a_row_without_its_library_is_left_out_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(row.UnavailableError, match="bench"), rows.make("bert"):
        pass


# -- growth -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def read() -> growth.Reader:
    nlp = newsfacts.load()
    newsfacts.extract(" ".join(from_samples(3_000).pieces), nlp=nlp)  # warm
    return lambda text: newsfacts.extract(text, nlp=nlp)


@pytest.mark.parametrize("case", slow_texts.CASES, ids=lambda case: case.name)
def test_worst_cases_stay_linear(read: growth.Reader, case: slow_texts.Case) -> None:
    found = growth.doubling(read, case.build, case.steady, rounds=2, tries=5)
    assert found.ratio <= growth.LIMIT, f"{found.seconds:.4f} s, then {found.seconds_twice:.4f} s"


def _quadratic(text: str) -> int:
    return sum(text.count("ά", i) for i in range(0, len(text), 8))


def test_a_quadratic_reader_is_found_out() -> None:
    found = growth.doubling(_quadratic, lambda n: "α" * n, 16_000, rounds=2, tries=3)
    assert found.ratio > 3


def test_a_climb_stops_where_it_gets_too_steep() -> None:
    case = slow_texts.Case("quadratic", lambda n: "α" * n, 10_000_000)
    found = growth.worst_case(_quadratic, case, budget=0.2)
    assert not found.linear
    assert found.chars < 10_000_000
    assert report.worst([found])[0]["linear"] is False
