"""The JSON Schema of pattern files, by which editors complete keys and mark what is wrong.

The keys come from the models that check the files; what each is for stands in keys.yaml beside this file.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from newsfacts.facts import COLUMNS, DateFact, DurationFact, QuantityFact, QuoteFact
from newsfacts.packs.date_schema import DatesFile
from newsfacts.packs.matchers import KEYS
from newsfacts.packs.measure_schema import MeasuresFile
from newsfacts.packs.quote_schema import QuotesFile
from newsfacts.packs.read import parse
from newsfacts.packs.schema import Context, Example, NumbersFile, QuantityFile
from newsfacts.packs.validate import models_in

FILE_TYPES: Mapping[str, type[BaseModel]] = {
    "quantities": QuantityFile,
    "numbers": NumbersFile,
    "dates": DatesFile,
    "quotes": QuotesFile,
    "measures": MeasuresFile,
}
"""The types of pattern files: the folder that they stand in, or the name of the one file."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FACTS = (QuantityFact, DateFact, DurationFact, QuoteFact)

Descriptions = Mapping[str, Mapping[str, str]]


def editor_schema(file_type: str | None = None) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one type of pattern file, or one that knows all types.

    Raises KeyError for a type that there is none of.
    """
    wanted = FILE_TYPES if file_type is None else {file_type: FILE_TYPES[file_type]}
    references, shared = models_json_schema(
        [(model, "validation") for model in wanted.values()], ref_template="#/$defs/{model}"
    )
    definitions = shared["$defs"]
    for name, model in models(*wanted.values()):
        _describe(definitions[name], model, descriptions())
    roots = [references[model, "validation"] for model in wanted.values()]
    return {
        "$schema": _DIALECT,
        "title": f"newsfacts pattern file{f': {file_type}' if file_type else ''}",
        **(roots[0] if len(roots) == 1 else {"anyOf": roots}),
        "$defs": definitions,
    }


def descriptions() -> Descriptions:
    """What each key of each model is for."""
    path = Path(__file__).with_name("keys.yaml")
    content: Descriptions = parse(path.read_text(encoding="utf-8"), path.name).data
    return content


def description(model: type[BaseModel], key: str, known: Descriptions) -> str | None:
    """What a key is for, where the model or one that it is derived from says so."""
    return next((known[m.__name__][key] for m in model.__mro__ if key in known.get(m.__name__, {})), None)


def models(*roots: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    """These models and all that stand in their fields, each once, with its name."""
    seen: dict[str, type[BaseModel]] = {}
    waiting = list(reversed(roots))
    while waiting:
        model = waiting.pop()
        if model.__name__ in seen:
            continue
        seen[model.__name__] = model
        inner = [m for field in model.model_fields.values() for m in models_in(field.annotation)]
        waiting.extend(reversed(inner))
    yield from seen.items()


def _describe(definition: dict[str, Any], model: type[BaseModel], known: Descriptions) -> None:
    """Put into a definition what its keys are for, and what pydantic can't see in them."""
    if model is Example:
        _values_beside_text(definition)
    if model is Context:
        _attributes_of_tokens(definition)
    for key, value in definition["properties"].items():
        value.pop("title", None)
        if not isinstance(value.get("default"), bool):  # that a list is empty tells nothing
            value.pop("default", None)
        if text := description(model, key, known):
            value["description"] = text


def _values_beside_text(definition: dict[str, Any]) -> None:
    """An example names values of its fact beside its text, and of several facts in a list."""
    values: dict[str, Any] = {
        name: {} for name in COLUMNS if any(name in fact.model_fields for fact in _FACTS)
    }
    own = definition["properties"]
    del own["values"]
    own["facts"] = {
        "type": "array",
        "items": {"type": "object", "properties": values, "additionalProperties": False},
    }
    definition["properties"] = own | {name: {} for name in values if name not in own}


def _attributes_of_tokens(definition: dict[str, Any]) -> None:
    """Tokens are described by attributes of spaCy's Matcher, in capitals or in small letters."""
    either = [*KEYS, *(key.lower() for key in KEYS)]
    token = {"type": "object", "propertyNames": {"enum": sorted(either)}}
    for side in ("before", "after"):
        definition["properties"][side] = {"type": "array", "minItems": 1, "items": token}
