"""Where words stand in the pattern files."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from newsfacts.packs.check import Checked
from newsfacts.packs.forms import expand, folded
from newsfacts.packs.read import Path, dotted
from newsfacts.packs.schema import QuantityFile, family_words

# what is no word, and the small words of the grammar, which rules use everywhere
_LEFT_OUT = frozenset({"examples", "rules", "off", "kind", "unit", "words", "grammar", "articles", "fillers"})


class Origin(NamedTuple):
    """A form in a pattern file: the kind or folder of the file, as written, `FILE:LINE`, and the key."""

    room: str
    form: str
    place: str
    key: str


def word_origins(files: Iterable[Checked]) -> Mapping[str, tuple[Origin, ...]]:
    """All places where a word (folded) is listed, by the word; articles and their like are left out."""
    found: dict[str, list[Origin]] = {}
    for file in files:
        for path, value in [*_texts(file.parsed.data, ()), *_families(file.content)]:
            place = f"{file.file.origin}:{file.parsed.lines[path]}"
            for form in _forms(value):
                found.setdefault(folded(form), []).append(Origin(_room(file), form, place, dotted(path)))
    return {form: tuple(origins) for form, origins in found.items()}


def _room(file: Checked) -> str:
    if isinstance(file.content, QuantityFile):
        return file.content.kind
    return file.file.name.split("/")[0].removesuffix(".yaml")


def _families(content: Any) -> Iterator[tuple[Path, str]]:
    """The words that nouns of families make with what names their country."""
    for row, family in enumerate(content.families if isinstance(content, QuantityFile) else ()):
        yield from ((("families", row, *place), word) for place, word in family_words(family))


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if path or key not in _LEFT_OUT:
                yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _texts(inner, (*path, i))
    elif isinstance(value, str):
        yield path, value


def _forms(short: str) -> tuple[str, ...]:
    try:
        return expand(short)
    except ValueError:
        return ()  # no list of words
