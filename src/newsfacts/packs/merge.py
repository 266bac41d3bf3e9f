"""Pattern files laid over each other, in one way for all of them."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel

from newsfacts.packs.forms import escaped, expand, folded
from newsfacts.packs.types import holds_forms

Model = TypeVar("Model", bound=BaseModel)


def merge(files: Sequence[Model]) -> Model:
    """Checked files of one type as one, the first at the bottom.

    Lists add up, mappings do so key by key, and of single values the last that is set wins. `off` takes
    its forms (short-hand allowed, compared folded) out of every list of the files below; those above may
    list them again. The `off` of the result holds what is off after all: words that are put together of
    stems and endings can be held against it. An entry whose forms are all off stays, without forms.

    Raises ValueError where there is no file.
    """
    if not files:
        raise ValueError("nothing to merge")
    merged = files[0].model_copy(update={"off": []}) if _off(files[0]) else files[0]
    off: dict[str, str] = {}
    for file in files[1:]:
        if _off(file):
            own = {folded(form): escaped(form) for short in _off(file) for form in expand(short)}
            merged = _without(merged, own.keys())
            off |= own
        for form in _forms(file) if off else ():
            off.pop(folded(form), None)
        merged = _joined(merged, file)
    return merged.model_copy(update={"off": list(off.values())}) if off else merged


def _off(file: BaseModel) -> list[str]:
    return getattr(file, "off", [])


# -- joining ----------------------------------------------------------------------------------


def _joined(below: Model, above: Model) -> Model:
    values = {
        name: _both(getattr(below, name), getattr(above, name))
        for name in above.model_fields_set
        if name != "off"
    }
    joined = below.model_copy(update=values)
    joined.model_fields_set.update(values)
    return joined


def _both(below: Any, above: Any) -> Any:
    if isinstance(below, list) and isinstance(above, list):
        return [*below, *above]
    if isinstance(below, dict) and isinstance(above, dict):
        shared = {key: _both(below[key], above[key]) for key in below.keys() & above.keys()}
        return {**below, **above, **shared}
    if isinstance(below, BaseModel) and isinstance(above, type(below)):
        return _joined(below, above)
    return above


# -- off --------------------------------------------------------------------------------------


def _forms(part: BaseModel) -> Iterable[str]:
    """All forms that a file lists, its `off` aside."""
    for name, field in type(part).model_fields.items():
        if name != "off":
            yield from _forms_in(getattr(part, name), holds_forms(field.annotation, field.metadata))


def _forms_in(value: Any, listed: bool) -> Iterable[str]:
    if isinstance(value, BaseModel):
        yield from _forms(value)
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _forms_in(item, listed)
    elif listed and isinstance(value, str):
        yield from expand(value)


def _without(part: Model, off: Iterable[str]) -> Model:
    """A part of a file without these (folded) forms."""
    changed = {}
    for name, field in type(part).model_fields.items():
        before = getattr(part, name)
        after = _left(before, holds_forms(field.annotation, field.metadata), frozenset(off))
        if after is not before:
            changed[name] = after
    return part.model_copy(update=changed) if changed else part


def _left(value: Any, listed: bool, off: frozenset[str]) -> Any:
    if isinstance(value, BaseModel):
        return _without(value, off)
    if isinstance(value, dict):
        return {key: _left(item, listed, off) for key, item in value.items()}
    if not isinstance(value, list):
        return value
    if listed:
        return [form for short in value for form in _kept(short, off)]
    return [_left(item, listed, off) for item in value]


def _kept(short: str, off: frozenset[str]) -> Iterable[str]:
    """A short-hand as it is, or the forms of it that stay."""
    forms = expand(short)
    kept = [escaped(form) for form in forms if folded(form) not in off]
    return (short,) if len(kept) == len(forms) else kept
