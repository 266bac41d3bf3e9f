"""A parsed file against the model of what may stand in it; what is wrong, with line and remedy."""

import difflib
import re
import reprlib
from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from newsfacts.packs.read import Parsed, Path, PatternError, dotted

Model = TypeVar("Model", bound=BaseModel)
_LONGEST_KEY = 80


def check(model: type[Model], parsed: Parsed, origin: str) -> Model:
    """The parsed file as a model; raises PatternError for the first thing wrong in it."""
    if not isinstance(parsed.data, dict):
        raise PatternError(origin, 1, "", "is empty or no mapping: start with `kind:` or another key")
    data = dict(parsed.data)
    examples = data.pop("examples", None)
    if examples is not None:
        data["examples"] = [_example(e) for e in examples] if isinstance(examples, list) else examples
    try:
        return model.model_validate(data)
    except ValidationError as failure:
        errors = failure.errors(include_url=False)
        error = min(errors, key=lambda e: _line(parsed, _path(parsed, e["loc"])) or 0)
        path = _path(parsed, error["loc"])
        raise PatternError(origin, _line(parsed, path), dotted(path), _remedy(error, model)) from None


def _example(raw: Any) -> Any:
    """An example may name its values beside its text: they are kept apart for the schema."""
    if not isinstance(raw, dict):
        return raw
    own = {"text", "why", "date", "facts"}
    values = {k: v for k, v in raw.items() if k not in own}
    return {**{k: v for k, v in raw.items() if k in own}, "values": values}


def _path(parsed: Parsed, loc: tuple[Any, ...]) -> Path:
    """Where an error stands in the file: pydantic's own steps, such as those through a union, left out."""
    path: Path = ()
    for part in loc:
        if (*path, part) in parsed.lines or isinstance(part, int) or re.fullmatch(r"[\w ]+", str(part)):
            path = (*path, part)
    return path


def _line(parsed: Parsed, path: Path) -> int | None:
    while path and path not in parsed.lines:
        path = path[:-1]
    return parsed.lines.get(path)


def _remedy(error: Any, model: type[BaseModel]) -> str:
    key = str(error["loc"][-1])[:_LONGEST_KEY]
    if error["type"] == "extra_forbidden":
        known = _keys_at(model, error["loc"])
        close = difflib.get_close_matches(key, known, 1, 0.5)
        hint = f"did you mean `{close[0]}`?" if close else f"known here: {', '.join(sorted(known))}"
        return f"unknown key, {hint}"
    if error["type"] == "missing":
        return "is missing: add it"
    if error["type"] == "literal_error":
        allowed = error["ctx"]["expected"]
        close = difflib.get_close_matches(
            str(error["input"])[:_LONGEST_KEY], re.findall(r"'(\w+)'", allowed), 1, 0.5
        )
        return f"{reprlib.repr(error['input'])} is not one of {allowed}" + (
            f", did you mean `{close[0]}`?" if close else ""
        )
    message = error["msg"].removeprefix("Value error, ")
    return (
        f"{message[0].lower()}{message[1:]}, not {reprlib.repr(error['input'])}"
        if error["type"] != "value_error"
        else message
    )


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that the type of a field names, at any depth.

    >>> class Word(BaseModel): text: str
    >>> list(models_in(dict[str, list[Word] | None])) == [Word], list(models_in(list[str]))
    (True, [])
    """
    arguments = get_args(annotation)
    # to Python 3.10 `list[str]` is a type too, but no class
    if not arguments and isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in arguments:
        yield from models_in(argument)


def _keys_at(model: type[BaseModel], loc: tuple[Any, ...]) -> list[str]:
    """The keys that the mapping at the parent of `loc` may have."""
    current: type[BaseModel] | None = model
    for part in loc[:-1]:
        if isinstance(part, str) and current is not None:
            field = current.model_fields.get(part)
            current = next(models_in(field.annotation), None) if field else None
    return list(current.model_fields) if current is not None else []
