"""What a fuzzer begins with: short pieces, since short inputs are read hundreds of times a second."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
_SAMPLES, _PATTERNS = ROOT / "samples", ROOT / "patterns"
_DAY = b"\x41\x0b\x0f"
KINDS = ("quantities/a.yaml", "dates/a.yaml", "quotes/a.yaml", "numbers.yaml", "measures.yaml")
"""The names of pattern files; the first byte of an input for `patterns` chooses one."""

_EXAMPLE = re.compile(r"^\s*(?:- )?text: (.+)$", re.MULTILINE)
_ENTRY = re.compile(r"^  - .*(?:\n {4}.*)*", re.MULTILINE)
_BLOCK = re.compile(r"^[a-z_]+:.*(?:\n(?: .*|#.*|))*", re.MULTILINE)


def seeds(target: str) -> list[bytes]:
    """The seeds of a target, the same at each call."""
    return list({"text": _texts, "document": _documents, "patterns": _pattern_files}[target]())


def _texts() -> Iterator[bytes]:
    """Sentences of the samples, and the examples of the pattern files."""
    for path in sorted(_SAMPLES.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            for sentence in re.split(r"(?<=[.;!»]) ", line):
                if sentence.strip():
                    yield _DAY + sentence.encode()
    for path in sorted(_PATTERNS.rglob("*.yaml")):
        for example in _EXAMPLE.findall(path.read_text(encoding="utf-8")):
            yield _DAY + re.sub(r"[\[\]]", "", example.strip("'\"")).encode()


def _documents() -> Iterator[bytes]:
    """Files as they come: texts, lines of JSON, a page, in the encodings of Greek."""
    for path in sorted(_SAMPLES.glob("*")):
        if path.is_file():
            data = path.read_bytes()
            yield data[:600]
            yield from (data[:600].decode("utf-8", "ignore").encode(name, "ignore") for name in _ENCODINGS)
    yield b'{"text": "5 MW", "id": 1, "date": "2025-01-02", "title": "a"}\n'
    yield b'[{"text": "5 MW"}, {"text": "3"}]'
    yield b"<!DOCTYPE html><html lang=el><head><title>a</title></head><body><article>" + b"<p>5 MW</p>" * 9


_ENCODINGS = ("iso-8859-7", "windows-1253", "utf-16", "utf-16-be", "cp737", "mac_greek")


def _pattern_files() -> Iterator[bytes]:
    """A key of a file with few of its entries, so that it is a whole file by itself."""
    for path in sorted(_PATTERNS.rglob("*.yaml")):
        name = path.relative_to(_PATTERNS).as_posix()
        kind = bytes([next(n for n, k in enumerate(KINDS) if k.split("/")[0] == name.split("/")[0])])
        blocks = _BLOCK.findall(path.read_text(encoding="utf-8"))
        head = "\n".join(block for block in blocks if "\n" not in block)
        for block in (block for block in blocks if "\n" in block):
            key, _, rest = block.partition("\n")
            entries = _ENTRY.findall(rest) or rest.split("\n")
            for start in range(0, len(entries), 3):
                yield kind + "\n".join([head, key, *entries[start : start + 3]])[:600].strip().encode()
