"""The texts that are measured: the samples over and over, or any file or folder."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
_TEXT_FILES = (".txt", ".md", ".text")


@dataclass(frozen=True)
class Text:
    """Pieces (paragraphs or sentences), each read as a text of its own."""

    name: str
    pieces: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many words it has, cut at blanks."""
        return sum(len(piece.split()) for piece in self.pieces)

    def head(self, words: int) -> "Text":
        """The first pieces that hold at least this many words."""
        kept: list[str] = []
        count = 0
        for piece in self.pieces:
            if count >= words:
                break
            kept.append(piece)
            count += len(piece.split())
        return Text(self.name, tuple(kept))

    def slices(self, count: int) -> list["Text"]:
        """The pieces dealt out to `count` texts (fewer where there are fewer pieces)."""
        dealt = [Text(self.name, self.pieces[i::count]) for i in range(count)]
        return [text for text in dealt if text.pieces]


def from_samples(words: int, seed: int = 6) -> Text:
    """The paragraphs of samples/*.txt, shuffled anew for each repetition, to at least `words` words."""
    paragraphs = [p for path in sorted(SAMPLES.glob("*.txt")) for p in _paragraphs(path)]
    rng = random.Random(seed)
    pieces: list[str] = []
    count = 0
    while count < words:
        rng.shuffle(paragraphs)
        for paragraph in paragraphs:
            pieces.append(paragraph)
            count += len(paragraph.split())
            if count >= words:
                break
    return Text("samples", tuple(pieces))


def from_path(path: Path) -> Text:
    """A file, or all text and IOB2 files of a folder. Raises ValueError where that gives no words."""
    files = (
        sorted(p for p in path.rglob("*") if p.suffix in (*_TEXT_FILES, ".iob2")) if path.is_dir() else [path]
    )
    pieces = [
        p for file in files for p in (_sentences(file) if file.suffix == ".iob2" else _paragraphs(file))
    ]
    if not pieces:
        raise ValueError(f"{path}: no text there")
    return Text(path.name, tuple(pieces))


def _paragraphs(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip()]


def _sentences(path: Path) -> Iterator[str]:
    """One token and its tag a line, a blank line between sentences; tokens are joined by blanks."""
    words: list[str] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                words.append(line.split()[0])
            elif words:
                yield " ".join(words)
                words = []
    if words:
        yield " ".join(words)
