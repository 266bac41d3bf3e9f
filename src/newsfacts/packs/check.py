"""Pattern files, checked and sorted by what they hold."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pydantic import BaseModel

from newsfacts.packs.date_schema import DatesFile
from newsfacts.packs.find import PatternFile
from newsfacts.packs.limits import count_forms, products, too_many
from newsfacts.packs.measure_schema import MeasuresFile
from newsfacts.packs.merge import merge
from newsfacts.packs.quote_schema import QuotesFile
from newsfacts.packs.read import Parsed, PatternError, parse
from newsfacts.packs.schema import Example, NumbersFile, QuantityFile
from newsfacts.packs.validate import Model, check

RESERVED_KINDS = ("date", "duration", "quote")


class Checked(NamedTuple):
    """A pattern file with its parsed form (for line numbers) and its checked content."""

    file: PatternFile
    parsed: Parsed
    content: BaseModel

    @property
    def examples(self) -> list[Example]:
        """The examples of the file."""
        return list(getattr(self.content, "examples", []))


class Patterns(NamedTuple):
    """All pattern files in use, later ones over earlier ones."""

    files: tuple[PatternFile, ...]
    checked: tuple[Checked, ...]

    def of(self, model: type[Model]) -> list[Model]:
        """The contents of one type, in order."""
        return [c.content for c in self.checked if isinstance(c.content, model)]

    def merged(self, model: type[Model]) -> Model:
        """The contents of one type as one, later files over earlier ones."""
        return merge(self.of(model) or [model()])

    def quantities(self) -> list[QuantityFile]:
        """The quantities, one content a kind, in the order in which the kinds come first."""
        by_kind: dict[str, list[QuantityFile]] = {}
        for content in self.of(QuantityFile):
            by_kind.setdefault(content.kind, []).append(content)
        return [merge(files) for files in by_kind.values()]


def check_files(files: Iterable[PatternFile]) -> Patterns:
    """Parse and check pattern files. Raises PatternError for the first one that is wrong."""
    files = tuple(files)
    patterns = Patterns(files, tuple(map(_checked, files)))
    _refuse_too_many(patterns)
    return patterns


def _refuse_too_many(patterns: Patterns) -> None:
    counts: list[int] = []
    for checked in patterns.checked:
        counts.append(count_forms(checked.content))
        if what := too_many(counts):
            raise PatternError(checked.file.origin, 1, "", f"with the files before it, its words {what}")
    made = products(patterns.merged(DatesFile), patterns.merged(QuotesFile))
    for (folder, key), count in made.items():
        if what := too_many([count]):
            last = next(c for c in reversed(patterns.checked) if c.file.name.split("/")[0] == folder)
            raise PatternError(
                last.file.origin, last.parsed.lines.get((key,)), key, f"put together they {what}"
            )


def _checked(file: PatternFile) -> Checked:
    parsed = parse(file.text, file.origin)
    model = _model(file, parsed)
    content = check(model, parsed, file.origin)
    if isinstance(content, QuantityFile):
        _check_quantity(content, file, parsed)
    return Checked(file, parsed, content)


def _model(file: PatternFile, parsed: Parsed) -> type[BaseModel]:
    folder, _, base = file.name.rpartition("/")
    top = folder.split("/")[0]
    by_place: dict[str, type[BaseModel]] = {
        "quantities": QuantityFile,
        "dates": DatesFile,
        "quotes": QuotesFile,
    }
    if top in by_place:
        return by_place[top]
    by_name: dict[str, type[BaseModel]] = {"numbers": NumbersFile, "measures": MeasuresFile}
    if (name := base.split(".")[0]) in by_name:
        return by_name[name]
    if isinstance(parsed.data, dict) and "kind" in parsed.data:
        return QuantityFile
    raise PatternError(
        file.origin,
        1,
        "",
        "what kind of file is it? put it under quantities/, dates/ or quotes/, or give it a `kind`",
    )


def _check_quantity(content: QuantityFile, file: PatternFile, parsed: Parsed) -> None:
    if content.kind in RESERVED_KINDS:
        raise PatternError(
            file.origin,
            parsed.lines.get(("kind",)),
            "kind",
            f"`{content.kind}` is no quantity: choose another name, or put words under {content.kind}s/",
        )


def kinds_of(patterns: Patterns) -> Sequence[str]:
    """The kinds of quantity that the files define and that are switched on."""
    return [content.kind for content in patterns.quantities() if content.enabled]
