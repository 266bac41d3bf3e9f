"""Pattern files laid over each other: lists add up, single values are replaced, `off` takes forms out."""

from typing import Any

import pytest
from pydantic import BaseModel

from newsfacts.packs.date_schema import DatesFile
from newsfacts.packs.merge import merge
from newsfacts.packs.quote_schema import QuotesFile
from newsfacts.packs.read import parse
from newsfacts.packs.schema import NumbersFile, QuantityFile
from newsfacts.packs.validate import check


def merged(model: type[BaseModel], *texts: str) -> dict[str, Any]:
    """The merged files, as far as anything is set in them."""
    files = [check(model, parse(text, "x.yaml"), "x.yaml") for text in texts]
    return merge(files).model_dump(exclude_defaults=True)


CASES: dict[str, tuple[type[BaseModel], list[str], dict[str, Any]]] = {
    "lists add up": (
        NumbersFile,
        ["articles: [ο]", "articles: [η, το]", "articles: [οι]"],
        {"articles": ["ο", "η", "το", "οι"]},
    ),
    "parts of a file too": (
        NumbersFile,
        ["ranges: {to: [έως]}", "ranges: {to: [μέχρι], between: [μεταξύ]}"],
        {"ranges": {"to": ["έως", "μέχρι"], "between": ["μεταξύ"]}},
    ),
    "mappings by key": (
        DatesFile,
        ["words: {and: [και], the: [ο]}", "words: {and: [κι], of: [του]}"],
        {"words": {"and": ["και", "κι"], "the": ["ο"], "of": ["του"]}},
    ),
    "a single value: the last that is set": (
        QuantityFile,
        ["{kind: speed, unit: mps, signed: true}", "{kind: speed, unit: kmh}", "{kind: speed}"],
        {"kind": "speed", "unit": "kmh", "signed": True},
    ),
    "what is switched off stays off until it is switched on": (
        QuantityFile,
        ["{kind: speed}", "{kind: speed, enabled: false}", "{kind: speed, signed: true}"],
        {"kind": "speed", "enabled": False, "signed": True},
    ),
    "set to the default is set": (
        QuantityFile,
        ["{kind: speed, enabled: false}", "{kind: speed, enabled: true}"],
        {"kind": "speed"},
    ),
    "endings of a class add up": (
        QuotesFile,
        ["endings: {past: {singular: [ε]}}", "endings: {past: {singular: [σε], plural: [αν]}}"],
        {"endings": {"past": {"singular": ["ε", "σε"], "plural": ["αν"]}}},
    ),
    "off: a quantity, in other letters": (
        QuantityFile,
        ["{kind: m, units: [{symbols: [EUR], words: [ευρώ, λεπτά]}]}", "{kind: m, off: [ΕΥΡΩ]}"],
        {"kind": "m", "units": [{"symbols": ["EUR"], "words": ["λεπτά"]}], "off": ["ΕΥΡΩ"]},
    ),
    "off: numbers, part of a short-hand": (
        NumbersFile,
        ["fillers: ['πολλ(ά|ές|οί)', σχεδόν]", "off: ['πολλ(α|οί)']"],
        {"fillers": ["πολλές", "σχεδόν"], "off": ["πολλα", "πολλοί"]},
    ),
    "off: dates": (
        DatesFile,
        ["months: [{month: 3, words: ['Μάρτι(ος|ου)', Μάρτης]}]", "off: [Μάρτης]"],
        {"months": [{"month": 3, "words": ["Μάρτι(ος|ου)"]}], "off": ["Μάρτης"]},
    ),
    "off: a mapping of forms": (
        DatesFile,
        ["words: {and: [και, κι]}", "off: [κι]"],
        {"words": {"and": ["και"]}, "off": ["κι"]},
    ),
    "off: quotes": (
        QuotesFile,
        ["grammar: {that: [ότι, πως]}\nroles: [{words: [υπουργός]}]", "off: [πως, υπουργός]"],
        {"grammar": {"that": ["ότι"]}, "roles": [{"words": []}], "off": ["πως", "υπουργός"]},
    ),
    "off takes nothing from its own file, or from those above": (
        NumbersFile,
        ["articles: [ο, η]", "{off: [ο, η], articles: [ο]}", "articles: [η]"],
        {"articles": ["ο", "η"]},
    ),
    "the lowest file has nothing below it": (
        NumbersFile,
        ["{off: [ο], articles: [ο]}", "articles: [η]"],
        {"articles": ["ο", "η"]},
    ),
    "one file is itself": (NumbersFile, ["articles: [ο]"], {"articles": ["ο"]}),
}


@pytest.mark.parametrize("name", CASES)
def test_merge(name: str) -> None:
    model, texts, expected = CASES[name]
    assert merged(model, *texts) == expected


def test_the_files_stay_as_they_are() -> None:
    files = [
        check(NumbersFile, parse(text, "x.yaml"), "x.yaml") for text in ("articles: [ο]", "articles: [η]")
    ]
    merge(files)
    assert [file.articles for file in files] == [["ο"], ["η"]]
    assert [file.model_fields_set for file in files] == [{"articles"}] * 2


def test_nothing_to_merge() -> None:
    with pytest.raises(ValueError, match="nothing to merge"):
        merge([])
