"""What a file is, its content tells: pages and records under any name, encodings behind others."""

import io
import json
from pathlib import Path

import pytest

from files import PAGE, TEXT, error_of, one, put, texts
from newsfacts.documents.encodings import NotTextError, decode
from newsfacts.documents.inputs import InputError, ReadOptions, read_documents, read_stdin

ARTICLE = "επένδυση 120 εκατ. ευρώ για ένα νέο πάρκο ισχύος 50 MW"
RECORDS = [{"text": "Κόστισε 5 ευρώ.", "id": 1}, {"text": "Κόστισε 6 ευρώ.", "id": 2}]
PRETTY = json.dumps(RECORDS, ensure_ascii=False, indent=2)
ONE = json.dumps(RECORDS[0], ensure_ascii=False, indent=2)


# -- pages ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.php", "a.aspx", "a.txt", "a", "a.xhtml", "a.jsonl", "a.md", "a.html"])
@pytest.mark.parametrize(
    "before", ["", "\ufeff", "\r\n  ", "<!-- saved from there -->\n", "<?xml version='1.0'?>"]
)
def test_a_page_is_a_page_under_any_name(tmp_path: Path, name: str, before: str) -> None:
    pytest.importorskip("trafilatura")
    page = put(tmp_path / name, before + PAGE.format(charset="utf-8"))
    assert ARTICLE in one(page).text
    assert "999" not in one(page).text


@pytest.mark.parametrize("code", ["<?php echo 5; ?>", "<%@ Page Language='C#' %>", "\n<?= $title ?>"])
def test_a_program_is_no_page(tmp_path: Path, code: str) -> None:
    said = error_of(put(tmp_path / "a.php", code + PAGE.format(charset="utf-8")))
    assert "the program that makes a page: save the page itself" in said


@pytest.mark.parametrize(
    "text",
    [
        "Το <html> είναι μια ετικέτα.\nΚόστισε 5 ευρώ.",
        "Κόστισε 5 ευρώ < 6 ευρώ > 4 ευρώ, AT&T; και R&D;.",
        "[1] Κόστισε 5 ευρώ.",
        '["Κόστισε 5 ευρώ", είπε.',
        "{not a record} but text",
        "Γράφει <b>έντονα</b> μέσα στο κείμενο.",
    ],
)
def test_a_text_is_left_as_it_is(tmp_path: Path, text: str) -> None:
    assert texts(put(tmp_path / "a.txt", text)) == [text]
    assert [document.text for document in read_stdin(io.BytesIO(text.encode()))] == [text]


def test_a_piece_of_a_page_loses_its_tags(tmp_path: Path) -> None:
    piece = "<div><p>Κόστισε <b>5</b>&nbsp;ευρώ.</p><p>Τέλος &amp; αρχή.</p></div>"
    assert texts(put(tmp_path / "a.txt", piece)) == ["Κόστισε 5\xa0ευρώ.\n\nΤέλος & αρχή."]
    assert texts(put(tmp_path / "a.md", piece)) == [piece]


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("<p>Κόστισε <b>5</b>&nbsp;εκατ. &euro;</p>", "Κόστισε 5\xa0εκατ. €"),
        ("α<br/>β<script>var x = '9 ευρώ'</script>", "α\nβ"),
        ("α<!-- 9 ευρώ --> β", "α β"),
        ("α &lt;5 ευρώ&gt; β", "α <5 ευρώ> β"),
        ("&#949;&#x3c5;&rho;ώ", "ευρώ"),
        ("<a href='x > y'>5</a> ευρώ<li>6</li>", "y'>5 ευρώ\n6"),
        ("α < β και <κάτι>", "α < β και <κάτι>"),
        ("<p", "<p"),
        ("<script>" * 5, ""),
    ],
)
def test_markup_in_records(tmp_path: Path, given: str, read: str) -> None:
    if given == "<script>" * 5:
        given += "</p>"
    assert texts(put(tmp_path / "a.jsonl", json.dumps({"text": given}))) == [read]


def test_markup_takes_linear_time() -> None:
    from newsfacts.documents.markup import holds_markup, plain_text

    for piece in ("<", "<a ", "<!--", "&", "&amp", "<script>", "</", "<p>", "\n"):
        text = piece * 400_000
        holds_markup(text)
        plain_text(text)


