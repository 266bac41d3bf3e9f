"""Laws that hold for every text: no exception, offsets, order, schema, and what must make no difference."""

import contextlib
import datetime
import io
import json
import random
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

import newsfacts
from any_texts import DAYS, HALVES, SAMPLES, TEXTS
from fuzz.mutate import mutated
from newsfacts.documents.encodings import NotTextError, decode
from newsfacts.documents.inputs import InputError, read_documents, read_stdin
from newsfacts.documents.model import Document
from newsfacts.facts import AnyFact, QuantityFact, json_schema
from newsfacts.reader import Reader

pytestmark = pytest.mark.slow


@lru_cache(maxsize=1)
def pipeline() -> Language:
    return newsfacts.load()


@lru_cache(maxsize=1)
def validator() -> Any:
    return jsonschema.Draft202012Validator(json_schema())


def strict(row: dict[str, Any]) -> dict[str, Any]:
    """A row as any parser of JSON reads it."""

    def refuse(value: str) -> float:
        raise AssertionError(value)

    return json.loads(json.dumps(row, allow_nan=False), parse_constant=refuse)  # type: ignore[no-any-return]


def check(text: str, facts: list[AnyFact]) -> None:
    for fact in facts:
        assert 0 <= fact.start_char < fact.end_char <= len(text)
        assert text[fact.start_char : fact.end_char] == fact.text
        row = fact.to_dict()
        if strict(row) != row:  # JSON makes one character of two halves side by side
            assert HALVES.search(fact.text), row
        validator().validate(row)
    assert [(f.start_char, -f.end_char) for f in facts] == sorted((f.start_char, -f.end_char) for f in facts)
    for kind in {fact.kind for fact in facts}:
        same = [fact for fact in facts if fact.kind == kind]
        assert all(a.end_char <= b.start_char for a, b in pairwise(same)), kind


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, DAYS)
def test_every_text_gives_facts_that_hold(text: str, day: datetime.date | None) -> None:
    check(text, newsfacts.extract(text, reference_date=day, nlp=pipeline()))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_what_was_read_before_makes_no_difference(texts: list[str], order: random.Random) -> None:
    reader = Reader(pipeline())
    first = {text: [list(reader.rows(Document("a", text)))] for text in texts}
    again = texts * 2
    order.shuffle(again)
    for text in again:
        first[text].append(list(reader.rows(Document("a", text))))
    assert all(rows == all_rows[0] for all_rows in first.values() for rows in all_rows)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_batches_make_no_difference(texts: list[str]) -> None:
    nlp = pipeline()
    alone = [nlp(text)._.newsfacts for text in texts]
    for size in (1, 3, 100):
        assert [doc._.newsfacts for doc in nlp.pipe(texts, batch_size=size)] == alone


def quantities(text: str, offset: int = 0) -> list[tuple[Any, ...]]:
    return [
        (f.kind, f.start_char - offset, f.text, f.low, f.high, f.unit, f.qualifier)
        for f in newsfacts.extract(text, nlp=pipeline())
        if isinstance(f, QuantityFact)
    ]


PLAIN_PARAGRAPHS = [
    paragraph
    for sample in SAMPLES
    for paragraph in sample.split("\n\n")
    if paragraph.strip() and "«" not in paragraph
]


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(PLAIN_PARAGRAPHS), st.sampled_from(PLAIN_PARAGRAPHS))
def test_another_paragraph_makes_no_difference(one: str, other: str) -> None:
    alone = quantities(one)
    before = f"{other.strip()}\n\n"
    assert [found for found in quantities(before + one, len(before)) if found[1] >= 0] == alone
    assert [found for found in quantities(f"{one}\n\n{other}") if found[1] < len(one)] == alone


def test_workers_make_no_difference() -> None:
    texts = SAMPLES + [mutated(text, random.Random(n)) for n, text in enumerate(SAMPLES * 3)]
    nlp = pipeline()
    alone = [nlp(text)._.newsfacts for text in texts]
    assert [doc._.newsfacts for doc in nlp.pipe(texts, n_process=2, batch_size=3)] == alone


# -- bytes -----------------------------------------------------------------------------------------


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300), st.none() | st.text(max_size=12))
def test_bytes_are_a_text_or_a_refusal(data: bytes, declared: str | None) -> None:
    try:
        text = decode(data, declared).text
    except NotTextError:
        return
    text.encode()


RECORDS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["text", "id", "date", "title", "kind"]) | st.text(max_size=5), inner
        )
    ),
    max_leaves=8,
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.lists(RECORDS, max_size=4), st.sampled_from([None, 1]), st.booleans(), st.binary(max_size=10))
def test_files_are_documents_or_errors(
    tmp_path: Path, records: list[Any], indent: int | None, listed: bool, junk: bytes
) -> None:
    lines = [json.dumps(record, indent=indent) for record in records]
    data = (json.dumps(records, indent=indent) if listed else "\n".join(lines)).encode() + junk
    for name in ("a.jsonl", "a.json", "a.txt", "a"):
        path = tmp_path / name
        path.write_bytes(data)
        errors: list[InputError] = []
        try:
            documents = list(read_documents(path, on_error=errors.append))
        except InputError as error:
            errors.append(error)
        else:
            assert all(isinstance(document.text, str) for document in documents)
        assert all(str(error).startswith(str(path)) for error in errors)


@pytest.mark.parametrize("data", ["{", "[", "{\n", "[\n", "\ufeff[", "<", "<html", "\x1f\x8b\x08", '{"'])
def test_broken_off_beginnings(data: str) -> None:
    for encoding in ("latin-1", "utf-8", "utf-16"):
        with contextlib.suppress(InputError):
            list(read_stdin(io.BytesIO(data.encode(encoding, "replace"))))
