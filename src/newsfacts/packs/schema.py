"""What may stand in a pattern file, checked before any text is read."""

import difflib
import re
from decimal import Decimal
from typing import Annotated, Any, TypeVar, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from spacy.matcher import Matcher
from spacy.vocab import Vocab

from newsfacts.facts import Qualifier
from newsfacts.packs.forms import expand
from newsfacts.packs.read import Parsed, Path, PatternError, dotted


def _expandable(short: str) -> str:
    if not expand(short):
        raise ValueError("holds no word")
    return short


def _as_text(value: Any) -> Any:
    # `words: [5]` is a word that happens to be made of digits
    return str(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else value


Forms = Annotated[str, BeforeValidator(_as_text), AfterValidator(_expandable)]


def _matchable(pattern: list[dict[str, Any]]) -> list[dict[str, Any]]:
    try:
        Matcher(Vocab()).add("pattern", [pattern])
    except ValueError as error:
        lines = [line.strip("- ") for line in str(error).splitlines() if line.startswith("- ")]
        raise ValueError(f"is no spaCy Matcher pattern: {'; '.join(lines) or error}") from None
    return pattern


TokenPattern = Annotated[list[dict[str, Any]], AfterValidator(_matchable)]


class Entry(BaseModel):
    """Base of all parts of a pattern file: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Example(Entry):
    """A text with its facts in [brackets]; the values named must be those found. No brackets: no fact."""

    text: str
    why: str | None = None
    date: str | None = None
    facts: list[dict[str, Any]] | None = None
    values: dict[str, Any] = Field(default_factory=dict, exclude=True)


class Context(Entry):
    """spaCy Matcher patterns for the tokens right before or right after a fact."""

    before: TokenPattern | None = None
    after: TokenPattern | None = None


class Rules(Entry):
    """Where a unit makes a fact: `only_if` at least one context fits, `never_if` none may."""

    only_if: list[Context] = []
    never_if: list[Context] = []


class Unit(Rules):
    """Words and symbols of one unit; `scale` / `per` is how many of the kind's base unit it is."""

    unit: str | None = None
    scale: Decimal = Decimal(1)
    per: Decimal = Decimal(1)
    symbols: list[Forms] = []
    words: list[Forms] = []
    bare: list[Forms] = []
    prefix: bool = False
    integer: Rules | None = None


class ValueWord(Entry):
    """A word that holds both number and unit, such as one for `twofold`."""

    value: Decimal
    qualifier: Qualifier = "exact"
    words: list[Forms]


class QuantityFile(Rules):
    """A file under `quantities/`: one kind of quantity."""

    kind: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    unit: str | None = None
    description: str = ""
    signed: bool = False
    enabled: bool = True
    units: list[Unit] = []
    values: list[ValueWord] = []
    off: list[Forms] = []
    examples: list[Example] = []


class NumberWord(Entry):
    """A number word; `symbols` keep their case."""

    value: Decimal
    words: list[Forms] = []
    symbols: list[Forms] = []


class Hedge(Entry):
    """Words that qualify a number. `gap`: how many tokens may stand before the number's article."""

    qualifier: Qualifier
    before: list[Forms] = []
    inside: list[Forms] = []
    after: list[Forms] = []
    gap: int = 0
    comparative: bool = False


class Ranges(Entry):
    """Words that join the two ends of a range; those in `between_and` only after one of `between`.

    `loose` ones join bare numbers only, `either` ones neighbours (5 or 6), `spread` is what lies on both sides;
    `english` ones are compared as they are written. Between `change_from` and `change_to` stand two amounts.
    """

    to: list[Forms] = []
    loose: list[Forms] = []
    either: list[Forms] = []
    spread: list[Forms] = []
    english: list[Forms] = []
    change_from: list[Forms] = []
    change_to: list[Forms] = []
    between: list[Forms] = []
    between_and: list[Forms] = []


class NumbersFile(Entry):
    """`numbers.yaml`: number words, magnitudes, hedges and range words."""

    numbers: list[NumberWord] = []
    magnitudes: list[NumberWord] = []
    indefinite: list[NumberWord] = []
    about: list[NumberWord] = []
    fractions: list[NumberWord] = []
    singular: list[Forms] = []
    plural: list[Forms] = []
    joints: list[Forms] = []
    respectively: list[Forms] = []
    and_half: list[Forms] = []
    decimal_comma: list[Forms] = []
    hedges: list[Hedge] = []
    ranges: Ranges = Ranges()
    articles: list[Forms] = []
    objects: list[Forms] = []
    fillers: list[Forms] = []
    captions: list[Forms] = []
    off: list[Forms] = []
    examples: list[Example] = []


Model = TypeVar("Model", bound=BaseModel)


def check(model: type[Model], parsed: Parsed, origin: str) -> Model:
    """The parsed file as a model; raises PatternError for the first thing wrong in it."""
    if not isinstance(parsed.data, dict):
        raise PatternError(origin, 1, "", "is empty or no mapping: start with `kind:` or another key")
    data = {**parsed.data, "examples": [_example(e) for e in parsed.data.get("examples") or []]}
    if not data["examples"]:
        del data["examples"]
    try:
        return model.model_validate(data)
    except ValidationError as failure:
        error = min(failure.errors(), key=lambda e: _line(parsed, _path(e["loc"])) or 0)
        path = _path(error["loc"])
        raise PatternError(origin, _line(parsed, path), dotted(path), _remedy(error, model)) from None


def _example(raw: Any) -> Any:
    """An example may name its values beside its text: they are kept apart for the schema."""
    if not isinstance(raw, dict):
        return raw
    own = {"text", "why", "date", "facts"}
    values = {k: v for k, v in raw.items() if k not in own}
    return {**{k: v for k, v in raw.items() if k in own}, "values": values}


def _path(loc: tuple[Any, ...]) -> Path:
    return tuple(part for part in loc if isinstance(part, int) or re.fullmatch(r"[\w ]+", str(part)))


def _line(parsed: Parsed, path: Path) -> int | None:
    while path and path not in parsed.lines:
        path = path[:-1]
    return parsed.lines.get(path)


def _remedy(error: Any, model: type[BaseModel]) -> str:
    key = str(error["loc"][-1])
    if error["type"] == "extra_forbidden":
        known = _keys_at(model, error["loc"])
        close = difflib.get_close_matches(key, known, 1, 0.5)
        hint = f"did you mean `{close[0]}`?" if close else f"known here: {', '.join(sorted(known))}"
        return f"unknown key, {hint}"
    if error["type"] == "missing":
        return "is missing: add it"
    if error["type"] == "literal_error":
        allowed = error["ctx"]["expected"]
        close = difflib.get_close_matches(str(error["input"]), re.findall(r"'(\w+)'", allowed), 1, 0.5)
        return f"{error['input']!r} is not one of {allowed}" + (
            f", did you mean `{close[0]}`?" if close else ""
        )
    message = error["msg"].removeprefix("Value error, ")
    return (
        f"{message[0].lower()}{message[1:]}, not {error['input']!r}"
        if error["type"] != "value_error"
        else message
    )


def _keys_at(model: type[BaseModel], loc: tuple[Any, ...]) -> list[str]:
    """The keys that the mapping at the parent of `loc` may have."""
    current: Any = model
    for part in loc[:-1]:
        if isinstance(part, str) and isinstance(current, type) and issubclass(current, BaseModel):
            field = current.model_fields.get(part)
            current = _model_in(field.annotation) if field else None
    return list(current.model_fields) if isinstance(current, type) and issubclass(current, BaseModel) else []


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _model_in(arg))), None)
