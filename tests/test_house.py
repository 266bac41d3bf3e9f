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
    assert {path: size for path, size in sizes.items() if size > LINES} == {}


def test_functions_are_short() -> None:
    sizes = [sized for path in FILES for sized in functions(path)]  # a name may come twice in a file
    assert len(sizes) > 1000
    assert [(name, size) for name, size in sizes if size > FUNCTION] == []


@pytest.mark.parametrize("path", [path for path in FILES if path.startswith("src/")])
def test_named_tuples_are_not_generic(path: str) -> None:
    """Python 3.10 refuses those when the file is imported, and no linter says so."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ClassDef):
            bases = [ast.unparse(base).partition("[")[0] for base in node.bases]
            assert not ("NamedTuple" in bases and "Generic" in bases), f"{path}:{node.lineno}"
