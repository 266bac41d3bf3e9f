"""What the source keeps to: short files, short functions, nothing that an old Python refuses."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINES, FUNCTION = 250, 40
FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("src", "benchmarks", "fuzz", "tools", "tests")
    for path in (ROOT / folder).rglob("*.py")
)
# Tests that stand in one file because they share what they run; none may grow.
LONG_FILES = {
    "tests/test_batch.py": 432,
    "tests/test_batch_faults.py": 302,
    "tests/test_cli.py": 363,
    "tests/test_command_faults.py": 303,
    "tests/test_contents.py": 260,
    "tests/test_inputs.py": 306,
    "tests/test_outputs.py": 283,
    "tests/test_properties.py": 273,
    "tests/test_report_browser.py": 276,
}
# Tables of files and what is said of each, which belong together.
LONG_FUNCTIONS = {
    "tests/test_batch_faults.py:test_what_is_no_news_is_counted_and_named": 42,
    "tests/test_cli.py:test_inputs_good_and_bad_in_one_call": 51,
}


def functions(path: str) -> Iterator[tuple[str, int]]:
    """The functions of a file with how many lines they have, decorators aside."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path}:{node.name}", (node.end_lineno or 0) - node.lineno + 1


def parsed(path: str) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


def test_files_are_short() -> None:
    sizes = {path: len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert len(sizes) > 200
    assert {path: size for path, size in sizes.items() if size > LONG_FILES.get(path, LINES)} == {}
    assert {path for path, size in sizes.items() if size > LINES} == set(LONG_FILES)


def test_functions_are_short() -> None:
    sizes = [sized for path in FILES for sized in functions(path)]  # a name may come twice in a file
    assert len(sizes) > 1000
    assert [(name, size) for name, size in sizes if size > LONG_FUNCTIONS.get(name, FUNCTION)] == []
    assert {name for name, size in sizes if size > FUNCTION} == set(LONG_FUNCTIONS)


@pytest.mark.parametrize("path", [path for path in FILES if path.startswith("src/")])
def test_named_tuples_are_not_generic(path: str) -> None:
    """Python 3.10 refuses those when the file is imported, and no linter says so."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ClassDef):
            bases = [ast.unparse(base).partition("[")[0] for base in node.bases]
            assert not ("NamedTuple" in bases and "Generic" in bases), f"{path}:{node.lineno}"
