"""The schema by which editors check pattern files: it takes what newsfacts takes, and no typos."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from newsfacts.commands.app import app
from newsfacts.packs.check import check_files
from newsfacts.packs.editor import FILE_TYPES, description, descriptions, editor_schema, models
from newsfacts.packs.find import PatternFile, built_in_folder, read_pack
from newsfacts.packs.owner_schema import OwnerWords
from newsfacts.packs.quote_grammar import Grammar
from newsfacts.packs.read import PatternError, parse
from newsfacts.packs.template import new_file

BY_HAND = ("QuantityFile", "Unit", "Family", "ValueWord", "Example", "Context", "Measure", "Verb", "Role")
ROOT = Path(__file__).parent.parent
FILES = [*read_pack(built_in_folder()), *read_pack(ROOT / "samples" / "bandwidth")]
WHOLE = jsonschema.Draft202012Validator(editor_schema())


def file_type(name: str) -> str:
    return name.split("/")[0].removesuffix(".yaml")


def validator(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(editor_schema(file_type(name)))


def messages(name: str, text: str) -> list[str]:
    return [error.message for error in validator(name).iter_errors(parse(text, name).data)]


@pytest.mark.parametrize("wanted", [None, *FILE_TYPES])
def test_it_is_a_json_schema(wanted: str | None) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(json.dumps(editor_schema(wanted))))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_pattern_files_are_valid(file: PatternFile) -> None:
    assert messages(file.name, file.text) == []
    assert WHOLE.is_valid(parse(file.text, file.name).data)


@pytest.mark.parametrize("known", [True, False])
def test_a_new_file_is_valid(known: bool) -> None:
    assert messages("quantities/torque.yaml", new_file("torque", "my-patterns", known=known)) == []


TYPOS = [
    ("quantities/x.yaml", "kind: torque\nunit: Nm\nunit_words: []", "unit_words"),
    ("quantities/x.yaml", "unit: Nm", "kind"),
    ("quantities/x.yaml", "kind: Torque", "Torque"),
    ("quantities/x.yaml", "kind: torque\nunits: [{scale: 0, words: [a]}]", "0"),
    ("quantities/x.yaml", "kind: torque\nunits: [{scales: 2, words: [a]}]", "scales"),
    ("quantities/x.yaml", "kind: torque\nunits: [{words: ροπή}]", "ροπή"),
    ("quantities/x.yaml", "kind: torque\nvalues: [{value: 2, qualifier: circa, words: [a]}]", "circa"),
    ("quantities/x.yaml", "kind: torque\nnever_if: [{before: [{NROM: a}]}]", "NROM"),
    ("quantities/x.yaml", "kind: torque\nnever_if: [{besides: [{NORM: a}]}]", "besides"),
    ("quantities/x.yaml", "kind: torque\nexamples: [{low: 5}]", "text"),
    ("numbers.yaml", "numbers: [{words: [μία]}]", "value"),
    ("numbers.yaml", "hedges: [{qualifier: maybe, before: [a]}]", "maybe"),
    ("dates/x.yaml", "months: [{month: 13, words: [a]}]", "13"),
    ("dates/x.yaml", "holiday: []", "holiday"),
    ("dates/x.yaml", "rules: {day: x}", "x"),
    ("quotes/x.yaml", "verbs: [{past: [a], frames: [colons]}]", "colons"),
    ("quotes/x.yaml", "grammar: {that_: [ότι]}", "that_"),
    ("measures.yaml", "measures: [{kinds: [money]}]", "measure"),
    ("measures.yaml", "measures: [{measure: a, noun: [b]}]", "noun"),
]


@pytest.mark.parametrize(("name", "text", "wrong"), TYPOS)
def test_a_typo_is_marked_and_refused(name: str, text: str, wrong: str) -> None:
    assert any(wrong in message for message in messages(name, text))
    with pytest.raises(PatternError):
        check_files([PatternFile(name, name, text)])


@pytest.mark.parametrize("example", ["{text: '[a]', lo: 5}", "{text: '[a]', facts: [{lo: 5}]}"])
def test_a_value_that_no_fact_has_is_marked(example: str) -> None:
    (message,) = messages("quantities/x.yaml", f"kind: torque\nexamples: [{example}]")
    assert "'lo'" in message


def test_descriptions_are_of_keys_that_there_are() -> None:
    known: dict[str, Any] = dict(models(*FILE_TYPES.values()))
    for name, keys in descriptions().items():
        assert set(keys) <= set(known[name].model_fields)


def test_keys_are_described() -> None:
    """All of what packs are made of; of the lists of small words that only the built-in files need, most."""
    listed = descriptions()
    keys = [
        (f"{model.__name__}.{key}", description(model, key, listed))
        for _, model in models(*FILE_TYPES.values())
        if model not in (Grammar, OwnerWords)
        for key, field in model.model_fields.items()
        if not field.exclude
    ]
    bare = [key for key, text in keys if text is None]
    assert not [key for key in bare if key.split(".")[0] in BY_HAND]
    assert len(bare) <= len(keys) / 20, bare


def test_the_command_prints_it() -> None:
    printed = CliRunner().invoke(app, ["patterns", "schema", "dates"])
    assert json.loads(printed.stdout) == json.loads(json.dumps(editor_schema("dates")))
    assert json.loads(CliRunner().invoke(app, ["patterns", "schema"]).stdout)["anyOf"]


def test_a_type_that_there_is_none_of() -> None:
    refused = CliRunner().invoke(app, ["patterns", "schema", "units"])
    assert refused.exit_code == 2
    assert "quantities" in refused.output