# -- JSON -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.txt", "a", "a.ndjson"])
@pytest.mark.parametrize("content", [PRETTY, json.dumps(RECORDS), "\n\ufeff"[1:] + PRETTY, "\n" + PRETTY])
def test_a_list_of_records(tmp_path: Path, name: str, content: str) -> None:
    path = put(tmp_path / name, content)
    assert [(d.text, d.id) for d in read_documents(path)] == [(r["text"], str(r["id"])) for r in RECORDS]
    assert [d.id for d in read_stdin(io.BytesIO(content.encode()))] == ["1", "2"]


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a"])
@pytest.mark.parametrize("content", [ONE, json.dumps(RECORDS[0]), ONE.encode("utf-16")])
def test_one_record(tmp_path: Path, name: str, content: bytes | str) -> None:
    if isinstance(content, bytes) and name == "a":
        pytest.skip("UTF-16 without a name is told by its first letters")
    assert texts(put(tmp_path / name, content)) == ["Κόστισε 5 ευρώ."]


@pytest.mark.parametrize("content", [ONE + "\n" + ONE, PRETTY[:-3], ONE[:-2], PRETTY + "]"])
def test_records_on_many_lines_are_one_error_with_a_hint(tmp_path: Path, content: str) -> None:
    path = put(tmp_path / "a.jsonl", content)
    errors: list[InputError] = []
    with pytest.raises(InputError, match=r"not valid JSON at line .*jq -c"):
        list(read_documents(path, on_error=errors.append))
    assert errors == []


def test_a_bad_record_of_a_list_costs_itself_only(tmp_path: Path) -> None:
    path = put(tmp_path / "a.json", json.dumps([RECORDS[0], {"body": "β"}, 5, None, RECORDS[1]]))
    errors: list[InputError] = []
    assert [d.id for d in read_documents(path, on_error=errors.append)] == ["1", "2"]
    said = [error.message[:22] for error in errors]
    assert said == ["record 2: no field `tex", "record 3: not a record", "record 4: not a record"] or [
        message[:9] for message in said
    ] == ["record 2:", "record 3:", "record 4:"]


def test_a_list_past_the_limit_is_refused(tmp_path: Path) -> None:
    many = "[" + ",\n".join(json.dumps({"text": "α" * 1000}) for _ in range(2000)) + "]"
    path = put(tmp_path / "a.json", many)
    with pytest.raises(InputError, match=r"larger than 1 MB.*jq -c"):
        list(read_documents(path, ReadOptions(max_bytes=1 << 20)))


def test_a_record_cut_short_costs_itself_only(tmp_path: Path) -> None:
    for cut in ('{"text": "α",', "{", '{"text": "α"'):
        path = put(tmp_path / "a.jsonl", f'{cut}\n{{"text": "β"}}\n{{"text": "γ"}}\n')
        errors: list[InputError] = []
        assert [d.text for d in read_documents(path, on_error=errors.append)] == ["β", "γ"]
        assert [error.line for error in errors] == [1]


def test_rows_of_facts_are_no_news(tmp_path: Path) -> None:
    row = {"kind": "money", "text": "5 ευρώ", "start_char": 0, "end_char": 6, "sentence": ""}
    assert "is a row of facts" in error_of(put(tmp_path / "a.jsonl", json.dumps(row)))


# -- packings and encodings -------------------------------------------------------------------------


def test_packed_under_another_name(tmp_path: Path) -> None:
    import gzip

    assert texts(put(tmp_path / "a.txt", gzip.compress(TEXT.encode()))) == [TEXT]
    assert texts(put(tmp_path / "a.jsonl", gzip.compress(json.dumps({"text": TEXT}).encode()))) == [TEXT]


@pytest.mark.parametrize("declared", ["iso-8859-7", "ISO8859-7", "greek", "windows-1253"])
@pytest.mark.parametrize("actual", ["cp1253", "iso8859-7"])
@pytest.mark.parametrize(
    "text",
    [
        "Άλλη μια αγορά άνοιξε σήμερα στην Αθήνα και όλοι το έμαθαν.",
        "Η τιμή είναι 5 € και η Άννα το είπε στους φίλους της.",
        "Όλα τα έργα τελείωσαν, είπε η εταιρεία ‘Άλφα’ σε όλους.",
    ],
)
def test_one_greek_code_page_behind_another(declared: str, actual: str, text: str) -> None:
    assert decode(text.encode(actual), declared).text == text


@pytest.mark.parametrize(
    "name",
    [
        "undefined",
        "idna",
        "punycode",
        "unicode_escape",
        "rot13",
        "hex",
        "bz2",
        "none",
        "",
        "\0",
        "é",
        "\ud800",
    ],
)
def test_a_declared_encoding_that_is_none(name: str) -> None:
    assert decode(TEXT.encode("cp1253"), name).text == TEXT
    assert decode(TEXT.encode(), name).text == TEXT
    with pytest.raises(NotTextError, match="save it as UTF-8"):
        decode("Die Größe der Übernahme".encode("latin-1"), name)
